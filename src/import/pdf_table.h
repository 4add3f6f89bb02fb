/* A stretch of a page's lines that is a table: its columns are where numbers stand over one
 * another, its rows where they stand side by side; labels and headings are laid to those by their
 * places.
 *
 * Only pdf_*.c include this. */
#ifndef GOUJI_IMPORT_PDF_TABLE_H
#define GOUJI_IMPORT_PDF_TABLE_H

#include "import/feed.h"
#include "import/pdf_page.h"

/* More columns, lines, or words in a table are no report's; what is beyond is left to paragraphs.
 */
#define PDF_COLS_MAX 128
#define PDF_LINES_MAX 400
#define PDF_WORDS_MAX 20000

/* Words of a line that belong together: [first, first + n). */
struct pdf_atom {
	size_t first, n;
	size_t line;
	double x0, y0, x1, y1;
	bool value;	/* begins with a number that is no numbering */
	bool numbered;	/* "一、", "（二）", "3." */
	size_t col;	/* of labels or of values, by zone */
	size_t colspan; /* over so many columns */
};

struct pdf_column {
	double x0, x1;
	bool headed; /* its heading alone tells of it */
};

/* Columns of values of the table that the page before ends with. */
struct pdf_before {
	VEC(struct pdf_column) values;
	double width; /* of its page */
};

enum pdf_band { PDF_ROW, PDF_HEADING, PDF_LABEL };

/* What a line is in the table. */
struct pdf_strip {
	enum pdf_band kind;
	size_t first, n; /* its atoms, from left to right */
	double y;	 /* its middle */
	size_t row;	 /* the row its values are of, for PDF_ROW */
};

struct pdf_row {
	double y;	    /* the middle of its values */
	double top, bottom; /* the middles of its first and last line of values */
	size_t line;	    /* the strip with most of them */
	size_t is;	    /* the row it is a part of: mostly itself */
	bool labelled;
	bool blank; /* nothing but a label; behind all rows that have values, wherever it stands */
	bool level; /* beside the one line of a label of several rows, or of one that is out of line
		     */
	bool part;  /* it may be what is left of another row */
	bool ragged; /* may have lost values to another or taken them: on several lines, a part,
			or without a label where others have one */
};

/* A cell found: atoms [first, first + n) of `order`. */
struct pdf_cell {
	double y; /* its middle */
	size_t col, colspan;
	size_t row;  /* STR_NONE: a heading, told by y */
	bool label;  /* col counts label columns, else value columns */
	bool unsure; /* of a ragged row, or of one beside it */
	size_t first, n;
};

struct pdf_table {
	const struct pdf_page *page;
	size_t from, to; /* lines of the page; `to` moves back where the last ones are none of it */
	double em;	 /* the usual height of its words: often smaller than the page's */
	VEC(struct pdf_atom) atoms;
	VEC(struct pdf_strip) strips; /* by line, from `from` */
	VEC(struct pdf_column) labels, values;
	double labels_end;		 /* no label begins right of this */
	const struct pdf_before *before; /* what it may go on with, NULL: nothing */
	VEC(struct pdf_row) rows;
	VEC(struct pdf_cell) cells;
	VEC(size_t) order; /* atoms, gathered by cell */
};

/* Lines [from, to) that may be a table; those past `sure` may be left out again. */
struct pdf_stretch {
	size_t from, to, sure;
};

/* The next one from line `at` on; false: none. */
bool pdf_stretch_find(const struct pdf_page *p, size_t at, struct pdf_stretch *s);

/* Reads the stretch's first table: t->to tells where it ends. `follows`: a table is right before
 * it, so that even one number is one. `before`: what it may go on with, or NULL. false: it is no
 * table. */
bool pdf_table_read(struct pdf_table *t, const struct pdf_page *p, const struct pdf_stretch *s,
	bool follows, const struct pdf_before *before);
/* The page ends right below the table (begins right above it): its last (first) row may be cut. */
void pdf_table_doubt_edge(struct pdf_table *t, bool below);
/* Any of its words may be missing. */
void pdf_table_doubt(struct pdf_table *t);
void pdf_table_free(struct pdf_table *t);

/* Its parts, in order. */
bool pdf_columns_find(struct pdf_table *t);
/* Adds the columns of the page before in which the table has no number, where it goes on with it.
 */
void pdf_columns_take(struct pdf_table *t);
/* Makes columns of numbers that begin (or end) below each other as wide as their cells. */
void pdf_columns_widen(struct pdf_table *t);
void pdf_strips_find(struct pdf_table *t);
/* Marks rows that may be parts of others. */
void pdf_parts_find(struct pdf_table *t);
void pdf_labels_place(struct pdf_table *t);

/* The row of which row r may be a part: a number or remark broken over lines leaves a line with
 * nothing but the rest. Itself where it is whole. */
size_t pdf_row_whole(const struct pdf_table *t, size_t r, bool labels_placed);

/* Left of all columns of values. */
bool pdf_is_label(const struct pdf_table *t, const struct pdf_atom *a);
/* A new, empty cell; its atoms are pushed to `order`. */
struct pdf_cell *pdf_cell_open(struct pdf_table *t);

/* false: more cells than any report. */
bool pdf_table_put(struct feed *out, const struct pdf_table *t, struct err *err);

/* "一、", "（二）", "3." before words: a cell begins here. */
bool pdf_is_numbered(struct str s);
/* "三、" and words: a section's heading, unless it is a row's label. */
bool pdf_is_section(struct str s);

#endif
