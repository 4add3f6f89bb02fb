/* A table of which nothing is left but its numbers, in rows as long as the form's, and no sum tells
 * which is which: they are taken in the form's order, all of them in doubt. */
#include "table/build_forms.h"
#include "table/section.h"

struct shaped {
	const struct builder *b;
	const struct form *form;
	const struct form_table *def;
	VEC(const struct token_row *) rows; /* that have values */
};

/* Rows of values, between words that stand alone; false where words stand beside values. */
static bool gather(struct shaped *s, struct text_span region)
{
	const struct stream *stream = &s->b->stream;
	size_t from, to;
	rows_within(stream, region, &from, &to);
	for (size_t i = from; i < to; i++) {
		const struct token_row *r = &stream->rows.v[i];
		size_t values = 0, words = 0;
		for (size_t k = r->first; k < r->first + r->n; k++) {
			values += token_has_value(&stream->tokens.v[k]);
			words += stream->tokens.v[k].reading.kind == READ_OTHER;
		}
		if (values > 0 && words > 0)
			return false;
		if (values > 0)
			*vec_push(&s->rows) = r;
	}
	return true;
}

static size_t columns_of(const struct form_table *t, size_t row)
{
	return t->blocks[t->rows[row].block].n_columns;
}

/* Rows of several lengths, each as the form's, every cell of them printed. */
static bool has_shape(const struct shaped *s)
{
	const struct stream *stream = &s->b->stream;
	bool several = false;
	if (s->rows.n != s->def->n_rows)
		return false;
	for (size_t r = 0; r < s->rows.n; r++) {
		const struct token_row *row = s->rows.v[r];
		several |= row->n != s->rows.v[0]->n;
		if (row->n != columns_of(s->def, r))
			return false;
		for (size_t k = row->first; k < row->first + row->n; k++)
			if (!token_has_value(&stream->tokens.v[k]))
				return false;
	}
	return several;
}

static void fill(const struct shaped *s, struct built *t)
{
	struct placing p = built_anew(t, s->form, s->def);
	for (size_t r = 0; r < s->def->n_rows; r++)
		for (size_t k = 0; k < s->rows.v[r]->n; k++)
			place_cell(&p, s->def->rows[r].first - s->def->cell + k,
				&s->b->stream.tokens.v[s->rows.v[r]->first + k],
				(struct placed){.how = "order", .doubt = true});
	built_take(t, &p);
}

static void place_table(struct builder *b, struct built *t)
{
	struct shaped s = {.b = b, .form = forms_for_year(b->r->forms, b->r->year)};
	if (t->given > 0 || !s.form)
		return;
	s.def = form_table_find(s.form, str_of(t->table.def->name));
	if (s.def && s.def->layout == FORM_ROWS &&
		gather(&s, sections_region(b->r, s.def->section)) && has_shape(&s)) {
		fill(&s, t);
		for (size_t r = 0; r < s.rows.n; r++)
			b->used[s.rows.v[r] - b->stream.rows.v] = true;
	}
	vec_free(&s.rows);
}

void shaped_place(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++)
		place_table(b, &b->tables.v[i]);
}
