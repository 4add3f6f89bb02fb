/* The loop of the desk: draw, sleep, take keys. */
#include "ui/ui.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "desk/filter.h"
#include "desk/keymap.h"
#include "ui/layout.h"
#include "ui/mouse.h"
#include "ui/prompt.h"
#include "ui/term.h"
#include "ui/view_finding.h"
#include "ui/view_overlay.h"
#include "ui/view_queue.h"
#include "ui/view_status.h"
#include "ui/view_table.h"
#include "ui/view_text.h"

struct ui {
	struct session *s;
	struct term *term;
	struct canvas canvas;
	struct layout layout;
	struct view_text text;
	struct view_table table;
	struct view_list list;
	struct prompt prompt;
	char keys[32]; /* what was typed of a key of two ("g" of "gg") */
	bool asking;   /* leave although something is unsaved? */
	bool spilled;  /* a run of committed text is being ignored until the input pauses */
	int ambiguous; /* as the terminal was last told */
	bool mouse_on; /* likewise */
	struct mouse mouse;
	bool given_up; /* a signal, or no terminal any more */
	long drawn_at; /* ms: while reports are read, the list is not drawn at each */
};

static bool finding_in_table(const struct session *s)
{
	return s->place.finding != STR_NONE && s->check.findings[s->place.finding].n_cells > 0;
}

static struct rect below_heading(struct rect r)
{
	return rect_of(r.row + 1, r.col, r.rows > 0 ? r.rows - 1 : 0, r.cols);
}

/* All between the title bar and the message. */
static struct rect overlay_rect(const struct layout *l)
{
	return rect_of(1, 0, l->message.row - 1, l->bar.cols);
}

/* The size of the window into the size of everything, before keys are taken and after each. */
static void measure(struct ui *ui)
{
	struct session *s = ui->s;
	int rows, cols;

	if (s->options.ambiguous != ui->ambiguous) {
		ui->ambiguous = s->options.ambiguous;
		term_set_ambiguous(ui->term, ui->ambiguous);
	}
	if (s->options.mouse != ui->mouse_on) {
		ui->mouse_on = s->options.mouse;
		term_set_mouse(ui->term, ui->mouse_on);
	}
	term_size(ui->term, &rows, &cols);
	if (rows != ui->canvas.rows || cols != ui->canvas.cols)
		canvas_resize(&ui->canvas, rows, cols);
	ui->canvas.ambiguous = ui->ambiguous;
	ui->canvas.ascii = s->options.ascii_borders;
	ui->layout = layout_make(rows, cols, s->place.pane, finding_in_table(s));
	if (session_is_list(s)) {
		view_queue_measure(s->queue, overlay_rect(&ui->layout));
	} else {
		view_text_measure(s, below_heading(ui->layout.text));
		view_table_measure(s, below_heading(ui->layout.table));
		s->page[PANE_FINDINGS] =
			ui->layout.list.rows > 1 ? (size_t)ui->layout.list.rows - 1 : 1;
	}
	if (!ui->layout.too_small)
		view_overlay_measure(s, overlay_rect(&ui->layout));
}

/* A pane's heading on its border; more at the right end, where there is room. */
static void draw_heading(
	struct ui *ui, struct rect r, enum pane pane, struct str title, struct str more)
{
	struct canvas *c = &ui->canvas;
	bool focus = ui->s->place.pane == pane && ui->s->overlay == OVERLAY_NONE;
	enum role role = focus ? ROLE_HEAD_FOCUS : ROLE_HEAD;
	int cols = (int)glyph_columns(title, c->ambiguous) + 2;
	int room = r.cols - 3;

	if (r.rows == 0)
		return;
	struct buf text = {0};

	buf_addf(&text, " %.*s ", STR_ARG(title));
	cols = cols < room ? cols : room;
	paint_field(c, r, r.row, r.col + 1, cols, role, buf_str(&text), false);
	int more_cols = (int)glyph_columns(more, c->ambiguous) + 2;

	if (more.n > 0 && cols + more_cols + 4 <= r.cols) {
		int x = r.col + r.cols - more_cols - 1;

		x = paint_cstr(c, r, r.row, x, ROLE_HEAD, " ");
		x = paint_text(c, r, r.row, x, ROLE_HEAD, more);
		paint_cstr(c, r, r.row, x, ROLE_HEAD, " ");
	}
	buf_free(&text);
}

