/* Labels that stand a row off their numbers, and columns that stand a row off the others: what the
 * cells of the source say is given, in doubt. */
#include "unit/table_kit.h"

TestSuite(table_slipped, .init = kit_load, .fini = kit_unload);

#define NEW_CELLS                                                                                  \
	"requests/new/person requests/new/company requests/new/research requests/new/other"
#define THREE                                                                                                                   \
	"某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" \
	"项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define GRANTED "（一）予以公开"
#define PARTIAL "（二）部分公开"
#define TOTAL "（七）总计"
#define NEXT "四、结转下年度继续办理"
#define ROW(label, a, b, c) label "\t" a "\t" b "\t0\t0\t0\t0\t" c "\n"
#define ZERO(label) ROW(label, "0", "0", "0")
#define HOLES(label) label "\t\t\t\t\t\t\t\n"
#define REFUSED                                                                                    \
	ZERO("（三）不予公开\t1.属于国家秘密")                                                     \
	ZERO("2.其他法律行政法规禁止公开")                                                         \
	ZERO("3.危及“三安全一稳定”")                                                               \
	ZERO("4.保护第三方合法权益")                                                               \
	ZERO("5.属于三类内部事务信息")                                                             \
	ZERO("6.属于四类过程性信息") ZERO("7.属于行政执法案卷") ZERO("8.属于行政查询事项")
#define REST                                                                                                                   \
	REFUSED ZERO("（四）无法提供\t1.本机关不掌握相关政府信息") ZERO(                                                       \
		"2.没有现成信息需要另行制作") ZERO("3.补正后申请内容仍不明确")                                                 \
		ZERO("（五）不予处理\t1.信访举报投诉类申请") ZERO("2.重复申请") ZERO(                                          \
			"3.要求提供公开出版物") ZERO("4.无正当理由大量反复申请")                                               \
			ZERO("5.要求行政机关确认或重新出具已获取信息") ZERO(                                                   \
				"（六）其他处理\t1."                                                                    \
				"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请")                              \
				ZERO("2."                                                                                      \
				     "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府" \
				     "信息公开申请") ZERO("3.其他")
#define TOTALS                                                                                     \
	"requests/new/total requests/carried_over/total requests/outcome.granted/total "           \
	"requests/outcome.partial/total requests/outcome.total/total "                             \
	"requests/carried_forward/total"

Test(table_slipped, labels_a_row_off)
{
	static const struct kit_cells rows[] = {
		/* below: the second row has none, and the fifth label is lost */
		{THREE ROW(NEW, "5", "2", "7") ROW("", "1", "0", "1") ROW(OVER, "4", "1", "5")
				ROW(GRANTED, "2", "0", "2") ROW(PARTIAL, "6", "1", "7")
					ROW(NEXT, "1", "1", "2"),
			TOTALS, "7 5? 2? 7? . 2"},
		/* above: the first label is lost, and the fourth row has none */
		{THREE ROW(OVER, "5", "2", "7") ROW(GRANTED, "1", "0", "1")
				ROW(PARTIAL, "4", "1", "5") ROW("", "2", "0", "2")
					ROW(TOTAL, "6", "1", "7") ROW(NEXT, "1", "1", "2"),
			TOTALS, ". 7? 1? 5? 7 2"},
		/* all of them: the last label has no numbers */
		{THREE ROW("", "5", "2", "7") ROW(NEW, "1", "0", "1") ROW(OVER, "4", "1", "5")
				ROW(GRANTED, "0", "0", "0") ROW(PARTIAL, "0", "0", "0")
					REST ROW(TOTAL, "4", "1", "5") HOLES(NEXT),
			TOTALS, "1? 5? 0? 0? 5? _?"},
	};
	KIT_EXPECT(rows);
}

