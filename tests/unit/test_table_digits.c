#include "table/digits.h"
#include "unit/unit.h"

/* 1 + 2 = 3 of three columns, as the form's identities are. */
static size_t parts[] = {0, 1}, total[] = {2};
static const struct form_identity sum = {
	.each_row = true, .left = parts, .n_left = 2, .right = total, .n_right = 1};

/* The numbers with blanks between, behind what told them: one, odd, sum, several. */
static char *part(const char *digits, size_t rows, size_t columns, const struct form_identity *by)
{
	static char out[256];
	static const char *const names[] = {[DIGITS_SEVERAL] = "several",
		[DIGITS_ODD] = "odd",
		[DIGITS_SUM] = "sum",
		[DIGITS_ONE] = "one"};
	size_t ends[DIGITS_NUMBERS_MAX], from = 0;
	enum digits_parting told = digits_part(str_of(digits), rows, columns, by, ends);
	int n = snprintf(out, sizeof out, "%s", names[told]);

	for (size_t k = 0; k < rows * columns && told != DIGITS_SEVERAL; from = ends[k++])
		n += snprintf(out + n, sizeof out - (size_t)n, " %.*s", (int)(ends[k] - from),
			digits + from);
	return out;
}

Test(table_digits, what_is_no_run)
{
	cr_expect_str_eq(part("", 1, 3, &sum), "several");
	cr_expect_str_eq(part("", 0, 0, NULL), "several");
	cr_expect_str_eq(part("1", 1, 3, &sum), "several");
	cr_expect_str_eq(part("12", 1, 3, &sum), "several");
	cr_expect_str_eq(part("1-23", 1, 3, &sum), "several");
	cr_expect_str_eq(part("1.23", 1, 3, NULL), "several");
	cr_expect_str_eq(part("000", 40, 1, NULL), "several");
	cr_expect_str_eq(part("0123", 1, 3, NULL), "several");
	cr_expect_str_eq(part("0000", 1, 3, &sum), "several");
}

Test(table_digits, a_run_too_long_for_numbers_is_soon_given_up)
{
	char digits[100001];

	memset(digits, '1', sizeof digits - 1);
	digits[sizeof digits - 1] = '\0';
	cr_expect_str_eq(part(digits, 1, 7, NULL), "several");
	digits[60] = '\0';
	cr_expect_str_eq(part(digits, 1, 7, NULL), "several");
}

Test(table_digits, the_only_way)
{
	cr_expect_str_eq(part("000", 1, 3, &sum), "one 0 0 0");
	cr_expect_str_eq(part("213", 1, 3, &sum), "one 2 1 3");
	cr_expect_str_eq(part("321", 1, 3, &sum), "one 3 2 1", "the total may come first");
	cr_expect_str_eq(part("208", 1, 3, NULL), "one 2 0 8");
	cr_expect_str_eq(part("7", 1, 1, NULL), "one 7");
}

/* Nothing says that it is right: a cell may have been empty, or have held "00". */
Test(table_digits, the_only_way_that_nothing_confirms)
{
	cr_expect_str_eq(part("212", 1, 3, &sum), "odd 2 1 2");
	cr_expect_str_eq(part("1000", 1, 3, NULL), "odd 10 0 0");
	cr_expect_str_eq(part("00208", 1, 3, NULL), "odd 0 0 208");
}

Test(table_digits, the_sum_tells_or_does_not)
{
	cr_expect_str_eq(part("10212", 1, 3, &sum), "sum 10 2 12");
	cr_expect_str_eq(part("10213", 1, 3, &sum), "several");
	cr_expect_str_eq(part("1111", 1, 3, &sum), "several", "1 1 11, 1 11 1, 11 1 1");
	cr_expect_str_eq(part("112", 1, 3, NULL), "one 1 1 2");
	cr_expect_str_eq(part("1122", 1, 3, NULL), "several");
	cr_expect_str_eq(part("101112102212", 2, 3, &sum), "sum 10 1 11 210 2 212");
}
