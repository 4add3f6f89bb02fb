/* From pieces of text at places on their lines to cells in columns.
 *
 * The numbers tell where the columns are: those that overlap, seen from above, are of one. Words go
 * to the column they stand over; where they stand over none they are one of their own. Words left
 * of all numbers are labels, with columns found the same way from the rows that have several.
 *
 * A place on a line counts display columns, with quotes and the like two wide or one, or
 * characters, for there are tools that line up by each of these. Where the rows with the most
 * numbers agree, number for number, on the columns under one measure, that is the measure; of
 * several the one with the fewest columns. Where they agree under none the table is ragged: in
 * those rows the order of the numbers is all that counts, and their mean places are the columns.
 * Else a column in which a row with numbers has nothing is an empty cell of it. */
#ifndef GOUJI_IMPORT_COLUMNS_H
#define GOUJI_IMPORT_COLUMNS_H

#include <stdint.h>

#include "doc/sink.h"

enum { COLUMNS_MEASURES = 3 };

struct columns_piece {
	uint32_t text_from, text_to; /* bytes of the text */
	uint32_t row;
	uint32_t from[COLUMNS_MEASURES], to[COLUMNS_MEASURES]; /* places on the line */
	bool value, behind; /* a number; behind a number of its row */
};

struct columns {
	struct str text;
	VEC(struct columns_piece) pieces; /* by row, then place */
	uint32_t row;
	bool behind;
	uint32_t at[COLUMNS_MEASURES]; /* where the row being added has got to */
};

void columns_init(struct columns *c, struct str text);
void columns_free(struct columns *c);
void columns_begin_row(struct columns *c, size_t row);
/* The next piece of the row, behind the white space `before`. */
void columns_add(struct columns *c, struct str before, struct text_span piece, bool value);
/* Puts all as cells of the open grid. */
void columns_put(const struct columns *c, struct doc *d);

#endif
