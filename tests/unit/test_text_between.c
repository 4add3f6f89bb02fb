/* Cells with bars alone on their lines between them, as html2text writes them. */
#include "unit/text_kit.h"

#define BAR "\n\n| \n\n"
#define END "  \n  \n"

Test(text_between, rows)
{
	static const struct kit_row rows[] = {
		{"规章" BAR "0" BAR "1" END "文件" BAR "2" BAR "3" END "许可" BAR "4" BAR "5" END,
			"between{规章 | 0 | 1 / 文件 | 2 | 3 / 许可 | 4 | 5}"},
		/* empty cells: at the end too, where a line break of Markdown's says so */
		{"规章" BAR "\n\n|\n\n1" END "文件" BAR "2" BAR "   \n  \n许可" BAR "4" BAR "5" END
		 "|\n\n6" BAR "7" END,
			"between{规章 | ~ | 1 / 文件 | 2 | ~ / 许可 | 4 | 5 / ~ | 6 | 7}"},
		/* a row of one cell; a cell over lines */
		{"规章" BAR "0" BAR "1" END "第六项" END "行政\n许可" BAR "2" BAR "3" END "强制" BAR
		 "4" BAR "5" END "完。",
			"between{规章 | 0 | 1 / 第六项 / 行政^许可 | 2 | 3 / 强制 | 4 | 5} "
			"p(完。)"},
		/* a heading before a table whose first cell is empty */
		{"三、收到\n\n| \n\n甲" BAR "乙" END "一、新收" BAR "2" BAR "3" END "强制" BAR
		 "4" BAR "5" END "处罚" BAR "6" BAR "7" END,
			"p(三、收到) between{~ | 甲 | 乙 / 一、新收 | 2 | 3 / 强制 | 4 | 5 / 处罚 "
			"| 6 | "
			"7}"},
		/* bars that end each cell */
		{"规章\n\n|\n\n0\n\n|\n\n文件\n\n|\n\n1\n\n|\n\n许可\n\n|\n\n2\n\n|",
			"p(规章) pipes{~ / 0 / 文件 / 1 / 许可 / 2}"},
		{"甲" BAR "乙" BAR "丙", "p(甲) pipes{~ / 乙} p(丙)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}
