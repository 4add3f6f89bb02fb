/* Tables that are told in words. */
#include "unit/table_kit.h"

#define HEAD "某局2023年政府信息公开工作年度报告\n"
#define SECOND HEAD "二、主动公开政府信息情况\n"
#define FOURTH HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
#define FIFTH "五、存在的主要问题及改进情况\n无。\n"
#define REVIEW                                                                                     \
	"disputes/review/upheld disputes/review/corrected disputes/review/other "                  \
	"disputes/review/pending disputes/review/total disputes/direct/upheld "                    \
	"disputes/after_review/total"
#define DISCLOSURE                                                                                 \
	"disclosure/regulation/issued disclosure/regulation/in_force disclosure/normative/issued " \
	"disclosure/normative/repealed disclosure/normative/in_force disclosure/licence/decisions" \
	" disclosure/fee/amount"

TestSuite(table_told, .init = kit_load, .fini = kit_unload);

Test(table_told, what_tells_no_table)
{
	static const struct kit_cells rows[] = {{FOURTH FIFTH, REVIEW, ". . . . . . ."},
		{FOURTH "本年度无行政复议、行政诉讼。\n" FIFTH, REVIEW, ". . . . . . ."},
		/* too little to be a table */
		{FOURTH "行政复议：结果维持1件，结果纠正2件。\n" FIFTH, REVIEW, ". . . . . . ."},
		/* another year's */
		{FOURTH "2022年，行政复议结果维持2件，结果纠正0件，其他结果1件，总计3件。\n" FIFTH,
			REVIEW, ". . . . . . ."},
		{FOURTH "行政复议：结果维持~2件，结果纠正3余件，其他结果1件，总计约3件。\n" FIFTH,
			REVIEW, ". . . . . . ."},
		/* no row is named */
		{FOURTH "结果维持2件，结果纠正0件，其他结果1件，总计3件。\n" FIFTH, REVIEW,
			". . . . . . ."},
		{FOURTH "行政诉讼结果维持2件，结果纠正0件，其他结果1件，总计3件。\n" FIFTH, REVIEW,
			". . . . . . ."},
		/* it says two things of one cell */
		{FOURTH "行政复议：结果维持2件，结果纠正0件，其他结果1件，总计3件。行政复议总计4件"
			"。\n" FIFTH,
			REVIEW, ". . . . . . ."},
		/* not in its section */
		{FOURTH FIFTH "行政复议：结果维持2件，结果纠正0件，其他结果1件，总计3件。\n",
			REVIEW, ". . . . . . ."},
		{SECOND "第二十条第（一）项\n1.规章；2.行政规范性文件；3.行政许可。\n", DISCLOSURE,
			". . . . . . ."},
		{SECOND "1、2、3、\n12月31日，3%，2023年\n", DISCLOSURE, ". . . . . . ."}};

	KIT_EXPECT(rows);
}

Test(table_told, in_sentences)
{
	static const struct kit_cells rows[] = {{FOURTH "行政复议：结果维持2件，结果纠正0件，其他结"
							"果1件，尚未审结0件，总计3件。\n" FIFTH,
							REVIEW, "2? 0? 1? 0? 3? . ."},
		{FOURTH "2023年，本机关行政复议结果维持 2 件，其中结果纠正 ０ "
			"件；行政诉讼（未经复议直接起诉）结果维持"
			"4件；行政诉讼（复议后起诉）总计1,234件。\n" FIFTH,
			REVIEW, "2? 0? . . . 4? 1234?"},
		{FOURTH "（一）行政复议：维持2件，纠正1件。\n（二）行政诉讼（复议后起诉）：总计 3 "
			"件。\n" FIFTH,
			REVIEW, "2? 1? . . . . 3?"},
		{SECOND "1.规章：本年制发件数0件，本年废止件数0件，现行有效件数0件；\n2."
			"行政规范性文件：本年制发件数3件，"
			"本年废止件数1件，现行有效件数12件；3.行政许可：本年处理决定数量120件。\n"
			"行政事业性收费：本年收费金额29.86万元\n",
			DISCLOSURE, "0? 0? 3? 1? 12? 120? 29.86?"},
		/* the column before its row, and what goes without saying left out */
		{SECOND "本年制发规范性文件3件，废止1件，现行有效12件。行政许可处理决定数量120件。"
			"\n",
			DISCLOSURE, ". . 3? 1? 12? 120? ."},
		{SECOND "行政规范性文件\n本年制发件数3件\n本年废止件数1件\n现行有效件数12件\n行政许"
			"可\n处理决定数量7件\n",
			DISCLOSURE, ". . 3? 1? 12? 7? ."}};

	KIT_EXPECT(rows);
}

Test(table_told, in_cells_of_a_grid)
{
	static const struct kit_cells rows[] = {
		{FOURTH "| 类别 | 情况 |\n|---|---|\n| 行政复议 | "
			"结果维持2件，结果纠正0件，其他结果1件，总计3件 |\n"
			"| 行政诉讼（复议后起诉） | 结果维持0件，总计5件 |\n" FIFTH,
			REVIEW, "2? 0? 1? . 3? . 5?"},
		{FOURTH "| 行政复议 | 未经复议直接起诉 | 复议后起诉 |\n|---|---|---|\n"
			"| 结果维持2件，总计3件 | 结果维持4件，总计4件 | 总计5件 |\n" FIFTH,
			REVIEW, "2? . . . 3? 4? 5?"}};

	KIT_EXPECT(rows);
}

Test(table_told, a_table_says_more_than_words)
{
	static const struct kit_cells rows[] = {{FOURTH
		"| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 "
		"|\n|---|---|---|---|---|---|\n"
		"| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |\n"
		"| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n\n"
		"行政复议：结果维持2件，结果纠正0件，其他结果1件，尚未审结0件，总计3件。\n" FIFTH,
		REVIEW, "1 0 0 0 1 0 0"}};

	KIT_EXPECT(rows);
}

/* A section without end is not looked through phrase by phrase. */
Test(table_told, much_prose_tells_no_table)
{
	struct buf text = {0};

	buf_adds(&text, FOURTH "行政复议：结果维持2件，结果纠正0件，其他结果1件，总计3件。\n\n");
	for (size_t i = 0; i < 3000; i++)
		buf_adds(&text, "全年办理其他事项3件。\n\n");
	buf_adds(&text, FIFTH);
	kit_expect_cells(text.p, REVIEW, ". . . . . . .");
	buf_free(&text);
}
