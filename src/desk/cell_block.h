/* A block of cells: the rectangle of one table between the selection's corner and the cursor
 * (struct place). What is done with "." in the table pane while one is selected is done to all of
 * its cells, as one act of the review. */
#ifndef GOUJI_DESK_CELL_BLOCK_H
#define GOUJI_DESK_CELL_BLOCK_H

#include "desk/session.h"

struct cell_block {
	const struct form_table *table;		   /* NULL: nothing is selected */
	size_t row, column, last_row, last_column; /* of the form's table */
};

struct cell_block cell_block_of(const struct session *s);
bool cell_block_has(const struct cell_block *b, const struct form_cell *cell);
/* Does the word of a command mean the block? */
bool cell_block_is_meant(const struct session *s, struct str word);
/* How many cells it has, and appended what they add up to: "6 cells, sum 42". */
size_t cell_block_words(const struct session *s, struct buf *out);

#endif
