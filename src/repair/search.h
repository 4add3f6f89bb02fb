/* The search for all smallest groups of cells whose change settles a set of equations. Private to
 * repair/.
 *
 * The equations are those of one set: all that can be checked and hang together through cells that
 * may change. Each broken one needs a change of one of its cells. When a cell is chosen, it is
 * eliminated from all equations but one (that one will give its new value); what is left are
 * equations over cells not chosen, implied edits in the words of Fellegi and Holt, and each that is
 * not satisfied needs another change. When all are satisfied, the group settles the set. Sizes are
 * tried from the lowest bound up, so the first size that has a group is the smallest. A group is
 * reached once: a cell that was tried is left out of the branches after it. */
#ifndef GOUJI_REPAIR_SEARCH_H
#define GOUJI_REPAIR_SEARCH_H

#include <time.h>

#include "repair/system.h"

/* A group: the cells, ascending, and what is added to each. */
struct search_group {
	size_t *cells;
	__int128 *deltas;
	size_t n;
};

struct search_limits {
	size_t nodes;		  /* left; counted down */
	struct timespec deadline; /* of CLOCK_THREAD_CPUTIME_ID */
	bool timed;
	bool late; /* the deadline has passed */
	size_t changes, groups;
};

struct search_result {
	struct search_group *groups; /* of the arena; all of one size */
	size_t n;
	bool bounded;
};

/* equations: of one set. */
void search_groups(const struct system *s, const size_t *equations, size_t n,
	struct search_limits *limits, struct search_result *out);

#endif
