/* Where the columns of numbers are: under which measure, or ragged. */
#include "import/columns_plan.h"

#include <stdlib.h>

/* Cells of tables in which empty ones are told; larger ones have those only that hold something. */
#define EMPTIES_MAX ((size_t)1 << 16)
/* One number in so many may stand out of line. */
#define LINED_SHARE 8

size_t columns_row_length(const struct columns *c, size_t at)
{
	size_t n = 1;

	while (at + n < c->pieces.n && c->pieces.v[at + n].row == c->pieces.v[at].row)
		n++;
	return n;
}

size_t columns_row_values(const struct columns_piece *p, size_t n)
{
	size_t values = 0;

	for (size_t i = 0; i < n; i++)
		values += p[i].value;
	return values;
}

static void plan_values(struct plan *plan, const struct columns *c)
{
	uint32_t labels_to = 0;

	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = columns_row_length(c, i);
		size_t values = columns_row_values(p, n);

		plan->most = values > plan->most ? values : plan->most;
		for (size_t k = 0; k < n; k++) {
			struct extent e = plan_extent(plan, &p[k]);

			if (p[k].value)
				*vec_push(&plan->values.e) = e;
			else if (values > 0 && !p[k].behind && e.to > labels_to)
				labels_to = e.to;
		}
	}
	extents_join(&plan->values);
	plan->label_end = plan->values.e.n ? plan->values.e.v[0].from : UINT32_MAX;
	if (plan->values.e.n && labels_to > 0 && labels_to < plan->label_end)
		plan->label_end = labels_to;
	plan_unite(plan, c);
}

void plan_free(struct plan *plan)
{
	vec_free(&plan->labels.e);
	vec_free(&plan->values.e);
	vec_free(&plan->heads.e);
	vec_free(&plan->shown.e);
	vec_free(&plan->numbers.e);
}

/* How many of a full row's numbers are in other columns than those in `cols`, the numbers of the
 * first full row, or share one. */
static size_t row_strays(
	const struct plan *plan, const struct columns_piece *p, size_t n, size_t *cols, bool first)
{
	size_t strays = 0, k = 0, last = SIZE_MAX;

	for (size_t i = 0; i < n; i++) {
		if (!p[i].value)
			continue;
		size_t col = extents_nearest(&plan->values, plan_extent(plan, &p[i]));

		if (first)
			cols[k] = col;
		strays += cols[k++] != col || col == last;
		last = col;
	}
	return strays;
}

static size_t plan_strays(struct plan *plan, const struct columns *c)
{
	size_t *cols = mem_alloc_array(plan->most, sizeof *cols);
	size_t strays = 0;

	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = columns_row_length(c, i);
		if (columns_row_values(p, n) < plan->most)
			continue;
		strays += row_strays(plan, p, n, cols, plan->full++ == 0);
	}
	free(cols);
	return strays;
}

/* The columns are where the numbers of the full rows are in the mean. */
static void plan_means(struct plan *plan, const struct columns *c)
{
	uint64_t *sums = mem_alloc_array(plan->most, sizeof *sums);
	size_t rows = 0;

	plan->ragged = true;
	plan->label_end = 0;
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = columns_row_length(c, i);
		if (columns_row_values(p, n) < plan->most)
			continue;
		rows++;
		for (size_t j = 0, k = 0; j < n; j++) {
			struct extent e = plan_extent(plan, &p[j]);

			if (!p[j].value)
				continue;
			if (k == 0 && e.from > plan->label_end)
				plan->label_end = e.from;
			sums[k++] += ((uint64_t)e.from + e.to) / 2;
		}
	}
	plan->values.e.n = 0;
	for (size_t k = 0; k < plan->most; k++) {
		uint32_t middle = (uint32_t)(sums[k] / rows);

		*vec_push(&plan->values.e) = (struct extent){middle, middle + 1};
	}
	free(sums);
}

