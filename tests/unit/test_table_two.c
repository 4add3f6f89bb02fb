/* Two reports in one file: the first one's cells, whose doubt tells of the other. And two tables,
 * one of the year before. */
#include "unit/table_kit.h"

TestSuite(table_two, .init = kit_load, .fini = kit_unload);

#define HEADS "项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define REPORT(title, documents, row)                                                                                                       \
	title "\n\n"                                                                                                                        \
	      "一、总体情况\n\n全年认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常"   \
	      "态、不公开为"                                                                                                          \
	      "例外，健全信息发布审核制度，加强政务新媒体管理，落实责任分工，加强业务培训，扎实推" \
	      "进各项工作。\n\n"                                                                                                      \
	      "二、主动公开政府信息情况\n\n第二十条第（一）项\n"                                                       \
	      "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件"            \
	      "\t" documents "\n\n三、收到和处理政府信息公开申请情况\n\n" HEADS                                                             \
	      "一、本年新收政府信息公开申请数量\t" row                                                                                      \
	      "\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"                                                           \
	      "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"                                                            \
	      "五、存在的主要问题及改进情况\n\n存在的主要问题：公开内容的深度还不够。\n\n"                 \
	      "六、其他需要报告的事项\n\n本年度无其他需要报告的事项。\n\n"
#define CELLS                                                                                      \
	"disclosure/normative/issued disclosure/normative/in_force requests/new/person "           \
	"requests/new/total"
#define OURS "某市财政局2023年政府信息公开工作年度报告"

Test(table_two, the_first_of_two_reports)
{
	static const struct kit_cells rows[] = {
		/* the year before's */
		{REPORT(OURS, "7\t1\t9", "3\t0\t0\t0\t0\t0\t3")
				REPORT("某市财政局2022年政府信息公开工作年度报告", "5\t2\t3",
					"4\t1\t0\t0\t0\t0\t5"),
			CELLS, "7? 9? 3? 3?"},
		/* another agency's, with the same numbers */
		{REPORT(OURS, "7\t1\t9", "3\t0\t0\t0\t0\t0\t3")
				REPORT("某市教育局2023年政府信息公开工作年度报告", "7\t1\t9",
					"3\t0\t0\t0\t0\t0\t3"),
			CELLS, "7 9 3 3"},
		/* the same title again: a copy, of which the last was taken */
		{REPORT(OURS, "7\t1\t9", "3\t0\t0\t0\t0\t0\t3")
				REPORT(OURS, "5\t2\t3", "4\t1\t0\t0\t0\t0\t5"),
			CELLS, "5? 3? 4? 5?"},
	};
	KIT_EXPECT(rows);
}

#define TITLE OURS "\n\n三、收到和处理政府信息公开申请情况\n\n"
#define NEW HEADS "一、本年新收政府信息公开申请数量\t"
#define ROWS_OF "requests/new/person requests/new/company requests/new/total"

Test(table_two, a_table_of_the_year_before)
{
	static const struct kit_cells rows[] = {
		{TITLE "（一）2022年收到和处理政府信息公开申请情况\n\n" NEW
		       "3\t0\t0\t0\t0\t0\t3\n\n"
		       "（二）2023年收到和处理政府信息公开申请情况\n\n" NEW "4\t1\t0\t0\t0\t0\t5\n",
			ROWS_OF, "4 1 5"},
		{TITLE NEW "4\t1\t0\t0\t0\t0\t5\n\n附：上年度（2022年）同期数据如下\n\n" NEW
			   "3\t0\t0\t0\t0\t0\t3\n",
			ROWS_OF, "4 1 5"},
		/* a year that was not brought up to date: there is no other table */
		{TITLE "2022年收到和处理政府信息公开申请情况\n\n" NEW "4\t1\t0\t0\t0\t0\t5\n",
			ROWS_OF, "4 1 5"},
		/* nobody can read this year's: last year's are no better */
		{TITLE "（一）2022年收到和处理政府信息公开申请情况\n\n" NEW
		       "3\t0\t0\t0\t0\t0\t3\n\n"
		       "（二）2023年收到和处理政府信息公开申请情况\n\n" NEW
		       "甲\t乙\t零\t零\t零\t零\t丙\n",
			ROWS_OF, "! ! !"},
		{TITLE "（一）2022年收到和处理政府信息公开申请情况\n\n" NEW
		       "3\t0\t0\t0\t0\t0\t3\n\n"
		       "（二）2023年收到和处理政府信息公开申请情况\n\n" NEW
		       "十二\t三十\t零\t零\t零\t零\t四十二\n",
			ROWS_OF, "12 30 42"},
		/* and no caption */
		{TITLE NEW "4\t1\t0\t0\t0\t0\t5\n\n" NEW "3\t0\t0\t0\t0\t0\t3\n", ROWS_OF,
			"4? 1? 5?"},
	};
	KIT_EXPECT(rows);
}
