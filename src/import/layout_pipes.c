/* Columns between bars. Two layouts: rows with several bars, Markdown's among them, whose columns
 * are exact; and one cell a line, a bar at its end ("0 |"), where a cell is all that stands since
 * the last bar and blank lines mean nothing. In the second every cell is a row of its own. */
#include "import/layout.h"

#include <assert.h>

/* A bar line that is one cell. */
static bool is_single(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	unsigned first = !!(v->flags & LINE_BAR_FIRST), last = !!(v->flags & LINE_BAR_LAST);

	if (v->flags & LINE_RULE)
		return false;
	return v->bars == 1 ? first || last : v->bars == 2 && first && last;
}

static bool is_row(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	if (v->flags & (LINE_BLANK | LINE_FEED | LINE_MARK))
		return false;
	return v->bars > 1 || (v->bars == 1 && !(v->flags & LINE_PROSE)) || v->flags & LINE_RULE;
}

enum { LOOSE_MAX = 4 }; /* lines a cell without a bar of its own runs over */

/* A line without a bar that may be the beginning of a cell. */
static bool is_loose(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return !v->bars && line_is_short(l, line) && !(v->flags & (LINE_HEADING | LINE_RULE)) &&
	       l->text.p[v->from] != '#';
}

/* The single cell that the lines without bars from `at` on belong to: its line, or `at` where there
 * is none. */
static size_t past_loose(const struct layout *l, size_t at)
{
	size_t line = at;

	for (size_t n = 0; n < LOOSE_MAX && line < l->lines.n && is_loose(l, line); n++)
		line = layout_skip_blank(l, line + 1);
	return line < l->lines.n && is_row(l, line) && is_single(l, line) ? line : at;
}

/* The next line of a run behind `line`, or the number of lines. Between two single cells there may
 * be blank lines and the beginning of the second. */
static size_t next_row(const struct layout *l, size_t line)
{
	size_t next = line + 1;

	if (next < l->lines.n && is_row(l, next))
		return next;
	if (!is_single(l, line))
		return l->lines.n;
	next = layout_skip_blank(l, next);
	next = past_loose(l, next);
	if (next < l->lines.n && is_row(l, next) && is_single(l, next))
		return next;
	return l->lines.n;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	size_t rows = 0, wide = 0, cells = 0, line = at;

	run->to = at + 1;
	if (!is_row(l, at))
		return false;
	while (line < l->lines.n && rows < LAYOUT_ROWS_MAX) {
		const struct layout_line *v = &l->lines.v[line];

		cells += v->bars + 1u;
		if (cells > l->cells_left)
			break;
		rows += v->bars > 0 && !(v->flags & LINE_RULE);
		wide += v->bars > 2 && !(v->flags & LINE_RULE);
		run->to = line + 1;
		line = next_row(l, line);
	}
	return rows > 1 || wide > 0;
}

struct row_reader {
	const struct layout *l;
	size_t row, col;
	size_t from; /* where the cell begins */
};

static void cell_end(struct row_reader *r, size_t to, size_t next)
{
	sink_cell(r->l->d, r->row, r->col++, 1, 1, (struct text_span){r->from, to});
	r->from = next;
}

/* Splits a line at its bars. What stands before the first is a cell unless a bar comes first; what
 * stands behind the last one is a cell unless nothing does. A cell may have begun lines before. */
static void read_line(struct row_reader *r, const struct layout_line *line)
{
	struct str text = r->l->text;
	bool skip = line->flags & LINE_BAR_FIRST && r->from == line->from;

	r->col = 0;
	for (size_t at = line->from; at < line->to;) {
		size_t bar = layout_bar(text, at);

		if (bar) {
			if (skip)
				r->from = at + bar;
			else if (r->col < LAYOUT_COLS_MAX - 1)
				cell_end(r, at, at + bar);
			skip = false;
		}
		at += bar ? bar : 1;
	}
	if (!(line->flags & LINE_BAR_LAST) || r->col == 0 || r->col == LAYOUT_COLS_MAX - 1)
		cell_end(r, line->to, line->to);
	r->row++;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct row_reader r = {.l = l};
	bool open = false;

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & (LINE_BLANK | LINE_RULE))
			continue;
		if (!open)
			r.from = line->from;
		open = line->bars == 0;
		if (!open)
			read_line(&r, line);
	}
	assert(!open);
}

const struct layout_reader layout_pipes = {"pipes", find, read};
