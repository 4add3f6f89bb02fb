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
		/* one that says it is another */
		{TITLE "第二十条第（五）项\n信息内容\t上年数\n行政许可\t32\n",
			"disclosure/licence/decisions", "32?"},
		/* no headings at all: the form's order */
		{TITLE FIRST "规章\t0\t1\t2\n行政规范性文件\t97\t8\t3\n", DOCUMENTS, "97 8 3"},
		/* all alike: it makes no difference */
		{TITLE FIRST "信息内容\t甲\t乙\t丙\n规章\t0\t0\t0\n行政规范性文件\t0\t0\t0\n",
			DOCUMENTS, "0 0 0"},
		/* but for what another form counts */
		{TITLE FIRST "信息内容\t本年新\t本年新\t对外公开总数量\n规章\t0\t0\t0\n"
			     "行政规范性文件\t0\t0\t0\n第二十条第（五）项\n"
			     "信息内容\t本年处理决定数量\n行政许可\t0\n第二十条第（八）项\n"
			     "信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n",
			DOCUMENTS " disclosure/licence/decisions", "0? 0? 0? 0"},
	};
	KIT_EXPECT(rows);
}

#define LOOK                                                                                                       \
	TITLE FIRST "信息内容         本年新制作数量   本年新公开数量   对外公开总数量\n" \
		    "规章                   0                0                44\n"                              \
		    "规范性文件            14                3                14\n"
#define CHANGE "disclosure/licence/previous disclosure/licence/change disclosure/licence/decisions"

#define HALF(heads)                                                                                \
	"某市财政局2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" FIRST           \
	"信息内容\t" heads "\n规章\t0\t1\t2\n规范性文件\t97\t8\t3\n"
#define MADE "disclosure/normative/made disclosure/normative/released disclosure/normative/total"

/* Headings cut off where a line ended, each in its place. */
Test(table_strange, begins_of_headings_in_their_order)
{
	static const struct kit_cells rows[] = {
		{HALF("本年新\t本年新\t对外公开总数量"), MADE, "97 8 3"},
		{HALF("对外公开总数量\t本年新\t本年新"), MADE, "97? 8? 3?"},
		{HALF("本年新\t对外公开总数量\t本年新"), MADE, "97? 8? 3?"},
		{HALF("本年新\t本年\t对外公开总数量"), MADE, "97? 8? 3"},
		{TABLE("本年制\t本年废\t现行有效件数"), DOCUMENTS, "97 8 3"},
		{TABLE("本年废\t本年制\t现行有效件数"), DOCUMENTS, "8 97 3"},
		{TITLE FIRST "信息内容\n本年制\n本年废\n现行有效件数\n规章\n0\n1\n2\n"
			     "行政规范性文件\n97\n8\n3\n",
			DOCUMENTS, "97 8 3"},
	};
	KIT_EXPECT(rows);
}

/* The only number below the only heading of a row that has several columns in the form: the heading
 * is printed over the width of all. */
Test(table_strange, one_heading_over_one_number)
{
	static const struct kit_cells rows[] = {
		{LOOK "第二十条第（五）项\n信息内容         本年处理决定数量\n"
		      "行政许可                              23800\n",
			CHANGE, ". . 23800"},
		{LOOK "第二十条第（五）项\n信息内容         处理决定数量      甲\n"
		      "行政许可                              23800\n",
			CHANGE, "_? 23800? ."},
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
		/* a row that does not begin where its headings do */
		{TITLE FIRST "信息内容\t\t本年制发件数\t本年废止件数\t现行有效件数\t上年数\n"
			     "\t规章\t4\t6\t7\t1\n行政规范性文件\t8\t2\t3\t1\n",
			RULES " " DOCUMENTS, "4 6 7 2? 3? 1?"},
		/* nothing shows that the rows have a cell below it */
		{TITLE FIRST "信息内容\t上年数\t本年制发件数\t本年废止件数\t现行有效件数\n"
			     "规章\t4\t6\t7\t\n行政规范性文件\t1\t2\t3\t\n",
			RULES, "6? 7? _?"},
	};
	KIT_EXPECT(rows);
}

#define LICENCE "第二十条第（五）项\n"

