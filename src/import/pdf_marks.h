/* Page numbers, running heads and feet: lines of a page's edges that are no part of the text. */
#ifndef GOUJI_IMPORT_PDF_MARKS_H
#define GOUJI_IMPORT_PDF_MARKS_H

#include "import/pdf_page.h"

/* What another page has at an edge. */
struct pdf_edge {
	struct buf text; /* without digits and blanks: a page's number differs */
	double height;
};

struct pdf_marks {
	struct pdf_edge head, foot; /* of the page looked at last */
};

/* Looks at the words of the page behind the first, before there are lines: for the first page's
 * marks. */
void pdf_marks_ahead(struct pdf_marks *m, const struct pdf_page *next);
/* The page's first and last line become marks where they are a number, or what the page looked at
 * before has there, too. */
void pdf_marks_find(struct pdf_marks *m, struct pdf_page *p);
void pdf_marks_free(struct pdf_marks *m);

#endif
