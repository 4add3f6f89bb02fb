/* Rows whose numbers lost the white space between them, amid rows that kept it. */
#include "unit/table_kit.h"

TestSuite(table_glued, .init = kit_load, .fini = kit_unload);

#define HEAD                                                                                                                    \
	"某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" \
	"             自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
#define TAIL "四、政府信息公开行政复议、行政诉讼情况\n"

#define ALL(row)                                                                                   \
	row "/person " row "/company " row "/research " row "/welfare " row "/legal " row          \
	    "/other " row "/total"

Test(table_glued, zeros_between_numbers)
{
	static const struct {
		const char *first, *wanted;
	} cases[] = {
		/* as many numbers as columns, which add up */
		{"   3  1  0000  4", "3 1 0 0 0 0 4"},
		{"   30 1  0000  31", "30 1 0 0 0 0 31"},
		/* nothing but zeros proves nothing */
		{"   0  00000  0", "0? 0? 0? 0? 0? 0? 0?"},
		/* a wrong sum */
		{"   3  1  0000  5", "3? 1? 0? 0? 0? 0? 5?"},
		/* another number of them: these are no rows of this table */
		{"   3  1  000  4", "3? 1? 0? . . . 4?"},
		{"   3  1  00000  4", "3? 1? 0? . . . 4?"},
	};

	for (size_t i = 0; i < ROWS(cases); i++) {
		char text[2000];

		snprintf(text, sizeof text,
			HEAD "一、本年新收政府信息公开申请数量%s\n"
			     "二、上年结转政府信息公开申请数量   0  0  0  0  0  0  0\n"
			     "（一）予以公开                     3  1  0  0  0  0  4\n" TAIL,
			cases[i].first);
		kit_expect_cells(text, ALL("requests/new"), cases[i].wanted);
	}
}

Test(table_glued, runs_that_begin_with_no_zero)
{
#define RUNS                                                                                                                \
	"二、上年结转政府信息公开申请数量\n0000000\n（一）予以公开\n0000000\n1.属于国家秘密\n" \
	"0000000\n"
	static const struct kit_cells rows[] = {
		/* others show that rows are printed so */
		{HEAD "一、本年新收政府信息公开申请数量\n4200006\n" RUNS TAIL, ALL("requests/new"),
			"4? 2? 0? 0? 0? 0? 6?"},
		/* several ways to add up */
		{HEAD "一、本年新收政府信息公开申请数量\n16300019\n" RUNS TAIL, ALL("requests/new"),
			"!? !? !? !? !? !? !?"},
		/* no way to add up */
		{HEAD "一、本年新收政府信息公开申请数量\n4200007\n" RUNS TAIL, ALL("requests/new"),
			"4? 2? 0? 0? 0? 0? 7?"},
		/* one such row shows nothing */
		{HEAD "一、本年新收政府信息公开申请数量\n4200006\n"
		      "二、上年结转政府信息公开申请数量\n0000000\n" TAIL,
			ALL("requests/new"), "4200006? . . . . . ."},
	};

	KIT_EXPECT(rows);
}
