#include "unit/text_kit.h"

Test(text_tabs, rows)
{
	static const struct kit_row rows[] = {
		{"甲\t1", "p(甲\t1)"}, /* one row of two is no table */
		{"甲\t1\t2\t3", "tabs{甲 | 1 | 2 | 3}"},
		{"甲\t1\n乙\t2", "tabs{甲 | 1 / 乙 | 2}"},
		/* the tab's number is the column's */
		{"甲\t\t1\t\n\t\t\t2\n\t乙\t\t3",
			"tabs{甲 | ~ | 1 | ~ / ~ | ~ | ~ | 2 / ~ | 乙 | ~ | 3}"},
		{"项\t\t\t\n内容\t制作\t公开\t总\n规章\t0\t0\t0",
			"tabs{项 | ~ | ~ | ~ / 内容 | 制作 | 公开 | 总 / 规章 | 0 | 0 | 0}"},
		{" 甲 \t 1 \n乙\t\xc2\xa0\t2", "tabs{甲 | 1 / 乙 | ~ | 2}"},
		/* blank lines between rows */
		{"甲\t1\n\n\n乙\t2", "tabs{甲 | 1 / 乙 | 2}"},
		/* a row of empty fields only */
		{"甲\t1\n\t\t\n乙\t2", "tabs{甲 | 1 / ~ | ~ | ~ / 乙 | 2}"},
		/* a row whose empty fields are stripped */
		{"甲\t1\n第五项\n乙\t2", "tabs{甲 | 1 / 第五项 / 乙 | 2}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_tabs, where_a_grid_ends)
{
	static const struct kit_row rows[] = {
		{"甲\t1\n乙\t2\n\n无\n\n丙\t3\n丁\t4",
			"tabs{甲 | 1 / 乙 | 2} p(无) tabs{丙 | 3 / 丁 | 4}"},
		{"甲\t1\n乙\t2\n三、收到情况\n丙\t3\n丁\t4",
			"tabs{甲 | 1 / 乙 | 2} p(三、收到情况) tabs{丙 | 3 / 丁 | 4}"},
		{"甲\t1\n乙\t2\n- 2 -\n丙\t3\n丁\t4",
			"tabs{甲 | 1 / 乙 | 2} m(- 2 -) tabs{丙 | 3 / 丁 | 4}"},
		{"甲\t1\n乙\t2\n没有。\n丙\t3\n丁\t4",
			"tabs{甲 | 1 / 乙 | 2} p(没有。) tabs{丙 | 3 / 丁 | 4}"},
		/* sentences with a tab in them are prose */
		{"甲：\t好。\n乙：\t好。\n丙：\t好。", "p(甲：\t好。) p(乙：\t好。) p(丙：\t好。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_tabs, columns_are_bounded)
{
	struct buf bytes = {0};

	for (int i = 0; i < 600; i++)
		buf_adds(&bytes, "7\t");
	struct doc *d = kit_doc(buf_str(&bytes));
	const struct grid *g = doc_block(d, 0)->grid;

	kit_check(d, "wide");
	cr_assert_not_null(g);
	cr_expect(g->cols == 512 && g->n == 512);
	cr_expect(str_starts(doc_str(d, g->cells[511].span), "7\t7\t7"));
	doc_free(d);
	buf_free(&bytes);
}
