/* Readings of whole lines: the numbers of a row, a column or a table stand in other cells than
 * their own, because somebody wrote them there or the extraction of the text took the line apart
 * wrongly. Private to repair/.
 *
 * A line is a run of slots, each of one cell (a row, a column; the cells of a table printed as one
 * row) or of a whole row or column of a table. A reading puts the numbers of slots into others; a
 * slot that gets none is free, and its equations give its number. A number that goes out of the
 * line must have been nothing, or the numbering of the row's label. */
#ifndef GOUJI_REPAIR_LINE_H
#define GOUJI_REPAIR_LINE_H

#include "repair/system.h"

struct reading {
	enum edit edit;
	struct repair_change *changes; /* of the arena, by cell; at least two */
	size_t n;
	struct judgement judgement; /* sound; two equations or more hold that did not, and one more
				       for each number that is printed nowhere */
};

struct readings {
	struct reading *v;
	size_t n, cap;
};

/* All readings of lines with a broken equation, each group of changes once. vec_free() the list. */
void readings_find(const struct system *s, struct readings *out);
/* The reading that changes just these, NULL: none. */
const struct reading *readings_same(
	const struct readings *r, const struct repair_change *changes, size_t n);

#endif
