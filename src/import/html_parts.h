/* The passes over a page's nodes: which part of it is the report, and how that is put. */
#ifndef GOUJI_IMPORT_HTML_PARTS_H
#define GOUJI_IMPORT_HTML_PARTS_H

#include "import/html_text.h"

/* Lines kept from before the report. */
#define HTML_LINES_MAX 3

struct html_article {
	size_t root;			       /* the node that holds the report */
	size_t lines[HTML_LINES_MAX], lines_n; /* nodes before it that are or may be its title */
	bool titled;			       /* a title is told in the page's head only: */
	size_t title;			       /* in this text, */
	struct text_span title_at;	       /* here in the decoded page */
};

/* Finds it, by where sentences, numbered headings and numbers in tables are, and marks menus and
 * the like within it as skipped. */
struct html_article html_article_find(struct html_tree *t);

/* A title has so many bytes at least, without white space. */
#define HTML_TITLE_MIN 18

/* The words of a node, without white space, added to `out`. */
void html_squeeze(const struct html_tree *t, size_t at, struct buf *out);
/* What the head, nodes [0, body), says the title is: <title>, and what sites tell search engines; a
 * line each, without white space. */
void html_head_titles(const struct html_tree *t, size_t body, struct buf *out);
/* The name in <title> that tells a year: its text, and where it stands in the decoded page. Names
 * of the site and its sections stay out. */
bool html_head_title(const struct html_tree *t, size_t body, size_t *node, struct text_span *span);

/* Makes tables of elements that have the roles of tables, rows and cells. */
void html_roles_find(struct html_tree *t);
/* Makes tables of boxes (divisions, lists) tables. */
void html_boxes_find(struct html_tree *t);

/* Puts the blocks of nodes [from, to). */
bool html_put_blocks(struct html_out *o, size_t from, size_t to, struct err *err);

/* --- tables --- */

struct html_cell {
	size_t row, col, rowspan, colspan;
	size_t node;
	bool prose; /* all its row holds, and nothing for a table */
};

struct html_table {
	VEC(struct html_cell) cells;
	size_t rows;
};

/* Which cell of the table at `at` lies where, by row, then column; false: more than any report has.
 * cells is the caller's to free. */
bool html_table_scan(const struct html_tree *t, size_t at, struct html_table *out, struct err *err);
/* Behind the last cell of the row that cell `first` begins. */
size_t html_row_end(const struct html_table *table, size_t first);
/* A table that holds one thing is the box around it. */
bool html_table_is_box(const struct html_tree *t, size_t at);
/* Is it one that only lays out the page? */
bool html_table_is_layout(const struct html_tree *t, size_t at);
/* Puts the table at `at`, what stands within its cells first, and says so in *put; one that only
 * lays out the page is left to the caller as blocks. */
bool html_table_put(struct html_out *o, size_t at, bool *put, struct err *err);

#endif
