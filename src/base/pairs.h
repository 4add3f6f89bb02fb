/* Which characters stand beside each other in texts: each pair of neighbours has one of 32768
 * places. A word with a pair that is not at its place stands in none of the texts; two look-ups
 * tell so, however long they are. */
#ifndef GOUJI_BASE_PAIRS_H
#define GOUJI_BASE_PAIRS_H

#include <stdint.h>

#include "base/str.h"

struct pairs {
	uint64_t bits[512];
};

/* The places of a word's first pair and of its last. */
struct pair_ends {
	uint16_t first, last;
};

void pairs_add(struct pairs *p, struct str text);
/* The word is not empty. */
struct pair_ends pair_ends_of(struct str word);

static inline bool pairs_have(const struct pairs *p, unsigned place)
{
	return p->bits[place / 64] >> (place % 64) & 1;
}

/* May the word stand in one of the texts? Of a single character nothing is known. */
static inline bool pairs_may_hold(const struct pairs *p, struct pair_ends ends)
{
	return pairs_have(p, ends.first) && pairs_have(p, ends.last);
}

#endif
