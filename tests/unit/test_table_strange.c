/* Headings that nobody can read, that stand twice, or that are none of the form's. */
#include "unit/table_kit.h"

TestSuite(table_strange, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
#define FIRST "第二十条第（一）项\n"
#define DOCUMENTS                                                                                  \
	"disclosure/normative/issued disclosure/normative/repealed disclosure/normative/in_force"
#define TABLE(heads) TITLE FIRST "信息内容\t" heads "\n规章\t0\t1\t2\n行政规范性文件\t97\t8\t3\n"

/* What says by its characters which it is. */
Test(table_strange, headings_by_their_signs)
{
	static const struct kit_cells rows[] = {
		{TABLE("有效总数\t制定数\t失效数"), DOCUMENTS, "8 3 97"},
		{TABLE("新制定件数\t现有效件数\t作废件数"), DOCUMENTS, "97 3 8"},
		{TITLE FIRST "信息内容\n有效总数\n制定数\n失效数\n规章\n0\n1\n2\n"
			     "行政规范性文件\n97\n8\n3\n",
			DOCUMENTS, "8 3 97"},
		/* last year's, and a share of it, are none of them */
		{TABLE("上年有效件数\t有效率\t失效数"), DOCUMENTS, "97? 8? 3?"},
	};
	KIT_EXPECT(rows);
}

/* Which column it is, is told where one alone is left and it stands in its place. */
Test(table_strange, headings_nobody_can_read)
{
	static const struct kit_cells rows[] = {
		{TABLE("甲\t乙\t丙"), DOCUMENTS, "97? 8? 3?"},
		{TABLE("数量\t数量\t数量"), DOCUMENTS, "97? 8? 3?"},
		{TABLE("本年制发件数\t乙\t丙"), DOCUMENTS, "97 8? 3?"},
		{TABLE("本年制发件数\t乙\t现行有效件数"), DOCUMENTS, "97 8 3"},
		{TABLE("本年废止件数\t乙\t现行有效件数"), DOCUMENTS, "97? 8? 3"},
		{TITLE FIRST "信息内容\n甲\n乙\n丙\n规章\n0\n1\n2\n行政规范性文件\n97\n8\n3\n",
			DOCUMENTS, "97? 8? 3?"},
		/* no headings at all: the form's order */
		{TITLE FIRST "规章\t0\t1\t2\n行政规范性文件\t97\t8\t3\n", DOCUMENTS, "97 8 3"},
		/* all alike: it makes no difference */
		{TITLE FIRST "信息内容\t甲\t乙\t丙\n规章\t0\t0\t0\n行政规范性文件\t0\t0\t0\n",
			DOCUMENTS, "0 0 0"},
	};
	KIT_EXPECT(rows);
}

Test(table_strange, a_heading_that_stands_twice)
{
	static const struct kit_cells rows[] = {
		{TABLE("本年制发件数\t本年废止件数\t本年制发件数"), DOCUMENTS, "97? 8 3?"},
		{TABLE("本年废止件数\t本年制发件数\t本年废止件数"), DOCUMENTS, "97? 8? 3?"},
	};
	KIT_EXPECT(rows);
}

#define RULES                                                                                      \
	"disclosure/regulation/issued disclosure/regulation/repealed "                             \
	"disclosure/regulation/in_force"

/* Columns of a grid that are none of the form's: what stands in them is nobody's. */
Test(table_strange, foreign_columns)
{
	static const struct kit_cells rows[] = {
		{TITLE FIRST "信息内容\t上年数\t本年制发件数\t本年废止件数\t现行有效件数\n"
			     "规章\t4\t\t6\t7\n行政规范性文件\t1\t8\t2\t3\n",
			RULES " " DOCUMENTS, "_ 6 7 8 2 3"},
		{TITLE FIRST "信息内容\t序号\t本年制发件数\t本年废止件数\t现行有效件数\n"
			     "规章\t1\t4\t6\t7\n行政规范性文件\t2\t\t\t3\n",
			RULES " " DOCUMENTS, "4 6 7 _ _ 3"},
		{TITLE FIRST "信息内容\t本年制发件数\t上年数\t本年废止件数\t现行有效件数\t合计\n"
			     "规章\t4\t2\t6\t7\t17\n行政规范性文件\t\t\t2\t\t2\n",
			RULES " " DOCUMENTS, "4 6 7 _ 2 _"},
		/* nothing shows that the rows have a cell below it */
		{TITLE FIRST "信息内容\t上年数\t本年制发件数\t本年废止件数\t现行有效件数\n"
			     "规章\t4\t6\t7\t\n行政规范性文件\t1\t2\t3\t\n",
			RULES, "6? 7? _?"},
	};
	KIT_EXPECT(rows);
}
