/* Tables printed on their side: a line a column of the form. */
#include "unit/table_kit.h"

TestSuite(table_side, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
#define END "\n五、存在的主要问题及改进情况\n\n没有问题。\n"
#define TOP                                                                                                                                \
	"申请\t\t一、本年新收政府信息公开申请数量\t二、上年结转政府信息公开申请数量\t三、本年度办" \
	"理结果\t\t\t\n"
#define HEADS TOP "\t\t\t\t（一）予以公开\t（三）不予公开\t\t\n"
#define LOW "\t\t\t\t\t1.属于国家秘密\t2.其他法律行政法规禁止公开\t3.危及“三安全一稳定”\n"
#define OTHERS                                                                                                    \
	"\t科研机构\t0\t0\t0\t0\t0\t0\n\t社会公益组织\t0\t0\t0\t0\t0\t0\n\t法律服务机构\t0\t0\t0" \
	"\t0\t0\t0\n\t其他\t0\t0\t0\t0\t0\t0\n"
#define NONE "科研机构\t0\t0\t0\n社会公益组织\t0\t0\t0\n法律服务机构\t0\t0\t0\n其他\t0\t0\t0\n"
#define BARE                                                                                               \
	"\t科研机构\t\t\t\t\t\t\n\t社会公益组织\t\t\t\t\t\t\n\t法律服务机构\t\t\t\t\t\t\n" \
	"\t其他\t\t\t\t\t\t\n"
#define ENDLESS                                                                                                 \
	"\t科研机构\t0\t0\t0\t0\t0\t\n\t社会公益组织\t0\t0\t0\t0\t0\t\n\t法律服务机构\t0\t0\t0" \
	"\t0\t0\t\n\t其他\t0\t0\t0\t0\t0\t\n"
#define FIRM "\t商业企业\t0\t2\t1\t0\t1\t0\n"
#define TOTAL "\t总计\t5\t3\t4\t2\t2\t0\n"
#define CELLS                                                                                      \
	"requests/new/person requests/carried_over/company requests/outcome.granted/total "        \
	"requests/outcome.refused.state_secret/person "                                            \
	"requests/outcome.refused.forbidden_by_law/total"

/* What stands beside its heading nobody can tell. */
Test(table_side, degenerate)
{
	static const struct kit_cells rows[] = {
		/* headings and nothing else */
		{TITLE HEADS LOW END, CELLS, ". . . . ."},
		/* a heading lost, the others have moved */
		{TITLE HEADS "\t\t\t\t\t2.其他法律行政法规禁止公开\t3.危及“三安全一稳定”\t\n"
			     "申请人\t自然人\t5\t1\t3\t2\t1\t0\n" FIRM OTHERS TOTAL END,
			CELLS, ". . . . ."},
		/* a number lost, its line shorter */
		{TITLE HEADS LOW "申请人\t自然人\t5\t1\t3\t1\t0\n" FIRM OTHERS TOTAL END, CELLS,
			". . . . ."},
		/* a line's label lost, its numbers where labels are */
		{TITLE HEADS LOW "申请人\t自然人\t5\t1\t3\t2\t1\t0\n"
				 "\t0\t2\t1\t0\t1\t0\t\n" OTHERS TOTAL END,
			CELLS, ". . . . ."},
		/* two tables run together */
		{TITLE HEADS LOW
			"申请人\t自然人\t5\t1\t3\t2\t1\t0\n" FIRM OTHERS TOTAL
			"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0\t0\t0\t0\t0\n" END,
			CELLS, ". . . . ."},
		/* hardly a cell filled */
		{TITLE HEADS LOW "申请人\t自然人\t5\t\t\t\t\t\n\t商业企业\t\t\t\t\t\t\n" BARE
				 "\t总计\t5\t\t\t\t\t\n" END,
			"requests/new/person requests/new/other requests/carried_over/company",
			"5 _ _"},
		/* lines that are no columns of the form */
		{TITLE HEADS LOW "申请人\t一季度\t5\t1\t3\t2\t1\t0\n\t二季度\t0\t2\t1\t0\t1\t0\n"
				 "\t三季度\t5\t3\t4\t2\t2\t0\n" END,
			CELLS, ". . . . ."},
	};
	KIT_EXPECT(rows);
}

Test(table_side, lines_are_columns)
{
	static const struct kit_cells rows[] = {
		{TITLE HEADS LOW "申请人\t自然人\t5\t1\t3\t2\t1\t0\n" FIRM OTHERS TOTAL END, CELLS,
			"5 2 4 2 2"},
		/* without the groups above, the total first */
		{TITLE "项目\t一、本年新收政府信息公开申请数量\t二、上年结转政府信息公开申请数量\t"
		       "（一）予以公开\n总计\t6\t4\t4\n自然人\t5\t1\t3\n商业企业\t1\t3\t1\n" NONE
				END,
			"requests/new/person requests/new/total requests/outcome.granted/company",
			"5 6 1"},
		/* empty cells stay where they are */
		{TITLE HEADS LOW
			"申请人\t自然人\t5\t1\t3\t2\t1\t0\n\t商业企业\t\t2\t1\t\t1\t0\n" OTHERS
				TOTAL END,
			CELLS " requests/new/company", "5 2 4 2 2 _"},
	};
	KIT_EXPECT(rows);
}

/* A line that ends in an empty cell may have lost one before. */
Test(table_side, a_line_that_slid)
{
	static const struct kit_cells rows[] = {
		{TITLE HEADS LOW
			"申请人\t自然人\t5\t1\t3\t2\t1\t0\n\t商业企业\t0\t2\t0\t1\t0\t\n" OTHERS
				TOTAL END,
			"requests/carried_over/company requests/carried_over/person", "2? 1"},
		/* all end so */
		{TITLE HEADS LOW
			"申请人\t自然人\t5\t1\t3\t2\t1\t\n\t商业企业\t0\t2\t1\t0\t1\t\n" ENDLESS
			"\t总计\t5\t3\t4\t2\t2\t\n" END,
			"requests/carried_over/company requests/carried_over/person", "2 1"},
	};
	KIT_EXPECT(rows);
}

#define HTML_LINE(name) "<tr><td>" name "</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>"

/* In a page a group's name stands above all of its headings. */
Test(table_side, cells_over_several)
{
	static const struct kit_cells rows[] = {
		{"<!doctype "
		 "html><html><body><h1>某市财政局2022年政府信息公开工作年度报告</"
		 "h1><p>三、收到和处理政府信息公开申请情况</p>"
		 "<table><tr><td colspan=2 rowspan=2>申请</td><td "
		 "rowspan=2>一、本年新收政府信息公开申请数量</td>"
		 "<td rowspan=2>二、上年结转政府信息公开申请数量</td><td "
		 "colspan=2>（三）不予公开</td></tr>"
		 "<tr><td>1.属于国家秘密</td><td>2.其他法律行政法规禁止公开</td></tr>"
		 "<tr><td "
		 "rowspan=7>申请人</td><td>自然人</td><td>5</td><td>1</td><td>2</td><td>4</td></tr>"
		 "<tr><td>商业企业</td><td>1</td><td>3</td><td>0</td><td>2</td></tr>" HTML_LINE(
			 "科研机构") HTML_LINE("社会公益组织") HTML_LINE("法律服务机构")
				HTML_LINE("其他") "<tr><td>总计</td><td>6</td><td>4</td><td>2</"
						  "td><td>6</td></tr></table>",
			"requests/new/person requests/carried_over/company "
			"requests/outcome.refused.state_secret/person "
			"requests/outcome.refused.forbidden_by_law/total",
			"5 3 2 6"},
	};
	KIT_EXPECT(rows);
}

Test(table_side, other_tables)
{
	static const struct kit_cells rows[] = {
		{"某市财政局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
		 "信息内容\t规章\t行政规范性文件\n本年制发件数\t1\t2\n本年废止件数\t0\t7\n"
		 "现行有效件数\t3\t4\n" END,
			"disclosure/regulation/in_force disclosure/normative/repealed", "3 7"},
		{"某市财政局2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情"
		 "况\n\n"
		 "类别\t行政复议\t行政诉讼\t\n\t\t未经复议直接起诉\t复议后起诉\n"
		 "结果维持\t1\t2\t3\n结果纠正\t0\t1\t0\n其他结果\t1\t2\t0\n尚未审结\t0\t0\t3\n"
		 "总计\t2\t5\t6\n" END,
			"disputes/review/upheld disputes/direct/corrected "
			"disputes/after_review/total",
			"1 1 6"},
	};
	KIT_EXPECT(rows);
}
