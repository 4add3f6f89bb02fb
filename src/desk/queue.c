/* Rows, reading them, and going from one report to the next. */
#include "desk/queue.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"

struct queue *queue_new(char *const *paths, size_t n, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer)
{
	struct queue *q = mem_alloc(sizeof *q);
	q->rows = mem_alloc_array(n ? n : 1, sizeof *q->rows);
	q->shown = mem_alloc_array(n ? n : 1, sizeof *q->shown);
	q->n = n;
	for (size_t i = 0; i < n; i++)
		q->rows[i].path = mem_strdup(paths[i]);
	q->encoding = encoding ? mem_strdup(encoding) : NULL;
	q->reviewer = reviewer ? mem_strdup(reviewer) : NULL;
	q->wanted = QUEUE_NOWHERE;
	q->home = session_blank(forms, rules);
	q->home->queue = q;
	q->stale = true;
	return q;
}

static void clear_row(struct queue_row *row)
{
	free(row->trouble);
	free(row->agency);
	*row = (struct queue_row){.path = row->path};
}

void queue_free(struct queue *q)
{
	if (!q)
		return;
	session_free(q->open);
	session_free(q->home);
	for (size_t i = 0; i < q->n; i++) {
		clear_row(&q->rows[i]);
		free(q->rows[i].path);
	}
	free(q->rows);
	free(q->shown);
	free(q->text);
	free(q->encoding);
	free(q->reviewer);
	free(q);
}

static void fill_row(struct queue_row *row, const struct session *s)
{
	const struct record *verdict = review_find(s->review, RECORD_VERDICT, "");
	clear_row(row);
	row->state = QUEUE_READ;
	row->agency = s->report->agency_text ? mem_strdup(s->report->agency_text) : NULL;
	row->year = s->report->year;
	row->form = s->report->form;
	memcpy(row->count, s->check.count, sizeof row->count);
	row->progress = session_progress(s);
	row->verdict = verdict ? verdict->verdict : VERDICT_NONE;
}

static void fail_row(struct queue_row *row, const struct err *err)
{
	clear_row(row);
	row->state = QUEUE_TROUBLE;
	row->trouble = mem_strdup(err->text);
}

static struct session *open_row(struct queue *q, size_t i, struct err *err)
{
	const struct session *home = q->home;
	struct session *s = session_open_beside(
		q->rows[i].path, home->forms, home->rules, q->encoding, q->reviewer, &q->wish, err);
	if (s)
		fill_row(&q->rows[i], s);
	else
		fail_row(&q->rows[i], err);
	q->stale = true;
	return s;
}

/* The first row that waits among those a page from the top shows, else among all. */
static size_t next_waiting(struct queue *q)
{
	size_t page = q->home->page[PANE_FINDINGS];
	for (size_t k = q->top; k < q->n_shown && k < q->top + page; k++)
		if (q->rows[q->shown[k]].state == QUEUE_WAITING)
			return q->shown[k];
	while (q->next < q->n && q->rows[q->next].state != QUEUE_WAITING)
		q->next++;
	return q->next < q->n ? q->next : STR_NONE;
}

bool queue_step(struct queue *q)
{
	struct err err = {0};
	size_t i = next_waiting(q);
	if (i == STR_NONE)
		return false;
	session_free(open_row(q, i, &err));
	return true;
}

bool queue_is_done(const struct queue_row *row)
{
	return row->state == QUEUE_READ && row->progress.open == 0 && row->verdict != VERDICT_NONE;
}

struct queue_totals queue_totals(const struct queue *q)
{
	struct queue_totals t = {0};
	for (size_t i = 0; i < q->n; i++) {
		const struct queue_row *row = &q->rows[i];
		t.waiting += row->state == QUEUE_WAITING;
		t.trouble += row->state == QUEUE_TROUBLE;
		t.done += queue_is_done(row);
		for (size_t k = 0; k < 3; k++)
			t.count[k] += row->count[k];
	}
	return t;
}

/* A report that is left tells its row how far it is; where changes were dropped, the row is read
 * again. */
static void leave(struct queue *q)
{
	if (!q->open)
		return;
	if (review_is_dirty(q->open->review)) {
		clear_row(&q->rows[q->now]);
		q->next = q->now < q->next ? q->now : q->next;
	} else {
		fill_row(&q->rows[q->now], q->open);
	}
	session_free(q->open);
	q->open = NULL;
	q->stale = true;
}

static struct session *go_home(struct queue *q, struct session *from)
{
	if (from != q->home)
		session_hand_settings(from, q->home);
	leave(q);
	return q->home;
}

struct session *queue_switch(struct queue *q)
{
	struct session *from = q->open ? q->open : q->home, *to;
	struct err err = {0};
	size_t wanted = q->wanted;
	q->wanted = QUEUE_NOWHERE;
	from->quit = false;
	if (wanted == QUEUE_NOWHERE)
		return from;
	if (wanted == QUEUE_HOME)
		return go_home(q, from);
	to = open_row(q, wanted, &err);
	if (!to) {
		reply_set(from, TONE_ERROR, "%s: %s", path_base(q->rows[wanted].path), err.text);
		return from;
	}
	to->queue = q;
	session_hand_settings(from, to);
	leave(q);
	q->open = to;
	q->now = wanted;
	return to;
}
