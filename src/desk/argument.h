/* The fixed words of arguments, in English and Chinese. Both are taken whatever the language of the
 * interface, so that a habit, a script and a configuration hold in either; completion and messages
 * show those of the language. The English ones are the names that usages and the program know. */
#ifndef GOUJI_DESK_ARGUMENT_H
#define GOUJI_DESK_ARGUMENT_H

#include "base/str.h"

struct argument_word {
	const char *name; /* in the rows of commands, options and filters */
	const char *chinese;
	const char
		*command; /* where it means something else there than elsewhere; NULL: anywhere */
};

/* A row, in the order of the table; NULL past the last. */
const struct argument_word *argument_at(size_t i);
/* As the interface shows it; the name itself where it has no other word. command: its name, or
 * NULL. */
const char *argument_shown(const char *name, const char *command);
/* The Chinese word of a name; NULL: none. */
const char *argument_chinese(const char *name, const char *command);
/* Is `typed` a beginning of the name or of its Chinese word? *whole where it is all of either. */
bool argument_begins(struct str typed, struct str name, const char *command, bool *whole);

#endif
