#include "unit/unit.h"

#include "base/re_head.h"

/* "^" where a match may begin at the start with anything, "/" at any line's, and the words; NULL:
 * unknown. */
static char *told(const char *pattern)
{
	struct arena *a = arena_new();
	struct once *once = once_new(a);
	struct re_heads heads = re_heads_of(str_of(pattern), once);
	struct buf out = {0};

	buf_adds(&out, heads.at_start ? "^" : "");
	buf_adds(&out, heads.at_lines ? "/" : "");
	for (size_t i = 0; i < heads.words.n; i++) {
		buf_adds(&out, out.n ? "|" : "");
		buf_add(&out, heads.words.words[i].text);
	}
	once_free(once);
	arena_free(a);
	if (heads.known)
		return buf_take(&out);
	buf_free(&out);
	return NULL;
}

Test(re_head, words_are_read_off_the_pattern)
{
	static const char *const rows[][2] = {
		{"收到", "收到"},
		{"收到|受理.*", "收到|受理"},
		{"(?:收到|受理)\\p{Han}{0,4}申请", "收到|受理"},
		{"(?<n>收到|(?:受|办)理)", "收到|受|办"},
		{"(?>收)到", "收"},
		{"(收到)+件", "收到"},
		{"收到+", "收到"},
		{"收到?件", "收"},
		{"收到*件", "收"},
		{"收到{0,2}件", "收"},
		{"收?件", "收|件"},
		{"(?:收到)?件", "收到|件"},
		{"(?:收|)件", NULL},
		{"收?", NULL},
		{"(?:收到)*", NULL},
		{"(?:收到)?(?:受理)*+[办答]?件", "收到|受理|办|答|件"},
		{"(?:收到)?\?(?=件)件", "收到|件"},
		{"(?:收|受?)件", NULL},
		{"(?:收到)?.", NULL},
		{"(?:收到)?$", NULL},
		{"(?:收到)?^", "^|收到"},
		{"(?:收到)?(?m:^)", "/|收到"},
		{"收{0}件", "收|件"},
		{"(?:收到){0,2}?件", "收到|件"},
		{"收{0", NULL},
		{"收{,2}件", NULL},
		{"(?:收到){1,2}件", "收到"},
		{"收|", NULL},
		{"", NULL},
		{"(?<!不|未)(?<=已)收到(?!件)", "收到"},
		{"(?=收)收到", "收到"},
		{"(?=收)?收到", NULL},
		{"(?<!不)", NULL},
		{"^收到|受理", "^|受理"},
		{"(?:^|[。;])收", "^|。|;"},
		{"^?收", NULL},
		{"[收受]到", "收|受"},
		{"[收受]?到", "收|受|到"},
		{"[^收]到", NULL},
		{"[收-受]到", NULL},
		{"[\\d]件", NULL},
		{"[2-4]件", "2|3|4"},
		{"[收0-1]件", "收|0|1"},
		{"[4-2]件", NULL},
		{"[1-9]件", NULL},
		{"[]收]到", NULL},
		{"[\\\\\\d]件", NULL},
		{"[\\\\d]件", "\\|d"},
		{"[2-]件", NULL},
		{"[2-a]件", NULL},
		{"[\\(\\-]件", "(|-"},
		{"\\(件|\\.", "(件|."},
		{"\\(?件", "(|件"},
		{"\\(件?", "("},
		{"\\d件", NULL},
		{".件", NULL},
		{"$", NULL},
		{"(?i)abc", NULL},
		{"a(?i)bc", NULL},
		{"(?i:a)", NULL},
		{"(?m:^)收", "/"},
		{"(?:(?m:^)|[。;])收", "/|。|;"},
		{"(?:由|(?m:^)|^)收", "^/|由"},
		{"(?m:^)?收", NULL},
		{"(?m:^|件)收", NULL},
		{"(?m)^收", NULL},
		{"(*ACCEPT)a", NULL},
		{"a(*COMMIT)b", NULL},
		{"(?|a|b)", "a|b"},
		{"a[]|]b|c", "a|c"},
		{"a[\\]|]b|c", "a|c"},
		{"a\\|b|c", "a|c"},
		{"a\\Q|\\E|c", NULL},
		{"a(b|c)|d", "a|d"},
		{"a\\", NULL},
		{"(a", NULL},
		{"a)", NULL},
		{"a[b", NULL},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *words = told(rows[i][0]);

		if (rows[i][1])
			cr_expect_str_eq(words ? words : "unknown", rows[i][1], "%s", rows[i][0]);
		else
			cr_expect_null(words, "%s: %s", rows[i][0], words);
		free(words);
	}
}

/* From every character on it finds what the pattern finds without. */
Test(re_head, matches_are_the_same)
{
	static const char *const patterns[] = {"(?<!不)收到(?<n>\\d+)件", "(?:^|[。;])(?:收|受).",
		"收|收到|到", "(收)(到)\\d*(?=件)", "(?:件|1)+", "^收到", "收\\K到",
		"(?m:^)[收\\s]", "(?:件|(?m:^))收", "(?m:^)(?=件)|受", "(?:不|已)?收到|(?:。|;)?受",
		"[1-3]?件", "(?m:^)(?!收).*(?m:$)"};
	struct str s = STR("收到1件。不收到2件\n;受理;\n\n收到33件件收到\n");
	struct utf8_set chars = utf8_set_of(s);
	struct arena *arena = arena_new();
	struct once *once = once_new(arena);

	for (size_t i = 0; i < ROWS(patterns); i++) {
		struct re_heads heads = re_heads_of(str_of(patterns[i]), once);
		struct re *re = re_new(str_of(patterns[i]), NULL);
		struct re_match *a = re_match_new(re, NULL), *b = re_match_new(re, NULL);

		cr_expect(heads.known, "%s", patterns[i]);
		for (size_t from = 0; from <= s.n; from < s.n ? utf8_next(s, &from) : from++) {
			bool found = re_find(re, s, from, a);

			cr_expect_eq(re_find_headed(re, &heads, s, from, &chars, b), found,
				"%s from %zu", patterns[i], from);
			for (int g = 0; found && g < 3; g++) {
				size_t x[2] = {0}, y[2] = {0};

				cr_expect_eq(
					re_span(a, g, &x[0], &x[1]), re_span(b, g, &y[0], &y[1]));
				cr_expect(x[0] == y[0] && x[1] == y[1], "%s from %zu", patterns[i],
					from);
			}
		}
		re_match_free(b);
		re_match_free(a);
		re_free(re);
	}
	once_free(once);
	arena_free(arena);
}

Test(re_head, a_match_that_is_given_up_is_told)
{
	struct arena *arena = arena_new();
	struct once *once = once_new(arena);
	struct str s =
		STR("收认真学习条例关于主动公开内容方式时限的规定并按照要求逐步加以落实改进提高收");
	struct re_heads heads = re_heads_of(STR("收(?:\\p{Han}+)+x"), once);
	struct re *re = re_new(STR("收(?:\\p{Han}+)+(?=[xyz])"), NULL);
	struct re_match *m = re_match_new(re, NULL);
	struct utf8_set chars = utf8_set_of(s);

	cr_expect_not(re_find_headed(re, &heads, s, 0, &chars, m));
	cr_expect(re_gave_up(m));
	re_match_free(m);
	re_free(re);
	once_free(once);
	arena_free(arena);
}
