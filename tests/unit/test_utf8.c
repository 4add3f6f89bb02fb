#include "unit/unit.h"

#include <unictype.h>

#include "base/utf8.h"

#define VALID ((size_t)-1)

Test(utf8, validity)
{
	static const struct {
		struct str text;
		size_t bad;
	} rows[] = {
		{{NULL, 0}, VALID}, {{"", 0}, VALID}, {{"\0", 1}, VALID}, {{"a一𠮷", 8}, VALID},
		{{"\x80", 1}, 0}, {{"a\xc0\x80", 3}, 1}, /* overlong */
		{{"\xe0\x9f\xbf", 3}, 0},		 /* overlong */
		{{"一\xed\xa0\x80", 6}, 3},		 /* a surrogate */
		{{"\xf4\x90\x80\x80", 4}, 0},		 /* past U+10FFFF */
		{{"一\xe4\xb8", 5}, 3},			 /* cut off */
		{{"\xf0\xa0\xae", 3}, 0}, {{"ab\xff", 3}, 2},
		{{"\xef\xbf\xbf", 3}, VALID}, /* a noncharacter is well-formed */
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t bad = VALID;

		cr_expect_eq(utf8_valid(rows[i].text, &bad), rows[i].bad == VALID, "row %zu", i);
		cr_expect_eq(bad, rows[i].bad, "row %zu: %zu", i, bad);
		cr_expect_eq(utf8_valid(rows[i].text, NULL), rows[i].bad == VALID);
	}
}

Test(utf8, there_and_back)
{
	static const unsigned wanted[] = {'a', 0xe9, 0x4e00, 0x20bb7, '\n'};
	struct str s = STR("aé一𠮷\n");
	size_t at = 0, starts[ROWS(wanted)];

	for (size_t i = 0; i < ROWS(wanted); i++) {
		starts[i] = at;
		cr_expect_eq(utf8_next(s, &at), wanted[i], "at %zu", i);
	}
	cr_expect_eq(at, s.n);
	for (size_t i = ROWS(wanted); i-- > 0;) {
		at = utf8_prev(s, at);
		cr_expect_eq(at, starts[i]);
	}
	cr_expect_eq(utf8_prev(s, 0), 0);
	cr_expect_eq(utf8_prev(s, 999), starts[ROWS(wanted) - 1]);
	cr_expect_eq(utf8_prev(STR(""), 0), 0);
}

Test(utf8, count)
{
	cr_expect_eq(utf8_count((struct str){0}), 0);
	cr_expect_eq(utf8_count(STR("aé一𠮷\n")), 5);
	/* of any length, from any place in it */
	const char *text = "一二a𠮷é三四五六七八九b𠮷𠮷十é";

	for (size_t from = 0; from <= strlen(text); from++)
		for (size_t to = from; to <= strlen(text); to++) {
			size_t n = 0;

			for (size_t i = from; i < to; i++)
				n += ((unsigned char)text[i] & 0xc0) != 0x80;
			cr_expect_eq(utf8_count((struct str){text + from, to - from}), n);
		}
}

Test(utf8, widths)
{
	static const struct {
		unsigned ch;
		int narrow, wide;
	} rows[] = {
		{0, -1, -1},
		{'\n', -1, -1},
		{0x7f, -1, -1},
		{0x85, -1, -1},
		{0x300, 0, 0},
		{0x200b, 0, 0},
		{0xfe0f, 0, 0},
		{0x202e, 0, 0},
		{0xfeff, 0, 0},
		{'a', 1, 1},
		{0xa0, 1, 1},
		{0xa9, 1, 1},
		{0xc0, 1, 1},
		{0x201c, 1, 2},
		{0x201d, 1, 2},
		{0x2014, 1, 2},
		{0x2026, 1, 2},
		{0xb7, 1, 2},
		{0x25a1, 1, 2},
		{0x2502, 1, 2},
		{0x2103, 1, 2},
		{0xd7, 1, 2},
		{0x2460, 1, 2},
		{0x4e00, 2, 2},
		{0x3000, 2, 2},
		{0xff0c, 2, 2},
		{0x20bb7, 2, 2},
		{0x31350, 2, 2},
		{0x1f600, 2, 2},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		cr_expect_eq(utf8_width(rows[i].ch, 1), rows[i].narrow, "U+%04X", rows[i].ch);
		cr_expect_eq(utf8_width(rows[i].ch, 2), rows[i].wide, "U+%04X", rows[i].ch);
	}
}

