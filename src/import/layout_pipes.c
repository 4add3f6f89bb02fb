/* Columns between bars. Two layouts: rows with several bars, Markdown's among them, whose columns
 * are exact; and one cell a line, a bar at its end ("0 |"), where blank lines mean nothing and
 * every cell is a row of its own, for nothing tells where a row of the table ends.
 *
 * Where lines end with a bar as a rule, a cell is all that stands since the last bar: one that runs
 * over lines is put together again, lines without any bar included. */
#include "import/layout.h"

enum { LOOSE_MAX = 4 }; /* lines without a bar that a cell runs over */

/* A bar line that is one cell. */
static bool is_single(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	bool first = v->flags & LINE_BAR_FIRST, last = v->flags & LINE_BAR_LAST;

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

/* A number that lacks its bar, as the last cell of a row does where bars only stand between cells.
 */
static bool is_naked(const struct layout *l, size_t line)
{
	return !l->lines.v[line].bars && line_is(l, line, LINE_NUMBER) && line_is_short(l, line);
}

/* A line without a bar that may be part of a cell. */
static bool is_loose(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return !v->bars && line_is_short(l, line) &&
	       !(v->flags & (LINE_HEADING | LINE_RULE | LINE_NUMBER)) && l->text.p[v->from] != '#';
}

/* The bar line that goes on with the lines without bars from `at` on, blank lines between them only
 * where `blanks`; `at` where there is none. */
static size_t past_loose(const struct layout *l, size_t at, bool blanks)
{
	size_t line = at;

	for (size_t n = 0; n < LOOSE_MAX && line < l->lines.n && is_loose(l, line); n++)
		line = blanks ? layout_skip_blank(l, line + 1) : line + 1;
	return line > at && line < l->lines.n && is_row(l, line) &&
			       !line_is(l, line, LINE_BAR_FIRST | LINE_RULE)
		       ? line
		       : at;
}

/* The same between cells that are a line each. */
static size_t next_single(const struct layout *l, size_t line)
{
	size_t next = layout_skip_blank(l, line + 1);

	if (next < l->lines.n && is_naked(l, next)) {
		size_t behind = layout_skip_blank(l, next + 1);
		bool amid = behind < l->lines.n && is_row(l, behind) && is_single(l, behind);

		return next == line + 1 || amid ? next : l->lines.n;
	}
	next = past_loose(l, next, true);
	return next < l->lines.n && is_row(l, next) && is_single(l, next) ? next : l->lines.n;
}

/* The next line of a run behind `line`, lines that are only part of a cell passed; or the number of
 * lines. */
static size_t next_row(const struct layout *l, size_t line)
{
	size_t next = line + 1;

	if (next < l->lines.n && is_row(l, next))
		return next;
	if (is_single(l, line) || is_naked(l, line))
		return next_single(l, line);
	next = past_loose(l, next, false);
	return next < l->lines.n && is_row(l, next) ? next : l->lines.n;
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
	bool closed; /* lines end with a bar as a rule, so that a cell may run over lines */
	bool open;   /* the row goes on on the next line */
	size_t row, col;
	size_t from; /* where the cell begins */
};

/* Do most lines of the run end with a bar? And no numbers lack theirs, which would make cells of
 * all other lines without one too. */
static bool is_closed(const struct layout *l, const struct layout_run *run)
{
	size_t rows = 0, closed = 0, naked = 0;

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & (LINE_BLANK | LINE_RULE))
			continue;
		rows += line->bars > 0;
		closed += !!(line->flags & LINE_BAR_LAST);
		naked += is_naked(l, i);
	}
	return closed * 2 > rows && naked < 2;
}

/* Is the cell that begins at r->from and is not ended on this line taken up on the next? */
static bool goes_on(const struct row_reader *r, size_t line, const struct layout_run *run)
{
	const struct layout *l = r->l;
	struct str cell = str_slice(l->text, r->from, l->lines.v[line].to);
	size_t next = layout_skip_blank(l, line + 1);

	if (!r->closed || next >= run->to || is_naked(l, line) || is_naked(l, next))
		return false;
	if (layout_is_number(str_trim(cell)))
		return false;
	return !line_is(l, next, LINE_BAR_FIRST | LINE_RULE);
}

static void cell_end(struct row_reader *r, size_t to, size_t next)
{
	sink_cell(r->l->d, r->row, r->col++, 1, 1, (struct text_span){r->from, to});
	r->from = next;
}

/* Ends cells at the line's bars; a bar before everything else in the row begins the first one. */
static void read_bars(struct row_reader *r, const struct layout_line *line)
{
	struct str text = r->l->text;
	bool skip = !r->open && line->flags & LINE_BAR_FIRST;

	for (size_t at = line->from; at < line->to;) {
		size_t bar = layout_bar(text, at);

		if (bar && skip)
			r->from = at + bar;
		else if (bar && r->col < LAYOUT_COLS_MAX - 1)
			cell_end(r, at, at + bar);
		skip = skip && !bar;
		at += bar ? bar : 1;
	}
}

static void read_line(struct row_reader *r, size_t i, const struct layout_run *run)
{
	const struct layout_line *line = &r->l->lines.v[i];

	if (!r->open) {
		r->from = line->from;
		r->col = 0;
	}
	read_bars(r, line);
	if (line->flags & LINE_BAR_LAST && r->col > 0 && r->col < LAYOUT_COLS_MAX - 1)
		r->open = false;
	else
		r->open = goes_on(r, i, run);
	if (r->open)
		return;
	if (!(line->flags & LINE_BAR_LAST) || r->col == 0 || r->col == LAYOUT_COLS_MAX - 1)
		cell_end(r, line->to, line->to);
	r->row++;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct row_reader r = {.l = l, .closed = is_closed(l, run)};

	for (size_t i = run->from; i < run->to; i++)
		if (!line_is(l, i, LINE_BLANK | LINE_RULE))
			read_line(&r, i, run);
}

const struct layout_reader layout_pipes = {"pipes", find, read};
