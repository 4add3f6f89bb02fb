#include "unit/unit.h"

#include "base/re.h"

Test(re, bad_patterns_are_told_with_their_place)
{
	static const struct {
		struct str pattern;
		unsigned column;
	} rows[] = {{{"(", 1}, 2}, {{"一(", 4}, 3}, {{"\xff", 1}, 1}, {{"ab\xe4", 3}, 3},
		{{"\\C", 2}, 3}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e = {0};

		cr_expect_null(re_new(rows[i].pattern, &e), "row %zu", i);
		cr_expect_eq(e.kind, ERR_FORMAT);
		cr_expect_eq(e.column, rows[i].column, "row %zu: %u %s", i, e.column, e.text);
	}
}

Test(re, long_pattern_is_refused)
{
	struct buf b = {0};
	struct err e = {0};

	for (int i = 0; i < 70000; i++)
		buf_addc(&b, 'a');
	cr_expect_null(re_new(buf_str(&b), &e));
	cr_expect_eq(e.kind, ERR_LIMIT);
	buf_free(&b);
}

Test(re, finds)
{
	static const struct {
		const char *pattern, *text;
		size_t from;
		bool found;
		size_t start, end;
	} rows[] = {
		{"", "", 0, true, 0, 0},
		{"a", "", 0, false, 0, 0},
		{"a", "a", 2, false, 0, 0},
		{"^$", "", 0, true, 0, 0},
		{"收", "新收", 0, true, 3, 6},
		{"收", "收新", 3, false, 0, 0},
		{"\\d+", "共12件34", 6, true, 8, 10},
		{"\\s", "一　二", 0, true, 3, 6},
		{"^b", "ab", 1, false, 0, 0},
		{"(?i)É", "é", 0, true, 0, 2},
		{"\\w+", "，新收 ", 0, true, 3, 9},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct re *re = re_new(str_of(rows[i].pattern), NULL);
		struct re_match *m = re_match_new(re, NULL);
		size_t from = 0, to = 0;

		cr_expect_eq(re_find(re, str_of(rows[i].text), rows[i].from, m), rows[i].found,
			"row %zu", i);
		cr_expect_eq(re_span(m, 0, &from, &to), rows[i].found, "row %zu", i);
		cr_expect(from == rows[i].start && to == rows[i].end, "row %zu: %zu %zu", i, from,
			to);
		re_match_free(m);
		re_free(re);
	}
}

Test(re, groups)
{
	struct re *re = re_new(STR("(?<n>\\d+)(?<unit>件|份)?"), NULL);
	struct re_match *m = re_match_new(re, NULL);
	size_t from, to;

	cr_expect_eq(re_group(re, "n"), 1);
	cr_expect_eq(re_group(re, "unit"), 2);
	cr_expect_eq(re_group(re, "none"), -1);
	cr_expect(!re_span(m, 0, &from, &to), "nothing was matched yet");
	cr_assert(re_find(re, STR("共12件"), 0, m));
	cr_expect(re_span(m, 1, &from, &to) && from == 3 && to == 5);
	cr_expect(re_span(m, 2, &from, &to) && from == 5 && to == 8);
	cr_expect(!re_span(m, 3, &from, &to) && !re_span(m, -1, &from, &to));
	cr_assert(re_find(re, STR("共12"), 0, m));
	cr_expect(!re_span(m, 2, &from, &to));
	cr_expect(!re_find(re, STR("共"), 0, m));
	cr_expect(!re_span(m, 0, &from, &to), "the match before is gone");
	re_match_free(m);
	re_free(re);
}

Test(re, bad_pattern_does_not_hang, .timeout = 10)
{
	static const char *const patterns[] = {"(a+)+$", "(a|aa)+$", "((a*)*)*b", "(.|\\n)*?x"};
	struct buf text = {0};

	for (int i = 0; i < 5000; i++)
		buf_addc(&text, 'a');
	buf_addc(&text, '!');
	for (size_t i = 0; i < ROWS(patterns); i++) {
		struct re *re = re_new(str_of(patterns[i]), NULL);
		struct re_match *m = re_match_new(re, NULL);

		cr_expect(!re_find(re, buf_str(&text), 0, m), "%s", patterns[i]);
		re_match_free(m);
		re_free(re);
	}
	buf_free(&text);
}

static void expect_finds_alike(const struct re *a, const struct re *b, struct str text)
{
	struct re_match *m = re_match_new(a, NULL), *k = re_match_new(b, NULL);
	size_t from[2] = {0}, to[2] = {0};

	cr_expect_eq(re_find(a, text, 0, m), re_find(b, text, 0, k));
	cr_expect_eq(re_span(m, 0, &from[0], &to[0]), re_span(k, 0, &from[1], &to[1]));
	cr_expect_eq(from[0], from[1]);
	cr_expect_eq(to[0], to[1]);
	re_match_free(m);
	re_match_free(k);
}

Test(re, restores_what_was_saved)
{
	static const char *const patterns[] = {"(?<n>\\d+)件", "^\\p{Han}{2}$", "x|(?<n>[^一]+)"};
	struct buf first = {0};

	for (size_t i = 0; i < ROWS(patterns); i++) {
		struct re *re = re_new(str_of(patterns[i]), NULL);
		struct buf shared = {0}, own = {0};

		re_save(re, &shared, &own);
		if (!i)
			buf_add(&first, buf_str(&shared));
		cr_expect(str_eq(buf_str(&shared), buf_str(&first)), "%s", patterns[i]);
		cr_expect_lt(own.n, 512, "%s: no tables", patterns[i]);
		struct buf both = {0};

		buf_add(&both, buf_str(&first));
		buf_add(&both, buf_str(&own));
		struct re *again = re_restore(buf_str(&both));

		cr_assert_not_null(again, "%s", patterns[i]);
		cr_expect_eq(re_group(again, "n"), re_group(re, "n"));
		expect_finds_alike(re, again, STR("共12件一二"));
		re_free(again);
		re_free(re);
		buf_free(&both);
		buf_free(&shared);
		buf_free(&own);
	}
	first.p[0] ^= 1; /* another PCRE2's */
	cr_expect_null(re_restore(buf_str(&first)));
	buf_free(&first);
}

Test(re, absent_is_fine)
{
	re_free(NULL);
	re_match_free(NULL);
}
