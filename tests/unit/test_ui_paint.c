#include "unit/unit.h"

#include "base/utf8.h"
#include "ui/paint.h"

static struct canvas new_canvas(int rows, int cols)
{
	struct canvas c = {.ambiguous = 1};

	canvas_resize(&c, rows, cols);
	return c;
}

static void expect_dump(const struct canvas *c, const char *wanted)
{
	struct buf out = {0};

	canvas_dump(c, &out);
	expect_str(buf_str(&out), str_of(wanted));
	buf_free(&out);
}

/* Every wide character has its right half, every right half its character. */
static void expect_whole(const struct canvas *c)
{
	for (int row = 0; row < c->rows; row++) {
		bool due = false;

		for (int col = 0; col < c->cols; col++) {
			const struct paint_cell *cell = canvas_at(c, row, col);

			cr_expect_eq(due, cell->columns == 0, "row %d, column %d", row, col);
			due = cell->columns == 2;
		}
		cr_expect_not(due, "row %d ends in half a character", row);
	}
}

Test(ui_paint, glyphs)
{
	static const struct {
		const char *text;
		size_t glyphs, columns;
		int ambiguous;
	} rows[] = {
		{"", 0, 0, 1},
		{"a", 1, 1, 1},
		{"一", 1, 2, 1},
		{"“", 1, 1, 1},
		{"“", 1, 2, 2},
		{"\t", 1, 1, 1},
		{"e\u0301", 1, 1, 1},			 /* a mark belongs to its base */
		{"e\u0301\u0302\u0303\u0304x", 2, 2, 1}, /* more marks than a cell holds */
		{"\u0301", 1, 0, 1},			 /* a mark without one takes no column */
		{"\u202e", 1, 8, 1},			 /* <U+202E> */
		{"\U000e0041", 1, 9, 1},		 /* <U+E0041> */
		{"\x01", 1, 8, 1},
		{"e\u200b\u0301", 3, 9, 1},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);
		size_t glyphs = 0;

		for (size_t at = 0; at < s.n; glyphs++)
			glyph_next(s, &at, rows[i].ambiguous);
		cr_expect_eq(glyphs, rows[i].glyphs, "row %zu: %zu glyphs", i, glyphs);
		cr_expect_eq(glyph_columns(s, rows[i].ambiguous), rows[i].columns, "row %zu", i);
	}
}

