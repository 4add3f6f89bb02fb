#include "unit/text_kit.h"

Test(text_boxes, too_little)
{
	static const struct kit_row rows[] = {
		{"+---+", "p(+---+)"},
		{"+---+\n+---+", "p(+---+) p(+---+)"},
		{"+---+\n| 0 |", "p(+---+) p(| 0 |)"},
		{"┌──┐\n└──┘", "p(┌──┐) p(└──┘)"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = kit_doc(str_of(rows[i].text));

		kit_check(d, rows[i].text);
		for (size_t b = 0; b < doc_block_count(d); b++)
			if (doc_block(d, b)->grid)
				cr_expect_str_eq(doc_block(d, b)->grid->reader, "pipes");
		doc_free(d);
	}
}

Test(text_boxes, rows)
{
	static const struct kit_row rows[] = {
		{"+---+---+\n| 甲 | 1 |\n| 乙 |  |\n+---+---+\n| 丙 | 2 |\n+---+---+",
			"boxes{甲 | 1 / 乙 | ~ / 丙 | 2}"},
		{"┌───┬───┐\n│ 甲 │   │\n│ 乙 │ 1 │\n├───┼───┤\n│ 丙 │ 2 │\n└───┴───┘",
			"boxes{甲 | ~ / 乙 | 1 / 丙 | 2}"},
		/* numbers under each other are rows, whatever is drawn around them */
		{"+---+---+\n| 甲 | 0 |\n+---+---+\n| 乙 | 1 |\n| 丙 | 2 |\n+---+---+",
			"pipes{甲 | 0 / 乙 | 1 / 丙 | 2}"},
		{"|---+---|\n| 甲 | 0 |\n|---+---|\n| 乙 | 1 |\n| 丙 | 2 |",
			"pipes{甲 | 0 / 乙 | 1 / 丙 | 2}"},
		/* a number that broke goes on */
		{"+---+---+\n| 甲 | 12 |\n|  | 34 |\n+---+---+\n| 丙 | 2 |\n+---+---+",
			"boxes{甲 | 12 / ~ | 34 / 丙 | 2}"},
		/* where most rows have a line each, numbers without room side by side broke */
		{"+----+---+\n| 甲 | 1 |\n| 子 |   |\n+----+---+\n| 乙 | 2 |\n+----+---+\n"
		 "| 丙 | 3 |\n+----+---+\n| 丁 | 4 |\n| 午 | 5 |\n+----+---+",
			"boxes{甲 | 1 / 子 | ~ / 乙 | 2 / 丙 | 3 / 丁 | 4 / 午 | 5}"},
		{"+----+-----+\n| 甲 | 1   |\n| 子 |     |\n+----+-----+\n| 乙 | 2   |\n"
		 "+----+-----+\n| 丙 | 3   |\n+----+-----+\n| 丁 | 4   |\n| 午 | 5   |\n"
		 "+----+-----+",
			"pipes{甲 | 1 / 子 | ~ / 乙 | 2 / 丙 | 3 / 丁 | 4 / 午 | 5}"},
		/* a page ends within a row */
		{"+---+---+\n| 甲 | 1 |\n| 乙 |  |\n+---+---+\n| 丙 | 2 |\n\n— 4 —\n\n| 丁 |  |\n"
		 "| 己 |  |\n+---+---+\n| 戊 | 3 |\n+---+---+",
			"boxes{甲 | 1 / 乙 | ~ / 丙 | 2} m(— 4 —) boxes{丁 | ~ / 己 | ~ / 戊 | 3}"},
		/* a row a line needs no joining */
		{"+---+---+\n| 甲 | 0 |\n+---+---+\n| 乙 | 1 |\n+---+---+",
			"pipes{甲 | 0 / 乙 | 1}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A label printed a character a line, with blank lines between, as a narrow column makes it. */
Test(text_boxes, a_cell_of_many_lines)
{
	struct buf text = {0};
	buf_add(&text, STR("+----+---+\n"));
	for (int i = 0; i < 60; i++)
		buf_add(&text, i ? STR("| 甲 |   |\n|    |   |\n") : STR("| 甲 | 1 |\n"));
	buf_add(&text, STR("+----+---+\n| 乙 | 2 |\n+----+---+\n| 丙 | 3 |\n+----+---+\n"));
	struct doc *d = kit_doc(buf_str(&text));
	cr_assert_eq(doc_block_count(d), 1);
	cr_expect_str_eq(doc_block(d, 0)->grid->reader, "boxes");
	doc_free(d);
	buf_free(&text);
}

Test(text_boxes, a_line_that_goes_on_says_so)
{
	struct doc *d =
		kit_doc(STR("+---+---+\n| 甲 | 1 |\n| 乙 |  |\n+---+---+\n| 丙 | 2 |\n+---+---+"));
	const struct grid *g = doc_block(d, 0)->grid;

	cr_assert_not_null(g);
	for (size_t i = 0; i < g->n; i++)
		cr_expect_eq(g->cells[i].more, g->cells[i].row == 1);
	doc_free(d);
}

Test(text_boxes, columns_are_bounded)
{
	struct buf bytes = {0};

	for (int line = 0; line < 5; line++) {
		for (int i = 0; i < 4000; i++)
			buf_adds(&bytes, line % 2 ? "|7" : "+-");
		buf_adds(&bytes, line % 2 ? "|\n" : "+\n");
	}
	struct doc *d = kit_doc(buf_str(&bytes));

	kit_check(d, "wide");
	doc_free(d);
	buf_free(&bytes);
}
