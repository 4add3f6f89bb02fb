/* （3）, 三 and "3." are numbers or number what follows. */
#include "unit/table_kit.h"

TestSuite(table_spelled, .init = kit_load, .fini = kit_unload);

Test(table_spelled, in_brackets)
{
	struct report *r =
		kit_build("| 一、本年新收政府信息公开申请数量 | （0） | （12） | (0) | [0] | 0 | "
			  "（0） | （12） |\n"
			  "| 二、上年结转政府信息公开申请数量 | (1) | (2) | (3) | (4) | (5) | "
			  "(6) | (21) |\n");

	kit_expect_row(r, "new", "0 12? 0 0 0 0 12?");
	kit_expect_row(r, "carried_over", "1? 2? 3? 4? 5? 6? 21?");
	report_free(r);
}

Test(table_spelled, han_numerals_and_the_stroke_that_is_one)
{
	struct report *r =
		kit_build("| 一、本年新收政府信息公开申请数量 | 十二 | 零 | 一 | 零 | 零 | 零 | "
			  "十三件 |\n");

	kit_expect_row(r, "new", "12 0 1? 0 0 0 13");
	report_free(r);
	/* among digits it is as likely a dash */
	r = kit_build("| 一、本年新收政府信息公开申请数量 | 12 | 0 | 一 | 0 | 0 | 0 | 13 |\n");
	kit_expect_row(r, "new", "12 0 ! 0 0 0 13");
	report_free(r);
}

Test(table_spelled, numbering_beside_words_is_no_number)
{
	struct report *r = kit_build("| （一） | 予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
				     "| (3) | 保护第三方合法权益 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
				     "| 4. | 重复申请 | 3. | 0 | 0 | 0 | 0 | 0 | 3 |\n"
				     "| 三 | 属于国家秘密 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n");

	kit_expect_row(r, "outcome.granted", "1 0 0 0 0 0 1");
	kit_expect_row(r, "outcome.refused.third_party", "2 0 0 0 0 0 2");
	kit_expect_row(r, "outcome.rejected.repeated", "3? 0 0 0 0 0 3");
	kit_expect_row(r, "outcome.refused.state_secret", "4 0 0 0 0 0 4");
	report_free(r);
}

Test(table_spelled, a_cell_a_line)
{
	static const struct kit_cells rows[] = {
		{"某局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项 "
		 "|\n信息内容 |\n"
		 "本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n（0） |\n（0） |\n（0） "
		 "|\n"
		 "行政规范性文件 |\n（3） |\n（1） |\n（12） |\n第二十条第（五）项 |\n信息内容 |\n"
		 "本年处理决定数量 |\n行政许可 |\n（20） |\n",
			"disclosure/regulation/issued disclosure/regulation/in_force "
			"disclosure/normative/issued disclosure/normative/repealed "
			"disclosure/normative/in_force disclosure/licence/decisions",
			"0 0 3? 1? 12? 20?"}};

	KIT_EXPECT(rows);
}

Test(table_spelled, a_sum_that_does_not_add_up_is_in_doubt)
{
	struct report *r = kit_build(
		"| 一、本年新收政府信息公开申请数量 | 1 | 2 | 0 | 0 | 0 | 0 | 1+2=3 |\n"
		"| 二、上年结转政府信息公开申请数量 | 1① | 2* | 0 | 0 | 0 | 0 | 1+2=4 |\n");

	kit_expect_row(r, "new", "1 2 0 0 0 0 3");
	kit_expect_row(r, "carried_over", "1? 2 0 0 0 0 4?");
	report_free(r);
}
