/* Cells that ran together, numbers that fell apart, rows that moved up to a cell that was lost: the
 * sums tell that something is wrong with what the cells hold, and it is told in doubt. */
#include "unit/table_kit.h"

TestSuite(table_cut, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define THREE TITLE "三、收到和处理政府信息公开申请情况\n\n"
#define HEADS "项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define NEW "一、本年新收政府信息公开申请数量\t"
#define OVER "二、上年结转政府信息公开申请数量\t"
#define NEXT "四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n"
#define TABLE THREE HEADS NEW
#define REST OVER "0\t0\t0\t0\t0\t0\t0\n" NEXT
#define ALL                                                                                        \
	"requests/new/person requests/new/company requests/new/research requests/new/welfare "     \
	"requests/new/legal requests/new/other requests/new/total"

/* The cell beside a number is empty, and its digits are those of both. */
Test(table_cut, numbers_that_ran_together)
{
	static const struct kit_cells rows[] = {
		{TABLE "312\t\t0\t0\t0\t0\t33\n" REST, ALL, "312? _? 0 0 0 0 33"},
		{TABLE "5\t\t312\t0\t0\t0\t20\n" REST, ALL, "5 _? 312? 0 0 0 20"},
		/* they make no sum so */
		{TABLE "312\t\t0\t0\t0\t0\t44\n" REST, ALL, "312 _ 0 0 0 0 44"},
		{TABLE "43\t\t0\t0\t0\t0\t43\n" REST, ALL, "43 _ 0 0 0 0 43"},
	};
	KIT_EXPECT(rows);
}

Test(table_cut, a_number_in_two_cells)
{
	static const struct kit_cells rows[] = {
		{TABLE "9\t4\t0\t0\t0\t0\t94\n" REST, ALL, "9? 4? 0 0 0 0 94"},
		{TABLE "90\t4\t0\t0\t0\t9\t4\n" REST, ALL, "90 4 0 0 0 9? 4?"},
		{TABLE "9\t4\t0\t0\t0\t0\t13\n" REST, ALL, "9 4 0 0 0 0 13"},
		{TABLE "9\t4\t0\t0\t0\t0\t14\n" REST, ALL, "9 4 0 0 0 0 14"},
	};
	KIT_EXPECT(rows);
}

/* A zero before a number is perhaps that of the empty cell beside it. */
Test(table_cut, zeros_that_lead)
{
	static const struct kit_cells rows[] = {
		{TABLE "5\t01\t\t0\t0\t0\t6\n" REST, ALL, "5 1? _? 0 0 0 6"},
		{TABLE "5\t01\t0\t0\t0\t0\t6\n" REST, ALL, "5 1 0 0 0 0 6"},
		{TABLE "6\t00\t\t0\t0\t0\t6\n" REST, ALL, "6 0? _? 0 0 0 6"},
		{TABLE "6\t00\t0\t0\t0\t0\t6\n" REST, ALL, "6 0 0 0 0 0 6"},
		{TITLE "二、主动公开政府信息情况\n\n第二十条第（一）项\n"
		       "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n"
		       "行政规范性文件\t03\t\t12\n",
			"disclosure/normative/issued disclosure/normative/repealed "
			"disclosure/normative/in_force",
			"3? _? 12"},
	};
	KIT_EXPECT(rows);
}

#define CELLS(a, b, c, d, e, f, g)                                                                 \
	"<td>" a "</td><td>" b "</td><td>" c "</td><td>" d "</td><td>" e "</td><td>" f             \
	"</td><td>" g "</td></tr>"
#define GRID                                                                                       \
	THREE "<table><tr><td colspan=3>项目</td>" CELLS(                                          \
		"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
#define ROW(label) "<tr><td colspan=3>" label "</td>"
#define BOTH                                                                                       \
	"requests/new/person requests/new/other requests/new/total requests/outcome.total/total"

/* Rows of a page's table are as wide as the others, though a cell was lost: an empty one ends them.
 */
Test(table_cut, rows_that_moved_up)
{
	static const struct kit_cells rows[] = {
		/* in one row of several */
		{GRID ROW("一、本年新收政府信息公开申请数量") CELLS("2", "0", "0", "0", "0", "2",
			 "") ROW("（七）总计") CELLS("2", "0", "0", "0", "0", "0", "2")
				ROW("四、结转下年度继续办理") CELLS("", "", "", "", "", "", "")
					ROW("二、上年结转政府信息公开申请数量") CELLS(
						"1", "1", "0", "0", "0", "0", "") "</table>\n",
			BOTH, "2? 2? _? 2"},
		/* in all: zeros, too, end in what is no total */
		{GRID ROW("一、本年新收政府信息公开申请数量") CELLS("2", "0", "0", "0", "0", "2",
			 "") ROW("（七）总计") CELLS("0", "0", "0", "0", "0", "0", "")
				ROW("四、结转下年度继续办理")
					CELLS("2", "0", "0", "0", "0", "2", "") "</table>\n",
			BOTH, "2? 2? _? _?"},
		/* who leaves totals blank */
		{GRID ROW("一、本年新收政府信息公开申请数量") CELLS("2", "1", "0", "0", "0", "0",
			 "") ROW("（七）总计") CELLS("0", "0", "0", "0", "0", "0", "")
				ROW("四、结转下年度继续办理")
					CELLS("2", "1", "0", "0", "0", "0", "") "</table>\n",
			BOTH, "2 0 _ _"},
	};
	KIT_EXPECT(rows);
}

/* This year's and last year's, perhaps. */
Test(table_cut, a_number_in_brackets_behind)
{
	static const struct kit_cells rows[] = {
		{TABLE "5(3)\t2（11）\t0（0）\t0\t0\t1件（4）\t8\n" REST, ALL, "5? 2? 0 0 0 1? 8"},
		{TABLE "5（含3件）\t2(其中11)\t0\t0\t0\t0\t7\n" REST, ALL, "5 2 0 0 0 0 7"},
	};
	KIT_EXPECT(rows);
}

/* A page ended amid a number: its last digits stand below the headings of the next. */
Test(table_cut, a_number_that_goes_on_overleaf)
{
#define COLUMNS "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
#define NOUGHT "0       0         0         0             0             0     0\n"
#define OVERLEAF(total, digit)                                                                                  \
	THREE "项目                              " COLUMNS "一、本年新收政府信息公开申请数量  " \
	      "300     1043      0         0             0             115   " total                            \
	      "\n\n" COLUMNS "\n"                                                                               \
	      "                                                                             "                   \
	      " " digit "\n二、上年结转政府信息公开申请数量  " NOUGHT                                           \
	      "四、结转下年度继续办理            " NOUGHT
	static const struct kit_cells rows[] = {
		{OVERLEAF("145", "8"), ALL, "300 1043 0 0 0 115 145?"},
		{OVERLEAF("145", "7"), ALL, "300 1043 0 0 0 115 145"},
		{OVERLEAF("1458", "8"), ALL, "300 1043 0 0 0 115 1458"},
	};
	KIT_EXPECT(rows);
}