Test(ui_paint, fit)
{
	static const struct {
		const char *text;
		int columns;
		const char *wanted;
	} rows[] = {
		{"", 0, ""},
		{"一", 0, ""},
		{"一", 1, ""},
		{"一二", 3, "一"},
		{"a一", 3, "a一"},
		{"\u202e", 7, ""},
		{"ab", 5, "ab"},
		{"e\u0301x", 1, "e\u0301"},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_str(glyph_fit(str_of(rows[i].text), rows[i].columns, 1),
			str_of(rows[i].wanted));
}

Test(ui_paint, text_is_clipped_whole)
{
	struct canvas c = new_canvas(2, 5);

	cr_expect_eq(paint_cstr(&c, rect_of(0, 0, 2, 5), 0, 0, ROLE_TEXT, "一二三"), 6);
	expect_dump(&c, "一二\n\n");
	paint_cstr(&c, rect_of(0, 0, 2, 5), 1, -1, ROLE_TEXT, "一二");
	expect_dump(&c, "一二\n 二\n");
	paint_cstr(&c, rect_of(0, 0, 2, 5), 2, 0, ROLE_TEXT, "below");
	paint_cstr(&c, rect_of(0, 2, 1, 2), 0, 0, ROLE_TEXT, "abcdef");
	expect_dump(&c, "一cd\n 二\n");
	expect_whole(&c);
	canvas_free(&c);
}

Test(ui_paint, no_half_of_a_wide_character_is_left)
{
	struct canvas c = new_canvas(1, 8);
	struct rect all = rect_of(0, 0, 1, 8);

	paint_cstr(&c, all, 0, 0, ROLE_TEXT, "一二三四");
	paint_cstr(&c, all, 0, 1, ROLE_TEXT, "x");
	expect_dump(&c, " x二三四\n");
	expect_whole(&c);
	paint_cstr(&c, all, 0, 3, ROLE_TEXT, "五");
	expect_dump(&c, " x 五 四\n");
	expect_whole(&c);
	paint_fill(&c, rect_of(0, 7, 1, 1), ROLE_TEXT);
	expect_dump(&c, " x 五\n");
	expect_whole(&c);
	canvas_free(&c);
}

Test(ui_paint, hidden_characters_are_told)
{
	struct canvas c = new_canvas(1, 20);

	paint_cstr(&c, rect_of(0, 0, 1, 20), 0, 0, ROLE_TEXT, "a\u202eb");
	expect_dump(&c, "a<U+202E>b\n");
	cr_expect_eq(canvas_at(&c, 0, 1)->role, ROLE_HIDDEN);
	cr_expect_eq(canvas_at(&c, 0, 9)->role, ROLE_TEXT);
	canvas_free(&c);
}

Test(ui_paint, field)
{
	static const struct {
		int cols;
		const char *text;
		bool right;
		const char *wanted;
	} rows[] = {
		{0, "abc", false, "|\n"},
		{3, "abc", false, "abc|\n"},
		{5, "abc", false, "abc  |\n"},
		{5, "abc", true, "  abc|\n"},
		{3, "abcd", false, "ab…|\n"},
		{4, "一二三", false, "一… |\n"},
		{4, "", true, "    |\n"},
		{6, "一二", true, "  一二|\n"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct canvas c = new_canvas(1, 12);
		struct rect all = rect_of(0, 0, 1, 12);

		paint_field(&c, all, 0, 0, rows[i].cols, ROLE_TEXT, str_of(rows[i].text),
			rows[i].right);
		paint_cstr(&c, all, 0, rows[i].cols, ROLE_TEXT, "|");
		expect_dump(&c, rows[i].wanted);
		expect_whole(&c);
		canvas_free(&c);
	}
}

Test(ui_paint, borders_meet)
{
	struct canvas c = new_canvas(3, 5);

	paint_hline(&c, 0, 0, 5);
	paint_hline(&c, 2, 0, 5);
	paint_vline(&c, 0, 2, 3);
	expect_dump(&c, "──┬──\n  │\n──┴──\n");
	c.ascii = true;
	canvas_clear(&c);
	paint_hline(&c, 0, 0, 5);
	paint_hline(&c, 2, 0, 5);
	paint_vline(&c, 0, 2, 3);
	expect_dump(&c, "--+--\n  |\n--+--\n");
	canvas_free(&c);
}

Test(ui_paint, ambiguous_marks_and_borders_are_plain_where_they_would_be_wide)
{
	struct canvas c = new_canvas(1, 8);

	c.ambiguous = 2;
	paint_hline(&c, 0, 0, 3);
	paint_cstr(&c, rect_of(0, 0, 1, 8), 0, 3, ROLE_TEXT, paint_mark(&c, MARK_ARROW));
	paint_cstr(&c, rect_of(0, 0, 1, 8), 0, 4, ROLE_TEXT, "“a");
	expect_dump(&c, "--->“a\n");
	cr_expect_eq(canvas_at(&c, 0, 4)->columns, 2);
	expect_whole(&c);
	for (enum mark mark = MARK_NONE; mark <= MARK_PENCIL; mark++) {
		c.ambiguous = 2;
		cr_expect_eq(glyph_columns(str_of(paint_mark(&c, mark)), 2), 1, "mark %d", mark);
		c.ambiguous = 1;
		cr_expect_eq(glyph_columns(str_of(paint_mark(&c, mark)), 1), 1, "mark %d", mark);
	}
	canvas_free(&c);
}
