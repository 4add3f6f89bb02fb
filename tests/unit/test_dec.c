#include "unit/unit.h"

#include "base/dec.h"

static struct dec dec(const char *text)
{
	struct dec d;

	cr_assert(dec_parse(str_of(text), &d), "%s", text);
	return d;
}

Test(dec, what_is_no_number)
{
	static const char *const rows[] = {"", "-", "+", ".", "-.", ".5", "5.", "1.2.3", "1,000",
		" 1", "1 ", "1e3", "0x1", "１", "--1", "+-1", "1-", "9223372036854775808",
		"-9223372036854775808", "99999999999999999999999999999999999999999999",
		"0.0000000001", "1.1234567891", "9223372036854775.8079", "nan", "inf"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct dec d = {77, 7};

		cr_expect(!dec_parse(str_of(rows[i]), &d), "%s", rows[i]);
		cr_expect(d.units == 77 && d.scale == 7, "%s", rows[i]);
	}
	struct dec d;

	cr_expect(!dec_parse((struct str){0}, &d));
	cr_expect(!dec_parse(STR("1\0"), &d));
}

Test(dec, print_is_what_was_read)
{
	static const char *const rows[][2] = {{"0", "0"}, {"-0", "0"}, {"+7", "7"}, {"007", "7"},
		{"0.50", "0.50"}, {"-0.05", "-0.05"}, {"-0.00", "0.00"},
		{"16434879.08", "16434879.08"}, {"9223372036854775807", "9223372036854775807"},
		{"-9223372036854775807", "-9223372036854775807"}, {"9.223372036", "9.223372036"},
		{"9223372036.854775807", "9223372036.854775807"}, {"0.000000001", "0.000000001"}};
	char text[DEC_TEXT_MAX];

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(dec_str(dec(rows[i][0]), text), rows[i][1]);
}

Test(dec, arithmetic)
{
	static const struct {
		const char *a, *b, *sum, *difference, *product; /* NULL: does not fit */
	} rows[] = {
		{"0", "0", "0", "0", "0"},
		{"0.1", "0.2", "0.3", "-0.1", "0.02"},
		{"1", "0.50", "1.50", "0.50", "0.50"},
		{"-3", "2", "-1", "-5", "-6"},
		{"9223372036854775807", "0", "9223372036854775807", "9223372036854775807", "0"},
		{"9223372036854775807", "1", NULL, "9223372036854775806", "9223372036854775807"},
		{"-9223372036854775807", "1", "-9223372036854775806", NULL, "-9223372036854775807"},
		{"9223372036854775807", "9223372036854775807", NULL, "0", NULL},
		{"9223372036854775807", "0.1", NULL, NULL, "922337203685477580.7"},
		{"9000000000000000000", "0.0", "9000000000000000000", "9000000000000000000", "0.0"},
		{"0.00001", "0.00001", "0.00002", "0.00000", NULL},
		{"0.00010", "0.00010", "0.00020", "0.00000", "0.00000001"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		bool (*const op[])(struct dec, struct dec, struct dec *) = {
			dec_add, dec_sub, dec_mul};
		const char *wanted[] = {rows[i].sum, rows[i].difference, rows[i].product};

		for (size_t k = 0; k < 3; k++) {
			struct dec d = {77, 7};
			char text[DEC_TEXT_MAX];
			bool fits = op[k](dec(rows[i].a), dec(rows[i].b), &d);

			cr_expect_eq(fits, wanted[k] != NULL, "row %zu op %zu", i, k);
			if (!fits)
				cr_expect(d.units == 77 && d.scale == 7);
			else if (wanted[k])
				cr_expect_eq(dec_cmp(d, dec(wanted[k])), 0, "row %zu op %zu: %s", i,
					k, dec_str(d, text));
		}
	}
}

Test(dec, sum_keeps_the_finer_scale)
{
	struct dec d = dec("1.5");
	char text[DEC_TEXT_MAX];

	cr_expect(dec_add(d, dec("0.50"), &d)); /* the result may be an operand */
	cr_expect_str_eq(dec_str(d, text), "2.00");
}

Test(dec, comparison_is_numerical)
{
	static const struct {
		const char *a, *b;
		int sign;
	} rows[] = {{"0", "-0.000", 0}, {"0.5", "0.50", 0}, {"2", "10", -1}, {"-2", "-10", 1},
		{"9223372036854775807", "0.000000001", 1},
		{"-9223372036854775807", "9223372036.854775807", -1}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		cr_expect_eq(dec_cmp(dec(rows[i].a), dec(rows[i].b)), rows[i].sign, "row %zu", i);
		cr_expect_eq(dec_cmp(dec(rows[i].b), dec(rows[i].a)), -rows[i].sign, "row %zu", i);
	}
}

Test(dec, kinds)
{
	cr_expect(dec_is_zero(dec("0.00")) && !dec_is_zero(dec("0.01")));
	cr_expect(dec_is_integer(dec("3.00")) && !dec_is_integer(dec("3.01")) &&
		  dec_is_integer(dec_of(-5)));
	cr_expect_eq(dec_cmp(dec_abs(dec("-1.5")), dec("1.5")), 0);
	cr_expect_eq(dec_cmp(dec_abs(dec("1.5")), dec("1.5")), 0);
}
