/* Terminal capabilities by their terminfo names, apart because <term.h> of curses defines a `struct
 * term` and many a lower-case macro. */
#ifndef GOUJI_UI_TERM_CAP_H
#define GOUJI_UI_TERM_CAP_H

enum term_fit { TERM_UNKNOWN, TERM_UNFIT, TERM_FIT };
/* Is that a type of terminal that can be drawn on? Before newterm(), which leaks where it is not
 * known. */
enum term_fit term_cap_fit(const char *type);

/* The others after newterm(). */
const char *term_cap(const char *name); /* NULL where the terminal has it not */
void term_cap_send(const char *name);	/* at once; nothing where it has it not */

#endif
