/* A reviewer's mends over a broken layout: what each moves, and that none stays when it is taken
 * back. */
#include "unit/unit.h"

#include "import/import.h"
#include "table/report.h"

static struct forms *forms;

static void load(void)
{
	struct err err = {0};
	char dir[4096];
	snprintf(dir, sizeof dir, "%s/forms", getenv("GOUJI_DATADIR"));
	forms = forms_load(dir, &err);
	cr_assert_not_null(forms, "%s", err.text);
}

static void unload(void)
{
	forms_free(forms);
}

TestSuite(table_mend, .init = load, .fini = unload);

static const char head[] =
	"某市财政局2022年政府信息公开工作年度报告\n\n"
	"三、收到和处理政府信息公开申请情况\n\n"
	"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
	"|---|---|---|---|---|---|---|---|\n";

static struct report *build(const char *rows)
{
	struct err err = {0};
	struct buf bytes = {0};
	struct report *r = NULL;
	buf_adds(&bytes, head);
	buf_adds(&bytes, rows);
	struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, &err);
	cr_assert_not_null(d, "%s", err.text);
	cr_assert(report_build(d, forms, &r, &err), "%s", err.text);
	return r;
}

static struct text_span find(const struct report *r, const char *words)
{
	size_t at = str_find(doc_text(r->doc), str_of(words), 0);
	cr_assert(at != STR_NONE, "%s", words);
	return (struct text_span){at, at + strlen(words)};
}

/* The row's cells in order, "." for missing, "_" for blank. */
static void expect_row(const struct report *r, const char *row, const char *wanted)
{
	struct buf got = {0};
	char name[128], text[DEC_TEXT_MAX];
	static const char *const columns[] = {
		"person", "company", "research", "welfare", "legal", "other", "total"};
	for (size_t i = 0; i < ROWS(columns); i++) {
		snprintf(name, sizeof name, "requests/%s/%s", row, columns[i]);
		size_t at = report_cell_find(r, str_of(name));
		cr_assert(at != STR_NONE, "%s", name);
		const struct cell *c = &r->cells[at];
		buf_adds(&got, i ? " " : "");
		buf_adds(&got, c->state == CELL_GIVEN	? dec_str(c->value, text)
			       : c->state == CELL_BLANK ? "_"
							: ".");
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

Test(table_mend, nothing_and_nonsense_change_nothing)
{
	struct report *r =
		build("| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n");
	struct mend rows[] = {{.kind = MEND_SHIFT, .row = "requests/none", .by = 3},
		{.kind = MEND_SHIFT, .row = "disputes/review", .by = 1},
		{.kind = MEND_LABEL, .row = "requests", .at = {0, 1}},
		{.kind = MEND_LABEL, .row = NULL, .at = {0, 1}},
		{.kind = MEND_JOIN, .at = {99999, 100000}}, {.kind = MEND_SPLIT, .at = {0, 0}}};

	report_mend(r, NULL, 0);
	expect_row(r, "new", "1 2 3 0 0 0 6");
	for (size_t i = 0; i < ROWS(rows); i++) {
		report_mend(r, &rows[i], 1);
		expect_row(r, "new", "1 2 3 0 0 0 6");
	}
	report_free(r);
}

Test(table_mend, shift_moves_a_row)
{
	struct report *r =
		build("| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n");
	struct mend right = {.kind = MEND_SHIFT, .row = "requests/new", .by = 1};
	struct mend both[] = {right, {.kind = MEND_SHIFT, .row = "requests/new", .by = -1}};

	report_mend(r, &right, 1);
	expect_row(r, "new", ". 1 2 3 0 0 0");
	expect_str(str_of(r->cells[report_cell_find(r, STR("requests/new/company"))].how),
		STR("mended"));
	report_mend(r, both, 2);
	expect_row(r, "new", "1 2 3 0 0 0 6");
	right.by = -9;
	report_mend(r, &right, 1);
	expect_row(r, "new", ". . . . . . .");
	report_mend(r, NULL, 0);
	expect_row(r, "new", "1 2 3 0 0 0 6");
	report_free(r);
}

Test(table_mend, label_names_a_row)
{
	struct report *r =
		build("| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
		      "| 不知所云 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n");
	struct mend m = {
		.kind = MEND_LABEL, .row = "requests/outcome.partial", .at = find(r, "不知所云")};

	expect_row(r, "outcome.partial", ". . . . . . .");
	report_mend(r, &m, 1);
	expect_row(r, "outcome.partial", "9 0 0 0 0 0 9");
	expect_row(r, "new", "1 2 3 0 0 0 6");
	report_free(r);
}

Test(table_mend, join_and_split)
{
	struct report *r = build(
		"| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 |\n"
		"| 0 | 0 | 0 | 6 |\n"
		"| 二、上年结转政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | 4 | 0 | 0 | "
		"0 | 0 | 0 | 4 |\n");
	struct mend join = {.kind = MEND_JOIN, .at = find(r, "0 | 0 | 0 | 6")};
	struct mend split[] = {{.kind = MEND_SPLIT, .at = find(r, "4 | 0 | 0")}};

	report_mend(r, &join, 1);
	expect_row(r, "new", "1 2 3 0 0 0 6");
	report_mend(r, split, 1);
	expect_row(r, "carried_over", "7 0 0 0 0 0 7");
	cr_expect_not(r->cells[report_cell_find(r, STR("requests/carried_over/total"))].doubt);
	report_free(r);
}
