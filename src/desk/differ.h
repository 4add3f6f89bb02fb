/* Where two passages that are much alike differ: numbers and Latin words as wholes, all else by
 * characters, white space aside. Offsets are bytes of the passages. */
#ifndef GOUJI_DESK_DIFFER_H
#define GOUJI_DESK_DIFFER_H

#include "base/mem.h"
#include "doc/doc.h"

struct differences {
	VEC(struct text_span) left, right; /* in order; one alone where only that side has more */
};

/* Empty where they are alike in all, or in less than half; or too long to be compared. */
void differ_find(struct differences *d, struct str left, struct str right);
void differ_free(struct differences *d);

#endif
