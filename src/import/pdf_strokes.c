/* Strokes that run through words are the words' own; the others that touch are of one frame. */
#include "import/pdf_strokes.h"
#include "import/pdf_extent.h"

#include <stdlib.h>

/* More are no table of a report. */
#define STROKES_MAX 3000
/* The dots of a word's characters leave so much of its height and width free. A stroke is the
 * words' own where so much of it runs through them. */
#define SIDE_ROOM 0.3
#define HEAD_ROOM 0.12
#define FOOT_ROOM 0.08
#define OF_WORDS 0.6
/* and it may begin so far above them. */
#define RISE 2.5

/* How much of the stroke runs through the word: of characters that stand side by side, or one below
 * the other in rows with no room between. */
static double within(const struct pdf_word *w, const struct pdf_rule *r, bool across)
{
	double height = w->y1 - w->y0;

	if (across) {
		if (r->at < w->y0 + HEAD_ROOM * height || r->at > w->y1 - FOOT_ROOM * height)
			return 0;
		return lesser(r->to, w->x1 + PDF_WORD_SLACK) -
		       greater(r->from, w->x0 - PDF_WORD_SLACK);
	}
	if (r->at < w->x0 + SIDE_ROOM || r->at > w->x1 - SIDE_ROOM)
		return 0;
	return lesser(r->to, w->y1 + PDF_WORD_SLACK) - greater(r->from, w->y0 - PDF_WORD_SLACK);
}

static int by_y0(const void *a, const void *b)
{
	const struct pdf_word *x = a, *y = b;

	return (x->y0 > y->y0) - (x->y0 < y->y0);
}

void pdf_words_sort(struct pdf_page_words *words, const struct pdf_page *p)
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
static size_t first_word(const struct pdf_page_words *words, double y)
{
	size_t low = 0, high = words->v.n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (words->v.v[middle].y0 + words->height + PDF_WORD_SLACK < y)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* An unbroken one across through a word and no farther. One down may go on through the borders
 * between words that stand below each other: letters without a font are drawn as boxes, all alike,
 * and their sides meet there. */
bool pdf_is_of_words(const struct pdf_page_words *words, const struct pdf_rule *r, bool across)
{
	double sum = 0, most = 0, top = across ? r->at : r->from;
	double low = across ? top : r->broken ? r->to : top + RISE;

	for (size_t i = first_word(words, top); i < words->v.n; i++) {
		if (words->v.v[i].y0 - PDF_WORD_SLACK > low)
			break;
		double here = greater(0, within(&words->v.v[i], r, across));

		sum += here;
		most = greater(most, here);
	}
	return most >= r->to - r->from ||
	       ((r->broken || !across) && sum > OF_WORDS * (r->to - r->from));
}

double pdf_letters_at(const struct pdf_page_words *words, const struct pdf_rule *across)
{
	double height = 0;

	for (size_t i = first_word(words, across->at); i < words->v.n; i++) {
		const struct pdf_word *w = &words->v.v[i];

		if (w->y0 - PDF_WORD_SLACK > across->at)
			break;
		if (within(w, across, true) > 0)
			height = greater(height, w->y1 - w->y0);
	}
	return height;
}

static bool touch(const struct pdf_rule *across, const struct pdf_rule *down)
{
	return across->from - PDF_TOUCH <= down->at && down->at <= across->to + PDF_TOUCH &&
	       down->from - PDF_TOUCH <= across->at && across->at <= down->to + PDF_TOUCH;
}

size_t pdf_root(const size_t *of, size_t i)
{
	while (of[i] != i)
		i = of[i];
	return i;
}

static void part_strokes(struct pdf_strokes *s)
{
	s->of = mem_alloc_array(s->v.n, sizeof *s->of);
	for (size_t i = 0; i < s->v.n; i++)
		s->of[i] = i;
	for (size_t a = 0; a < s->across; a++)
		for (size_t d = s->across; d < s->v.n; d++)
			if (touch(&s->v.v[a], &s->v.v[d]))
				s->of[pdf_root(s->of, d)] = pdf_root(s->of, a);
	for (size_t i = 0; i < s->v.n; i++)
		s->of[i] = pdf_root(s->of, i);
}

bool pdf_strokes_take(
	struct pdf_strokes *s, const struct pdf_rules *rules, const struct pdf_page_words *words)
{
	for (size_t i = 0; i < rules->across.n; i++)
		if (!pdf_is_of_words(words, &rules->across.v[i], true))
			*vec_push(&s->v) = rules->across.v[i];
	s->across = s->v.n;
	for (size_t i = 0; i < rules->down.n; i++)
		if (!pdf_is_of_words(words, &rules->down.v[i], false))
			*vec_push(&s->v) = rules->down.v[i];
	if (s->across <= 1 || s->v.n == s->across || s->v.n > STROKES_MAX)
		return false;
	part_strokes(s);
	return true;
}

void pdf_strokes_free(struct pdf_strokes *s)
{
	vec_free(&s->v);
	free(s->of);
}
