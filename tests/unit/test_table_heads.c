/* Columns, and rows side by side, that are printed in another order than the form's: what the
 * headings say counts. */
#include "unit/table_kit.h"

TestSuite(table_heads, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define DOCUMENTS                                                                                  \
	"disclosure/normative/issued disclosure/normative/repealed disclosure/normative/in_force"
#define FIFTH "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t7\n"
#define FIFTH_DOWN "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n7\n"

/* A table without totals: its last column is one as any other. */
Test(table_heads, columns_of_a_table_without_totals)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO
			"第二十条第（一）项\n信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n"
			"规章\t0\t0\t0\n行政规范性文件\t97\t8\t1\n" FIFTH,
			DOCUMENTS " disclosure/licence/decisions", "8 1 97 7"},
		{TITLE TWO
			"第二十条第（一）项\n信息内容\t本年制发件数\t现行有效件数\t本年废止件数\n"
			"规章\t0\t0\t0\n行政规范性文件\t8\t97\t1\n" FIFTH,
			DOCUMENTS, "8 1 97"},
		/* a cell a line */
		{TITLE TWO
			"第二十条第（一）项\n信息内容\n现行有效件数\n本年制发件数\n本年废止件数\n"
			"规章\n3\n2\n1\n行政规范性文件\n97\n8\n1\n" FIFTH_DOWN,
			DOCUMENTS " disclosure/regulation/in_force", "8 1 97 3"},
		/* the first of them may be another table's last */
		{TITLE TWO
			"现行有效件数\n第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n"
			"规章\n3\n2\n1\n行政规范性文件\n97\n8\n1\n" FIFTH_DOWN,
			DOCUMENTS " disclosure/regulation/in_force", "8? 1? 97? 3?"},
		/* in the form's order */
		{TITLE TWO
			"第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
			"规章\t0\t0\t0\n行政规范性文件\t8\t1\t97\n" FIFTH,
			DOCUMENTS, "8 1 97"},
	};
	KIT_EXPECT(rows);
}

#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define NEWS                                                                                       \
	"requests/new/person requests/new/company requests/new/research requests/new/legal "       \
	"requests/new/other requests/new/total"
#define DOWN_TOP "申请人情况\n自然人\n法人或其他组织\n总计\n"
#define DOWN_ROWS NEW "\n9\n1\n2\n3\n4\n5\n24\n" OVER "\n1\n0\n0\n0\n0\n1\n2\n"

/* A cell a line: the headings below one are the columns, in the order they are read. */
Test(table_heads, columns_below_a_heading)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE DOWN_TOP
			"科研机构\n商业企业\n社会公益组织\n其他\n法律服务机构\n" DOWN_ROWS,
			NEWS, "9 2 1 5 4 24"},
		{TITLE THREE DOWN_TOP
			"商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n" DOWN_ROWS,
			NEWS, "9 1 2 4 5 24"},
		/* one that nobody can read: which it is, and where, is not told */
		{TITLE THREE DOWN_TOP
			"科研机构\n商业企业\n社会公益组织\n某某\n法律服务机构\n" DOWN_ROWS,
			NEWS, "9? 1? 2? 4? 5? 24?"},
		/* the one above them is first: the single column is behind them, or it stands
		   higher */
		{TITLE THREE "申请人情况\n法人或其他组织\n自然人\n总计\n商业企业\n科研机构\n"
			     "社会公益组织\n法律服务机构\n其他\n" DOWN_ROWS,
			NEWS, "5? 9? 1? 3? 4? 24?"},
		/* lines of a page, on which the single column's heading stands as high as those
		   below */
		{TITLE THREE
			"申请人情况\n法人或其他组织\n自然人\n商业企业\n科研机构\n社会公益组织\n"
			"法律服务机构\n其他\n总计\n" DOWN_ROWS,
			NEWS, "9 1 2 4 5 24"},
		/* and above the rows behind a page's end others */
		{TITLE THREE DOWN_TOP "科研机构\n商业企业\n社会公益组织\n其他\n法律服务机构\n" NEW
				      "\n9\n1\n2\n3\n4\n5\n24\n" DOWN_TOP
				      "商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n" OVER
				      "\n1\n0\n0\n0\n0\n1\n2\n",
			NEWS " requests/carried_over/legal requests/carried_over/other",
			"9 2 1 5 4 24 0 1"},
	};
	KIT_EXPECT(rows);
}

