/* Texts of pages that a program read piece by piece, and what leaves open whose a number is. */
#include "unit/table_kit.h"

TestSuite(table_scrambled, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define FIRST "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
#define FIFTH "第二十条第（五）项\n信息内容\n本年处理决定数量\n"
#define SIXTH "第二十条第（六）项\n信息内容\n本年处理决定数量\n"
#define DECISIONS                                                                                  \
	"disclosure/regulation/issued disclosure/licence/decisions "                               \
	"disclosure/penalty/decisions disclosure/coercion/decisions"

/* Where a label stands behind its own number, and another has none behind it, nothing is sure;
 * where each has its numbers behind it, a label that is lost leaves the others sure. */
Test(table_scrambled, labels_behind_their_numbers)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO FIRST "17\n0\n1\n规章\n5\n1\n13\n行政规范性文件\n" FIFTH
				 "0\n行政许可\n" SIXTH "10\n行政处罚\n0\n行政强制\n",
			"disclosure/penalty/decisions", "0?"},
		{TITLE TWO FIRST "规章\n17\n0\n1\n行政规范性文件\n5\n1\n13\n" FIFTH
				 "行政许可\n0\n" SIXTH "行政处罚\n10\n行政强制\n0\n",
			DECISIONS, "17 0 10 0"},
		{TITLE TWO FIRST "17\n0\n1\n行政规范性文件\n5\n1\n13\n" FIFTH "行政许可\n0\n" SIXTH
				 "行政处罚\n10\n行政强制\n0\n",
			DECISIONS, "17? 0 10 0"},
	};
	KIT_EXPECT(rows);
}

#define TITLE_2020 "某市财政局2020年政府信息公开工作年度报告\n\n"
#define CHANGED "上一年项目数量\n处理决定数量\n本年增/减\n"
#define ORDERED "上一年项目数量\n本年增/减\n处理决定数量\n"
#define FIFTH_2019(heads)                                                                                       \
	"第二十条第（五）项\n信息内容\n" heads "行政许可\n3\n0\n1\n其他对外管理服务事项\n1\n0\n2" \
	"\n"
#define PENALTIES "disclosure/licence/change disclosure/licence/decisions"

/* Headings in another order, and elsewhere a label before its headings: neither was read where it
 * stands. */
Test(table_scrambled, headings_and_labels_in_turn)
{
	static const struct kit_cells rows[] = {
		{TITLE_2020 TWO FIFTH_2019(CHANGED), PENALTIES, "1 0"},
		{TITLE_2020 TWO FIFTH_2019(CHANGED) "第二十条第（八）项\n信息内容\n行政事业性收费\n"
						    "上一年项目数量\n本年增/减\n3\n0\n",
			PENALTIES, "1? 0?"},
		{TITLE_2020 TWO FIFTH_2019(
			 ORDERED) "第二十条第（八）项\n信息内容\n"
				  "上一年项目数量\n本年增/减\n行政事业性收费\n3\n0\n",
			PENALTIES, "0 1"},
	};
	KIT_EXPECT(rows);
}

#define PARTS "商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
#define HEADS "自然人\n法人或其他组织\n总计\n" PARTS
#define LATE "法人或其他组织\n自然人\n总计\n" PARTS
#define NEW "一、本年新收政府信息公开申请数量\n9\n7\n6\n1\n1\n6\n30\n"
#define OVER "二、上年结转政府信息公开申请数量\n0\n2\n0\n0\n0\n0\n2\n"
#define SECRET "1.属于国家秘密\n0\n0\n0\n0\n0\n2\n2\n"
#define LAW "2.其他法律行政法规禁止公开\n2\n0\n0\n0\n0\n0\n2\n"
#define LOOKS "requests/carried_over/person requests/carried_over/other"

/* The name of a group behind the rows that are in it; a column's heading behind one that stands
 * above others. */
