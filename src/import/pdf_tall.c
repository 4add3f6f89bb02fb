/* Words of one height are of one font and size, so what is true of most is true of all. */
#include "import/pdf_tall.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* Heights of one font differ by less, in points. */
#define SAME_HEIGHT 0.05
/* A wide character is as wide as its size, a digit by this much of it. */
#define DIGIT 0.55
/* No font is so many times as high as its size; what fonts mostly have above and below the middle
 * of their letters. */
#define TALL 1.9
#define ABOVE 0.58
#define BELOW 0.54
/* Fewer characters tell nothing. */
#define CHARS_MIN 3
/* A height is looked at in so many steps. */
#define STEPS 64

/* The word's width in characters as wide as high; 0 where that cannot be said. */
static double chars_of(struct str s)
{
	double n = 0;

	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (ch >= '0' && ch <= '9')
			n += DIGIT;
		else if (ch > 0x7f && utf8_width(ch, 2) == 2)
			n++;
		else
			return 0;
	}
	return n;
}

static bool is_of(const struct pdf_word *w, double height)
{
	return fabs(w->y1 - w->y0 - height) < SAME_HEIGHT;
}

/* The size of the font of words so high; 0 where nothing tells it. */
static double size_of(const struct pdf_page *p, double height)
{
	double width = 0, chars = 0;

	for (size_t i = 0; i < p->words.n; i++) {
		const struct pdf_word *w = &p->words.v[i];
		double here = is_of(w, height) ? chars_of(w->text) : 0;

		width += here > 0 ? w->x1 - w->x0 : 0;
		chars += here;
	}
	return chars >= CHARS_MIN ? width / chars : 0;
}

/* How many words have letters at each step of their height. */
static void count_ink(const struct pdf_page *p, const struct pdf_pictures *pictures, double height,
	size_t ink[STEPS])
{
	for (size_t i = 0; i < p->words.n; i++) {
		const struct pdf_word *w = &p->words.v[i];

		for (size_t k = 0; k < STEPS && is_of(w, height); k++)
			ink[k] += pdf_pictures_ink(
				pictures, w->x0, w->x1, w->y0 + height * ((double)k + 0.5) / STEPS);
	}
}

/* Where in their height the middle of the letters is: own lines are always there, others now and
 * then. A half where there is no picture. */
static double find_middle(
	const struct pdf_page *p, const struct pdf_pictures *pictures, double height, double size)
{
	size_t ink[STEPS] = {0}, window = (size_t)(STEPS * size / height), most = 0, sum = 0;
	size_t first = (STEPS - window) / 2, last = first;

	count_ink(p, pictures, height, ink);
	for (size_t k = 0; k < STEPS; k++) {
		sum += ink[k];
		sum -= k >= window ? ink[k - window] : 0;
		if (k + 1 < window || sum < most)
			continue;
		last = k + 1 - window;
		first = sum > most ? last : first;
		most = sum;
	}
	return most ? ((double)(first + last) + (double)window) / 2 / STEPS : 0.5;
}

/* A page with more heights of words is no text. */
#define HEIGHTS_MAX 32

/* Words of that height and size, the first of which is at `from`. */
static void shrink(
	struct pdf_page *p, const struct pdf_pictures *pictures, size_t from, double size)
{
	double height = p->words.v[from].y1 - p->words.v[from].y0;
	double middle = find_middle(p, pictures, height, size) * height;

	for (size_t i = p->words.n; i-- > from;) {
		struct pdf_word *w = &p->words.v[i];

		if (!is_of(w, height))
			continue;
		w->y1 = w->y0 + middle + BELOW * size;
		w->y0 += middle - ABOVE * size;
	}
}

void pdf_tall_mend(struct pdf_page *p, const struct pdf_pictures *pictures)
{
	double seen[HEIGHTS_MAX];
	size_t n = 0;

	for (size_t i = 0; i < p->words.n && n < HEIGHTS_MAX; i++) {
		double height = p->words.v[i].y1 - p->words.v[i].y0;
		bool known = false;

		for (size_t k = 0; k < n; k++)
			known = known || fabs(seen[k] - height) < SAME_HEIGHT;
		if (known)
			continue;
		seen[n++] = height;
		double size = size_of(p, height);

		if (size > 0 && height > TALL * size)
			shrink(p, pictures, i, size);
	}
}