#define PAGE(body)                                                                                 \
	"<title>某市财政局2022年政府信息公开工作年度报告</"                      \
	"title><p>三、收到和处理政府信息公开申请情况</p>"                         \
	"<table>" body "</table>"
#define HEAD(name) "<td>" name "</td>"
#define TALL(name) "<td rowspan=2>" name "</td>"
#define WIDE "<td colspan=5>法人或其他组织</td>"
#define FIVE                                                                                       \
	HEAD("商业企业")                                                                           \
	HEAD("科研机构") HEAD("社会公益组织") HEAD("法律服务机构") HEAD("其他") "</tr>"
#define ROW(label, a, b, c, d, e, f, g)                                                            \
	"<tr>" HEAD(label) HEAD(a) HEAD(b) HEAD(c) HEAD(d) HEAD(e) HEAD(f) HEAD(g) "</tr>"

/* In two rows of headings: the one over several behind that of a single one, the total amid. */
Test(table_heads, a_heading_over_several_that_moved)
{
	static const struct kit_cells rows[] = {
		{PAGE("<tr>" TALL("项目") WIDE TALL("自然人") TALL("总计") "</tr><tr>" FIVE ROW(
			 NEW, "1", "2", "3", "4", "5", "9", "24")),
			NEWS, "9 1 2 4 5 24"},
		{PAGE("<tr>" TALL("项目") TALL("自然人") TALL("总计") WIDE
			 "</tr><tr>" FIVE ROW(NEW, "9", "24", "1", "2", "3", "4", "5")),
			NEWS, "9 1 2 4 5 24"},
		{PAGE("<tr>" TALL("项目") TALL("自然人") WIDE TALL("总计") "</tr><tr>" FIVE ROW(
			 NEW, "9", "1", "2", "3", "4", "5", "24")),
			NEWS, "9 1 2 4 5 24"},
	};
	KIT_EXPECT(rows);
}

#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define FIVE_RESULTS "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
#define RESULTS FIVE_RESULTS "\t" FIVE_RESULTS "\t" FIVE_RESULTS "\n"
#define RESULTS_DOWN "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
#define LINE "1\t2\t3\t4\t10\t5\t0\t0\t1\t6\t7\t0\t0\t0\t7\n"
#define PENDING "disputes/review/pending disputes/direct/pending disputes/after_review/pending"
#define UPHELD                                                                                     \
	"disputes/review/upheld disputes/review/corrected disputes/direct/upheld "                 \
	"disputes/after_review/upheld"

/* The rows of a table that stand side by side. */
Test(table_heads, rows_beside_each_other)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR "行政复议\t行政诉讼\n复议后起诉\t未经复议直接起诉\n" RESULTS LINE,
			UPHELD " " PENDING, "1 2 7 5 4 0 1"},
		{TITLE FOUR "行政诉讼\t行政复议\n未经复议直接起诉\t复议后起诉\n" RESULTS LINE,
			UPHELD " " PENDING, "7 0 1 5 0 4 1"},
		{TITLE FOUR "行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n" RESULTS LINE,
			UPHELD " " PENDING, "1 2 5 7 4 1 0"},
		/* a label over several columns and rows, printed in each */
		{TITLE FOUR "行政复议\t行政复议\t行政诉讼\t行政诉讼\n行政复议\t行政复议\t"
			    "未经复议直接起诉\t复议后起诉\n" RESULTS LINE,
			UPHELD " " PENDING, "1 2 5 7 4 1 0"},
		/* one in a line above the other, and none above its columns: which is the first? */
		{TITLE FOUR "行政诉讼\n行政复议\n未经复议直接起诉\n复议后起诉\n" RESULTS_DOWN
				RESULTS_DOWN RESULTS_DOWN
			    "1\n2\n3\n4\n10\n5\n0\n0\n1\n6\n7\n0\n0\n0\n7\n",
			UPHELD, "1? 2? 5? 7?"},
		{TITLE FOUR "行政复议\n行政诉讼\n复议后起诉\n未经复议直接起诉\n" RESULTS_DOWN
				RESULTS_DOWN RESULTS_DOWN
			    "1\n2\n3\n4\n10\n5\n0\n0\n1\n6\n7\n0\n0\n0\n7\n",
			UPHELD, "1 2 7 5"},
	};
	KIT_EXPECT(rows);
}