Test(table_scrambled, words_behind_what_they_stand_beside)
{
#define SECURITY "3.危及“三安全一稳定”\n8\n3\n0\n0\n0\n3\n14\n"
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADS NEW OVER SECRET LAW SECURITY, LOOKS, "0 0"},
		{TITLE THREE HEADS NEW OVER SECRET LAW "（三）\n不予公\n开\n" SECURITY, LOOKS,
			"0? 0?"},
		{TITLE THREE LATE NEW OVER SECRET LAW SECURITY, LOOKS, "0? 2?"},
	};
	KIT_EXPECT(rows);
}

/* A label that the next line has by itself is no part of this line's. */
Test(table_scrambled, a_label_below_a_row)
{
#define ROW_HEADS "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
	static const struct kit_cells rows[] = {
		{TITLE_2020 THREE ROW_HEADS
			"一、本年新收政府信息公开申请数量 2 3 0 0 0 0 5\n"
			"（六）其他处理 2 3733 0 0 0 0 3735\n（七）总计\n2557\n0\n"
			"四、结转下年度继续办理 26 0 0 0 2 0 28\n",
			"requests/outcome.other/company requests/outcome.total/company", "3733 ."},
	};
	KIT_EXPECT(rows);
}

/* What is higher on the page is not therefore before what is left of it. */
Test(table_scrambled, rows_of_a_line_by_their_places)
{
#define HEADS_3                                                                                                                    \
	"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t" \
	"总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"                                                 \
	"0\t85\t3\t0\t88\t1\t0\t0\t0\t1\t0\t26\t32\t0\t58\n"
#define TOTALS "disputes/review/total disputes/direct/total disputes/after_review/total"
	static const struct kit_cells rows[] = {
		{TITLE FOUR "\t\t\t\t\t\t\t\t\t行政诉讼\t\t\t\t\t\n\t\t行政复议\t\t\t\t\t\t\t\t\t\t"
			    "\t\t\n"
			    "\t\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\n" HEADS_3,
			TOTALS, "88 1 58"},
		{TITLE FOUR "                                           行政诉讼\n"
			    "         行政复议\n"
			    "                              未经复议直接起诉                   "
			    "复议后起诉\n"
			    "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 "
			    "尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
			    " 0   8    3     0   11     1   0   0   0    1     0   26     32     0 "
			    "  58\n",
			TOTALS, "11 1 58"},
		/* nothing says which is left */
		{TITLE FOUR "行政诉讼\n\n行政复议\n\n" HEADS_3, TOTALS, "88? 1? 58?"},
	};
	KIT_EXPECT(rows);
}

/* Of a line of numbers each is cut, the rest of all of them below. */
Test(table_scrambled, all_numbers_of_a_row_are_cut)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "                                  自然人  商业企业  科研机构  "
			     "社会公益组织  法律服务机构  其他  总计\n"
			     "一、本年新收政府信息公开申请数量     937      634       410         "
			     "303          336      475   172\n"
			     "                                      61       23         8          "
			     " 2            8        4   446\n"
			     "二、上年结转政府信息公开申请数量       0        0         0          "
			     " 0            1        0     1\n"
			     "四、结转下年度继续办理                 0        0         0          "
			     " 0            1        0     1\n",
			"requests/new/person requests/new/total", "937? 172?"},
	};
	KIT_EXPECT(rows);
}

#define SEVEN "项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define ROW(label, cells) label "\t" cells "\n"

/* Each row ends in an empty cell and has no other: which column is lost zeros do not say. */
Test(table_scrambled, a_column_of_zeros_is_lost)
{
#define ZEROS "0\t0\t0\t0\t0\t0\t"
#define EDGES "requests/new/person requests/new/total"
	static const struct kit_cells rows[] = {
		{TITLE THREE SEVEN ROW("一、本年新收政府信息公开申请数量", ZEROS)
				ROW("二、上年结转政府信息公开申请数量", ZEROS)
					ROW("四、结转下年度继续办理", ZEROS),
			EDGES, "0 _?"},
		{TITLE TWO "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t\n"
			   "行政规范性文件\t5\t6\t\n",
			"disclosure/regulation/issued disclosure/regulation/in_force "
			"disclosure/normative/issued",
			"0 _? 5?"},
	};
	KIT_EXPECT(rows);
}
