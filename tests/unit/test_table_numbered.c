/* A label and the first number of its row in one cell. */
#include "unit/table_kit.h"

#define NEW "| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
#define OVER "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 2 | 3 |\n"

TestSuite(table_numbered, .init = kit_load, .fini = kit_unload);

Test(table_numbered, a_cell_is_missing_behind_it)
{
	struct report *r = kit_build(NEW OVER "| 4.保护第三方合法权益 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
					      "| （七）总计 8 | 1 | 0 | 0 | 0 | 0 | 9 | |\n"
					      "| - 2.重复申请：3| 0 | 0 | 1 | 0 | 0 | 4\n"
					      "| （一）予以公开12 | 0 | 0 | 0 | 0 | 0 | 13 |\n");

	kit_expect_row(r, "outcome.refused.third_party", "2 0 0 0 0 0 2");
	kit_expect_row(r, "outcome.total", "8 1 0 0 0 0 9");
	kit_expect_row(r, "outcome.rejected.repeated", "3 0 0 1 0 0 4");
	/* it does not add up */
	kit_expect_row(r, "outcome.granted", "12? 0? 0? 0? 0? 0? 13?");
	report_free(r);
}

Test(table_numbered, the_first_cell_is_empty)
{
	struct report *r =
		kit_build(NEW OVER "| 4.保护第三方合法权益 2 | | 0 | 0 | 0 | 0 | 0 | 2 |\n");

	kit_expect_row(r, "outcome.refused.third_party", "2 0 0 0 0 0 2");
	report_free(r);
}

Test(table_numbered, what_is_left_alone)
{
	/* nothing is missing; no label is left; nothing says how many there are; and no cell at all
	 */
	struct report *r =
		kit_build(NEW OVER "| 4.保护第三方合法权益 2 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
				   "| 注 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
				   "| 2.重复申请 3 | 0 | 0 |\n| （一）予以公开12 |\n");

	kit_expect_row(r, "outcome.refused.third_party", "1? 0? 0? 0? 0? 0? 1?");
	kit_expect_row(r, "outcome.rejected.repeated", "0? 0? . . . . .");
	kit_expect_row(r, "outcome.granted", ". . . . . . .");
	report_free(r);
}

Test(table_numbered, every_row_has_its_first_number_behind_a_colon)
{
	static const struct kit_cells rows[] = {
		{"某局2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
		 "- 列：总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n"
		 "- 一、本年新收政府信息公开申请数量：4 | 3 | 0 | 0 | 0 | 0 | 1\n"
		 "- 二、上年结转政府信息公开申请数量：2 | 2 | 0 | 0 | 0 | 0 | 0\n"
		 "- 三、本年度办理结果\n  - (一)予以公开：3 | 2 | 0 | 0 | 0 | 0 | 1\n"
		 "  - (二)部分公开：1 | 1 | 0 | 0 | 0 | 0 | 0\n- (七)总计：4 | 3 | 0 | 0 | 0 | 0 | "
		 "1\n",
			"requests/new/person requests/new/other requests/new/total "
			"requests/carried_over/total requests/outcome.total/total",
			"3 1 4 2 4"}};

	KIT_EXPECT(rows);
}
