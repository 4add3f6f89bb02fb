/* Rows that end in an empty cell, or have none for their total: one was lost, and those behind it
 * moved up. */
#include "table/align_ways.h"
#include "table/lines.h"

/* So many rows that have their numbers in the same columns show that rows do. */
#define LIKE_MIN 3

/* What the rows of a table say together. */
struct edges {
	size_t inside, short_rows, full;
	size_t single; /* of the short rows those with one empty cell at their end */
	size_t totals; /* rows that have one */
	size_t rows;   /* with anything in them */
	size_t broken; /* rows that do not add up, empty cells being nothing */
	size_t led[2]; /* begin with an empty cell and have numbers that don't, or do, add up so */
	bool headless; /* one column's heading was not read */
};

static struct cell *cell_at(
	const struct placing *p, const struct columns *c, size_t row, size_t place)
{
	return &p->cells[p->def->rows[row].first - p->def->cell + align_column_at(c, place)];
}

/* How many of the row's cells, as printed, are empty ones at its end; 0 where all are. */
static size_t trailing_holes(const struct placing *p, const struct columns *c, size_t row)
{
	size_t n = 0;
	while (n < c->n && cell_is_hole(cell_at(p, c, row, c->n - 1 - n)))
		n++;
	return n < c->n ? n : 0;
}

static struct cell *total_of(const struct placing *p, const struct columns *c, size_t row)
{
	return &p->cells[p->def->rows[row].first - p->def->cell + c->sum->right[0]];
}

static bool sum_of(
	const struct placing *p, size_t row, const size_t *columns, size_t n, struct dec *sum)
{
	*sum = dec_of(0);
	for (size_t i = 0; i < n; i++)
		if (!dec_add(*sum,
			    p->cells[p->def->rows[row].first - p->def->cell + columns[i]].value,
			    sum))
			return false;
	return true;
}

static bool breaks_sum(const struct placing *p, const struct columns *c, size_t row)
{
	struct dec left, right;
	return !sum_of(p, row, c->sum->left, c->sum->n_left, &left) ||
	       !sum_of(p, row, c->sum->right, c->sum->n_right, &right) || dec_cmp(left, right) != 0;
}

/* Has the row no number but zero? */
static bool is_zero(const struct placing *p, const struct columns *c, size_t row)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct cell *cell = cell_at(p, c, row, i);
		if (cell->state == CELL_UNREADABLE || !dec_is_zero(cell->value))
			return false;
	}
	return true;
}

static void see_row(struct edges *e, const struct placing *p, const struct columns *c, size_t row)
{
	size_t holes = trailing_holes(p, c, row), filled = 0, held = 0;
	for (size_t i = 0; i + holes < c->n; i++) {
		const struct cell *cell = cell_at(p, c, row, i);
		e->inside += cell_is_hole(cell) && !cell->doubt;
		filled += cell->state == CELL_GIVEN || cell->state == CELL_BLANK;
		held += cell_is_printed(cell);
	}
	size_t read = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	e->headless |= read + 1 == c->n && c->n > 2;
	e->rows += held > 0;
	bool broken = held > 0 && c->sum && breaks_sum(p, c, row);
	e->broken += broken;
	e->led[!broken] +=
		held > 0 && c->sum && !is_zero(p, c, row) && cell_is_hole(cell_at(p, c, row, 0));
	e->short_rows += holes > 0;
	e->single += holes == 1;
	e->full += filled == c->n;
	e->totals += c->sum && total_of(p, c, row)->state != CELL_MISSING &&
		     !cell_is_hole(total_of(p, c, row));
}

/* Are the first of the row's cells alike? */
static bool is_uniform(const struct placing *p, const struct columns *c, size_t row, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (cell_at(p, c, row, i)->state != cell_at(p, c, row, 0)->state)
			return false;
	return true;
}

