/* Drawing the list of reports. Columns are rows of a table: what each says, how wide it is, and how
 * wide the window has to be for it. */
#include "ui/view_queue.h"

#include "base/lang.h"
#include "desk/argument.h"
#include "desk/words.h"

enum {
	HEADS = 2,
	MARGIN = 3,
	NAME_MIN = 12,
	NAME_MOST = 48,
	FILE_FROM = 110
}; /* rows of headings; columns of marks, of the first column, of a window that shows files */

struct column {
	const char *title; /* N_() */
	int cols;	   /* at least, or its title's; 0: takes what is left */
	int from;	   /* window's columns; narrower ones do without */
	bool right;
	void (*says)(const struct queue_row *row, struct buf *out);
};

static void say_agency(const struct queue_row *row, struct buf *out)
{
	buf_adds(out, row->agency ? row->agency : row->name);
}

static void say_file(const struct queue_row *row, struct buf *out)
{
	buf_adds(out, row->name);
}

static void say_year(const struct queue_row *row, struct buf *out)
{
	if (row->year > 0)
		buf_addf(out, "%d", row->year);
}

static void say_form(const struct queue_row *row, struct buf *out)
{
	if (row->form)
		buf_adds(out, row->form->id);
}

static void say_errors(const struct queue_row *row, struct buf *out)
{
	buf_addf(out, "%zu", row->count[SEVERITY_ERROR]);
}

static void say_warnings(const struct queue_row *row, struct buf *out)
{
	buf_addf(out, "%zu", row->count[SEVERITY_WARNING]);
}

static void say_open(const struct queue_row *row, struct buf *out)
{
	buf_addf(out, "%zu", row->progress.open);
}

static void say_confirmed(const struct queue_row *row, struct buf *out)
{
	buf_addf(out, "%zu", row->progress.decided[DECISION_CONFIRMED]);
}

static void say_acceptable(const struct queue_row *row, struct buf *out)
{
	buf_addf(out, "%zu", row->progress.decided[DECISION_ACCEPTABLE]);
}

static void say_reviewed(const struct queue_row *row, struct buf *out)
{
	buf_addf(out, "%zu/%zu", row->progress.findings - row->progress.open,
		row->progress.findings);
}

static void say_verdict(const struct queue_row *row, struct buf *out)
{
	buf_adds(out, words_verdict(row->verdict));
	buf_adds(out, row->verdict_is_stale ? "?" : "");
}

static const struct column columns[] = {
	{N_("agency"), 0, 0, false, say_agency},
	{N_("file"), 24, FILE_FROM, false, say_file},
	{N_("year"), 4, 46, true, say_year},
	{N_("ed."), 4, 78, true, say_form},
	{N_("err."), 4, 40, true, say_errors},
	{N_("warn."), 4, 64, true, say_warnings},
	{N_("open"), 4, 56, true, say_open},
	{N_("conf."), 4, 72, true, say_confirmed},
	{N_("acc."), 4, 76, true, say_acceptable},
	{N_("done"), 5, 30, true, say_reviewed},
	{N_("verdict"), 5, 36, false, say_verdict},
};

#define COLUMNS (sizeof columns / sizeof *columns)

static int cols_of(const struct canvas *c, const struct column *k)
{
	int title = (int)glyph_columns(str_of(_(k->title)), c->ambiguous);
	return title > k->cols ? title : k->cols;
}

/* Columns that the one without a width of its own gets. */
static int rest_of(const struct canvas *c, int cols)
{
	int rest = cols - MARGIN;
	for (size_t i = 0; i < COLUMNS; i++)
		if (cols >= columns[i].from && columns[i].cols)
			rest -= cols_of(c, &columns[i]) + 1;
	return rest < NAME_MIN ? NAME_MIN : rest > NAME_MOST ? NAME_MOST : rest;
}

/* Is there another report of that agency on that year? */
static bool has_twin(const struct queue *q, const struct queue_row *row)
{
	for (size_t i = 0; i < q->n && row->agency; i++) {
		const struct queue_row *other = &q->rows[i];
		if (other != row && other->agency && other->year == row->year &&
			str_is(str_of(other->agency), row->agency))
			return true;
	}
	return false;
}

/* Where files have no column, two reports that look alike get theirs behind the agency. */
static void draw_file(struct canvas *c, struct rect r, int x, int cols, const struct queue_row *row)
{
	int file = (int)glyph_columns(str_of(row->name), c->ambiguous);
	int agency = (int)glyph_columns(str_of(row->agency), c->ambiguous);
	int room = cols - agency - 1 > cols / 2 ? cols - agency - 1 : cols / 2;
	file = file < room ? file : room;
	paint_cstr(c, r, r.row, x + cols - file - 1, ROLE_FAINT, " ");
	paint_field(c, r, r.row, x + cols - file, file, ROLE_FAINT, str_of(row->name), false);
}

