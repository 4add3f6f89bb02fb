#include "unit/text_kit.h"

Test(text_pipes, rows)
{
	static const struct kit_row rows[] = {
		{"|", "p(|)"},
		{"||", "p(||)"},
		{"|||", "pipes{~ | ~}"},
		{"甲 | 乙", "p(甲 | 乙)"}, /* one row: a line of a page's menu as well */
		{"首页 | 公开 | 年报", "p(首页 | 公开 | 年报)"},
		{"| 甲 | 乙 |", "pipes{甲 | 乙}"},
		{"|甲|乙|\n|1|2|", "pipes{甲 | 乙 / 1 | 2}"},
		{"甲 | 乙\n1 | 2", "pipes{甲 | 乙 / 1 | 2}"},
		{"甲 | 乙 |\n1 | 2 |", "pipes{甲 | 乙 / 1 | 2}"},
		/* few lines end (begin) with one: behind (before) it is an empty cell */
		{"甲 | 乙\n1 | 2\n3 | 4\n丙 | 丁 | 戊\n5 | |", "pipes{甲 | 乙 / 1 | 2 / 3 | 4 / "
							       "丙 | 丁 | 戊 / 5 | ~ | ~}"},
		{"甲 | 乙\n1 | 2\n3 | 4\n丙 | 丁 | 戊\n| | 5", "pipes{甲 | 乙 / 1 | 2 / 3 | 4 / "
							       "丙 | 丁 | 戊 / ~ | ~ | 5}"},
		{"甲 |\n乙 | 丙 |\n丁 | 戊 | 己 |\n | 1 | 2 |",
			"pipes{甲 / 乙 | 丙 / 丁 | 戊 | 己 / ~ | 1 | 2}"},
		{" | 甲 | 乙 |\n | 1 | 2 |", "pipes{甲 | 乙 / 1 | 2}"},
		{"| 甲 | 乙\n| 1 | 2", "pipes{甲 | 乙 / 1 | 2}"},
		/* a line of bars alone among lines that end with one begins with an empty cell */
		{"甲 | 乙 |\n1 | 2 |\n3 | 4 |\n丙 | 丁 |\n | |",
			"pipes{甲 | 乙 / 1 | 2 / 3 | 4 / 丙 | 丁 / ~ | ~}"},
		/* lines without a bar at their end that do not go on on the next: bars part cells
		 */
		{"甲 | 乙\n丙 | 丁\n1 | | \n2 | |\n3 | |\n4 | |\n5 | |\n6 | |\n7 | |\n8 | |",
			"pipes{甲 | 乙 / 丙 | 丁 / 1 | ~ | ~ / 2 | ~ | ~ / 3 | ~ | ~ / 4 | ~ | ~ / "
			"5 | ~ | ~ / 6 | ~ | ~ / 7 | ~ | ~ / 8 | ~ | ~}"},
		/* empty cells at either end keep the columns where they are */
		{"| | 甲 | |\n| 1 | | |", "pipes{~ | 甲 | ~ / 1 | ~ | ~}"},
		{"||||\n|1|2|3|", "pipes{~ | ~ | ~ / 1 | 2 | 3}"},
		{"  | 甲 | 乙 |  \n\t| 1 | 2 |", "pipes{甲 | 乙 / 1 | 2}"},
		{"｜甲｜乙｜\n｜１｜２｜", "pipes{甲 | 乙 / １ | ２}"},
		{"│甲│乙│\n├──┼──┤\n│1│2│", "pipes{甲 | 乙 / 1 | 2}"},
		{"| a\\|b | c |\n| \\| | 2 |", "pipes{a\\|b | c / \\| | 2}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_pipes, rules)
{
	static const struct kit_row rows[] = {
		{"|---|---|", "p(|---|---|)"}, /* a rule alone rules nothing */
		{"---", "p(---)"},
		{"| 甲 | 乙 |\n|---|:--:|\n| 1 | 2 |", "pipes{甲 | 乙 / 1 | 2}"},
		{"| 甲 | 乙 |\n|-----|--|\n| 1 | 2 |", "pipes{甲 | 乙 / 1 | 2}"},
		{"甲 | 乙\n--- | ---\n1 | 2", "pipes{甲 | 乙 / 1 | 2}"},
		{"+----+---+\n| 甲 | 乙 |\n+====+===+\n| 1 | 2 |\n+----+---+",
			"pipes{甲 | 乙 / 1 | 2}"},
		/* marks for nothing are cells */
		{"| 甲 | 乙 |\n| - | - |", "pipes{甲 | 乙 / - | -}"},
		{"| 甲 | 乙 |\n| -- | — |", "pipes{甲 | 乙 / -- | —}"},
		{"| 甲 | 乙 |\n| --- | 0 |", "pipes{甲 | 乙 / --- | 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_pipes, where_a_grid_ends)
{
	static const struct kit_row rows[] = {
		{"|甲|1|\n\n|乙|2|", "pipes{甲 | 1} pipes{乙 | 2}"},
		{"一、总体\n|甲|1|\n二、主动", "p(一、总体) pipes{甲 | 1} p(二、主动)"},
		{"|甲|1|\n—5—\n|乙|2|", "pipes{甲 | 1} m(—5—) pipes{乙 | 2}"},
		{"|甲|1|\n\f|乙|2|", "pipes{甲 | 1} m() pipes{乙 | 2}"},
		{"|甲|1|\n注：无\n|乙|2|", "pipes{甲 | 1} p(注：无) pipes{乙 | 2}"},
		/* a row of one cell among others */
		{"|甲|1|2|\n|乙|\n|丙|3|4|", "pipes{甲 | 1 | 2 / 乙 / 丙 | 3 | 4}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_pipes, a_cell_a_line)
{
	static const struct kit_row rows[] = {
		{"规章 |", "p(规章 |)"},
		{"规章 |\n0 |", "pipes{规章 / 0}"},
		{"| 规章 |\n| 0 |\n| |\n| 2 |", "pipes{规章 / 0 / ~ / 2}"},
		{"| 规章\n| 0\n|\n| 2", "pipes{规章 / 0 / ~ / 2}"},
		/* blank lines mean nothing */
		{"规章 |\n\n0 |\n\n\n\n2 |\n", "pipes{规章 / 0 / 2}"},
		/* a cell is what stands since the last bar */
		{"信息内容 |\n本年制发\n件数 |\n0 |", "pipes{信息内容 / 本年制发^件数 / 0}"},
		{"规章 |\n\n本年\n\n件数 |\n0 |", "pipes{规章 / 本年^^件数 / 0}"},
		/* but no heading and no sentence */
		{"规章 |\n0 |\n三、收到情况\n自然人 |\n0 |",
			"pipes{规章 / 0} p(三、收到情况) pipes{自然人 / 0}"},
		{"规章 |\n0 |\n## 收到情况\n自然人 |\n0 |",
			"pipes{规章 / 0} p(## 收到情况) pipes{自然人 / 0}"},
		{"规章 |\n0 |\n没有。\n自然人 |\n0 |",
			"pipes{规章 / 0} p(没有。) pipes{自然人 / 0}"},
		{"三、本年度办理结果 |\n0 |", "pipes{三、本年度办理结果 / 0}"},
		/* the bar on a line of its own */
		{"规章\n|\n0\n|\n1\n|\n文件\n|\n2\n|", "p(规章) pipes{~ / 0 / 1 / 文件 / 2}"},
		/* which ends what looks like a heading, too */
		{"规章\n|\n0\n|\n三、收到情况\n|\n1\n|\n|",
			"p(规章) pipes{~ / 0 / 三、收到情况 / 1 / ~}"},
		/* rows that end in empty fields are not those that end with a bar */
		{"项 | | |\n内容 | 制发 | 现行 | 备注\n规章 | 0 | 1 |\n文件 | 0 | 1 |",
			"pipes{项 | ~ | ~ / 内容 | 制发 | 现行 | 备注 / 规章 | 0 | 1 / 文件 | 0 | "
			"1}"},
		/* a bar before each row, some behind it */
		{"|\n规章 |\n0 |||\n|\n文件 |\n1 ||",
			"pipes{~ / 规章 / 0 | ~ | ~ / ~ / 文件 / 1 | ~}"},
		/* rows among them */
		{"规章 |\n0 |\n许可 | 1 | 2 |\n0 |", "pipes{规章 / 0 / 许可 | 1 | 2 / 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Where lines end with a bar, one that does not goes on. */
Test(text_pipes, cells_over_lines)
{
	static const struct kit_row rows[] = {
		{"内容 | 本年新\n制作 | 本年新\n公开 |\n规章 | 0 | 1 |\n文件 | 2 | 3 |",
			"pipes{内容 | 本年新^制作 | 本年新^公开 / 规章 | 0 | 1 / 文件 | 2 | 3}"},
		{"| 新收 | 公开 | 0 |\n| 三、本年\n度办理 | 公开 | 0 |\n| 结转 | 无 | 0 |",
			"pipes{新收 | 公开 | 0 / 三、本年^度办理 | 公开 | 0 / 结转 | 无 | 0}"},
		{"新收 | 1 | 0 |\n本年\n度办理\n结果 | 公开 | 0 |\n结转 | 无 | 0 |",
			"pipes{新收 | 1 | 0 / 本年^度办理^结果 | 公开 | 0 / 结转 | 无 | 0}"},
		/* a number does not, nor what a bar follows */
		{"新收 | 1 | 0 |\n总计 | 1 | 0\n结转 | 2 | 0 |",
			"pipes{新收 | 1 | 0 / 总计 | 1 | 0 / 结转 | 2 | 0}"},
		{"| 新收 | 1 |\n| 总计 | 好\n| 结转 | 2 |",
			"pipes{新收 | 1 / 总计 | 好 / 结转 | 2}"},
		/* nothing does where lines end without */
		{"新收 | 一\n总计 | 二\n结转 | 三", "pipes{新收 | 一 / 总计 | 二 / 结转 | 三}"},
		{"新收 | 一\n总计\n结转 | 三", "pipes{新收 | 一 / 总计 / 结转 | 三}"},
		/* bars between cells a line each: the last cell of a row has none */
		{"规章 |\n0 |\n1\n文件 |\n2 |\n3\n", "pipes{规章 / 0 / 1 / 文件 / 2 / 3}"},
		{"规章 |\n\n0 |\n\n1\n\n文件 |\n\n2 |\n\n3\n",
			"pipes{规章 / 0 / 1 / 文件 / 2} p(3)"},
		{"内容 |\n制发\n规章 |\n1\n文件 |\n3\n",
			"pipes{内容 / 制发 / 规章 / 1 / 文件 / 3}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* What does not fit in the last column stays in its cell. */
Test(text_pipes, columns_are_bounded)
{
	struct buf bytes = {0};

	for (int i = 0; i < 600; i++)
		buf_adds(&bytes, "|7");
	struct doc *d = kit_doc(buf_str(&bytes));
	const struct grid *g = doc_block(d, 0)->grid;

	kit_check(d, "wide");
	cr_assert_not_null(g);
	cr_expect(g->cols == 512 && g->n == 512);
	cr_expect(str_starts(doc_str(d, g->cells[511].span), "7|7|7"));
	doc_free(d);
	buf_free(&bytes);
}

/* A page mark in words, or a page's buttons, amid a table's lines is none of its cells. */
Test(text_pipes, page_marks_amid_cells)
{
	static const struct kit_row rows[] = {
		{"甲 |\n0\n第3页\n|\n【字体：大 中 小】\n1 |\n2 |", "pipes{甲 / 0 / 1 / 2}"},
		{"甲\n【打印】【关闭】\n乙", "p(甲) m(【打印】【关闭】) p(乙)"},
		/* one word may be a title's, and what is apart is a line of its own */
		{"甲\n【年度报告】\n乙", "p(甲) p(【年度报告】) p(乙)"},
		{"甲\n\n【打印】【关闭】\n\n乙", "p(甲) m(【打印】【关闭】) p(乙)"},
		{"【打印】【关闭】", "m(【打印】【关闭】)"},
		{"【打印：】关闭", "p(【打印：】关闭)"},
		{"】：【", "p(】：【)"},
		/* numbers that blanks part are a row of a table */
		{"甲\n\n1 1 4 / 3 4 13\n\n乙", "p(甲) p(1 1 4 / 3 4 13) p(乙)"},
		{"甲\n\n3 / 13\n\n乙", "p(甲) m(3 / 13) p(乙)"},
		/* a number without the sign all cells around it have is a page's */
		{"甲 |\n1 |\n\n7\n\n2 |\n3 |", "pipes{甲 / 1} m(7) pipes{2 / 3}"},
		{"\t甲\n\t1\n\t2\n\n7\n\n\t3\n\t4\n\t5", "lines{甲 | 1 | 2} m(7) lines{3 | 4 | 5}"},
		/* but a value of a label with one, or of a value over lines */
		{"甲 |\n\n1\n\n乙 |\n\n2\n\n丙 |", "pipes{甲 / 1 / 乙 / 2 / 丙}"},
		{"甲 |\n1 |\n7\n2 |", "pipes{甲 / 1 / 7 / 2}"},
		/* two numbers may be a cell */
		{"甲 | 乙 |\n1 |\n3 / 7\n2 |", "pipes{甲 | 乙 / 1} m(3 / 7) p(2 |)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A cell a line, the bar on a line of its own: a label over lines may begin as a heading does, or
 * be broken behind its number. */
Test(text_pipes, labels_over_lines)
{
	static const struct kit_row rows[] = {
		{"|\n甲\n|\n0\n|\n二、\n上年结转\n数量\n|\n1\n|",
			"pipes{~ / 甲 / 0 / 二、^上年结转^数量 / 1}"},
		{"|\n甲\n|\n0\n|\n2\n.重复申请\n|\n1\n|\n3.\n出版物\n|\n2\n|",
			"pipes{~ / 甲 / 0 / 2^.重复申请 / 1 / 3.^出版物 / 2}"},
		/* a heading between tables ends in no bar */
		{"|\n甲\n|\n0\n|\n\n二、上年\n\n数量\n|\n1\n|",
			"pipes{~ / 甲 / 0} p(二、上年) p(数量) pipes{~ / 1}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}