static const struct columns *columns_for(const struct placing *p, const struct line *l, size_t row)
{
	const struct columns *c = l && !l->mended ? &l->columns[p->def->rows[row].block] : NULL;
	if (c && c->even > 0 && !align_is_shorter(c, l->cells.v, l->cells.n))
		return NULL;
	return c && c->n > 1 && !place_shift_of(p, &p->def->rows[row]) ? c : NULL;
}

/* Were the headings of all columns read but, perhaps, the total's? */
static bool knows_parts(const struct columns *c)
{
	for (size_t k = 0; k < c->n; k++)
		if (!c->read[k] && k != c->sum->right[0])
			return false;
	return true;
}

/* The row has no total, though it has numbers to add up and other rows have one, or theirs before
 * it, or nothing says which columns there are. */
static bool lacks_total(
	const struct placing *p, const struct columns *c, size_t row, const struct edges *e)
{
	return c->sum && !is_zero(p, c, row) && cell_is_hole(total_of(p, c, row)) &&
	       (e->totals > 0 || c->moved_rows > 0 || !knows_parts(c));
}

/* Nearly every row ends in one empty cell, and not all of them add up so, or a heading is lost: a
 * column is lost, be it that one or one before it, and the others have moved into its place. */
static bool lacks_column(const struct edges *e)
{
	return e->rows > 2 && e->single * 10 >= e->rows * 9 && (e->broken > 0 || e->headless);
}

/* The first of the row's cells, as printed, that is in doubt; all behind it are, too. No row that
 * begins with an empty cell adds up so: it may be none, and the last one lost. Of a row of
 * zeros with a sum it matters little which is lost, but not that the last ones are empty. */
static size_t doubt_from(
	const struct placing *p, const struct columns *c, size_t row, const struct edges *e)
{
	size_t holes = trailing_holes(p, c, row);
	bool ends = e->inside == 0 && e->full >= e->short_rows;
	bool alike = c->sum && is_zero(p, c, row) && is_uniform(p, c, row, c->n - holes);
	bool led = c->sum && e->led[false] > 0 && e->led[true] == 0 &&
		   cell_is_hole(cell_at(p, c, row, 0));
	if (led || lacks_total(p, c, row, e) || ((ends || lacks_column(e)) && holes > 0 && !alike))
		return 0;
	return ends || (c->sum && e->totals * 10 <= e->rows && holes == 1) ? c->n - holes : c->n;
}

/* In which of its columns, as printed, the row has anything, as bits. */
static uint32_t pattern_of(const struct placing *p, const struct columns *c, size_t row)
{
	uint32_t bits = 0;
	for (size_t i = 0; i < c->n; i++)
		if (cell_is_printed(cell_at(p, c, row, i)))
			bits |= (uint32_t)1 << i;
	return bits;
}

/* How many rows have their cells so. */
static size_t rows_like(const struct placing *p, const struct line *const *of,
	const struct columns *c, uint32_t bits)
{
	size_t n = 0;
	for (size_t r = 0; r < p->def->n_rows; r++) {
		const struct columns *here = columns_for(p, of[r], r);
		n += here && here->n == c->n && pattern_of(p, here, r) == bits;
	}
	return n;
}

/* Has the row empty cells at its end, and moved to the right by some of them it would have its
 * numbers where the most rows have theirs? A cell before them is lost. */
static bool stands_beside(
	const struct placing *p, const struct line *const *of, const struct columns *c, size_t row)
{
	uint32_t own = pattern_of(p, c, row);
	size_t holes = trailing_holes(p, c, row);
	if (holes == 0 || holes == c->n)
		return false;
	size_t like = rows_like(p, of, c, own);
	for (size_t by = 1; by <= holes; by++) {
		size_t others = rows_like(p, of, c, own << by);
		if (others >= LIKE_MIN && others > 2 * like)
			return true;
	}
	return false;
}

