/* Tables printed on their side: the form's rows are columns, their labels stand in the rows of
 * headings, and each line below is one of the form's columns with a number for each row. */
#ifndef GOUJI_TABLE_SIDE_H
#define GOUJI_TABLE_SIDE_H

#include "table/stream.h"

/* Does each cell stand in the column that the source says, be it by whatever signs? */
bool grid_columns_are_told(const struct grid *g);

/* Does the grid hold such a table, and nothing else? Then *out is a copy of it turned about, as the
 * form prints it, whose cells the caller frees, and how many columns of labels that has is
 * returned; else 0. Only a grid whose cells stand where the source says is turned, and only one
 * whose every number has a heading above it and whose every line has a cell to each heading: where
 * one is missing the others may stand beside their own. */
size_t grid_turn_side(const struct doc *d, const struct grid *g, const struct value_words *words,
	const struct label_book *book, struct grid *out);

/* The rows of such a copy, the stream's last, from `row` on: a line that ends in an empty cell as
 * others do not may have lost one before, and its numbers slid (token.slid). */
void side_doubt(struct stream *s, size_t row, size_t labels);

#endif
