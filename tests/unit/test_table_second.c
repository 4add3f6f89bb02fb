/* Where the same text allows a second reading, the first is in doubt: cells that no row has stand
 * beside one, other rows show other columns, one column is empty in all rows. */
#include "unit/table_kit.h"

TestSuite(table_second, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define GRANTED "（一）予以公开"
#define PARTIAL "（二）部分公开"
#define OVERS                                                                                      \
	"requests/carried_over/person requests/carried_over/company requests/carried_over/total"
#define GRANTEDS                                                                                   \
	"requests/outcome.granted/person requests/outcome.granted/company "                        \
	"requests/outcome.granted/total"

/* The layout made a column too many: rows with all their cells show where the others stand. */
Test(table_second, other_rows_show_other_columns)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "|" NEW "|1|2||0|0|0|0|3|\n|" OVER "|0|1||0|0|0|0|1|\n|" GRANTED
			     "||0||0|0|0|0|0|\n",
			GRANTEDS, "0? _? 0?"},
	};
	KIT_EXPECT(rows);
}

#define SEVEN "项目,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n"

/* All headings are there, but each row ends in an empty cell and none adds up: whichever column is
 * lost, the others have moved. Zeros are zeros. */
Test(table_second, a_column_is_empty_in_every_row)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE SEVEN NEW ",4,1,5,6,9,99,\n" OVER ",3,0,0,5,0,9,\n" GRANTED
				       ",0,0,0,0,0,0,\n",
			OVERS " requests/outcome.granted/person", "3? 0? _? 0"},
		{TITLE THREE SEVEN NEW ",4,1,5,6,9,,25\n" OVER ",3,0,0,5,0,,8\n" GRANTED
				       ",1,0,0,0,0,,1\n",
			OVERS " requests/outcome.granted/person", "3 0 8 1"},
	};
	KIT_EXPECT(rows);
}

#define DOWN                                                                                       \
	TITLE THREE                                                                                \
		"申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
#define ONE_SUM "0\n0\n0\n0\n0\n0\n0\n"
#define NEW_ENDS "requests/new/person requests/new/other requests/new/total"

/* One row alone adds up with the total first, as no heading says: it is likelier misprinted, and all
 * are in doubt where the headings have them. Two such rows are right against the headings. */
Test(table_second, one_row_against_the_headings)
{
	static const struct kit_cells rows[] = {
		{DOWN NEW "\n2\n0\n0\n0\n0\n2\n0\n" OVER "\n" ONE_SUM GRANTED
			  "\n1\n0\n0\n0\n0\n0\n1\n",
			NEW_ENDS " requests/outcome.granted/person requests/outcome.granted/other",
			"2? 2? 0? 1? 0?"},
		{DOWN NEW "\n2\n0\n0\n0\n0\n2\n0\n" OVER "\n3\n0\n0\n0\n1\n2\n0\n" GRANTED
			  "\n1\n0\n0\n0\n0\n0\n1\n",
			NEW_ENDS, "0 0 2"},
		{DOWN NEW "\n" ONE_SUM OVER "\n" ONE_SUM, NEW_ENDS, "0 0 0"},
	};
	KIT_EXPECT(rows);
}

#define FIRST_ITEM(rule, norm)                                                                     \
	TITLE TWO "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n" rule     \
		  "1\n2\n3\n" norm "4\n5\n6\n第二十条第（五）项\n信息内容\n本年处理决定数量\n"       \
		  "行政许可\n7\n"
#define FIRST_ITEMS "disclosure/regulation/issued disclosure/normative/issued"

/* One character of two is wrong: too little for a label, but enough where only its row is missing.
 */
Test(table_second, a_short_label_misprinted)
{
	static const struct kit_cells rows[] = {
		{FIRST_ITEM("规聿\n", "行政规范性文件\n"), FIRST_ITEMS, "1 4"},
		{FIRST_ITEM("舰章\n", "行政规范性文件\n"), FIRST_ITEMS, "1 4"},
		{FIRST_ITEM("甲乙\n", "行政规范性文件\n"), FIRST_ITEMS, "1? 4"},
		{FIRST_ITEM("", "行政规范性文件\n"), FIRST_ITEMS, "1? 4"},
	};
	KIT_EXPECT(rows);
}

