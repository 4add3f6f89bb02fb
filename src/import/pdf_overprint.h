/* Words printed across others: watermarks, stamps.
 *
 * Only pdf_*.c include this. */
#ifndef GOUJI_IMPORT_PDF_OVERPRINT_H
#define GOUJI_IMPORT_PDF_OVERPRINT_H

#include "import/pdf_page.h"

/* What was found to be a watermark on the pages before. */
struct pdf_overprint {
	VEC(struct pdf_word) words; /* only their places count */
};

/* Takes a watermark's words from a page that has no lines yet: large ones with smaller ones behind
 * them, pieces as large beside, and what stands where such stood before. Their text goes to
 * p->across, blanks between. */
void pdf_overprint_take(struct pdf_overprint *o, struct pdf_page *p);
void pdf_overprint_free(struct pdf_overprint *o);

/* Do words of the page stand on one another? Which of them is meant nobody can tell. */
bool pdf_overprint_is_in(const struct pdf_page *p);

#endif
