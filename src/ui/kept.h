/* Parts of the screen that still show what they were drawn from, and need not be drawn again. What
 * a part was drawn from is the session in whole, and of the place of the reviewer what kept.c says
 * it reads: so what a session gets in future counts for all parts, unasked.
 *
 * What was drawn stays on the canvas, with its hits; canvas_clear() does away with all of it. Parts
 * share no cell. */
#ifndef GOUJI_UI_KEPT_H
#define GOUJI_UI_KEPT_H

#include "ui/paint.h"

enum kept_part {
	KEPT_FRAME, /* headings and borders, around the others: they are all due with it */
	KEPT_TITLE,
	KEPT_TEXT,
	KEPT_TABLE,
	KEPT_LIST,
	KEPT_FINDING,
	KEPT_BAR,
	KEPT_COUNT
};

/* Zeroed before its first use. */
struct kept {
	struct buf session;  /* the one parts are drawn from, as bytes to be compared */
	unsigned long count; /* of the changes seen of it */
	struct kept_key {
		unsigned long count;
		struct place place; /* what the part reads of it */
	} drawn[KEPT_COUNT];
	struct buf words[KEPT_COUNT]; /* what decides the part beside that */
	struct {
		int row, col; /* row -1: the part has no cursor */
	} cursor[KEPT_COUNT];
};

void kept_free(struct kept *k);
/* Looks at the session: in each frame, before parts are asked for. */
void kept_look(struct kept *k, const struct session *s, const struct canvas *c);
/* Is the part in r, which `words` decide too, to be drawn? r is wiped for it then; else what is
 * there stays, and the cursor is put where the part has it. */
bool kept_is_due(struct kept *k, enum kept_part part, const struct session *s, struct canvas *c,
	struct rect r, struct str words);
/* It was drawn, with the cursor where it is now. */
void kept_drawn(struct kept *k, enum kept_part part, const struct canvas *c, struct rect r);
/* Something else was drawn in its place. */
void kept_spoil(struct kept *k, enum kept_part part);

#endif