/* Two columns below each heading: this year's are the form's, where words tell them. */
Test(table_strange, divided_columns)
{
	static const struct kit_cells rows[] = {
		{TITLE FIRST "信息内容\t本年制发件数\t\t本年废止件数\t\t现行有效件数\t\n"
			     "\t本年\t上年\t本年\t上年\t本年\t上年\n"
			     "规章\t\t4\t\t5\t\t6\n行政规范性文件\t1\t2\t3\t0\t9\t4\n",
			RULES " " DOCUMENTS, "_ _ _ 1 3 9"},
		{TITLE FIRST "信息内容\t本年制发件数\t\t本年废止件数\t\t现行有效件数\t\n"
			     "\t上年\t本年\t上年\t本年\t上年\t本年\n"
			     "规章\t4\t\t5\t\t6\t\n行政规范性文件\t1\t2\t3\t0\t9\t4\n",
			RULES " " DOCUMENTS, "_ _ _ 2 0 4"},
		{TITLE FIRST "信息内容\t本年制发件数\t\t本年废止件数\t\t现行有效件数\t\n"
			     "\t甲\t乙\t甲\t乙\t甲\t乙\n行政规范性文件\t\t4\t\t5\t\t6\n",
			DOCUMENTS, "4? 5? 6?"},
		{TITLE LICENCE "信息内容\t本年处理决定数量\t\n\t甲\t乙\n行政许可\t\t32\n",
			"disclosure/licence/decisions", "32?"},
	};
	KIT_EXPECT(rows);
}

#define DOWN(heads, cells) TITLE FIRST "信息内容 |\n" heads "规章 |\n" cells

/* A cell a line: by their count, where there is one for each heading. */
Test(table_strange, foreign_columns_a_cell_a_line)
{
	static const struct kit_cells rows[] = {
		{DOWN("本年制发件数 |\n本年废止件数 |\n上年数 |\n现行有效件数 |\n",
			 "9 |\n|\n3 |\n|\n"),
			RULES, "9 _ _"},
		{DOWN("本年制发件数 |\n本年废止件数 |\n上年数 |\n现行有效件数 |\n",
			 "9 |\n3 |\n4 |\n"),
			RULES, "9? 3? 4?"},
		{DOWN("上年数 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n",
			 "9 |\n|\n3 |\n4 |\n"),
			RULES, "9? 3? 4?"},
		{DOWN("本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n本年 |\n上年 |\n本年 "
		      "|\n上年 |\n"
		      "本年 |\n上年 |\n",
			 "|\n3 |\n1 |\n|\n|\n4 |\n"),
			RULES, "_ 1 _"},
	};
	KIT_EXPECT(rows);
}

#define PAGE(rows)                                                                                                        \
	"<title>某市财政局2022年政府信息公开工作年度报告</"                                             \
	"title><p>三、收到和处理政府信息公开申请情况</p>"                                                \
	"<table><tr><td>项目<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<" \
	"td>其他<td>总计" rows "</table>"
#define SUM(label) "<tr><td>" label "<td>1<td>0<td>2<td>0<td>0<td>0<td>3"
#define TEN                                                                                        \
	SUM("一、本年新收政府信息公开申请数量")                                                    \
	SUM("二、上年结转政府信息公开申请数量")                                                    \
	SUM("（一）予以公开")                                                                      \
	SUM("（三）不予公开1.属于国家秘密")                                                        \
	SUM("（三）不予公开2.其他法律行政法规禁止公开")                                            \
	SUM("（三）不予公开4.保护第三方合法权益")                                                  \
	SUM("（三）不予公开5.属于三类内部事务信息")                                                \
	SUM("（三）不予公开6.属于四类过程性信息") SUM("（三）不予公开7.属于行政执法案卷")
#define LAST "<tr><td>四、结转下年度继续办理<td>0<td>4<td>0<td>0<td>0<td>18<td>"
#define FORWARD                                                                                    \
	"requests/carried_forward/company requests/carried_forward/other "                         \
	"requests/carried_forward/total requests/new/total"

/* Empty cells that are a grid's own: a row without a total, where all others have one, may have all
 * its numbers a column before their own. */