size_t plan_ordered_from(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t values = columns_row_values(p, n), from = 0;

	if (!plan->ragged || (values > 0 && values < plan->most))
		return n;
	if (values == 0)
		return n == plan->most ? 0 : n == plan->most + 1 ? 1 : n;
	while (!p[from].value)
		from++;
	return from;
}

static int place_cmp(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* How many different places so many sorted ones are; those less than `apart` behind the first of
 * several are one. */
static size_t count_places(const uint64_t *at, size_t n, uint64_t apart)
{
	size_t places = 0, first = 0;

	for (size_t i = 0; i < n; i++)
		if (i == 0 || at[i] - at[first] >= apart) {
			first = i;
			places++;
		}
	return places;
}

/* How many places the numbers begin at (end at, have their middle at), whichever is least: under
 * the right measure they line up. A middle may be half a column off. */
static size_t plan_places(const struct plan *plan, const struct columns *c, size_t *values)
{
	size_t least = SIZE_MAX;
	uint64_t *at = mem_alloc_array(c->pieces.n + 1, sizeof *at);

	for (int side = 0; side < 3; side++) {
		size_t n = 0;

		for (size_t i = 0; i < c->pieces.n; i++) {
			struct extent e = plan_extent(plan, &c->pieces.v[i]);

			if (c->pieces.v[i].value)
				at[n++] = side == 0   ? e.from
					  : side == 1 ? e.to
						      : (uint64_t)e.from + e.to;
		}
		qsort(at, n, sizeof *at, place_cmp);
		size_t places = count_places(at, n, side == 2 ? 2 : 1);

		least = places < least ? places : least;
		*values = n;
	}
	free(at);
	return least;
}

/* The measure under which fewest numbers of full rows stray from the columns, of those the one
 * under which numbers line up best, and columns are fewest. */
static size_t plan_measure(struct plan *plan, const struct columns *c)
{
	size_t least = SIZE_MAX, places = 0;

	for (int measure = 0; measure < COLUMNS_MEASURES; measure++) {
		struct plan next = {.measure = measure};

		plan_values(&next, c);
		size_t strays = plan_strays(&next, c), values, now = plan_places(&next, c, &values);
		bool better =
			strays < least ||
			(strays == least &&
				(now < places ||
					(now == places && next.values.e.n < plan->values.e.n)));
		next.lined = now <= next.values.e.n + values / LINED_SHARE;
		plan_free(better ? plan : &next);
		if (better) {
			*plan = next;
			least = strays;
			places = now;
		}
	}
	return least;
}

/* More words side by side in a row without numbers than there are columns: no row shows them all,
 * and what a number below stands under is not known. */
static bool plan_is_crowded(const struct plan *plan, const struct columns *c)
{
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		size_t heads = 0;

		n = columns_row_length(c, i);
		for (size_t k = 0; k < n; k++)
			heads += !plan_is_label(plan, &c->pieces.v[i + k]);
		if (columns_row_values(&c->pieces.v[i], n) == 0 && heads > plan->values.e.n)
			return true;
	}
	return false;
}

/* The labels of other sections tell how far this one's reach. */
static void plan_take_labels(struct plan *plan, const struct plan *whole)
{
	if (whole && whole->measure == plan->measure && !plan->ragged && plan->values.e.n > 0 &&
		whole->label_end > plan->label_end && whole->label_end <= plan->values.e.v[0].from)
		plan->label_end = whole->label_end;
}

void plan_make(struct plan *plan, const struct columns *c, const struct plan *whole)
{
	size_t rows = c->pieces.n ? c->pieces.v[c->pieces.n - 1].row + 1 : 0;

	*plan = (struct plan){0};
	if (plan_measure(plan, c) > 0 && !(plan->lined && plan_is_headed(plan, c)))
		plan_means(plan, c);
	else
		plan_show(plan, c);
	plan->part = whole;
	plan_take_labels(plan, whole);
	plan_words(plan, c);
	plan->crowded = plan_is_crowded(plan, c);
	plan->empties &= rows * plan->values.e.n <= EMPTIES_MAX;
}
