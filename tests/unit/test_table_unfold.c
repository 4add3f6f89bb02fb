/* Where in its row a cell stands, if empty ones or blanks are all that tells: by the width of the
 * table that a cell a line makes up, by how far all rows reach behind their labels, by blanks
 * between numbers and marks for nothing. */
#include "unit/table_kit.h"

TestSuite(table_unfold, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2020年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
#define E " |\n"
#define E5 E E E E E
#define HEADS                                                                                      \
	"填表 |\n" E E "申请人情况 |\n" E5 E E E E "自然人 |\n法人或其他组织 |\n" E E E E          \
	"总计 |\n" E E E E "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n" E
#define ROW(label) label " |\n" E E E5 E "0 |\n"
#define UNDER(label) E label " |\n" E E5 E "0 |\n"
#define FIRST                                                                                      \
	HEADS ROW("一、本年新收政府信息公开申请数量") ROW(                                         \
		"二、上年结转政府信息公开申请数量") "三、本年度办理结果 |\n（一）予以公开 |\n" E   \
		E5 E "0 |\n"
#define REST UNDER("（二）部分公开") UNDER("（七）总计")
#define LAST ROW("四、结转下年度继续办理")

#define CELLS                                                                                      \
	"requests/new/person requests/new/total requests/outcome.partial/other "                   \
	"requests/outcome.partial/total"

Test(table_unfold, cells_of_a_rectangle)
{
	static const struct kit_cells rows[] = {
		{TITLE FIRST REST LAST, CELLS, "_ 0 _ 0"},
		/* a line too many: nothing tells how wide the rows are */
		{TITLE FIRST "页 |\n" REST LAST, CELLS, "_? 0? _? 0?"},
	};
	KIT_EXPECT(rows);
}

#define ROUGH(label) label " |  |  |  |  |  |  | 0 | |\n"
#define TOPS                                                                                          \
	"填表 | 申请人情况 | ||||||||\n自然人 | 法人或其他组织 | 总计 | |||||||\n" \
	"商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||\n"
#define FIVE                                                                                       \
	ROUGH("一、本年新收政府信息公开申请数量")                                                  \
	ROUGH("二、上年结转政府信息公开申请数量")                                                  \
	ROUGH("三、本年度办理结果 | （一）予以公开")                                               \
	ROUGH("（三）不予公开 | 1.属于国家秘密") ROUGH("2.其他法律行政法规禁止公开")
#define PARTIAL "（二）部分公开"
#define THREE                                                                                      \
	ROUGH("3.危及“三安全一稳定”")                                                              \
	ROUGH("4.保护第三方合法权益")                                                              \
	ROUGH("5."                                                                                 \
	      "属于三类内部事务信息")

Test(table_unfold, all_rows_reach_as_far)
{
	static const struct kit_cells rows[] = {
		{TITLE TOPS FIVE ROUGH(PARTIAL) THREE, CELLS, "_ 0 _ 0"},
		/* one cell less in each row, its heading lost with it */
		{TITLE "填表 | 申请人情况 | ||||||||\n自然人 | 法人或其他组织 | 总计 | |||||||\n"
		       "商业企业 | 科研机构 | 社会公益组织 | 其他 | |||||\n" FIVE ROUGH(PARTIAL)
				THREE,
			CELLS, "_? 0? _? 0?"},
		/* a row reaches further: cells stand before the first column */
		{TITLE TOPS FIVE PARTIAL " |  |  |  |  |  |  |  | 0 | |\n" THREE, CELLS,
			"_? 0? _? 0?"},
	};
	KIT_EXPECT(rows);
}

#define LINES                                                                                                   \
	"二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 4 0 0 0 0 0 4\n" \
	"1.属于国家秘密 0 0 0 0 0 0 0\n3.危及“三安全一稳定” 0 0 0 0 0 0 0\n"                  \
	"4.保护第三方合法权益 0 0 0 0 0 0 0\n（七）总计 4 0 0 0 0 0 4\n"
#define NEW_CELLS                                                                                  \
	"requests/new/person requests/new/company requests/new/research requests/new/welfare "     \
	"requests/new/total"

Test(table_unfold, words_for_nothing_among_numbers)
{
	static const struct kit_cells rows[] = {
		{TITLE "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
		       "一、本年新收政府信息公开申请数量 — 0 无 4 0 0 4\n" LINES,
			NEW_CELLS, "_ 0 _ 4 4"},
	};
	KIT_EXPECT(rows);
}

/* In a line of the page, too; a word that is no unit is none, nor one behind another number's. */
Test(table_unfold, a_blank_before_the_unit)
{
#define BOUGHT "某市财政局2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" \
	"第二十条第（九）项\n信息内容  采购项目数量  采购总金额\n"
#define BUYING "disclosure/procurement/items disclosure/procurement/amount"
	static const struct kit_cells rows[] = {
		{BOUGHT "政府集中采购  2  33 万元\n", BUYING, "2 33"},
		{BOUGHT "政府集中采购  2  33 米\n", BUYING, ". ."},
		{BOUGHT "政府集中采购  2  33 万元 万元\n", BUYING, ". ."},
		{BOUGHT "政府集中采购  2  万元\n", BUYING, "2? ."},
	};
	KIT_EXPECT(rows);
}

#define BARS "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"

Test(table_unfold, numbers_far_apart_in_one_cell)
{
	static const struct kit_cells rows[] = {
		{TITLE BARS "| 一、本年新收政府信息公开申请数量 | 8    5 | 0 | 4 | 0 | 0 | 17 |\n",
			NEW_CELLS, "8 5 0 4 17"},
		/* a number that broke, or a sum that does not tell */
		{TITLE BARS "| 一、本年新收政府信息公开申请数量 | 8 5 | 0 | 4 | 0 | 0 | 17 |\n",
			NEW_CELLS, "8? 5? 0? 4? 17?"},
		{TITLE BARS "| 一、本年新收政府信息公开申请数量 | 8    5 | 0 | 4 | 0 | 0 | 18 |\n",
			NEW_CELLS, "8? 5? 0? 4? 18?"},
	};
	KIT_EXPECT(rows);
}