static void draw_borders(struct ui *ui)
{
	const struct layout *l = &ui->layout;
	struct canvas *c = &ui->canvas;

	const struct rect *panes[] = {&l->text, &l->table, &l->list, &l->finding};

	for (size_t i = 0; i < sizeof panes / sizeof panes[0]; i++)
		if (panes[i]->rows > 0)
			paint_hline(c, panes[i]->row, panes[i]->col, panes[i]->cols);
	if (l->side_by_side) {
		int col = l->text.col + l->text.cols;

		paint_hline(c, l->text.row, col, 1);
		paint_hline(c, l->text.row + l->text.rows, 0, c->cols);
		paint_vline(c, l->text.row, col, l->text.rows + 1);
	}
	if (l->list.rows > 0 && l->list.col + l->list.cols < l->finding.col)
		paint_vline(c, l->list.row, l->list.cols, l->list.rows);
}

static void draw_headings(struct ui *ui)
{
	enum { RULE_REST = 22 }; /* columns for the finding's own title */
	const struct session *s = ui->s;
	const struct layout *l = &ui->layout;
	struct buf title = {0}, more = {0};

	buf_addf(&title, "%s %s", _("Text"), path_base(s->path));
	draw_heading(ui, l->text, PANE_TEXT, buf_str(&title), STR(""));
	buf_clear(&title);
	view_table_title(s, &title);
	draw_heading(ui, l->table, PANE_TABLE, buf_str(&title), STR(""));
	buf_clear(&title);
	view_finding_title(s, &title);
	view_finding_rule(s, true, &more);
	if ((int)glyph_columns(buf_str(&more), ui->canvas.ambiguous) + RULE_REST >
		l->finding.cols) {
		buf_clear(&more);
		view_finding_rule(s, false, &more);
	}
	draw_heading(ui, l->finding, PANE_FINDINGS, buf_str(&title), buf_str(&more));
	buf_clear(&title);
	buf_adds(&title, filter_is_set(&s->filter) ? _("Findings: ") : _("All findings"));
	filter_write(&s->filter, &title);
	draw_heading(ui, l->list, PANE_FINDINGS, buf_str(&title), STR(""));
	buf_free(&title);
	buf_free(&more);
}

static void draw_panes(struct ui *ui)
{
	struct session *s = ui->s;
	const struct layout *l = &ui->layout;
	struct canvas *c = &ui->canvas;

	draw_borders(ui);
	draw_headings(ui);
	view_list_draw(&ui->list, s, c, below_heading(l->list));
	view_finding_draw(s, c, below_heading(l->finding));
	if (l->table.rows > 0)
		view_table_draw(&ui->table, s, c, below_heading(l->table));
	if (l->text.rows > 0)
		view_text_draw(&ui->text, s, c, below_heading(l->text));
}

static void draw_question(struct ui *ui)
{
	struct canvas *c = &ui->canvas;
	struct rect r = ui->layout.message;
	int x = r.col + 1;

	paint_fill(c, r, ROLE_TEXT);
	x = paint_cstr(c, r, r.row, x, ROLE_SAY_WARNING, _("The review is not saved.")) + 2;
	x = paint_cstr(c, r, r.row, x, ROLE_BAR_KEY, "s") + 1;
	x = paint_cstr(c, r, r.row, x, ROLE_BAR, _("save and leave")) + 2;
	x = paint_cstr(c, r, r.row, x, ROLE_BAR_KEY, "d") + 1;
	x = paint_cstr(c, r, r.row, x, ROLE_BAR, _("discard and leave")) + 2;
	x = paint_cstr(c, r, r.row, x, ROLE_BAR_KEY, "Esc") + 1;
	x = paint_cstr(c, r, r.row, x, ROLE_BAR, _("stay"));
	c->cursor_row = r.row;
	c->cursor_col = x < c->cols ? x : c->cols - 1;
}

static void draw_too_small(struct ui *ui)
{
	struct canvas *c = &ui->canvas;
	struct rect all = rect_of(0, 0, c->rows, c->cols);
	struct buf text = {0};

	buf_addf(&text, _("window too small (%d×%d)"), c->cols, c->rows);
	paint_text(c, all, 0, 0, ROLE_SAY_WARNING, buf_str(&text));
	buf_free(&text);
}

