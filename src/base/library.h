/* Shared libraries that are loaded when they are first wanted. What only some runs need is not
 * linked in: each library costs a start 40 to 150 microseconds, wanted or not.
 *
 * The user of a library has a struct of the functions it calls, each a pointer under the function's
 * own name with the type its header gives it:
 *
 *	struct functions { __typeof__(&yaml_parser_parse) yaml_parser_parse; } f;
 *	static const struct library_function wanted[] = {LIBRARY_FUNCTION(struct functions,
 *		yaml_parser_parse)}; */
#ifndef GOUJI_BASE_LIBRARY_H
#define GOUJI_BASE_LIBRARY_H

#include <stddef.h>

#include "base/err.h"

struct library_function {
	const char *name;
	size_t at; /* of its pointer in the user's struct */
};

#define LIBRARY_FUNCTION(table, name)                                                              \
	{                                                                                          \
#name, offsetof(table, name)                                                       \
	}

/* Fills the user's struct `out` with those n functions (or data). false (ERR_REFUSED): the library
 * or one of them is not there. The library stays until the program ends; loading it again costs
 * little and opens no file, so that a reader's process, which can open none, may do it. */
bool library_load(const char *soname, const struct library_function *wanted, size_t n, void *out,
	struct err *err);
/* Loads it, for the process and those that it forks. */
bool library_ready(const char *soname, struct err *err);

#endif
