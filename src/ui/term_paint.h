/* From one screen in memory to the next, as bytes for the terminal: only what differs, in one
 * piece. Pure: what the terminal can do is told, nothing is sent.
 *
 * This was curses' business. It compared all of the screen once more, asked for the width of every
 * character, and wrote sixty small pieces a key, which took half of what a key took; and it drew
 * widths as wcwidth() has them, which need not be those the views reckon with. */
#ifndef GOUJI_UI_TERM_PAINT_H
#define GOUJI_UI_TERM_PAINT_H

#include "ui/paint.h"

/* What a terminal is told with: strings of terminfo without their padding (flow control does its
 * part). Owned; "" where the terminal has no such thing. */
struct term_looks {
	struct term_look {
		char *on;  /* from plain to the role's attributes and colour */
		char *off; /* and back */
	} roles[ROLE_COUNT];
	char *hide, *show; /* the cursor */
	char *clear_right; /* from the cursor to the end of its row */
	bool no_corner;	   /* a character in the last column of the last row would scroll */
};

/* What takes figures. */
struct term_moves {
	void (*place)(int row, int col, struct buf *out);
	/* Rows [top, bottom), of `rows` on the screen, go up by so many, down where that is below
	 * 0; blank ones come in. NULL where the terminal cannot. The cursor may be anywhere then.
	 */
	void (*scroll)(int rows, int top, int bottom, int by, struct buf *out);
};

void term_looks_free(struct term_looks *l);
/* Appends what turns `shown` into `canvas`, which are of one size, and makes them equal: cells,
 * cursor. The terminal is plain before and after; nobody knows where its cursor is. True where
 * anything was appended. */
bool term_paint(const struct term_looks *l, const struct term_moves *m, struct canvas *shown,
	const struct canvas *canvas, struct buf *out);

#endif
