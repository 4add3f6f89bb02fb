/* Blocks of a table that lie on their side one below another. */
#include "unit/table_kit.h"

#define SECOND                                                                                          \
	"某局2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" \
	"| 第二十条第（一）项 | | |\n|---|---|---|\n"
#define CELLS                                                                                      \
	"disclosure/regulation/issued disclosure/regulation/in_force disclosure/normative/issued " \
	"disclosure/normative/repealed disclosure/normative/in_force "                             \
	"disclosure/licence/decisions "                                                            \
	"disclosure/coercion/decisions"

TestSuite(table_blocks, .init = kit_load, .fini = kit_unload);

Test(table_blocks, each_under_its_rows)
{
	static const struct kit_cells rows[] = {
		{SECOND "| 信息内容 | 规章 | 行政规范性文件 |\n| 本年制发件数 | 0 | 3 |\n"
			"| 本年废止件数 | 0 | 1 |\n| 现行有效件数 | 2 | 12 |\n| 第二十条第（五）项 "
			"| | |\n"
			"| 信息内容 | 行政许可 | |\n| 本年处理决定数量 | 120 | |\n| "
			"第二十条第（六）项 | | |\n"
			"| 信息内容 | 行政处罚 | 行政强制 |\n| 本年处理决定数量 | 7 | 8 |\n",
			CELLS, "0 2 3 1 12 120 8"},
		/* with a cell that is empty, and one that is none */
		{SECOND "| | 规章 | 行政规范性文件 |\n| 本年制发件数 | | 3 |\n| 本年废止件数 | / "
			"|\n"
			"| 现行有效件数 | 2 | 12 |\n",
			CELLS, "_ 2 3 _ 12 . ."}};

	KIT_EXPECT(rows);
}

Test(table_blocks, what_is_not_turned)
{
	static const struct kit_cells rows[] = {
		{SECOND "| 信息内容 | 规章 | 行政规范性文件 |\n", CELLS, ". . . . . . ."},
		{SECOND "| 信息内容 | 规章 | 行政规范性文件 |\n| 第二十条第（五）项 | | |\n"
			"| 本年处理决定数量 | 120 | |\n",
			CELLS, ". . . . . . ."},
		/* a number below no label */
		{SECOND "| 信息内容 | 规章 | |\n| 本年制发件数 | 0 | 3 |\n| 现行有效件数 | 2 | 12 "
			"|\n",
			CELLS, "_? . . . . . ."},
		/* as the form prints it */
		{SECOND "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 1 "
			"| 2 |\n"
			"| 行政规范性文件 | 3 | 4 | 5 |\n",
			CELLS, "0 2 3 4 5 . ."}};

	KIT_EXPECT(rows);
}
