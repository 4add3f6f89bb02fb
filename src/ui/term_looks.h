/* How this terminal is told things: roles, moves, its cursor, from its terminfo. After newterm().
 * Apart from term.c as <term.h> of curses defines a `struct term` and many a lower-case macro. */
#ifndef GOUJI_UI_TERM_LOOKS_H
#define GOUJI_UI_TERM_LOOKS_H

#include "ui/term_paint.h"

/* colour: is it wanted? */
void term_looks_make(struct term_looks *l, bool colour);
/* Its functions ask the terminfo that is set. */
struct term_moves term_moves_make(void);

#endif
