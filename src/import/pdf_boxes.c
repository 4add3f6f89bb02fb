/* Strokes to frames: those that touch are of one; where they run, its rows and columns part; places
 * between which nothing is drawn are one box. */
#include "import/pdf_boxes.h"
#include "import/pdf_extent.h"

#include <math.h>
#include <string.h>

/* Strokes whose ends come so near to another touch it; nearer side by side they are one border. In
 * points. */
#define TOUCH 2.8
#define SAME_BORDER 2.6
/* A border is drawn along so much of a box's side. */
#define DRAWN 0.7
/* A frame has a border at a side where at least so much of it is drawn. */
#define SIDE 0.15
/* More are no table of a report. */
#define STROKES_MAX 3000
#define LINES_MAX 300
#define PLACES_MAX 6000
#define WORDS_MAX 6000
/* The dots of a word's characters lie within it but for this, in points, and leave so much of its
 * height and width free. A stroke is the words' own where so much of it runs through them. */
#define WORD_SLACK 0.8
#define SIDE_ROOM 0.3
#define HEAD_ROOM 0.12
#define FOOT_ROOM 0.08
#define OF_WORDS 0.6

/* A page's strokes, those across first; by stroke the frame it is of. */
struct strokes {
	VEC(struct pdf_rule) v;
	size_t across;
	size_t *of;
};

/* --- strokes --- */

/* How much of the stroke runs through the word: of characters that stand side by side, or one below
 * the other in rows with no room between. */
static double within(const struct pdf_word *w, const struct pdf_rule *r, bool across)
{
	double height = w->y1 - w->y0;

	if (across) {
		if (r->at < w->y0 + HEAD_ROOM * height || r->at > w->y1 - FOOT_ROOM * height)
			return 0;
		return lesser(r->to, w->x1 + WORD_SLACK) - greater(r->from, w->x0 - WORD_SLACK);
	}
	if (r->at < w->x0 + SIDE_ROOM || r->at > w->x1 - SIDE_ROOM)
		return 0;
	return lesser(r->to, w->y1 + WORD_SLACK) - greater(r->from, w->y0 - WORD_SLACK);
}

/* The page's words by where they begin, from top to bottom. */
struct words {
	VEC(struct pdf_word) v;
	double height; /* of the highest */
};

static int by_y0(const void *a, const void *b)
{
	const struct pdf_word *x = a, *y = b;

	return (x->y0 > y->y0) - (x->y0 < y->y0);
}

static void take_words(struct words *words, const struct pdf_page *p)
{
	for (size_t i = 0; i < p->words.n; i++) {
		const struct pdf_word *w = &p->words.v[i];

		*vec_push(&words->v) = *w;
		words->height = greater(words->height, w->y1 - w->y0);
	}
	if (words->v.n)
		qsort(words->v.v, words->v.n, sizeof *words->v.v, by_y0);
}

