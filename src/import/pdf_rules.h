/* The lines drawn on pages: what a table's borders are made of. Taken from pictures of the pages,
 * so that it does not matter how they were drawn.
 *
 * Coordinates are those of pdf_page.h: points from the page's top left corner. */
#ifndef GOUJI_IMPORT_PDF_RULES_H
#define GOUJI_IMPORT_PDF_RULES_H

#include <stdbool.h>

#include "base/mem.h"

/* Pictures are so fine, in dots per inch, and of so many pages: the tables of a report are among
 * those. No report takes so many seconds to paint, or so much memory; what is not painted by then
 * has no borders. */
#define PDF_RULES_DPI "144"
#define PDF_RULES_PAGES "100"
#define PDF_RULES_SECONDS 4
#define PDF_RULES_MEMORY ((size_t)160 << 20)

/* A stroke across the page at height `at`, or down it at `at` from the left. */
struct pdf_rule {
	float at, from, to;
	bool broken; /* dashes or dots */
};

struct pdf_rules {
	VEC(struct pdf_rule) across, down;
};

/* Pictures of pages as they come: PGM, one behind another. */
struct pdf_pictures;

/* fd stays the caller's; below 0: there are none. */
struct pdf_pictures *pdf_pictures_new(int fd);
void pdf_pictures_free(struct pdf_pictures *p);
/* The strokes of the next page, which is so large; waits for it. None where the pictures have
 * ended, make no sense, or this one is of another size (a page was left out, and nobody knows
 * which). */
void pdf_rules_next(struct pdf_pictures *p, double width, double height, struct pdf_rules *out);
/* Are there letters between x0 and x1 at height y of the page last taken: dark dots, but not
 * nothing else? */
bool pdf_pictures_ink(const struct pdf_pictures *p, double x0, double x1, double y);
void pdf_rules_free(struct pdf_rules *r);

#endif
