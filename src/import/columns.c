/* Columns from places on lines. */
#include "import/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "import/layout.h"

/* Cells of tables in which empty ones are told; larger ones have those only that hold something. */
#define EMPTIES_MAX ((size_t)1 << 16)

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
	memset(c->at, 0, sizeof c->at);
}

static void advance(struct columns *c, struct str s)
{
	c->at[0] += (uint32_t)utf8_columns(s, 2);
	c->at[1] += (uint32_t)utf8_columns(s, 1);
	c->at[2] += (uint32_t)utf8_count(s);
}

void columns_add(struct columns *c, struct str before, struct text_span piece, bool value)
{
	struct columns_piece *p = vec_push(&c->pieces);

	advance(c, before);
	memcpy(p->from, c->at, sizeof p->from);
	advance(c, str_slice(c->text, piece.from, piece.to));
	memcpy(p->to, c->at, sizeof p->to);
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
	bool ragged, empties;
	size_t most, full; /* numbers in the fullest rows; how many such rows */
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
	uint32_t labels_to = 0;

	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = row_length(c, i);
		size_t values = row_values(p, n);

		plan->most = values > plan->most ? values : plan->most;
		for (size_t k = 0; k < n; k++) {
			struct extent e = piece_extent(plan, &p[k]);

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

static size_t plan_strays(struct plan *plan, const struct columns *c)
{
	size_t *cols = mem_alloc_array(plan->most, sizeof *cols);
	size_t strays = 0;

	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = row_length(c, i);
		if (row_values(p, n) < plan->most)
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

/* What the row says of the labels' columns: several side by side. */
static void plan_labels(struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t labels = 0, ordered = ordered_from(plan, p, n);

	for (size_t i = 0; i < n && i < ordered; i++)
		labels += is_label(plan, &p[i]);
	plan->label_cols = labels > plan->label_cols ? labels : plan->label_cols;
	for (size_t i = 0; i < n && i < ordered && labels > 1; i++)
		if (is_label(plan, &p[i]))
			*vec_push(&plan->labels.e) = piece_extent(plan, &p[i]);
}

/* The words that stand nearest to a column, of those the shortest. */
struct claim {
	struct extent words;
	uint32_t away; /* 0: over it; UINT32_MAX: no words */
};

/* How far the words are from the column: 0 where they stand over it. */
static uint32_t extent_away(struct extent words, struct extent column)
{
	if (column.to <= words.from)
		return words.from - column.to + 1;
	return column.from >= words.to ? column.from - words.to + 1 : 0;
}

/* The only column of numbers between the words' neighbours in their row, none of which stands over
 * it: they are its heading, if only flush with its other side. x.n where there is none such, or
 * several. */
static size_t plan_headed(
	const struct plan *plan, const struct columns_piece *p, size_t n, size_t i)
{
	const struct extents *x = &plan->values;
	uint32_t from = i > 0 ? piece_extent(plan, &p[i - 1]).to : 0,
		 to = i + 1 < n ? piece_extent(plan, &p[i + 1]).from : UINT32_MAX;
	struct extent e = piece_extent(plan, &p[i]);
	size_t at = extents_nearest(x, e), over = 0, beside = 0, found[2] = {x->e.n, x->e.n};

	for (size_t k = at > 0 ? at - 1 : 0; k < x->e.n && k <= at + 1; k++) {
		if (extent_away(e, x->e.v[k]) == 0)
			found[over++ > 0] = k;
		else if (over == 0 && x->e.v[k].from >= from && x->e.v[k].to <= to)
			found[beside++ > 0] = k;
	}
	return over == 1 || (over == 0 && beside == 1) ? found[0] : x->e.n;
}

static void plan_claim(
	const struct plan *plan, const struct columns_piece *p, size_t n, struct claim *claims)
{
	for (size_t i = 0; i < n; i++) {
		struct extent e = piece_extent(plan, &p[i]);
		size_t k = plan_headed(plan, p, n, i);

		if (p[i].value || is_label(plan, &p[i]) || k == plan->values.e.n)
			continue;
		uint32_t away = extent_away(e, plan->values.e.v[k]), was = claims[k].away;
		if (away < was ||
			(away == was && e.to - e.from < claims[k].words.to - claims[k].words.from))
			claims[k] = (struct claim){e, away};
	}
}

/* Columns of numbers reach as far as the words that head them. Where several full rows agree on the
 * columns, or words stand over each, that something is missing from one can be seen. */
static void plan_widen(struct plan *plan, const struct columns *c)
{
	size_t headed = 0;
	struct claim *claims = mem_alloc_array(plan->values.e.n, sizeof *claims);

	for (size_t k = 0; k < plan->values.e.n; k++)
		claims[k].away = UINT32_MAX;
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = row_length(c, i);
		plan_claim(plan, &c->pieces.v[i], n, claims);
	}
	for (size_t k = 0; k < plan->values.e.n; k++) {
		struct extent *e = &plan->values.e.v[k], words = claims[k].words;

		headed += claims[k].away == 0;
		if (claims[k].away == UINT32_MAX)
			continue;
		e->from = words.from < e->from ? words.from : e->from;
		e->to = words.to > e->to ? words.to : e->to;
	}
	plan->empties = plan->full > 1 || headed == plan->values.e.n;
	extents_join(&plan->values);
	free(claims);
}

/* Words of the row over no number, added to `apart` where that is not NULL. */
static size_t plan_apart(
	const struct plan *plan, const struct columns_piece *p, size_t n, struct extents *apart)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		struct extent e = piece_extent(plan, &p[i]);

		if (p[i].value || is_label(plan, &p[i]) || extents_overlap(&plan->values, e))
			continue;
		found++;
		if (apart)
			*vec_push(&apart->e) = e;
	}
	return found;
}