#define SWAPPED "结果纠正\t结果维持\t其他结果\t尚未审结\t总计"
#define LATE "结果维持\t结果纠正\t尚未审结\t其他结果\t总计"
#define SIDES "行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n"

/* And their columns. */
Test(table_heads, columns_of_rows_beside_each_other)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR SIDES SWAPPED "\t" SWAPPED "\t" SWAPPED "\n" LINE, UPHELD " " PENDING,
			"2 1 0 0 4 1 0"},
		{TITLE FOUR SIDES LATE "\t" LATE "\t" LATE "\n" LINE, UPHELD " " PENDING,
			"1 2 5 7 3 0 0"},
		/* not the same above each row; and one that is no heading of the form's */
		{TITLE FOUR SIDES LATE "\t" FIVE_RESULTS "\t" FIVE_RESULTS "\n" LINE,
			UPHELD " " PENDING, "1? 2? 5? 7? 4? 1? 0?"},
		{TITLE FOUR SIDES LATE "\t" LATE
				       "\t结果维持\t结果某某\t尚未审结\t其他结果\t总计\n" LINE,
			UPHELD " " PENDING, "1? 2? 5? 7? 4? 1? 0?"},
	};
	KIT_EXPECT(rows);
}

/* Rows of all columns, the total in the second place: what adds up tells it. */
#define AMID                                                                                       \
	NEW "\n9\n24\n1\n2\n3\n4\n5\n" OVER "\n1\n7\n1\n0\n2\n3\n0\n"                              \
	    "（一）予以公开\n3\n9\n1\n2\n0\n1\n2\n"                                         \
	    "（二）部分公开\n2\n5\n0\n1\n1\n0\n1\n"
#define AMID_BELOW "商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"

Test(table_heads, a_total_amid_its_parts)
{
	static const struct kit_cells rows[] = {
		/* too few rows: as the form has it, for PDFs print its headings so */
		{TITLE THREE "自然人\n总计\n法人或其他组织\n" AMID_BELOW NEW
			     "\n9\n24\n1\n2\n3\n4\n5\n",
			"requests/new/person requests/new/company requests/new/total", "9 24 5"},
		{TITLE THREE "自然人\n总计\n法人或其他组织\n" AMID_BELOW AMID,
			"requests/new/person requests/new/company requests/new/other "
			"requests/new/total requests/outcome.granted/total",
			"9? 1? 5? 24? 9?"},
	};
	KIT_EXPECT(rows);
}

/* On a page, a column behind those that the form has behind it: sums hold in any order of parts. */
Test(table_heads, a_column_that_stands_behind_others)
{
	static const char heads[] = TITLE THREE
		"                     法人或其他组织                        自然人   总计\n"
		"            商业企业  科研机构  社会公益组织  法律服务机构  其他\n";
	static const char usual[] = TITLE THREE
		"            自然人            法人或其他组织                         总计\n"
		"                    商业企业  科研机构  社会公益组织  法律服务机构  其他\n";
	static const char body[] =
		"一、本年新收政府信息公开申请数量      9   1   2   3   4   5   24\n"
		"二、上年结转政府信息公开申请数量      1   1   0   2   3   0   7\n"
		"（一）予以公开                        3   1   2   0   1   2   9\n";
	char *moved = NULL, *plain = NULL;

	cr_assert(asprintf(&moved, "%s%s", heads, body) > 0);
	cr_assert(asprintf(&plain, "%s%s", usual, body) > 0);
	kit_expect_cells(moved, "requests/new/person requests/new/total", "5? 24?");
	kit_expect_cells(plain, "requests/new/person requests/new/total", "9 24");
	free(moved);
	free(plain);
}

