/* A cell a line with blank lines between: the empty cells are counted where the step is the same
 * all through, and nowhere else. */
#include "unit/text_kit.h"

#define HEAD "规章\n\n文件\n\n许可\n\n处罚\n\n强制\n\n收费\n\n0\n\n1\n\n2\n\n3\n\n4\n\n5"
#define CELLS "规章 / 文件 / 许可 / 处罚 / 强制 / 收费 / 0 / 1 / 2 / 3 / 4 / 5"

Test(text_step, too_little)
{
	static const struct kit_row rows[] = {
		{"0\n\n\n\n0", "p(0) p(0)"},
		{"规章\n\n0\n\n\n\n0\n\n0\n\n0\n\n0\n\n0", "bare{规章 / 0 / 0 / 0 / 0 / 0 / 0}"},
		/* right below each other: blank lines are anything */
		{"规章\n0\n1\n2\n3\n\n\n\n文件\n4\n5\n6\n7\n\n\n\n许可\n8",
			"bare{规章 / 0 / 1 / 2 / 3 / 文件 / 4 / 5 / 6 / 7 / 许可 / 8}"},
		/* rows of several cells */
		{"甲 0 1\n\n乙 0 2\n\n\n\n丙 1 3\n\n丁 1 4\n\n戊 1 5\n\n己 1 6\n\n庚 7\n\n辛 "
		 "8\n\n壬 9\n\n"
		 "癸 1\n\n子 2\n\n丑 3",
			"bare{甲 | 0 | 1 / 乙 | 0 | 2 / 丙 | 1 | 3 / 丁 | 1 | 4 / 戊 | 1 | 5 / 己 "
			"| 1 | "
			"6 / 庚 | 7 / 辛 | 8 / 壬 | 9 / 癸 | 1 / 子 | 2 / 丑 | 3}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_step, empty_cells)
{
	static const struct kit_row rows[] = {
		{HEAD, "bare{" CELLS "}"},
		{HEAD "\n\n\n\n6", "bare{" CELLS " / ~ / 6}"},
		{HEAD "\n\n\n\n\n\n6", "bare{" CELLS " / ~ / ~ / 6}"},
		{HEAD "\n \n　\n \n6", "bare{" CELLS " / ~ / 6}"},
		{HEAD "\r\n\r\n\r\n\r\n6", "bare{" CELLS " / ~ / 6}"},
		/* one line too many or too few: not counted */
		{HEAD "\n\n\n6", "bare{" CELLS " / 6}"},
		/* a label over two lines, a number with its unit, one with a remark */
		{HEAD "\n\n本年\n新收\n\n\n\n6件", "bare{" CELLS " / 本年^新收 / ~ / 6件}"},
		{HEAD "\n\n12\n34\n\n5（其中修订1件）",
			"bare{" CELLS " / 12^34 / 5（其中修订1件）}"},
		/* a value right below words is another cell */
		{HEAD "\n\n本年\n6\n\n7", "bare{" CELLS " / 本年 / 6 / 7}"},
		/* what comes behind the last value may be anything */
		{HEAD "\n\n\n\n\n\n好。", "bare{" CELLS "} p(好。)"},
		/* two blank lines between */
		{"甲\n\n\n乙\n\n\n丙\n\n\n丁\n\n\n戊\n\n\n己\n\n\n0\n\n\n1\n\n\n2\n\n\n3\n\n\n\n\n"
		 "\n4\n\n\n5",
			"bare{甲 / 乙 / 丙 / 丁 / 戊 / 己 / 0 / 1 / 2 / 3 / ~ / 4 / 5}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Units behind all numbers are no reason to lose them; a few lines that look so are no table. */
Test(text_step, units)
{
	static const struct kit_row rows[] = {
		{"2021年\n\n3件\n\n5月\n\n6件\n\n7件\n\n8件",
			"p(2021年) p(3件) p(5月) p(6件) p(7件) p(8件)"},
		{"规章\n\n0\n\n1\n\n2件\n\n3件\n\n4件\n\n5\n\n6\n\n7项\n\n8\n\n9项",
			"bare{规章 / 0 / 1 / 2件 / 3件 / 4件 / 5 / 6 / 7项 / 8 / 9项}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A blank too many in a row of words with one blank between does not make columns. */
Test(text_step, a_blank_too_many)
{
	static const struct kit_row rows[] = {
		{"规章 0 0 0\n文件 1件  2 0 1\n许可 3\n处罚 0\n强制 0\n收费 0",
			"bare{规章 | 0 | 0 | 0 / 文件 | 1件 | 2 | 0 | 1 / 许可 | 3 / 处罚 | 0 / "
			"强制 "
			"| 0 / 收费 | 0}"},
		{"规章  0  0  0\n文件  1  2  0\n许可  3  0  0",
			"spaces{规章 | 0 | 0 | 0 / 文件 | 1 | 2 | 0 / 许可 | 3 | 0 | 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Ever more blank lines: no more cells than a document may have. */
Test(text_step, empty_cells_are_bounded)
{
	struct buf bytes = {0};

	buf_adds(&bytes, HEAD);
	for (int i = 0; i < 2000000; i++)
		buf_addc(&bytes, '\n');
	buf_adds(&bytes, "6\n\n7\n\n8");
	struct doc *d = kit_doc(buf_str(&bytes));
	size_t cells = 0;

	for (size_t i = 0; i < doc_block_count(d); i++)
		cells += doc_block(d, i)->grid ? doc_block(d, i)->grid->n : 0;
	cr_expect(cells < 100, "%zu", cells);
	doc_free(d);
	buf_free(&bytes);
}
