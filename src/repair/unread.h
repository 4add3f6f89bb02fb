/* Cells that have no number - lost, unreadable, or a total left blank - and that their identities
 * determine, as nothing else in them is unknown. Private to repair/. */
#ifndef GOUJI_REPAIR_UNREAD_H
#define GOUJI_REPAIR_UNREAD_H

#include "repair/weigh.h"

struct unread {
	struct repair **v; /* by cell, of the arena */
	size_t n;
};

/* Only where all identities that give the cell a number agree on it. A zero is not offered where
 * nothing is printed: that the others leave none says little. */
void unread_find(const struct system *s, struct unread *out);
/* Is it about a cell that the finding, and nothing else, tells to have no number? */
bool unread_concerns(const struct system *s, const struct repair *r, const struct finding *f);

#endif
