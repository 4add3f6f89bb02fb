/* Rows that took what is another's, or lost a cell, or stand under a total that may be first or
 * last: told wherever the text does not decide. */
#include "unit/table_kit.h"

TestSuite(table_moved, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define PARTS "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n"
#define ENDS "requests/new/person requests/new/total"

/* Rows of zeros tell no order, and a row that does not add up tells none either. */
Test(table_moved, the_total_s_place_is_told_by_headings)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "项目 | 总计 | 申请人情况\n自然人 | 法人或其他组织\n" PARTS NEW
			     " | 5 | 0 | 0 | 0 | 0 | 0 | 0\n" OVER " | 0 | 0 | 0 | 0 | 0 | 0 | 0\n",
			ENDS, "0 5"},
		{TITLE THREE "项目 | 申请人情况\n自然人 | 法人或其他组织 | 总计\n" PARTS NEW
			     " | 5 | 0 | 0 | 0 | 0 | 0 | 0\n" OVER " | 0 | 0 | 0 | 0 | 0 | 0 | 0\n",
			ENDS, "5 0"},
		{TITLE THREE "| " NEW " | 5 | 0 | 0 | 0 | 0 | 0 | 0 |\n| " OVER
			     " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			ENDS, "5? 0?"},
		{TITLE THREE "| " NEW " | 5 | 1 | 0 | 0 | 0 | 0 | 6 |\n| " OVER
			     " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			ENDS, "5 6"},
	};
	KIT_EXPECT(rows);
}

/* In the first of several rows of headings the total stands behind what is above all columns; read
 * in a row, that is where it would stand as the first column as well. Sums that read alike from
 * both ends do not tell. */
Test(table_moved, headings_that_ran_together_tell_no_first_total)
{
#define ROWS_OF_ONE                                                                                \
	NEW " 5 0 0 0 0 0 5\n" OVER " 0 0 0 0 0 0 0\n四、结转下年度继续办理 0 0 0 0 0 0 0\n"
#define TABBED "\n\n\t\n\n0"
#define FIVE_TABBED TABBED TABBED TABBED TABBED TABBED "\n\n"
#define CELLS_OF_ONE NEW "\n5\n0\n0\n0\n0\n0\n5\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n"
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"申请人情况 总计\n自然人 法人或其他组织\n商业企业 科研机构 社会公益组织 "
			"法律服务机构 其他\n" ROWS_OF_ONE,
			ENDS, "5 5"},
		{TITLE THREE "申请人情况 总计 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 "
			     "法律服务机构 其他\n" ROWS_OF_ONE,
			ENDS, "5? 5?"},
		{TITLE THREE "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 "
			     "法律服务机构 其他\n" ROWS_OF_ONE,
			ENDS, "5 5"},
		{TITLE THREE "总计 申请人情况 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 "
			     "法律服务机构 其他\n" ROWS_OF_ONE,
			ENDS, "0 5"},
		{TITLE THREE "申请人情况\n总计\n自然人\n法人或其他组织\n商业企业\n科研机构\n"
			     "社会公益组织\n法律服务机构\n其他\n" CELLS_OF_ONE,
			ENDS, "5? 5?"},
		{TITLE THREE "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n"
			     "社会公益组织\n法律服务机构\n其他\n" CELLS_OF_ONE,
			ENDS, "5 5"},
		/* a tab between two cells, a line end between rows: the total's cell ran into the
		 * next row's first */
		{TITLE THREE "申请人情况\n\n\t\n\n总计\n\n自然人\n\n\t\n\n法人或其他组织\n\n"
			     "商业企业\n\n\t\n\n科研机构\n\n\t\n\n社会公益组织\n\n\t\n\n"
			     "法律服务机构\n\n\t\n\n其他\n\n" NEW
			     "\n\n\t\n\n0\n\n\t\n\n1" FIVE_TABBED OVER
			     "\n\n\t\n\n0\n\n\t\n\n0" FIVE_TABBED,
			ENDS, "0? 0?"},
	};
	KIT_EXPECT(rows);
}

#define INQUIRY "requests/outcome.refused.inquiry/person requests/outcome.refused.inquiry/total"
#define HEADS "项目\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"

/* A label without values does not take those of the next row, whose own label is lost or broken. */
Test(table_moved, values_stay_behind_their_own_words)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADS NEW
			"\n1\n2\n0\n0\n0\n0\n3\n8.属于行政查询事项\n（四）无法提供1.本机关 "
			"4 0 0 0 0 0 4\n2.没有现成信息需要另行制作\n0\n0\n0\n0\n0\n0\n0\n",
			INQUIRY, ". ."},
		{TITLE THREE "| " NEW " | 1 | 2 | 0 | 0 | 0 | 0 | 3 |\n| 8.属于行政查询事项 |\n| "
			     "（四）无法提供1.本机关 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n",
			INQUIRY, ". ."},
	};
	KIT_EXPECT(rows);
}

