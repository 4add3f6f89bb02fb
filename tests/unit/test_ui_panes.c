/* What is not drawn again is what would be drawn: keys, lines and sizes at random, the screen drawn
 * both ways after each, with what has changed alone and with everything from nothing. */
#include "unit/unit.h"

#include "desk/keymap.h"
#include "ui/layout.h"
#include "ui/panes.h"
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

static const char *random_line(struct both *b)
{
	static const char *const lines[] = {"set wrap toggle", "set ambiguous-width 2",
		"set ambiguous-width 1", "set ascii-borders on", "set ascii-borders off",
		"search 公开", "search 数", "search-next", "cancel", "filter note", "filter all",
		"filter open", "decide . confirmed", "decide . acceptable 见台账", "undecide .",
		"undo", "redo", "correct requests/new/total 7", "annotate . 核实",
		"annotate requests/new/total 看", "verdict return 退回", "goto 80", "goto 3",
		"select line", "select", "shift . right", "unmend", "bind F5 next", "bind n prev",
		"bind n next", "overview", "cancel", "suggest next", "apply", "label . 总计",
		"set open-only toggle", "back", "forward", "write"};

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
	panes_free(&b.kept.panes);
	panes_free(&b.fresh.panes);
	canvas_free(&b.kept.canvas);
	canvas_free(&b.fresh.canvas);
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
