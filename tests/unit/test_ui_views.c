#include "unit/unit.h"

#include "ui/layout.h"
#include "ui/prompt.h"
#include "ui/view_finding.h"
#include "ui/view_overlay.h"
#include "ui/view_status.h"
#include "ui/view_table.h"
#include "ui/view_text.h"
#include "unit/session_fixture.h"

static const char *const samples[] = {"xidian-2020.txt", "houjia-2020.txt", "sili-2020.txt",
	"shanghewan-2020.txt", "xingang-2020.txt"};

static struct rect below(struct rect r)
{
	return rect_of(r.row + 1, r.col, r.rows > 0 ? r.rows - 1 : 0, r.cols);
}

static bool inside(struct rect r, int row, int col)
{
	return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

static bool cell_is_sound(const struct canvas *c, struct rect r, int row, int col)
{
	const struct paint_cell *cell = canvas_at(c, row, col);
	bool due = col > 0 && cell[-1].columns == 2;

	return due == (cell->columns == 0) &&
	       (inside(r, row, col) || (cell->ch[0] == ' ' && cell->role == ROLE_TEXT));
}

/* Each view on a canvas of its own: nothing but its rectangle may be touched, nothing torn. (One
 * assertion for all cells: Criterion sends a message for each.) */
static void expect_inside(const struct canvas *c, struct rect r, const char *what)
{
	for (int row = 0; row < c->rows; row++)
		for (int col = 0; col < c->cols; col++)
			if (!cell_is_sound(c, r, row, col))
				cr_assert_fail(
					"%s of %dx%d at %d,%d", what, r.rows, r.cols, row, col);
	if (c->cursor_row >= 0 && !inside(r, c->cursor_row, c->cursor_col))
		cr_assert_fail("%s: cursor at %d,%d", what, c->cursor_row, c->cursor_col);
}

static void draw_all(struct session *s, struct canvas *c, const struct layout *l)
{
	struct view_text text = {0};
	struct view_table table = {0};
	struct view_list list = {0};

	view_text_measure(s, below(l->text));
	view_table_measure(s, below(l->table));
	canvas_clear(c);
	view_text_draw(&text, s, c, below(l->text));
	expect_inside(c, below(l->text), "text");
	canvas_clear(c);
	view_table_draw(&table, s, c, below(l->table));
	expect_inside(c, below(l->table), "table");
	canvas_clear(c);
	view_finding_draw(s, c, below(l->finding));
	expect_inside(c, below(l->finding), "finding");
	canvas_clear(c);
	view_list_draw(&list, s, c, below(l->list));
	expect_inside(c, below(l->list), "list");
	canvas_clear(c);
	view_bar_draw(s, c, l->bar, "g");
	expect_inside(c, l->bar, "key bar");
}

static void draw_at(struct session *s, int rows, int cols)
{
	struct layout l = layout_make(rows, cols, s->place.pane, true);
	struct canvas c = {.ambiguous = s->options.ambiguous};

	if (l.too_small)
		return;
	canvas_resize(&c, rows, cols);
	draw_all(s, &c, &l);
	canvas_free(&c);
}

static void draw_at_many(struct session *s)
{
	static const int rows[] = {6, 7, 9, 12, 15, 18, 24, 33, 40, 60};
	static const int cols[] = {24, 31, 40, 57, 80, 99, 100, 120, 151, 200};

	for (size_t i = 0; i < ROWS(rows); i++)
		for (size_t j = 0; j < ROWS(cols); j++)
			draw_at(s, rows[i], cols[j]);
}

Test(ui_views, every_sample_at_many_sizes)
{
	for (size_t i = 0; i < ROWS(samples); i++) {
		struct desk d;

		desk_open(&d, samples[i]);
		for (int pane = 0; pane < PANE_COUNT; pane++) {
			d.s->place.pane = (enum pane)pane;
			d.s->options.ambiguous = 1 + pane % 2;
			d.s->options.wrap = pane != PANE_TABLE;
			draw_at_many(d.s);
		}
		desk_close(&d);
	}
}

Test(ui_views, every_finding)
{
	for (size_t i = 0; i < ROWS(samples); i++) {
		struct desk d;

		desk_open(&d, samples[i]);
		d.s->place.pane = PANE_FINDINGS;
		for (size_t f = 0; f < d.s->check.n_findings; f++) {
			session_to_finding(d.s, f);
			draw_at(d.s, 24, 80);
			draw_at(d.s, 40, 120);
			draw_at(d.s, 9, 40);
		}
		desk_close(&d);
	}
}

Test(ui_views, a_report_of_a_few_words)
{
	struct desk d;

	desk_open_text(&d, STR("2020年政府信息公开工作年度报告\n\u202e一\u200b\n"));
	draw_at_many(d.s);
	desk_close(&d);
}

/* Draws the table pane alone and gives it as text. */
static char *table_text(struct session *s, int rows, int cols)
{
	struct canvas c = {.ambiguous = 1};
	struct view_table v = {0};
	struct buf out = {0};

	canvas_resize(&c, rows, cols);
	view_table_draw(&v, s, &c, rect_of(0, 0, rows, cols));
	canvas_dump(&c, &out);
	canvas_free(&c);
	return buf_take(&out);
}

static void open_broken(struct desk *d)
{
	desk_open_changed(d, "xidian-2020.txt", "四、转结下年度继续办理", "7", "6");
	d->s->place.pane = PANE_FINDINGS;
}

/* The four lines of the balance stand together, however few rows there are. */
Test(ui_views, the_table_folds_around_the_finding)
{
	struct desk d;

	open_broken(&d);
	for (int rows = 9; rows < 20; rows++) {
		char *text = table_text(d.s, rows, 78);

		cr_expect(strstr(text, "[39]") && strstr(text, "[3]") && strstr(text, "[35]") &&
				  strstr(text, "[6]"),
			"%d rows:\n%s", rows, text);
		free(text);
	}
	desk_close(&d);
}

/* The row looked at stands there where there are three rows: heading, row, the cell in words. */
Test(ui_views, a_short_pane_shows_the_row_in_focus)
{
	struct desk d;

	open_broken(&d);
	for (int rows = 3; rows < 9; rows++) {
		char *text = table_text(d.s, rows, 78);

		cr_expect(strstr(text, "[39]") && strstr(text, "natural persons: 39"),
			"%d rows:\n%s", rows, text);
		free(text);
	}
	desk_close(&d);
}

/* From the width on where both panes stand side by side, no heading and no label is cut. */
Test(ui_views, the_words_of_the_table_fit_beside_the_text)
{
	struct layout l = layout_make(40, LAYOUT_WIDE, PANE_TABLE, true);
	struct desk d;

	cr_assert(l.side_by_side);
	open_broken(&d);
	d.s->place.pane = PANE_TABLE;
	for (size_t t = 0; t < d.s->report->n_tables; t++) {
		session_to_cell(d.s, d.s->report->tables[t].cell);
		char *text = table_text(d.s, 40, l.table.cols);
		char *words = strstr(text, ": "); /* the cell in words, which may be long */

		cr_assert_not_null(words);
		*words = '\0';
		cr_expect_null(strstr(text, "…"), "%s", text);
		free(text);
	}
	desk_close(&d);
}

Test(ui_views, what_marks_a_cell)
{
	struct desk d;

	open_broken(&d);
	desk_do(&d, "correct requests/carried_over/person 2");
	desk_do(&d, "annotate requests/outcome.granted/person 见台账");
	d.s->place.pane = PANE_FINDINGS;
	char *text = table_text(d.s, 40, 100);

	cr_expect(strstr(text, "[3→2]"), "%s", text); /* corrected, and of the finding */
	cr_expect(strstr(text, "✎20") || strstr(text, "*20"), "%s", text);
	free(text);
	desk_close(&d);

	desk_open(&d, "sili-2020.txt"); /* rows are lost, cells are blank */
	d.s->place.pane = PANE_TABLE;
	session_to_cell(d.s, report_cell_find(d.s->report, STR("requests/outcome.total/person")));
	text = table_text(d.s, 40, 100);
	cr_expect(strstr(text, "?"), "%s", text);
	cr_expect(strstr(text, "not in the source"), "%s", text);
	free(text);
	desk_close(&d);
}

Test(ui_views, narrow_tables_fold_the_other_columns)
{
	struct desk d;

	open_broken(&d);
	char *text = table_text(d.s, 30, 40);

	cr_expect(strstr(text, "[39]") && strstr(text, "[6]"), "%s", text);
	free(text);
	desk_close(&d);
}

static enum prompt_result type(struct prompt *p, struct session *s, const char *name)
{
	struct key key = {.kind = KEY_NAMED};

	snprintf(key.name, sizeof key.name, "%s", name);
	return prompt_key(p, &key, s);
}

static void type_text(struct prompt *p, struct session *s, const char *text)
{
	for (; *text; text++) {
		struct key key = {.kind = KEY_TYPED, .ch = (unsigned char)*text};

		prompt_key(p, &key, s);
	}
}

Test(ui_views, the_line_editor)
{
	struct prompt p = {0};

	prompt_open(&p, "annotate . ");
	type_text(&p, NULL, "ab");
	cr_expect_str_eq(p.text.p, "annotate . ab");
	type(&p, NULL, "Left");
	type(&p, NULL, "BackSpace");
	cr_expect_str_eq(p.text.p, "annotate . b");
	type(&p, NULL, "^W");
	cr_expect_str_eq(p.text.p, "annotate b");
	type(&p, NULL, "End");
	type(&p, NULL, "Delete");
	type(&p, NULL, "^U");
	cr_expect_eq(p.text.n, 0);
	cr_expect_eq(type(&p, NULL, "BackSpace"), PROMPT_LEFT);
	prompt_free(&p);
}

Test(ui_views, the_line_remembers)
{
	static const struct {
		const char *typed;
		const char *key, *shown;
	} rows[] = {{"", "Up", "two"}, {NULL, "Up", "one"}, {NULL, "Up", "one"},
		{NULL, "Down", "two"}, {NULL, "Down", ""}, {NULL, "Down", ""},
		/* what stands in the line picks the lines that begin so */
		{"o", "Up", "one"}, {NULL, "Up", "one"}, {NULL, "Down", "o"}, {"new", "Up", "new"}};
	struct prompt p = {0};

	for (int i = 0; i < 3; i++) {
		prompt_open(&p, "");
		type_text(&p, NULL, (const char *[]){"one", "two", "two"}[i]);
		cr_expect_eq(type(&p, NULL, "Enter"), PROMPT_ENTERED);
		prompt_close(&p);
	}
	for (size_t i = 0; i < ROWS(rows); i++) {
		if (rows[i].typed)
			prompt_open(&p, rows[i].typed);
		type(&p, NULL, rows[i].key);
		cr_expect(str_eq(buf_str(&p.text), str_of(rows[i].shown)), "step %zu: %s", i,
			p.text.p ? p.text.p : "");
	}
	prompt_free(&p);
}

Test(ui_views, the_line_completes)
{
	struct desk d;
	struct prompt p = {0};

	open_broken(&d);
	prompt_open(&p, "dec");
	type(&p, d.s, "Tab");
	cr_expect_str_eq(p.text.p, "decide ");
	type_text(&p, d.s, ". con");
	type(&p, d.s, "Tab");
	cr_expect_str_eq(p.text.p, "decide . confirmed ");
	prompt_open(&p, "verdict ");
	type(&p, d.s, "Tab");
	cr_expect_gt(p.n_choices, 1);
	type(&p, d.s, "Tab");
	char *first = strdup(p.text.p);

	type(&p, d.s, "Tab");
	cr_expect_str_neq(p.text.p, first);
	type(&p, d.s, "S-Tab");
	cr_expect_str_eq(p.text.p, first);
	free(first);
	prompt_free(&p);
	desk_close(&d);
}