#define NORMATIVE                                                                                  \
	"disclosure/normative/issued disclosure/normative/repealed disclosure/normative/in_force"
#define FIRST "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"

/* A row that ends in an empty cell where the others have theirs: one was lost. Without a sum that
 * is so for zeros as well. */
Test(table_moved, a_row_ends_early)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO FIRST "| 规章 | 3 | 1 | 7 |\n| 行政规范性文件 | 6 | 5 | |\n", NORMATIVE,
			"6? 5? _?"},
		{TITLE TWO FIRST "| 规章 | 3 | 1 | 7 |\n| 行政规范性文件 | 0 | 0 | |\n", NORMATIVE,
			"0? 0? _?"},
		{TITLE TWO FIRST "| 规章 | 3 | 1 | 7 |\n| 行政规范性文件 | 6 | 5 | 2 |\n",
			NORMATIVE, "6 5 2"},
	};
	KIT_EXPECT(rows);
}

/* What is left of a number beside the others, or two of its parts on one line. */
Test(table_moved, a_number_in_pieces)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n3\n1\n7\n行政"
			   "规范性文件"
			   "\n21\n88,\n131\n17\n行政许可\n4\n行政处罚\n5\n",
			NORMATIVE, "21? 131? 17?"},
		{TITLE TWO "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n3\n1\n7\n行政"
			   "规范性文件"
			   "\n860\n63 24\n行政许可\n4\n行政处罚\n5\n",
			NORMATIVE, "860? 63? 24?"},
	};
	KIT_EXPECT(rows);
}

#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define WIDE                                                                                                              \
	"| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n"                                                     \
	"| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | "      \
	"复议后起诉 "                                                                                                \
	"| | | | |\n"                                                                                                     \
	"| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | " \
	"其他结果 | 尚未审结 | 总计 |\n"
#define AFTER "disputes/review/upheld disputes/after_review/upheld disputes/after_review/total"

/* Numbers right below the line of values are the rest of some of its; a line that is nearly long
 * enough is placed in doubt. */
Test(table_moved, the_wide_line_is_damaged)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR WIDE "| 1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 8 | 5 | 4 | 2 | 1 |\n"
				 "| 9 | | | | | | | | | | | | | | |\n",
			AFTER, "1? 8? 1?"},
		{TITLE FOUR WIDE "| 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |\n",
			AFTER, "0 0 _?"},
		{TITLE FOUR WIDE "| 1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 8 | 5 | 4 | 2 | 19 |\n",
			AFTER, "1 8 19"},
	};
	KIT_EXPECT(rows);
}

#define SECURITY                                                                                   \
	"requests/outcome.refused.public_security/legal "                                          \
	"requests/outcome.refused.public_security/total"

/* Where marks hold numbers apart, blanks within one do not. */
Test(table_moved, marks_hold_apart)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW
			"、6、7、0、0、0、0、13\n" OVER
			"、0、0、0、0、0、0、0\n3.危及“三安全一稳定”、1、1、0、0、9 9、0、101\n",
			SECURITY, "99? 101"},
	};
	KIT_EXPECT(rows);
}

#define WITH_TOTAL " | | | | | | | 0 | |\n"

/* Rows of a total alone, and one whose numbers stand a column before: an empty cell before its
 * label is lost, so it moves back, in doubt. Where no other row is like those, nothing tells. */
Test(table_moved, a_row_beside_the_others)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 "
			"| 总计 | |\n"
			"|---|---|---|---|---|---|---|---|---|---|\n| " NEW " |" WITH_TOTAL
			"| " OVER " |" WITH_TOTAL "| | 1.属于国家秘密" WITH_TOTAL
			"| 2.其他法律行政法规禁止公开" WITH_TOTAL
			"| | 4.保护第三方合法权益" WITH_TOTAL,
			"requests/new/total requests/outcome.refused.state_secret/total "
			"requests/outcome.refused.forbidden_by_law/other "
			"requests/outcome.refused.forbidden_by_law/total",
			"0 0 _? 0?"},
		{TITLE THREE
			"| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 "
			"| 总计 |\n"
			"|---|---|---|---|---|---|---|---|---|\n| " NEW
			" | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| " OVER
			" | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
			"| | 1.属于国家秘密 | | | | | | 0 | |\n",
			"requests/new/total requests/outcome.refused.state_secret/other "
			"requests/outcome.refused.state_secret/total",
			"0 0 _"},
	};
	KIT_EXPECT(rows);
}

