#include "unit/text_kit.h"

Test(text_fields, too_little)
{
	static const struct kit_row rows[] = {
		{",", "p(,)"},
		{",,,", "p(,,,)"},
		{";\n;\n;", "p(;) p(;) p(;)"},
		{"\"", "p(\")"},
		{"\"\"", "p(\"\")"},
		{"甲,1", "p(甲,1)"}, /* one row of two is no table */
		{"甲,1\n乙,2", "p(甲,1) p(乙,2)"},
		{"甲,乙,丙\n丁,戊,己\n庚,辛,壬", "p(甲,乙,丙) p(丁,戊,己) p(庚,辛,壬)"},
		/* thousands are no fields */
		{"1,234\n5,678\n9,012\n3,456\n7,890\n1,111",
			"bare{1,234 / 5,678 / 9,012 / 3,456 / 7,890 / 1,111}"},
		{"甲 1,234 5,678\n乙 1,234 5,678\n丙 1,234 5,678\n丁 0 0\n戊 0 0\n己 0 0",
			"bare{甲 | 1,234 | 5,678 / 乙 | 1,234 | 5,678 / 丙 | 1,234 | 5,678 / 丁 | "
			"0 | 0 / "
			"戊 | 0 | 0 / 己 | 0 | 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_fields, rows)
{
	static const struct kit_row rows[] = {
		{"甲,1,2,3\n乙,4,5,6", "fields{甲 | 1 | 2 | 3 / 乙 | 4 | 5 | 6}"},
		/* commas within brackets are words', where nothing but words stands there */
		{"甲(乙,只计丙,不计丁),1,2\n戊(己,3,4\n庚(辛,5),6",
			"fields{甲(乙,只计丙,不计丁) | 1 "
			"| 2 / 戊(己 | 3 | 4 / 庚(辛 | 5) | 6}"},
		{"甲;1;2;3\n乙;4;5;6", "fields{甲 | 1 | 2 | 3 / 乙 | 4 | 5 | 6}"},
		{"甲,1,2,3,4,5", "fields{甲 | 1 | 2 | 3 | 4 | 5}"},
		/* the separator's number is the column's */
		{"甲,,1,\n,乙,2,3\n,,4,5",
			"fields{甲 | ~ | 1 | ~ / ~ | 乙 | 2 | 3 / ~ | ~ | 4 | 5}"},
		{" 甲 , 1 ,2\n乙,　,3,4", "fields{甲 | 1 | 2 / 乙 | ~ | 3 | 4}"},
		/* a row of one field, its empty ones stripped */
		{"甲,1,2\n第五项\n乙,3,4", "fields{甲 | 1 | 2 / 第五项 / 乙 | 3 | 4}"},
		/* nothing filled in */
		{"甲,,,,\n乙,,,,\n丙,,,,\n丁,,,,\n戊,,,,\n己,,,,\n庚,,,,\n辛,,,,",
			"fields{甲 | ~ | ~ | ~ | ~ / 乙 | ~ | ~ | ~ | ~ / 丙 | ~ | ~ | ~ | ~ / 丁 "
			"| ~ "
			"| ~ | ~ | ~ / 戊 | ~ | ~ | ~ | ~ / 己 | ~ | ~ | ~ | ~ / 庚 | ~ | ~ | ~ | "
			"~ / 辛 "
			"| ~ | ~ | ~ | ~}"},
		/* semicolons between numbers with commas */
		{"甲;1,234;2\n乙;3;4,567", "fields{甲 | 1,234 | 2 / 乙 | 3 | 4,567}"},
		{"甲,1件,2\n乙,减3,4（其中1件）", "fields{甲 | 1件 | 2 / 乙 | 减3 | 4（其中1件）}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_fields, quotes)
{
	static const struct kit_row rows[] = {
		{"\"甲\",\"1\",2\n乙,\"\",3\n丙,4,\"5\"",
			"fields{甲 | 1 | 2 / 乙 | ~ | 3 / 丙 | 4 | 5}"},
		{"\"甲,乙\",1,2\n丙,\"1,234\",3", "fields{甲,乙 | 1 | 2 / 丙 | 1,234 | 3}"},
		{"\"甲\n乙\",1,2\n丙,3,4", "fields{甲^乙 | 1 | 2 / 丙 | 3 | 4}"},
		{"\"甲\"\"乙\"\"\",1,2\n丙,3,4", "fields{甲\"\"乙\"\" | 1 | 2 / 丙 | 3 | 4}"},
		{"\"甲\n乙\"\t1\t2\n丙\t3\t4", "fields{甲^乙 | 1 | 2 / 丙 | 3 | 4}"},
		/* never closed: a sign like any other */
		{"\"甲,1,2\n乙,3,4\n丙,5,6", "fields{\"甲 | 1 | 2 / 乙 | 3 | 4 / 丙 | 5 | 6}"},
		{"甲,1,2,3\n乙,4,5,\"6", "fields{甲 | 1 | 2 | 3 / 乙 | 4 | 5 | \"6}"},
		{"\"甲\"乙,1,2\n丙,3,4", "fields{\"甲\"乙 | 1 | 2 / 丙 | 3 | 4}"},
		{"\"甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬\n癸\",1,2\n丙,3,4",
			"fields{甲^乙^丙^丁^戊^己^庚^辛^壬^癸 | 1 | 2 / 丙 | 3 | 4}"},
		{"\"甲\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n乙\",1,2\n丙,3,"
		 "4",
			"bare{\"甲 / 1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / 10 / 11 / 12 / 13 / 14 / "
			"15 / 16 / 17} fields{乙\" | 1 | 2 / 丙 | 3 | 4}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_fields, where_a_grid_ends)
{
	static const struct kit_row rows[] = {
		{"甲,1,2\n乙,3,4\n\n好。\n\n丙,5,6\n丁,7,8",
			"fields{甲 | 1 | 2 / 乙 | 3 | 4} p(好。) fields{丙 | 5 | 6 / 丁 | 7 | 8}"},
		{"甲,1,2\n乙,3,4\n- 2 -\n丙,5,6\n丁,7,8",
			"fields{甲 | 1 | 2 / 乙 | 3 | 4} m(- 2 -) fields{丙 | 5 | 6 / 丁 | 7 | 8}"},
		{"甲,1,2\n乙,3,4\n本年收到申请7件,办结7件,无结转。",
			"fields{甲 | 1 | 2 / 乙 | 3 | 4} p(本年收到申请7件,办结7件,无结转。)"},
		{"甲,1,2\n乙,3,4\n三、收到情况\n丙,5,6\n丁,7,8",
			"fields{甲 | 1 | 2 / 乙 | 3 | 4} p(三、收到情况) fields{丙 | 5 | 6 / 丁 | "
			"7 | 8}"},
		/* a caption between rows that name a number each */
		{"表,甲,丙,1\n表,甲,丁,2\n表,乙,丙,3\n表二 收到\n表二,乙,丙,3\n表二,乙,丁,4",
			"fields{表 | 甲 | 丙 | 1 / 表 | 甲 | 丁 | 2 / 表 | 乙 | 丙 | 3 / 表二 收到 "
			"/ "
			"表二 | 乙 | 丙 | 3 / 表二 | 乙 | 丁 | 4}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_fields, columns_are_bounded)
{
	struct buf bytes = {0};

	for (int i = 0; i < 4000; i++)
		buf_adds(&bytes, "7,");
	struct doc *d = kit_doc(buf_str(&bytes));
	const struct grid *g = doc_block(d, 0)->grid;

	kit_check(d, "wide");
	cr_assert_not_null(g);
	cr_expect_leq(g->cols, 512);
	doc_free(d);
	buf_free(&bytes);
}

/* As many fields in each line, and empty ones: a table with little filled in. */
Test(text_fields, even_rows)
{
	static const struct kit_row rows[] = {
		{"甲,乙,丙,丁\n一,,,\n二,,,\n三,,3,\n四,,,\n五,,,\n六,,,\n七,,,",
			"fields{甲 | 乙 | 丙 | 丁 / 一 | ~ | ~ | ~ / 二 | ~ | ~ | ~ / 三 | ~ | 3 | "
			"~ / "
			"四 | ~ | ~ | ~ / 五 | ~ | ~ | ~ / 六 | ~ | ~ | ~ / 七 | ~ | ~ | ~}"},
		/* one line of another width */
		{"甲,乙,丙,丁\n一,,,\n二,,,\n三,,,\n四,,\n五,,,\n六,,,\n七,,,",
			"p(甲,乙,丙,丁) p(一,,,) p(二,,,) p(三,,,) p(四,,) p(五,,,) p(六,,,) "
			"p(七,,,)"},
		/* three are enough where they are wide */
		{"甲,,,,乙,,,,,丙\n,,,,丁,,,,,戊\n,,,,,,,,,",
			"fields{甲 | ~ | ~ | ~ | 乙 | ~ | ~ | ~ | ~ | 丙 / "
			"~ | ~ | ~ | ~ | 丁 | ~ | ~ | ~ | ~ | 戊 / "
			"~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~ | ~}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}
