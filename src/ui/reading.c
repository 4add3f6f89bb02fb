/* Reports of a queue that are read while keys are taken: rows of the list, and the report that is
 * to be opened. */
#include <string.h>

#include "base/lang.h"
#include "desk/queue.h"
#include "ui/inside.h"

enum {
	DRAW_EVERY = 60, /* ms: the list while rows come in */
	TELL_AFTER = 80, /* ms: what is opened sooner is not worth a line */
};

_Static_assert(CREW_MOST <= TERM_OTHERS, "all children are waited for");

static bool is_opening(const struct ui *ui)
{
	return ui->s->queue && ui->s->queue->opening != QUEUE_NOWHERE;
}

static void forget_keys(struct ui *ui)
{
	ui->reading.n = ui->reading.at = 0;
}

/* Which report is being opened, and since when. */
static void look(struct ui *ui)
{
	size_t row = ui->s->queue->opening;

	if (row == ui->reading.row)
		return;
	ui->reading.row = row;
	ui->reading.since = ui_now_ms();
	ui->reading.told = false;
}

static long least(long a, long b)
{
	return a < b ? a : b;
}

/* ms until something is to be drawn; a very long time where nothing is. */
static long due_in(const struct ui *ui)
{
	long now = ui_now_ms(), due = 1 << 30;

	if (ui->reading.changed && session_is_list(ui->s))
		due = least(due, ui->reading.drawn_at + DRAW_EVERY - now);
	if (is_opening(ui) && !ui->reading.told)
		due = least(due, ui->reading.since + TELL_AFTER - now);
	return due;
}

size_t reading_go_on(struct ui *ui, struct pollfd *fds, int *timeout)
{
	*timeout = -1;
	if (!ui->s->queue)
		return 0;
	queue_start(ui->s->queue);
	look(ui);
	long due = due_in(ui);

	if (due < 1 << 30)
		*timeout = due > 0 ? (int)due : 0;
	return queue_fds(ui->s->queue, fds);
}

bool reading_is_due(const struct ui *ui)
{
	return due_in(ui) <= 0;
}

void reading_drawn(struct ui *ui)
{
	ui->reading.changed = false;
	ui->reading.drawn_at = ui_now_ms();
	ui->reading.told = is_opening(ui) && ui_now_ms() - ui->reading.since >= TELL_AFTER;
}

void reading_take(struct ui *ui)
{
	if (queue_take(ui->s->queue))
		ui->reading.changed = true;
	if (!is_opening(ui) && !ui->reading.n)
		return;
	if (ui->s->request == REQUEST_SWITCH)
		input_serve(ui);
	if (is_opening(ui))
		return;
	ui->reading.changed = true;
	ui->reading.drawn_at = 0;
	input_take(ui); /* what was typed ahead */
	screen_draw(ui);
}

void reading_rest(struct ui *ui)
{
	if (ui->s->queue)
		queue_rest(ui->s->queue);
	forget_keys(ui);
}

bool reading_holds(struct ui *ui, const struct key *key)
{
	if (!is_opening(ui))
		return false;
	if (strcmp(key->name, "Esc") == 0 || strcmp(key->name, "q") == 0 ||
		strcmp(key->name, "^C") == 0) {
		queue_stay(ui->s->queue);
		forget_keys(ui);
	} else if (key->kind != KEY_MOUSED &&
		   ui->reading.n < sizeof ui->reading.keys / sizeof *ui->reading.keys) {
		ui->reading.keys[ui->reading.n++] = *key;
	}
	return true;
}

bool reading_key(struct ui *ui, struct key *key)
{
	if (is_opening(ui) || ui->reading.at == ui->reading.n) {
		if (!is_opening(ui))
			forget_keys(ui);
		return false;
	}
	*key = ui->reading.keys[ui->reading.at++];
	return true;
}

bool reading_draw(struct ui *ui, struct rect r)
{
	if (!is_opening(ui))
		return false;
	look(ui);
	if (ui_now_ms() - ui->reading.since < TELL_AFTER)
		return false;
	struct canvas *c = &ui->canvas;
	struct buf text = {0};

	buf_addf(&text, _("reading %s…  Esc: leave it"),
		ui->s->queue->rows[ui->s->queue->opening].name);
	int cols = (int)glyph_columns(buf_str(&text), c->ambiguous), room = r.cols - 2;

	paint_fill(c, r, ROLE_TEXT);
	paint_field(
		c, r, r.row, r.col + 1, cols < room ? cols : room, ROLE_SAY, buf_str(&text), false);
	buf_free(&text);
	return true;
}
