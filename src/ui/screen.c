/* The screen of the desk: where everything stands, and drawing it. */
#include "base/lang.h"
#include "ui/hits.h"
#include "ui/inside.h"
#include "ui/view_overlay.h"
#include "ui/view_queue.h"
#include "ui/view_status.h"

static bool finding_in_table(const struct session *s)
{
	return s->place.finding != STR_NONE && s->check.findings[s->place.finding].n_cells > 0;
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
		term_repaint(ui->term); /* much was drawn with other widths */
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
		panes_measure(s, &ui->layout);
	}
	if (!ui->layout.too_small)
		view_overlay_measure(s, overlay_rect(&ui->layout));
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

	paint_cstr(c, all, 0, 0, ROLE_SAY_WARNING, _("window too small"));
	buf_addf(&text, "%d×%d", c->cols, c->rows);
	paint_text(c, all, 1, 0, ROLE_SAY_WARNING, buf_str(&text));
	buf_free(&text);
}

static void draw_prompt(struct ui *ui)
{
	const struct layout *l = &ui->layout;
	struct canvas *c = &ui->canvas;

	panes_wipe_bar(&ui->panes, c, l);
	if (ui->s->reply.text[0]) /* of an editor that failed */
		view_message_draw(ui->s, c, l->bar);
	else if (l->message.row < l->bar.row)
		prompt_draw_hint(&ui->prompt, ui->s, c, l->bar);
	prompt_draw(&ui->prompt, c, l->message);
}

/* Where nothing is to be said, the list tells more of its row. What takes two rows lies over the
 * keys. */
static void draw_message(struct ui *ui)
{
	const struct layout *l = &ui->layout;
	struct session *s = ui->s;
	struct rect r = l->message;

	if (session_is_list(s) && s->overlay == OVERLAY_NONE && !s->reply.text[0]) {
		view_queue_row_draw(s->queue, &ui->canvas, r);
		return;
	}
	if (l->message.row < l->bar.row && view_message_is_long(s, &ui->canvas, r.cols)) {
		panes_wipe_bar(&ui->panes, &ui->canvas, l);
		r.rows = 2;
	}
	view_message_draw(s, &ui->canvas, r);
}

static void draw_lines_below(struct ui *ui)
{
	const struct layout *l = &ui->layout;
	struct canvas *c = &ui->canvas;

	canvas_wipe(c, l->message);
	if (ui->prompt.open && !ui->asking) {
		draw_prompt(ui);
		return;
	}
	panes_draw_bar(&ui->panes, ui->s, c, l, ui->asking ? "" : ui->keys);
	if (ui->asking)
		draw_question(ui);
	else if (ui->keys[0])
		view_next_keys_draw(ui->s, c, l->message, ui->keys);
	else if (!reading_draw(ui, l->message))
		draw_message(ui);
}

/* A page over the panes, or the list of reports: drawn from nothing each time. */
static void draw_page(struct ui *ui)
{
	struct rect r = overlay_rect(&ui->layout);
	struct session *s = ui->s;
	struct canvas *c = &ui->canvas;

	canvas_clear(c);
	if (session_is_list(s))
		view_queue_title_draw(s->queue, c, ui->layout.title);
	else
		view_title_draw(s, c, ui->layout.title);
	if (s->overlay != OVERLAY_NONE) {
		view_overlay_draw(s, c, r);
		hits_light(s, c, panes_below_heading(r));
	} else {
		view_queue_draw(s->queue, c, r);
	}
}

void screen_draw(struct ui *ui)
{
	const struct layout *l = &ui->layout;
	bool page = session_is_list(ui->s) || ui->s->overlay != OVERLAY_NONE;

	screen_measure(ui);
	if (l->too_small) {
		canvas_clear(&ui->canvas);
		draw_too_small(ui);
		term_draw(ui->term, &ui->canvas);
		return;
	}
	if (l->message.row == l->bar.row) /* messages lie over the keys */
		canvas_clear(&ui->canvas);
	if (page)
		draw_page(ui);
	else
		panes_draw(&ui->panes, ui->s, &ui->canvas, l);
	draw_lines_below(ui);
	term_draw(ui->term, &ui->canvas);
}
