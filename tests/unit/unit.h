/* What the unit tests share. A test walks over static rows, the degenerate ones first; the row is
 * named where an expectation fails. */
#ifndef GOUJI_TESTS_UNIT_H
#define GOUJI_TESTS_UNIT_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "temp.h"

#define ROWS(rows) (sizeof(rows) / sizeof((rows)[0]))

#define expect_str(got, wanted)                                                                    \
	do {                                                                                       \
		struct str got_ = (got), wanted_ = (wanted);                                       \
		cr_expect(str_eq(got_, wanted_), "got \"%.*s\", wanted \"%.*s\"", STR_ARG(got_),   \
			STR_ARG(wanted_));                                                         \
	} while (0)

/* The test cannot run here: tells why and ends it. count.sh counts them. */
#define unit_skip(why)                                                                             \
	do {                                                                                       \
		fprintf(stderr, "SKIP %s\n", why);                                                 \
		return;                                                                            \
	} while (0)

/* A new folder of one's own; it goes with the test. */
static inline void unit_temp_dir(char dir[TEMP_DIR_MAX])
{
	cr_assert(temp_dir(dir), "no folder for the test");
}

#endif
