/* Tables that blanks hold: labels that a page's width broke over lines, the names of their groups
 * beside them; numbers beside their headings. */
#include "unit/table_kit.h"

TestSuite(table_wrapped, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define HEADS                                                                                                           \
	"                              自然人  商业企业  科研机构  社会公益组织  法律服务机构  " \
	"其他  总计\n"                                                                                              \
	"一、本年新收政府信息公开申请数量 1       0         0           0              0         "      \
	"  "                                                                                                            \
	"0     1\n"                                                                                                     \
	"二、上年结转政府信息公开申请数量 2       0         0           0              0         "      \
	"  "                                                                                                            \
	"0     2\n"
#define NUMBERS "4       0         0           0              0           0     4\n"
#define MORE "5       0         0           0              0           0     5\n"
#define SECURITY "requests/outcome.refused.public_security/"
#define PARTY "requests/outcome.refused.third_party/"
#define LOOKS SECURITY "person " SECURITY "total " PARTY "person " PARTY "total"

/* The label's words are the last of each line, before numbers in whichever of them. */
Test(table_wrapped, groups_beside_the_label)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADS
			"三     （三）    3、危及“三      " NUMBERS "、               安全一稳定”\n"
			"本    不予公开   4、保护第三方   " MORE "年               合法权益\n",
			LOOKS, "4 4 5 5"},
		/* between its lines, beside a group's name or alone */
		{TITLE THREE HEADS
			"三             3、危及“三\n"
			"、   （三）                     " NUMBERS "本             安全一稳定”\n"
			"年             4、保护第三方\n"
			"                                 " MORE "度             合法权益\n",
			LOOKS, "4 4 5 5"},
		/* behind but one blank, and on a line with all of it */
		{TITLE THREE HEADS "本年 （三） 3、危及“三             " NUMBERS
				   "度 不予公开 安全一稳定”\n"
				   "办理 结果 4、保护第三方合法权益  " MORE,
			LOOKS, "4 4 5 5"},
	};
	KIT_EXPECT(rows);
}

/* Neither what is left of a label, nor one that strange words stand before. */
Test(table_wrapped, what_is_no_label)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADS "本年 （三） 3、危及“三             " NUMBERS
				   "度 不予公开 一稳定”\n",
			SECURITY "person", "."},
		{TITLE THREE HEADS "合计 其中 3、危及“三               " NUMBERS
				   "度 不予公开 安全一稳定”\n",
			SECURITY "person", "."},
	};
	KIT_EXPECT(rows);
}

/* The upper half of a broken number, by its look a column beside the lower one. */
Test(table_wrapped, halves_out_of_line)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "                    自 商 科 社 法 其 总\n"
			     "                    然 业 研 会 律 他 计\n"
			     "                    人 企 机 公 服\n"
			     "   确              ０ ０ ０ ０ ９ ０ ９\n"
			     "   （五） 1．信访举报\n"
			     "   不予处 投诉类申请   ０ ０ ０ ０ ７３ ０ ７３\n"
			     "   理                     １３    １３\n"
			     "       2．重复申请  ０ ０ ０ ０ ９ ０ ９\n"
			     "       3．要求提供  ０ ０ ０ ０ １８ １ １８\n"
			     "       公开出版物              ６     ７\n\n",
			"requests/outcome.rejected.repeated/legal "
			"requests/outcome.rejected.repeated/total",
			"9? 9?"},
	};
	KIT_EXPECT(rows);
}

/* A line of the broken numbers' last halves, and above it those of the row that are whole. */
Test(table_wrapped, a_row_over_three_lines)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"              6.属于四类过程性信息       25    0    0   0    0   0   25\n"
			"                                 0    0        0        0\n"
			"                  行政查询事项                  11       36       47\n"
			"              3.要求提供公开出版物        0    1    0   0   75   0   76\n"
			"    其他处    补正、行政机关不再处理其          0    0    0   0        "
			"0\n",
			"requests/outcome.refused.inquiry/research "
			"requests/outcome.refused.inquiry/legal "
			"requests/outcome.refused.inquiry/total",
			"11? 36? 47?"},
	};
	KIT_EXPECT(rows);
}

#define TWO "二、主动公开政府信息情况\n\n"
#define REGULATION "disclosure/regulation/"
#define NORMATIVE "disclosure/normative/"

/* Numbers at the left of wide cells, headings in their middle: each row has one a column. */
Test(table_wrapped, numbers_at_the_side)
{
	static const char looks[] = REGULATION "issued " REGULATION "in_force " NORMATIVE
					       "issued " NORMATIVE "repealed " NORMATIVE "in_force";
	static const struct kit_cells rows[] = {
		{TITLE TWO
			"                             第二十条第(一)项\n"
			"                       本年制                  本年废            现行有\n"
			"       信息内容            发件数                  止件数            "
			"效件数\n"
			"规章             0                  0                   0\n"
			"行政规范性文件        8                  5                   34\n"
			"                             第二十条第(五)项\n"
			"                                            本年处\n"
			"       信息内容\n"
			"                                           理决定数量\n"
			"行政许可           579\n"
			"                             第二十条第(六)项\n"
			"                                            本年处\n"
			"       信息内容\n"
			"                                           理决定数量\n"
			"行政处罚           4,020\n"
			"行政强制           445\n"
			"                             第二十条第(八)项\n"
			"                                            本年收\n"
			"       信息内容                              费金额(单位：万元)\n"
			"行政事业性收费        103.9\n",
			looks, "0 0 8 5 34"},
		/* one of them lacks one */
		{TITLE TWO
			"                       本年制                  本年废            现行有\n"
			"       信息内容            发件数                  止件数            "
			"效件数\n"
			"规章             0                  0                   0\n"
			"规范性文件                           5                   34\n",
			looks, "0 0 5? 34? ."},
	};
	KIT_EXPECT(rows);
}

/* A bracket that a line breaks opens the next row's label, whatever the words behind it would make
 * of the row above. */
Test(table_wrapped, a_number_that_is_broken)
{
#define OTHERWISE(row) "requests/outcome." row "/person"
	static const struct kit_cells rows[] = {
		{"某镇人民政府2019年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
		 "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
		 "一、本年新收政府信息公开申请数量 4 1 0 0 0 0 5\n"
		 "（五）不予处理\n2.重复申请 1 0 0 0 0 0 1\n"
		 "（六）其他处理 0 0 0 0 0 0 0\n（七\n）总\n计\n3 1 0 0 0 0 4\n"
		 "四、结转下年度继续办理 1 0 0 0 0 0 1\n",
			OTHERWISE("other") " " OTHERWISE("total") " requests/outcome.total/total "
								  "requests/carried_forward/person",
			"0 3 4 1"},
	};
	KIT_EXPECT(rows);
}
