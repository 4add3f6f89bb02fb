/* Shared libraries that are loaded when they are first wanted. What only some runs need is not
 * linked in: each library costs a start 40 to 150 microseconds, wanted or not.
 *
 * The user of a library lists the functions it calls, and makes of the list a struct with a pointer
 * for each, under the function's own name and of the type its header gives it, and the rows that
 * library_load() fills it by:
 *
 *	#define FUNCTIONS(X) X(yaml_parser_parse) X(yaml_parser_delete)
 *	struct functions { FUNCTIONS(LIBRARY_POINTER) };
 *	static const struct library_function wanted[] = {FUNCTIONS(LIBRARY_FUNCTION)}; */
#ifndef GOUJI_BASE_LIBRARY_H
#define GOUJI_BASE_LIBRARY_H

#include <stddef.h>

#include "base/err.h"

struct library_function {
	const char *name;
	size_t at; /* of its pointer in the user's struct */
};

/* clang-format off */
#define LIBRARY_POINTER(function) __typeof__(&function) function;
#define LIBRARY_FUNCTION(function) {#function, offsetof(struct functions, function)},
/* clang-format on */

/* Fills the user's struct `out` with those n functions (or data). false (ERR_REFUSED): the library
 * or one of them is not there. The library stays until the program ends; loading it again costs
 * little and opens no file, so that a reader's process, which can open none, may do it. */
bool library_load(const char *soname, const struct library_function *wanted, size_t n, void *out,
	struct err *err);
/* Loads it, for the process and those that it forks. */
bool library_ready(const char *soname, struct err *err);

#endif