static void extents_add(struct extents *x, struct extents *more)
{
	for (size_t i = 0; i < more->e.n; i++)
		*vec_push(&x->e) = more->e.v[i];
	extents_join(x);
	more->e.n = 0;
}

/* The columns of those words. The fullest row's first: a heading over several columns makes one of
 * them no longer then. */
static void plan_headings(struct plan *plan, const struct columns *c)
{
	struct extents apart = {0};
	size_t most = 0, fullest = 0;

	plan_widen(plan, c);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = row_length(c, i);
		size_t found = plan_apart(plan, &c->pieces.v[i], n, NULL);

		fullest = found > most ? i : fullest;
		most = found > most ? found : most;
	}
	if (most == 0)
		return;
	plan_apart(plan, &c->pieces.v[fullest], row_length(c, fullest), &apart);
	extents_add(&plan->values, &apart);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = row_length(c, i);
		plan_apart(plan, &c->pieces.v[i], n, &apart);
	}
	extents_add(&plan->values, &apart);
	vec_free(&apart.e);
}

/* Labels have columns where a row has several; words over no number one of their own. */
static void plan_words(struct plan *plan, const struct columns *c)
{
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = row_length(c, i);
		plan_labels(plan, &c->pieces.v[i], n);
	}
	extents_join(&plan->labels);
	if (plan->labels.e.n > plan->label_cols)
		plan->label_cols = plan->labels.e.n;
	if (!plan->ragged)
		plan_headings(plan, c);
}

/* The measure under which fewest numbers stray from the columns, and these are fewest. */
static size_t plan_measure(struct plan *plan, const struct columns *c)
{
	size_t least = SIZE_MAX;

	for (int measure = 0; measure < COLUMNS_MEASURES; measure++) {
		struct plan next = {.measure = measure};

		plan_values(&next, c);
		size_t strays = plan_strays(&next, c);
		bool better =
			strays < least || (strays == least && next.values.e.n < plan->values.e.n);
		plan_free(better ? plan : &next);
		if (better) {
			*plan = next;
			least = strays;
		}
	}
	return least;
}

static void plan_make(struct plan *plan, const struct columns *c)
{
	size_t rows = c->pieces.n ? c->pieces.v[c->pieces.n - 1].row + 1 : 0;

	*plan = (struct plan){0};
	if (plan_measure(plan, c) > 0)
		plan_means(plan, c);
	plan_words(plan, c);
	plan->empties &= rows * plan->values.e.n <= EMPTIES_MAX;
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

/* The columns from..to in which a row with numbers has nothing are empty cells, as in a grid whose
 * lines are drawn. */
static void put_empty(const struct plan *plan, const struct columns_piece *p, size_t from,
	size_t to, uint32_t at, struct doc *d)
{
	size_t first = plan->label_cols, end = first + plan->values.e.n;

	if (!plan->empties)
		return;
	for (size_t col = from > first ? from : first; col < to && col < end; col++)
		sink_cell(d, p->row, col, 1, 1, (struct text_span){at, at});
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
		if (!words)
			put_empty(plan, p, i > 0 ? col + 1 : 0, next, p[i].text_from, d);
		col = next;
		cell = (struct text_span){p[i].text_from, p[i].text_to};
	}
	sink_cell(d, p->row, col, 1, 1, cell);
	if (!words)
		put_empty(plan, p, col + 1, LAYOUT_COLS_MAX, cell.to, d);
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
