/* A table that stands twice is sure only where both agree, however little is left of the other. */
#include "unit/table_kit.h"

TestSuite(table_copies, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define GRANTED "（一）予以公开"
#define LABELLED                                                                                   \
	THREE "| " NEW " | 3 | 0 | 0 | 2 | 0 | 0 | 5 |\n| " OVER                                   \
	      " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| " GRANTED " | 1 | 0 | 0 | 2 | 0 | 4 | 7 |\n"
#define LABELLED_ROWS                                                                              \
	"requests/new/person requests/carried_over/person requests/outcome.granted/person "        \
	"requests/outcome.granted/total"

/* One has lost its labels: rows that are not among its numbers, in their order, are nowhere
 * confirmed. Numbers that are another row's say nothing. */
Test(table_copies, one_without_labels)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "| | 3 | 0 | 0 | 2 | 0 | 0 | 5 |\n| | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
			     "| | 1 | 0 | 0 | 2 | 0 | 0 | 3 |\n\n" LABELLED,
			LABELLED_ROWS, "3 0 1? 7?"},
		{TITLE THREE "3 0 0 2 0 0 5\n\n0 0 0 0 0 0 0\n\n1 0 0 2 0 0 3\n\n" LABELLED,
			LABELLED_ROWS, "3 0 1? 7?"},
		{TITLE THREE "| | 8 | 0 | 0 | 0 | 0 | 0 | 8 |\n\n" LABELLED, LABELLED_ROWS,
			"3 0 1 7"},
	};
	KIT_EXPECT(rows);
}

#define HALVES                                                                                                               \
	"行政复议,,,,,行政诉讼,,,,,,,,,\n结果维持,结果纠正,其他结果,尚未审结,总计,"                \
	"未经复议直接起诉,,,,,复议后起诉,,,,\n,,,,,结果维持,结果纠正,其他结果,尚未审结,总计," \
	"结果维持,结果纠正,其他结果,尚未审结,总计\n"

/* Zeros are the rows of any table: where none of its other numbers is among them they are none. */
Test(table_copies, zeros_are_no_copy)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "| | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
			     "| | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\n" LABELLED
			     "| （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			LABELLED_ROWS, "3 0 1 7"},
	};
	KIT_EXPECT(rows);
}

/* One that is read as words and no table; a heading alone, with nothing in its section, is none. */
Test(table_copies, one_that_is_no_table)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR "行政复议，行政诉讼\n\n无,0,-,0,无,—,-,2,0,/,2,—\n\n" FOUR HALVES
			    "1,0,0,0,1,0,0,0,0,0,0,0,0,0,0\n",
			"disputes/review/upheld disputes/after_review/total", "1? 0?"},
		{TITLE FOUR "行政复议，行政诉讼\n\n" FOUR HALVES "1,0,0,0,1,0,0,0,0,0,0,0,0,0,0\n",
			"disputes/review/upheld disputes/after_review/total", "1 0"},
	};
	KIT_EXPECT(rows);
}

/* A copy's row that may be read otherwise confirms only what it shows as the row does. */
Test(table_copies, blanks_elsewhere)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW " |\n\n3 |\n\n0 |\n\n0 |\n\n2 |\n\n0 |\n\n0 |\n\n5 |\n\n" OVER
				 " |\n\n |\n\n0 |\n\n |\n\n0 |\n\n4 |\n\n5 |\n\n9 |\n\n" THREE NEW
				 " |\n\n3 |\n\n0 |\n\n0 |\n\n2 |\n\n0 |\n\n0 |\n\n5 |\n\n" OVER
				 " |\n\n0 |\n\n |\n\n |\n\n0 |\n\n4 |\n\n5 |\n\n9 |\n\n",
			"requests/new/person requests/carried_over/person "
			"requests/carried_over/company",
			"3 0? _?"},
	};
	KIT_EXPECT(rows);
}

/* A cell a line, the first of the headings is within other words: the total's, which comes before
 * all that were read, may stand behind it. */
Test(table_copies, the_first_heading_is_lost)
{
#define HEADS "法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
#define ZEROS "\n0\n0\n0\n0\n0\n0\n0\n"
	static const struct kit_cells rows[] = {
		{TITLE THREE "【字体】自然人\n" HEADS NEW
			     "\n4\n0\n0\n0\n0\n0\n0\n" OVER ZEROS GRANTED ZEROS,
			"requests/new/person requests/new/total", "4? 0?"},
		{TITLE THREE "自然人\n" HEADS NEW
			     "\n4\n0\n0\n0\n0\n0\n0\n" OVER ZEROS GRANTED ZEROS,
			"requests/new/person requests/new/total", "4 0"},
	};
	KIT_EXPECT(rows);
}