#define SIXTH "| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n"
#define SIXTHS "disclosure/penalty/decisions disclosure/coercion/decisions"

/* A number without a label right below a row of one, or behind it. */
Test(table_second, a_number_stands_below)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO SIXTH "| 行政处罚 | 5 |\n| 行政强制 | 11\n3 |\n", SIXTHS, "5 11?"},
		{TITLE TWO SIXTH "| 行政处罚 | 5 |\n| 行政强制 | 113 |\n", SIXTHS, "5 113"},
		{TITLE TWO "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n7\n8\n8\n"
			   "行政规范性文件\n8\n6\n8\n2\n第二十条第（六）项\n信息内容\n本年处理决定"
			   "数量\n"
			   "行政处罚\n5\n行政强制\n6\n",
			"disclosure/regulation/issued disclosure/normative/issued "
			"disclosure/penalty/decisions",
			"7 8? 5"},
	};
	KIT_EXPECT(rows);
}

/* A row that a break within a number cut in two: what begins with its rest has its own label
 * further on. */
Test(table_second, a_row_goes_on_in_the_next)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW "|2|1|0|0|0|0|3|" OVER "|8|0|0|0|0|5|1\n3|" GRANTED
				 "|2|3|0|0|0|0|5|" PARTIAL "|1|0|0|0|0|0|1\n",
			OVERS " requests/outcome.granted/person requests/outcome.partial/total",
			"8? 0? 1? 2 1"},
	};
	KIT_EXPECT(rows);
}

#define HEADED                                                                                                        \
	"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n" \
	"|---|---|---|---|---|---|---|---|\n"
#define PARTIALS                                                                                   \
	"requests/outcome.partial/person requests/outcome.partial/company "                        \
	"requests/outcome.partial/total"

/* A label in pieces: what goes on with it is no other row's, and a piece that several rows share
 * names none for sure. */
Test(table_second, a_label_in_pieces)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADED
			"| " NEW " | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| （二）部分公开（ |\n| "
			"区分处理的，只计这一情形，不计其他情形） | 2 | 0 | 0 | 0 | 0 | 1 | 3 "
			"|\n| 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			PARTIALS, "2 0 3"},
		{TITLE THREE HEADED "| " GRANTED " | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| "
				    "政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 1 | 3 |\n",
			"requests/new/person requests/outcome.granted/person", ". 3"},
	};
	KIT_EXPECT(rows);
}

#define WIDE                                                                                                                   \
	"| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | " \
	"尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"                       \
	"|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
#define LINES                                                                                                                      \
	"结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n" \
	"总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
#define ENDS "disputes/review/upheld disputes/after_review/total"

/* The line of values is empty where nothing says that none was lost, or one number of a cell a line
 * is in two, so that the last stands apart. */
Test(table_second, the_wide_line_may_be_another)
{
	static const struct kit_cells rows[] = {
		/* all empty, and a number elsewhere: is it one of them? */
		{TITLE FOUR WIDE "| | | | | | | | | | | | | | | |\n\n3\n", ENDS, "_? _?"},
		{TITLE FOUR LINES
			"1\n2\n3\n4\n1\n0\n5\n6\n7\n8\n26\n0\n0\n4\n5\n9  9\n\n五、存在的主"
			"要问题\n",
			ENDS, "1? 5?"},
	};
	KIT_EXPECT(rows);
}

/* A cell a line: digits of a number that white space broke are not of the label, and a row below
 * words that name none of the form's is not the one that is missing there. */
