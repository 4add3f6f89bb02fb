/* Tables with borders: the words of a page in the boxes drawn around them.
 *
 * Only pdf_*.c include this. */
#ifndef GOUJI_IMPORT_PDF_RULED_H
#define GOUJI_IMPORT_PDF_RULED_H

#include "import/feed.h"
#include "import/pdf_boxes.h"

struct pdf_ruled_cell {
	struct pdf_box box;
	struct buf text;
	bool number;	/* nothing but a number */
	bool digit;	/* begins with one */
	bool full;	/* its last line is as wide as the box: it may go on elsewhere */
	bool numbered;	/* begins as labels do: "3." */
	bool unsure;	/* words stand on one another in it, or may be another's */
	bool continued; /* goes on with the cell before it: it is empty now */
};

struct pdf_ruled {
	unsigned page;
	double x0, y0, x1, y1;
	size_t rows;
	VEC(double) x; /* its borders down, by which columns are numbered */
	VEC(struct pdf_ruled_cell) cells;
};

/* Puts the words that lie in the frame into its boxes, and takes them from the page. false: it is
 * none of a table, and they stay. The page has no lines yet. `before`: what ends the page before,
 * or NULL; the frame may go on with it. */
bool pdf_ruled_take(struct pdf_ruled *t, struct pdf_page *p, const struct pdf_frame *f,
	struct pdf_ruled *before);
/* The words of `first` were taken before those of `t`: where it lies over `t`, some may be missing
 * there, unless all of `t` lies within it. */
void pdf_ruled_doubt_under(struct pdf_ruled *t, const struct pdf_ruled *first);
/* May what stands between x0 and x1 be of a cell that the table's end cuts: is it no cell of one
 * row there? */
bool pdf_ruled_is_open(const struct pdf_ruled *t, double x0, double x1);
void pdf_ruled_free(struct pdf_ruled *t);

/* Has the first row of `next` the columns of the last one of `t`? */
bool pdf_ruled_follows(struct pdf_ruled *t, struct pdf_ruled *next);
/* `next` begins the page behind the one that `t` ends: a row cut there is made whole, and where the
 * borders of the one are among those of the other, their columns have the same numbers. */
void pdf_ruled_join(struct pdf_ruled *t, struct pdf_ruled *next);

/* false: more cells than any report. */
bool pdf_ruled_put(struct feed *out, const struct pdf_ruled *t, struct err *err);

#endif
