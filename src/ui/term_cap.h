/* Terminal capabilities by their terminfo names, apart because <term.h> of curses defines a `struct
 * term` and many a lower-case macro. After newterm() only. */
#ifndef GOUJI_UI_TERM_CAP_H
#define GOUJI_UI_TERM_CAP_H

const char *term_cap(const char *name); /* NULL where the terminal has it not */
void term_cap_send(const char *name);	/* at once; nothing where it has it not */

#endif
