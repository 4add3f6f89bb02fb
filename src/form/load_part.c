/* The shapes that all files of data/forms/ are made of: words, labels, names, lists; and the search
 * for what is there twice. */
#include "form/load.h"

#include <stdlib.h>
#include <string.h>

static bool need_key(
	struct loader *ld, const struct ynode *map, const char *key, const struct ynode **out)
{
	*out = yaml_get(map, key);
	return *out || yaml_err(ld->doc, map, ld->err, _("key `%s` is missing"), key);
}

/* yaml_need_str(), and not blank. */
static bool need_text(struct loader *ld, const struct ynode *map, const char *key, const char **out)
{
	if (!yaml_need_str(ld->doc, map, key, out, ld->err))
		return false;
	return str_trim(str_of(*out)).n > 0 ||
	       yaml_err(ld->doc, yaml_get(map, key), ld->err, _("`%s` is blank"), key);
}

bool load_words(struct loader *ld, const struct ynode *map, const char *key, struct form_words *out)
{
	static const char *const known[] = {"zh", "en", NULL};
	const struct ynode *n;

	return need_key(ld, map, key, &n) && yaml_need_map(ld->doc, n, ld->err) &&
	       yaml_known_keys(ld->doc, n, known, ld->err) &&
	       need_text(ld, n, "zh", &out->text[LANG_ZH]) &&
	       need_text(ld, n, "en", &out->text[LANG_EN]);
}

bool load_label(struct loader *ld, const struct ynode *map, const char *key,
	struct form_words *label, const char ***variants, size_t *n)
{
	const char **more = NULL;
	size_t n_more = 0;

	if (!load_words(ld, map, key, label) ||
		!yaml_opt_strs(ld->doc, map, "variants", &more, &n_more, ld->err))
		return false;
	*n = n_more + 1;
	*variants = arena_alloc_array(ld->arena, *n, sizeof **variants);
	(*variants)[0] = label->text[LANG_ZH];
	if (n_more)
		memcpy(*variants + 1, more, n_more * sizeof *more);
	for (size_t i = 1; i < *n; i++)
		if (!str_trim(str_of((*variants)[i])).n)
			return yaml_err(ld->doc, yaml_get(map, "variants"), ld->err,
				_("`%s` is blank"), "variants");
	return true;
}

/* Cells are named table/row/column: no slash, no blank, and no star, which stands for many. */
bool load_name(struct loader *ld, const struct ynode *map, const char *key, const char **out)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_.-";

	if (!need_text(ld, map, key, out))
		return false;
	return (*out)[strspn(*out, allowed)] == '\0' ||
	       yaml_err(ld->doc, yaml_get(map, key), ld->err,
		       _("`%s` is no name: only a-z, 0-9, '_', '-' and '.' may stand in one"),
		       *out);
}

bool load_list(struct loader *ld, const struct ynode *map, const char *key, struct form_list *out)
{
	return yaml_opt_strs(ld->doc, map, key, &out->items, &out->n, ld->err);
}

bool load_maps(
	struct loader *ld, const struct ynode *map, const char *key, const struct ynode **out)
{
	const struct ynode *n;

	if (!need_key(ld, map, key, &n) || !yaml_need_seq(ld->doc, n, ld->err))
		return false;
	if (!n->n)
		return yaml_err(ld->doc, n, ld->err, _("`%s` is empty"), key);
	for (size_t i = 0; i < n->n; i++)
		if (!yaml_need_map(ld->doc, n->items[i], ld->err))
			return false;
	*out = n;
	return true;
}

bool load_choice(struct loader *ld, const struct ynode *map, const char *key,
	const char *const *words, size_t *out)
{
	const char *text;
	struct buf list = {0};

	if (!yaml_need_str(ld->doc, map, key, &text, ld->err))
		return false;
	for (size_t i = 0; words[i]; i++) {
		if (strcmp(words[i], text) == 0) {
			*out = i;
			buf_free(&list);
			return true;
		}
		buf_addf(&list, "%s%s", i ? ", " : "", words[i]);
	}
	yaml_err(ld->doc, yaml_get(map, key), ld->err, _("`%s` is none of: %s"), text, list.p);
	buf_free(&list);
	return false;
}

static int place_cmp(const struct ynode *a, const struct ynode *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

static int mark_cmp(const void *left, const void *right)
{
	const struct mark *a = left, *b = right;

	if (a->scope != b->scope)
		return a->scope < b->scope ? -1 : 1;
	int order = str_cmp(a->text, b->text);
	return order ? order : place_cmp(a->at, b->at);
}

bool load_once(struct loader *ld, struct mark *marks, size_t n, const char *what)
{
	qsort(marks, n, sizeof *marks, mark_cmp);
	for (size_t i = 1; i < n; i++) {
		const struct mark *a = &marks[i - 1], *b = &marks[i];
		if (!b->at || a->scope != b->scope || !str_eq(a->text, b->text))
			continue;
		if (!a->at)
			return yaml_err(ld->doc, b->at, ld->err, _("%s `%.*s` is there already"),
				what, STR_ARG(b->text));
		return yaml_err(ld->doc, b->at, ld->err,
			_("%s `%.*s` is there already, on line %u"), what, STR_ARG(b->text),
			a->at->line);
	}
	return true;
}
