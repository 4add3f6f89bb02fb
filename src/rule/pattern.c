/* Patterns of the rules: macros, hints, compiled when first wanted. */
#include "rule/context.h"

#include <string.h>

#include "base/file.h"
#include "base/image.h"

#define MACRO_DEPTH_MAX 8
#define SOURCE_MAX 65536 /* bytes, macros expanded */
/* So many texts a pattern may take too long on in one check. */
#define GIVE_UP_MAX 4
#define SPARE_PATTERNS 64

static struct pattern_run *run_of(const struct pattern *p)
{
	return &p->runs->v.v[p->number];
}

/* What was packed; NULL where it is not, or not readable as such. */
static struct re *restored(const struct pattern *p)
{
	struct buf code = {0};
	struct re *re = NULL;

	buf_add(&code, p->code.shared);
	if (p->code.own.n && image_read(p->runs->image, p->code.own, &code))
		re = re_restore(buf_str(&code));
	buf_free(&code);
	return re;
}

static bool pattern_compile(const struct pattern *p, struct err *err)
{
	struct pattern_run *run = run_of(p);

	if (!run->tried) {
		run->tried = true;
		run->re = restored(p);
		if (!run->re)
			run->re = re_new(str_of(p->source), err);
		if (run->re)
			run->match = re_match_new(run->re, p->runs->room);
	}
	return run->re != NULL;
}

/* err knows where in the pattern it is; here where in the file. */
static bool pattern_refuse(const struct pattern *p, struct err *err)
{
	unsigned column = p->column;

	if (p->literal && err->column)
		column += err->column - 1;
	return err_at(err, p->file, p->line, column);
}

bool patterns_prove(const struct ruleset *rs, size_t from, struct err *err)
{
	for (size_t i = from; i < rs->patterns.n; i++) {
		const struct pattern *p = rs->patterns.v[i];

		if (!pattern_compile(p, err))
			return pattern_refuse(p, err);
		if (!p->shown || !re_matches_nothing(run_of(p)->re))
			continue;
		err_set(err, ERR_FORMAT, _("the pattern matches where there is nothing"));
		err->column = 0;
		return pattern_refuse(p, err);
	}
	return true;
}

static void tell(struct rule_context *c, const struct pattern *p, enum word why)
{
	struct slots s;

	slots_init(&s, c->arena);
	slots_text(&s, "file", str_of(path_base(p->file)));
	slots_count(&s, "line", p->line);
	slots_count(&s, "count", run_of(p)->gave_up);
	context_not_checked(c, p->rule, NULL, 0, context_word(c, why, &s));
}

void patterns_tell(struct rule_context *c)
{
	for (size_t i = 0; i < c->rules->patterns.n; i++) {
		const struct pattern *p = c->rules->patterns.v[i];
		struct pattern_run *run = &c->rules->runs->v.v[i];

		if (run->tried && !run->re)
			tell(c, p, WORD_WHY_BAD_PATTERN);
		else if (run->gave_up)
			tell(c, p, WORD_WHY_SLOW_PATTERN);
		run->gave_up = 0;
	}
}

bool pattern_hinted(const struct pattern *p, struct str s, const struct utf8_set *chars)
{
	return re_need_met(&p->hints, s, chars);
}

bool pattern_may(const struct pattern *p, struct str s, const struct utf8_set *chars)
{
	return re_need_met(&p->hints, s, chars) && re_need_met(&p->need, s, chars);
}

bool pattern_may_among(const struct pattern *p, const struct texts_have *have)
{
	return re_need_may(&p->hints, have) && re_need_may(&p->need, have);
}

bool pattern_find_in(
	const struct pattern *p, struct str s, size_t from, const struct utf8_set *chars)
{
	struct pattern_run *run = run_of(p);
	struct err err;

	if (!re_need_met(&p->need, s, chars) || !pattern_compile(p, &err) ||
		run->gave_up == GIVE_UP_MAX)
		return false;
	if (re_find_headed(run->re, &p->heads, s, from, chars, run->match))
		return true;
	run->gave_up += re_gave_up(run->match);
	return false;
}

bool pattern_find(const struct pattern *p, struct str s, size_t from)
{
	struct utf8_set chars = utf8_set_of(s);

	return pattern_find_in(p, s, from, &chars);
}

bool pattern_group(const struct pattern *p, const char *name, size_t *from, size_t *to)
{
	const struct pattern_run *run = run_of(p);
	int group = name ? re_group(run->re, name) : 0;

	return group >= 0 && re_span(run->match, group, from, to);
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
		if (out->n > SOURCE_MAX)
			return yaml_err(l->doc, node, l->err, _("pattern longer than %d bytes"),
				SOURCE_MAX);
		if (!name.n)
			continue;
		char *key = arena_cstr(l->rules->arena, name);
		const struct ynode *own = yaml_get(macros, key);
		const struct ynode *value = own ? own : yaml_get(l->macros, key);

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

static struct pattern *pattern_new(struct ruleset *rs)
{
	if (!rs->spare.n) {
		rs->spare.n = SPARE_PATTERNS;
		rs->spare.v = arena_alloc_array(rs->arena, rs->spare.n, sizeof *rs->spare.v);
	}
	rs->spare.n--;
	return rs->spare.v++;
}

struct pattern *rule_load_pattern_at(struct rule_load *l, const struct ynode *node,
	const struct form_list *hints, const struct ynode *macros)
{
	struct pattern *p = pattern_new(l->rules);
	struct buf source = {0};

	if (node->kind != YAML_SCALAR || !node->text.n) {
		yaml_err(l->doc, node, l->err, _("a pattern is due here"));
		return NULL;
	}
	bool good = macro_expand(l, node, node->text, macros, 0, &source);

	p->source = arena_cstr(l->rules->trees, buf_str(&source));
	p->rule = l->rule;
	p->file = yaml_name(l->doc);
	p->line = node->line;
	p->column = node->column;
	p->literal = node->plain && str_eq(node->text, buf_str(&source));
	p->runs = l->rules->runs;
	p->number = l->rules->patterns.n;
	p->need = re_need_of(buf_str(&source), l->rules->once);
	p->heads = re_heads_of(buf_str(&source), l->rules->once);
	if (hints)
		p->hints = re_need_any(hints->items, hints->n, l->rules->once);
	buf_free(&source);
	if (!good)
		return NULL;
	*vec_push(&l->rules->patterns) = p;
	vec_push(&l->rules->runs->v);
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