Test(table_strange, a_row_without_its_total)
{
	static const struct kit_cells rows[] = {
		{PAGE(TEN LAST), FORWARD, "4? 18? _? 3"},
	};
	KIT_EXPECT(rows);
}

#define YEARS "某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
#define PIECES                                                                                     \
	"requests/new/person requests/new/company requests/new/other requests/new/total "          \
	"requests/carried_over/person requests/carried_over/total"
#define WITH(heading)                                                                              \
	"项目 | " heading                                                                          \
	" | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"

/* A column of other numbers before rows of empty cells: nobody's, where a row adds up without it;
 * though its heading is made of words of the form's. */
Test(table_strange, foreign_columns_before_empty_cells)
{
	static const struct kit_cells rows[] = {
		{YEARS WITH("上年数") "一、本年新收政府信息公开申请数量 | 8 | 11 | 2 |  |  |  |  | "
				      "13\n"
				      "二、上年结转政府信息公开申请数量 | 7 |  |  |  |  |  |  | \n",
			PIECES, "11 2 _ 13 _ _"},
		{YEARS WITH("序号") "一、本年新收政府信息公开申请数量 | 1 | 3 |  |  |  |  |  | 3\n"
				    "二、上年结转政府信息公开申请数量 | 2 |  |  |  |  |  |  | \n",
			PIECES, "3 _ _ 3 _ _"},
		/* nothing shows that these are its columns */
		{YEARS WITH("上年数") "一、本年新收政府信息公开申请数量 | 8 |  |  |  |  |  |  | \n"
				      "二、上年结转政府信息公开申请数量 | 7 |  |  |  |  |  |  | \n",
			PIECES, "_? _? _? . _? ."},
		/* below no heading at all, where one adds up under all of them */
		{YEARS WITH("") "一、本年新收政府信息公开申请数量 | 8 | 11 | 2 |  |  |  |  | 13\n"
				"二、上年结转政府信息公开申请数量 | 7 |  |  |  |  |  |  | \n",
			PIECES, "8? 11? _? _? 7? _?"},
	};
	KIT_EXPECT(rows);
}

#define BLOCK(heads)                                                                                               \
	"某市财政局2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"   \
	"第二十条第（一）项\n信息内容 | " heads "\n规章 | 0 | 0 | 0\n规范性文件 | 1 | 1 | 2\n"              \
	"第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n" \
	"行政许可 | 0 | 0 | 3\n其他对外管理服务事项 | 0 | 0 | 5\n"
#define ZEROS                                                                                      \
	"disclosure/regulation/made disclosure/regulation/released disclosure/regulation/total "   \
	"disclosure/licence/decisions"

/* Zeros are alike whichever column they are in, unless the headings are the begins of another
 * form's: of none that this form has. */
Test(table_strange, begins_of_another_forms_headings)
{
	static const struct kit_cells rows[] = {
		{BLOCK("本年制 | 本年废 | 现行有"), ZEROS, "0? 0? 0? 3"},
		{BLOCK("本年 | 本年 | 现行有"), ZEROS, "0? 0? 0? 3"},
		{BLOCK("本年新 | 本年新 | 对外公"), ZEROS, "0 0 0 3"},
	};
	KIT_EXPECT(rows);
}

#define CELLS "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
#define LINE(label) label "\n3\n1\n4\n3\n1\n2\n14\n"
#define ROWS_OF_ONE                                                                                \
	LINE("一、本年新收政府信息公开申请数量")                                                   \
	LINE("二、上年结转政府信息公开申请数量") LINE("四、结转下年度继续办理")

/* A cell a line, with two years' headings: whose the row's numbers are nothing says. */
Test(table_strange, headings_that_stand_twice_a_cell_a_line)
{
	static const struct kit_cells rows[] = {
		{YEARS CELLS ROWS_OF_ONE, PIECES, "3 1 2 14 3 14"},
		{YEARS CELLS CELLS ROWS_OF_ONE, PIECES, "3? 1? 2? 14? 3? 14?"},
		/* some of them may be printed again, in the row below */
		{YEARS "自然人\n总计\n" CELLS ROWS_OF_ONE, PIECES, "3 1 2 14 3 14"},
	};
	KIT_EXPECT(rows);
}