static void draw_lines_below(struct ui *ui)
{
	const struct layout *l = &ui->layout;
	struct canvas *c = &ui->canvas;

	if (ui->asking) {
		view_bar_draw(ui->s, c, l->bar, "");
		draw_question(ui);
	} else if (ui->prompt.open) {
		if (l->message.row < l->bar.row)
			prompt_draw_hint(&ui->prompt, ui->s, c, l->bar);
		prompt_draw(&ui->prompt, c, l->message);
	} else {
		view_bar_draw(ui->s, c, l->bar, ui->keys);
		view_message_draw(ui->s, c, l->message);
	}
}

static void draw_body(struct ui *ui)
{
	if (ui->s->overlay != OVERLAY_NONE)
		view_overlay_draw(ui->s, &ui->canvas, overlay_rect(&ui->layout));
	else if (session_is_list(ui->s))
		view_queue_draw(ui->s->queue, &ui->canvas, overlay_rect(&ui->layout));
	else
		draw_panes(ui);
}

static void draw(struct ui *ui)
{
	measure(ui);
	canvas_clear(&ui->canvas);
	if (ui->layout.too_small) {
		draw_too_small(ui);
	} else {
		if (session_is_list(ui->s))
			view_queue_title_draw(ui->s->queue, &ui->canvas, ui->layout.title);
		else
			view_title_draw(ui->s, &ui->canvas, ui->layout.title);
		draw_body(ui);
		draw_lines_below(ui);
	}
	term_draw(ui->term, &ui->canvas);
}

static void say_error(struct ui *ui, const struct err *err)
{
	if (ui->s->reply.tone == TONE_NONE || !ui->s->reply.text[0])
		reply_set(ui->s, TONE_ERROR, "%s", err->text);
}

/* A review that begins does so at the findings: there both panes show the place of the first. */
static void begin(struct session *s)
{
	if (!session_is_list(s) && !review_place(s->review)->pane && s->check.n_findings > 0)
		s->place.pane = PANE_FINDINGS;
}

/* Another report, or the list: what the views know is about the one before. */
static void switch_session(struct ui *ui)
{
	struct session *s = queue_switch(ui->s->queue);

	if (s == ui->s)
		return;
	ui->s = s;
	ui->text = (struct view_text){0};
	ui->table = (struct view_table){0};
	ui->list = (struct view_list){0};
	begin(s);
}

/* What a command asked of the screen, and whether it is to end. */
static void serve_requests(struct ui *ui)
{
	struct session *s = ui->s;
	enum request request = s->request;

	s->request = REQUEST_NONE;
	if (request == REQUEST_PROMPT)
		prompt_open(&ui->prompt, s->prompt ? s->prompt : "");
	else if (request == REQUEST_REDRAW)
		term_repaint(ui->term);
	else if (request == REQUEST_SUSPEND)
		term_suspend(ui->term);
	else if (request == REQUEST_LEAVE)
		ui->asking = true;
	else if (request == REQUEST_SWITCH)
		switch_session(ui);
}

static void be_silent(struct ui *ui)
{
	ui->s->reply = (struct reply){.tone = TONE_NONE};
}

static void run_line(struct ui *ui, struct str line)
{
	struct err err = {0};

	be_silent(ui);
	if (!command_run(ui->s, line, &err))
		say_error(ui, &err);
	serve_requests(ui);
}

/* The question is settled: out of the program, or to where the command wanted to go. */
static void leave(struct ui *ui)
{
	if (ui->s->queue && ui->s->queue->wanted != QUEUE_NOWHERE)
		switch_session(ui);
	else
		ui->s->quit = true;
}

static void answer(struct ui *ui, const struct key *key)
{
	struct err err = {0};

	if (strcmp(key->name, "s") == 0) {
		if (session_save(ui->s, &err))
			leave(ui);
		else
			reply_set(ui->s, TONE_ERROR, "%s", err.text);
	} else if (strcmp(key->name, "d") == 0) {
		leave(ui);
	} else if (strcmp(key->name, "Esc") != 0 && strcmp(key->name, "^C") != 0) {
		return; /* no answer: the question stands */
	}
	ui->asking = false;
}

