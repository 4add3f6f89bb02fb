/* Drawn tables whose cells run over lines: rules between all rows (+---+, ├──┼──┤, reST), and
 * between two rules the lines of one row, each cell's text going on in the same column of the line
 * below. Where two lines between rules have a number in the same column they are rows of their own,
 * and the table is left to layout_pipes. */
#include "import/layout.h"

#include <string.h>

#include "base/utf8.h"
#include "import/signs.h"

enum {
	GROUP_LINES = 160,  /* a cell runs over no more */
	ROWS_UNSURE = 4096, /* no more are looked at where it has to be seen what they are */
	ROWS_SURE = 3,	    /* so many rows are none that look like several */
	PADDING = 2,	    /* blanks beside a cell's text */
};

/* Has the rule a crossing (or end) that is no bar: a plus, or a drawn sign? */
static bool is_border(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	if (!(v->flags & LINE_RULE))
		return false;
	for (size_t at = v->from; at < v->to;) {
		bool bar = layout_bar(l->text, at);
		unsigned ch = utf8_next(l->text, &at);

		if (!bar && (ch == '+' || sign_is_drawn(ch)))
			return true;
	}
	return false;
}

static bool is_inner(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->bars > 1 && !(v->flags & LINE_RULE) && v->flags & LINE_BAR_FIRST &&
	       v->flags & LINE_BAR_LAST;
}

/* The next cell of an inner line, from behind the bar at *at on; *at moves to the bar behind it.
 * false behind the last one. */
static bool take_cell(
	const struct layout *l, const struct layout_line *v, size_t *at, struct text_span *cell)
{
	size_t bar = 0;

	while (*at < v->to && !(bar = layout_bar(l->text, *at)))
		++*at;
	*at += bar;
	cell->from = *at;
	while (*at < v->to && !layout_bar(l->text, *at))
		++*at;
	cell->to = *at;
	return bar && *at < v->to;
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* What the lines between two rules are. */
enum group {
	GROUP_NONE, /* several rows */
	GROUP_TORN, /* so it seems, but numbers one below the other have no room side by side: maybe
			they broke */
	GROUP_ROW,
};

/* Marks the columns of the line that hold numbers, *numbers of them, by how long those are so far.
 * Is the line a row of its own, and not the rest of the one above: are some of them marked already,
 * and is more on it than a few numbers that broke? */
static enum group begins_row(
	const struct layout *l, size_t line, size_t seen[LAYOUT_COLS_MAX], size_t *numbers)
{
	const struct layout_line *v = &l->lines.v[line];
	struct text_span cell;
	size_t met = 0, fit = 0, words = 0;

	for (size_t at = v->from, col = 0; col < LAYOUT_COLS_MAX && take_cell(l, v, &at, &cell);
		col++) {
		struct str s = str_trim(str_slice(l->text, cell.from, cell.to));

		words += s.n > 0 && !has_digit(s);
		if (!layout_is_value(s))
			continue;
		met += seen[col] > 0;
		fit += seen[col] > 0 && seen[col] + s.n + PADDING <= cell.to - cell.from;
		*numbers += seen[col] == 0;
		seen[col] += s.n;
	}
	if (met == 0 || (met * 2 > *numbers ? met == 1 && words == 0 : words == 0))
		return GROUP_ROW;
	return fit > 0 ? GROUP_NONE : GROUP_TORN;
}

/* The lines from `at` on up to *border: the rule behind them, or what breaks into the table, a
 * page's end, say (*cut). */
static enum group group_of(
	const struct layout *l, size_t at, size_t bars, size_t *border, bool *cut)
{
	size_t seen[LAYOUT_COLS_MAX] = {0};
	size_t line = at, numbers = 0;
	enum group group = GROUP_ROW;

	for (; line < l->lines.n && is_inner(l, line); line++) {
		enum group now = GROUP_NONE;

		if (line - at < GROUP_LINES && l->lines.v[line].bars == bars)
			now = begins_row(l, line, seen, &numbers);
		group = now < group ? now : group;
		if (group == GROUP_NONE)
			return GROUP_NONE;
	}
	*border = line;
	*cut = line < l->lines.n && !line_is(l, line, LINE_RULE);
	return line > at && line < l->lines.n && (*cut || is_border(l, line)) ? group : GROUP_NONE;
}

/* Does the line go on with a row that a page's end or a line of other things broke into? Before
 * that is the table, and a border behind the row's last lines. */
static bool is_rest(const struct layout *l, size_t at)
{
	size_t end, before = layout_behind_mark(l, at), bars = l->lines.v[at].bars;
	bool cut;

	if (before == l->lines.n && at > 1 && !line_is(l, at - 1, LINE_BLANK | LINE_RULE))
		before = at - 2;
	if (!is_inner(l, at) || before >= at || !is_inner(l, before) ||
		l->lines.v[before].bars != bars || is_inner(l, at - 1))
		return false;
	return group_of(l, at, bars, &end, &cut) != GROUP_NONE && !cut;
}

/* What was found so far. */
struct found {
	size_t to, rows, long_rows, torn;
};

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct found now = {at + 1, 0, 0, 0}, sure = now;
	size_t bars, cells = 0, end;
	bool cut = false, rest = is_rest(l, at);

	run->to = at + 1;
	if (!rest && (!is_border(l, at) || at + 1 >= l->lines.n || !is_inner(l, at + 1)))
		return false;
	bars = l->lines.v[at + !rest].bars;
	for (size_t line = at; now.rows < LAYOUT_ROWS_MAX && !cut; line = end) {
		size_t from = line + (line > at || !rest);
		enum group group = group_of(l, from, bars, &end, &cut);

		cells += group ? (end - from) * bars : 0;
		if (group == GROUP_NONE || cells > l->cells_left || bars > LAYOUT_COLS_MAX ||
			now.rows - sure.rows > ROWS_UNSURE)
			break;
		now.torn += group == GROUP_TORN;
		now.rows++;
		now.long_rows += end - from > 1;
		now.to = end + !cut;
		sure = now.torn ? sure : now;
	}
	/* rules stand between rows where most have nothing that looks like several */
	if (now.rows < ROWS_SURE + now.torn || now.rows < now.torn * 3)
		now = sure;
	/* where each row is a line, or some rows have more than one between two rules, bars tell
	 * all */
	run->to = now.to;
	return now.rows > 1 && now.long_rows > 0 &&
	       (now.to >= l->lines.n || !is_inner(l, now.to) || l->lines.v[now.to].bars != bars);
}

static void read_line(const struct layout *l, const struct layout_line *v, size_t row, bool more)
{
	struct text_span cell;

	for (size_t at = v->from, col = 0; take_cell(l, v, &at, &cell); col++) {
		sink_cell(l->d, row, col, 1, 1, cell);
		if (more)
			sink_goes_on(l->d);
	}
}

static void read(const struct layout *l, const struct layout_run *run)
{
	size_t row = 0;

	for (size_t i = run->from; i < run->to; i++)
		if (is_inner(l, i))
			read_line(l, &l->lines.v[i], row++, i > run->from && is_inner(l, i - 1));
}

const struct layout_reader layout_boxes = {"boxes", find, read};
