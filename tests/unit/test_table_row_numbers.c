/* A column that counts the rows, before their labels. */
#include "unit/table_kit.h"

TestSuite(table_row_numbers, .init = kit_load, .fini = kit_unload);

#define TITLE "某镇2021年政府信息公开工作年度报告\n"
#define THREE TITLE "三、收到和处理政府信息公开申请情况\n\n"
#define HEADS "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
#define RULE "|---|---|---|---|---|---|---|---|---|---|---|\n"
#define WANTED                                                                                     \
	"requests/new/person requests/new/total requests/carried_over/company "                    \
	"requests/outcome.granted/person requests/outcome.partial/total"

/* Numbers that go up by one are none of the table's; others may be. */
Test(table_row_numbers, count_the_rows)
{
	static const struct kit_cells rows[] = {
		{THREE "| 序号 | | | " HEADS RULE
		       "| 1 | 一、本年新收政府信息公开申请数量 | | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
		       "| 2 | 二、上年结转政府信息公开申请数量 | | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
		       "| 3 | 三、本年度办理结果 | （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
		       "| 4 | | （二）部分公开 | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n",
			WANTED, "5 5 1 4 2"},
		{THREE "| 序号 | | | " HEADS RULE
		       "| 1 | 一、本年新收政府信息公开申请数量 | | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
		       "| 2 | 二、上年结转政府信息公开申请数量 | | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
		       "| 7 | 三、本年度办理结果 | （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
		       "| 4 | | （二）部分公开 | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n",
			WANTED, "5? 5? 1? 4? 2"},
		/* in one cell with the label, where a bracket is no remark */
		{THREE "1 一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5\n"
		       "2 二、上年结转政府信息公开申请数量 0 1 0 0 0 0 1\n"
		       "3 三、本年度办理结果 （一）予以公开 4 0 0 0 0 0 4\n"
		       "4 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 1 1 0 0 0 0 2\n",
			WANTED, "5 5 1 4 2"},
	};

	KIT_EXPECT(rows);
}

/* What pages and phones put around words without any width. */
Test(table_row_numbers, nothing_of_no_width)
{
	static const struct kit_cells rows[] = {
		{TITLE "二、主动公开政府信息情况\n\n\u200d第二十条第（一）项\n\n\u200d信息内容\n\n"
		       "\u200d本年制发件数\n\n\u200d本年废止件数\n\n\u200d现行有效件数\n\n"
		       "\u200d规章\n\n\u200d2\u200d\n\n\u200d0\n\n\ufeff7\n\n"
		       "\u200d行政规范性文件\n\n\u200d1\n\n\u200d3\u200d\n\n\u200b9\n",
			"disclosure/regulation/issued disclosure/regulation/repealed "
			"disclosure/regulation/in_force disclosure/normative/issued "
			"disclosure/normative/repealed disclosure/normative/in_force",
			"2 0 7 1 3 9"},
	};

	KIT_EXPECT(rows);
}
