/* Rows that a page's end cuts in two: the rest of their labels and numbers stands in the first row
 * of the next page, below headings where those are repeated. */
#include "import/pdf_ruled.h"

#include <math.h>
#include <stdlib.h>

/* Borders of two pages are the same where they differ by no more, in points. */
#define SAME_BORDER 3.0

static bool same(double a, double b)
{
	return fabs(a - b) < SAME_BORDER;
}

static bool same_sides(const struct pdf_box *a, const struct pdf_box *b)
{
	return same(a->x0, b->x0) && same(a->x1, b->x1);
}

static bool begins_in(const struct pdf_ruled_cell *c, size_t row)
{
	return c->box.row == row;
}

static bool ends_in(const struct pdf_ruled_cell *c, size_t row)
{
	return c->box.row + c->box.rowspan - 1 == row;
}

/* --- columns --- */

/* Of two pages' tables so many borders, of the one that has fewer, are the same where one goes on
 * with the other: in quarters. */
#define COMMON 3
/* Borders nearer than this, in points, are no column's. */
#define BESIDE 8.0

/* The border of `t` that is at x; STR_NONE: none. */
static size_t border_at(const struct pdf_ruled *t, double x)
{
	size_t best = STR_NONE;

	for (size_t i = 0; i < t->x.n; i++)
		if (same(t->x.v[i], x) &&
			(best == STR_NONE || fabs(t->x.v[i] - x) < fabs(t->x.v[best] - x)))
			best = i;
	return best;
}

/* All borders of both, from the left; how many are of both: 0 where some lie beside each other, for
 * the pages were laid out each for itself. */
static size_t unite(const struct pdf_ruled *a, const struct pdf_ruled *b, struct pdf_ruled *all)
{
	size_t k = 0, common = 0;

	for (size_t i = 0; i < a->x.n || k < b->x.n;) {
		bool is_a = i < a->x.n && (k == b->x.n || a->x.v[i] < b->x.v[k]);
		bool both = i < a->x.n && k < b->x.n && same(a->x.v[i], b->x.v[k]);

		double x = is_a ? a->x.v[i] : b->x.v[k];

		if (all->x.n && x - all->x.v[all->x.n - 1] < BESIDE)
			return 0;
		*vec_push(&all->x) = x;
		common += both;
		i += both || is_a;
		k += both || !is_a;
	}
	return common;
}

static void number_by(struct pdf_ruled *t, const struct pdf_ruled *all)
{
	for (size_t i = 0; i < t->cells.n; i++) {
		struct pdf_box *b = &t->cells.v[i].box;
		size_t right = border_at(all, t->x.v[b->col + b->colspan]);

		b->col = border_at(all, t->x.v[b->col]);
		b->colspan = right - b->col;
	}
	t->x.n = 0;
	for (size_t i = 0; i < all->x.n; i++)
		*vec_push(&t->x) = all->x.v[i];
}

/* A page has not all borders of a table that others go on with. */
static void number_alike(struct pdf_ruled *t, struct pdf_ruled *next)
{
	struct pdf_ruled all = {0};
	size_t common = unite(t, next, &all), least = t->x.n < next->x.n ? t->x.n : next->x.n;

	if (common * 4 >= least * COMMON && same(t->x.v[t->x.n - 1], next->x.v[next->x.n - 1])) {
		number_by(t, &all);
		number_by(next, &all);
	}
	vec_free(&all.x);
}

/* --- headings --- */

/* The next cell from *at on that begins in the row; NULL: none. */
static const struct pdf_ruled_cell *next_of(const struct pdf_ruled *t, size_t row, size_t *at)
{
	while (*at < t->cells.n)
		if (begins_in(&t->cells.v[(*at)++], row))
			return &t->cells.v[*at - 1];
	return NULL;
}

static bool same_heading(const struct pdf_ruled *a, const struct pdf_ruled *b, size_t row)
{
	size_t i = 0, k = 0;

	for (;;) {
		const struct pdf_ruled_cell *x = next_of(a, row, &i), *y = next_of(b, row, &k);

		if (!x && !y)
			return true;
		if (!x || !y || x->number || !str_eq(buf_str(&x->text), buf_str(&y->text)))
			return false;
	}
}

/* How many rows the next page begins with that are the headings again. */
static size_t headings_of(const struct pdf_ruled *a, const struct pdf_ruled *b)
{
	size_t row = 0;

	while (row + 1 < a->rows && row + 1 < b->rows && same_heading(a, b, row))
		row++;
	return row;
}

/* --- the rows at the cut --- */

/* A cell above the cut and what is right below it. */
struct pair {
	struct pdf_ruled_cell *above, *below;
};

struct cut {
	size_t last, first; /* the rows */
	VEC(struct pair) pairs;
	size_t numbers;	      /* of the upper one */
	size_t above, below;  /* values in the one, in the other */
	size_t whole;	      /* columns with something in both where the upper is whole */
	bool label, numbered; /* the lower one has a label, which begins one */
	bool go_on, full;     /* the upper one has one, whose line is full */
};

static struct pdf_ruled_cell *below(
	struct pdf_ruled *next, const struct pdf_ruled_cell *c, size_t row)
{
	for (size_t i = 0; i < next->cells.n; i++)
		if (begins_in(&next->cells.v[i], row) && same_sides(&next->cells.v[i].box, &c->box))
			return &next->cells.v[i];
	return NULL;
}

