/* The borders of a frame: strokes side by side are one.
 *
 * Only pdf_bo*.c include this. */
#ifndef GOUJI_IMPORT_PDF_BORDERS_H
#define GOUJI_IMPORT_PDF_BORDERS_H

#include "import/pdf_strokes.h"

/* A stroke is of a border that is no farther away, in points. */
#define PDF_BORDER_SLACK 1.3
/* No column or row is so narrow, in points, that has words. */
#define PDF_BORDER_NARROW 5.0

/* From its first stroke to its last, and how long those of its first place are, or a longer one. */
struct border {
	double from, to, length;
};

struct borders {
	VEC(struct border) v;
	bool down;
};

/* The strokes of a frame. */
struct frame {
	const struct pdf_strokes *s;
	const struct pdf_page_words *words;
	size_t of;
	double x0, y0, x1, y1; /* found with the borders */
};

static inline bool pdf_is_of_frame(const struct frame *f, size_t stroke)
{
	return f->s->of[stroke] == f->of;
}

static inline double pdf_middle_of(const struct border *b)
{
	return pdf_middle(b->from, b->to);
}

/* Those down it, from the left, and across it, from the top. */
void pdf_borders_find(struct frame *f, struct borders *x, struct borders *y);

#endif
