/* The mouse, where it is wanted (`set mouse on`): a click goes to what stands there, a double click
 * opens or locates it, the wheel moves as the arrow keys do. */
#ifndef GOUJI_UI_MOUSE_H
#define GOUJI_UI_MOUSE_H

#include "ui/paint.h"
#include "ui/term.h"

struct mouse {
	int row, col; /* of the last click */
	long at;      /* ms; 0: none that a second could follow */
};

/* now: ms of some steady clock. Returns a command line that is to be run then, or NULL. */
const char *mouse_take(struct mouse *m, struct session *s, const struct canvas *c,
	const struct key *key, long now);

#endif
