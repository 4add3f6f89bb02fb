/* Rows of the requests table as layouts leave them, and the cells they give. */
#include "unit/table_kit.h"

TestSuite(table_rows, .init = kit_load, .fini = kit_unload);

#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"

Test(table_rows, what_a_row_gives)
{
	static const struct {
		const char *printed, *wanted;
	} rows[] = {
		/* nothing behind the label, or nothing that is a cell */
		{"| " NEW " |\n", ". . . . . . ."},
		{"| " NEW " | | | | | | | |\n", "_ _ _ _ _ _ _"},
		{"| " NEW " | / | - | — | 无 | / | / | / |\n", "_ _ _ _ _ _ _"},
		/* plain */
		{"| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n", "1 2 3 0 0 0 6"},
		{"| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 | | |\n", "1 2 3 0 0 0 6"},
		{"| " NEW " | 1 | | | | | | 1 |\n", "1 _ _ _ _ _ 1"},
		{"| " NEW " | 00 | 2 | 3 | 0 | 0 | 0 | 5 |\n", "0 2 3 0 0 0 5"},
		{"| " NEW " | 见附件 | 2 | 3 | 0 | 0 | 0 | 5 |\n", "! 2 3 0 0 0 5"},
		/* too few: in order, in doubt; a sum tells the total */
		{"| " NEW " | 4 | 5 |\n", "4? 5? . . . . ."},
		{"| 甲 | " NEW " | 4 | 5 |\n", "4? 5? . . . . ."},
		/* too many: joined where only that adds up, else in doubt */
		{"| " NEW " | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 12 |\n", "12? 0? 0? 0? 0? 0? 12?"},
		{"| " NEW " | 7 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n", "1? 2? 3? 0? 0? 0? 6?"},
		{"| " NEW " | 7 | 1 | 2 | 3 | 0 | 0 | 0 | 5 |\n", "7? 1? 2? 3? 0? 0? 0?"},
		/* several in one cell */
		{"| " NEW " | 3 0 0 | 1 0 | 0 | 4 |\n", "3? 0? 0? 1? 0? 0? 4?"},
		{"| " NEW " | 1 2 | 0 | 0 | 0 | 0 | 0 | 12 |\n", "12? 0 0 0 0 0 12"},
		/* a second row in the same line */
		{"| " OVER " | 0 | 0 | 0 | 0 | 0 | 0 | 0 | " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n",
			"1 2 3 0 0 0 6"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, "new", rows[i].wanted);
		report_free(r);
	}
}

Test(table_rows, a_row_that_stands_twice)
{
	struct report *r = kit_build("| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
				     "| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
				     "| " OVER " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
				     "| " OVER " | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n");
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	kit_expect_row(r, "carried_over", "1? 0? 0? 0? 0? 0? 1?");
	report_free(r);
}

Test(table_rows, rows_without_a_label)
{
	struct report *r = kit_build("| " NEW " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
				     "| | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
				     "| （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
				     "| | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n");
	kit_expect_row(r, "carried_over", "3? 0? 0? 0? 0? 0? 3?");
	kit_expect_row(r, "outcome.partial", ". . . . . . .");
	report_free(r);
}
