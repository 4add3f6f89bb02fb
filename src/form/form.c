/* Looking things up in the forms, and naming cells in words. */
#include "form/form.h"

#include <string.h>

#include "base/arena.h"

void forms_free(struct forms *f)
{
	if (!f)
		return;
	forms_leave_files(f);
	arena_free(f->arena); /* f itself lies in it */
}

void forms_leave_files(struct forms *f)
{
	arena_free(f->trees);
	f->trees = NULL;
	f->docs = NULL;
	f->n_docs = 0;
}

const struct form *forms_find(const struct forms *f, const char *id)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->forms[i].id, id) == 0)
			return &f->forms[i];
	return NULL;
}

const struct form *forms_for_year(const struct forms *f, int year)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->forms[i].year_from <= year && year <= f->forms[i].year_to)
			return &f->forms[i];
	return NULL;
}

const struct form_table *form_table_find(const struct form *f, struct str name)
{
	for (size_t i = 0; i < f->n_tables; i++)
		if (str_is(name, f->tables[i].name))
			return &f->tables[i];
	return NULL;
}

const struct form_identity *form_row_sum(const struct form *f, const struct form_table *t)
{
	for (size_t i = 0; i < f->n_identities; i++)
		if (f->identities[i].table == t && f->identities[i].each_row)
			return &f->identities[i];
	return NULL;
}

size_t form_cell_at(const struct form_table *t, size_t row, size_t column)
{
	if (row >= t->n_rows || column >= t->blocks[t->rows[row].block].n_columns)
		return STR_NONE;
	return t->rows[row].first + column;
}

static size_t table_cell_find(const struct form_table *t, struct str row, struct str column)
{
	for (size_t r = 0; r < t->n_rows; r++) {
		if (!str_is(row, t->rows[r].name))
			continue;
		const struct form_block *b = &t->blocks[t->rows[r].block];
		for (size_t c = 0; c < b->n_columns; c++)
			if (str_is(column, b->columns[c].name))
				return form_cell_at(t, r, c);
		return STR_NONE;
	}
	return STR_NONE;
}

size_t form_cell_find(const struct form *f, struct str name)
{
	size_t one = str_find(name, STR("/"), 0);
	size_t two = one == STR_NONE ? STR_NONE : str_find(name, STR("/"), one + 1);
	if (two == STR_NONE)
		return STR_NONE;
	const struct form_table *t = form_table_find(f, str_slice(name, 0, one));
	if (!t)
		return STR_NONE;
	return table_cell_find(t, str_slice(name, one + 1, two), str_slice(name, two + 1, name.n));
}

void form_cell_words(const struct form_cell *c, enum lang lang, struct buf *out)
{
	if (c->row->group != STR_NONE) {
		buf_adds(out, c->table->groups[c->row->group].label.text[lang]);
		buf_adds(out, lang == LANG_ZH ? "：" : ": ");
	}
	buf_adds(out, c->row->label.text[lang]);
	buf_adds(out, " · ");
	buf_adds(out, c->column->label.text[lang]);
}

void form_cell_brief(const struct form_cell *c, enum lang lang, struct buf *out)
{
	buf_adds(out, c->row->brief.text[lang]);
	buf_adds(out, lang == LANG_ZH ? "·" : " · ");
	buf_adds(out, c->column->brief.text[lang]);
}
