/* Patterns of report.yaml, put together from pieces.
 *
 * A pattern says {name} where the piece `name` is to stand; a piece may use those above it, so
 * nothing can go round in circles. {ending} is there already: the endings of agencies as
 * alternatives, without brackets, for a look-behind takes alternatives of several lengths at its
 * top level alone. */
#include "form/load.h"

#include <string.h>

#include "base/mem.h"

struct piece {
	struct str name;
	struct str text;
};

struct pieces {
	struct loader *ld;
	VEC(struct piece) v;
};

static const struct piece *find_piece(const struct pieces *p, struct str name)
{
	for (size_t i = 0; i < p->v.n; i++)
		if (str_eq(p->v.v[i].name, name))
			return &p->v.v[i];
	return NULL;
}

/* The length of the piece's name in the braces that open at `at`; 0 where they hold none, as in
 * {2,4} and \p{Han}. */
static size_t name_length(struct str text, size_t at)
{
	size_t n = 0;

	while (at + 1 + n < text.n && ((text.p[at + 1 + n] >= 'a' && text.p[at + 1 + n] <= 'z') ||
					      text.p[at + 1 + n] == '_'))
		n++;
	if (at + 1 + n >= text.n || text.p[at + 1 + n] != '}')
		return 0;
	return at >= 2 && text.p[at - 2] == '\\' ? 0 : n;
}

static bool expand(struct pieces *p, struct str text, const struct ynode *at, struct buf *out)
{
	size_t done = 0, brace;

	while ((brace = str_find(text, STR("{"), done)) != STR_NONE) {
		size_t n = name_length(text, brace);
		size_t end = brace + (n ? n + 2 : 1);
		buf_add(out, str_slice(text, done, n ? brace : end));
		done = end;
		if (!n)
			continue;
		struct str name = str_slice(text, brace + 1, brace + 1 + n);
		const struct piece *piece = find_piece(p, name);
		if (!piece)
			return yaml_err(p->ld->doc, at, p->ld->err, _("no piece `%.*s` above this"),
				STR_ARG(name));
		buf_add(out, piece->text);
	}
	buf_add(out, str_slice(text, done, text.n));
	return true;
}

static bool expand_into(struct pieces *p, struct str text, const struct ynode *at, const char **out)
{
	struct buf b = {0};
	bool ok = expand(p, text, at, &b);

	if (ok)
		*out = arena_cstr(p->ld->arena, buf_str(&b));
	buf_free(&b);
	return ok;
}

/* Does a name that ends in the i-th ending end in one behind it, too? 人民政府 does in 政府. */
static bool has_shorter(const struct form_list *endings, size_t i)
{
	for (size_t k = i + 1; k < endings->n; k++)
		if (str_ends(str_of(endings->items[i]), endings->items[k]))
			return true;
	return false;
}

static bool load_pieces(struct pieces *p, const struct ynode *root, const struct form_list *endings)
{
	const struct ynode *map = yaml_get(root, "pieces");
	struct buf list = {0};

	for (size_t i = 0; i < endings->n; i++)
		if (!has_shorter(endings, i))
			buf_addf(&list, "%s%s", list.n ? "|" : "", endings->items[i]);
	*vec_push(&p->v) = (struct piece){STR("ending"), arena_str(p->ld->passing, buf_str(&list))};
	buf_free(&list);
	if (!map)
		return true;
	if (!yaml_need_map(p->ld->doc, map, p->ld->err))
		return false;
	for (size_t i = 0; i < map->n; i++) {
		const char *name = map->keys[i]->text.p, *raw, *text;
		if (find_piece(p, map->keys[i]->text))
			return yaml_err(p->ld->doc, map->keys[i], p->ld->err,
				_("piece `%s` is there already"), name);
		if (!yaml_need_str(p->ld->doc, map, name, &raw, p->ld->err) ||
			!expand_into(p, str_of(raw), map->items[i], &text))
			return false;
		*vec_push(&p->v) = (struct piece){map->keys[i]->text, str_of(text)};
	}
	return true;
}

/* A list of patterns, expanded. */
static bool load_list_of(
	struct pieces *p, const struct ynode *root, const char *key, struct form_list *out)
{
	const struct ynode *list = yaml_get(root, key);
	struct form_list raw = {0};

	if (!load_list(p->ld, root, key, &raw))
		return false;
	out->n = raw.n;
	out->items = arena_alloc_array(p->ld->arena, raw.n, sizeof *out->items);
	for (size_t i = 0; i < raw.n; i++) {
		const struct ynode *at = list->kind == YAML_SEQ ? list->items[i] : list;
		if (!expand_into(p, str_of(raw.items[i]), at, &out->items[i]))
			return false;
	}
	return true;
}

/* The same, each with the group that it is for. */
static bool load_patterns_of(struct pieces *p, const struct ynode *root, const char *key,
	const char *group, struct form_patterns *out)
{
	const struct ynode *list = yaml_get(root, key);
	struct form_list texts = {0};

	if (!load_list_of(p, root, key, &texts))
		return false;
	out->v = arena_alloc_array(p->ld->arena, texts.n, sizeof *out->v);
	for (out->n = 0; out->n < texts.n; out->n++) {
		struct form_pattern *one = &out->v[out->n];

		one->source = texts.items[out->n];
		one->need = re_need_of(str_of(one->source), p->ld->once);
		one->heads = re_heads_of(str_of(one->source), p->ld->once);
		if (!strstr(one->source, group))
			return yaml_err(p->ld->doc,
				list->kind == YAML_SEQ ? list->items[out->n] : list, p->ld->err,
				_("the pattern has no group %s...)"), group);
	}
	return true;
}

bool load_patterns(struct loader *ld, const struct ynode *root, struct form_common *c)
{
	struct pieces p = {.ld = ld};
	bool ok =
		load_pieces(&p, root, &c->agency_endings) &&
		load_list_of(&p, root, "page_marks", &c->page_marks) &&
		load_patterns_of(&p, root, "agency_contexts", "(?<agency>", &c->agency_contexts) &&
		load_patterns_of(&p, root, "year_patterns", "(?<year>", &c->year_patterns);

	vec_free(&p.v);
	return ok;
}