/* The first word that may reach down to y. */
static size_t first_word(const struct words *words, double y)
{
	size_t low = 0, high = words->v.n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (words->v.v[middle].y0 + words->height + WORD_SLACK < y)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Does it run through words only? An unbroken one across through a word and no farther. One down
 * may go on through the borders between words that stand below each other: letters without a font
 * are drawn as boxes, all alike, and their sides meet there. */
static bool is_of_words(const struct words *words, const struct pdf_rule *r, bool across)
{
	double sum = 0, most = 0, top = across ? r->at : r->from;
	double low = across || !r->broken ? top : r->to;

	for (size_t i = first_word(words, top); i < words->v.n; i++) {
		if (words->v.v[i].y0 - WORD_SLACK > low)
			break;
		double here = greater(0, within(&words->v.v[i], r, across));

		sum += here;
		most = greater(most, here);
	}
	return most >= r->to - r->from ||
	       ((r->broken || !across) && sum > OF_WORDS * (r->to - r->from));
}

static bool take_strokes(
	struct strokes *s, const struct pdf_rules *rules, const struct words *words)
{
	for (size_t i = 0; i < rules->across.n; i++)
		if (!is_of_words(words, &rules->across.v[i], true))
			*vec_push(&s->v) = rules->across.v[i];
	s->across = s->v.n;
	for (size_t i = 0; i < rules->down.n; i++)
		if (!is_of_words(words, &rules->down.v[i], false))
			*vec_push(&s->v) = rules->down.v[i];
	return s->across > 1 && s->v.n - s->across > 0 && s->v.n <= STROKES_MAX;
}

static bool touch(const struct pdf_rule *across, const struct pdf_rule *down)
{
	return across->from - TOUCH <= down->at && down->at <= across->to + TOUCH &&
	       down->from - TOUCH <= across->at && across->at <= down->to + TOUCH;
}

static size_t root(const size_t *of, size_t i)
{
	while (of[i] != i)
		i = of[i];
	return i;
}

static void part_strokes(struct strokes *s)
{
	s->of = mem_alloc_array(s->v.n, sizeof *s->of);
	for (size_t i = 0; i < s->v.n; i++)
		s->of[i] = i;
	for (size_t a = 0; a < s->across; a++)
		for (size_t d = s->across; d < s->v.n; d++)
			if (touch(&s->v.v[a], &s->v.v[d]))
				s->of[root(s->of, d)] = root(s->of, a);
	for (size_t i = 0; i < s->v.n; i++)
		s->of[i] = root(s->of, i);
}

/* --- borders --- */

struct borders {
	VEC(double) at;
};

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Sorts, and makes one of those that are side by side. */
static void join_borders(struct borders *b)
{
	size_t n = 0;
	double first = 0;

	if (b->at.n)
		qsort(b->at.v, b->at.n, sizeof *b->at.v, by_size);
	for (size_t i = 0; i < b->at.n; i++) {
		if (n && b->at.v[i] - first < SAME_BORDER) {
			b->at.v[n - 1] = (first + b->at.v[i]) / 2;
			continue;
		}
		first = b->at.v[i];
		b->at.v[n++] = first;
	}
	b->at.n = n;
}

static void find_borders(
	const struct strokes *s, size_t frame, struct borders *x, struct borders *y)
{
	struct borders ends[2] = {0};

	for (size_t i = 0; i < s->v.n; i++) {
		bool across = i < s->across;

		if (s->of[i] != frame)
			continue;
		*vec_push(across ? &y->at : &x->at) = s->v.v[i].at;
		*vec_push(&ends[across].at) = s->v.v[i].from;
		*vec_push(&ends[across].at) = s->v.v[i].to;
	}
	/* a table may be open at its sides: then it ends where the strokes do */
	for (int across = 0; across < 2; across++) {
		struct borders *b = across ? x : y, *e = &ends[across];

		if (e->at.n && b->at.n) {
			qsort(e->at.v, e->at.n, sizeof *e->at.v, by_size);
			join_borders(b);
			double first = e->at.v[0], last = e->at.v[e->at.n - 1];

			if (first < b->at.v[0] - 3 * TOUCH)
				*vec_push(&b->at) = first;
			if (last > b->at.v[b->at.n - 1] + 3 * TOUCH)
				*vec_push(&b->at) = last;
		}
		join_borders(b);
		vec_free(&e->at);
	}
}

/* --- boxes --- */

/* Places between neighbouring borders, row by row; `of` says which are one box. */
struct places {
	const struct words *words;
	const struct strokes *s;
	size_t frame, cols, rows;
	const double *x, *y;
	size_t *of;
};

/* How much of [from, to) is drawn at `at`, across or down. */
static double drawn(const struct places *p, bool across, double at, double from, double to)
{
	size_t first = across ? 0 : p->s->across, last = across ? p->s->across : p->s->v.n;
	double best = 0, reach = from, sum = 0;

	/* strokes come in order of their places across the page only by line; the longest of a
	 * border's lines, or all of them where it is broken */
	for (size_t i = first; i < last; i++) {
		const struct pdf_rule *r = &p->s->v.v[i];

		if (p->s->of[i] != p->frame || fabs(r->at - at) > SAME_BORDER)
			continue;
		struct pdf_rule part = {
			r->at, (float)greater(r->from, from), (float)lesser(r->to, to), r->broken};
		double common = part.to - part.from;

		/* what ends in between may be a border no more, but the strokes of a word behind it
		 */
		bool whole = !part.broken && common > to - from - WORD_SLACK;
		if (common <= 0 || (!whole && is_of_words(p->words, &part, across)))
			continue;
		best = greater(best, common);
		if (r->to > reach) {
			sum += lesser(r->to, to) - greater(r->from, reach);
			reach = r->to;
		}
	}
	return greater(best, sum) / (to - from);
}

static void join_places(struct places *p, size_t a, size_t b)
{
	p->of[root(p->of, b)] = root(p->of, a);
}

static void find_places(struct places *p)
{
	for (size_t i = 0; i < p->rows * p->cols; i++)
		p->of[i] = i;
	for (size_t r = 0; r < p->rows; r++)
		for (size_t c = 0; c < p->cols; c++) {
			size_t i = r * p->cols + c;

			if (c + 1 < p->cols &&
				drawn(p, false, p->x[c + 1], p->y[r], p->y[r + 1]) < DRAWN)
				join_places(p, i, i + 1);
			if (r + 1 < p->rows &&
				drawn(p, true, p->y[r + 1], p->x[c], p->x[c + 1]) < DRAWN)
				join_places(p, i, i + p->cols);
		}
}

/* How much of a border of the frame from one end to the other. */
static double drawn_along(const struct places *p, bool across, double at)
{
	return across ? drawn(p, true, at, p->x[0], p->x[p->cols])
		      : drawn(p, false, at, p->y[0], p->y[p->rows]);
}

/* Is there nothing drawn at the frame's side of the box, where other boxes have something? Then it
 * lies outside, beside a table that is wider above or below. */
static bool is_outside(const struct places *p, const struct pdf_box *b)
{
	const double *x = p->x, *y = p->y;
	bool left = b->col == 0, right = b->col + b->colspan == p->cols;

	if (left && drawn(p, false, x[0], b->y0, b->y1) < DRAWN &&
		drawn_along(p, false, x[0]) > SIDE)
		return true;
	if (right && drawn(p, false, x[p->cols], b->y0, b->y1) < DRAWN &&
		drawn_along(p, false, x[p->cols]) > SIDE)
		return true;
	return (b->row == 0 && drawn(p, true, y[0], b->x0, b->x1) < DRAWN &&
		       drawn_along(p, true, y[0]) > SIDE) ||
	       (b->row + b->rowspan == p->rows &&
		       drawn(p, true, y[p->rows], b->x0, b->x1) < DRAWN &&
		       drawn_along(p, true, y[p->rows]) > SIDE);
}

/* The box that has the place at its top left. false: what is joined there is no box. */
static bool find_box(const struct places *p, size_t place, struct pdf_frame *f)
{
	size_t r0 = place / p->cols, c0 = place % p->cols, r1 = r0, c1 = c0, n = 0;
	size_t of = root(p->of, place);

	for (size_t i = 0; i < p->rows * p->cols; i++) {
		if (root(p->of, i) != of)
			continue;
		n++;
		c0 = i % p->cols < c0 ? i % p->cols : c0;
		r1 = i / p->cols > r1 ? i / p->cols : r1;
		c1 = i % p->cols > c1 ? i % p->cols : c1;
	}
	struct pdf_box box = {
		r0, c0, r1 - r0 + 1, c1 - c0 + 1, p->x[c0], p->y[r0], p->x[c1 + 1], p->y[r1 + 1]};

	if (is_outside(p, &box))
		return true;
	*vec_push(&f->boxes) = box;
	return n == box.rowspan * box.colspan;
}

static bool find_boxes(const struct places *p, struct pdf_frame *f)
{
	bool *seen = mem_alloc_array(p->rows * p->cols, sizeof *seen), good = true;

	for (size_t i = 0; good && i < p->rows * p->cols; i++) {
		size_t of = root(p->of, i);

		if (!seen[of])
			good = find_box(p, i, f);
		seen[of] = true;
	}
	free(seen);
	return good;
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

static void number_boxes(
	struct pdf_frame *f, const double *x, size_t x_n, const double *y, size_t y_n)
{
	bool col_begins[LINES_MAX] = {0}, row_begins[LINES_MAX] = {0};
	size_t col[LINES_MAX], row[LINES_MAX];

	for (size_t i = 0; i < f->boxes.n; i++) {
		col_begins[f->boxes.v[i].col] = true;
		row_begins[f->boxes.v[i].row] = true;
	}
	number_lines(col_begins, col, x_n);
	number_lines(row_begins, row, y_n);
	for (size_t i = 0; i < f->boxes.n; i++) {
		struct pdf_box *b = &f->boxes.v[i];
		size_t right = col[b->col + b->colspan], low = row[b->row + b->rowspan];

		b->col = col[b->col];
		b->row = row[b->row];
		b->colspan = right - b->col;
		b->rowspan = low - b->row;
	}
	for (size_t i = 0; i < x_n; i++)
		if (col_begins[i] || i + 1 == x_n)
			*vec_push(&f->x) = x[i];
	for (size_t i = 0; i < y_n; i++)
		if (row_begins[i] || i + 1 == y_n)
			*vec_push(&f->y) = y[i];
}

static bool make_frame(
	const struct words *words, const struct strokes *s, size_t frame, struct pdf_frame *f)
{
	struct borders x = {0}, y = {0};

	find_borders(s, frame, &x, &y);
	bool good = x.at.n > 2 && y.at.n > 1 && x.at.n < LINES_MAX && y.at.n < LINES_MAX &&
		    x.at.n * y.at.n < PLACES_MAX;

	if (good) {
		struct places p = {words, s, frame, x.at.n - 1, y.at.n - 1, x.at.v, y.at.v, NULL};

		p.of = mem_alloc_array(p.rows * p.cols, sizeof *p.of);
		find_places(&p);
		good = find_boxes(&p, f);
		free(p.of);
	}
	if (good)
		number_boxes(f, x.at.v, x.at.n, y.at.v, y.at.n);
	vec_free(&x.at);
	vec_free(&y.at);
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

static int by_top(const void *a, const void *b)
{
	const struct pdf_frame *f = a, *g = b;
	double f_top = floor(f->y.v[0] / BESIDE), g_top = floor(g->y.v[0] / BESIDE);

	if (f_top != g_top)
		return f_top > g_top ? 1 : -1;
	return (f->x.v[0] > g->x.v[0]) - (f->x.v[0] < g->x.v[0]);
}

void pdf_frames_find(
	const struct pdf_rules *rules, const struct pdf_page *p, struct pdf_frames *out)
{
	struct strokes s = {0};
	struct words words = {0};

	if (p->words.n < WORDS_MAX)
		take_words(&words, p);
	if (p->words.n < WORDS_MAX && take_strokes(&s, rules, &words)) {
		part_strokes(&s);
		for (size_t i = 0; i < s.v.n; i++) {
			struct pdf_frame f = {0};

			if (s.of[i] != i)
				continue;
			if (make_frame(&words, &s, i, &f))
				*vec_push(&out->v) = f;
			else
				frame_free(&f);
		}
		free(s.of);
	}
	vec_free(&s.v);
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
