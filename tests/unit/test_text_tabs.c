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

/* Rows whose cells run over lines: their tabs are as many. */
Test(text_tabs, cells_over_lines)
{
	static const struct kit_row rows[] = {
		{"项目\t项\n目\t自然\n人\t总计\n一、新\n收\t一、新\n收\t1\t2\n乙\t乙\t3\t4",
			"records{项目 | 项^目 | 自然^人 | 总计 / 一、新^收 | 一、新^收 | 1 | 2 / "
			"乙 | 乙 | 3 "
			"| 4}"},
		/* a line that ends in a number is a row's last */
		{"第五项\n内容\t甲\t乙\t丙\n规章\t0\t1\t2\n第六项\n内容\t丁\n处罚\t3\n强制\t4",
			"p(第五项) tabs{内容 | 甲 | 乙 | 丙 / 规章 | 0 | 1 | 2 / 第六项 / 内容 | "
			"丁 / "
			"处罚 | 3 / 强制 | 4}"},
		/* too many tabs */
		{"甲\t甲\n乙\t1\t2\t3\n丙\t丙\n丁\t4\t5\t6",
			"tabs{甲 | 甲 / 乙 | 1 | 2 | 3 / 丙 | 丙 / 丁 | 4 | 5 | 6}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}
