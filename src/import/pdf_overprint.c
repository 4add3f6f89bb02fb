/* Watermarks, told by what they cover: a title is as large, but nothing stands in it. */
#include "import/pdf_overprint.h"

#include <math.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* A watermark's words are so many times as high as the usual word, and as those they cover. */
#define LARGE 1.6
/* Heights of one size differ by less, of the greater one. */
#define SAME 0.15
/* What is set at an angle comes in pieces of so many characters. */
#define PIECE_CHARS 2
/* What stands at one place on two pages does so within, in points. */
#define PLACE 1
/* A page has no more large words of interest, and words at all. */
#define LARGE_MAX 64
#define WORDS_MAX 20000

static double height_of(const struct pdf_word *w)
{
	return w->y1 - w->y0;
}

/* Is the middle of `w` in the box of `over`? */
static bool covers(const struct pdf_word *over, const struct pdf_word *w)
{
	double x = pdf_middle(w->x0, w->x1), y = pdf_middle(w->y0, w->y1);

	return over->x0 < x && x < over->x1 && over->y0 < y && y < over->y1;
}

static bool covers_smaller(const struct pdf_page *p, const struct pdf_word *large)
{
	for (size_t i = 0; i < p->words.n; i++)
		if (height_of(&p->words.v[i]) * LARGE < height_of(large) &&
			covers(large, &p->words.v[i]))
			return true;
	return false;
}

/* The heights of words that cover smaller ones; how many. */
static size_t find_heights(const struct pdf_page *p, double out[LARGE_MAX])
{
	double em = pdf_words_em(p, 0, p->words.n);
	size_t n = 0, seen = 0;

	for (size_t i = 0; i < p->words.n && seen < LARGE_MAX; i++) {
		if (height_of(&p->words.v[i]) < LARGE * em)
			continue;
		seen++;
		if (covers_smaller(p, &p->words.v[i]))
			out[n++] = height_of(&p->words.v[i]);
	}
	return n;
}

/* One as large as those that cover others, and does so itself, or is a piece of such: set at an
 * angle each character is a word. */
static bool is_across(
	const struct pdf_page *p, const double *heights, size_t n, const struct pdf_word *w)
{
	for (size_t i = 0; i < n; i++)
		if (fabs(heights[i] - height_of(w)) < SAME * greater(heights[i], height_of(w)))
			return utf8_count(w->text) <= PIECE_CHARS || covers_smaller(p, w);
	return false;
}

/* Did one as large stand at that place before? */
static bool is_known(const struct pdf_overprint *o, const struct pdf_word *w)
{
	for (size_t i = 0; i < o->words.n; i++) {
		const struct pdf_word *k = &o->words.v[i];

		if (fabs(k->x0 - w->x0) < PLACE && fabs(k->x1 - w->x1) < PLACE &&
			fabs(k->y0 - w->y0) < PLACE && fabs(k->y1 - w->y1) < PLACE)
			return true;
	}
	return false;
}

static void take(struct pdf_overprint *o, struct pdf_page *p, const struct pdf_word *w, bool known)
{
	buf_adds(&p->across, p->across.n ? " " : "");
	buf_add(&p->across, w->text);
	if (!known && o->words.n < LARGE_MAX)
		*vec_push(&o->words) = *w;
}

void pdf_overprint_take(struct pdf_overprint *o, struct pdf_page *p)
{
	double heights[LARGE_MAX];
	size_t kept = 0;
	size_t n = p->words.n && p->words.n <= WORDS_MAX ? find_heights(p, heights) : 0;

	if (n == 0 && o->words.n == 0)
		return;
	for (size_t i = 0; i < p->words.n; i++) {
		struct pdf_word w = p->words.v[i];
		bool known = is_known(o, &w);

		if (known || is_across(p, heights, n, &w))
			take(o, p, &w, known);
		else
			p->words.v[kept++] = w;
	}
	p->words.n = kept;
}

void pdf_overprint_free(struct pdf_overprint *o)
{
	vec_free(&o->words);
}

bool pdf_overprint_is_in(const struct pdf_page *p)
{
	for (size_t i = 0; i < p->words.n; i++)
		for (size_t k = 0; k < p->words.n; k++)
			if (i != k && covers(&p->words.v[i], &p->words.v[k]))
				return true;
	return false;
}
