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
