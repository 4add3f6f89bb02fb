/* The loop of the desk: draw, sleep, take keys. */
#include "ui/ui.h"

#include <stdio.h>
#include <time.h>

#include "base/lang.h"
#include "desk/queue.h"
#include "ui/inside.h"

long ui_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* With no key to take, a report of the queue is read: one, so that no key waits longer. Returns
 * whether there was one. What that changes is drawn now and then, and at the end. */
static bool read_on(struct ui *ui)
{
	enum { DRAW_EVERY = 60 }; /* ms */
	struct queue *q = ui->s->queue;
	bool more = q && queue_step(q);

	if (q && (!more || ui_now_ms() - ui->drawn_at >= DRAW_EVERY)) {
		if (session_is_list(ui->s))
			screen_draw(ui);
		ui->drawn_at = ui_now_ms();
	}
	return more;
}

static void loop(struct ui *ui)
{
	bool more = ui->s->queue != NULL; /* reports to be read */

	screen_draw(ui);
	while (!ui->s->quit && !ui->given_up) {
		enum term_event event = term_wait(ui->term, more ? 0 : -1);

		if (event == TERM_TIMEOUT) {
			more = read_on(ui);
			continue;
		}
		if (event == TERM_END)
			ui->given_up = true;
		else if (event == TERM_INPUT)
			input_take(ui);
		if (!ui->given_up)
			screen_draw(ui);
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
	input_begin(s);
	loop(&ui);
	int sig = ui.given_up ? term_signal(ui.term) : 0;

	term_close(ui.term);
	if (ui.given_up)
		keep_work(s);
	canvas_free(&ui.canvas);
	prompt_free(&ui.prompt);
	return sig ? 128 + sig : 0;
}
