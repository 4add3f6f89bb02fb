/* What the list of reports shows and where its cursor is: filter, order, moving, finding. */
#include "desk/queue.h"

#include <string.h>

#include "base/dec.h"
#include "base/fold.h"
#include "base/lang.h"
#include "desk/search.h"

const char *queue_filter_name(enum queue_filter f)
{
	static const char *const names[] = {
		[FILTER_ALL] = "all",
		[FILTER_OPEN] = "open",
		[FILTER_DONE] = "done",
		[FILTER_UNDECIDED] = "undecided",
		[FILTER_ACCEPT] = "accept",
		[FILTER_RETURN] = "return",
		[FILTER_QUERY] = "query",
		[FILTER_TROUBLE] = "trouble",
	};
	return names[f];
}

const char *queue_sort_name(enum queue_sort k)
{
	static const char *const names[] = {
		[SORT_GIVEN] = "given",
		[SORT_NAME] = "name",
		[SORT_AGENCY] = "agency",
		[SORT_YEAR] = "year",
		[SORT_ERRORS] = "errors",
		[SORT_WARNINGS] = "warnings",
		[SORT_OPEN] = "open",
		[SORT_REVIEWED] = "reviewed",
		[SORT_VERDICT] = "verdict",
	};
	return names[k];
}

static bool has_kind(const struct queue_row *row, enum queue_filter f)
{
	bool read = row->state == QUEUE_READ;
	switch (f) {
	case FILTER_OPEN:
		return read && !queue_is_done(row);
	case FILTER_DONE:
		return queue_is_done(row);
	case FILTER_UNDECIDED:
		return read && queue_verdict(row) == VERDICT_NONE;
	case FILTER_ACCEPT:
		return read && queue_verdict(row) == VERDICT_ACCEPT;
	case FILTER_RETURN:
		return read && queue_verdict(row) == VERDICT_RETURN;
	case FILTER_QUERY:
		return read && queue_verdict(row) == VERDICT_QUERY;
	case FILTER_TROUBLE:
		return row->state == QUEUE_TROUBLE;
	default:
		return true;
	}
}

static bool says(const struct queue_row *row, struct str pattern)
{
	struct buf text = {0};
	buf_addf(&text, "%s %s %s", row->name, row->agency ? row->agency : "",
		row->trouble ? row->trouble : "");
	if (row->year)
		buf_addf(&text, " %d", row->year);
	bool found = search_holds(pattern, buf_str(&text));
	buf_free(&text);
	return found;
}

static int compare_counts(size_t a, size_t b) /* more comes first */
{
	return a < b ? 1 : a > b ? -1 : 0;
}

/* The share that is decided, the least first; what has no findings is reviewed whole. */
static int compare_reviewed(const struct progress *a, const struct progress *b)
{
	size_t x = (a->findings ? a->findings - a->open : 1) * (b->findings ? b->findings : 1);
	size_t y = (b->findings ? b->findings - b->open : 1) * (a->findings ? a->findings : 1);
	return (x > y) - (x < y);
}

/* What a report does not say comes behind what others do. */
static int compare_words(const char *a, const char *b)
{
	if (!a || !b)
		return (a == NULL) - (b == NULL);
	return strcmp(a, b);
}

/* Read, then trouble, then waiting. */
static int rank(const struct queue_row *row)
{
	return row->state == QUEUE_READ ? 0 : row->state == QUEUE_TROUBLE ? 1 : 2;
}

static int compare(const struct queue *q, size_t i, size_t k)
{
	const struct queue_row *a = &q->rows[i], *b = &q->rows[k];
	if (q->sort == SORT_NAME)
		return strcmp(a->name, b->name);
	if (q->sort != SORT_GIVEN && rank(a) != rank(b))
		return rank(a) - rank(b);
	switch (q->sort) {
	case SORT_AGENCY:
		return compare_words(a->agency, b->agency);
	case SORT_YEAR:
		return (a->year > b->year) - (a->year < b->year);
	case SORT_ERRORS:
		return compare_counts(a->count[SEVERITY_ERROR], b->count[SEVERITY_ERROR]);
	case SORT_WARNINGS:
		return compare_counts(a->count[SEVERITY_WARNING], b->count[SEVERITY_WARNING]);
	case SORT_OPEN:
		return compare_counts(a->progress.open, b->progress.open);
	case SORT_REVIEWED:
		return compare_reviewed(&a->progress, &b->progress);
	case SORT_VERDICT:
		return (int)queue_verdict(a) - (int)queue_verdict(b);
	default:
		return 0;
	}
}