Test(utf8, columns)
{
	cr_expect_eq(utf8_columns((struct str){0}, 1), 0);
	cr_expect_eq(utf8_columns(STR("\t\n\x1b"), 1), 0);
	cr_expect_eq(utf8_columns(STR("表一：a…"), 1), 8);
	cr_expect_eq(utf8_columns(STR("表一：a…"), 2), 9);
	cr_expect_eq(utf8_columns(STR("e\xcc\x81"), 2), 1);
}

Test(utf8, classes)
{
	static const struct {
		unsigned ch;
		bool space, han, hidden;
	} rows[] = {
		{0, false, false, true},
		{'\t', true, false, true},
		{'\n', true, false, true},
		{0x1b, false, false, true},
		{0x7f, false, false, true},
		{0x9b, false, false, true},
		{' ', true, false, false},
		{'a', false, false, false},
		{0xa0, true, false, false},
		{0x3000, true, false, false},
		{0x2003, true, false, false},
		{0x200b, true, false, true},
		{0xfeff, true, false, true},
		{0x2028, true, false, true},
		{0x200d, true, false, true},
		{0x202e, false, false, true},
		{0x2066, false, false, true},
		{0x61c, false, false, true},
		{0xad, false, false, true},
		{0xe0041, false, false, true},
		{0xfffe, false, false, true},
		{0xfffd, false, false, false},
		{0x4e00, false, true, false},
		{0x9fff, false, true, false},
		{0x3400, false, true, false},
		{0x3007, false, true, false},
		{0xf900, false, true, false},
		{0x20bb7, false, true, false},
		{0x32000, false, true, false},
		{0x3001, false, false, false},
		{0x3042, false, false, false},
		{0xff10, false, false, false},
		{0xe000, false, false, false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		cr_expect_eq(utf8_is_space(rows[i].ch), rows[i].space, "U+%04X", rows[i].ch);
		cr_expect_eq(utf8_is_han(rows[i].ch), rows[i].han, "U+%04X", rows[i].ch);
		cr_expect_eq(utf8_is_hidden(rows[i].ch), rows[i].hidden, "U+%04X", rows[i].ch);
	}
}

/* What is known without asking the library is what the library says. */
Test(utf8, every_white_space)
{
	for (unsigned ch = 0; ch <= 0x10ffff; ch++) {
		bool wanted = uc_is_property_white_space(ch) || (ch >= 0x200b && ch <= 0x200f) ||
			      ch == 0x2060 || ch == 0xfeff;

		if (ch >= 0x80)
			cr_assert_eq(utf8_is_space(ch), wanted, "U+%04X", ch);
	}
}

Test(utf8, every_character_is_read_back)
{
	for (unsigned ch = 0; ch <= 0x10ffff; ch++) {
		struct buf b = {0};
		size_t at = 0;

		if (ch >= 0xd800 && ch < 0xe000)
			continue;
		buf_add_ucs(&b, ch);
		cr_assert(utf8_next(buf_str(&b), &at) == ch && at == b.n, "U+%04X", ch);
		buf_free(&b);
	}
}

Test(utf8, every_width_and_what_is_hidden)
{
	for (unsigned ch = 0; ch <= 0x10ffff; ch++) {
		for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
			cr_assert_eq(utf8_width(ch, ambiguous), utf8_width_any(ch, ambiguous),
				"U+%04X", ch);
		cr_assert_eq(utf8_is_hidden(ch), utf8_is_hidden_any(ch), "U+%04X", ch);
	}
}

Test(utf8, numerals_of_paragraphs)
{
	static const struct {
		const char *text;
		bool is;
	} rows[] = {{"一", true}, {"四", true}, {"八", true}, {"九", true}, {"十", true},
		{"零", false}, {"〇", false}, {"百", false}, {"丁", false}, {"1", false},
		{"O", false}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t at = 0;

		cr_expect_eq(utf8_is_han_numeral(utf8_next(str_of(rows[i].text), &at)), rows[i].is,
			"%s", rows[i].text);
	}
}
