/* Where a pattern stands in a long text. The text is folded piece by piece, whole lines at a time,
 * so that a search costs no copy of it all; a pattern has no line end in it, so no hit is missed.
 * Patterns are folded (FOLD_CASE); offsets are bytes of the text. */
#ifndef GOUJI_DESK_HUNT_H
#define GOUJI_DESK_HUNT_H

#include "doc/doc.h"

/* The first hit that begins at or after `least`, or the last one that begins before `most`; empty
 * where there is none between them. */
struct text_span hunt_first(struct str text, struct str pattern, size_t least, size_t most);
struct text_span hunt_last(struct str text, struct str pattern, size_t least, size_t most);
/* The same in [from, to), which is folded as one piece: for a page or a line. */
struct text_span hunt_in(struct str text, struct str pattern, size_t from, size_t to, size_t most);
/* Where they all begin, in order, at most `max`; *at is the caller's to free(). How many. */
size_t hunt_all(struct str text, struct str pattern, size_t max, size_t **at);

#endif