static int compare_shown(const void *x, const void *y, void *queue)
{
	const struct queue *q = queue;
	size_t i = *(const size_t *)x, k = *(const size_t *)y;
	int order = compare(q, i, k);
	if (order == 0)
		order = (i > k) - (i < k);
	return q->reversed ? -order : order;
}

static void fill_shown(struct queue *q)
{
	struct fold pattern;
	fold_make(&pattern, str_of(q->text), FOLD_CASE);
	q->n_shown = 0;
	for (size_t i = 0; i < q->n; i++)
		if (has_kind(&q->rows[i], q->filter) &&
			(!q->text || says(&q->rows[i], pattern.text)))
			q->shown[q->n_shown++] = i;
	fold_free(&pattern);
	qsort_r(q->shown, q->n_shown, sizeof *q->shown, compare_shown, q);
}

static size_t position_of(const struct queue *q, size_t row)
{
	for (size_t k = 0; k < q->n_shown; k++)
		if (q->shown[k] == row)
			return k;
	return STR_NONE;
}

void queue_settle(struct queue *q)
{
	if (!q->stale)
		return;
	size_t row = q->at < q->n_shown ? q->shown[q->at] : 0, at;
	fill_shown(q);
	q->stale = false;
	at = position_of(q, row);
	if (at != STR_NONE)
		q->at = at;
	else if (q->at >= q->n_shown)
		q->at = q->n_shown ? q->n_shown - 1 : 0;
}

struct queue_row *queue_current(struct queue *q)
{
	queue_settle(q);
	return q->at < q->n_shown ? &q->rows[q->shown[q->at]] : NULL;
}

void queue_point(struct queue *q, size_t row)
{
	queue_settle(q);
	size_t at = position_of(q, row);
	q->at = at != STR_NONE ? at : q->at;
}

size_t queue_position(struct queue *q)
{
	queue_settle(q);
	return position_of(q, q->now) + 1; /* STR_NONE is the one before 0 */
}

size_t queue_beside(struct queue *q, int direction)
{
	queue_settle(q);
	size_t at = position_of(q, q->now);
	size_t step = direction > 0 ? 1 : STR_NONE; /* which wraps past the first */
	/* where the filter hides it by now: on from where the cursor is */
	for (at = at != STR_NONE  ? at + step
		  : direction > 0 ? q->at
				  : q->at - 1;
		at < q->n_shown; at += step)
		if (q->rows[q->shown[at]].state != QUEUE_TROUBLE)
			return q->shown[at];
	return QUEUE_NOWHERE;
}

bool queue_find(struct queue *q, struct str word, size_t *row, struct err *err)
{
	struct dec number;
	struct fold pattern;
	queue_settle(q);
	if (dec_parse(word, &number) && number.scale == 0 && number.units > 0 &&
		(size_t)number.units <= q->n_shown) {
		*row = q->shown[number.units - 1];
		return true;
	}
	fold_make(&pattern, word, FOLD_CASE);
	bool found = false;
	for (size_t k = 0; k < q->n_shown && pattern.text.n && !found; k++) {
		found = says(&q->rows[q->shown[k]], pattern.text);
		*row = q->shown[k];
	}
	fold_free(&pattern);
	return found ||
	       err_set(err, ERR_USAGE, _("no report in the list is “%.*s”"), STR_ARG(word));
}

bool queue_move(struct queue *q, enum move move)
{
	queue_settle(q);
	if (q->n_shown == 0)
		return false;
	size_t to = place_step(q->at, q->n_shown, q->home->page[PANE_FINDINGS], move);
	bool moved = to != q->at;
	q->at = to;
	return moved;
}

bool queue_search(struct queue *q, struct str pattern, bool forward, bool *wrapped)
{
	queue_settle(q);
	size_t at = q->at, n = q->n_shown;
	for (size_t k = 0; k < n; k++) {
		size_t next = (at + (forward ? 1 : n - 1)) % n;
		*wrapped = *wrapped || (forward ? next <= at : next >= at);
		at = next;
		if (!says(&q->rows[q->shown[at]], pattern))
			continue;
		q->at = at;
		return true;
	}
	return false;
}
