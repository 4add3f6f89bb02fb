/* Rows whose numbers stand in another order than the columns: words or page marks stand amid them,
 * or numbers before the label, as where a page's text was read in pieces. The row adds up in any
 * order; the columns do only with its numbers in the places of each other. */
#include <stdlib.h>

#include "base/utf8.h"
#include "table/align.h"
#include "table/build_forms.h"

#define UNITS_MAX 1000000000

struct row {
	struct cell *cells;
	size_t n;
	bool first;			/* its numbers are on the identity's left */
	int64_t off[ALIGN_COLUMNS_MAX]; /* by how much each column does not add up */
};

static bool is_whole(const struct cell *c)
{
	return c->state == CELL_BLANK || (c->state == CELL_GIVEN && !c->value.scale &&
						 c->value.units >= 0 && c->value.units < UNITS_MAX);
}

static int64_t value_of(const struct cell *c)
{
	return c->state == CELL_GIVEN ? c->value.units : 0;
}

static struct cell *row_cells(const struct built *t, size_t row)
{
	const struct form_table *def = t->table.def;
	return &t->cells[def->rows[row].first - def->cell];
}

/* By how much the column does not add up; false where nobody can tell. */
static bool column_off(
	const struct built *t, const struct form_identity *id, size_t column, int64_t *off)
{
	*off = 0;
	for (size_t i = 0; i < id->n_left + id->n_right; i++) {
		bool left = i < id->n_left;
		const struct cell *c =
			&row_cells(t, left ? id->left[i] : id->right[i - id->n_left])[column];
		if (!is_whole(c))
			return false;
		*off += left ? value_of(c) : -value_of(c);
	}
	return true;
}

static int number_cmp(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* Do the columns add up with the row's numbers in another order? */
static bool adds_up_else(const struct row *r)
{
	int64_t is[ALIGN_COLUMNS_MAX], wanted[ALIGN_COLUMNS_MAX];
	bool off = false;
	for (size_t k = 0; k < r->n; k++) {
		is[k] = value_of(&r->cells[k]);
		wanted[k] = is[k] - (r->first ? r->off[k] : -r->off[k]);
		off |= r->off[k] != 0;
	}
	qsort(is, r->n, sizeof *is, number_cmp);
	qsort(wanted, r->n, sizeof *wanted, number_cmp);
	for (size_t k = 0; k < r->n && off; k++)
		off = is[k] == wanted[k];
	return off;
}

/* Or a number that is none of the row's, as a page's is. */
static bool has_words(struct str text)
{
	for (size_t at = 0; at < text.n;) {
		unsigned ch = utf8_next(text, &at);
		if (utf8_is_han(ch) || (ch >= '0' && ch <= '9'))
			return true;
	}
	return false;
}

/* Does anything stand between the row's numbers, or one of them before its label? Only lines that
 * no grid holds can be so. */
static bool is_torn(const struct row *r, const struct doc *d)
{
	size_t last = 0;
	bool torn = false;
	for (size_t k = 0; k < r->n; k++) {
		const struct cell *c = &r->cells[k];
		if (!cell_is_printed(c))
			continue;
		struct text_span before = {last, c->span.from};
		torn |= c->span.from < c->label.from;
		torn |= last && (before.to < before.from || has_words(doc_str(d, before)));
		last = c->whole.to;
	}
	return torn;
}

static void judge(const struct built *t, const struct form_identity *id, const struct doc *d)
{
	struct row r = {.n = t->table.def->blocks[0].n_columns};
	bool off = false;
	for (size_t k = 0; k < r.n; k++) {
		if (!column_off(t, id, k, &r.off[k]))
			return;
		off |= r.off[k] != 0;
	}
	for (size_t i = 0; i < id->n_left + id->n_right && off; i++) {
		r.first = i < id->n_left;
		r.cells = row_cells(t, r.first ? id->left[i] : id->right[i - id->n_left]);
		if (!is_torn(&r, d) || !adds_up_else(&r))
			continue;
		for (size_t k = 0; k < r.n; k++)
			if (r.off[k] != 0)
				cell_doubt(&r.cells[k], "headings");
	}
}

void swaps_doubt(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		const struct built *t = &b->tables.v[i];
		for (size_t k = 0; k < t->table.form->n_identities; k++) {
			const struct form_identity *id = &t->table.form->identities[k];
			if (id->table == t->table.def && !id->each_row)
				judge(t, id, b->r->doc);
		}
	}
}
