/* Cells of markup that says how many rows and columns each is over: they go one behind another,
 * past the columns that cells of the rows above still cover. */
#ifndef GOUJI_IMPORT_LAYOUT_CELLS_H
#define GOUJI_IMPORT_LAYOUT_CELLS_H

#include "import/layout.h"

/* How many bytes a line end takes that is written at `at` within a cell's text; 0 where none is. */
typedef size_t layout_break(struct str text, size_t at);

/* Puts a cell whose text goes over several lines: they stand one below another, from that row on.
 * Returns how many there are. */
size_t layout_put_lines(const struct layout *l, size_t row, size_t col, size_t colspan,
	struct text_span span, layout_break *breaks);

/* What a line is to a table that opened above it. */
enum layout_part { PART_OTHER, PART_CELLS, PART_CLOSES, PART_OPENS /* another table */ };

/* The line behind the table that opens at `at`. One that nothing closes is cut: it ends with its
 * last cells before a heading, or before another table. */
size_t layout_table_end(const struct layout *l, size_t at,
	enum layout_part part_of(const struct layout *l, size_t line));

struct layout_cells {
	const struct layout *l;		 /* NULL: only counts */
	layout_break *breaks;		 /* NULL: none are written */
	size_t rows, cells;		 /* of the markup so far */
	size_t row, height, col;	 /* of the grid */
	size_t covered[LAYOUT_COLS_MAX]; /* by column: so many rows, this one and those below */
};

/* The next cell, rowspan and colspan from 1. */
void layout_cells_put(
	struct layout_cells *c, struct text_span span, size_t rowspan, size_t colspan);
/* Past columns that are covered; false where the next one is not. */
bool layout_cells_skip(struct layout_cells *c);
void layout_cells_end_row(struct layout_cells *c);
/* Are these the cells of a table? A row will do where it is wide. */
bool layout_cells_are_table(const struct layout_cells *c);

#endif