static size_t cells_of(const struct pdf_ruled *t, size_t row)
{
	size_t n = 0;

	for (size_t i = 0; i < t->cells.n; i++)
		n += begins_in(&t->cells.v[i], row);
	return n;
}

static int by_left(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return (x->above->box.x0 > y->above->box.x0) - (x->above->box.x0 < y->above->box.x0);
}

/* false: the rows do not have the same columns. */
static bool pair_cells(struct pdf_ruled *t, struct pdf_ruled *next, struct cut *cut)
{
	for (size_t i = 0; i < t->cells.n; i++) {
		struct pdf_ruled_cell *c = &t->cells.v[i];

		if (!ends_in(c, cut->last))
			continue;
		struct pair *p = vec_push(&cut->pairs);

		*p = (struct pair){c, below(next, c, cut->first)};
		if (!p->below)
			return false;
	}
	if (cut->pairs.n != cells_of(next, cut->first))
		return false;
	if (cut->pairs.n)
		qsort(cut->pairs.v, cut->pairs.n, sizeof *cut->pairs.v, by_left);
	return cut->pairs.n > 1;
}

/* --- labels and values --- */

static void count_numbers(
	const struct pdf_ruled *t, const struct pdf_box *b, size_t *numbers, size_t *words)
{
	for (size_t i = 0; i < t->cells.n; i++)
		if (same_sides(&t->cells.v[i].box, b) && t->cells.v[i].text.n) {
			*numbers += t->cells.v[i].number;
			*words += !t->cells.v[i].number;
		}
}

/* The first of the pairs that is of values; the number of pairs where none is. */
static size_t first_of_values(
	const struct pdf_ruled *t, const struct pdf_ruled *next, const struct cut *cut)
{
	for (size_t i = 0; i < cut->pairs.n; i++) {
		size_t numbers = 0, words = 0;

		count_numbers(t, &cut->pairs.v[i].above->box, &numbers, &words);
		count_numbers(next, &cut->pairs.v[i].above->box, &numbers, &words);
		if (numbers > 0 && numbers * 2 >= words)
			return i;
	}
	return cut->pairs.n;
}

/* Are many labels of the table's rows, which end at x, numbered? Then one that is not goes on with
 * another. */
static bool numbers_labels(const struct pdf_ruled *t, double x)
{
	size_t numbered = 0, labels = 0;

	for (size_t i = 0; i < t->cells.n; i++) {
		const struct pdf_ruled_cell *c = &t->cells.v[i];

		if (!same(c->box.x1, x) || c->text.n == 0)
			continue;
		labels++;
		numbered += c->numbered;
	}
	return numbered * 3 >= labels && numbered > 0;
}

static void look(struct cut *cut, size_t values)
{
	const struct pair *label = values ? &cut->pairs.v[values - 1] : NULL;

	cut->label = label && label->below->text.n > 0;
	cut->numbered = label && label->below->numbered;
	cut->go_on = !label || label->above->text.n > 0;
	cut->full = label && label->above->full;
	for (size_t i = values; i < cut->pairs.n; i++) {
		const struct pdf_ruled_cell *x = cut->pairs.v[i].above, *y = cut->pairs.v[i].below;

		cut->above += x->text.n > 0;
		cut->numbers += x->number;
		cut->below += y->text.n > 0;
		cut->whole += x->text.n && y->digit && !x->full;
	}
}

/* Values on both sides are of one row only where each was cut, its box being full. Where one side
 * has none, the lower label must be one that goes on. */
static bool is_split(const struct cut *cut, bool numbered)
{
	bool goes_on = !cut->label || (numbered && !cut->numbered);

	if (!cut->go_on || cut->numbered || cut->numbers * 2 < cut->above)
		return false;
	if (cut->above && cut->below)
		return goes_on && cut->whole == 0;
	if (cut->below)
		return goes_on || cut->full;
	return cut->label && goes_on;
}

static void join_cells(const struct pair *p)
{
	struct pdf_ruled_cell *x = p->above, *y = p->below;

	if (y->box.rowspan > 1)
		return;
	if (x->text.n && y->text.n && !(x->full && x->number && y->number))
		buf_addc(&x->text, '\n');
	buf_add(&x->text, buf_str(&y->text));
	x->unsure = x->unsure || y->unsure;
	buf_clear(&y->text);
	y->continued = true;
}

bool pdf_ruled_follows(struct pdf_ruled *t, struct pdf_ruled *next)
{
	struct cut cut = {.last = t->rows - 1};
	bool follows = pair_cells(t, next, &cut);

	vec_free(&cut.pairs);
	return follows;
}

void pdf_ruled_join(struct pdf_ruled *t, struct pdf_ruled *next)
{
	struct cut cut = {.last = t->rows - 1, .first = headings_of(t, next)};

	number_alike(t, next);
	if (t->rows > 1 && cut.first < next->rows && pair_cells(t, next, &cut)) {
		size_t values = first_of_values(t, next, &cut);

		if (values < cut.pairs.n) {
			double x = cut.pairs.v[values].above->box.x0;

			look(&cut, values);
			if (is_split(&cut, numbers_labels(t, x) || numbers_labels(next, x)))
				for (size_t i = 0; i < cut.pairs.n; i++)
					join_cells(&cut.pairs.v[i]);
		}
	}
	vec_free(&cut.pairs);
}
