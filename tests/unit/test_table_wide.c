/* The table whose rows stand side by side, taken apart: each row a table of its own, or a line. */
#include "unit/table_kit.h"

TestSuite(table_wide, .init = kit_load, .fini = kit_unload);

#define FOUR                                                                                       \
	"某县水利局2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
#define HEADS "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n"
#define CELLS                                                                                      \
	"disputes/review/upheld disputes/review/pending disputes/review/total "                    \
	"disputes/direct/other disputes/direct/total disputes/after_review/upheld "                \
	"disputes/after_review/total"

Test(table_wide, each_row_under_its_own_headings)
{
	static const struct kit_cells rows[] = {
		{FOUR "### 行政复议\n" HEADS "| 3 | 1 | 0 | 2 | 6 |\n\n"
		      "### 行政诉讼（未经复议直接起诉）\n" HEADS "| 0 | 0 | 1 | 0 | 1 |\n\n"
		      "### 行政诉讼（复议后起诉）\n" HEADS "| 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		{FOUR "（一）行政复议\n\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n3\t1\t0\t2\t"
		      "6\n\n"
		      "（二）行政诉讼\n\n1."
		      "未经复议直接起诉\n\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
		      "0\t0\t1\t0\t1\n\n2."
		      "复议后起诉\n\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
		      "4\t0\t0\t0\t4\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* nothing but marks for nothing */
		{FOUR "### 行政复议\n" HEADS "| 3 | 1 | 0 | 2 | 6 |\n\n"
		      "### 行政诉讼（未经复议直接起诉）\n" HEADS "| 无 | 无 | 无 | 无 | 无 |\n\n"
		      "### 行政诉讼（复议后起诉）\n" HEADS "| - | - | - | - | - |\n",
			CELLS, "3 2 6 _ _ _ _"},
		/* headings in another order, or none; a row that is there twice */
		{FOUR "### 行政复议\n| 结果纠正 | 结果维持 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|\n| 3 | 1 | 0 | 2 | 6 |\n\n"
		      "### 复议后起诉\n" HEADS "| 4 | 0 | 0 | 0 | 4 |\n\n"
		      "### 复议后起诉\n" HEADS "| 5 | 0 | 0 | 0 | 5 |\n",
			CELLS, "1 2 6 . . 5? 5?"},
		/* one alone is no table */
		{FOUR "### 行政复议\n" HEADS "| 3 | 1 | 0 | 2 | 6 |\n", CELLS, ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

Test(table_wide, each_row_behind_its_label)
{
	static const struct kit_cells rows[] = {
		{FOUR "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 未经复议直接起诉 | 0 | 0 | 1 | 0 | 1 |\n| 复议后起诉 | 4 | 0 | 0 | 0 | 4 "
		      "|\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* the name of the two lower rows, which a cell of their own has */
		{FOUR "|  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|---|\n| 行政复议 |  | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 行政诉讼 | 未经复议直接起诉 | 0 | 0 | 1 | 0 | 1 |\n"
		      "|  | 复议后起诉 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		{FOUR "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 行政诉讼 | 未经复议直接起诉 | 0 | 0 | 1 | 0 | 1 |\n"
		      "| 复议后起诉 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* a row that lacks a cell is none */
		{FOUR "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 未经复议直接起诉 | 0 | 0 | 1 | 1 |\n| 复议后起诉 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 . . 4 4"},
	};
	KIT_EXPECT(rows);
}

/* Empty cells that fill the rows up; and a cell a line, as many behind each label as columns. */
Test(table_wide, rows_behind_labels_in_other_layouts)
{
#define DOWN_BARS "| \n 结果维持  | \n 结果纠正  | \n 其他结果  | \n 尚未审结  | \n 总计  | \n"
#define COLUMNS_DOWN "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
#define DIRECT "行政诉讼（未经复议直接起诉）"
#define LATER "行政诉讼（复议后起诉）"
	static const struct kit_cells rows[] = {
		/* each label over all its columns, so with empty cells behind it */
		{FOUR "| \n 行政复议  | ||||\n" DOWN_BARS
		      "| \n 3  | \n 1  | \n 0  | \n 2  | \n 6  | \n\n"
		      "| \n 行政诉讼（未经复议直接起诉）  | ||||\n" DOWN_BARS
		      "| \n 0  | \n 0  | \n 1  | \n 0  | \n 1  | \n\n"
		      "| \n 行政诉讼（复议后起诉）  | ||||\n" DOWN_BARS
		      "| \n 4  | \n 0  | \n 0  | \n 0  | \n 4  | \n",
			CELLS, "3? 2? 6? 1? 1? 4? 4?"},
		{FOUR "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |\n"
		      "|---|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 | |\n"
		      "| " DIRECT " | 0 | 0 | 1 | 0 | 1 | |\n| " LATER " | 4 | 0 | 0 | 0 | 4 | |\n",
			CELLS, "3 2 6 1 1 4 4"},
		{FOUR "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |\n"
		      "|---|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 | |\n"
		      "| " DIRECT " | 0 | 0 | 1 | 0 | 1 | |\n| " LATER " | | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 . ."},
		{FOUR COLUMNS_DOWN "行政复议\n3\n1\n0\n2\n6\n" DIRECT "\n0\n0\n1\n0\n1\n" LATER
				   "\n4\n0\n0\n0\n4\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* a number too many, which is a page's; and one in place of an empty cell */
		{FOUR COLUMNS_DOWN "行政复议\n3\n1\n0\n2\n6\n" DIRECT "\n0\n0\n1\n0\n1\n7\n" LATER
				   "\n4\n0\n0\n4\n7\n",
			CELLS, "3 2 6 . . 4? 7?"},
		/* the labels' own columns stand between them and the numbers */
		{FOUR "行政复议\n" COLUMNS_DOWN "复议后起诉\n" COLUMNS_DOWN "3\n1\n0\n2\n6\n",
			CELLS, ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* Two of the rows in one table, their labels and headings side by side. */
Test(table_wide, rows_side_by_side_apart_from_another)
{
#define SIDE_LABELS "| 未经复议直接起诉 | 复议后起诉 |  |  |  |  |  |  |  |  |\n"
#define SIDE_HEADS                                                                                                             \
	"| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | " \
	"尚未审结 | 总计 |\n"
#define SIDE_TOP                                                                                   \
	"| 行政诉讼 |  |  |  |  |  |  |  |  |  |\n|---|---|---|---|---|---|---|---|---|---|\n"
#define REVIEW "| 行政复议 |  |  |  |  |\n|---|---|---|---|---|\n"
#define REVIEW_HEADS "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
	static const struct kit_cells rows[] = {
		{FOUR REVIEW REVIEW_HEADS
			"| 3 | 1 | 0 | 2 | 6 |\n\n" SIDE_TOP SIDE_LABELS SIDE_HEADS
			"| 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* nothing in them */
		{FOUR REVIEW REVIEW_HEADS
			"| 3 | 1 | 0 | 2 | 6 |\n\n" SIDE_TOP SIDE_LABELS SIDE_HEADS
			"|  |  |  |  |  |  |  |  |  |  |\n",
			CELLS, "3 2 6 _ _ _ _"},
		/* a cell lacks, or the other row is nowhere: whose they are nothing tells */
		{FOUR REVIEW REVIEW_HEADS
			"| 3 | 1 | 0 | 2 | 6 |\n\n" SIDE_TOP SIDE_LABELS SIDE_HEADS
			"| 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 4 |\n",
			CELLS, ". . . . . . ."},
		{FOUR SIDE_TOP SIDE_LABELS SIDE_HEADS "| 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* A label with as many empty cells as there are columns. */
Test(table_wide, rows_with_nothing_in_them)
{
	static const struct kit_cells rows[] = {
		{FOUR "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 未经复议直接起诉 |  |  |  |  |  |\n| 复议后起诉 |  |  |  |  |  |\n",
			CELLS, "3 2 6 _ _ _ _"},
		{FOUR "行政复议\n" HEADS "|  |  |  |  |  |\n\n"
		      "未经复议直接起诉\n" HEADS "|  |  |  |  |  |\n\n"
		      "复议后起诉\n" HEADS "|  |  |  |  |  |\n",
			CELLS, "_ _ _ _ _ _ _"},
		/* one cell less than columns */
		{FOUR "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 未经复议直接起诉 |  |  |  |  |\n| 复议后起诉 |  |  |  |  |  |\n",
			CELLS, "3 2 6 . . _ _"},
	};
	KIT_EXPECT(rows);
}

Test(table_wide, numbers_that_may_not_be_its_cells)
{
	static const struct kit_cells rows[] = {
		/* columns numbered by a program */
		{FOUR HEADS "| 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 |\n"
			    "| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* lines of one number and of two, in another order than the table's */
		{FOUR "结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n5\n\n21 0\n\n"
		      "0\n\n16\n\n0\n\n0\n\n1 0\n\n1\n\n4\n\n0\n\n0\n\n0\n\n4\n",
			CELLS, "5? 0? 16? 1? 1? 4? 4?"},
		/* the totals below all others, where no heading is whole; but one may be the
		 * source's own fault */
		{FOUR "结果\n维持\n尚未审结\n\n3\n\n1\n\n0\n\n2\n\n0\n\n0\n\n1\n\n0\n\n4\n\n"
		      "0\n\n0\n\n0\n\n6\n\n1\n\n4\n",
			CELLS, "3? 2? 0? 0? 0? 0? 4?"},
		{FOUR COLUMNS_DOWN COLUMNS_DOWN COLUMNS_DOWN "3\n1\n0\n2\n6\n0\n0\n1\n0\n1\n4\n"
							     "0\n0\n0\n5\n",
			CELLS, "3 2 6 1 1 4 5"},
	};
	KIT_EXPECT(rows);
}

/* Headings broken into characters, a line each: the last one's stand before the values of all. */
Test(table_wide, headings_a_character_a_line)
{
#define STACK "结\n果\n维\n持\n结\n果\n纠\n正\n其\n他\n结\n果\n尚\n未\n审\n结\n总\n计\n"
#define THREE                                                                                                                   \
	"某县水利局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" \
	"| （六）其他处理 3.其他 | 5 | 0 | 0 | 0 | 0 | 0 | 5 "                                                         \
	"|\n|---|---|---|---|---|---|---|---|\n"                                                                                \
	"| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
#define STACKS "行政复议 行政诉讼\n" STACK "未经复议直接起诉 复议后起诉\n" STACK STACK
	static const struct kit_cells rows[] = {
		{THREE STACKS "3 1 0 2 6 0 0 1 0 1 4 0 0 0 4\n", CELLS, "3 2 6 1 1 4 4"},
		{THREE STACKS "3 1 0 2 6 0 0 1 0 1 4 0 0 4\n", CELLS, ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* Columns that broken headings did not part; by more than one blank they are several. */
Test(table_wide, several_numbers_in_a_cell)
{
#define FIRST "| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 "
	static const struct kit_cells rows[] = {
		{FOUR "| 行政复议 | 未经复议直接起诉 | 复议后起诉 |\n" FIRST
		      "| 4   0   0   0   4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		{FOUR "| 行政复议 | 未经复议直接起诉 | 复议后起诉 |\n" FIRST "| 4 0 0 0 4 |\n",
			CELLS, ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* The total printed first, as the headings say; the sums tell where these can't be read. */
Test(table_wide, totals_before_their_parts)
{
#define OWN "总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | "
#define UNTOLD "| 行政复议 | 未经复议直接起诉 | 复议后起诉 |\n|---|---|---|\n"
	static const struct kit_cells rows[] = {
		{FOUR "| " OWN OWN OWN
		      "\n| 6 | 3 | 1 | 0 | 2 | 1 | 0 | 0 | 1 | 0 | 4 | 4 | 0 | 0 | "
		      "0 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		{FOUR "总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n"
		      "结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n"
		      "尚未审结\n6\n3\n1\n0\n2\n1\n0\n0\n1\n0\n4\n4\n0\n0\n0\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* each row for itself */
		{FOUR "| 类别 | " OWN "\n|---|---|---|---|---|---|\n| 行政复议 | 6 | 3 | 1 | 0 | 2 "
		      "|\n| 复议后起诉 | 4 | 4 | 0 | 0 | 0 |\n",
			CELLS, "3 2 6 . . 4 4"},
		/* the source's own misprint is not the headings' fault */
		{FOUR "| " OWN OWN OWN
		      "\n| 6 | 3 | 1 | 0 | 2 | 7 | 0 | 0 | 1 | 0 | 4 | 4 | 0 | 0 | "
		      "0 |\n",
			CELLS, "3 2 6 1 7 4 4"},
		/* the headings against all sums */
		{FOUR "| " OWN OWN OWN
		      "\n| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | "
		      "4 |\n",
			CELLS, "3? 2? 6? 1? 1? 4? 4?"},
		/* no headings: sums, which are never sure */
		{FOUR UNTOLD "| 6 | 3 | 1 | 0 | 2 | 1 | 0 | 0 | 1 | 0 | 4 | 4 | 0 | 0 | 0 |\n",
			CELLS, "3? 2? 6? 1? 1? 4? 4?"},
		{FOUR UNTOLD "| 6 | 3 | 1 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			CELLS, "3? 2? 6? 0? 0? 0? 0?"},
		{FOUR UNTOLD "| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1 1 4 4"},
		/* other columns changed places */
		{FOUR "| 类别 | 结果纠正 | 结果维持 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|\n| 行政复议 | 3 | 1 | 0 | 2 | 6 |\n"
		      "| 复议后起诉 | 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "1 2 6 . . 0 4"},
	};
	KIT_EXPECT(rows);
}

/* A cell that can't be read is one: the others of its row are what they are. */
Test(table_wide, cells_that_are_unreadable)
{
#define ROW(x) "3\t1\t0\t2\t6\t0\t" x "\t1\t0\t1\t4\t0\t0\t0\t4\n"
	static const struct kit_cells rows[] = {
		{FOUR UNTOLD "\n" ROW("#REF!"), CELLS " disputes/direct/corrected",
			"3 2 6 1 1 4 4 !"},
		/* a heading, or words in most cells, are no such */
		{FOUR UNTOLD "\n" ROW("结果纠正"), CELLS, ". . . . . . ."},
		{FOUR UNTOLD "\n见\t附\t件\t2\t6\t0\t0\t1\t0\t1\t4\t0\t0\t0\t4\n", CELLS,
			". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

#define FIVE(a) "| 结果维持 | 结果纠正 | 其他结果 | " a " | 总计 "
#define IN_LINE(numbers)                                                                           \
	FIVE("尚末审结")                                                                           \
	FIVE("尚未审结")                                                                           \
	FIVE("尚未审结")                                                                           \
	"|\n|---|---|---|---|---|---|---|---|---|"                                                 \
	"---|---|---|---|---|---|\n" numbers

/* A wrong character in a heading: the others, and the order of all of them, say which it is, unless
 * a sum says otherwise. */
Test(table_wide, a_misprint_in_a_heading)
{
	static const struct kit_cells rows[] = {
		{FOUR IN_LINE("| 3 | 1 | 0 | 2 | 7 | 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n"),
			CELLS, "3? 2? 7? 1? 1? 4? 4?"},
		{FOUR IN_LINE("| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n"),
			CELLS, "3 2 6 1 1 4 4"},
		/* not in the form's order */
		{FOUR "| 结果维持 | 结果纠正 | 尚末审结 | 其他结果 | 总计 " FIVE("尚未审结")
				FIVE("尚未审结") "|\n|---|---|---|---|---|---|---|---|---|---|---|-"
						 "--|---|---|---|\n"
						 "| 3 | 1 | 0 | 2 | 6 | 0 | 0 | 1 | 0 | 1 | 4 | 0 "
						 "| 0 | 0 | 4 |\n",
			CELLS, "3? 2? 6? 1? 1? 4? 4?"},
		/* each row under its own */
		{FOUR "### 行政复议\n" FIVE(
			 "尚末审结") "|\n|---|---|---|---|---|\n| 3 | 1 | 0 | 2 | 6 |\n\n"
				     "### 行政诉讼（未经复议直接起诉）\n" FIVE(
					     "尚末审结") "|\n|---|---|---|---|---|\n| 0 | 0 | 1 | "
							 "0 | 2 |\n\n"
							 "### 行政诉讼（复议后起诉）\n" HEADS
							 "| 4 | 0 | 0 | 0 | 4 |\n",
			CELLS, "3 2 6 1? 2? 4 4"},
	};
	KIT_EXPECT(rows);
}

/* Bars of their own, on a page whose first line is a number: it is a cell as all others are. */
Test(table_wide, numbers_on_a_page_of_their_own)
{
#define BAR "\n|\n"
#define FIVE_DOWN "结果维持" BAR "结果纠正" BAR "其他结果" BAR "尚未审结" BAR "总计" BAR
#define DOWN                                                                                       \
	FOUR "行政复议" BAR "行政诉讼" BAR FIVE_DOWN "未经复议直接起诉" BAR                        \
	     "复议后起诉" BAR FIVE_DOWN FIVE_DOWN
#define NUMBERS                                                                                    \
	"3" BAR "1" BAR "0" BAR "2" BAR "6" BAR "0" BAR "0" BAR "1" BAR "0" BAR "1" BAR "4" BAR    \
	"0" BAR "0" BAR "0" BAR "4" BAR
	static const struct kit_cells rows[] = {
		{DOWN "\f\n" NUMBERS, CELLS, "3 2 6 1 1 4 4"},
		{DOWN "\n-5-\n\n" NUMBERS, CELLS, "3 2 6 1 1 4 4"},
		/* the page's own number, which has no bar */
		{DOWN "\f\n5\n" NUMBERS, CELLS, ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* Lines end with bars, and rows that are shorter than the table are filled up with more of them. */
Test(table_wide, bars_that_fill_up_the_row_above)
{
#define FIVE_ENDED "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n"
#define ENDED                                                                                      \
	FOUR "行政复议 |\n行政诉讼 |\n|||||||||||||\n" FIVE_ENDED                                  \
	     "未经复议直接起诉 |\n复议后起诉 |\n||||||||\n" FIVE_ENDED FIVE_ENDED "|||||\n"
	static const struct kit_cells rows[] = {
		{ENDED "3 |\n|\n|\n2 |\n5 |\n|\n|\n1 |\n|\n1 |\n4 |\n|\n|\n|\n4 |\n", CELLS,
			"3 2 5 1 1 4 4"},
		{ENDED "|\n|\n|\n|\n|\n|\n|\n6 |\n|\n6 |\n|\n|\n|\n|\n|\n", CELLS, "_ _ _ 6 6 _ _"},
		/* one is lost */
		{ENDED "|\n|\n|\n|\n|\n|\n6 |\n|\n6 |\n|\n|\n|\n|\n|\n", CELLS,
			"_? _? _? _? _? 6? _?"},
	};
	KIT_EXPECT(rows);
}

/* Bars end the cells of all other rows and begin none: one that begins the row has an empty cell
 * before it. */
Test(table_wide, a_row_that_begins_with_an_empty_cell)
{
#define ENDED_ROWS                                                                                                               \
	FOUR "行政复议 | 行政诉讼 |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "              \
	     "未经复议直接起诉 | 复议后起诉 |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 " \
	     "| "                                                                                                                \
	     "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
	static const struct kit_cells rows[] = {
		{ENDED_ROWS "| | 3 | 2 | 5 | | | 1 | | 1 | 4 | | | | 4 |\n", CELLS,
			"_ 2 5 1 1 4 4"},
		{ENDED_ROWS "| 3 | | 2 | 5 | | | 1 | | 1 | | | | | |\n", CELLS, "_ 2 5 1 1 _ _"},
		{ENDED_ROWS "3 | | | 2 | 5 | | | 1 | | 1 | | | | | |\n", CELLS, "3 2 5 1 1 _ _"},
	};
	KIT_EXPECT(rows);
}

/* A line end within a cell cuts a heading's row in two: the columns of the second half are no
 * columns. */
Test(table_wide, a_label_that_a_line_end_breaks)
{
#define RESULT_NAMES "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
#define RESULT_BARS "结果维持| 结果纠正| 其他结果| 尚未审结| 总计"
#define HALVES(first, second)                                                                      \
	FOUR "行政复议| 行政诉讼  \n---|---  \n" RESULT_BARS "| " first "  \n" second              \
	     "| 复议后起诉  \n" RESULT_BARS "| " RESULT_BARS "| " RESULT_BARS "  \n"               \
	     "3| 0| 0| 2| 5| 0| 0| 1| 0| 1| 4| 0| 0| 0| 4  \n"
#define QUOTED "\"未经复议直接起\n诉\""
	static const struct kit_cells rows[] = {
		{HALVES("未经复议直接起", "诉"), CELLS, "3 2 5 1 1 4 4"},
		{HALVES("未经复议直接", "起诉"), CELLS, "3 2 5 1 1 4 4"},
		/* not what is broken off: which of both is the first? */
		{HALVES("未经复议直接起", "某"), CELLS, "3? 2? 5? 1? 1? 4? 4?"},
		/* in a quoted field below rows without any */
		{FOUR "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n" RESULT_NAMES "\t" QUOTED
		      "\t" QUOTED "\t" QUOTED "\t" QUOTED "\t" QUOTED
		      "\t复议后起诉\t复议后起诉\t复议后起诉\t复议后起诉\t复议后起诉\n" RESULT_NAMES
		      "\t" RESULT_NAMES "\t" RESULT_NAMES
		      "\n3\t0\t0\t2\t5\t0\t0\t1\t0\t1\t4\t0\t0\t0\t4\n",
			CELLS, "3 2 5 1 1 4 4"},
	};
	KIT_EXPECT(rows);
}

/* Columns and rows numbered, as programs print a table without headings of its own. */
Test(table_wide, numbers_of_rows_and_columns)
{
#define FIVE_OF(name) name " | " name " | " name " | " name " | " name " | "
#define RESULTS "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "
#define NUMBERED(heads, last)                                                                      \
	FOUR "| " heads " | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 |\n"    \
	     "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"                 \
	     "| 0 | " FIVE_OF("行政复议") FIVE_OF("行政诉讼")                                      \
		     FIVE_OF("行政诉讼") "\n"                                                      \
					 "| 1 | " RESULTS FIVE_OF("未经复议直接起诉") FIVE_OF(     \
						 "复议后起诉") "\n"                                \
							       "| 2 | " RESULTS RESULTS RESULTS    \
							       "\n"                                \
							       "| " last                           \
							       " | 3 | 0 | 0 | 2 | 5 | 0 | 0 | 1 " \
							       "| 0 | 1 | 4 | 0 | 0 | 0 | 4 |\n"
	static const struct kit_cells rows[] = {
		{NUMBERED("", "3"), CELLS, "3 2 5 1 1 4 4"},
		{NUMBERED("", ""), CELLS, "3? 2? 5? 1? 1? 4? 4?"},
	};
	KIT_EXPECT(rows);
}

/* A page ended amid headings that stand a character a line: the last one's is above the number. */
Test(table_wide, a_heading_s_end_above_its_number)
{
#define BELOW(first, second)                                                                       \
	FOUR "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n" RESULT_NAMES                         \
	     "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t" RESULT_NAMES             \
	     "\t" RESULT_NAMES "\n\"" first "\n3\"\t\"" second                                     \
	     "\n0\"\t\"果\n0\"\t\"结\n2\"\t5\t0\t0\t1\t"                                         \
	     "0\t1\t4\t0\t0\t0\t4\n"
	static const struct kit_cells rows[] = {
		{BELOW("持", "正"), CELLS, "3 2 5 1 1 4 4"},
		/* more than a character may be another's */
		{BELOW("维持率", "正"), CELLS, "! 2 5 1 1 4 4"},
	};
	KIT_EXPECT(rows);
}

/* A page that ends amid a row's label: the values stand above what is left of it. */
Test(table_wide, a_label_that_goes_on_overleaf)
{
	static const struct kit_cells rows[] = {
		{FOUR "| 类别 | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
		      "|---|---|---|---|---|---|---|\n| 行政复议 | | 1 | 0 | 0 | 0 | 1 |\n"
		      "| 行政诉讼 | 未经复议 | 9 | 5 | 0 | 3 | 17 |\n\n- 3 -\n\n"
		      "| | 直接起诉 | | | | | |\n| | 复议后起诉 | 2 | 0 | 0 | 0 | 2 |\n",
			"disputes/review/total disputes/direct/upheld disputes/direct/total "
			"disputes/after_review/total",
			"1 _? _? 2"},
	};
	KIT_EXPECT(rows);
}
