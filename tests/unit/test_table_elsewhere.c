/* Tables that stand outside of their section. */
#include "unit/table_kit.h"

#define HEAD "某局2023年政府信息公开工作年度报告\n\n"
#define THIRD "三、收到和处理政府信息公开申请情况\n\n"
#define FOURTH "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define FIFTH "五、存在的主要问题及改进情况\n\n无。\n\n"
#define NEW                                                                                                           \
	"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n" \
	"|---|---|---|---|---|---|---|---|\n"                                                                         \
	"| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n\n"
#define DISPUTES                                                                                                \
	"| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|---|\n" \
	"| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n| 未经复议直接起诉 | 0 | 2 | 0 | 0 | 2 |\n"              \
	"| 复议后起诉 | 0 | 0 | 0 | 3 | 3 |\n\n"
#define CELLS "requests/new/person disputes/review/upheld disputes/direct/total"

TestSuite(table_elsewhere, .init = kit_load, .fini = kit_unload);

Test(table_elsewhere, where_its_own_section_has_no_number)
{
	static const struct kit_cells rows[] = {{HEAD THIRD FOURTH FIFTH, CELLS, ". . ."},
		{HEAD THIRD NEW FOURTH FIFTH, CELLS, "4 . ."},
		{HEAD THIRD NEW DISPUTES FOURTH "见上表。\n\n" FIFTH, CELLS, "4 1 2"},
		{HEAD THIRD NEW DISPUTES FOURTH "行政复议、行政诉讼\n\n行政复议\n\n" FIFTH, CELLS,
			"4 1 2"},
		{HEAD THIRD DISPUTES FOURTH NEW FIFTH, CELLS, "4 1 2"}};

	KIT_EXPECT(rows);
}

Test(table_elsewhere, a_row_in_its_section_that_says_otherwise_is_a_doubt)
{
	static const struct kit_cells rows[] = {
		{HEAD THIRD NEW DISPUTES FOURTH "行政复议 7 0 0 0 7\n\n" FIFTH, CELLS, "4 7? 2"}};

	KIT_EXPECT(rows);
}
