#include "unit/unit.h"

#include "ui/layout.h"

static bool inside(struct rect r, int rows, int cols)
{
	return r.row >= 0 && r.col >= 0 && r.rows >= 0 && r.cols >= 0 && r.row + r.rows <= rows &&
	       r.col + r.cols <= cols;
}

static bool apart(struct rect a, struct rect b)
{
	return a.rows == 0 || b.rows == 0 || a.row + a.rows <= b.row || b.row + b.rows <= a.row ||
	       a.col + a.cols <= b.col || b.col + b.cols <= a.col;
}

static void expect_sound(const struct layout *l, int rows, int cols)
{
	const struct rect r[] = {l->title, l->text, l->table, l->finding, l->list, l->bar};

	for (size_t i = 0; i < ROWS(r); i++) {
		cr_expect(inside(r[i], rows, cols), "%dx%d: part %zu", rows, cols, i);
		for (size_t j = 0; j < i; j++)
			cr_expect(apart(r[i], r[j]), "%dx%d: %zu and %zu", rows, cols, i, j);
	}
	cr_expect(inside(l->message, rows, cols));
	cr_expect(l->text.rows >= 2 || l->table.rows >= 2, "%dx%d: no pane", rows, cols);
}

Test(ui_layout, every_size_and_focus)
{
	for (int rows = 1; rows <= 70; rows++)
		for (int cols = 1; cols <= 220; cols += 3)
			for (int focus = 0; focus < PANE_COUNT; focus++) {
				struct layout l =
					layout_make(rows, cols, (enum pane)focus, rows % 2 == 0);

				if (!l.too_small)
					expect_sound(&l, rows, cols);
				else
					cr_expect(rows < LAYOUT_MIN_ROWS || cols < LAYOUT_MIN_COLS);
			}
}

Test(ui_layout, wide_windows_show_both_side_by_side)
{
	struct layout l = layout_make(40, 120, PANE_TEXT, true);

	cr_expect(l.side_by_side);
	cr_expect_eq(l.text.row, l.table.row);
	cr_expect_eq(l.text.cols + 1 + l.table.cols, 120);
	cr_expect_geq(l.table.cols, 64);
}

Test(ui_layout, eighty_by_twenty_four)
{
	struct layout both = layout_make(24, 80, PANE_FINDINGS, true);
	struct layout text = layout_make(24, 80, PANE_TEXT, true);
	struct layout table = layout_make(24, 80, PANE_TABLE, true);

	cr_expect_not(both.side_by_side);
	cr_expect(both.text.rows >= 6 && both.table.rows >= 8);
	cr_expect(text.text.rows > 12 && text.table.rows == 0);
	cr_expect(table.table.rows > 12 && table.text.rows == 0);
	cr_expect_geq(both.finding.rows, 5);
}

/* A message has sixty characters and more: where there is room the list of findings takes it. */
Test(ui_layout, a_wide_window_gives_the_list_of_findings_room)
{
	struct layout wide = layout_make(60, 200, PANE_FINDINGS, true);
	struct layout less = layout_make(50, 150, PANE_FINDINGS, true);

	cr_expect_geq(wide.list.cols, 80);
	cr_expect_geq(wide.finding.cols, 100);
	cr_expect_geq(less.list.cols, 56);
	cr_expect_geq(less.finding.cols, 80);
}
