/* Keys as curses tells them, by the names people write ("PgDn", "^F"); characters put together from
 * the bytes of UTF-8, which may come in pieces. Only for term.c. */
#ifndef GOUJI_UI_TERM_KEY_H
#define GOUJI_UI_TERM_KEY_H

#include "ui/term.h"

struct _win_st; /* WINDOW of curses */

struct term_keys {
	struct _win_st *window; /* that they are read from */
	unsigned char bytes[4]; /* of a character not yet whole */
	size_t n;
	bool pasting;
	bool pasted_cr; /* the last of a paste was a CR: an LF behind it is part of it */
	bool mouse;	/* reports of it are asked for */
	bool mousing;	/* curses may have more events of the mouse */
};

/* After newterm(): sequences curses does not know. */
void term_keys_define(struct term_keys *k, struct _win_st *window);
/* The mouse is on, or off again. */
void term_keys_mouse(struct term_keys *k, bool on);
bool term_keys_next(struct term_keys *k, struct key *key);

#endif
