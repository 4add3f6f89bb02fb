#include "unit/unit.h"

#include "base/clock.h"

Test(clock, fixed)
{
	static const char *const rows[][2] = {{"0", "1970-01-01T00:00:00Z"},
		{"1611216000", "2021-01-21T08:00:00Z"}, {"253402300799", "9999-12-31T23:59:59Z"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char now[CLOCK_TEXT_SIZE];

		setenv("SOURCE_DATE_EPOCH", rows[i][0], 1);
		clock_now(now);
		cr_expect_str_eq(now, rows[i][1]);
	}
}

Test(clock, what_is_no_time_is_passed_over)
{
	static const char *const rows[] = {
		"", " 1", "-1", "x", "1x", "253402300800", "99999999999999999999"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char now[CLOCK_TEXT_SIZE];

		setenv("SOURCE_DATE_EPOCH", rows[i], 1);
		clock_now(now);
		cr_expect(strcmp(now, "2020") > 0 && strcmp(now, "9000") < 0, "%s", now);
		cr_expect_eq(strlen(now), CLOCK_TEXT_SIZE - 1);
		cr_expect_eq(now[CLOCK_TEXT_SIZE - 2], 'Z');
	}
}
