/* Groups: the labels above several rows or columns; and what must hold in a table as a whole. */
#include "form/load.h"

#include <string.h>

#include "base/mem.h"

static bool load_group(struct loader *ld, const struct ynode *n, struct form_group *out)
{
	static const char *const known[] = {
		"name", "number", "label", "brief", "variants", "of", NULL};

	out->number = ld->empty;
	return yaml_known_keys(ld->doc, n, known, ld->err) &&
	       load_name(ld, n, "name", &out->name) &&
	       yaml_opt_str(ld->doc, n, "number", &out->number, ld->err) &&
	       load_label(ld, n, "label", &out->label, &out->variants, &out->n_variants) &&
	       load_words(ld, n, "brief", &out->brief) && load_list(ld, n, "of", &out->of);
}

bool load_groups(
	struct loader *ld, const struct ynode *map, struct form_table *t, struct table_nodes *at)
{
	const struct ynode *groups;
	size_t have = t->n_groups;
	const struct form_group *old = t->groups;

	if (!yaml_get(map, "groups")) {
		at->groups = arena_alloc_array(ld->passing, have, sizeof *at->groups);
		return true;
	}
	if (!load_maps(ld, map, "groups", &groups))
		return false;
	t->n_groups = have + groups->n;
	t->groups = arena_alloc_array(ld->arena, t->n_groups, sizeof *t->groups);
	at->groups = arena_alloc_array(ld->passing, t->n_groups, sizeof *at->groups);
	if (have)
		memcpy(t->groups, old, have * sizeof *old);
	for (size_t i = 0; i < groups->n; i++) {
		if (!load_group(ld, groups->items[i], &t->groups[have + i]))
			return false;
		at->groups[have + i] = groups->items[i];
	}
	return true;
}

/* Names in order, each to be asked for by index: a table's rows or a block's columns. */
struct names {
	const void *of;
	size_t n;
	const char *(*at)(const void *of, size_t i);
};

static const char *row_name(const void *of, size_t i)
{
	return ((const struct form_row *)of)[i].name;
}

static const char *column_name(const void *of, size_t i)
{
	return ((const struct form_column *)of)[i].name;
}

static bool lies_in(const struct form_group *g, const char *name)
{
	size_t len = strlen(g->name);

	if (!g->of.n)
		return strncmp(name, g->name, len) == 0 && name[len] == '.';
	for (size_t i = 0; i < g->of.n; i++)
		if (strcmp(g->of.items[i], name) == 0)
			return true;
	return false;
}

static bool find_members(
	struct loader *ld, const struct ynode *at, struct form_group *g, struct names names)
{
	g->n = 0;
	for (size_t i = 0; i < names.n; i++) {
		if (!lies_in(g, names.at(names.of, i)))
			continue;
		if (!g->n)
			g->first = i;
		if (g->first + g->n++ != i)
			return yaml_err(ld->doc, at, ld->err,
				_("the members of `%s` do not stand together: `%s` is apart"),
				g->name, names.at(names.of, i));
	}
	if (!g->n)
		return yaml_err(ld->doc, at, ld->err, _("`%s` has no members"), g->name);
	if (g->of.n && g->of.n != g->n)
		return yaml_err(ld->doc, at, ld->err,
			_("`%s` lists %zu members, of which %zu are there"), g->name, g->of.n,
			g->n);
	return true;
}

bool load_column_groups(struct loader *ld, const struct ynode *block, struct form_block *b)
{
	const struct ynode *groups;
	struct names names = {b->columns, b->n_columns, column_name};

	if (!yaml_get(block, "column_groups"))
		return true;
	if (!load_maps(ld, block, "column_groups", &groups))
		return false;
	b->n_column_groups = groups->n;
	b->column_groups = arena_alloc_array(ld->arena, groups->n, sizeof *b->column_groups);
	for (size_t i = 0; i < groups->n; i++)
		if (!load_group(ld, groups->items[i], &b->column_groups[i]) ||
			!find_members(ld, groups->items[i], &b->column_groups[i], names))
			return false;
	return true;
}

/* Each row's innermost group is the smallest that it lies in. */
static void set_row_groups(struct form_table *t)
{
	for (size_t r = 0; r < t->n_rows; r++)
		t->rows[r].group = STR_NONE;
	for (size_t g = 0; g < t->n_groups; g++) {
		const struct form_group *group = &t->groups[g];
		for (size_t r = group->first; r < group->first + group->n; r++) {
			size_t *has = &t->rows[r].group;
			if (*has == STR_NONE || t->groups[*has].n > group->n)
				*has = g;
		}
	}
}

/* A label tells its row only together with the block and the group above it. */
static bool names_check(struct loader *ld, const struct form_table *t, const struct table_nodes *at)
{
	VEC(struct mark) names = {0}, labels = {0};

	for (size_t g = 0; g < t->n_groups; g++)
		*vec_push(&names) =
			(struct mark){.text = str_of(t->groups[g].name), .at = at->groups[g]};
	for (size_t r = 0; r < t->n_rows; r++) {
		const struct form_row *row = &t->rows[r];
		size_t scope = row->block * (t->n_groups + 1) +
			       (row->group == STR_NONE ? 0 : row->group + 1);
		*vec_push(&names) = (struct mark){.text = str_of(row->name), .at = at->rows[r]};
		for (size_t k = 0; k < row->n_variants; k++)
			*vec_push(&labels) =
				(struct mark){str_of(row->variants[k]), scope, at->rows[r]};
	}
	bool ok = load_once(ld, names.v, names.n, _("row or group name")) &&
		  load_once(ld, labels.v, labels.n, _("row label"));
	vec_free(&names);
	vec_free(&labels);
	return ok;
}

bool load_table_check(struct loader *ld, struct form_table *t, const struct table_nodes *at)
{
	struct names names = {t->rows, t->n_rows, row_name};

	for (size_t g = 0; g < t->n_groups; g++) {
		const struct ynode *node = at->groups[g] ? at->groups[g] : at->table;
		if (!find_members(ld, node, &t->groups[g], names))
			return false;
	}
	set_row_groups(t);
	return names_check(ld, t, at);
}
