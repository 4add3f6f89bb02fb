/* Which form the tables are of. */
#include "table/build_forms.h"

#include <string.h>

static bool same_cells(const struct form *a, const struct form_table *at, const struct form *b,
	const struct form_table *bt)
{
	if (at->n_cells != bt->n_cells)
		return false;
	for (size_t k = 0; k < at->n_cells; k++)
		if (strcmp(a->cells[at->cell + k].name, b->cells[bt->cell + k].name) != 0)
			return false;
	return true;
}

/* A table that another form prints with the same cells says nothing of the report's form. */
static bool is_shared(const struct forms *forms, const struct report_table *t)
{
	for (size_t i = 0; i < forms->n; i++) {
		const struct form *form = &forms->forms[i];
		const struct form_table *def = form_table_find(form, str_of(t->def->name));
		if (form != t->form && def && same_cells(form, def, t->form, t->def))
			return true;
	}
	return false;
}

/* Is the table's form that of another, which is sure of it? */
static bool is_backed(const struct builder *b, const struct form *form)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		const struct built *t = &b->tables.v[i];
		if (!t->rival && t->table.found && t->table.form == form &&
			!is_shared(b->r->forms, &t->table))
			return true;
	}
	return false;
}

static size_t columns_of(const struct form_table *t, const struct form_row *row)
{
	return t->blocks[row->block].n_columns;
}

/* Does the other form have the cell, in a row as wide? */
static bool has_cell(const struct form *form, const struct form_table *t,
	const struct form_table *own, const struct form_cell *cell)
{
	for (size_t k = 0; t && k < t->n_cells; k++) {
		const struct form_cell *other = &form->cells[t->cell + k];
		if (strcmp(other->name, cell->name) == 0)
			return columns_of(t, other->row) == columns_of(own, cell->row);
	}
	return false;
}

/* A table that might as well be of another form stands with the year and with the tables that are
 * sure of theirs. Where those say otherwise, what the other form does not have is in doubt, and
 * what it has in rows of another length. */
void forms_doubt(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		struct built *t = &b->tables.v[i];
		if (!t->table.found || !t->rival || is_backed(b, t->table.form) ||
			(t->due && !is_backed(b, t->rival)))
			continue;
		const struct form_table *other =
			form_table_find(t->rival, str_of(t->table.def->name));
		for (size_t k = 0; k < t->table.def->n_cells; k++)
			if (t->cells[k].state != CELL_MISSING &&
				!has_cell(t->rival, other, t->table.def, t->cells[k].def))
				cell_doubt(&t->cells[k], "form");
	}
}

const struct form *forms_of_report(const struct builder *b)
{
	const struct forms *forms = b->r->forms;
	const struct form *form = NULL, *due = forms_for_year(forms, b->r->year);
	bool same = true;
	for (size_t i = 0; i < b->tables.n; i++) {
		const struct report_table *t = &b->tables.v[i].table;
		if (!t->found || is_shared(forms, t))
			continue;
		same = same && (!form || form == t->form);
		form = t->form;
	}
	if (form && same)
		return form;
	if (due)
		return due;
	return form ? form : &forms->forms[forms->n - 1];
}

void forms_settle(const struct report *r, struct built *b)
{
	struct report_table *t = &b->table;
	const struct form_table *def = form_table_find(r->form, str_of(t->def->name));
	if (!def || t->form == r->form)
		return;
	if (!t->found) {
		free(b->cells);
		b->cells = mem_alloc_array(def->n_cells + 1, sizeof *b->cells);
	} else if (!same_cells(r->form, def, t->form, t->def)) {
		return;
	}
	t->form = r->form;
	t->def = def;
	for (size_t k = 0; k < def->n_cells; k++)
		b->cells[k].def = &r->form->cells[def->cell + k];
}
