/* What the search for bands knows. Only for bands*.c. */
#ifndef GOUJI_TABLE_BANDS_SEARCH_H
#define GOUJI_TABLE_BANDS_SEARCH_H

#include "table/bands.h"

enum {
	BANDS_COLUMNS_MAX = 8,
	BANDS_ROWS_MAX = 40,
	BANDS_SPANS_MAX = 4096,
	BANDS_TRIES_MAX = 1 << 20, /* at bands within bands; past that there are none */
	BANDS_BROKEN_COST = 6,	   /* of a row that does not add up */
};

/* Rows [from, to), and behind which columns a band ends; or nobody knows. */
struct span {
	size_t from, to;
	unsigned ends;
	size_t cost;
	size_t broken; /* rows that do not add up, where the numbers are parted as the bands are */
	size_t map;    /* bands have bands within: 1 + where each number was read, in `maps` */
	bool open;
};

struct search {
	const struct form *form;
	const struct form_table *def;
	size_t n_rows, n_columns;
	bool total_first;
	int64_t *values;	/* as they are read */
	const bool *parted;	/* of each: a blank line or words stand before it */
	bool strict;		/* bands are as the numbers are parted */
	bool nested;		/* and may have others within */
	VEC(struct span) spans; /* by row; each row's end there */
	VEC(size_t) maps;
	size_t end[BANDS_ROWS_MAX];
	size_t rest[BANDS_ROWS_MAX + 1]; /* what the rows from there on cost at least */
	const struct span *way[BANDS_ROWS_MAX];
	size_t n_way, most, looks;
	size_t tries;	       /* at bands within bands, so far */
	size_t *order, *found; /* by cell, row by row as printed: which of the values */
	bool any, whole;       /* of the ways that hold; without open rows */
};

/* Does a row of the form add up whose numbers, by place as printed, were read there? */
bool bands_row_holds(const struct search *s, const size_t *at);

/* The spans of rows [from, to) in these bands of which some have bands within, that is, of part of
 * their rows; the cheapest way. */
void bands_add_nested(struct search *s, size_t from, size_t to, unsigned ends);

#endif