#define HEAD_ONE "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
#define HEAD_SIX "第二十条第（六）项\n信息内容\n本年处理决定数量\n"
#define DECISIONS                                                                                  \
	"disclosure/regulation/in_force disclosure/penalty/decisions "                             \
	"disclosure/coercion/decisions"

/* Where empty cells leave nothing, the last number of a row may be its page's; not so where no row
 * lacks a cell, and never a zero. A number behind all cells of a row is none of its. */
Test(table_moved, numbers_of_pages)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO HEAD_ONE "规章\n0\n0\n2\n规范性文件\n0\n0\n" HEAD_SIX
				    "行政处罚\n3\n行政强制\n0\n",
			DECISIONS, "2? 3? 0"},
		{TITLE TWO HEAD_ONE "规章\n0\n0\n2\n规范性文件\n0\n0\n0\n" HEAD_SIX
				    "行政处罚\n3\n行政强制\n0\n",
			DECISIONS, "2 3 0"},
		{TITLE TWO "规章\n" HEAD_SIX "行政处罚\n3\n行政强制\n0\n", DECISIONS, ". 3? 0"},
		/* the number of the page before stands nowhere, or it does */
		{TITLE TWO "规章\n" HEAD_SIX "行政处罚\n32\n行政强制\n5\n", DECISIONS, ". 32 5"},
		{TITLE "我局公开信息。\n\n31\n\n" TWO "规章\n" HEAD_SIX
		       "行政处罚\n32\n行政强制\n5\n",
			DECISIONS, ". 32? 5"},
		{TITLE TWO
			"|\n 规章  | |||\n|\n 行政许可  | |||\n|\n 第二十条第（六）项  | |||\n|\n "
			"信息内容  | \n 本年处理决定数量  | ||\n|\n 行政处罚  | |||\n9\n|\n "
			"行政强制  | |||\n|\n 第二十条第（八）项  | |||\n|\n 信息内容  | \n "
			"本年收费金额（单位：万元）  | ||\n|\n 行政事业性收费  | |||\n",
			"disclosure/penalty/decisions", "9?"},
	};
	KIT_EXPECT(rows);
}

#define CELLS_DOWN(n) n "\n0\n0\n0\n0\n0\n" n "\n"

/* And a row that lost its label follows one that is empty: the numbers may be either's. */
Test(table_moved, a_row_may_take_those_of_the_next)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADS NEW "\n" CELLS_DOWN("1") OVER
			"\n" CELLS_DOWN("1") "1.属于国家秘密\n"
					     "2.其他法律行政法规禁止公开\n" CELLS_DOWN(
						     "0") "4.保护第三方合法权益\n" CELLS_DOWN("2"),
			"requests/outcome.refused.forbidden_by_law/total "
			"requests/outcome.refused.third_party/total",
			"0? 2"},
		{TITLE THREE HEADS NEW "\n" CELLS_DOWN("1") OVER
			"\n" CELLS_DOWN("1") "2.其他法律行政法规禁止公开\n" CELLS_DOWN(
				"0") "4.保护第三方合法权益\n" CELLS_DOWN("2"),
			"requests/outcome.refused.forbidden_by_law/total "
			"requests/outcome.refused.third_party/total",
			"0 2"},
	};
	KIT_EXPECT(rows);
}

/* The end of a label that a page cut off is another row's to the letter, but for its number. */
Test(table_moved, the_end_of_a_label_is_no_row)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "| " NEW " | | | | | | | 0 |\n| " OVER " | | | | | | | 0 |\n"
			     "| （二）部分公开（区分处理的，只计这一情形，不计 | | | | | | | |\n\n"
			     "| 其他情形） | | | | | | | 0 |\n| 1.属于国家秘密 | | | | | | | 0 |\n"
			     "| 3.其他 | | | | | | | 0 |\n",
			"requests/outcome.partial/total "
			"requests/outcome.refused.state_secret/total",
			"_? 0?"},
	};
	KIT_EXPECT(rows);
}

#define LINE_OF(label, a, b, c, d, e, f, g)                                                        \
	"| " label " | " a " | " b " | " c " | " d " | " e " | " f " | " g " |\n"
#define FULL(label) LINE_OF(label, "0", "0", "0", "0", "0", "0", "0")

#define HEADS_TABBED "项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define BY_TABS(label) label "\t0\t0\t0\t0\t0\t0\t0\n"

