#include "unit/unit.h"

#include <math.h>

#include "base/library.h"

struct functions {
	LIBRARY_POINTER(floor)
	LIBRARY_POINTER(sqrt)
	__typeof__(&sqrt) no_such;
};

Test(library, functions_are_found_by_name)
{
	static const struct library_function wanted[] = {
		LIBRARY_FUNCTION(floor) LIBRARY_FUNCTION(sqrt)};
	struct functions f = {0};
	struct err err = {0};

	for (int again = 0; again < 2; again++) {
		cr_assert(
			library_load("libm.so.6", wanted, ROWS(wanted), &f, &err), "%s", err.text);
		cr_expect(f.floor(2.5) == 2 && f.sqrt(9) == 3);
		cr_expect_null(f.no_such, "not asked for");
	}
}

Test(library, what_is_not_there_is_told)
{
	static const struct library_function wanted[] = {
		LIBRARY_FUNCTION(floor) LIBRARY_FUNCTION(no_such)};
	struct functions f;
	struct err err = {0};

	cr_expect_not(library_load("libm.so.6", wanted, ROWS(wanted), &f, &err));
	cr_expect(err.kind == ERR_REFUSED && strstr(err.text, "no_such"), "%s", err.text);
	cr_expect_not(library_load("libno-such.so.9", wanted, ROWS(wanted), &f, &err));
	cr_expect(err.kind == ERR_REFUSED && strstr(err.text, "libno-such.so.9"), "%s", err.text);
	cr_expect_not(library_ready("libno-such.so.9", &err));
	cr_expect(library_ready("libm.so.6", &err));
}
