#include "unit/text_kit.h"

Test(text_marks, too_little)
{
	static const struct kit_row rows[] = {
		{"，", "p(，)"},
		{"：；：；", "p(：；：；)"},
		{"甲：0", "p(甲：0)"},
		{"甲：0\n乙：1\n丙：2", "p(甲：0) p(乙：1) p(丙：2)"},
		{"甲：0；1", "p(甲：0；1)"},
		{"（（（，，，0，0", "p(（（（，，，0，0)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Dots or dashes lead from the label to the numbers. */
Test(text_marks, leaders)
{
	static const struct kit_row rows[] = {
		{"……", "p(……)"},
		{"……0", "p(……0)"},
		{"一、总体情况……1\n二、公开情况……2\n三、申请情况……3",
			"p(一、总体情况……1) p(二、公开情况……2) p(三、申请情况……3)"},
		{"规章——0  1  2\n文件——3  4  5", "marks{规章 | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		{"规章……１  ０  ２\n文件……/  4  5", "marks{规章 | １ | ０ | ２ / 文件 | / | 4 | 5}"},
		{"规章.......0  1  2\n文件--- 3  4  5", "marks{规章 | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		{"规章（甲、乙——丙）……0  1  2\n文件……3  4  5",
			"marks{规章（甲、乙——丙） | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		/* none before words, and a dash is none */
		{"规章——甲  1  2\n文件——乙  4  5", "spaces{规章——甲 | 1 | 2 / 文件——乙 | 4 | 5}"},
		{"规章-1  2  3\n文件-4  5  6", "spaces{规章-1 | 2 | 3 / 文件-4 | 5 | 6}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_marks, rows)
{
	static const struct kit_row rows[] = {
		{"规章：0；1；2\n文件：3；4；5", "marks{规章 | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		{"规章，0，1，2\n文件，3，4，5", "marks{规章 | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		{"规章、0、1、2\n文件、3、4、5", "marks{规章 | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		{"规章: 0, 1, 2\n文件: 3; 4; 5", "marks{规章 | 0 | 1 | 2 / 文件 | 3 | 4 | 5}"},
		{"规章：0 1 2；\n文件：3件；4件；5件。",
			"marks{规章 | 0 | 1 | 2 / 文件 | 3件 | 4件 | 5件}"},
		/* nothing between two marks is an empty cell */
		{"规章，0，，2\n文件，3，4，", "marks{规章 | 0 | ~ | 2 / 文件 | 3 | 4 | ~}"},
		/* marks of the label's own; the numbers stand behind as many marks as there are */
		{"甲，乙，3，4\n一、丙，5，6", "marks{甲，乙 | . | 3 | 4 / 一、丙 | . | 5 | 6}"},
		{"公开（甲，乙），3，4\n（丙、丁），5，6",
			"marks{公开（甲，乙） | 3 | 4 / （丙、丁） | 5 | 6}"},
		/* headings, apart by the same mark */
		{"甲，乙\n规章，0，1\n文件，2，3", "marks{甲 | 乙 / 规章 | 0 | 1 / 文件 | 2 | 3}"},
		{"规章、0、1\n自然人、法人\n文件、2、3",
			"marks{规章 | 0 | 1 / 自然人 | 法人 / 文件 | 2 | 3}"},
		/* no label */
		{"维持、纠正\n：0；1；2；3；4", "marks{维持、纠正 / . | 0 | 1 | 2 | 3 | 4}"},
		/* thousands */
		{"规章: 1,234, 5\n文件: 6, 7,890, 8",
			"marks{规章 | 1,234 | 5 / 文件 | 6 | 7,890 | 8}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_marks, prose_stays_prose)
{
	static const char *const rows[] = {
		"电话：0631，8727088\n邮编：264400\n传真：0631",
		"全年收到申请39件，办结35件，结转4件。\n其中予以公开30件，部分公开5件。",
		"一是公开12条；二是受理3件；三是办结3件；\n四是答复3件；五是结转0件；",
		"1.公开。开会4场。许可、处罚分别为29件、285件。\n2.申请。\n3."
		"管理。许可、处罚分别为29件、285件。",
		"办理结果：予以公开、部分公开、不予公开、无法提供、不予处理、其他处理分别是68件、58"
		"件、87件、35件、79件、42件",
		"2021年，本镇公开信息12条，受理申请3件\n2022年，本镇公开信息15条，受理申请4件",
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = kit_doc(str_of(rows[i]));

		kit_check(d, rows[i]);
		for (size_t b = 0; b < doc_block_count(d); b++)
			cr_expect_eq(doc_block(d, b)->kind, BLOCK_PARA, "row %zu", i);
		doc_free(d);
	}
}

Test(text_marks, where_a_grid_ends)
{
	static const struct kit_row rows[] = {
		{"规章：0；1\n文件：2；3\n四、诉讼情况\n好。",
			"marks{规章 | 0 | 1 / 文件 | 2 | 3} p(四、诉讼情况) p(好。)"},
		{"规章：0；1\n文件：2；3\n— 2 —\n规章：0；1\n文件：2；3",
			"marks{规章 | 0 | 1 / 文件 | 2 | 3} m(— 2 —) marks{规章 | 0 | 1 / 文件 | 2 "
			"| 3}"},
		/* a spreadsheet's rows behind are another reader's */
		{"注：共12项\n甲,1,2,3\n乙,4,5,6",
			"p(注：共12项) fields{甲 | 1 | 2 | 3 / 乙 | 4 | 5 | 6}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_marks, columns_are_bounded)
{
	struct buf bytes = {0};

	buf_adds(&bytes, "甲");
	for (int i = 0; i < 4000; i++)
		buf_adds(&bytes, "，7");
	struct doc *d = kit_doc(buf_str(&bytes));

	kit_check(d, "wide");
	cr_assert_not_null(doc_block(d, 0)->grid);
	cr_expect_leq(doc_block(d, 0)->grid->cols, 512);
	doc_free(d);
	buf_free(&bytes);
}