/* Rows that lost their labels, with empty cells in them, as many as are missing and each under the
 * headings: in doubt where few are filled. One that does not add up is none. */
Test(table_moved, rows_without_labels_and_with_empty_cells)
{
#define TORN_ROWS(second)                                                                                             \
	TITLE THREE "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | " \
		    "其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n" FULL(NEW)                                    \
			    FULL("1.属于国家秘密") LINE_OF("", "3", "", "", "", "", "0", "3")                         \
				    second FULL("4.保护第三方合法权益")
#define TORN_CELLS                                                                                 \
	"requests/outcome.refused.forbidden_by_law/person "                                        \
	"requests/outcome.refused.forbidden_by_law/total "                                         \
	"requests/outcome.refused.public_security/welfare"
	static const struct kit_cells rows[] = {
		{TORN_ROWS(LINE_OF("", "", "", "", "2", "", "", "2")), TORN_CELLS, "3? 3? 2?"},
		{TORN_ROWS(LINE_OF("", "", "", "", "2", "", "", "")), TORN_CELLS, ". . ."},
		/* or only one of few cells that are empty */
		{TORN_ROWS(LINE_OF("", "0", "1", "0", "2", "0", "", "9")), TORN_CELLS, "3? 3? 2?"},
		{TITLE THREE HEADS_TABBED BY_TABS(NEW) BY_TABS("1.属于国家秘密") BY_TABS(
			 "2.其他法律行政法规禁止公开") "\t1\t0\t/\t\t0\t0\t9\n" BY_TABS("4."
											"保护第三方"
											"合法权益"),
			"requests/outcome.refused.public_security/person "
			"requests/outcome.refused.public_security/welfare "
			"requests/outcome.refused.public_security/total",
			"1? _? 9?"},
	};
	KIT_EXPECT(rows);
}

#define DOWN(a, b, c, d, e, f, g) a " |\n" b " |\n" c " |\n" d " |\n" e " |\n" f " |\n" g " |\n"
#define HEADS_DOWN                                                                                            \
	"申请人情况 |\n总计 |\n自然人 |\n法人或其他组织 |\n商业企业 |\n科研机构 |\n" \
	"社会公益组织 |\n法律服务机构 |\n其他 |\n"

/* The total's heading may be the first column's or stand above the last: rows with empty cells tell
 * by their sums, where one of them begins with an empty cell and so none was moved up. */
Test(table_moved, sums_of_rows_with_empty_cells_tell_the_total_s_place)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADS_DOWN NEW " |\n" DOWN("48", "38", "9", "", "", "", "1") OVER
			" |\n" DOWN("", "0", "", "", "", "", ""),
			"requests/new/person requests/new/total requests/carried_over/person",
			"38 48 0"},
		{TITLE THREE HEADS_DOWN NEW " |\n" DOWN("48", "38", "9", "", "", "", "1") OVER
			" |\n" DOWN("0", "0", "", "", "", "", ""),
			"requests/new/person requests/new/total", "48? 1?"},
	};
	KIT_EXPECT(rows);
}

#define IN_GRID(a, b, label, c, d, e, f, g, h, i)                                                  \
	"| " a " | " b " | " label " | " c " | " d " | " e " | " f " | " g " | " h " | " i " |\n"
#define EXCESSIVE                                                                                  \
	"requests/outcome.rejected.excessive/person requests/outcome.rejected.excessive/company "  \
	"requests/outcome.rejected.excessive/legal requests/outcome.rejected.excessive/total"

/* The empty cell before a label is lost, and one came in at the row's end: all of it moved, unless
 * the row adds up where it stands. */
Test(table_moved, a_row_moved_with_its_label)
{
#define GROUP_OF(row)                                                                              \
	TITLE THREE IN_GRID("", "", "项目", "自然人", "商业企业", "科研机构", "社会公益组织",      \
		"法律服务机构", "其他",                                                            \
		"总计") "|---|---|---|---|---|---|---|---|---|---|\n" IN_GRID(NEW, "", "", "4",    \
		"0", "0", "", "0", "0", "4") IN_GRID("", "（五）不予处理", "1.信访举报投诉类申请", \
		"0", "0", "", "0", "0", "",                                                        \
		"0") IN_GRID("", "", "2.重复申请", "0", "0", "", "", "", "0", "")                  \
		IN_GRID("", "", "3.要求提供公开出版物", "", "0", "", "0", "0", "0", "0") row
	static const struct kit_cells rows[] = {
		{GROUP_OF("|  | 4.无正当理由大量反复申请 |  | 0 | 0 | 0 | 0 |  | 0 |  |\n"),
			EXCESSIVE, "_? 0? 0? 0?"},
		{GROUP_OF("|  |  | 4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 |  | 0 |  |\n"),
			EXCESSIVE, "0 0 _ _"},
		{GROUP_OF("|  | 4.无正当理由大量反复申请 |  | 3 | 0 | 0 | 1 |  | 0 | 4 |\n"),
			EXCESSIVE, "3 0 _ 4"},
	};
	KIT_EXPECT(rows);
}

