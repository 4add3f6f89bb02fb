/* Tables printed column by column. */
#include "unit/table_kit.h"

TestSuite(table_turn, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
#define LABELS                                                                                                 \
	"一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n" \
	"三、本年度办理结果\n（一）予以公开\n"
#define OTHERS                                                                                                           \
	"商业企业\n0\n2\n0\n科研机构\n0\n0\n0\n社会公益组织\n0\n0\n0\n法律服务机构\n0\n0\n0\n其他" \
	"\n0\n0\n0\n"
#define END "\n五、存在的主要问题及改进情况\n\n没有问题。\n"

#define CELLS                                                                                      \
	"requests/new/person requests/new/total requests/carried_over/company "                    \
	"requests/outcome.granted/person requests/outcome.granted/total"

Test(table_turn, degenerate)
{
	static const struct kit_cells rows[] = {
		/* one column */
		{TITLE LABELS "自然人\n5\n1\n4\n" END, CELLS, ". . . . ."},
		/* no label */
		{TITLE "自然人\n5\n1\n4\n总计\n5\n1\n4\n" END, CELLS, ". . . . ."},
	};
	KIT_EXPECT(rows);
}

Test(table_turn, columns_down)
{
	static const struct kit_cells rows[] = {
		/* each row adds up */
		{TITLE LABELS "自然人\n5\n1\n4\n" OTHERS "总计\n5\n3\n4\n" END, CELLS, "5 5 2 4 4"},
		/* the last one does not */
		{TITLE LABELS "自然人\n5\n1\n4\n" OTHERS "总计\n5\n3\n3\n" END, CELLS,
			"5 5 2 4? 3?"},
		/* a column lacks a number */
		{TITLE LABELS "自然人\n5\n1\n4\n" OTHERS "总计\n5\n3\n" END, CELLS, ". . . . ."},
		/* as many numbers as labels with the group's, which is none of a row */
		{TITLE LABELS "自然人\n5\n1\n4\n7\n总计\n5\n1\n4\n7\n" END, CELLS, ". . . . ."},
		/* the label between is not known */
		{TITLE "一、本年新收政府信息公开申请数量\n二、另行统计的数量\n"
		       "（一）予以公开\n自然人\n5\n1\n4\n" OTHERS "总计\n5\n3\n4\n" END,
			CELLS, ". . . . ."},
	};
	KIT_EXPECT(rows);
}

/* Of one form a group, of the other a row. */
Test(table_turn, the_form_whose_rows_are_as_many)
{
	static const struct kit_cells rows[] = {
		{TITLE "（六）其他处理\n3.其他\n（七）总计\n自然人\n1\n4\n"
		       "商业企业\n0\n0\n科研机构\n0\n0\n社会公益组织\n0\n0\n法律服务机构\n0\n0\n"
		       "其他\n0\n2\n总计\n1\n6\n" END,
			"requests/outcome.other.misc/person requests/outcome.total/other "
			"requests/outcome.total/total",
			"1 2 6"},
	};
	KIT_EXPECT(rows);
}

#define TWO "某市财政局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
#define DOCUMENTS                                                                                  \
	"disclosure/regulation/issued disclosure/regulation/in_force disclosure/normative/issued " \
	"disclosure/normative/repealed disclosure/normative/in_force"
#define DECISIONS                                                                                  \
	"disclosure/licence/decisions disclosure/penalty/decisions disclosure/coercion/decisions"

/* The first row's numbers stand with the headings, those of the other rows behind the last. */
Test(table_turn, the_first_row_with_the_headings)
{
	static const struct kit_cells rows[] = {
		{TWO "第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n\n本年制发件数\n1\n\n"
		     "本年废止件数\n0\n\n现行有效件数\n7\n\n5\n\n2\n\n48\n" END,
			DOCUMENTS, "1? 7? 5? 2? 48?"},
		/* a number lacks, or is too many */
		{TWO "第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n\n本年制发件数\n1\n\n"
		     "本年废止件数\n0\n\n现行有效件数\n7\n\n5\n\n48\n" END,
			DOCUMENTS, ". . . . ."},
	};
	KIT_EXPECT(rows);
}

/* Each number before its row's label. */
Test(table_turn, numbers_before_their_labels)
{
#define DOCUMENTS_DOWN                                                                                                    \
	"第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n\n本年制发件数\n1\n\n"           \
	"本年废止件数\n0\n\n现行有效件数\n7\n\n5\n\n2\n\n48\n\n第二十条第（五）项\n信息内容\n\n" \
	"本年处理决定数量\n61\n\n行政许可\n第二十条第（六）项\n信息内容\n\n本年处理决定数量\n"
#define FEES_DOWN                                                                                  \
	"第二十条第（八）项\n信息内容\n\n本年收费金额（单位：万元）\n12.5\n\n行政事业性收费\n"
	static const struct kit_cells rows[] = {
		{TWO DOCUMENTS_DOWN "582\n\n行政处罚\n\n3\n\n行政强制\n" FEES_DOWN END, DECISIONS,
			"61? 582? 3?"},
		/* and one behind the last, which may be its own */
		{TWO DOCUMENTS_DOWN "582\n\n行政处罚\n\n3\n\n行政强制\n4\n" FEES_DOWN END,
			"disclosure/licence/decisions disclosure/coercion/decisions", "61? 4?"},
		/* behind their labels, as the form has them */
		{TWO DOCUMENTS_DOWN "\n行政处罚\n\n582\n\n行政强制\n\n3\n" FEES_DOWN END, DECISIONS,
			"61? 582 3"},
	};
	KIT_EXPECT(rows);
}