static void doubt_beside(struct placing *p, const struct line *const *of)
{
	bool *beside = mem_alloc_array(p->def->n_rows + 1, sizeof *beside);
	const struct columns *c;
	for (size_t r = 0; r < p->def->n_rows; r++)
		beside[r] = (c = columns_for(p, of[r], r)) && stands_beside(p, of, c, r);
	for (size_t r = 0; r < p->def->n_rows; r++)
		for (size_t i = 0; beside[r] && i < columns_for(p, of[r], r)->n; i++) {
			struct cell *cell = cell_at(p, columns_for(p, of[r], r), r, i);
			if (cell->state != CELL_MISSING)
				cell_doubt(cell, "label+order");
		}
	free(beside);
}

static void doubt_row(struct placing *p, const struct columns *c, size_t row, size_t from)
{
	for (size_t i = from; i < c->n; i++)
		if (cell_at(p, c, row, i)->state != CELL_MISSING)
			cell_doubt(cell_at(p, c, row, i), "label+order");
}

/* Is the last of its numbers the sum of those before it? */
static bool ends_in_sum(const struct placing *p, const struct columns *c, size_t row)
{
	size_t n = c->n - trailing_holes(p, c, row);
	struct dec sum = dec_of(0);
	for (size_t i = 0; i + 1 < n; i++)
		if (!dec_add(sum, cell_at(p, c, row, i)->value, &sum))
			return false;
	return n > 1 && !dec_is_zero(sum) && dec_cmp(sum, cell_at(p, c, row, n - 1)->value) == 0;
}

/* The columns of a row of a grid whose empty cells are its own, and of a table that has sums. */
static const struct columns *columns_even(const struct line *l)
{
	const struct columns *c = l && !l->mended ? l->columns : NULL;
	return c && c->sum && c->even > 0 ? c : NULL;
}

/* Rows of such a grid that have numbers to add up, those of them without a total, and of these
 * those that end in what is the sum of the others. */
struct bare {
	size_t rows, bare, moved;
};

static struct bare count_bare(const struct placing *p, const struct line *const *of)
{
	struct bare n = {0};
	for (size_t r = 0; r < p->def->n_rows; r++) {
		const struct columns *c = columns_even(of[r]);
		if (!c || is_zero(p, c, r))
			continue;
		n.rows++;
		if (!cell_is_hole(total_of(p, c, r)))
			continue;
		n.bare++;
		n.moved += ends_in_sum(p, c, r);
	}
	return n;
}

/* Has the row no total, though it has numbers to add up, and nearly all others have theirs, or the
 * last of its numbers is the sum of the others? Its numbers may have been set a column before their
 * own; and where those of all rows were, the last column stands for one that was lost. */
static void doubt_bare_totals(struct placing *p, const struct line *const *of)
{
	struct bare n = count_bare(p, of);
	bool lost = n.moved > 0 && n.bare == n.rows;
	for (size_t r = 0; r < p->def->n_rows && n.bare > 0; r++) {
		const struct columns *c = columns_even(of[r]);
		if (!c || !cell_is_hole(total_of(p, c, r)))
			continue;
		bool zero = is_zero(p, c, r);
		if (lost || (!zero && (n.bare * 10 <= n.rows || ends_in_sum(p, c, r))))
			doubt_row(p, c, r, zero ? c->n - trailing_holes(p, c, r) : 0);
	}
}

void edges_doubt(struct placing *p, const struct line *const *of)
{
	struct edges e = {0};
	const struct columns *c;
	doubt_beside(p, of);
	for (size_t r = 0; r < p->def->n_rows; r++)
		if ((c = columns_for(p, of[r], r)))
			see_row(&e, p, c, r);
	for (size_t r = 0; r < p->def->n_rows; r++) {
		if (!(c = columns_for(p, of[r], r)))
			continue;
		doubt_row(p, c, r, doubt_from(p, c, r, &e));
	}
	doubt_bare_totals(p, of);
}