/* A cell a line, empty ones too: behind a label stand its own cells and then those of the row that
 * lost its label, which alone is missing there. */
Test(table_moved, cells_of_two_rows_behind_one_label)
{
#define PARTS_DOWN                                                                                 \
	"自然人 |\n商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n总计 |\n"
#define EMPTY DOWN("", "", "", "", "", "", "")
#define ZEROS DOWN("0", "", "0", "", "0", "0", "0")
#define TOTALLESS DOWN("0", "0", "0", "0", "0", "0", "")
	static const struct kit_cells rows[] = {
		{TITLE THREE "项目 |\n" PARTS_DOWN NEW " |\n" DOWN("4", "0", "0", "", "0", "0", "4")
				OVER
			" |\n" ZEROS "1.属于国家秘密 |\n" ZEROS
			"2.其他法律行政法规禁止公开 |\n" ZEROS "3.危及“三安全一稳定” |\n" ZEROS
			"4.保护第三方合法权益 |\n" ZEROS "5.属于三类内部事务信息 |\n" EMPTY DOWN(
				"3", "1", "", "", "", "", "4") "7.属于行政执法案卷 |\n" ZEROS
							       "8.属于行政查询事项 |\n" ZEROS,
			"requests/outcome.refused.internal/person "
			"requests/outcome.refused.internal/total "
			"requests/outcome.refused.deliberative/person "
			"requests/outcome.refused.deliberative/total",
			"_? _? 3? 4?"},
		/* of a group that lost all its labels, the first cell an empty one */
		{TITLE THREE "项目 |\n" PARTS_DOWN NEW " |\n" DOWN("4", "0", "0", "", "0", "0", "4")
				OVER
			" |\n" ZEROS "1.属于国家秘密 |\n" ZEROS
			"2.其他法律行政法规禁止公开 |\n" ZEROS "3.危及“三安全一稳定” |\n" ZEROS
			"4.保护第三方合法权益 |\n" ZEROS "5.属于三类内部事务信息 |\n" ZEROS
			"6.属于四类过程性信息 |\n" ZEROS "7.属于行政执法案卷 |\n" ZEROS
			"8.属于行政查询事项 |\n" ZEROS "（四）无法提供 |\n" DOWN("", "0", "0", "",
				"0", "0", "0") DOWN("2", "", "", "", "", "", "2") DOWN("0", "0",
				"0", "0", "", "0", "") "1.信访举报投诉类申请 |\n" ZEROS,
			"requests/outcome.unavailable.not_held/person "
			"requests/outcome.unavailable.not_compiled/total "
			"requests/outcome.unavailable.unclear/total "
			"requests/outcome.rejected.petition/person",
			"_? 2? _? 0"},
		/* and all rows end in one: what parts two of them is a cell, whichever line is full
		   there */
		{TITLE THREE "项目 |\n" PARTS_DOWN NEW " |\n" DOWN("4", "0", "0", "0", "0", "0",
			 "4") "（一）予以公开 |\n" TOTALLESS "（二）部分公开 |\n" TOTALLESS
			      "（三）不予公开 |\n" DOWN("0", "1", "0", "0", "0", "0", "")
				      TOTALLESS TOTALLESS TOTALLESS TOTALLESS TOTALLESS TOTALLESS
					      DOWN("2", "0", "0", "0", "1", "0",
						      "") "（四）无法提供 |\n"
							  "1.本机关不掌握相关政府信息 |\n" TOTALLESS
							  "2.没有现成信息需要另行制作 |\n" TOTALLESS
							  "3.补正后申请内容仍不明确 |\n" TOTALLESS
							  "1.信访举报投诉类申请 |\n" TOTALLESS
							  "2.重复申请 |\n" TOTALLESS
							  "3.要求提供公开出版物 |\n" TOTALLESS
							  "4.无正当理由大量反复申请 |\n" TOTALLESS,
			"requests/outcome.refused.state_secret/company "
			"requests/outcome.refused.state_secret/total "
			"requests/outcome.refused.inquiry/person "
			"requests/outcome.refused.inquiry/legal "
			"requests/outcome.unavailable.not_held/person",
			"1? _? 2? 1? 0?"},
	};
	KIT_EXPECT(rows);
}
