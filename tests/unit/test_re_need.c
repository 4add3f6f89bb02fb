#include "unit/unit.h"

#include "base/file.h"
#include "base/re.h"
#include "base/re_head.h"
#include "rule/kind.h"

/* The sets as "a|b & c|d", best first; of equal ones the last comes second. */
static char *told(const char *pattern)
{
	struct arena *a = arena_new();
	struct once *once = once_new(a);
	struct re_need need = re_need_of(str_of(pattern), once);
	struct buf out = {0};

	buf_adds(&out, "");
	for (size_t i = 0; i < need.n; i++) {
		buf_adds(&out, i ? " & " : "");
		for (size_t j = 0; j < need.sets[i].n; j++) {
			buf_adds(&out, j ? "|" : "");
			buf_add(&out, need.sets[i].words[j].text);
		}
	}
	once_free(once);
	arena_free(a);
	return buf_take(&out);
}

Test(re_need, words_are_read_off_the_pattern)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"收到", "收到"},
		{"收到|", ""},
		{"收到?", "收"},
		{"收到*申请", "申请 & 收"},
		{"收到+申请", "收到 & 申请"},
		{"收到{0,2}申请", "申请 & 收"},
		{"收到{2,}申请", "收到 & 申请"},
		{"收{申", "收{申"},
		{"收.到", "收 & 到"},
		{"收到|受理", "收到|受理"},
		{"(?:收到|受理)\\p{Han}{0,4}申请", "申请 & 收到|受理"},
		{"(?:收到|受理)?申请", "申请"},
		{"(?:收到|\\d+)件", "件"},
		{"(?<n>#)(?!申请)(?:件|宗)", "件|宗 & #"},
		{"(?<=本年)收(?=到)", "本年 & 到 & 收"},
		{"(?<!本年)收", "收"},
		{"[收受]到", "到 & 收|受"},
		{"[^收]到", "到"},
		{"本[年月]收到", "收到 & 本年|本月"},
		{"本[年月]?收到", "收到 & 本"},
		{"本[年月]{2}收", "本 & 收 & 年|月"},
		{"(?:19|二[〇零])年", "年 & 19|二〇|二零"},
		{"[收-受]到", "到"},
		{"[\\]收]到", "到"},
		{"[]收]到", "到 & ]|收"},
		{"[^]收]到", "到"},
		{"(?m:^)收到(?s)x", "收到 & x"},
		{"(?i)abc", ""},
		{"(?i:abc)收", ""},
		{"(?x) a", ""},
		{"(*ACCEPT)a", ""},
		{"(a)\\1b", "a & b"},
		{"a\\.b", ".b & a"},
		{"a\\bb\\x{4e00}c", "a & c & b"},
		{"\\Qa.b\\E", ""},
		{"(?(1)a|b)", ""},
		{"(?:a|b", ""},
		{"(?:(?:甲乙|丙丁)戊|己庚辛)", "甲乙|丙丁|己庚辛"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *need = told(rows[i][0]);

		cr_expect_str_eq(need, rows[i][1], "%s: \"%s\"", rows[i][0], need);
		free(need);
	}
}

Test(re_need, is_met_by_what_holds_the_words)
{
	static const struct {
		const char *pattern, *text;
		bool met;
	} rows[] = {{"", "", true}, {"收到", "", false}, {"收到", "到收", false},
		{"收到", "已收到", true}, {"收.*到", "到收", true}, {"收|到", "到", true},
		{"\\d", "收", true}};
	struct arena *a = arena_new();
	struct once *once = once_new(a);

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct re_need need = re_need_of(str_of(rows[i].pattern), once);
		struct str text = str_of(rows[i].text);
		struct utf8_set chars = utf8_set_of(text);

		cr_expect(re_need_met(&need, text, &chars) == rows[i].met, "row %zu", i);
	}
	once_free(once);
	arena_free(a);
}

static struct texts_have have_of(struct str text)
{
	struct texts_have have = {.chars = utf8_set_of(text)};

	pairs_add(&have.pairs, text);
	return have;
}

