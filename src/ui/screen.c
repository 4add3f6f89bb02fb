/* The screen of the desk: where everything stands, and drawing it. */
#include "base/file.h"
#include "base/lang.h"
#include "desk/filter.h"
#include "ui/hits.h"
#include "ui/inside.h"
#include "ui/view_overlay.h"
#include "ui/view_queue.h"
#include "ui/view_status.h"

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

void screen_measure(struct ui *ui)
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
	hits_light(s, c, below_heading(l->list));
	hits_light(s, c, below_heading(l->finding));
	if (l->table.rows > 0) {
		view_table_draw(&ui->table, s, c, below_heading(l->table));
		hits_light(s, c, below_heading(l->table));
	}
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
		if (ui->s->reply.text[0]) /* of an editor that failed */
			view_message_draw(ui->s, c, l->bar);
		else if (l->message.row < l->bar.row)
			prompt_draw_hint(&ui->prompt, ui->s, c, l->bar);
		prompt_draw(&ui->prompt, c, l->message);
	} else {
		view_bar_draw(ui->s, c, l->bar, ui->keys);
		if (ui->keys[0])
			view_next_keys_draw(ui->s, c, l->message, ui->keys);
		else if (!reading_draw(ui, l->message))
			view_message_draw(ui->s, c, l->message);
	}
}

static void draw_body(struct ui *ui)
{
	if (ui->s->overlay != OVERLAY_NONE) {
		view_overlay_draw(ui->s, &ui->canvas, overlay_rect(&ui->layout));
		hits_light(ui->s, &ui->canvas, below_heading(overlay_rect(&ui->layout)));
	} else if (session_is_list(ui->s)) {
		view_queue_draw(ui->s->queue, &ui->canvas, overlay_rect(&ui->layout));
	} else {
		draw_panes(ui);
	}
}

void screen_draw(struct ui *ui)
{
	screen_measure(ui);
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