/* A label that is broken over lines ends below the one beside it: their columns tell the order. */
Test(table_heads, rows_whose_labels_are_broken)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR "                  行政复议                                            "
			    "        行政诉讼\n"
			    "    结果    结果    其他    尚未    总计                 未经复议直   "
			    "                           复议后起诉\n"
			    "    维持    纠正    结果    审结                           接起诉\n"
			    "                                            结果    结果    其他    "
			    "尚未    总计    结果    结果    其他    尚未    总计\n"
			    "                                            维持    纠正    结果    "
			    "审结            维持    纠正    结果    审结\n"
			    "    124      0       3       5      132      0      127      0       "
			    "0      127      4       2       53      0       59\n",
			UPHELD " disputes/after_review/other", "124 0 0 4 53"},
	};
	KIT_EXPECT(rows);
}

#define RESULT_CELLS "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计"
#define GRID(cells)                                                                                \
	"<title>某市财政局2022年政府信息公开工作年度报告</"                      \
	"title><p>四、政府信息公开行政复议、行政诉讼情况</p>"                   \
	"<table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr>" RESULT_CELLS                \
	"<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<tr>" RESULT_CELLS RESULT_CELLS     \
	"<tr>" cells "</table>"

/* Headings broken over lines, in another order than the form's. */
Test(table_heads, columns_whose_headings_are_broken)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "                              自然人                    "
			     "法人或其他组织                     总计\n"
			     "                                       商业企业  社会公益  科研机构  "
			     "法律服务    其他\n"
			     "                                                   组织              "
			     "  机构\n"
			     "  一、本年新收政府信息         4135      4942      3032      3637    "
			     "  3660      4224     23630\n"
			     "  公开申请数量\n"
			     "  二、上年结转政府信息         1         0         2         3       "
			     "  0         0         6\n"
			     "  公开申请数量\n",
			"requests/new/research requests/new/welfare requests/new/legal",
			"3637 3032 3660"},
	};
	KIT_EXPECT(rows);
}

/* Numbers that were set a column before their own, and headings in another order, broken over
 * lines. */
Test(table_heads, rows_beside_each_other_in_doubt)
{
	static const struct kit_cells rows[] = {
		{GRID("<td>2<td>3<td>4<td>10<td>5<td>0<td>0<td>1<td>6<td>7<td>0<td>0<td>0<td>7<"
		      "td>"),
			UPHELD, "2? 3? 0? 0?"},
		{GRID("<td>1<td>2<td>3<td>4<td>10<td>5<td>0<td>0<td>1<td>6<td>7<td>0<td>0<td>0<td>"
		      "7"),
			UPHELD, "1 2 5 7"},
		{TITLE FOUR "                  行政复议                                            "
			    "行政诉讼\n"
			    "    结果维   尚未审   其他结  结果纠  总计         未经复议直接起诉   "
			    "               复议后起诉\n"
			    "      持       结       果      正\n"
			    "                                           结果维  结果纠  其他结  "
			    "尚未审  总计  结果维  结果纠  其他结  尚未审  总计\n"
			    "                                             持      正      果      "
			    "结            持      正      果      结\n"
			    "     18       29       3       6      56     14      5       24      "
			    "11     54    28      25      4       26     83\n",
			"disputes/review/corrected disputes/review/pending", "29? 6?"},
	};
	KIT_EXPECT(rows);
}

/* On a line of the page the end of the words in the corner stands before the headings: those say
 * that the total is last, which the sums of rows with one number and its total do not. */
Test(table_heads, words_of_the_corner_before_headings)
{
#define OF_ONE(n, rest) n " " rest " " n "\n"
#define ALONE(label, n) label " " OF_ONE(n, "0 0 0 0 0")
#define CORNER(heads)                                                                                         \
	TITLE THREE "（本列数据的勾稽关系为：第一项加第二项之和，等 申请人情况\n" \
		    "于第三项加第四项之和） " heads                                                           \
		    "\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n" ALONE(NEW, "31")                   \
			    ALONE(OVER, "2") ALONE("四、结转下年度继续办理", "5")
	static const struct kit_cells rows[] = {
		{CORNER("自然人 法人或其他组织 总计"), NEWS, "31 0 0 0 0 31"},
		{CORNER("总计 自然人 法人或其他组织"), NEWS, "0 0 0 0 31 31"},
		{CORNER("某某人 法人或其他组织 某某"), NEWS, "31? 0? 0? 0? 0? 31?"},
	};
	KIT_EXPECT(rows);
}
