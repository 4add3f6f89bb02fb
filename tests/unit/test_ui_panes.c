/* What is not drawn again is what would be drawn: keys, lines and sizes at random, the screen drawn
 * both ways after each, with what has changed alone and with everything from nothing. */
#include "unit/unit.h"

#include "base/file.h"
#include "desk/keymap.h"
#include "review/review.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "unit/queue_kit.h"
#include "unit/session_fixture.h"

struct screen {
	struct canvas canvas;
	struct panes panes;
};

struct both {
	struct desk desk;
	struct screen kept, fresh;
	int rows, cols;
	uint64_t state; /* of the dice */
};

static unsigned roll(struct both *b, unsigned sides)
{
	b->state ^= b->state << 13;
	b->state ^= b->state >> 7;
	b->state ^= b->state << 17;
	return (unsigned)(b->state >> 33) % sides;
}

static void fit(struct screen *screen, const struct both *b)
{
	if (screen->canvas.rows != b->rows || screen->canvas.cols != b->cols)
		canvas_resize(&screen->canvas, b->rows, b->cols);
	screen->canvas.ambiguous = b->desk.s->options.ambiguous;
	screen->canvas.ascii = b->desk.s->options.ascii_borders;
}

static void draw(struct both *b, struct screen *screen, const struct layout *l)
{
	struct session *s = b->desk.s;

	panes_measure(s, l);
	if (s->overlay != OVERLAY_NONE)
		canvas_clear(&screen->canvas); /* as where a page is drawn */
	else
		panes_draw(&screen->panes, s, &screen->canvas, l);
	panes_draw_bar(&screen->panes, s, &screen->canvas, l, "");
}

static bool same_hit(const struct canvas *a, const struct canvas *b, int row, int col)
{
	const struct hit *x = canvas_hit(a, row, col), *y = canvas_hit(b, row, col);

	return !x || !y ? x == y
			: x->kind == y->kind && x->index == y->index &&
				  memcmp(&x->r, &y->r, sizeof x->r) == 0;
}

static void compare(const struct both *b, const char *line)
{
	const struct canvas *kept = &b->kept.canvas, *fresh = &b->fresh.canvas;

	for (int row = 0; row < b->rows; row++)
		for (int col = 0; col < b->cols; col++)
			if (memcmp(canvas_at(kept, row, col), canvas_at(fresh, row, col),
				    sizeof(struct paint_cell)) != 0 ||
				!same_hit(kept, fresh, row, col))
				cr_assert_fail("after %s, %d by %d: differs at %d,%d", line,
					b->rows, b->cols, row, col);
	cr_assert_eq(kept->cursor_row, fresh->cursor_row, "after %s", line);
	cr_assert_eq(kept->cursor_col, fresh->cursor_col, "after %s", line);
}

static void draw_both(struct both *b, const char *line)
{
	struct layout l;

	fit(&b->kept, b);
	fit(&b->fresh, b);
	canvas_clear(&b->fresh.canvas);
	l = layout_make(b->rows, b->cols, b->desk.s->place.pane, false);
	draw(b, &b->fresh, &l);
	draw(b, &b->kept, &l);
	compare(b, line);
}

static void close_both(struct both *b)
{
	panes_free(&b->kept.panes);
	panes_free(&b->fresh.panes);
	canvas_free(&b->kept.canvas);
	canvas_free(&b->fresh.canvas);
}

static const char *random_line(struct both *b)
{
	static const char *const lines[] = {"set wrap toggle", "set ambiguous-width 2",
		"set ambiguous-width 1", "set ascii-borders on", "set ascii-borders off",
		"search 公开", "search 数", "search-next", "cancel", "filter note", "filter all",
		"filter open", "decide . confirmed", "decide . acceptable 见台账", "undecide .",
		"undo", "redo", "correct requests/new/total 7", "annotate . 核实",
		"annotate requests/new/total 看", "verdict return 退回", "goto 80", "goto 3",
		"select line", "select", "shift . right", "unmend", "bind all F5 next",
		"bind findings n prev", "bind findings n next", "overview", "cancel",
		"suggest next", "apply", "label . 总计", "set open-only toggle", "back", "forward",
		"write"};

	return lines[roll(b, ROWS(lines))];
}

static const char *random_key(struct both *b)
{
	static const char *const keys[] = {"j", "j", "j", "j", "k", "k", "h", "l", "n", "p", "Tab",
		"1", "2", "3", "PgDn", "PgUp", "gg", "G", "0", "$", "f", "b", "S-Down", "S-Right",
		"Esc", "N", "Enter", ";", "^G"};

	return keys[roll(b, ROWS(keys))];
}

