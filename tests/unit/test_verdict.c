/* The verdict: what stands in it for people, and that what it quotes as data can be proved. */
#include "base/utf8.h"
#include "export/verdict.h"
#include "report_fixture.h"
#include "review_kit.h"

static void pin_clock(void)
{
	setenv("SOURCE_DATE_EPOCH", "1611216000", 1);
}

TestSuite(verdict, .init = pin_clock);

static const struct example_cell cells[] = {
	{"requests/new/person", "39"},
	{"requests/new/total", "39"},
	{"requests/outcome.granted/person", "38"},
	{"requests/outcome.granted/total", "38"},
	{"requests/outcome.total/person", "38"},
	{"requests/outcome.total/total", "38"},
	{"requests/carried_forward/company", "/"},
	{"requests/carried_forward/research", "?"},
};

static char *export(
	const struct fixture *f, const struct review *rv, const char *format, enum lang lang)
{
	struct export_input in = {f->report, rv, f->rules, lang, NULL};
	struct buf out = {0};
	struct err err = {0};

	cr_assert(export_format_find(format)->write(&in, &out, &err), "%s", err.text);
	cr_expect(utf8_valid(buf_str(&out), NULL));
	return buf_take(&out);
}

static void decide(const struct fixture *f, struct review *rv, const struct finding *found,
	enum decision decision, const char *note)
{
	struct record d;

	review_bind_decision(&d, found, f->report, &f->values);
	d.decision = decision;
	d.note = note ? mem_strdup(note) : NULL;
	review_apply(rv, RECORD_DECISION, found->id, &d);
	record_clear(&d);
}

/* Each after the one before. */
static void expect_in_order(const char *text, const char *const *parts, size_t n)
{
	const char *at = text;

	for (size_t i = 0; i < n && at; i++) {
		const char *found = strstr(at, parts[i]);

		cr_expect_not_null(
			found, "not there, or not behind the others: %s\n%s", parts[i], text);
		at = found;
	}
}

Test(verdict, formats)
{
	cr_expect_null(export_format_find("docx"));
	cr_expect_null(export_format_find(""));
	cr_expect_null(export_format_for("x"));
	cr_expect_null(export_format_for("x.txt"));
	cr_expect_str_eq(export_format_for("a/意见.md")->name, "markdown");
	cr_expect_str_eq(export_format_at(0)->name, "markdown", "the default");
	for (size_t i = 0; export_format_at(i); i++)
		cr_expect_eq(export_format_find(export_format_at(i)->name), export_format_at(i));
}

Test(verdict, words_are_in_both_languages)
{
	for (enum verdict_word w = 0; w < WORD_COUNT; w++) {
		struct export_input en = {.lang = LANG_EN}, zh = {.lang = LANG_ZH};
		struct verdict_view ve = {.in = &en}, vz = {.in = &zh};

		cr_assert_not_null(verdict_word(&ve, w), "word %d", w);
		cr_assert_not_null(verdict_word(&vz, w), "word %d", w);
		cr_expect_eq(strstr(verdict_word(&ve, w), "{}") != NULL,
			strstr(verdict_word(&vz, w), "{}") != NULL, "%s", verdict_word(&ve, w));
	}
}

Test(verdict, nothing_found_and_nothing_done)
{
	static const char *const parts[] = {"# Review of ", "| Verdict | **not yet** |",
		"| Total | 0 | 0 | 0 | 0 |", "Relations and statements checked: 40, not checked: 0",
		"## Not checked, and why\n\nNone.\n", "## The tables, corrected"};
	static const char *const absent[] = {
		"## Confirmed", "## Open", "## Corrections", "## Annotations", "## Summary"};
	struct fixture f;
	struct review *rv = review_new();

	fixture_open(&f, "", NULL, 0);
	char *text = export(&f, rv, "markdown", LANG_EN);

	expect_in_order(text, parts, ROWS(parts));
	for (size_t i = 0; i < ROWS(absent); i++)
		cr_expect_null(strstr(text, absent[i]), "%s", absent[i]);
	free(text);
	review_free(rv);
	fixture_close(&f);
}

