/* A reviewer's mends over a broken layout: what each moves, and that none stays when it is taken
 * back. */
#include "unit/table_kit.h"

TestSuite(table_mend, .init = kit_load, .fini = kit_unload);

Test(table_mend, nothing_and_nonsense_change_nothing)
{
	struct report *r =
		kit_build("| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n");
	struct mend rows[] = {{.kind = MEND_SHIFT, .row = "requests/none", .by = 3},
		{.kind = MEND_SHIFT, .row = "disputes/review", .by = 1},
		{.kind = MEND_LABEL, .row = "requests", .at = {0, 1}},
		{.kind = MEND_LABEL, .row = NULL, .at = {0, 1}},
		{.kind = MEND_JOIN, .at = {99999, 100000}}, {.kind = MEND_SPLIT, .at = {0, 0}}};

	report_mend(r, NULL, 0);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	for (size_t i = 0; i < ROWS(rows); i++) {
		report_mend(r, &rows[i], 1);
		kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	}
	report_free(r);
}

Test(table_mend, shift_moves_a_row)
{
	struct report *r =
		kit_build("| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n");
	struct mend right = {.kind = MEND_SHIFT, .row = "requests/new", .by = 1};
	struct mend both[] = {right, {.kind = MEND_SHIFT, .row = "requests/new", .by = -1}};

	report_mend(r, &right, 1);
	kit_expect_row(r, "new", ". 1 2 3 0 0 0");
	expect_str(str_of(r->cells[report_cell_find(r, STR("requests/new/company"))].how),
		STR("mended"));
	report_mend(r, both, 2);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	right.by = -9;
	report_mend(r, &right, 1);
	kit_expect_row(r, "new", ". . . . . . .");
	report_mend(r, NULL, 0);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	report_free(r);
}

Test(table_mend, label_names_a_row)
{
	struct report *r =
		kit_build("| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
			  "| 不知所云 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n");
	struct mend m = {.kind = MEND_LABEL,
		.row = "requests/outcome.partial",
		.at = kit_find(r, "不知所云")};

	kit_expect_row(r, "outcome.partial", ". . . . . . .");
	report_mend(r, &m, 1);
	kit_expect_row(r, "outcome.partial", "9 0 0 0 0 0 9");
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	report_free(r);
}

Test(table_mend, join_and_split)
{
	struct report *r = kit_build(
		"| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 |\n"
		"| 0 | 0 | 0 | 6 |\n"
		"| 二、上年结转政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | 4 | 0 | 0 | "
		"0 | 0 | 0 | 4 |\n");
	struct mend join = {.kind = MEND_JOIN, .at = kit_find(r, "0 | 0 | 0 | 6")};
	struct mend split[] = {{.kind = MEND_SPLIT, .at = kit_find(r, "4 | 0 | 0")}};

	report_mend(r, &join, 1);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	report_mend(r, split, 1);
	kit_expect_row(r, "carried_over", "7 0 0 0 0 0 7");
	cr_expect_not(r->cells[report_cell_find(r, STR("requests/carried_over/total"))].doubt);
	report_free(r);
}

#define OVER "二、上年结转政府信息公开申请数量"

static const char *how_of(const struct report *r, const char *cell)
{
	const char *how = r->cells[report_cell_find(r, str_of(cell))].how;
	return how ? how : "";
}

Test(table_mend, shift_brings_in_what_stood_beside)
{
	static const struct {
		const char *row, *wanted;
		long by;
	} rows[] = {
		{"| " OVER " | 9 | 1 | 2 | 3 | 0 | 0 | 0 | 7 |\n", "1 2 3 0 0 0 7", -1},
		{"| " OVER " | 9 | 1 | 2 | 3 | 0 | 0 | 0 | 7 |\n", "2 3 0 0 0 7 .", -2},
		{"| " OVER " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n", "2 3 0 0 0 6 .", -1},
		{"| " OVER " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n", ". . . . . . .", 32767},
		{"| " OVER " | | | | | | | |\n", ". _ _ _ _ _ _", 1},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].row);
		struct mend m = {
			.kind = MEND_SHIFT, .row = "requests/carried_over", .by = rows[i].by};

		report_mend(r, &m, 1);
		kit_expect_row(r, "carried_over", rows[i].wanted);
		report_free(r);
	}
}

Test(table_mend, shift_keeps_a_joined_number)
{
	struct report *r = kit_build("| " OVER " | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 12 |\n");
	struct mend m = {.kind = MEND_SHIFT, .row = "requests/carried_over", .by = 1};

	kit_expect_row(r, "carried_over", "12? 0? 0? 0? 0? 0? 12?");
	report_mend(r, &m, 1);
	kit_expect_row(r, "carried_over", ". 12 0 0 0 0 0");
	report_free(r);
}

