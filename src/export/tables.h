/* The statutory tables of a report, written out: one file a format, one row each (tables.c).
 *
 * Spans are told in bytes of the source (doc.h), lines from 1. What is printed is never replaced:
 * corrections of the review come as an overlay beside it. */
#ifndef GOUJI_EXPORT_TABLES_H
#define GOUJI_EXPORT_TABLES_H

#include "base/lang.h"
#include "base/mem.h"
#include "review/review.h"

struct tables_input {
	const char *file; /* the report's name, as it was given */
	const struct report *report;
	const struct review *review; /* NULL: none */
	enum lang lang;
	bool color;
};

struct tables_format {
	const char *name;
	/* One of the two: of the tables, or of the document alone, which needs no report in it. */
	void (*write)(const struct tables_input *in, struct buf *out);
	void (*write_doc)(const struct doc *doc, struct buf *out);
};

const struct tables_format *tables_format_at(
	size_t i); /* NULL at the end; the first is the default */
const struct tables_format *tables_format_find(const char *name); /* NULL: none */

void tables_write_json(const struct tables_input *in, struct buf *out);
void tables_write_text(const struct tables_input *in, struct buf *out);
void tables_write_csv(const struct tables_input *in, struct buf *out);
void tables_write_markdown(const struct tables_input *in, struct buf *out);
/* One table, under a heading of that level. */
void tables_put_markdown(const struct tables_input *in, const struct report_table *t,
	unsigned level, struct buf *out);

/* A table line by line, as the form prints it, for the writers that draw it. */
enum table_line_kind {
	TABLE_HEADING, /* a block's heading */
	TABLE_COLUMNS, /* the labels of its columns */
	TABLE_GROUP,   /* a label above rows */
	TABLE_ROW,
};

struct table_line {
	enum table_line_kind kind;
	unsigned depth;			/* groups above it */
	const struct form_block *block; /* the block it belongs to */
	const struct form_words *label; /* heading, group, row; NULL for columns */
	const struct form_words *brief; /* group, row; else NULL */
	size_t cell;			/* row: the report's cell in its first column */
};

struct table_lines {
	struct table_line *v;
	size_t n, cap;
};

void table_lines_make(struct table_lines *lines, const struct report_table *t);
void table_lines_free(struct table_lines *lines);

/* The words in that language, or where there are none, as the form prints them. w may be NULL. */
const char *tables_words(const struct form_words *w, enum lang lang);
/* What is printed in a cell, as bytes of the text: a number, a mark, anything; empty where nothing.
 */
struct str tables_cell_text(const struct report *r, const struct cell *c);
/* The correction of a cell, NULL where there is none. */
const struct record *tables_correction(const struct tables_input *in, const struct cell *c);

#endif
