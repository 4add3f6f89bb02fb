/* A table that takes another form's (`like:`), with its own telltales, groups added, and rows put
 * in the place of others (`instead:`). What is taken is copied, for the cells of each form are
 * numbered anew. */
#include "form/load.h"

#include <string.h>

static const struct form *find_base(struct loader *ld, const struct ynode *n)
{
	const char *id;

	if (!yaml_need_str(ld->doc, n, "like", &id, ld->err))
		return NULL;
	for (size_t i = 0; i < ld->n_sources; i++) {
		struct form_source *src = &ld->sources[i];
		if (strcmp(src->form->id, id) != 0)
			continue;
		if (src->state == SOURCE_OPEN) {
			yaml_err(ld->doc, yaml_get(n, "like"), ld->err,
				_("form `%s` takes this table back from here"), id);
			return NULL;
		}
		return load_form(ld, src) ? src->form : NULL;
	}
	yaml_err(ld->doc, yaml_get(n, "like"), ld->err, _("no form `%s`"), id);
	return NULL;
}

static const struct form_table *find_base_table(
	struct loader *ld, const struct ynode *n, const char *name)
{
	const struct form *base = find_base(ld, n);
	if (!base)
		return NULL;
	const struct form_table *t = form_table_find(base, str_of(name));
	if (!t)
		yaml_err(ld->doc, n, ld->err, _("form `%s` has no table `%s`"), base->id, name);
	return t;
}

/* The rows to put in the place of `row`, NULL where it stays. */
static const struct ynode *instead_of(const struct ynode *instead, const struct form_row *row)
{
	return instead ? yaml_get(instead, row->name) : NULL;
}

static bool check_instead(struct loader *ld, const struct ynode *instead,
	const struct form_table *base, size_t *n_rows)
{
	*n_rows = base->n_rows;
	if (!instead)
		return true;
	if (!yaml_need_map(ld->doc, instead, ld->err))
		return false;
	for (size_t i = 0; i < instead->n; i++) {
		const char *name = instead->keys[i]->text.p;
		const struct ynode *rows;
		size_t r = 0;
		while (r < base->n_rows && strcmp(base->rows[r].name, name) != 0)
			r++;
		if (r == base->n_rows)
			return yaml_err(ld->doc, instead->keys[i], ld->err,
				_("table `%s` has no row `%s`"), base->name, name);
		if (!load_maps(ld, instead, name, &rows))
			return false;
		*n_rows += rows->n - 1;
	}
	return true;
}

static bool copy_rows(struct loader *ld, const struct ynode *instead, const struct form_table *base,
	struct form_table *t, struct table_nodes *at)
{
	for (size_t r = 0; r < base->n_rows; r++) {
		const struct form_row *old = &base->rows[r];
		const struct ynode *rows = instead_of(instead, old);
		struct form_block *b = &t->blocks[old->block];
		if (r == base->blocks[old->block].row)
			b->row = t->n_rows;
		if (!rows) {
			t->rows[t->n_rows++] = *old;
			continue;
		}
		for (size_t i = 0; i < rows->n; i++) {
			at->rows[t->n_rows] = rows->items[i];
			if (!load_row(ld, rows->items[i], &t->rows[t->n_rows]))
				return false;
			t->rows[t->n_rows++].block = old->block;
		}
		b->n_rows += rows->n - 1;
	}
	return true;
}

static bool take_rows(struct loader *ld, const struct ynode *n, const struct form_table *base,
	struct form_table *t, struct table_nodes *at)
{
	const struct ynode *instead = yaml_get(n, "instead");
	size_t n_rows;

	if (!check_instead(ld, instead, base, &n_rows))
		return false;
	t->blocks = arena_alloc_array(ld->arena, t->n_blocks, sizeof *t->blocks);
	memcpy(t->blocks, base->blocks, t->n_blocks * sizeof *t->blocks);
	t->n_rows = 0;
	t->rows = arena_alloc_array(ld->arena, n_rows, sizeof *t->rows);
	at->rows = arena_alloc_array(ld->passing, n_rows, sizeof *at->rows);
	return copy_rows(ld, instead, base, t, at);
}

/* The base's groups, copied: their members are found again among the new rows. */
static void take_groups(struct loader *ld, const struct form_table *base, struct form_table *t)
{
	t->groups = arena_alloc_array(ld->arena, base->n_groups, sizeof *t->groups);
	if (base->n_groups)
		memcpy(t->groups, base->groups, base->n_groups * sizeof *t->groups);
}

bool load_table_like(struct loader *ld, const struct ynode *n, struct form_table *out)
{
	static const char *const known[] = {"name", "like", "telltales", "groups", "instead", NULL};
	struct table_nodes at = {.table = n};
	const char *name;

	if (!yaml_known_keys(ld->doc, n, known, ld->err) || !load_name(ld, n, "name", &name))
		return false;
	const struct form_table *base = find_base_table(ld, n, name);
	if (!base)
		return false;
	*out = *base;
	out->telltales = (struct form_list){0};
	take_groups(ld, base, out);
	return load_list(ld, n, "telltales", &out->telltales) && take_rows(ld, n, base, out, &at) &&
	       load_groups(ld, n, out, &at) && load_table_check(ld, out, &at);
}