/* A key as a rule, sometimes a line, seldom another size; it may be refused. */
static const char *take_turn(struct both *b)
{
	static const int sizes[][2] = {{40, 120}, {24, 80}, {60, 200}, {14, 60}, {30, 151}};
	unsigned which = roll(b, 40);
	struct err err = {0};
	bool pending;

	if (which == 0) {
		const int *size = sizes[roll(b, ROWS(sizes))];

		b->rows = size[0];
		b->cols = size[1];
		return "another size";
	}
	if (which < 10) {
		const char *line = random_line(b);

		command_run(b->desk.s, str_of(line), &err);
		return line;
	}
	const char *key = random_key(b);

	keymap_press(b->desk.s, key, &pending, &err);
	return key;
}

static void play(const char *sample, uint64_t seed)
{
	struct both b = {.state = seed, .rows = 40, .cols = 120};

	desk_open(&b.desk, sample);
	for (int i = 0; i < 600; i++) {
		const char *line = take_turn(&b);

		b.desk.s->request = REQUEST_NONE;
		draw_both(&b, line);
	}
	close_both(&b);
	desk_close(&b.desk);
}

Test(ui_panes, both_ways_on_one_report)
{
	play("xidian-2020.txt", 20261121);
}

Test(ui_panes, both_ways_on_another)
{
	play("sili-2020.txt", 88172645463325252);
}

/* The mechanism is worth something only where parts do stay: a move in the text draws the text. */
Test(ui_panes, a_move_in_the_text_leaves_the_rest_alone)
{
	struct desk d;
	struct screen screen = {0};
	struct layout l = layout_make(40, 120, PANE_TEXT, false);

	desk_open(&d, "xidian-2020.txt");
	canvas_resize(&screen.canvas, 40, 120);
	screen.canvas.ambiguous = 1;
	d.s->place.pane = PANE_TEXT;
	panes_measure(d.s, &l);
	session_to_text(d.s, 0);
	panes_draw(&screen.panes, d.s, &screen.canvas, &l);
	session_to_text(d.s, doc_line(d.s->report->doc, 2).from);
	for (int row = l.table.row + 1; row < l.table.row + l.table.rows; row++)
		for (int col = l.table.col; col < l.table.col + l.table.cols; col++)
			canvas_at(&screen.canvas, row, col)->role = ROLE_COUNT; /* would be lost */
	int before = canvas_at(&screen.canvas, l.text.row + 3, 2)->role;

	panes_draw(&screen.panes, d.s, &screen.canvas, &l);
	cr_expect_eq(canvas_at(&screen.canvas, l.table.row + 3, l.table.col + 3)->role, ROLE_COUNT);
	cr_expect_neq(canvas_at(&screen.canvas, l.text.row + 3, 2)->role, before);
	panes_free(&screen.panes);
	canvas_free(&screen.canvas);
	desk_close(&d);
}

/* --- each input by itself --- */

/* A report with twelve findings, some of whose cells are corrected. */
static void open_twelve(struct desk *d)
{
	char *path = path_join(getenv("GOUJI_SRCDIR"), "tests/desk/twelve-2023.txt");
	struct buf text = {0};

	cr_assert(file_read(path, 1 << 20, &text, NULL));
	desk_open_text(d, buf_str(&text));
	buf_free(&text);
	free(path);
	desk_do(d, "goto #5");
}

static void other_pane(struct session *s)
{
	s->place.pane = PANE_TEXT;
}

static void other_place(struct session *s)
{
	s->place.at = doc_line(s->report->doc, doc_line_at(s->report->doc, s->place.at) + 1).from;
}

static void select_words(struct session *s)
{
	s->place.anchor = doc_line(s->report->doc, doc_line_at(s->report->doc, s->place.at)).from;
}

static void other_cell(struct session *s)
{
	s->place.cell++;
}

static void noted_cell(struct session *s)
{
	s->place.cell = report_cell_find(s->report, STR("requests/new/person"));
}

static void select_cells(struct session *s)
{
	s->place.corner = s->place.cell + 1;
}

static void other_finding(struct session *s)
{
	s->place.finding = 7;
}

/* Behind an equal pointer. */
static void other_pattern(struct session *s)
{
	memcpy(s->search.pattern, "申请", strlen("申请"));
}

static void other_rule(struct session *s)
{
	s->filter.rule[0] = 'x';
}

static void other_key(struct session *s)
{
	*(char *)s->bindings.v[0].key = 'm';
}

static void other_view(struct session *s)
{
	s->bindings.v[0].view = KEYS_LIST;
}

static void other_reviewer(struct session *s)
{
	review_set_reviewer(s->review, "王芳");
}

static void saved(struct session *s)
{
	review_mark_saved(s->review);
}

enum { IN_TITLE = 2, IN_TEXT = 4, IN_TABLE = 8, IN_LIST = 16, IN_FINDING = 32, IN_BAR = 64 };

