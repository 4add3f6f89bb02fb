/* Rows, reading them, and going from one report to the next. */
#include "desk/queue.h"

#include <string.h>

#include "base/lang.h"
#include "desk/queue_paths.h"
#include "import/shelf.h"

struct queue *queue_new(char *const *paths, size_t n, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer)
{
	struct queue *q = mem_alloc(sizeof *q);
	queue_put_paths(q, paths, n);
	q->encoding = encoding ? mem_strdup(encoding) : NULL;
	q->reviewer = reviewer ? mem_strdup(reviewer) : NULL;
	q->wanted = q->opening = QUEUE_NOWHERE;
	q->crew = crew_new(crew_size(), queue_work, q);
	q->home = session_blank(forms, rules);
	q->home->queue = q;
	q->stale = true;
	return q;
}

static void clear_row(struct queue_row *row)
{
	free(row->trouble);
	free(row->agency);
	*row = (struct queue_row){.path = row->path, .name = row->name};
}

void queue_free(struct queue *q)
{
	if (!q)
		return;
	crew_free(q->crew);
	shelf_free(q->shelf);
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
	row->verdict_is_stale = review_verdict_is_stale(s->review, s->report);
}

static void fail_row(struct queue_row *row, const struct err *err)
{
	clear_row(row);
	row->state = QUEUE_TROUBLE;
	row->trouble = mem_strdup(err->text);
}

/* Opens it with what is on the shelf; NULL and *lacks where it has to be read first. */
static struct session *open_row(
	struct queue *q, size_t i, struct shelf *shelf, bool *lacks, struct err *err)
{
	const struct session *home = q->home;
	struct beside_wish wish = q->wish;
	wish.shelf = shelf;
	struct session *s = session_open_beside(
		q->rows[i].path, home->forms, home->rules, q->encoding, q->reviewer, &wish, err);
	*lacks = shelf_lacks(shelf);
	if (*lacks) {
		session_free(s);
		return NULL;
	}
	if (q->rows[i].state == QUEUE_READING)
		crew_cancel(q->crew, i);
	if (s)
		fill_row(&q->rows[i], s);
	else
		fail_row(&q->rows[i], err);
	q->stale = true;
	return s;
}

enum verdict queue_verdict(const struct queue_row *row)
{
	return row->verdict_is_stale ? VERDICT_NONE : row->verdict;
}

bool queue_is_done(const struct queue_row *row)
{
	return row->state == QUEUE_READ && row->progress.open == 0 && queue_verdict(row);
}

struct queue_totals queue_totals(const struct queue *q)
{
	struct queue_totals t = {0};
	for (size_t i = 0; i < q->n; i++) {
		const struct queue_row *row = &q->rows[i];
		t.waiting += row->state == QUEUE_WAITING || row->state == QUEUE_READING;
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

/* Has a child read it; what was on the shelf is let go. */
static void begin_opening(struct queue *q, size_t row, struct session *from)
{
	struct err err = {0};
	struct buf order = {0};
	queue_stay(q);
	buf_addf(&order, "open %s", q->rows[row].path);
	crew_cancel(q->crew, row); /* its row comes of opening it */
	if (q->rows[row].state == QUEUE_WAITING)
		q->rows[row].state = QUEUE_READING;
	q->opening = row;
	if (!crew_give(q->crew, QUEUE_OPENING, buf_str(&order), true, &err)) {
		queue_stay(q);
		reply_set(from, TONE_ERROR, "%s: %s", q->rows[row].name, err.text);
	}
	buf_free(&order);
}

void queue_stay(struct queue *q)
{
	size_t row = q->opening;
	crew_cancel(q->crew, QUEUE_OPENING);
	shelf_free(q->shelf);
	q->shelf = NULL;
	q->opening = QUEUE_NOWHERE;
	if (row == QUEUE_NOWHERE || q->rows[row].state != QUEUE_READING)
		return;
	q->rows[row].state = QUEUE_WAITING;
	q->next = row < q->next ? row : q->next;
}

static struct session *go_to(struct queue *q, struct session *from, size_t row)
{
	struct err err = {0};
	bool lacks;
	struct shelf *shelf = q->shelf && q->opening == row ? q->shelf : shelf_new(SHELF_HASTY);
	if (shelf == q->shelf)
		q->shelf = NULL;
	struct session *to = open_row(q, row, shelf, &lacks, &err);
	shelf_free(shelf);
	if (lacks) {
		begin_opening(q, row, from);
		return from;
	}
	queue_stay(q);
	if (!to) {
		reply_set(from, TONE_ERROR, "%s: %s", q->rows[row].name, err.text);
		return from;
	}
	to->queue = q;
	session_hand_settings(from, to);
	leave(q);
	q->open = to;
	q->now = row;
	queue_point(q, row);
	return to;
}

struct session *queue_switch(struct queue *q)
{
	struct session *from = q->open ? q->open : q->home;
	size_t wanted = q->wanted;
	q->wanted = QUEUE_NOWHERE;
	from->quit = false;
	if (wanted == QUEUE_NOWHERE)
		return from;
	if (wanted != QUEUE_HOME)
		return go_to(q, from, wanted);
	queue_stay(q);
	return go_home(q, from);
}
