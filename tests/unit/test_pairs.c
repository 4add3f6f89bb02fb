#include "unit/unit.h"

#include "base/pairs.h"
#include "base/utf8.h"

static bool may(const struct pairs *p, const char *word)
{
	return pairs_may_hold(p, pair_ends_of(str_of(word)));
}

Test(pairs, of_no_text_and_of_empty_ones)
{
	struct pairs p = {{0}};

	cr_expect_not(may(&p, "收"));
	cr_expect_not(may(&p, "收到"));
	pairs_add(&p, STR(""));
	cr_expect(may(&p, "收"), "of a single character nothing is known");
	cr_expect_not(may(&p, "收到"));
}

Test(pairs, first_and_last_of_a_word)
{
	struct pairs p = {{0}};

	pairs_add(&p, STR("已收到申请"));
	cr_expect(may(&p, "收到"));
	cr_expect(may(&p, "已收到申请"));
	cr_expect_not(may(&p, "到收"));
	cr_expect_not(may(&p, "收到件"));
	cr_expect_not(may(&p, "件收到"));
	pairs_add(&p, STR("已"));
	cr_expect_not(may(&p, "请已"), "what parts two texts is in none");
}

/* Whatever stands in one of the texts may stand there. */
Test(pairs, lose_nothing)
{
	static const char *const texts[] = {
		"a", "ab\n", "2020年，xa\xf0\xa0\x80\x80è收到12件。", "。，"};
	struct pairs p = {{0}};

	for (size_t i = 0; i < ROWS(texts); i++)
		pairs_add(&p, str_of(texts[i]));
	for (size_t i = 0; i < ROWS(texts); i++) {
		struct str s = str_of(texts[i]);

		for (size_t from = 0; from < s.n; utf8_next(s, &from))
			for (size_t to = from; to < s.n;) {
				utf8_next(s, &to);
				struct str word = str_slice(s, from, to);

				cr_expect(pairs_may_hold(&p, pair_ends_of(word)), "%.*s",
					STR_ARG(word));
			}
	}
}