Test(re_need, may_be_met_by_texts_that_have_its_pairs)
{
	static const struct {
		const char *pattern, *text;
		bool may;
	} rows[] = {{"", "", true}, {"收到", "", false}, {"收", "", false}, {"收", "到", false},
		{"收", "收", true}, {"收到", "到收", false}, {"收到", "已收到", true},
		{"收到.*申请", "收到", false}, {"收到|申请", "申请", true}, {"\\d", "", true}};
	struct arena *a = arena_new();
	struct once *once = once_new(a);

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct re_need need = re_need_of(str_of(rows[i].pattern), once);
		struct texts_have have = have_of(str_of(rows[i].text));

		cr_expect(re_need_may(&need, &have) == rows[i].may, "row %zu", i);
	}
	once_free(once);
	arena_free(a);
}

/* The match of the heads is the match. */
static bool is_same_match(const struct re *re, const struct re_heads *heads, struct str s,
	size_t from, struct re_match *plain, struct re_match *headed)
{
	struct utf8_set chars = utf8_set_of(s);
	size_t a[2] = {0}, b[2] = {0};
	bool found = re_find(re, s, from, plain);

	if (re_find_headed(re, heads, s, from, &chars, headed) != found)
		return false;
	re_span(plain, 0, &a[0], &a[1]);
	re_span(headed, 0, &b[0], &b[1]);
	return a[0] == b[0] && a[1] == b[1];
}

static void expect_no_match_lost(const char *pattern, struct str text)
{
	struct arena *a = arena_new();
	struct once *once = once_new(a);
	struct re_need need = re_need_of(str_of(pattern), once);
	struct re_heads heads = re_heads_of(str_of(pattern), once);
	struct re *re = re_new(str_of(pattern), NULL);
	struct re_match *m = re_match_new(re, NULL), *n = re_match_new(re, NULL);

	for (size_t at = 0, end; at < text.n; at = end + 1) {
		end = str_find(text, STR("\n"), at);
		end = end == STR_NONE ? text.n : end;
		struct str line = str_slice(text, at, end);
		struct utf8_set chars = utf8_set_of(line);

		if (re_find(re, line, 0, m)) {
			struct texts_have have = have_of(line);

			cr_expect(re_need_met(&need, line, &chars) && re_need_may(&need, &have),
				"%s: %.*s", pattern, STR_ARG(line));
		}
		cr_expect(is_same_match(re, &heads, line, 0, m, n), "%s: %.*s", pattern,
			STR_ARG(line));
	}
	re_match_free(n);
	re_match_free(m);
	re_free(re);
	once_free(once);
	arena_free(a);
}

/* The rule files, one after another. The caller frees. */
static struct buf rules_text(const char *dir)
{
	struct err err = {0};
	struct buf all = {0};
	char **paths;
	size_t n;

	cr_assert(file_list(dir, &paths, &n, &err));
	for (size_t i = 0; i < n; i++) {
		struct buf text;

		cr_assert(file_read(paths[i], (size_t)1 << 20, &text, &err));
		buf_add(&all, buf_str(&text));
		buf_free(&text);
	}
	file_list_free(paths, n);
	return all;
}

/* Over the rules themselves, which quote what every pattern matches. */
Test(re_need, what_a_pattern_matches_has_what_it_needs)
{
	struct err err = {0};
	char *dir = path_data_dir(), *forms_dir = path_join(dir, "forms");
	char *rules_dir = path_join(dir, "rules");
	struct forms *forms = forms_load(forms_dir, &err);
	struct ruleset *rs = rules_load(rules_dir, forms, &err);
	struct buf text = rules_text(rules_dir);
	size_t needy = 0;

	for (size_t k = 0; k < rs->patterns.n; k++)
		expect_no_match_lost(rs->patterns.v[k]->source, buf_str(&text));
	for (size_t k = 0; k < forms->common.agency_contexts.n; k++)
		expect_no_match_lost(forms->common.agency_contexts.v[k].source, buf_str(&text));
	for (size_t k = 0; k < rs->patterns.n; k++)
		needy += rs->patterns.v[k]->need.n > 0;
	cr_expect(needy * 10 > rs->patterns.n * 9, "%zu of %zu", needy, rs->patterns.n);
	buf_free(&text);
	rules_free(rs);
	forms_free(forms);
	free(rules_dir);
	free(forms_dir);
	free(dir);
}
