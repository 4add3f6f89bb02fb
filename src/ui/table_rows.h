/* The rows and columns of the table pane: what lines a statutory table makes, how wide its columns
 * are, and which of its lines stand in a pane that is too short for all. Only for view_table.c.
 *
 * A line is a heading of columns, a label above rows (三、办理结果), or a row of cells. */
#ifndef GOUJI_UI_TABLE_ROWS_H
#define GOUJI_UI_TABLE_ROWS_H

#include "ui/current.h"
#include "ui/paint.h"

enum pane_line_kind { LINE_TITLE, LINE_HEAD, LINE_GROUP, LINE_ROW };

struct pane_line {
	enum pane_line_kind kind;
	const struct report_table *table;
	size_t block;
	const struct form_group
		*group;		    /* LINE_GROUP, and the innermost one of LINE_ROW; NULL: none */
	const struct form_row *row; /* LINE_ROW */
	size_t cell;		    /* LINE_ROW: report cell of its first column */
	size_t n_cells;
	int indent;
	enum worth worth; /* to the current finding: the highest of its cells' */
	bool gap;	  /* lines are left out before this one */
};

enum { TABLE_COLUMNS_MAX = 16 };

/* How the columns of one table lie: flag, bracket, value, bracket. */
struct table_columns {
	const struct report_table *table;
	size_t n;
	int width[TABLE_COLUMNS_MAX];			       /* 1: folded to a mark */
	int value[TABLE_COLUMNS_MAX], head[TABLE_COLUMNS_MAX]; /* what these would need */
	int label;					       /* columns for the row labels */
	bool full;     /* labels in full where they fit, not brief */
	int head_rows; /* lines a heading takes: 1 or 2 */
};

struct pane_lines {
	VEC(struct pane_line) list;
};

/* All lines of table t, or of all tables of the report where t is STR_NONE. */
void pane_lines_make(struct pane_lines *l, const struct session *s, size_t t);
void pane_lines_free(struct pane_lines *l);
/* Keeps at most `room` screen rows, those from *top on that show line `focus`; or, with `fold`, all
 * wanted lines and what is around them. head_rows: what a heading takes. The heading of the first
 * line's block comes first in any case. */
void pane_lines_cut(
	struct pane_lines *l, int room, int head_rows, size_t focus, bool fold, size_t *top);
int pane_line_rows(const struct pane_line *line, int head_rows);

/* The value as the pane shows it: "39", "6→7", "·", "?"; appended. */
void table_value(const struct session *s, const struct canvas *c, size_t cell, struct buf *out);
const char *table_column_head(const struct form_column *column);
/* Where a heading is broken in two: the offset of the second part, 0 where it stays whole. */
size_t table_head_break(struct str head);
/* The label of a row or group with its number, full or brief, and above a folded run its group's
 * before it; appended. */
void table_label(const struct pane_line *line, bool full, bool with_group, struct buf *out);
/* How many rows the headings of its columns take: 1 or 2. */
int table_head_rows(const struct report_table *table);
void table_columns_fit(struct table_columns *tc, const struct session *s, const struct canvas *c,
	const struct report_table *table, int cols);

#endif
