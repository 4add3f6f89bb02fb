/* Patterns of the rules: macros, hints, compiled when first wanted. */
#include "rule/kind.h"

#include <string.h>

#include "base/re_store.h"
#include "base/utf8.h"

#define MACRO_DEPTH_MAX 8

bool pattern_compile(struct pattern *p, struct err *err)
{
	if (!p->tried) {
		p->tried = true;
		p->re = re_store_new(p->store, str_of(p->source), err);
		if (p->re)
			p->match = re_match_new(p->re, p->room);
	}
	return p->re != NULL;
}

bool pattern_hinted(const struct pattern *p, struct str s, uint64_t marks)
{
	for (size_t i = 0; i < p->n_hints; i++) {
		if (!(p->marks[i] & ~marks) && str_find(s, str_of(p->hints[i]), 0) != STR_NONE)
			return true;
	}
	return p->n_hints == 0;
}

bool pattern_find(struct pattern *p, struct str s, size_t from)
{
	struct err err;

	return pattern_compile(p, &err) && re_find(p->re, s, from, p->match);
}

bool pattern_group(const struct pattern *p, const char *name, size_t *from, size_t *to)
{
	int group = name ? re_group(p->re, name) : 0;

	return group >= 0 && re_span(p->match, group, from, to);
}

/* A macro's name behind an opening brace: capitals, digits and _, so that it is no quantifier. */
static struct str macro_name(struct str s, size_t at)
{
	size_t end = at + 1;

	while (end < s.n && ((s.p[end] >= 'A' && s.p[end] <= 'Z') || s.p[end] == '_'))
		end++;
	if (end == at + 1 || end >= s.n || s.p[end] != '}')
		return (struct str){0};
	return str_slice(s, at + 1, end);
}

static bool macro_expand(struct rule_load *l, const struct ynode *node, struct str text,
	const struct ynode *macros, unsigned depth, struct buf *out)
{
	for (size_t i = 0, run = 0; i <= text.n; i++) {
		struct str name = {0};

		if (i < text.n && text.p[i] == '{')
			name = macro_name(text, i);
		if (i == text.n || name.n)
			buf_add(out, str_slice(text, run, i));
		if (!name.n)
			continue;
		char *key = arena_cstr(l->rules->arena, name);
		const struct ynode *value = yaml_get(macros, key);

		if (!value || value->kind != YAML_SCALAR)
			return yaml_err(l->doc, node, l->err, _("no macro \"%s\""), key);
		if (depth == MACRO_DEPTH_MAX)
			return yaml_err(l->doc, node, l->err, _("macro \"%s\" goes too deep"), key);
		buf_adds(out, "(?:");
		if (!macro_expand(l, node, value->text, macros, depth + 1, out))
			return false;
		buf_adds(out, ")");
		i += name.n + 1;
		run = i + 1;
	}
	return true;
}

static void put_hints(struct rule_load *l, struct pattern *p, const struct form_list *hints)
{
	p->hints = hints->items;
	p->n_hints = hints->n;
	p->marks = arena_alloc_array(l->rules->arena, hints->n, sizeof *p->marks);
	for (size_t i = 0; i < hints->n; i++)
		p->marks[i] = utf8_marks(str_of(hints->items[i]));
}

struct pattern *rule_load_pattern_at(struct rule_load *l, const struct ynode *node,
	const struct form_list *hints, const struct ynode *macros)
{
	struct pattern *p = arena_alloc(l->rules->arena, sizeof *p);
	struct buf source = {0};

	if (node->kind != YAML_SCALAR || !node->text.n) {
		yaml_err(l->doc, node, l->err, _("a pattern is due here"));
		return NULL;
	}
	bool good = macro_expand(l, node, node->text, macros, 0, &source);

	p->source = arena_cstr(l->rules->arena, buf_str(&source));
	p->file = yaml_name(l->doc);
	p->line = node->line;
	p->store = l->rules->forms->patterns;
	p->room = l->rules->room;
	if (hints)
		put_hints(l, p, hints);
	buf_free(&source);
	if (!good)
		return NULL;
	*vec_push(&l->rules->patterns) = p;
	return p;
}

struct pattern *rule_load_pattern(
	struct rule_load *l, const struct ynode *map, const char *key, const struct ynode *macros)
{
	const struct ynode *node = yaml_get(map, key);

	if (!node) {
		yaml_err(l->doc, map, l->err, _("\"%s\" is missing"), key);
		return NULL;
	}
	return rule_load_pattern_at(l, node, NULL, macros);
}
