/* Columns from places on lines. */
#include "import/columns.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "import/layout.h"

void columns_init(struct columns *c, struct str text)
{
	*c = (struct columns){.text = text};
}

void columns_free(struct columns *c)
{
	vec_free(&c->pieces);
}

void columns_begin_row(struct columns *c, size_t row)
{
	c->row = (uint32_t)row;
	c->behind = false;
	c->at[0] = c->at[1] = 0;
}

static void advance(struct columns *c, struct str s)
{
	c->at[0] += (uint32_t)utf8_columns(s, 2);
	c->at[1] += (uint32_t)utf8_count(s);
}

void columns_add(struct columns *c, struct str before, struct text_span piece, bool value)
{
	struct columns_piece *p = vec_push(&c->pieces);

	advance(c, before);
	p->from[0] = c->at[0];
	p->from[1] = c->at[1];
	advance(c, str_slice(c->text, piece.from, piece.to));
	p->to[0] = c->at[0];
	p->to[1] = c->at[1];
	p->text_from = (uint32_t)piece.from;
	p->text_to = (uint32_t)piece.to;
	p->row = c->row;
	p->value = value;
	p->behind = c->behind;
	c->behind |= value;
}

/* A column's extent, or a piece's. */
struct extent {
	uint32_t from, to;
};

struct extents {
	VEC(struct extent) e;
};

static int extent_cmp(const void *a, const void *b)
{
	const struct extent *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

/* Sorts, and joins those that overlap. */
static void extents_join(struct extents *x)
{
	size_t n = 0;

	if (x->e.n > 1)
		qsort(x->e.v, x->e.n, sizeof *x->e.v, extent_cmp);
	for (size_t i = 0; i < x->e.n; i++) {
		struct extent e = x->e.v[i];

		if (n > 0 && e.from < x->e.v[n - 1].to) {
			if (e.to > x->e.v[n - 1].to)
				x->e.v[n - 1].to = e.to;
		} else {
			x->e.v[n++] = e;
		}
	}
	x->e.n = n;
}

/* The one nearest to the middle of `e`; x is joined and not empty. */
static size_t extents_nearest(const struct extents *x, struct extent e)
{
	uint64_t middle = ((uint64_t)e.from + e.to) / 2;
	size_t low = 0, high = x->e.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (x->e.v[mid].from <= middle)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return 0;
	if (low < x->e.n && middle > x->e.v[low - 1].to &&
		x->e.v[low].from - middle < middle - x->e.v[low - 1].to)
		return low;
	return low - 1;
}

static bool extents_overlap(const struct extents *x, struct extent e)
{
	const struct extent *near = &x->e.v[extents_nearest(x, e)];

	return near->from < e.to && e.from < near->to;
}

/* What is known of the columns under one measure. */
struct plan {
	int measure;
	bool ragged;
	size_t most; /* numbers in the fullest rows */
	struct extents labels, values;
	uint32_t label_end; /* pieces with their middle before it are labels */
	size_t label_cols;
};

static struct extent piece_extent(const struct plan *plan, const struct columns_piece *p)
{
	return (struct extent){p->from[plan->measure], p->to[plan->measure]};
}

static size_t row_length(const struct columns *c, size_t at)
{
	size_t n = 1;

	while (at + n < c->pieces.n && c->pieces.v[at + n].row == c->pieces.v[at].row)
		n++;
	return n;
}

static size_t row_values(const struct columns_piece *p, size_t n)
{
	size_t values = 0;

	for (size_t i = 0; i < n; i++)
		values += p[i].value;
	return values;
}

static void plan_values(struct plan *plan, const struct columns *c)
{
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = row_length(c, i);
		size_t values = row_values(p, n);

		plan->most = values > plan->most ? values : plan->most;
		for (size_t k = 0; k < n; k++)
			if (p[k].value)
				*vec_push(&plan->values.e) = piece_extent(plan, &p[k]);
	}
	extents_join(&plan->values);
	plan->label_end = plan->values.e.n ? plan->values.e.v[0].from : UINT32_MAX;
}

static void plan_free(struct plan *plan)
{
	vec_free(&plan->labels.e);
	vec_free(&plan->values.e);
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
		size_t col = extents_nearest(&plan->values, piece_extent(plan, &p[i]));

		if (first)
			cols[k] = col;
		strays += cols[k++] != col || col == last;
		last = col;
	}
	return strays;
}

