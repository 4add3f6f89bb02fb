/* How sure the reading of a row is.
 *
 * That a number stands in its column is told by one of three witnesses: its heading above it; rows
 * that have all their cells, which show where the columns stand; the number of the row's cells,
 * empty ones too, where all rows have just as many. The sum of a row is none where cells are empty
 * or lost: it tells which cell is the total, not which of the others is missing. Whatever no
 * witness confirms is an assumption, and in doubt. */
#ifndef GOUJI_TABLE_SURE_H
#define GOUJI_TABLE_SURE_H

#include "table/lines.h"

/* Learns from the lines where the columns stand. Behind columns_judge(). */
void sure_learn(const struct placing *p, struct lines *l);
/* Does the last of the cells declare the sum of the others, which are not all zero? Then none of
 * them was lost: what is not there was empty. */
bool sure_ends_in_sum(const struct token *const *tokens, size_t n);
/* Does a witness confirm the row's reading? tokens: n of them, as for align(). */
bool sure_row(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a);
/* Do rows with all their cells have other columns where the row's numbers stand? */
bool sure_contradicts(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a);

/* Of a row in doubt whose numbers, `filled` of them, stand right behind the label: the last of them
 * is the total where it is the sum of the others, for empty cells were lost before it. */
void sure_move_total(const struct columns *c, const struct token *const *tokens, size_t n,
	size_t filled, struct alignment *a);

/* A label that stands before those of its group's other rows, though its cells, some of them empty,
 * stand under the headings that are right behind those: in doubt, unless they add up or are all
 * alike; moved with it where that gives the row the total it lacks. */
void sure_moved(const struct columns *c, const struct line *l, struct alignment *a);

#endif