Test(table_mend, join_takes_words_and_labels_of_others_for_its_own)
{
	static const struct {
		const char *rows, *joined, *wanted;
	} rows[] = {
		{"| " OVER " | 1 | 2 | 3 |\n| 总计 | 0 | 0 | 0 | 6 |\n", "总计 | 0",
			"1 2 3 0 0 0 6"},
		{"| " OVER " | 1 | 2 | 3 |\n| 见下 | 0 | 0 | 0 | 6 |\n", "见下", "1 2 3 0 0 0 6"},
		{"| " OVER " | 1 | 2 | 3 |\n| 说明 | | | |\n| 0 | 0 | 0 | 6 |\n", "0 | 0 | 0 | 6",
			"1 2 3 0 0 0 6"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].rows);
		struct mend m = {.kind = MEND_JOIN, .at = kit_find(r, rows[i].joined)};

		report_mend(r, &m, 1);
		kit_expect_row(r, "carried_over", rows[i].wanted);
		expect_str(str_of(how_of(r, "requests/carried_over/total")), STR("mended"));
		report_free(r);
	}
}

Test(table_mend, nothing_to_join_to)
{
	struct report *r = kit_build("| " OVER " | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n");
	struct mend m = {.kind = MEND_JOIN, .at = kit_find(r, OVER)};

	report_mend(r, &m, 1);
	kit_expect_row(r, "carried_over", "4 0 0 0 0 0 4");
	report_free(r);
}

/* Two rows in one line: the second is named, and so is, then, the first. */
Test(table_mend, each_part_of_a_split_row_may_be_named)
{
	struct report *r = kit_build(
		"| 一行 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | 二行 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n");
	struct text_span at = kit_find(r, "二行");
	struct mend mends[] = {{.kind = MEND_SPLIT, .at = at},
		{.kind = MEND_LABEL, .row = "requests/outcome.partial", .at = at},
		{.kind = MEND_LABEL, .row = "requests/new", .at = kit_find(r, "一行")}};

	report_mend(r, mends, 2);
	kit_expect_row(r, "new", ". . . . . . .");
	kit_expect_row(r, "outcome.partial", "4 0 0 0 0 0 4");
	report_mend(r, mends, 3);
	kit_expect_row(r, "new", "7 0 0 0 0 0 7");
	kit_expect_row(r, "outcome.partial", "4 0 0 0 0 0 4");
	expect_str(str_of(how_of(r, "requests/outcome.partial/person")), STR("mended"));
	report_mend(r, NULL, 0);
	kit_expect_row(r, "outcome.partial", ". . . . . . .");
	report_free(r);
}

Test(table_mend, of_two_labels_the_later_holds)
{
	struct report *r = kit_build("| 不知所云 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n");
	struct text_span at = kit_find(r, "不知所云");
	struct mend mends[] = {
		{.kind = MEND_LABEL, .row = "requests/new", .at = at},
		{.kind = MEND_LABEL, .row = "requests/outcome.partial", .at = at},
	};

	report_mend(r, mends, 2);
	kit_expect_row(r, "new", ". . . . . . .");
	kit_expect_row(r, "outcome.partial", "9 0 0 0 0 0 9");
	report_free(r);
}

#define DISPUTES                                                                                                               \
	"| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n\n"                                 \
	"四、政府信息公开行政复议、行政诉讼情况\n\n"                                                        \
	"| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n|---|---|---|---|---|---|---|---|"                         \
	"---|---|---|---|---|---|---|\n"                                                                                       \
	"| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | " \
	"尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"

static void expect_disputes(const struct report *r, const char *wanted)
{
	struct buf got = {0};
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];
		char text[DEC_TEXT_MAX];
		if (!str_starts(str_of(c->def->name), "disputes/"))
			continue;
		buf_addf(&got, "%s%s", got.n ? " " : "",
			c->state == CELL_GIVEN ? dec_str(c->value, text) : ".");
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

Test(table_mend, a_wide_table_moves_as_one)
{
	struct report *r =
		kit_build(DISPUTES "| | 1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 3 | 0 | 0 | 0 |\n");
	struct mend m = {.kind = MEND_SHIFT, .row = "disputes/review", .by = -1};

	expect_disputes(r, ". 1 0 0 0 1 2 0 0 0 2 3 0 0 0");
	report_mend(r, &m, 1);
	expect_disputes(r, "1 0 0 0 1 2 0 0 0 2 3 0 0 0 .");
	m.row = "disputes/after_review";
	m.by = 1;
	report_mend(r, &m, 1);
	expect_disputes(r, ". . 1 0 0 0 1 2 0 0 0 2 3 0 0");
	report_free(r);
}

Test(table_mend, a_wide_table_in_two_lines)
{
	struct report *r = kit_build(DISPUTES "| 1 | 0 | 0 | 0 | 1 | 2 | 0 | | | | | | | | |\n"
					      "| 5 | 0 | 2 | 3 | 0 | 0 | 0 | 3 |\n");
	struct mend m = {
		.kind = MEND_LABEL, .row = "disputes/review", .at = kit_find(r, "5 | 0 | 2 | 3")};

	expect_disputes(r, "1 0 0 0 1 2 0 . . . . . . . .");
	report_mend(r, &m, 1);
	expect_disputes(r, "5 0 2 3 0 0 0 3 . . . . . . .");
	m.kind = MEND_JOIN;
	report_mend(r, &m, 1);
	expect_disputes(r, "1 0 0 0 1 2 0 5 0 2 3 0 0 0 3");
	report_free(r);
}