static size_t plan_strays(const struct plan *plan, const struct columns *c)
{
	size_t *cols = mem_alloc_array(plan->most, sizeof *cols);
	size_t strays = 0;
	bool first = true;

	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = row_length(c, i);
		if (row_values(p, n) < plan->most)
			continue;
		strays += row_strays(plan, p, n, cols, first);
		first = false;
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

		n = row_length(c, i);
		if (row_values(p, n) < plan->most)
			continue;
		rows++;
		for (size_t j = 0, k = 0; j < n; j++) {
			struct extent e = piece_extent(plan, &p[j]);

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

static bool is_label(const struct plan *plan, const struct columns_piece *p)
{
	struct extent e = piece_extent(plan, p);

	return !p->value && !p->behind && ((uint64_t)e.from + e.to) / 2 < plan->label_end;
}

/* From which piece on the pieces of a row are its columns in order: the numbers of a full row of a
 * ragged table, or words that are as many, one label before them or none. n where only the places
 * tell. */
static size_t ordered_from(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t values = row_values(p, n), from = 0;

	if (!plan->ragged || (values > 0 && values < plan->most))
		return n;
	if (values == 0)
		return n == plan->most ? 0 : n == plan->most + 1 ? 1 : n;
	while (!p[from].value)
		from++;
	return from;
}

/* What the row says of the columns: several labels side by side, words over no number. */
static void plan_row(
	struct plan *plan, const struct columns_piece *p, size_t n, struct extents *apart)
{
	size_t labels = 0, ordered = ordered_from(plan, p, n);

	for (size_t i = 0; i < n && i < ordered; i++)
		labels += is_label(plan, &p[i]);
	plan->label_cols = labels > plan->label_cols ? labels : plan->label_cols;
	for (size_t i = 0; i < n && i < ordered; i++) {
		struct extent e = piece_extent(plan, &p[i]);

		if (is_label(plan, &p[i]) && labels > 1)
			*vec_push(&plan->labels.e) = e;
		else if (!plan->ragged && !p[i].value && !is_label(plan, &p[i]) &&
			 !extents_overlap(&plan->values, e))
			*vec_push(&apart->e) = e;
	}
}

/* Labels have columns where a row has several; words over no number one of their own. */
static void plan_words(struct plan *plan, const struct columns *c)
{
	struct extents apart = {0};

	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = row_length(c, i);
		plan_row(plan, &c->pieces.v[i], n, &apart);
	}
	extents_join(&plan->labels);
	if (plan->labels.e.n > plan->label_cols)
		plan->label_cols = plan->labels.e.n;
	for (size_t i = 0; i < apart.e.n; i++)
		*vec_push(&plan->values.e) = apart.e.v[i];
	extents_join(&plan->values);
	vec_free(&apart.e);
}

static void plan_make(struct plan *plan, const struct columns *c)
{
	struct plan display = {.measure = 0}, characters = {.measure = 1};

	plan_values(&display, c);
	plan_values(&characters, c);
	size_t strays = plan_strays(&display, c), other = plan_strays(&characters, c);

	*plan = other < strays ? characters : display;
	plan_free(other < strays ? &display : &characters);
	if (strays > 0 && other > 0)
		plan_means(plan, c);
	plan_words(plan, c);
}

/* `nth`: where the order in the row tells, the piece's; else SIZE_MAX. */
static size_t plan_column(const struct plan *plan, const struct columns_piece *p, size_t nth)
{
	struct extent e = piece_extent(plan, p);
	size_t col = 0;

	if (nth != SIZE_MAX)
		col = plan->label_cols + nth;
	else if (!is_label(plan, p))
		col = plan->label_cols + extents_nearest(&plan->values, e);
	else if (plan->labels.e.n > 0)
		col = extents_nearest(&plan->labels, (struct extent){e.from, e.from});
	return col < LAYOUT_COLS_MAX ? col : LAYOUT_COLS_MAX - 1;
}

/* May a piece whose column is taken go to the one behind? Else it is joined to what is there. */
static bool may_shift(const struct plan *plan, const struct columns_piece *p, size_t taken)
{
	size_t last = is_label(plan, p) ? plan->label_cols : plan->label_cols + plan->values.e.n;

	return (p->value || is_label(plan, p)) && taken + 1 < last && taken + 1 < LAYOUT_COLS_MAX;
}

static void put_row(const struct plan *plan, const struct columns_piece *p, size_t n, struct doc *d)
{
	size_t col = 0, nth = 0, ordered = ordered_from(plan, p, n);
	bool words = row_values(p, n) == 0;
	struct text_span cell = {p[0].text_from, p[0].text_from};

	for (size_t i = 0; i < n; i++) {
		bool counts = i >= ordered && (words || p[i].value);
		size_t next = plan_column(plan, &p[i], counts ? nth++ : SIZE_MAX);

		if (i > 0 && next <= col) {
			if (!may_shift(plan, &p[i], col)) {
				cell.to = p[i].text_to;
				continue;
			}
			next = col + 1;
		}
		if (i > 0)
			sink_cell(d, p->row, col, 1, 1, cell);
		col = next;
		cell = (struct text_span){p[i].text_from, p[i].text_to};
	}
	sink_cell(d, p->row, col, 1, 1, cell);
}

void columns_put(const struct columns *c, struct doc *d)
{
	struct plan plan;

	plan_make(&plan, c);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = row_length(c, i);
		put_row(&plan, &c->pieces.v[i], n, d);
	}
	plan_free(&plan);
}
