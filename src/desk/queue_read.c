/* Reading reports in children, and what they say about a row. */
#include <string.h>

#include "base/lang.h"
#include "desk/queue.h"
#include "import/shelf.h"

/* What is said about a row: this, then the words. A damaged byte is no bool, so none is read as
 * one. */
struct row_words {
	enum queue_state state;
	int year;
	enum verdict verdict;
	unsigned char verdict_is_stale;
	size_t count[3];
	struct progress progress;
	size_t form, agency, trouble; /* bytes of each */
	unsigned char has_agency;
};

/* --- in the child --- */

static void put(struct buf *out, const struct row_words *w, const char *form, const char *agency,
	const char *trouble)
{
	buf_add(out, (struct str){(const char *)w, sizeof *w});
	buf_add(out, (struct str){form, w->form});
	buf_add(out, (struct str){agency, w->agency});
	buf_add(out, (struct str){trouble, w->trouble});
}

static void say_row(const struct session *s, struct buf *out)
{
	const struct record *verdict = review_find(s->review, RECORD_VERDICT, "");
	const struct report *r = s->report;
	struct row_words w = {
		.state = QUEUE_READ,
		.year = r->year,
		.verdict = verdict ? verdict->verdict : VERDICT_NONE,
		.verdict_is_stale = review_verdict_is_stale(s->review, s->report),
		.progress = session_progress(s),
		.form = r->form ? strlen(r->form->id) : 0,
		.agency = r->agency_text ? strlen(r->agency_text) : 0,
		.has_agency = r->agency_text != NULL,
	};
	memcpy(w.count, s->check.count, sizeof w.count);
	put(out, &w, r->form ? r->form->id : "", r->agency_text ? r->agency_text : "", "");
}

static void say_trouble(const struct err *err, struct buf *out)
{
	struct row_words w = {.state = QUEUE_TROUBLE, .trouble = strlen(err->text)};
	put(out, &w, "", "", err->text);
}

/* "row PATH" is answered by a row, "open PATH" by a shelf's bytes. */
void queue_work(const void *queue, struct str order, struct buf *result)
{
	const struct queue *q = queue;
	bool row = str_starts(order, "row ");
	size_t verb = strlen(row ? "row " : "open ");
	char *path = mem_strndup(order.p + verb, order.n - verb);
	struct beside_wish wish = q->wish;
	struct err err = {0};
	wish.shelf = row ? NULL : shelf_new(SHELF_KEEP);
	struct session *s = session_open_beside(
		path, q->home->forms, q->home->rules, q->encoding, q->reviewer, &wish, &err);
	if (!row)
		buf_add(result, shelf_bytes(wish.shelf));
	else if (s)
		say_row(s, result);
	else
		say_trouble(&err, result);
	session_free(s);
	shelf_free(wish.shelf);
	free(path);
}

/* --- in the program --- */

static const struct form *form_of(const struct forms *forms, struct str id)
{
	for (size_t i = 0; i < forms->n; i++)
		if (str_is(id, forms->forms[i].id))
			return &forms->forms[i];
	return NULL;
}

static bool makes_sense(const struct row_words *w, size_t words)
{
	return (w->state == QUEUE_READ || w->state == QUEUE_TROUBLE) &&
	       w->verdict <= VERDICT_QUERY && w->form <= words && w->agency <= words &&
	       w->trouble <= words && w->form + w->agency + w->trouble == words;
}

bool queue_fill(struct queue_row *row, const struct forms *forms, struct str result)
{
	struct row_words w;
	if (result.n < sizeof w)
		return false;
	memcpy(&w, result.p, sizeof w);
	struct str words = str_slice(result, sizeof w, result.n);
	if (!makes_sense(&w, words.n))
		return false;
	free(row->trouble);
	free(row->agency);
	*row = (struct queue_row){.path = row->path,
		.name = row->name,
		.state = w.state,
		.year = w.year,
		.verdict = w.verdict,
		.verdict_is_stale = w.verdict_is_stale != 0,
		.progress = w.progress,
		.form = form_of(forms, str_slice(words, 0, w.form))};
	memcpy(row->count, w.count, sizeof row->count);
	words = str_slice(words, w.form, words.n);
	row->agency = w.has_agency ? mem_strndup(words.p, w.agency) : NULL;
	row->trouble = w.state == QUEUE_TROUBLE ? mem_strndup(words.p + w.agency, w.trouble) : NULL;
	return true;
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

static void fail(struct queue *q, size_t i, const char *why)
{
	struct queue_row *row = &q->rows[i];
	free(row->trouble);
	row->trouble = mem_strdup(why);
	row->state = QUEUE_TROUBLE;
	q->stale = true;
}

void queue_start(struct queue *q)
{
	struct err err = {0};
	for (size_t i; crew_has_hand(q->crew) && (i = next_waiting(q)) != STR_NONE;) {
		struct buf order = {0};
		buf_addf(&order, "row %s", q->rows[i].path);
		bool given = crew_give(q->crew, i, buf_str(&order), false, &err);
		buf_free(&order);
		if (given)
			q->rows[i].state = QUEUE_READING;
		else if (!crew_is_busy(q->crew))
			fail(q, i, err.text);
		if (!given)
			return; /* those that are there go on with it, or the next key does */
	}
	if (!crew_is_busy(q->crew))
		crew_rest(q->crew);
}

size_t queue_fds(const struct queue *q, struct pollfd *fds)
{
	return crew_fds(q->crew, fds);
}

static void take_row(struct queue *q, size_t i, enum crew_news news, struct str result)
{
	if (q->rows[i].state != QUEUE_READING)
		return;
	q->stale = true;
	if (news == CREW_LOST || !queue_fill(&q->rows[i], q->home->forms, result))
		fail(q, i, _("its reader broke down; Enter tries again"));
}

static void take_opening(struct queue *q, enum crew_news news, struct str result)
{
	struct session *from = q->open ? q->open : q->home;
	if (news == CREW_LOST) {
		reply_set(from, TONE_ERROR, "%s: %s", q->rows[q->opening].name,
			_("its reader broke down; Enter tries again"));
		queue_stay(q);
		return;
	}
	q->shelf = shelf_new(SHELF_GIVE);
	shelf_fill(q->shelf, result);
	q->wanted = q->opening;
	from->request = REQUEST_SWITCH;
}

bool queue_take(struct queue *q)
{
	struct buf result;
	enum crew_news news;
	bool any = false;
	for (size_t tag; (news = crew_take(q->crew, &tag, &result)) != CREW_NOTHING; any = true) {
		if (tag == QUEUE_OPENING)
			take_opening(q, news, buf_str(&result));
		else
			take_row(q, tag, news, buf_str(&result));
		buf_free(&result);
	}
	return any;
}

void queue_rest(struct queue *q)
{
	crew_rest(q->crew);
	q->opening = QUEUE_NOWHERE;
	for (size_t i = 0; i < q->n; i++) {
		if (q->rows[i].state != QUEUE_READING)
			continue;
		q->rows[i].state = QUEUE_WAITING;
		q->next = i < q->next ? i : q->next;
	}
}

bool queue_step(struct queue *q)
{
	struct pollfd fds[CREW_MOST];
	size_t waiting = queue_totals(q).waiting;
	while (waiting > 0 && queue_totals(q).waiting == waiting) {
		queue_start(q);
		size_t n = queue_fds(q, fds);
		if (n > 0)
			poll(fds, n, -1);
		queue_take(q);
	}
	return waiting > 0;
}
