#include "unit/text_kit.h"

Test(text_drawn, what_does_not_close_is_another_readers)
{
	static const struct kit_row rows[] = {
		{"+", "p(+)"},
		{"+---+\n|   |", "p(+---+) p(|   |)"},
		/* nothing spans anything */
		{"+---+---+\n| 甲 | 1 |\n+---+---+\n| 乙 | 2 |\n+---+---+",
			"pipes{甲 | 1 / 乙 | 2}"},
		/* a page ends within */
		{"+----+----+\n| 甲 | 1  |\n|    +----+\n| 乙 | 2  |",
			"pipes{甲 | 1 / ~ | ----+ / 乙 | 2}"},
		/* a bar stands elsewhere */
		{"+----+----+---+\n| 甲 | 1  | 2 |\n|    +----+---+\n|    | 乙 | 4 |\n|   | 丙  |  "
		 " |\n"
		 "+----+----+---+",
			"pipes{甲 | 1 | 2 / ~ | ----+---+ / ~ | 乙 | 4 / ~ | 丙 | ~}"},
		/* two numbers that have room side by side are rows */
		{"+----+----+------+\n| 甲 | 子 | 1    |\n|    | 丑 | 2    |\n|    +----+------+\n"
		 "|    | 寅 | 3    |\n+----+----+------+",
			"pipes{甲 | 子 | 1 / ~ | 丑 | 2 / ~ | ----+------+ / ~ | 寅 | 3}"},
	};

	kit_refuse_rows(rows, ROWS(rows), "drawn");
}

Test(text_drawn, cells_over_rows_and_columns)
{
	static const struct kit_row rows[] = {
		{"+----+----+---+\n|    | 子 | 1 |\n| 甲 +----+---+\n|    | 丑 | 2 |\n"
		 "+----+----+---+",
			"drawn{甲 | 子 | 1 / . | 丑 | 2}"},
		{"+---------+---+\n| 甲      | 1 |\n+----+----+---+\n| 乙 | 子 | 2 |\n"
		 "+----+----+---+",
			"drawn{甲 | . | 1 / 乙 | 子 | 2}"},
		/* columns end elsewhere in other rows */
		{"+----+----+---+\n| 甲 | 1  | 2 |\n|    +---++---+\n|    | 3 | 4  "
		 "|\n+----+---+----+",
			"drawn{甲 | 1 | . | 2 / . | 3 | 4}"},
		/* text of a cell over lines goes on below it */
		{"┌────┬────┬───┐\n│    │ 子 │   │\n│ 甲 │ 丑 │ 1 │\n│ 乙 ├────┼───┤\n"
		 "│    │ 寅 │ 2 │\n└────┴────┴───┘",
			"drawn{甲 | 子 | 1 / 乙 | 丑 / . | 寅 | 2}"},
		/* drawn signs as wide as Han */
		{"┌──┬──┬─┐\n│    │ 子 │1 │\n│ 甲 ├──┼─┤\n│    │ 丑 │  │\n└──┴──┴─┘",
			"drawn{甲 | 子 | 1 / . | 丑 | ~}"},
		/* quotes as wide as Han, drawn signs not */
		{"┌────┬──────┬───┐\n│    │ “子 │ 1 │\n│ 甲 ├──────┼───┤\n│    │ 丑丑 │ 2 │\n"
		 "└────┴──────┴───┘",
			"drawn{甲 | “子 | 1 / . | 丑丑 | 2}"},
		/* numbers that have no room side by side broke */
		{"+----+-----+\n| 甲 | 123 |\n| 乙 | 4   |\n|    +-----+\n|    | 5   "
		 "|\n+----+-----+",
			"drawn{甲 | 123 / 乙 | 4 / . | 5}"},
		/* one table below the other */
		{"+----+---+\n| 甲 | 1 |\n|    +---+\n|    | 2 |\n+----+---+\n+----+---+\n| 乙 | 3 "
		 "|\n"
		 "|    +---+\n|    | 4 |\n+----+---+",
			"drawn{甲 | 1 / . | 2} drawn{乙 | 3 / . | 4}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_drawn, columns_are_bounded)
{
	struct buf bytes = {0};

	for (int line = 0; line < 5; line++) {
		for (int i = 0; i < 4000; i++)
			buf_adds(&bytes, line % 2 ? "|7" : "+-");
		buf_adds(&bytes, line == 2 ? "| \n" : line % 2 ? "|\n" : "+\n");
	}
	struct doc *d = kit_doc(buf_str(&bytes));

	kit_check(d, "wide");
	doc_free(d);
	buf_free(&bytes);
}