Test(verdict, mends_are_listed_with_their_places)
{
	static const char *const parts[] = {"，结构修整 6 处",
		"## 表格结构的修整\n\n### s1 · 李敏 · 2021",
		"- 数值右移 2 列：本年新收政府信息公开申请数量\n", "### s2", "- 数值左移 1 列：",
		"### s3", "- 此行读作：", "- 这段文字在原文中已找不到。\n\n  > 前后\n", "### s4",
		"- 此行并入上一行。\n- 原文第 ", "> ", "**本年新收", "### s5", "- 自此另成一行。\n",
		"### s6", "- 自此起的表格是：收到和处理政府信息公开申请情况\n", "## 未能核对"};
	static const char *const data[] = {"  mends: 6\n", "\nstructure:\n  - id: \"s1\"\n",
		"    mend: \"shift\"\n    row: \"requests/new\"\n    columns: 2\n    by: ",
		"    columns: -1\n", "    exact: \"前后\"\n    lost: true\n    by: ",
		"    mend: \"join\"\n    exact: \"本年新收\"\n    start: ",
		"    table: \"requests\"\n    exact: ", "\nannotations:"};
	struct fixture f;
	struct review *rv = review_new();

	fixture_open(&f, "", cells, ROWS(cells));
	review_set_reviewer(rv, "李敏");
	kit_mend(rv, "s1", "shift", "requests/new", 2, NULL);
	kit_mend(rv, "s2", "shift", "requests/carried_over", -1, NULL);
	kit_mend(rv, "s3", "label", "requests/new", 0, "前后");
	kit_mend(rv, "s4", "join", NULL, 0, "本年新收");
	kit_mend(rv, "s5", "split", NULL, 0, "本年新收");
	kit_mend(rv, "s6", "region", "requests", 0, "本年新收");
	char *text = export(&f, rv, "markdown", LANG_ZH);

	expect_in_order(text, parts, ROWS(parts));
	free(text);
	text = export(&f, rv, "yaml", LANG_EN);
	expect_in_order(text, data, ROWS(data));
	free(text);
	review_free(rv);
	fixture_close(&f);
}

Test(verdict, findings_stand_by_decision)
{
	static const char *const parts[] = {"| 结论 | **退回** |", "| 审核人 | 李敏 |",
		"## 总体意见\n\n> 请\\|核\n", "## 确认\n", "`requests.balance`", "- 算式：",
		"- 处理：确认 · 李敏 · 2021-01-21T08:00:00Z\n- 备注：\n\n  > \\# 确实\\\n  > \\- "
		"少一件\n",
		"| 本年新收政府信息公开申请数量 · 自然人 | 39 |  |", "## 存疑\n", "## 未处理\n",
		"## 更正\n", "## 未能核对的及其原因\n\n- "};
	struct fixture f;
	struct review *rv = review_new();

	fixture_open(&f, "", cells, ROWS(cells));
	review_set_reviewer(rv, "李敏");
	decide(&f, rv, fixture_finding(&f, "requests.balance", 0), DECISION_CONFIRMED,
		"# 确实\n- 少一件");
	decide(&f, rv, fixture_finding(&f, "cells.blank", 0), DECISION_QUERY, NULL);
	kit_conclude(rv, "return", "请|核");
	kit_correct(rv, "disclosure/fee/previous", "0", "1");
	char *text = export(&f, rv, "markdown", LANG_ZH);

	expect_in_order(text, parts, ROWS(parts));
	cr_expect_null(strstr(text, "作出处理后数值已有变动"));
	free(text);
	review_free(rv);
	fixture_close(&f);
}

/* A number far behind in its line is quoted with some words before it, and a mark that more are. */
Test(verdict, what_is_left_out_of_a_quotation_is_marked)
{
	static const char line[] =
		"> …下，全镇上下共同努力，各项工作平稳有序：本年新收政府信息公开申请0件，"
		"办结0件，**结转下年度7件**";
	struct fixture f;
	struct review *rv = review_new();

	fixture_open(&f,
		"在县委、县政府的坚强领导下，在上级主管部门的精心指导下，全镇上下共同努力，"
		"各项工作平稳有序：本年新收政府信息公开申请0件，办结0件，结转下年度7件。",
		cells, 6);
	char *text = export(&f, rv, "markdown", LANG_ZH);

	cr_expect_not_null(strstr(text, line), "%s", text);
	free(text);
	review_free(rv);
	fixture_close(&f);
}

Test(verdict, corrections_settle_findings_and_bring_about_others)
{
	static const char *const parts[] = {"cells corrected: 1",
		"brought about by corrections: ", "Settled by the corrections below.", "## Open",
		"Not in the report as printed: the corrections bring it about.", "## Corrections",
		"| 38 | **39** |", "~~38~~ **39**"};
	struct fixture f;
	struct review *rv = review_new();

	fixture_open(&f, "", cells, 6);
	cr_assert_eq(fixture_count(&f, "requests.balance"), 2, "person and total");
	const struct finding *found = fixture_finding(&f, "requests.balance", 0);

	decide(&f, rv, found, DECISION_CONFIRMED, NULL);
	kit_correct(rv, "requests/carried_forward/person", "0", "1");
	kit_correct(rv, "requests/carried_forward/total", "0", "1");
	char *text = export(&f, rv, "yaml", LANG_EN);

	cr_expect_not_null(strstr(text, "settled_by_corrections: true"));
	cr_expect_null(strstr(text, "settled_by_corrections: false"));
	cr_expect_null(strstr(text, "stale: true"), "seen before the correction: not stale");
	free(text);
	review_undo(rv);
	review_undo(rv);
	kit_correct(rv, "requests/outcome.total/person", "38", "39");
	text = export(&f, rv, "markdown", LANG_EN);
	cr_expect_not_null(strstr(text, "cells corrected: 1"), "%s", text);
	expect_in_order(text, parts + 2, 5);
	cr_expect_not_null(strstr(text, parts[7]), "%s", text);
	free(text);
	review_free(rv);
	fixture_close(&f);
}

