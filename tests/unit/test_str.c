#include "unit/unit.h"

Test(str, absent_is_empty)
{
	struct str none = {0};

	expect_str(str_of(NULL), STR(""));
	expect_str(str_trim(none), STR(""));
	expect_str(str_slice(none, 0, 5), STR(""));
	cr_expect(str_eq(none, STR("")) && str_is(none, "") && str_starts(none, "") &&
		  str_ends(none, ""));
	cr_expect_eq(str_cmp(none, STR("")), 0);
	cr_expect_eq(str_find(none, none, 0), 0);
	cr_expect_eq(str_find(none, STR("a"), 0), STR_NONE);
}

Test(str, slice_is_clamped)
{
	static const struct {
		size_t from, to;
		const char *wanted;
	} rows[] = {{0, 0, ""}, {3, 3, ""}, {4, 9, ""}, {2, 1, ""}, {0, 3, "abc"}, {1, 2, "b"},
		{1, 99, "bc"}};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_str(str_slice(STR("abc"), rows[i].from, rows[i].to), str_of(rows[i].wanted));
}

Test(str, trim)
{
	static const char *const rows[][2] = {{"", ""}, {" ", ""}, {"　", ""}, {"　 　\t\n", ""},
		{"a", "a"}, {"　a b　", "a b"}, {"\r\n 一　二 \v\f", "一　二"},
		{"\xe3\x80", "\xe3\x80"}};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_str(str_trim(str_of(rows[i][0])), str_of(rows[i][1]));
}

Test(str, order)
{
	static const struct {
		const char *a, *b;
		int sign;
	} rows[] = {{"", "", 0}, {"", "a", -1}, {"a", "a", 0}, {"a", "b", -1}, {"ab", "a", 1},
		{"\xff", "a", 1}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		int c = str_cmp(str_of(rows[i].a), str_of(rows[i].b));

		cr_expect_eq((c > 0) - (c < 0), rows[i].sign, "row %zu", i);
		cr_expect_eq(str_eq(str_of(rows[i].a), str_of(rows[i].b)), rows[i].sign == 0);
	}
}

Test(str, ends)
{
	cr_expect(str_starts(STR("abc"), "ab") && !str_starts(STR("abc"), "abcd") &&
		  !str_starts(STR("abc"), "b"));
	cr_expect(str_ends(STR("abc"), "bc") && !str_ends(STR("abc"), "0abc") &&
		  !str_ends(STR("abc"), "b"));
}

Test(str, has_at)
{
	struct str s = STR("规章00");

	cr_expect(str_has_at(s, 0, STR("")) && str_has_at(s, s.n, STR("")));
	cr_expect(str_has_at(STR(""), 0, STR("")) && !str_has_at(STR(""), 0, STR("a")));
	cr_expect(
		str_has_at(s, 0, STR("规")) && str_has_at(s, 3, STR("章")) && str_has_at(s, 0, s));
	cr_expect(str_has_at(s, 6, STR("0")) && str_has_at(s, 7, STR("0")));
	cr_expect(!str_has_at(s, s.n, STR("0")) && !str_has_at(s, 7, STR("00")));
	/* the same at both ends */
	cr_expect(!str_has_at(STR("abcd"), 0, STR("axcd")) && !str_has_at(s, 0, STR("规章x0")));
}

Test(str, find)
{
	static const struct {
		const char *hay, *needle;
		size_t from, wanted;
	} rows[] = {{"", "", 1, STR_NONE}, {"abc", "", 3, 3}, {"abc", "abcd", 0, STR_NONE},
		{"abc", "c", 2, 2}, {"abc", "c", 3, STR_NONE}, {"abab", "ab", 1, 2},
		{"一二三二", "二", 4, 9}};

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(str_find(str_of(rows[i].hay), str_of(rows[i].needle), rows[i].from),
			rows[i].wanted, "row %zu", i);
}

Test(buf, empty)
{
	struct buf b = {0};

	expect_str(buf_str(&b), STR(""));
	buf_clear(&b);
	buf_free(&b);
	buf_adds(&b, NULL);
	cr_expect_str_eq(b.p, "");
	char *p = buf_take(&b);

	cr_expect_str_eq(p, "");
	free(p);
	p = buf_take(&b);
	cr_expect_str_eq(p, "");
	free(p);
}

Test(buf, adds)
{
	struct buf b = {0};

	buf_adds(&b, "a");
	buf_add(&b, STR("b\0c"));
	buf_addc(&b, 'd');
	buf_addf(&b, "%s=%d", "e", -1);
	expect_str(buf_str(&b), STR("ab\0cde=-1"));
	cr_expect_eq(b.p[b.n], '\0');
	buf_clear(&b);
	cr_expect(b.n == 0 && b.p[0] == '\0');
	for (int i = 0; i < 10000; i++)
		buf_addf(&b, "%04d", i);
	cr_expect_eq(b.n, 40000);
	expect_str(str_slice(buf_str(&b), 39996, 40000), STR("9999"));
	buf_free(&b);
	cr_expect(b.p == NULL && b.n == 0 && b.cap == 0);
}

Test(buf, code_points)
{
	static const struct {
		unsigned ch;
		struct str wanted;
	} rows[] = {{0, {"\0", 1}}, {0x7f, {"\x7f", 1}}, {0x80, {"\xc2\x80", 2}},
		{0x4e00, {"一", 3}}, {0x20bb7, {"𠮷", 4}}, {0x10ffff, {"\xf4\x8f\xbf\xbf", 4}},
		{0xd800, {"\xef\xbf\xbd", 3}}, {0x110000, {"\xef\xbf\xbd", 3}},
		{0xffffffff, {"\xef\xbf\xbd", 3}}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf b = {0};

		buf_add_ucs(&b, rows[i].ch);
		expect_str(buf_str(&b), rows[i].wanted);
		buf_free(&b);
	}
}