Test(table_slipped, rows_that_are_no_labels_numbers)
{
	static const struct kit_cells rows[] = {
		/* another's, and every row has its own */
		{THREE ROW(NEW, "5", "2", "7") ROW("", "1", "0", "1") ROW(OVER, "1", "0", "1")
				ROW(GRANTED, "4", "1", "5") ROW(PARTIAL, "2", "0", "2")
					REST ROW(TOTAL, "6", "1", "7") ROW(NEXT, "0", "1", "1"),
			TOTALS, "7 1 5 2 7 1"},
		/* they are those of the blank row beside them */
		{THREE HOLES(NEW) ROW("", "5", "2", "7") ROW(OVER, "1", "0", "1")
				ROW(GRANTED, "4", "1", "5") ROW(PARTIAL, "2", "0", "2")
					REST ROW(TOTAL, "6", "1", "7") HOLES(NEXT),
			TOTALS, "_? 1 5 2 7 _"},
		/* the columns' numbers */
		{THREE "\t1\t2\t3\t4\t5\t6\t7\n" ROW(NEW, "5", "2", "7") ROW(OVER, "1", "0", "1")
				ROW(GRANTED, "4", "1", "5") ROW(PARTIAL, "2", "0", "2")
					ROW(NEXT, "1", "1", "2"),
			TOTALS, "7 1 5 2 . 2"},
		/* words say that it is none of the form's rows */
		{THREE ROW(NEW, "5", "2", "7") ROW("上年同期数", "1", "0", "1")
				ROW(OVER, "1", "0", "1") ROW(GRANTED, "4", "1", "5")
					ROW(PARTIAL, "2", "0", "2") ROW(NEXT, "1", "1", "2"),
			TOTALS, "7 1 5 2 . 2"},
	};
	KIT_EXPECT(rows);
}

#define PERSONS                                                                                    \
	"requests/new/person requests/carried_over/person requests/outcome.granted/person "        \
	"requests/outcome.partial/person requests/outcome.total/person "                           \
	"requests/carried_forward/person"

Test(table_slipped, columns_a_row_off)
{
	static const struct kit_cells rows[] = {
		/* above: the third number is lost, and the last cell is empty */
		{THREE ROW(NEW, "5", "2", "7") ROW(OVER, "1", "0", "1") ROW(GRANTED, "2", "1", "5")
				ROW(PARTIAL, "6", "0", "2") ROW(TOTAL, "0", "1", "7")
					ROW(NEXT, "", "1", "1"),
			PERSONS, "5 1 2? 6? 0? _"},
		/* below: the fifth is lost, and the first cell is empty */
		{THREE ROW(NEW, "", "2", "7") ROW(OVER, "5", "0", "1") ROW(GRANTED, "1", "1", "1")
				ROW(PARTIAL, "0", "0", "4") ROW(TOTAL, "4", "1", "7")
					ROW(NEXT, "1", "1", "2"),
			PERSONS, "_? 5? 1? 0? 4? 1"},
		/* so may two of them, where an empty cell ends it */
		{THREE ROW(NEW, "5", "2", "7") ROW(OVER, "0", "0", "0") ROW(GRANTED, "0", "1", "1")
				ROW(PARTIAL, "6", "0", "0") ROW(TOTAL, "0", "1", "7")
					ROW(NEXT, "", "1", "1"),
			PERSONS, "5 0 0 6? 0? _"},
		/* two numbers in each other's row, or one in the wrong one: so it is printed */
		{THREE ROW(NEW, "5", "2", "7") ROW(OVER, "0", "0", "0") ROW(GRANTED, "0", "1", "1")
				ROW(PARTIAL, "6", "0", "0") ROW(TOTAL, "0", "1", "7")
					ROW(NEXT, "0", "1", "1"),
			PERSONS, "5 0 0 6 0 0"},
	};
	KIT_EXPECT(rows);
}

#define LINES(label, a, b, c) label "\n" a "\n" b "\n" c "\n0\n0\n0\n8\n"
#define NOUGHT(label) label "\n0\n0\n0\n0\n0\n0\n0\n"
#define DOWN                                                                                                                    \
	"某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" \
	"自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
#define BALANCE NOUGHT(OVER) LINES(TOTAL, "5", "1", "2") NOUGHT(NEXT)

/* A page's text read in pieces: its mark stands amid a row's numbers, whose columns add up only
 * with two of them in each other's. */
Test(table_slipped, numbers_in_another_order)
{
	static const struct kit_cells rows[] = {
		{DOWN NEW "\n5\n2\n1\n— 2 —\n0\n0\n0\n8\n" BALANCE, NEW_CELLS, "5 2? 1? 0"},
		{DOWN NEW "\n5\n2\n1\n第2页\n0\n0\n0\n8\n" BALANCE, NEW_CELLS, "5 2? 1? 0"},
		{DOWN NEW "\n5\n1\n2\n— 2 —\n0\n0\n0\n8\n" BALANCE, NEW_CELLS, "5 1 2 0"},
		/* so it is printed: nothing stands between them */
		{DOWN LINES(NEW, "5", "2", "1") BALANCE, NEW_CELLS, "5 2 1 0"},
		/* no order of them adds up */
		{DOWN NEW "\n5\n0\n3\n— 2 —\n0\n0\n0\n8\n" BALANCE, NEW_CELLS, "5 0 3 0"},
	};
	KIT_EXPECT(rows);
}
