/* From words to lines. */
#include "import/pdf_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "import/layout.h"
#include "import/pdf_extent.h"

/* Words are of one line where their middles differ by less of the smaller's height. */
#define SAME_LINE 0.5
/* White that parts the pieces of a line, and that is a blank between two words, in em. */
#define PIECE_GAP 0.9
#define BLANK_GAP 0.35
#define DIGIT_GAP 0.08

void pdf_page_begin(struct pdf_page *p, unsigned number, double width, double height)
{
	*p = (struct pdf_page){.number = number, .width = width, .height = height};
	p->arena = arena_new();
}

void pdf_page_free(struct pdf_page *p)
{
	vec_free(&p->words);
	vec_free(&p->lines);
	buf_free(&p->across);
	arena_free(p->arena);
	p->arena = NULL;
}

void pdf_page_add(struct pdf_page *p, double x0, double y0, double x1, double y1, struct str text)
{
	text = str_trim(text);
	if (text.n == 0 || !(x0 <= x1) || !(y0 <= y1) || !isfinite(x0 + y0 + x1 + y1))
		return;
	*vec_push(&p->words) = (struct pdf_word){
		x0, y0, x1, y1, arena_str(p->arena, text), layout_is_number(text)};
}

static int by_double(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The middle one of all heights. */
double pdf_words_em(const struct pdf_page *p, size_t first, size_t n)
{
	double *h = mem_alloc_array(n, sizeof *h);

	for (size_t i = 0; i < n; i++)
		h[i] = p->words.v[first + i].y1 - p->words.v[first + i].y0;
	qsort(h, n, sizeof *h, by_double);
	double em = n ? h[n / 2] : 1;

	free(h);
	return em > 1 ? em : 1;
}

static int by_middle(const void *a, const void *b)
{
	const struct pdf_word *x = a, *y = b;
	double mx = x->y0 + x->y1, my = y->y0 + y->y1;

	if (mx != my)
		return mx < my ? -1 : 1;
	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

static int by_left(const void *a, const void *b)
{
	const struct pdf_word *x = a, *y = b;

	if (x->x0 != y->x0)
		return x->x0 < y->x0 ? -1 : 1;
	return (x->y0 > y->y0) - (x->y0 < y->y0);
}

/* Do the words overlap so far from left to right that they cannot stand side by side? */
static bool covers(const struct pdf_page *p, const struct pdf_line *l, const struct pdf_word *w)
{
	for (size_t i = l->first; i < l->first + l->n; i++) {
		const struct pdf_word *o = &p->words.v[i];
		double common = lesser(o->x1, w->x1) - greater(o->x0, w->x0);

		if (common > 0.5 * lesser(o->x1 - o->x0, w->x1 - w->x0))
			return true;
	}
	return false;
}

static bool takes(const struct pdf_page *p, const struct pdf_line *l, const struct pdf_word *w)
{
	double height = lesser(l->y1 - l->y0, w->y1 - w->y0);
	double away = pdf_middle(w->y0, w->y1) - pdf_middle(l->y0, l->y1);

	return fabs(away) < SAME_LINE * greater(height, 1) && !covers(p, l, w);
}

static void close_line(struct pdf_page *p, struct pdf_line *l)
{
	struct pdf_word *w = p->words.v + l->first;

	qsort(w, l->n, sizeof *w, by_left);
	l->pieces = 1;
	l->x0 = w[0].x0;
	for (size_t i = 0; i < l->n; i++) {
		if (i > 0 && w[i].x0 - l->x1 > PIECE_GAP * p->em)
			l->pieces++;
		l->x1 = greater(l->x1, w[i].x1);
	}
}

/* Margins are where nearly all lines keep within. */
static void find_margins(struct pdf_page *p)
{
	size_t n = p->lines.n;
	double *x = mem_alloc_array(n, sizeof *x);

	for (size_t i = 0; i < n; i++)
		x[i] = p->lines.v[i].x0;
	qsort(x, n, sizeof *x, by_double);
	p->left = x[n / 20];
	for (size_t i = 0; i < n; i++)
		x[i] = p->lines.v[i].x1;
	qsort(x, n, sizeof *x, by_double);
	p->right = x[n - 1 - n / 20];
	free(x);
}

void pdf_lines_find(struct pdf_page *p)
{
	struct pdf_line *l = NULL;

	if (p->words.n == 0)
		return;
	p->em = pdf_words_em(p, 0, p->words.n);
	if (p->words.n)
		qsort(p->words.v, p->words.n, sizeof *p->words.v, by_middle);
	for (size_t i = 0; i < p->words.n; i++) {
		const struct pdf_word *w = &p->words.v[i];

		if (!l || !takes(p, l, w)) {
			if (l)
				close_line(p, l);
			l = vec_push(&p->lines);
			*l = (struct pdf_line){.first = i, .y0 = w->y0, .y1 = w->y1};
		}
		l->n++;
		l->y0 = lesser(l->y0, w->y0);
		l->y1 = greater(l->y1, w->y1);
	}
	close_line(p, l);
	find_margins(p);
}

static unsigned last_char(struct str s)
{
	size_t at = utf8_prev(s, s.n);

	return utf8_next(s, &at);
}

static unsigned first_char(struct str s)
{
	size_t at = 0;

	return utf8_next(s, &at);
}

static bool is_wide(unsigned ch)
{
	return ch > 0x7f && utf8_width(ch, 2) == 2;
}

static bool is_digit(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19);
}

/* Between digits any white may part two numbers; between wide characters and others typesetters put
 * a quarter of an em that nobody typed. */
static bool is_blank_between(struct str a, struct str b, double gap, double em)
{
	unsigned last = last_char(a), first = first_char(b);

	if (is_digit(last) && is_digit(first))
		return gap > DIGIT_GAP * em;
	if (is_wide(last) || is_wide(first))
		return gap > BLANK_GAP * em;
	return gap > DIGIT_GAP * em;
}

void pdf_words_text(const struct pdf_page *p, size_t first, size_t n, struct buf *out)
{
	for (size_t i = first; i < first + n; i++) {
		const struct pdf_word *w = &p->words.v[i];

		if (i > first && is_blank_between(w[-1].text, w->text, w->x0 - w[-1].x1, p->em))
			buf_addc(out, ' ');
		buf_add(out, w->text);
	}
}
