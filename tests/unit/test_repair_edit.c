#include "unit/unit.h"

#include "repair/edit.h"

static const struct {
	const char *from, *to;
	enum edit edit;
} rows[] = {
	{"0", "7", EDIT_LEFT_OUT},
	{"7", "0", EDIT_PUT_IN},
	{"1", "10", EDIT_DIGIT_DROPPED},
	{"10", "1", EDIT_DIGIT_ADDED},
	{"11", "1", EDIT_DIGIT_DOUBLED},
	{"1", "11", EDIT_DIGIT_DROPPED},
	{"133", "13", EDIT_DIGIT_DOUBLED},
	{"138", "13", EDIT_DIGIT_ADDED},
	{"12", "21", EDIT_DIGITS_SWAPPED},
	{"132", "123", EDIT_DIGITS_SWAPPED},
	{"321", "123", EDIT_OTHER},
	{"6", "7", EDIT_DIGIT_CHANGED},
	{"6", "8", EDIT_LOOKALIKE},
	{"71", "11", EDIT_LOOKALIKE},
	{"16", "10", EDIT_LOOKALIKE},
	{"12", "15", EDIT_DIGIT_CHANGED},
	{"9", "10", EDIT_MISCOUNTED},
	{"100", "99", EDIT_MISCOUNTED},
	{"-2", "2", EDIT_SIGN},
	{"-2", "3", EDIT_OTHER},
	{"3", "30000", EDIT_TEN_THOUSAND},
	{"251000", "25.1", EDIT_TEN_THOUSAND},
	{"40", "937", EDIT_OTHER},
	{"9223372036854775807", "922337203685477580", EDIT_DIGIT_ADDED},
};

Test(repair_edit, says_what_was_done_to_a_number)
{
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct dec from, to;
		unsigned cost;

		cr_assert(dec_parse(str_of(rows[i].from), &from));
		cr_assert(dec_parse(str_of(rows[i].to), &to));
		enum edit e = edit_of_numbers(from, to, &cost);

		cr_expect_eq(
			e, rows[i].edit, "%s for %s: %s", rows[i].from, rows[i].to, edit_name(e));
		cr_expect_gt(cost, 0);
	}
}

Test(repair_edit, a_slip_surprises_less_than_another_number)
{
	static const struct {
		const char *from, *likely, *unlikely;
	} pairs[] = {
		{"1", "10", "937"},
		{"10", "1", "937"},
		{"6", "8", "4"},
		{"12", "21", "37"},
		{"9", "10", "37"},
	};

	for (size_t i = 0; i < ROWS(pairs); i++) {
		struct dec from, likely, unlikely;
		unsigned less, more;

		dec_parse(str_of(pairs[i].from), &from);
		dec_parse(str_of(pairs[i].likely), &likely);
		dec_parse(str_of(pairs[i].unlikely), &unlikely);
		edit_of_numbers(from, likely, &less);
		edit_of_numbers(from, unlikely, &more);
		cr_expect(less < more, "%s: %s %u, %s %u", pairs[i].from, pairs[i].likely, less,
			pairs[i].unlikely, more);
	}
}

Test(repair_edit, has_a_name_and_words_for_each)
{
	for (enum edit e = 0; e < EDIT_COUNT; e++) {
		cr_expect(*edit_name(e));
		cr_expect(*edit_words(e, LANG_EN));
		cr_expect(*edit_words(e, LANG_ZH));
		for (enum edit other = 0; other < e; other++)
			cr_expect_str_neq(edit_name(other), edit_name(e));
	}
}
