/* Grids that name each value on its own: a row's label, a heading and a number for each cell of the
 * table, as lists, dumps and long tables ("row, column, value") have it. The stream gets the rows
 * that the form prints: the headings once, where they are others than before, and behind each label
 * its numbers. */
#ifndef GOUJI_TABLE_NAMED_H
#define GOUJI_TABLE_NAMED_H

#include "table/place.h"
#include "table/stream.h"

/* Does the grid name each of its values? Told by its reader, or by its own words: all of its rows
 * end in a number behind a heading of the forms' and other words. */
bool grid_is_named(const struct doc *d, const struct grid *g, const struct value_words *words,
	const struct label_book *book);

/* Adds the rows of such a grid, block `number`. */
void stream_add_named(struct stream *s, const struct doc *d, const struct grid *g, size_t number,
	const struct value_words *words);

/* The cells of a row each of which has its heading told (token_row.heads), by column of the form's
 * block, and these headings; both arrays are as wide as the block, all NULL. Returns how many; 0
 * where not every heading is one of the block's columns, or two are the same. */
size_t named_cells(const struct placing *p, size_t row, size_t block, const struct token **cells,
	const struct token **heads);

#endif
