/* Labels that stand a row above or below their numbers: one row of numbers has no label, and
 * elsewhere one of the form's rows has no numbers. Nothing tells for sure which of the labels
 * between the two is whose. */
#include "table/lines.h"

/* The numbers of the columns, one behind another, which some print below the headings. */
static bool counts_columns(const struct line *l)
{
	struct dec n = dec_of(1);
	for (size_t i = 0; i < l->cells.n; i++) {
		const struct reading *r = &l->cells.v[i]->reading;
		if (r->kind == READ_EMPTY)
			continue;
		if (r->kind != READ_NUMBER || dec_cmp(r->value, n) != 0)
			return false;
		n.units++;
	}
	return true;
}

/* Nearly all of a row's numbers, or such as add up, where the row above has empty cells, too: the
 * rest of numbers that a line broke off has not. above: NULL where there is none. */
static bool is_whole(const struct columns *c, const struct line *l, const struct line *above)
{
	struct alignment a;
	if (c->n < 2 || l->cells.n < c->n || l->filled > c->n)
		return false;
	if (l->filled * 3 > c->n * 2)
		return true;
	align(c, l->cells.v, l->cells.n, &a);
	return align_sum_holds(c, &a) && !(above && above->filled >= c->n);
}

/* Numbers that are no row's. */
static bool is_nobodys(const struct placing *p, const struct line *l)
{
	return !l->label && !l->mended && l->filled > 0 && !p->row_used[l->stream_row];
}

enum { HAS_NUMBERS, HAS_BLANKS, HAS_NOTHING };

/* What the form's row was given: of one that has nothing, the label is lost. */
static int row_has(const struct placing *p, size_t row)
{
	int has = HAS_NOTHING;
	for (size_t k = 0; k < place_columns_of(p, row); k++) {
		const struct cell *c = &p->cells[p->def->rows[row].first - p->def->cell + k];
		if (cell_is_printed(c))
			return HAS_NUMBERS;
		if (c->state != CELL_MISSING)
			has = HAS_BLANKS;
	}
	return has;
}

static void doubt_rows(struct placing *p, size_t from, size_t to)
{
	for (size_t r = from; r < to; r++)
		for (size_t k = 0; k < place_columns_of(p, r); k++) {
			struct cell *c = &p->cells[p->def->rows[r].first - p->def->cell + k];
			if (c->state != CELL_MISSING)
				cell_doubt(c, "slipped");
		}
}

/* Is the row above the unlabelled line, or that below it, blank? Then the line is that one's. */
static bool is_beside_blank(const struct placing *p, size_t row)
{
	return (row > 0 && row_has(p, row - 1) == HAS_BLANKS) ||
	       (row < p->def->n_rows && row_has(p, row) == HAS_BLANKS);
}

/* The rows from the unlabelled line, `row` being the first below it, to the next whose label is
 * lost, above and below; where none is, to the last that is blank: to its numbers. */
static void doubt_around(struct placing *p, size_t row)
{
	size_t from[] = {row, row, row}, to[] = {row, row, row};
	for (size_t r = row; r < p->def->n_rows && to[HAS_NOTHING] == row; r++)
		to[row_has(p, r)] = r + 1;
	for (size_t r = row; r > 0 && from[HAS_NOTHING] == row; r--)
		from[row_has(p, r - 1)] = r - 1;
	bool lost = from[HAS_NOTHING] < row || to[HAS_NOTHING] > row;
	if (!lost && is_beside_blank(p, row))
		return;
	int end = lost ? HAS_NOTHING : HAS_BLANKS;
	doubt_rows(p, from[end], to[end]);
}

void slipped_doubt(struct placing *p, const struct lines *l, const struct line *const *of)
{
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		size_t row = 0;
		if (!is_nobodys(p, line))
			continue;
		for (size_t r = 0; r < p->def->n_rows; r++)
			row = of[r] && of[r] < line ? r + 1 : row;
		const struct columns *c = &line->columns[p->def->rows[row > 0 ? row - 1 : 0].block];
		if (is_whole(c, line, i > 0 ? line - 1 : NULL) && !counts_columns(line) &&
			orphans_wordless(p, line))
			doubt_around(p, row);
	}
}
