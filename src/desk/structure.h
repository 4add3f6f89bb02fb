/* The mends of the tables' structure, at work in a session: the tables read again after each change
 * of a mend, and which mends a cell owes its place to. */
#ifndef GOUJI_DESK_STRUCTURE_H
#define GOUJI_DESK_STRUCTURE_H

#include "desk/session.h"

/* Reads the tables again where a mend changed since; cells are numbered anew then, and the places
 * kept are on the same cells by name. */
void structure_refresh(struct session *s);
/* The i-th mend that the cell is where it is by: of its row, of its table, or of the printed row it
 * stands in; NULL at the end. */
const struct record *structure_of_cell(const struct session *s, size_t cell, size_t i);
/* The printed row of a table that holds the character: from its first words or number to the last.
 * false where there is none. */
bool structure_row_at(const struct session *s, size_t at, struct text_span *row);
/* The cell or word of that row at the character, else the next one behind it; false at the end. */
bool structure_cell_at(const struct session *s, size_t at, struct text_span *cell);

/* Which cells were where before a mend, to tell what it moved. */
struct cells_before {
	const struct form_cell **def;
	struct text_span *whole;
	enum cell_state *state;
	size_t n;
};
struct cells_before cells_before(const struct session *s);
/* How many cells have another value, or none, or one only now. Frees b. */
size_t cells_moved(const struct session *s, struct cells_before *b);

#endif
