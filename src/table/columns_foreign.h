/* What the parts of columns_foreign.c share. Only for columns_*.c. */
#ifndef GOUJI_TABLE_COLUMNS_FOREIGN_H
#define GOUJI_TABLE_COLUMNS_FOREIGN_H

#include "table/lines.h"

/* The grid's columns of one block's lines, as bits, where a grid tells them. */
struct ground {
	uint64_t own;	  /* under the headings of the form's columns */
	uint64_t foreign; /* under others */
};

static inline uint64_t columns_bits(size_t from, size_t to)
{
	uint64_t all = 0;
	for (size_t col = from; col < to && col < 64; col++)
		all |= (uint64_t)1 << col;
	return all;
}

/* Headings that are each divided by others below them, this year's and last year's: the columns of
 * this year's are the form's, and where these can't be told all is vague. false: they are not. */
bool columns_divide(const struct placing *p, const struct lines *l, struct columns *c, size_t set,
	struct ground *g);
/* The same, and columns of no heading of the form, a cell a line: cells are dropped by their count,
 * where each line has one for each heading; else the lines are unsure. */
void columns_drop_listed(const struct placing *p, const struct lines *l, const struct columns *c,
	size_t set, size_t block, struct line *under);

#endif
