#include "unit/text_kit.h"

Test(text_words, too_little)
{
	static const struct kit_row rows[] = {
		{"0 0 0 0 0 0 0 0 0", "p(0 0 0 0 0 0 0 0 0)"},
		{"规章 0 0 0 0 0 0 0 0 0", "p(规章 0 0 0 0 0 0 0 0 0)"},
		{"规章 0 文件 0 许可 0", "p(规章 0 文件 0 许可 0)"},
		/* prose with blanks around its numbers */
		{"全年 收到 39 件，办结 35 件，结转 4 件，上年 7 件，占 2 成，下年 5 件，其他 8 "
		 "件，另 9 件",
			"p(全年 收到 39 件，办结 35 件，结转 4 件，上年 7 件，占 2 成，下年 5 "
			"件，其他 8 件，另 9 件)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

#define EIGHT "1 2 3 4 5 6 7 8"
#define EIGHT_CELLS "1 / 2 / 3 / 4 / 5 / 6 / 7 / 8"

/* A comma makes a line prose; one of a label's, among the numbers of a whole table, does not. */
Test(text_words, a_comma_in_a_label)
{
	static const struct kit_row rows[] = {
		{"规章 " EIGHT " 逾期，不补正 " EIGHT " 许可 " EIGHT " 处罚 " EIGHT,
			"words{规章 / " EIGHT_CELLS " / 逾期，不补正 / " EIGHT_CELLS
			" / 许可 / " EIGHT_CELLS " / 处罚 / " EIGHT_CELLS "}"},
		{"规章 " EIGHT " 逾期，不补正 " EIGHT " 许可 " EIGHT,
			"p(规章 " EIGHT " 逾期，不补正 " EIGHT " 许可 " EIGHT ")"},
		{"逾期，不补正 " EIGHT " " EIGHT " " EIGHT " " EIGHT,
			"p(逾期，不补正 " EIGHT " " EIGHT " " EIGHT " " EIGHT ")"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_words, rows)
{
	static const struct kit_row rows[] = {
		{"规章 0 0 0 文件 1 2 3 许可 4 处罚 5",
			"words{规章 / 0 / 0 / 0 / 文件 / 1 / 2 / 3 / 许可 / 4 / 处罚 / 5}"},
		{"规章　0　0　0　文件　1　2　3　许可　4　处罚　5",
			"words{规章 / 0 / 0 / 0 / 文件 / 1 / 2 / 3 / 许可 / 4 / 处罚 / 5}"},
		/* letters spread over their cell are a word; "1." numbers one */
		{"规 章 0 0 0 1. 文件 1 2 3 许可 4件 处罚 减5",
			"words{规 章 / 0 / 0 / 0 / 1. / 文件 / 1 / 2 / 3 / 许可 / 4件 / 处罚 / "
			"减5}"},
		/* over lines, broken anywhere */
		{"规章 0 0 0 0 文件 1 2 3 许可 4 处罚\n5 强制 6\n好。",
			"words{规章 / 0 / 0 / 0 / 0 / 文件 / 1 / 2 / 3 / 许可 / 4 / 处罚 / 5 / "
			"强制 / "
			"6} p(好。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_words, cells_are_bounded)
{
	struct buf bytes = {0};

	for (int i = 0; i < 400000; i++)
		buf_adds(&bytes, "甲 1 ");
	struct doc *d = kit_doc(buf_str(&bytes));

	kit_check(d, "long");
	doc_free(d);
	buf_free(&bytes);
}
