/* The lines drawn on pages: what a table's borders are made of. Taken from pictures of the pages,
 * so that it does not matter how they were drawn.
 *
 * Coordinates are those of pdf_page.h: points from the page's top left corner. */
#ifndef GOUJI_IMPORT_PDF_RULES_H
#define GOUJI_IMPORT_PDF_RULES_H

#include <stdbool.h>

#include "base/mem.h"

/* Pictures are so fine, in dots per inch, and of so many pages: the tables of a report are among
 * those. No report takes so many seconds to paint; what is not painted by then has no borders. */
#define PDF_RULES_DPI "144"
#define PDF_RULES_PAGES "100"
#define PDF_RULES_SECONDS 6

/* A stroke across the page at height `at`, or down it at `at` from the left. */
struct pdf_rule {
	float at, from, to;
	bool broken; /* dashes or dots */
};

struct pdf_rules {
	VEC(struct pdf_rule) across, down;
};

struct pdf_drawing {
	VEC(struct pdf_rules) pages;
};

/* Reads pictures (PGM, one behind another) until they end or make no sense: what came before
 * counts. */
void pdf_rules_read(int fd, struct pdf_drawing *d);
void pdf_drawing_free(struct pdf_drawing *d);

#endif
