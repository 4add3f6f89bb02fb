/* From lines drawn on a page to the boxes they make: the cells of tables with borders.
 *
 * Coordinates are those of pdf_page.h. */
#ifndef GOUJI_IMPORT_PDF_BOXES_H
#define GOUJI_IMPORT_PDF_BOXES_H

#include <stdbool.h>

#include "import/pdf_page.h"
#include "import/pdf_rules.h"

struct pdf_box {
	size_t row, col, rowspan, colspan;
	double x0, y0, x1, y1;
};

/* Boxes that share borders, by row, then column. Row r lies between heights y[r] and y[r + 1],
 * column c between x[c] and x[c + 1]. */
struct pdf_frame {
	VEC(double) x, y;
	VEC(struct pdf_box) boxes;
};

struct pdf_frames {
	VEC(struct pdf_frame) v; /* from top to bottom, those beside each other from the left */
};

/* Strokes within words are the words' own. Frames whose borders leave shapes that are no boxes are
 * left out. */
void pdf_frames_find(
	const struct pdf_rules *rules, const struct pdf_page *p, struct pdf_frames *out);
void pdf_frames_free(struct pdf_frames *f);

#endif
