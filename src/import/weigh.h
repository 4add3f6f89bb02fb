/* What text and tables look like, from their shape alone, for readers of formats where a table may
 * be a table or the scaffold of a page. No word is known here. */
#ifndef GOUJI_IMPORT_WEIGH_H
#define GOUJI_IMPORT_WEIGH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct weight {
	uint32_t text;	    /* characters, white space left out */
	uint32_t sentences; /* that end in it: 。 */
	uint32_t strong; /* signs of a report: 三、 at its begin; in a cell a number and nothing
			    else */
};

struct weight weigh(struct str s, bool in_cell);

/* Words that go on for longer than a cell's. */
bool weigh_is_prose(size_t text, size_t sentences);
/* A cell with nothing but a number, by its weight. */
bool weigh_is_number(size_t text, size_t strong);

/* A table, by its own cells. */
struct nature {
	size_t cols;	/* the most cells in a row */
	size_t filled;	/* cells with something in them */
	size_t numbers; /* with nothing but a number */
	size_t prose;	/* with prose, headings, lists, tables */
	size_t within;	/* signs of a report in those */
};

/* Does it only lay out what is in it? */
bool nature_is_scaffold(const struct nature *n);

#endif
