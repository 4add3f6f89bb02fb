/* One line of a report, and an attempt at reading it otherwise: lines.c takes the lines, line.c
 * tries. Private to line.c and lines.c. */
#ifndef GOUJI_REPAIR_ATTEMPT_H
#define GOUJI_REPAIR_ATTEMPT_H

#include "repair/line.h"

struct line {
	const size_t *cells; /* slot after slot */
	size_t n, width;     /* slots, cells of a slot */
	bool read;	     /* as one line of text: numbers may be split or run together in it */
};

/* By how much a cell may change as far as equations go that it shares with no other cell of the
 * line. */
struct need {
	bool any;   /* none of them is checked */
	bool stuck; /* they want different things: not at all */
	__int128 delta;
};

/* What a reading would put where. */
struct attempt {
	const struct system *s;
	struct line l;
	struct need *needs; /* by cell of the line */
	enum edit edit;
	size_t from, until; /* the cells of the line that it may change */
	__int128 *to;	    /* by cell of the line */
	bool *free;	    /* likewise: its equations give it */
	struct repair_change *changes;
	size_t n;
	__int128 *sum; /* by equation: what the changes add to it */
	size_t *touched;
	size_t n_touched;
	size_t *in_line; /* by equation: how many cells of the line it has */
	struct readings *out;
};

/* Tries all readings of the line in a->l, whose needs are known. */
void attempt_line(struct attempt *a);

#endif