static bool differs_in(const struct canvas *a, const struct canvas *b, struct rect r)
{
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++)
			if (memcmp(canvas_at(a, row, col), canvas_at(b, row, col),
				    sizeof(struct paint_cell)) != 0)
				return true;
	return false;
}

/* In which parts: a bit each. */
static unsigned differing(const struct canvas *a, const struct canvas *b, const struct layout *l)
{
	return (differs_in(a, b, l->title) ? IN_TITLE : 0) |
	       (differs_in(a, b, panes_below_heading(l->text)) ? IN_TEXT : 0) |
	       (differs_in(a, b, panes_below_heading(l->table)) ? IN_TABLE : 0) |
	       (differs_in(a, b, panes_below_heading(l->list)) ? IN_LIST : 0) |
	       (differs_in(a, b, panes_below_heading(l->finding)) ? IN_FINDING : 0) |
	       (differs_in(a, b, l->bar) ? IN_BAR : 0);
}

/* What alone has changed is drawn in all parts that show it, and it is shown where it is said to.
 */
Test(ui_panes, each_input_is_seen_by_itself)
{
	static const struct {
		const char *name;
		enum pane pane;
		const char *before;
		void (*change)(struct session *s);
		unsigned parts;
	} rows[] = {
		{"pane", PANE_FINDINGS, NULL, other_pane, IN_TEXT | IN_TABLE},
		{"pane, from the table", PANE_TABLE, NULL, other_pane, IN_TEXT | IN_TABLE},
		{"place", PANE_TEXT, NULL, other_place, IN_TEXT},
		{"words selected", PANE_TEXT, NULL, select_words, IN_TEXT},
		{"cell", PANE_FINDINGS, "goto requests/new/person", other_cell, IN_TEXT | IN_TABLE},
		{"cell with a note", PANE_FINDINGS, "annotate requests/new/person 看", noted_cell,
			IN_TEXT | IN_TABLE | IN_FINDING},
		{"cells selected", PANE_TABLE, NULL, select_cells, IN_TABLE},
		{"finding", PANE_FINDINGS, "goto #3", other_finding,
			IN_TEXT | IN_TABLE | IN_LIST | IN_FINDING},
		{"pattern", PANE_TEXT, "search 公开", other_pattern, IN_TEXT | IN_LIST},
		{"rule", PANE_FINDINGS, "filter text.", other_rule, IN_LIST},
		{"key", PANE_FINDINGS, "bind findings n undo", other_key, IN_BAR},
		{"view", PANE_FINDINGS, "bind findings n undo", other_view, IN_BAR},
		{"reviewer", PANE_FINDINGS, NULL, other_reviewer, IN_TITLE},
		{"saved", PANE_FINDINGS, "annotate #1 看", saved, IN_TITLE},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct both b = {.rows = 60, .cols = 200};
		struct screen before = {0};
		struct layout l = layout_make(b.rows, b.cols, PANE_FINDINGS, false);

		open_twelve(&b.desk);
		if (rows[i].before)
			desk_do(&b.desk, rows[i].before);
		b.desk.s->place.pane = rows[i].pane;
		draw_both(&b, rows[i].name);
		fit(&before, &b);
		draw(&b, &before, &l);
		rows[i].change(b.desk.s);
		draw_both(&b, rows[i].name);
		cr_expect_eq(differing(&before.canvas, &b.fresh.canvas, &l), rows[i].parts,
			"%s: %u", rows[i].name, differing(&before.canvas, &b.fresh.canvas, &l));
		panes_free(&before.panes);
		canvas_free(&before.canvas);
		close_both(&b);
		desk_close(&b.desk);
	}
}

/* How many reports the list has left is told while one of them is open. */
Test(ui_panes, a_list_that_grows_behind_a_report_is_seen)
{
	struct list l;
	struct both b = {.rows = 60, .cols = 200};

	list_open(&l);
	list_read_all(&l);
	list_do(&l, "open 1");
	b.desk.s = l.s;
	draw_both(&b, "open");
	l.q->n_shown--;
	draw_both(&b, "one less");
	size_t first = l.q->shown[0];

	l.q->shown[0] = l.q->shown[1];
	l.q->shown[1] = first;
	draw_both(&b, "another order");
	l.q->n_shown++;
	close_both(&b);
	list_close(&l);
}

/* A prompt lies over the keys, and goes. */
Test(ui_panes, the_keys_come_back_when_a_prompt_goes)
{
	struct both b = {.rows = 24, .cols = 80};
	struct layout l = layout_make(b.rows, b.cols, PANE_TEXT, false);

	desk_open(&b.desk, "xidian-2020.txt");
	draw_both(&b, "nothing");
	panes_wipe_bar(&b.kept.panes, &b.kept.canvas, &l);
	draw_both(&b, "a prompt");
	close_both(&b);
	desk_close(&b.desk);
}