static void draw_columns(const struct queue *q, struct canvas *c, struct rect r, enum role role,
	const struct queue_row *row) /* NULL: headings */
{
	int x = r.col + MARGIN, rest = rest_of(c, r.cols);
	struct buf text = {0};
	for (size_t i = 0; i < COLUMNS; i++) {
		const struct column *k = &columns[i];
		int cols = k->cols ? cols_of(c, k) : rest;
		if (r.cols < k->from)
			continue;
		if (i + 1 == COLUMNS) /* has what is left at the end */
			cols = r.col + r.cols - x;
		buf_clear(&text);
		if (row)
			k->says(row, &text);
		else
			buf_adds(&text, _(k->title));
		paint_field(c, r, r.row, x, cols, role, buf_str(&text), k->right);
		if (!k->cols && row && r.cols < FILE_FROM && has_twin(q, row))
			draw_file(c, r, x, cols, row);
		x += cols + 1;
	}
	buf_free(&text);
}

/* A report that is not read, or cannot be, has its file and a word about it. */
static void draw_unread(
	struct canvas *c, struct rect r, enum role role, const struct queue_row *row)
{
	bool waits = row->state != QUEUE_TROUBLE;
	struct buf text = {0};
	buf_addf(&text, "%s  ", row->name);
	buf_adds(&text, row->state == QUEUE_READING ? _("being read")
			: waits			    ? _("not read yet")
						    : row->trouble);
	paint_field(c, r, r.row, r.col + MARGIN, r.cols - MARGIN, waits ? ROLE_FAINT : role,
		buf_str(&text), false);
	buf_free(&text);
}

/* What a row is marked with, beside the cursor. */
static void draw_mark(struct canvas *c, struct rect r, const struct queue_row *row)
{
	if (row->state == QUEUE_TROUBLE)
		paint_cstr(c, r, r.row, r.col + 1, ROLE_ERROR, "x");
	else if (row->state != QUEUE_READ)
		paint_cstr(c, r, r.row, r.col + 1, ROLE_FAINT, paint_mark(c, MARK_ELLIPSIS));
	else if (queue_is_done(row))
		paint_cstr(c, r, r.row, r.col + 1, ROLE_DONE, paint_mark(c, MARK_DONE));
	else if (row->count[SEVERITY_ERROR])
		paint_cstr(c, r, r.row, r.col + 1, ROLE_ERROR, "!");
}

static void draw_row(const struct queue *q, struct canvas *c, struct rect r, size_t at)
{
	const struct queue_row *row = &q->rows[q->shown[at]];
	bool here = at == q->at;
	enum role role = here ? ROLE_STRONG : queue_is_done(row) ? ROLE_FAINT : ROLE_TEXT;
	if (here) {
		paint_cstr(c, r, r.row, r.col, ROLE_STRONG, paint_mark(c, MARK_BAR));
		c->cursor_row = r.row;
		c->cursor_col = r.col;
	}
	draw_mark(c, r, row);
	canvas_add_hit(c, r, HIT_REPORT, at);
	if (row->state == QUEUE_READ)
		draw_columns(q, c, r, role, row);
	else
		draw_unread(c, r, here ? ROLE_STRONG : ROLE_TEXT, row);
}

/* "reading 37/1000 ████░░░░" at the right end of the heading, until all are read. */
static int draw_progress(const struct queue *q, struct canvas *c, struct rect r)
{
	enum { BAR = 20 };
	struct queue_totals t = queue_totals(q);
	struct buf text = {0};
	bool plain = c->ascii || c->ambiguous == 2;
	size_t full = q->n ? (q->n - t.waiting) * BAR / q->n : BAR;
	if (t.waiting == 0)
		return r.cols;
	buf_addf(&text, _(" reading %zu/%zu "), q->n - t.waiting, q->n);
	for (size_t i = 0; i < BAR && r.cols >= 60; i++)
		buf_adds(&text, i < full ? (plain ? "#" : "█") : plain ? "." : "░");
	int cols = (int)glyph_columns(buf_str(&text), c->ambiguous) + 1;
	if (cols < r.cols / 2) {
		paint_text(c, r, r.row, r.col + r.cols - cols, ROLE_HEAD, buf_str(&text));
		paint_cstr(c, r, r.row, r.col + r.cols - 1, ROLE_HEAD, " ");
	} else {
		cols = 0;
	}
	buf_free(&text);
	return r.cols - cols;
}

