#include "unit/text_kit.h"

Test(text_lines, rows)
{
	static const struct kit_row rows[] = {
		{"\t甲", "p(甲)"},
		{"\t甲\n\t乙", "p(甲) p(乙)"},
		{"\t\n\t\n\t\nx", "lines{~ | ~ | x}"},
		{"\t甲\n\t0\n\t0", "lines{甲 | 0 | 0}"},
		/* a blank line right before a tab ends the row */
		{"\t甲\n\t0\n\n\t乙\n\t1", "lines{甲 | 0 / 乙 | 1}"},
		{"\t甲\n\t0\n\n\n\n\t乙\n\t1", "lines{甲 | 0 / 乙 | 1}"},
		/* the text goes on, behind blank lines too */
		{"\t商业\n企业\n\t0\n\t1", "lines{商业^企业 | 0 | 1}"},
		{"\t\n\n甲\n\t\n\n\n\n0\n\t\n1", "lines{甲 | 0 | 1}"},
		{"\t\n本年新\n\n制作数量\n\t0\n\t1", "lines{本年新^^制作数量 | 0 | 1}"},
		/* empty cells */
		{"\t\n\t\n\t甲\n\n\t\n\t0", "lines{~ | ~ | 甲 / ~ | 0}"},
		{"\t甲\n\t0\n\t\n\n\t乙\n\t0\n\t", "lines{甲 | 0 | ~ / 乙 | 0 | ~}"},
		/* a label that begins as headings do, where the row has nothing yet */
		{"\t乙\n\t0\n\n\t\n\n\n三、本年\n度办理\n\t（一）公开\n\t0",
			"lines{乙 | 0 / 三、本年^度办理 | （一）公开 | 0}"},
		/* several cells on a line now and then */
		{"\t甲\n\t0\n\t1\t2\n\n\t乙\n\t3\n", "lines{甲 | 0 | 1 | 2 / 乙 | 3}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

#define TEN "本镇今年的工作都做好"

Test(text_lines, where_a_grid_ends)
{
	static const struct kit_row rows[] = {
		{"\t甲\n\t0\n\t1\n\n\n无", "lines{甲 | 0 | 1} p(无)"},
		{"\t甲\n\t0\n\t1\n\n无", "lines{甲 | 0 | 1} p(无)"}, /* behind a number */
		{"\t甲\n\t0\n\t乙\n\n丙", "lines{甲 | 0 | 乙^^丙}"},
		{"\t甲\n\t0\n\t1\n—5—\n\t乙\n\t0\n\t1",
			"lines{甲 | 0 | 1} m(—5—) lines{乙 | 0 | 1}"},
		{"\t甲\n\t0\n\t1\n\f\t乙\n\t0\n\t1", "lines{甲 | 0 | 1} m() lines{乙 | 0 | 1}"},
		{"\t甲\n\t0\n\t1\n三、收到情况\n\t乙\n\t0\n\t1",
			"lines{甲 | 0 | 1} p(三、收到情况) lines{乙 | 0 | 1}"},
		{"\t甲\n\t0\n\t乙\n\n## 三、收到情况\n\t丙\n\t0\n\t1",
			"lines{甲 | 0 | 乙} p(## 三、收到情况) lines{丙 | 0 | 1}"},
		{"\t甲\n\t0\n\t乙\n\n　　三、收到情况\n\t丙\n\t0\n\t1",
			"lines{甲 | 0 | 乙} p(三、收到情况) lines{丙 | 0 | 1}"},
		{"\t甲\n\t0\n\t乙\n\n### 收到情况\n\t丙\n\t0\n\t1",
			"lines{甲 | 0 | 乙} p(### 收到情况) lines{丙 | 0 | 1}"},
		{"\t甲\n\t0\n\t\n\n三、收到情况", "lines{甲 | 0 | ~} p(三、收到情况)"},
		/* a cell may begin below empty lines, but not with what follows the table */
		{"\t甲\n\t0\n\t\n\n\n5", "lines{甲 | 0 | 5}"},
		{"\t甲\n\t0\n\t\n\n\n乙\n\t1", "lines{甲 | 0 | 乙 | 1}"},
		{"\t甲\n\t0\n\t\n\n\n乙", "lines{甲 | 0 | ~} p(乙)"},
		/* a heading is no text of an empty cell, not even right below it */
		{"\t甲\n\t0\n\t\n三、收到情况\n\t乙\n\t0\n\t1",
			"lines{甲 | 0 | ~} p(三、收到情况) lines{乙 | 0 | 1}"},
		{"\t甲\n\t0\n\t\n" TEN TEN TEN TEN TEN TEN "，好。",
			"lines{甲 | 0 | ~} p(" TEN TEN TEN TEN TEN TEN "，好。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Paragraphs with a tab for indent are none. */
Test(text_lines, prose)
{
	static const struct kit_row rows[] = {
		{"\t一、总体情况\n\t我镇做了工作。\n\t做得好。\n\t很好。",
			"p(一、总体情况) p(我镇做了工作。) p(做得好。) p(很好。)"},
		{"\t" TEN TEN TEN TEN TEN TEN "，好。\n\t0\n\t1\n\t2",
			"p(" TEN TEN TEN TEN TEN TEN "，好。) lines{0 | 1 | 2}"},
		{"\t甲镇政府\n\t2021年1月\n", "p(甲镇政府) p(2021年1月)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

#define BARE "规章\n0\n0\n5\n文件\n8\n0\n9\n许可\n1\n2\n3\n"

/* Cells one a line without a tab: tabs alone part rows, or are what is left of merged cells. */
Test(text_lines, tabs_alone)
{
	static const struct kit_row rows[] = {
		{"\t\n\t\n\t", "lines{~ | ~ | ~}"},
		{"\t\n规章\n\n\t\n文件\n\n\t\n许可", "lines{规章 / 文件 / 许可}"},
		/* two tabs tell nothing */
		{"\t\n规章\n0\n0\n0\n\n\t\n文件\n8\n0\n9",
			"p(规章) p(0) p(0) p(0) p(文件) p(8) p(0) p(9)"},
		{"\t\n规章\n0\n\n0\n5\n\n\t\n\n文件\n8\n0\n\n9\n\n\t\n许可\n1\n2\n\n\n3",
			"bare{规章 / 0 / 0 / 5 / 文件 / 8 / 0 / 9 / 许可 / 1 / 2 / 3}"},
		/* an empty cell among the values */
		{"\t\n" BARE "\n\t\n处罚\n4\n\t\n6\n\n\t\n收费\n\n\t\n7",
			"bare{规章 / 0 / 0 / 5 / 文件 / 8 / 0 / 9 / 许可 / 1 / 2 / 3 / 处罚 / 4 / "
			"~ "
			"/ 6 / 收费 / 7}"},
		/* numbers that each have their tab */
		{"\t\n规章\n\t\n0\n\t\n5\n\n\t\n文件\n\t\n8\n\t\n9",
			"lines{规章 | 0 | 5 / 文件 | 8 | 9}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}
