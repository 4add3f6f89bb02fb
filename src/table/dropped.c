/* Tables of which no row has anything in its last column, and all have everything before it: what a
 * column that was dropped leaves, where rows are filled up to the width of the headings. Sums tell
 * that it is the total's which is empty: a number that is not zero, and the last is not the sum.
 * Zeros are zeros wherever they stand. */
#include "table/build_forms.h"

enum {
	ROWS_MIN = 2,	 /* so many rows tell */
	COLUMNS_MIN = 3, /* of a row that may */
};

static struct cell *row_cells(const struct built *t, size_t row)
{
	return &t->cells[t->table.def->rows[row].first - t->table.def->cell];
}

static size_t columns_of(const struct built *t, size_t row)
{
	return t->table.def->blocks[t->table.def->rows[row].block].n_columns;
}

static size_t count_printed(const struct built *t, size_t row)
{
	size_t n = 0;
	for (size_t k = 0; k < columns_of(t, row); k++)
		n += cell_is_printed(&row_cells(t, row)[k]);
	return n;
}

/* Is one cell of the row empty, the last in the text, and all others are printed? */
static bool lacks_last(const struct built *t, size_t row)
{
	const struct cell *cells = row_cells(t, row), *hole = NULL;
	size_t n = columns_of(t, row);
	for (size_t k = 0; k < n; k++)
		if (cell_is_hole(&cells[k]))
			hole = &cells[k];
	if (!hole || count_printed(t, row) + 1 < n)
		return false;
	for (size_t k = 0; k < n; k++)
		if (&cells[k] != hole && cells[k].whole.from > hole->whole.from)
			return false;
	return true;
}

static bool may_tell(const struct built *t, size_t row)
{
	return columns_of(t, row) >= COLUMNS_MIN && count_printed(t, row) > 0;
}

static bool all_lack(const struct built *t)
{
	size_t rows = 0;
	for (size_t r = 0; r < t->table.def->n_rows; r++) {
		if (!may_tell(t, r))
			continue;
		if (!lacks_last(t, r))
			return false;
		rows++;
	}
	return rows >= ROWS_MIN;
}

/* The rows side by side: as many cells are empty at the end of the line as there are rows. */
static bool line_lacks(const struct built *t)
{
	size_t n = t->table.def->n_cells, rows = t->table.def->n_rows;
	for (size_t k = 0; k < n; k++)
		if (k + rows >= n ? !cell_is_hole(&t->cells[k]) : !cell_is_printed(&t->cells[k]))
			return false;
	return n > 2 * rows;
}

/* Does a number of the row, printed, differ from zero? */
static bool is_telling(const struct built *t, size_t row)
{
	for (size_t k = 0; k < columns_of(t, row); k++) {
		const struct cell *c = &row_cells(t, row)[k];
		if (c->state == CELL_UNREADABLE ||
			(c->state == CELL_GIVEN && !dec_is_zero(c->value)))
			return true;
	}
	return false;
}

static bool any_telling(const struct built *t)
{
	for (size_t r = 0; r < t->table.def->n_rows; r++)
		if (is_telling(t, r))
			return true;
	return false;
}

static void doubt_row(struct built *t, size_t row, bool all)
{
	for (size_t k = 0; k < columns_of(t, row); k++) {
		struct cell *c = &row_cells(t, row)[k];
		if (c->state != CELL_MISSING && !c->doubt && (all || cell_is_hole(c)))
			cell_doubt(c, "dropped");
	}
}

void dropped_doubt(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		struct built *t = &b->tables.v[i];
		bool wide = t->table.def->layout == FORM_WIDE, telling = any_telling(t);
		bool sums = form_row_sum(t->table.form, t->table.def) != NULL;
		if ((wide ? !line_lacks(t) : !all_lack(t)) || (!wide && sums && telling))
			continue;
		for (size_t r = 0; r < t->table.def->n_rows; r++)
			if (wide || may_tell(t, r))
				doubt_row(t, r, wide ? telling : is_telling(t, r));
	}
}
