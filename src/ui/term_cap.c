/* Terminal capabilities. */
#include "ui/term_cap.h"

#include <curses.h>
#include <stdio.h>
#include <term.h>

const char *term_cap(const char *name)
{
	const char *cap = tigetstr(name);

	return cap == (const char *)-1 ? NULL : cap;
}

void term_cap_send(const char *name)
{
	const char *cap = term_cap(name);

	if (cap)
		putp(cap);
	fflush(stdout);
}
