/* Strokes to frames: those that touch are of one; where they run, its rows and columns part; places
 * between which nothing is drawn are one box. */
#include "import/pdf_boxes.h"
#include "import/pdf_borders.h"
#include "import/pdf_extent.h"
#include "import/pdf_strokes.h"

#include <string.h>

/* No letter's stroke is so long, in heights of words. */
#define LETTER 2
/* A border is drawn along so much of a box's side. */
#define DRAWN 0.7
/* A frame has a border at a side where at least so much of it is drawn. */
#define SIDE 0.15
/* More are no table of a report. */
#define LINES_MAX 300
#define PLACES_MAX 6000
#define WORDS_MAX 6000

/* --- boxes --- */

/* Places between neighbouring borders, row by row; `of` says which are one box. */
struct places {
	const struct frame *f;
	size_t cols, rows;
	const struct border *x, *y;
	size_t *of;
	VEC(struct pdf_rule) seen; /* of a border */
};

static int by_from(const void *a, const void *b)
{
	const struct pdf_rule *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

/* How much of [from, to) the strokes of `seen` are along. */
static double covered(struct places *p, double from, double to)
{
	double reach = from, sum = 0;

	if (p->seen.n)
		qsort(p->seen.v, p->seen.n, sizeof *p->seen.v, by_from);
	for (size_t i = 0; i < p->seen.n; i++) {
		const struct pdf_rule *r = &p->seen.v[i];

		if (r->to <= reach)
			continue;
		sum += r->to - greater(r->from, reach);
		reach = r->to;
	}
	return sum / (to - from);
}

/* How much of [from, to) is drawn at the border, across or down. */
static double drawn(struct places *p, bool across, const struct border *at, double from, double to)
{
	const struct pdf_strokes *s = p->f->s;
	size_t first = across ? 0 : s->across, last = across ? s->across : s->v.n;

	p->seen.n = 0;
	for (size_t i = first; i < last; i++) {
		const struct pdf_rule *r = &s->v.v[i];

		if (!pdf_is_of_frame(p->f, i) || r->at < at->from - PDF_BORDER_SLACK ||
			r->at > at->to + PDF_BORDER_SLACK)
			continue;
		struct pdf_rule part = {
			r->at, (float)greater(r->from, from), (float)lesser(r->to, to), r->broken};
		double common = part.to - part.from;

		/* what ends in between may be a border no more, but the strokes of a word behind
		 * it, unless it is longer than those of letters are */
		bool whole =
			!part.broken &&
			(common > to - from - PDF_WORD_SLACK ||
				(across && common > LETTER * pdf_letters_at(p->f->words, &part)));
		if (common > 0 && (whole || !pdf_is_of_words(p->f->words, &part, across)))
			*vec_push(&p->seen) = part;
	}
	return covered(p, from, to);
}

/* Of columns (rows) [first, end) between their borders. */
static double drawn_across(struct places *p, size_t border, size_t first, size_t end)
{
	return drawn(p, true, &p->y[border], p->x[first].to, p->x[end].from);
}

static double drawn_down(struct places *p, size_t border, size_t first, size_t end)
{
	return drawn(p, false, &p->x[border], p->y[first].to, p->y[end].from);
}

static void join_places(struct places *p, size_t a, size_t b)
{
	p->of[pdf_root(p->of, b)] = pdf_root(p->of, a);
}

static void find_places(struct places *p)
{
	for (size_t i = 0; i < p->rows * p->cols; i++)
		p->of[i] = i;
	for (size_t r = 0; r < p->rows; r++)
		for (size_t c = 0; c < p->cols; c++) {
			size_t i = r * p->cols + c;

			if (c + 1 < p->cols && drawn_down(p, c + 1, r, r + 1) < DRAWN)
				join_places(p, i, i + 1);
			if (r + 1 < p->rows && drawn_across(p, r + 1, c, c + 1) < DRAWN)
				join_places(p, i, i + p->cols);
		}
}

/* Is there nothing drawn at the frame's side of the box, where other boxes have something? Then it
 * lies outside, beside a table that is wider above or below. */
static bool is_outside(struct places *p, const struct pdf_box *b)
{
	size_t right = b->col + b->colspan, low = b->row + b->rowspan;

	return (b->col == 0 && drawn_down(p, 0, b->row, low) < DRAWN &&
		       drawn_down(p, 0, 0, p->rows) > SIDE) ||
	       (right == p->cols && drawn_down(p, right, b->row, low) < DRAWN &&
		       drawn_down(p, right, 0, p->rows) > SIDE) ||
	       (b->row == 0 && drawn_across(p, 0, b->col, right) < DRAWN &&
		       drawn_across(p, 0, 0, p->cols) > SIDE) ||
	       (low == p->rows && drawn_across(p, low, b->col, right) < DRAWN &&
		       drawn_across(p, low, 0, p->cols) > SIDE);
}

/* Between which borders of [0, n) a coordinate lies; n: none. */
static size_t between(const struct border *b, size_t n, double at)
{
	size_t i = 0;

	while (i < n && !(pdf_middle_of(&b[i]) <= at && at < pdf_middle_of(&b[i + 1])))
		i++;
	return i;
}

/* Does no word begin in the places that are joined as `of`? */
static bool is_bare(const struct places *p, size_t of)
{
	for (size_t i = 0; i < p->f->words->v.n; i++) {
		const struct pdf_word *w = &p->f->words->v.v[i];
		size_t col = between(p->x, p->cols, pdf_middle(w->x0, w->x1));
		size_t row = between(p->y, p->rows, pdf_middle(w->y0, w->y1));

		if (col < p->cols && row < p->rows && pdf_root(p->of, row * p->cols + col) == of)
			return false;
	}
	return true;
}

/* The box that has the place at its top left, or what lies between boxes and holds nothing. false:
 * what is joined there is no box. */
static bool find_box(struct places *p, size_t place, struct pdf_frame *f)
{
	size_t r0 = place / p->cols, c0 = place % p->cols, r1 = r0, c1 = c0, n = 0;
	size_t of = pdf_root(p->of, place);

	for (size_t i = 0; i < p->rows * p->cols; i++) {
		if (pdf_root(p->of, i) != of)
			continue;
		n++;
		c0 = i % p->cols < c0 ? i % p->cols : c0;
		r1 = i / p->cols > r1 ? i / p->cols : r1;
		c1 = i % p->cols > c1 ? i % p->cols : c1;
	}
	struct pdf_box box = {r0, c0, r1 - r0 + 1, c1 - c0 + 1, pdf_middle_of(&p->x[c0]),
		pdf_middle_of(&p->y[r0]), pdf_middle_of(&p->x[c1 + 1]),
		pdf_middle_of(&p->y[r1 + 1])};

	if (is_outside(p, &box))
		return true;
	if (n != box.rowspan * box.colspan)
		return is_bare(p, of);
	*vec_push(&f->boxes) = box;
	return true;
}

static bool find_boxes(struct places *p, struct pdf_frame *f)
{
	bool *seen = mem_alloc_array(p->rows * p->cols, sizeof *seen), good = true;

	for (size_t i = 0; good && i < p->rows * p->cols; i++) {
		size_t of = pdf_root(p->of, i);

		if (!seen[of])
			good = find_box(p, i, f);
		seen[of] = true;
	}
	free(seen);
	return good;
}

/* Has a box in column `col` alone a word? */
static bool holds_words(const struct frame *of, const struct pdf_frame *f, size_t col)
{
	for (size_t i = 0; i < f->boxes.n; i++) {
		const struct pdf_box *b = &f->boxes.v[i];

		for (size_t k = 0; k < of->words->v.n && b->col == col && b->colspan == 1; k++) {
			const struct pdf_word *w = &of->words->v.v[k];
			double x = pdf_middle(w->x0, w->x1), y = pdf_middle(w->y0, w->y1);

			if (b->x0 < x && x < b->x1 && b->y0 < y && y < b->y1)
				return true;
		}
	}
	return false;
}

/* Leaves a column out; the one before it is so much wider, and ends at the border behind it. */
static void drop_column(struct pdf_frame *f, size_t col, double at)
{
	size_t n = 0;

	for (size_t i = 0; i < f->boxes.n; i++) {
		struct pdf_box b = f->boxes.v[i];

		if (b.col == col && b.colspan == 1)
			continue;
		if (b.col == col) {
			b.col++;
			b.colspan--;
			b.x0 = at;
		} else if (b.col + b.colspan == col) {
			b.colspan++;
			b.x1 = at;
		}
		f->boxes.v[n++] = b;
	}
	f->boxes.n = n;
}

/* Columns in which no digit has room lie between the strokes of one border, which other rows have
 * elsewhere. */
static void drop_slivers(struct pdf_frame *f, const struct borders *x, const struct frame *of)
{
	for (size_t c = 1; c + 2 < x->v.n; c++)
		if (x->v.v[c + 1].from - x->v.v[c].to < PDF_BORDER_NARROW && !holds_words(of, f, c))
			drop_column(f, c, pdf_middle_of(&x->v.v[c + 1]));
}

/* Where no box begins there is no row, or column: the numbers left, in `number`. */
static void number_lines(const bool *begins, size_t *number, size_t n)
{
	size_t now = 0;

	for (size_t i = 0; i < n; i++) {
		number[i] = now;
		now += begins[i] || i + 1 == n;
	}
}

static void number_boxes(struct pdf_frame *f, const struct borders *x, const struct borders *y)
{
	bool col_begins[LINES_MAX] = {0}, row_begins[LINES_MAX] = {0};
	size_t col[LINES_MAX], row[LINES_MAX];

	for (size_t i = 0; i < f->boxes.n; i++) {
		col_begins[f->boxes.v[i].col] = true;
		row_begins[f->boxes.v[i].row] = true;
	}
	number_lines(col_begins, col, x->v.n);
	number_lines(row_begins, row, y->v.n);
	for (size_t i = 0; i < f->boxes.n; i++) {
		struct pdf_box *b = &f->boxes.v[i];
		size_t right = col[b->col + b->colspan], low = row[b->row + b->rowspan];

		b->col = col[b->col];
		b->row = row[b->row];
		b->colspan = right - b->col;
		b->rowspan = low - b->row;
	}
	for (size_t i = 0; i < x->v.n; i++)
		if (col_begins[i] || i + 1 == x->v.n)
			*vec_push(&f->x) = pdf_middle_of(&x->v.v[i]);
	for (size_t i = 0; i < y->v.n; i++)
		if (row_begins[i] || i + 1 == y->v.n)
			*vec_push(&f->y) = pdf_middle_of(&y->v.v[i]);
}

static bool make_frame(struct frame *of, struct pdf_frame *out)
{
	struct borders x = {.down = true}, y = {0};

	pdf_borders_find(of, &x, &y);
	bool good = x.v.n > 2 && y.v.n > 1 && x.v.n < LINES_MAX && y.v.n < LINES_MAX &&
		    x.v.n * y.v.n < PLACES_MAX;

	if (good) {
		struct places p = {of, x.v.n - 1, y.v.n - 1, x.v.v, y.v.v, NULL, {0}};

		p.of = mem_alloc_array(p.rows * p.cols, sizeof *p.of);
		find_places(&p);
		good = find_boxes(&p, out);
		free(p.of);
		vec_free(&p.seen);
	}
	if (good) {
		drop_slivers(out, &x, of);
		number_boxes(out, &x, &y);
	}
	vec_free(&x.v);
	vec_free(&y.v);
	return good;
}

static void frame_free(struct pdf_frame *f)
{
	vec_free(&f->x);
	vec_free(&f->y);
	vec_free(&f->boxes);
}

/* Tops this far apart, in points, are one: the frames stand beside each other. */
#define BESIDE 4

/* Of a place on a page, which is nowhere near the ends of int. */
static int step_of(double top)
{
	int whole = (int)(top / BESIDE);

	return whole - (top / BESIDE < whole);
}

static int by_top(const void *a, const void *b)
{
	const struct pdf_frame *f = a, *g = b;
	int f_top = step_of(f->y.v[0]), g_top = step_of(g->y.v[0]);

	if (f_top != g_top)
		return f_top > g_top ? 1 : -1;
	return (f->x.v[0] > g->x.v[0]) - (f->x.v[0] < g->x.v[0]);
}

void pdf_frames_find(
	const struct pdf_rules *rules, const struct pdf_page *p, struct pdf_frames *out)
{
	struct pdf_strokes s = {0};
	struct pdf_page_words words = {0};
	bool good = p->words.n < WORDS_MAX;

	if (good)
		pdf_words_sort(&words, p);
	good = good && pdf_strokes_take(&s, rules, &words);
	for (size_t i = 0; good && i < s.v.n; i++) {
		struct frame of = {.s = &s, .words = &words, .of = i};
		struct pdf_frame f = {0};

		if (s.of[i] != i)
			continue;
		if (make_frame(&of, &f))
			*vec_push(&out->v) = f;
		else
			frame_free(&f);
	}
	pdf_strokes_free(&s);
	vec_free(&words.v);
	if (out->v.n)
		qsort(out->v.v, out->v.n, sizeof *out->v.v, by_top);
}

void pdf_frames_free(struct pdf_frames *f)
{
	for (size_t i = 0; i < f->v.n; i++)
		frame_free(&f->v.v[i]);
	vec_free(&f->v);
}
