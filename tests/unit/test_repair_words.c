#include "unit/unit.h"

#include "repair/repair.h"
#include "unit/report_fixture.h"

struct words {
	struct fixture f;
	struct repairs repairs;
	struct repair_list list; /* of the first broken identity */
};

static void open_words(
	struct words *w, const char *prose, const struct example_cell *cells, size_t n)
{
	fixture_open(&w->f, prose, cells, n);
	repairs_find(w->f.report, &w->f.values, &w->f.check, NULL, &w->repairs);
	const struct finding *f = fixture_finding(&w->f, "disputes.total", 0);

	cr_assert(f);
	w->list = repairs_parts(&w->repairs, (size_t)(f - w->f.check.findings));
	cr_assert_gt(w->list.n, 0);
}

static void close_words(struct words *w)
{
	repairs_free(&w->repairs);
	fixture_close(&w->f);
}

static void expect_words(const struct words *w, enum lang lang, const char *wanted)
{
	struct buf out = {0};

	repair_words(w->list.v[0], w->f.report, &w->f.check, lang, &out);
	cr_expect_str_eq(out.p, wanted);
	buf_free(&out);
}

Test(repair_words, one_cell)
{
	static const struct example_cell cells[] = {{"disputes/review/upheld", "2"}};
	struct words w;

	open_words(&w, "", cells, ROWS(cells));
	expect_words(
		&w, LANG_ZH, "只改一处，行政复议·总计 0 → 2（总计漏填为零），可使 1 条关系成立");
	expect_words(&w, LANG_EN,
		"change one cell, Reconsideration · total 0 → 2 (a total left at zero): 1 identity "
		"holds");
	close_words(&w);
}

Test(repair_words, evidence_of_the_text)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", "2"}, {"disputes/review/total", "4"}};
	struct words w;

	open_words(&w, "一、总体情况\n因政府信息公开引发行政复议2件。\n", cells, ROWS(cells));
	expect_words(&w, LANG_ZH,
		"只改一处，行政复议·总计 4 → 2（错一位数字），可使 1 条关系成立；"
		"与正文“复议2件”相合（第 3 行）");
	close_words(&w);
}

Test(repair_words, a_line_read_otherwise_names_some_of_its_cells)
{
	static const struct example_cell cells[] = {{"disputes/review/upheld", "1"},
		{"disputes/review/total", "1"}, {"disputes/direct/corrected", "2"},
		{"disputes/direct/pending", "2"}, {"disputes/direct/total", "5"},
		{"disputes/after_review/pending", "5"}, {"disputes/after_review/total", "?"}};
	struct words w;

	open_words(&w, "", cells, ROWS(cells));
	expect_words(&w, LANG_ZH,
		"整段错开一格：直接起诉·未审结 2 → 0、直接起诉·总计 5 → 2、"
		"复议后起诉·维持 0 → 5、复议后起诉·未审结 5 → 0 等共 5 处，"
		"可使 2 条关系成立");
	close_words(&w);
}

Test(repair_words, json)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", ""}, {"disputes/review/total", "2"}};
	struct words w;
	struct json j;
	struct buf out = {0}, wanted = {0};

	open_words(&w, "一、总体情况\n因政府信息公开引发行政复议2件。\n", cells, ROWS(cells));
	struct repair_list one = {.v = w.list.v, .n = 1};

	json_init(&j, &out, false);
	repairs_put_json(&j, &one, w.f.report, &w.f.check);
	buf_addf(&wanted,
		"[{\"changes\": [{\"cell\": \"disputes/review/upheld\", \"from\": \"\", \"to\": "
		"\"2\"}], \"settles\": [\"%s\"], \"edit\": \"left-out\", \"cause\": \"source\", "
		"\"sure\": \"%s\", \"score\": %u, \"evidence\": [{\"declared\": 2, \"span\": ",
		fixture_finding(&w.f, "disputes.total", 0)->id, sure_name(w.list.v[0]->sure),
		w.list.v[0]->score);
	cr_expect(str_starts(buf_str(&out), wanted.p), "%s", out.p);
	buf_free(&out);
	json_init(&j, &out, false);
	repairs_put_json(&j, &(struct repair_list){0}, w.f.report, &w.f.check);
	expect_str(buf_str(&out), STR("[]"));
	buf_free(&out);
	buf_free(&wanted);
	close_words(&w);
}
