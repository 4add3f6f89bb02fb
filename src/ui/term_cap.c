/* Terminal capabilities. */
#include "ui/term_cap.h"

#include <curses.h>
#include <stdio.h>
#include <term.h>
#include <unistd.h>

enum term_fit term_cap_fit(const char *type)
{
	int status;

	if (setupterm(type, STDOUT_FILENO, &status) != OK)
		return TERM_UNKNOWN;
	enum term_fit fit = term_cap("cup") ? TERM_FIT : TERM_UNFIT;

	del_curterm(cur_term);
	return fit;
}

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
