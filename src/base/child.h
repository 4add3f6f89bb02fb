/* What a child process does first, when it is a copy of the program that is to have as little of it
 * as can be. */
#ifndef GOUJI_BASE_CHILD_H
#define GOUJI_BASE_CHILD_H

#include <sys/types.h>

/* In the child, before anything else: none of the program's handlers and blocked signals is left,
 * writing where nobody reads is an error instead of a signal, and the child ends when the program
 * does. `parent` is the program's getpid() from before fork(): where it has ended by now, the child
 * ends here. */
void child_begin(pid_t parent);
/* Closes that descriptor and all above it. */
void child_close_from(unsigned first);

#endif