Test(verdict, stale_lost_and_gone_are_told)
{
	static const char *const parts[] = {"The values have changed since this decision.",
		"## Decisions whose finding is no more\n\n- `requests.balance` · Query",
		"  - Requests newly received this year · natural persons = 39\n", "### a1",
		"These words are no longer in the report.\n\n  > 三十九 \\<b\\>\n", "### a2",
		"This finding is no more.", "- Tags: `x|y`\n", "### a3",
		"> - Cell: no/such/cell\n"};
	struct fixture f;
	struct review *rv = review_new();
	char *tags[] = {(char *)"x|y"};
	struct record on_finding = {.target = TARGET_FINDING,
		.target_name = (char *)"ffffffffffffffff",
		.note = (char *)"n",
		.tags = tags,
		.n_tags = 1};
	struct record on_cell = {.target = TARGET_CELL, .target_name = (char *)"no/such/cell"};

	fixture_open(&f, "", cells, ROWS(cells));
	const struct finding *found = fixture_finding(&f, "requests.balance", 0);
	size_t cell = found->cells[0];

	values_correct(&f.values, cell, dec_of(7));
	decide(&f, rv, found, DECISION_CONFIRMED, NULL);
	kit_decide(rv, "ffffffffffffffff", "query", NULL);
	kit_annotate(rv, "a1", "三十九 <b>", "n");
	review_apply(rv, RECORD_ANNOTATION, "a2", &on_finding);
	review_apply(rv, RECORD_ANNOTATION, "a3", &on_cell);
	char *text = export(&f, rv, "markdown", LANG_EN);

	expect_in_order(text, parts, ROWS(parts) - 1);
	cr_expect_not_null(strstr(text, "- Cell: no/such/cell\n"));
	free(text);
	review_free(rv);
	fixture_close(&f);
}

/* Every map with `exact`, `start` and `end`: the bytes there are the text quoted. Counts them. */
static size_t prove(const struct ynode *n, struct str source)
{
	const struct ynode *exact = yaml_get(n, "exact"), *start = yaml_get(n, "start");
	size_t proved = 0;

	if (exact && start) {
		size_t from = strtoul(start->text.p, NULL, 10);
		size_t to = strtoul(yaml_get(n, "end")->text.p, NULL, 10);

		cr_assert(from < to && to <= source.n);
		expect_str(str_slice(source, from, to), exact->text);
		proved = 1;
	}
	for (size_t i = 0; n->kind != YAML_SCALAR && i < n->n; i++)
		proved += prove(n->items[i], source);
	return proved;
}

static void expect_quoted(const struct ynode *n)
{
	struct dec number;

	if (n->kind == YAML_SCALAR && n->plain)
		cr_expect(yaml_is_null(n) || str_is(n->text, "true") || str_is(n->text, "false") ||
				  dec_parse(n->text, &number),
			"%s is not quoted", n->text.p);
	for (size_t i = 0; n->kind != YAML_SCALAR && i < n->n; i++)
		expect_quoted(n->items[i]);
}

Test(verdict, data_can_be_proved)
{
	struct fixture f;
	struct review *rv = review_new();
	struct err err = {0};

	fixture_open(&f, "2020年，本机关收到申请38件。", cells, ROWS(cells));
	kit_conclude(rv, "query", NULL);
	kit_correct(rv, "requests/new/person", "39", "38");
	decide(&f, rv, &f.check.findings[0], DECISION_CONFIRMED, "一\n二");
	char *text = export(&f, rv, "yaml", LANG_ZH), *again = export(&f, rv, "yaml", LANG_ZH);
	struct ydoc *d = yaml_parse(str_of(text), "verdict", &err);

	cr_assert_not_null(d, "%u: %s\n%s", err.line, err.text, text);
	cr_expect_str_eq(text, again, "the same bytes again");
	const struct ynode *root = yaml_root(d), *list = yaml_get(root, "cells");

	cr_expect(str_is(yaml_get(root, "format")->text, "gouji-verdict/1"));
	cr_expect(str_is(yaml_get(root, "language")->text, "zh"));
	cr_expect_eq(list->n, f.report->n_cells, "every cell of the form");
	cr_expect_geq(prove(root, doc_source(f.report->doc)), f.report->n_cells - 1);
	expect_quoted(root);
	for (size_t i = 0; i < list->n; i++) {
		const struct ynode *value = yaml_get(list->items[i], "value");
		const struct ynode *exact = yaml_get(list->items[i], "exact");
		struct dec a, b;

		cr_expect_eq(value != NULL, f.report->cells[i].state == CELL_GIVEN);
		if (value)
			cr_expect(dec_parse(value->text, &a) && dec_parse(exact->text, &b) &&
				  dec_cmp(a, b) == 0);
	}
	yaml_free(d);
	free(text);
	free(again);
	review_free(rv);
	fixture_close(&f);
}