/* What the list shows, and how. */
static void draw_heading(const struct queue *q, struct canvas *c, struct rect r)
{
	struct buf text = {0};
	paint_hline(c, r.row, r.col, r.cols);
	int room = draw_progress(q, c, r) - 2;
	buf_addf(&text, _(" Reports %zu-%zu of %zu "), q->n_shown ? q->top + 1 : 0,
		q->top + q->home->page[PANE_FINDINGS] < q->n_shown
			? q->top + q->home->page[PANE_FINDINGS]
			: q->n_shown,
		q->n_shown);
	if (q->filter != FILTER_ALL)
		buf_addf(&text, _("│ only %s "),
			argument_shown(queue_filter_name(q->filter), "list"));
	if (q->text)
		buf_addf(&text, _("│ with “%s” "), q->text);
	if (q->sort != SORT_GIVEN)
		buf_addf(&text, q->reversed ? _("│ by %s, reversed ") : _("│ by %s "),
			argument_shown(queue_sort_name(q->sort), "sort"));
	int cols = (int)glyph_columns(buf_str(&text), c->ambiguous);
	paint_field(c, r, r.row, r.col + 1, cols < room ? cols : room, ROLE_HEAD_FOCUS,
		buf_str(&text), false);
	buf_free(&text);
}

/* Keeps the cursor in sight with one more row on either side. */
static void scroll(struct queue *q, size_t rows)
{
	size_t margin = rows > 2;
	if (q->at < q->top + margin)
		q->top = q->at > margin ? q->at - margin : 0;
	if (q->at + margin >= q->top + rows)
		q->top = q->at + margin + 1 - rows;
	if (q->top + rows > q->n_shown)
		q->top = q->n_shown > rows ? q->n_shown - rows : 0;
}

void view_queue_measure(struct queue *q, struct rect r)
{
	q->home->page[PANE_FINDINGS] = r.rows > HEADS ? (size_t)(r.rows - HEADS) : 1;
}

void view_queue_draw(struct queue *q, struct canvas *c, struct rect r)
{
	int rows = r.rows - HEADS;
	queue_settle(q);
	if (rows <= 0)
		return;
	scroll(q, (size_t)rows);
	draw_heading(q, c, rect_of(r.row, r.col, 1, r.cols));
	draw_columns(q, c, rect_of(r.row + 1, r.col, 1, r.cols), ROLE_COLUMN, NULL);
	struct rect list = rect_of(r.row + HEADS, r.col, rows, r.cols);
	for (int i = 0; i < rows && q->top + (size_t)i < q->n_shown; i++)
		draw_row(q, c, rect_of(list.row + i, list.col, 1, list.cols), q->top + (size_t)i);
	if (q->n_shown == 0)
		paint_cstr(c, list, list.row, list.col + MARGIN, ROLE_FAINT,
			_("no report passes the filter; a shows all"));
}

void view_queue_row_draw(const struct queue *q, struct canvas *c, struct rect r)
{
	const struct queue_row *row = q->n_shown ? &q->rows[q->shown[q->at]] : NULL;
	struct buf text = {0};
	if (!row)
		return;
	if (row->state == QUEUE_TROUBLE)
		buf_adds(&text, row->trouble);
	else
		buf_addf(&text, _("file: %s"), row->name);
	paint_field(c, r, r.row, r.col + 1, r.cols - 2, ROLE_FAINT, buf_str(&text), false);
	buf_free(&text);
}

void view_queue_title_draw(const struct queue *q, struct canvas *c, struct rect r)
{
	struct queue_totals t = queue_totals(q);
	struct buf text = {0};
	paint_fill(c, r, ROLE_TITLE);
	int x = paint_cstr(c, r, r.row, r.col + 1, ROLE_TITLE_MARK, _("Gouji")) + 2;
	buf_addf(&text, ngettext("%zu report", "%zu reports", q->n), q->n);
	buf_addf(&text, _("   done %zu  to do %zu"), t.done, q->n - t.done - t.trouble);
	if (t.trouble)
		buf_addf(&text, _("  unreadable %zu"), t.trouble);
	buf_addf(&text, _("   errors %zu  warnings %zu"), t.count[SEVERITY_ERROR],
		t.count[SEVERITY_WARNING]);
	paint_field(c, r, r.row, x, r.cols - x - 1, ROLE_TITLE, buf_str(&text), false);
	buf_free(&text);
}
