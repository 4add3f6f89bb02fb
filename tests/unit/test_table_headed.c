/* Tables whose columns were read one behind another, each heading with the numbers of its rows. */
#include "unit/table_kit.h"

TestSuite(table_headed, .init = kit_load, .fini = kit_unload);

#define SECOND "某局2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
#define LABELS                                                                                                                  \
	"信息内容\n规章\n行政规范性文件\n\n信息内容\n行政许可\n信息内容\n行政处罚\n行政强制\n" \
	"信息内容\n行政事业性收费\n\n"
#define REST                                                                                                                        \
	"第二十条第（五）项\n本年处理决定数量\n466\n第二十条第（六）项\n本年处理决定数量\n7\n9\n" \
	"第二十条第（八）项\n本年收费金额\n（单位：万元）\n3.5\n"
#define FIRST                                                                                      \
	"disclosure/regulation/issued disclosure/normative/issued disclosure/regulation/repealed " \
	"disclosure/normative/repealed disclosure/regulation/in_force "                            \
	"disclosure/normative/in_force"
#define OTHERS                                                                                     \
	"disclosure/licence/decisions disclosure/penalty/decisions disclosure/coercion/decisions " \
	"disclosure/fee/amount"

Test(table_headed, each_heading_with_its_numbers)
{
	static const struct kit_cells rows[] = {
		{SECOND LABELS "第二十条第（一）项\n本年制发件数\n30\n0\n\n本年废止件数\n24\n21\n"
			       "\n现行有效件数\n1\n2\n" REST,
			FIRST " " OTHERS, "30? 0? 24? 21? 1? 2? 466? 7? 9? 3.5?"},
		/* a heading of the first block behind those of others */
		{SECOND LABELS
			"第二十条第（一）项\n本年制发件数\n30\n0\n\n本年废止件数\n24\n21\n" REST
			"\n现行有效件数\n1\n2\n",
			FIRST " " OTHERS, "30? 0? 24? 21? 1? 2? 466? 7? 9? 3.5?"},
		/* of numbers behind two headings only those are known that are the same */
		{SECOND LABELS "第二十条第（一）项\n本年制发件数\n本年废止件数\n0\n0\n0\n0\n" REST,
			FIRST, "0? 0? 0? 0? . ."},
		{SECOND LABELS
			"第二十条第（一）项\n本年制发件数\n本年废止件数\n17\n16\n82\n12\n" REST,
			FIRST " " OTHERS, ". . . . . . 466? 7? 9? 3.5?"},
		/* one too many, or too few */
		{SECOND LABELS
			"第二十条第（一）项\n本年制发件数\n30\n0\n1\n\n本年废止件数\n24\n" REST,
			FIRST, ". . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* One heading alone proves nothing, and where labels have their numbers those stand. */
Test(table_headed, what_is_none)
{
	static const struct kit_cells rows[] = {
		{SECOND "规章\n行政规范性文件\n本年制发件数\n30\n0\n", FIRST, ". . . . . ."},
		{SECOND "本年制发件数\n本年废止件数\n现行有效件数\n规章\n1\n2\n3\n"
			"行政规范性文件\n4\n5\n6\n",
			FIRST, "1 4 2 5 3 6"},
	};
	KIT_EXPECT(rows);
}
