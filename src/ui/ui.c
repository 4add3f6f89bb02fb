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

/* What is read is read again: a report that waits stopped would be told to take too long. */
static void stop(struct ui *ui)
{
	reading_rest(ui);
	term_suspend(ui->term);
}

static void loop(struct ui *ui)
{
	screen_draw(ui);
	while (!ui->s->quit && !ui->given_up) {
		struct pollfd fds[TERM_OTHERS];
		int timeout;
		size_t n = reading_go_on(ui, fds, &timeout);
		enum term_event event = term_wait(ui->term, timeout, fds, n);

		if (event == TERM_END)
			ui->given_up = true;
		else if (event == TERM_STOP)
			stop(ui);
		else if (event == TERM_INPUT)
			input_take(ui);
		else if (event == TERM_WORK)
			reading_take(ui);
		if (ui->given_up || (event == TERM_WORK && !reading_is_due(ui)))
			continue;
		screen_draw(ui);
		reading_drawn(ui);
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
	if (session_save(s, &err) || (session_merge(s, NULL) && session_save(s, &err)))
		fprintf(stderr, _("gouji: ended by a signal; the review was saved: %s\n"),
			s->sidecar);
	else
		fprintf(stderr, _("gouji: ended by a signal; the review was not saved: %s\n"),
			err.text);
}

int ui_run(struct session *s, struct term *begun)
{
	struct ui ui = {.s = s, .ambiguous = 1, .reading = {.row = QUEUE_NOWHERE}};
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
		keep_work(ui.s); /* of a queue, the report that is open now */
	canvas_free(&ui.canvas);
	panes_free(&ui.panes);
	prompt_free(&ui.prompt);
	return sig ? 128 + sig : 0;
}
