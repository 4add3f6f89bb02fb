/* A page of a PDF: words with places, the lines they form, and what each line is.
 *
 * Coordinates are points (1/72 inch) from the page's top left corner, y downwards. An em is the
 * usual height of a word on the page. */
#ifndef GOUJI_IMPORT_PDF_PAGE_H
#define GOUJI_IMPORT_PDF_PAGE_H

#include "base/arena.h"
#include "base/mem.h"
#include "base/str.h"

struct pdf_word {
	double x0, y0, x1, y1;
	struct str text; /* in the page's arena */
	bool number;	 /* a bare number or a mark for nothing */
};

enum pdf_line_kind {
	PDF_PROSE, /* goes to paragraphs */
	PDF_TABLE, /* is in a table's stretch */
	PDF_MARK,  /* a page number, a running head */
};

/* Words side by side: [first, first + n) of the page's, from left to right. */
struct pdf_line {
	size_t first, n;
	double x0, y0, x1, y1;
	size_t pieces; /* parted by an em of white or more */
	enum pdf_line_kind kind;
};

struct pdf_page {
	struct arena *arena;
	double width, height;
	VEC(struct pdf_word) words; /* by line, then from left to right, once there are lines */
	VEC(struct pdf_line) lines; /* from top to bottom */
	double em;
	double left, right; /* where its text begins and ends */
	unsigned number;
	struct buf across; /* words that were printed across the others, and are no part of it */
};

void pdf_page_begin(struct pdf_page *p, unsigned number, double width, double height);
void pdf_page_free(struct pdf_page *p);
void pdf_page_add(struct pdf_page *p, double x0, double y0, double x1, double y1, struct str text);

/* Finds the lines, the em and the margins. */
void pdf_lines_find(struct pdf_page *p);
/* The usual height of words [first, first + n). */
double pdf_words_em(const struct pdf_page *p, size_t first, size_t n);
/* Words [first, first + n) side by side as text, blanks where there is white between them. */
void pdf_words_text(const struct pdf_page *p, size_t first, size_t n, struct buf *out);

static inline double pdf_middle(double from, double to)
{
	return (from + to) / 2;
}

#endif