static void press(struct ui *ui, const struct key *key)
{
	bool pending = false;
	struct err err = {0};
	size_t n = strlen(ui->keys);

	if (key->kind == KEY_PASTED || key->ch >= 0x80) {
		ui->spilled = true;
		ui->keys[0] = '\0';
		reply_set(ui->s, TONE_WARNING, "%s",
			_("text is not a command: press : or a key that asks for text first"));
		return;
	}
	snprintf(ui->keys + n, sizeof ui->keys - n, "%s", key->name);
	be_silent(ui);
	if (!keymap_press(ui->s, ui->keys, &pending, &err))
		say_error(ui, &err);
	if (pending)
		return;
	ui->keys[0] = '\0';
	serve_requests(ui);
}

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void click(struct ui *ui, const struct key *key)
{
	const char *line;

	ui->keys[0] = '\0';
	be_silent(ui);
	line = mouse_take(&ui->mouse, ui->s, &ui->canvas, key, now_ms());
	if (line)
		run_line(ui, str_of(line));
}

static void take_key(struct ui *ui, const struct key *key)
{
	if (key->kind == KEY_MOUSED) { /* never an answer, never text */
		if (!ui->asking && !ui->prompt.open)
			click(ui, key);
		return;
	}
	if (ui->asking) {
		answer(ui, key);
	} else if (ui->prompt.open) {
		enum prompt_result result = prompt_key(&ui->prompt, key, ui->s);

		if (result == PROMPT_GOES_ON)
			return;
		prompt_close(&ui->prompt);
		if (result == PROMPT_ENTERED)
			run_line(ui, buf_str(&ui->prompt.text));
	} else if (!(ui->spilled && key->kind != KEY_NAMED)) {
		press(ui, key);
	}
}

static void take_keys(struct ui *ui)
{
	struct key key;

	ui->spilled = false;
	while (!ui->s->quit && term_key(ui->term, &key)) {
		take_key(ui, &key);
		measure(ui);
	}
}

/* With no key to take, a report of the queue is read: one, so that no key waits longer. Returns
 * whether there was one. What that changes is drawn now and then, and at the end. */
static bool read_on(struct ui *ui)
{
	enum { DRAW_EVERY = 60 }; /* ms */
	struct queue *q = ui->s->queue;
	bool more = q && queue_step(q);

	if (q && (!more || now_ms() - ui->drawn_at >= DRAW_EVERY)) {
		if (session_is_list(ui->s))
			draw(ui);
		ui->drawn_at = now_ms();
	}
	return more;
}

static void loop(struct ui *ui)
{
	bool more = ui->s->queue != NULL; /* reports to be read */

	draw(ui);
	while (!ui->s->quit && !ui->given_up) {
		enum term_event event = term_wait(ui->term, more ? 0 : -1);

		if (event == TERM_TIMEOUT) {
			more = read_on(ui);
			continue;
		}
		if (event == TERM_END)
			ui->given_up = true;
		else if (event == TERM_INPUT)
			take_keys(ui);
		if (!ui->given_up)
			draw(ui);
		more = ui->s->queue != NULL; /* a report left may have to be read again */
	}
}

/* A line that hung up, or a machine that is shut down, costs nobody's work. Saving takes nothing
 * away: the history is saved too, so that each step can be undone when the report is opened again.
 */
static void keep_work(struct session *s)
{
	struct err err = {0};

	if (!review_is_dirty(s->review))
		return;
	if (session_save(s, &err))
		fprintf(stderr, _("gouji: ended by a signal; the review was saved: %s\n"),
			s->sidecar);
	else
		fprintf(stderr, _("gouji: ended by a signal; the review was not saved: %s\n"),
			err.text);
}

int ui_run(struct session *s, struct term *begun)
{
	struct ui ui = {.s = s, .ambiguous = 1};
	struct err err = {0};

	ui.term = begun ? begun : term_open(&err);
	if (!ui.term) {
		fprintf(stderr, "gouji: %s\n", err.text);
		return 2;
	}
	begin(s);
	loop(&ui);
	int sig = ui.given_up ? term_signal(ui.term) : 0;

	term_close(ui.term);
	if (ui.given_up)
		keep_work(s);
	canvas_free(&ui.canvas);
	prompt_free(&ui.prompt);
	return sig ? 128 + sig : 0;
}
