/* What a set of labels is made of. Only label.c and label_set.c look inside. */
#ifndef GOUJI_TABLE_LABEL_SET_H
#define GOUJI_TABLE_LABEL_SET_H

#include "table/label.h"

/* One variant of one label. */
struct label_entry {
	enum label_kind kind;
	size_t index, block; /* as struct label_match has them */
	char number[8];	     /* what is printed before it: 二; "" where nothing is */
	struct str core;
	unsigned *chars; /* the core's, n of them */
	size_t n;
	bool of_columns; /* LABEL_ASIDE: a label above columns */
};

#define LABEL_KINDS (LABEL_ASIDE + 1)

struct label_set {
	struct {
		struct label_entry *v; /* by kind, and else as the form has them */
		size_t n;
	} entries;
	uint64_t *marks; /* of each entry's core: side by side, for all are looked through */
	size_t first[LABEL_KINDS + 1]; /* of each kind; the next one's is its end */
	uint64_t lengths[LABEL_KINDS]; /* label_length_bit() of each core of the kind */
};

/* A core of another bit is none of the same length. */
static inline uint64_t label_length_bit(struct str core)
{
	return (uint64_t)1 << (core.n / 3 % 64);
}

/* The characters of s, into chars, which has room for s.n of them. How many. */
size_t label_chars(struct str s, unsigned *chars);

#endif
