/* Rows that end in an empty cell where no other cell is empty: one was lost, and those behind it
 * moved up. */
#include "table/lines.h"

/* What the rows of a table say together. */
struct edges {
	size_t inside, short_rows, full, zeros;
};

static struct cell *cell_at(
	const struct placing *p, const struct columns *c, size_t row, size_t place)
{
	size_t k = c->total_first ? (place == 0 ? c->n - 1 : place - 1) : place;
	return &p->cells[p->def->rows[row].first - p->def->cell + k];
}

static bool is_hole(const struct cell *c)
{
	return c->state == CELL_BLANK && text_span_empty(c->span);
}

/* How many of the row's cells, as printed, are empty ones at its end; 0 where all are. */
static size_t trailing_holes(const struct placing *p, const struct columns *c, size_t row)
{
	size_t n = 0;
	while (n < c->n && is_hole(cell_at(p, c, row, c->n - 1 - n)))
		n++;
	return n < c->n ? n : 0;
}

static void see_row(struct edges *e, const struct placing *p, const struct columns *c, size_t row)
{
	size_t holes = trailing_holes(p, c, row), filled = 0;
	for (size_t i = 0; i + holes < c->n; i++) {
		const struct cell *cell = cell_at(p, c, row, i);
		e->inside += is_hole(cell);
		e->zeros += cell->state == CELL_GIVEN && dec_is_zero(cell->value);
		filled += cell->state == CELL_GIVEN || cell->state == CELL_BLANK;
	}
	e->short_rows += holes > 0;
	e->full += filled == c->n;
}

/* Do the row's parts come to its total, which is not zero? */
static bool adds_up(const struct placing *p, const struct columns *c, size_t row)
{
	const struct cell *cells = &p->cells[p->def->rows[row].first - p->def->cell];
	struct dec left = dec_of(0), right = left;
	for (size_t i = 0; c->sum && i < c->sum->n_left; i++)
		if (!dec_add(left, cells[c->sum->left[i]].value, &left))
			return false;
	for (size_t i = 0; c->sum && i < c->sum->n_right; i++)
		if (!dec_add(right, cells[c->sum->right[i]].value, &right))
			return false;
	return c->sum && !dec_is_zero(right) && dec_cmp(left, right) == 0;
}

/* Are the row's cells, as far as it has any, all the same? Then it matters little which is lost,
 * but that the last ones are empty is not sure. */
static bool is_uniform(const struct placing *p, const struct columns *c, size_t row)
{
	const struct cell *first = cell_at(p, c, row, 0);
	for (size_t i = 1; i < c->n; i++) {
		const struct cell *cell = cell_at(p, c, row, i);
		if (!is_hole(cell) &&
			(cell->state != first->state || dec_cmp(cell->value, first->value) != 0))
			return false;
	}
	return true;
}

static const struct columns *columns_for(const struct placing *p, const struct line *l, size_t row)
{
	const struct columns *c = l && !l->mended ? &l->columns[p->def->rows[row].block] : NULL;
	if (c && c->even > 0 && !align_is_shorter(c, l->cells.v, l->cells.n))
		return NULL;
	return c && c->n > 1 && !place_shift_of(p, &p->def->rows[row]) ? c : NULL;
}

void edges_doubt(struct placing *p, const struct line *const *of)
{
	struct edges e = {0};
	const struct columns *c;
	for (size_t r = 0; r < p->def->n_rows; r++)
		if ((c = columns_for(p, of[r], r)))
			see_row(&e, p, c, r);
	if (e.inside > 0 || e.short_rows == 0 || e.full < e.short_rows || e.zeros == 0)
		return;
	for (size_t r = 0; r < p->def->n_rows; r++) {
		size_t holes = 0;
		if (!(c = columns_for(p, of[r], r)) || !(holes = trailing_holes(p, c, r)) ||
			adds_up(p, c, r))
			continue;
		for (size_t i = is_uniform(p, c, r) ? c->n - holes : 0; i < c->n; i++)
			if (cell_at(p, c, r, i)->state != CELL_MISSING)
				cell_doubt(cell_at(p, c, r, i), "label+order");
	}
}