Test(table_second, a_cell_a_line)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO
			"第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n"
			"6. 96\n\n" THREE,
			"disclosure/fee/amount", "!?"},
		{TITLE THREE
			"自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" NEW
			"\n3\n0\n1\n0\n0\n0\n4\n小计\n5\n0\n1\n0\n0\n0\n6\n" GRANTED
			"\n3\n0\n1\n0\n0\n0\n4\n",
			OVERS " requests/new/person", "5? 0? 6? 3"},
	};
	KIT_EXPECT(rows);
}

/* What stands in brackets behind a label is no part of it, however long; a label there is. */
Test(table_second, a_remark_behind_the_label)
{
#define FIRST                                                                                                \
	"|\n第二十条第（一）项 | |||\n|\n信息内容 |\n本年制发件数 |\n本年废止件数 " \
	"|\n现行有效件数 |\n|\n"
#define REMARK                                                                                     \
	"（行政机关制定发布的决定、公告、通告、意见、通 "                   \
	"知，以及标题采用“规定”“办法”“细则”等字样的公文，"        \
	"一般情况下属于规范性文件）"
	static const struct kit_cells rows[] = {
		{TITLE TWO FIRST
			"规章（设区的市、自治州人民政府应提供相关数据） |\n1 |\n2 |\n3 |\n|\n"
			"行政规范性文件" REMARK " |\n87 |\n6 |\n7 |\n|\n",
			"disclosure/regulation/issued disclosure/regulation/in_force "
			"disclosure/normative/issued disclosure/normative/in_force",
			"1 3 87 7"},
		{TITLE TWO "第二十条第（五）项\n信息内容\n本年处理决定数量（指办件量）\n"
			   "行政许可（含变更）\n12\n\n" THREE,
			"disclosure/licence/decisions", "12"},
	};
	KIT_EXPECT(rows);
}

/* A table of the older form whose later headings are the newer one's: a number stands in the column
 * that is printed above it, not in the form's first. */
Test(table_second, some_of_the_columns)
{
#define OLDER                                                                                                             \
	"| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n|---|---|---|---|\n| " \
	"规章 | 0 | "                                                                                                   \
	"0 | 0 |\n| 规范性文件 | 1 | 2 | 3 |\n"
#define LATER "| 信息内容 | 本年处理决定数量 | | |\n"
#define DECIDED                                                                                    \
	"disclosure/licence/previous disclosure/licence/decisions disclosure/penalty/previous "    \
	"disclosure/penalty/decisions disclosure/coercion/decisions"
	static const struct kit_cells rows[] = {
		{TITLE TWO OLDER "| 第二十条第（五）项 | | | |\n" LATER "| 行政许可 | 5 | | |\n"
				 "| 第二十条第（六）项 | | | |\n" LATER
				 "| 行政处罚 | 6 | | |\n| 行政强制 | 7 | | |\n",
			DECIDED, ". 5 . 6 7"},
		{TITLE TWO
			"第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n"
			"对外公开总数量\n规章\n0\n0\n0\n规范性文件\n1\n2\n3\n第二十条第（五）项\n"
			"信息内容\n本年处理决定数量\n行政许可\n5\n第二十条第（六）项\n信息内容\n"
			"本年处理决定数量\n行政处罚\n6\n行政强制\n7\n\n" THREE,
			DECIDED, ". 5? . 6? 7?"},
	};
	KIT_EXPECT(rows);
}

/* Digits and signs that make no number are a cell of the row, a cell a line too. */
Test(table_second, a_cell_that_is_no_number)
{
	static const struct kit_cells rows[] = {
		{"某市民政局2020年政府信息公开工作年度报告\n\n" TWO
		 "第二十条第（五）项 |\n||||\n信息内容 |\n上一年项目数量 |\n本年增/减 "
		 "|\n处理决定数量 |\n|\n"
		 "行政许可 |\n7 |\n0/0 |\n5 |\n|\n其他对外管理服务事项 |\n3 |\n0/0 |\n2 |\n|\n",
			"disclosure/licence/previous disclosure/licence/change "
			"disclosure/licence/decisions disclosure/service/decisions",
			"7 ! 5 2"},
	};
	KIT_EXPECT(rows);
}
