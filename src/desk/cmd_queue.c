/* Commands of the list of reports, and from one report to another. */
#include "base/lang.h"
#include "desk/argument.h"
#include "desk/cmd.h"
#include "desk/queue.h"

/* What is not saved is asked for first (ui: REQUEST_LEAVE). */
static bool go(struct session *s, size_t wanted, struct err *err)
{
	s->queue->wanted = wanted;
	if (!session_is_list(s) && review_is_dirty(s->review)) {
		s->request = REQUEST_LEAVE;
		return err_set(err, ERR_REFUSED,
			_("there are changes that are not saved; :w saves them, :q! drops them"));
	}
	s->request = REQUEST_SWITCH;
	return true;
}

bool cmd_open(struct session *s, const struct command_args *a, struct err *err)
{
	struct queue *q = s->queue;
	size_t row;
	queue_settle(q);
	if (a->n) {
		if (!queue_find(q, a->arg[0], &row, err))
			return false;
	} else if (!session_is_list(s)) {
		return err_set(err, ERR_USAGE, _("say which report: its number or its name"));
	} else if (!queue_current(q)) {
		return err_set(err, ERR_REFUSED, _("there is no report to open"));
	} else {
		row = q->shown[q->at];
	}
	return go(s, row, err);
}

bool cmd_report(struct session *s, const struct command_args *a, struct err *err)
{
	size_t row = queue_beside(s->queue, a->command->which);
	if (row == QUEUE_NOWHERE)
		return err_set(err, ERR_REFUSED,
			a->command->which > 0 ? _("this is the last report of the list")
					      : _("this is the first report of the list"));
	return go(s, row, err);
}

static void filter(struct queue *q, const struct command_args *a)
{
	for (enum queue_filter f = 0; f < FILTER_COUNT; f++)
		if (str_is(a->arg[0], queue_filter_name(f)))
			q->filter = f;
	free(q->text);
	q->text = a->n > 1 ? mem_strndup(a->arg[1].p, a->arg[1].n) : NULL;
	q->stale = true;
	q->top = 0;
}

bool cmd_list(struct session *s, const struct command_args *a, struct err *err)
{
	struct queue *q = s->queue;
	if (a->n)
		filter(q, a);
	if (!session_is_list(s))
		return go(s, QUEUE_HOME, err);
	queue_settle(q);
	if (a->n)
		reply_set(s, TONE_INFO, ngettext("%zu of %zu report", "%zu of %zu reports", q->n),
			q->n_shown, q->n);
	return true;
}

bool cmd_sort(struct session *s, const struct command_args *a, struct err *err)
{
	struct queue *q = s->queue;
	(void)err;
	for (enum queue_sort k = 0; k < SORT_COUNT; k++) {
		if (!str_is(a->arg[0], queue_sort_name(k)))
			continue;
		q->reversed = q->sort == k && !q->reversed;
		q->sort = k;
	}
	q->stale = true;
	queue_settle(q);
	reply_set(s, TONE_INFO,
		q->reversed ? _("sorted by %s, the other way round") : _("sorted by %s"),
		argument_shown(queue_sort_name(q->sort), "sort"));
	return true;
}
