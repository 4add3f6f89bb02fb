/* Columns between bars. Two layouts: rows with several bars, Markdown's among them, whose columns
 * are exact; and one cell a line, a bar at its end ("0 |"), where blank lines mean nothing and
 * every cell is a row of its own, for nothing tells where a row of the table ends.
 *
 * Where lines end with a bar as a rule, a cell is all that stands since the last bar: one that runs
 * over lines is put together again, lines without any bar included. */
#include "import/layout_page.h"

#include "base/utf8.h"

enum {
	LOOSE_MAX = 10,	 /* lines without a bar that a cell runs over */
	LOOSE_LINES = 4, /* that are of one which looks like a heading */
};

/* A bar line that is one cell. */
static bool is_single(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	bool first = v->flags & LINE_BAR_FIRST, last = v->flags & LINE_BAR_LAST;

	if (v->flags & LINE_RULE)
		return false;
	return v->bars == 1 ? first || last : v->bars == 2 && first && last;
}

/* A label, however long the remark in brackets behind it. */
static bool is_words(const struct layout_line *v)
{
	return !(v->flags & LINE_PROSE) ||
	       (v->flags & LINE_BAR_LAST && !(v->flags & (LINE_SENTENCE | LINE_CLAUSE)));
}

static bool is_row(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	if (v->flags & (LINE_BLANK | LINE_FEED | LINE_MARK))
		return false;
	return v->bars > 1 || (v->bars == 1 && is_words(v)) || v->flags & LINE_RULE;
}

/* A bar and nothing else: it ends the cell before it, or is an empty one. */
static bool is_lone(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->bars == 1 && v->chars == 1;
}

static bool is_lone_next(const struct layout *l, size_t line)
{
	line = layout_skip_blank(l, line + 1);
	return line < l->lines.n && is_lone(l, line);
}

/* What stands behind a label's number. */
static bool begins_with_stop(struct str s)
{
	static const char *const stops[] = {".", "．", "、", ")", "）"};

	for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
		if (str_starts(s, stops[i]))
			return true;
	return false;
}

/* A label's number, which a line's end parts from its words: "2", ".重复申请"; "2.", "重复申请". */
static bool is_numbering(const struct layout *l, size_t line)
{
	struct str s = layout_line_text(l, line);

	return begins_with_stop(str_slice(s, utf8_prev(s, s.n), s.n)) ||
	       (line + 1 < l->lines.n && begins_with_stop(layout_line_text(l, line + 1)));
}

/* A number that lacks its bar, as the last cell of a row does where bars only stand between cells.
 */
static bool is_naked(const struct layout *l, size_t line)
{
	return !l->lines.v[line].bars && line_is(l, line, LINE_NUMBER) && line_is_short(l, line) &&
	       !is_lone_next(l, line) && !is_numbering(l, line);
}

/* Do the lines right below, none of which is blank, a number or a heading, end in a bar of their
 * own? */
static bool runs_to_lone(const struct layout *l, size_t line)
{
	for (size_t n = 0; n < LOOSE_LINES && ++line < l->lines.n; n++) {
		if (is_lone(l, line))
			return true;
		if (l->lines.v[line].bars || !line_is_short(l, line) ||
			line_is(l, line, LINE_NUMBER | LINE_HEADING | LINE_RULE))
			return false;
	}
	return false;
}

/* A line without a bar that may be part of a cell; what looks like a heading is one where a bar of
 * its own ends it. */
static bool is_loose(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return !v->bars && (line_is_short(l, line) || layout_is_remarked(l, line)) &&
	       !(v->flags & LINE_RULE) &&
	       (!(v->flags & LINE_HEADING) || is_lone_next(l, line) || runs_to_lone(l, line)) &&
	       !is_naked(l, line);
}

/* May the line go on with a cell begun before? Not where a bar begins a cell of its own. */
static bool takes_up(const struct layout *l, size_t line)
{
	return is_lone(l, line) || !line_is(l, line, LINE_BAR_FIRST | LINE_RULE);
}

/* The bar line that goes on with the lines without bars from `at` on, blank lines between them only
 * where `blanks`; `at` where there is none. */
static size_t past_loose(const struct layout *l, size_t at, bool blanks)
{
	size_t line = at;

	for (size_t n = 0; n < LOOSE_MAX && line < l->lines.n && is_loose(l, line); n++)
		line = blanks ? layout_skip_blank(l, line + 1) : line + 1;
	if (line == at || line >= l->lines.n || !is_row(l, line) || !takes_up(l, line))
		return at;
	return line;
}

/* Words without a bar before a cell that is a number: they are none of it. */
static bool is_before_number(const struct layout *l, size_t line)
{
	size_t next = layout_skip_blank(l, line + 1);

	return next < l->lines.n && line_is(l, next, LINE_NUMBER) && is_row(l, next) &&
	       !is_lone(l, next) && !line_is(l, line, LINE_NUMBER);
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
	if (next < l->lines.n && is_loose(l, next) && is_before_number(l, next))
		return next;
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
	if (is_single(l, line) || is_naked(l, line) || is_loose(l, line))
		return next_single(l, line);
	next = past_loose(l, next, false);
	return next < l->lines.n && is_row(l, next) ? next : l->lines.n;
}

/* Numbers a line each, and a bar of its own below each: a page begins with them, where no cell
 * before them lacks its bar. */
static bool begins_with_number(const struct layout *l, size_t line)
{
	for (size_t n = 0; n < 2; n++) {
		if (line >= l->lines.n || l->lines.v[line].bars || !line_is(l, line, LINE_NUMBER) ||
			!is_lone_next(l, line))
			return false;
		line = layout_skip_blank(l, layout_skip_blank(l, line + 1) + 1);
	}
	return true;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	size_t rows = 0, wide = 0, cells = 0, line = at;

	run->to = at + 1;
	if (!is_row(l, at) && !begins_with_number(l, at))
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

/* How the lines of a run begin and end. */
struct ends {
	bool closed; /* with a bar, most of them: a cell may run over lines */
	size_t bars; /* so many are on those lines, most often */
	/* Bars stand between cells only: one that begins (ends) a line has an empty cell before
	 * (behind) it. */
	bool bare_left, bare_right;
};

/* A blank before the bar that begins the line: an empty cell's. */
static bool is_indented(const struct layout *l, const struct layout_line *line)
{
	return line->flags & LINE_BAR_FIRST && l->text.p[line->from] == ' ';
}

/* Do words stand behind the bar that begins the line? An empty cell or a number may be a row's
 * whose first cell is empty. */
static bool begins_with_words(const struct layout *l, const struct layout_line *line)
{
	struct str s = str_trim(str_slice(l->text, line->from, line->to));
	size_t from = layout_bar(s, 0), to = from;

	while (to < s.n && !layout_bar(s, to))
		to++;
	struct str cell = str_trim(str_slice(s, from, to));
	return cell.n > 0 && !layout_is_number(cell);
}

/* Few lines of the run have the bar at that end, and none that has it at both has cells or rules
 * the others: then it is no edge. */
static bool is_rare(const struct layout *l, const struct layout_run *run, unsigned flag)
{
	unsigned both = LINE_BAR_FIRST | LINE_BAR_LAST;
	size_t all = 0, edged = 0;

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];
		bool filled = line->chars > line->bars;

		if (line->bars == 0)
			continue;
		if (((line->flags & both) == both && filled && !is_indented(l, line) &&
			    (flag != LINE_BAR_FIRST || begins_with_words(l, line))) ||
			(line->flags & LINE_RULE && line->flags & flag))
			return false;
		all++;
		edged += (line->flags & flag) != 0;
	}
	return edged * 4 <= all;
}

/* Of lines with as many bars some begin (end) with one and some do not: then it is no edge. A tenth
 * of the lines must say so, for a clerk may have lost a bar. */
static bool is_bare(const struct layout *l, const struct layout_run *run, unsigned flag)
{
	uint32_t with[LAYOUT_COLS_MAX + 1] = {0}, without[LAYOUT_COLS_MAX + 1] = {0};
	size_t rows = 0, bare = 0;

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & (LINE_BLANK | LINE_RULE) || line->bars < 3 ||
			line->bars > LAYOUT_COLS_MAX)
			continue;
		rows++;
		++*(line->flags & flag ? &with[line->bars] : &without[line->bars]);
	}
	for (size_t bars = 3; bars <= LAYOUT_COLS_MAX; bars++)
		bare += with[bars] ? without[bars] : 0;
	return (bare > 1 && bare * 10 >= rows) || is_rare(l, run, flag);
}

/* Of the lines that have cells, but no bar at their end, do none go on on the next ones, as those
 * of a row do that is put together again, to as many bars as closed rows have? Then bars only part
 * cells. One such line may have lost its bar. */
static bool is_open(const struct layout *l, const struct layout_run *run, size_t closed_bars)
{
	size_t open = 0;

	for (size_t i = run->from, bars = 0; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & (LINE_BLANK | LINE_RULE))
			continue;
		bars += line->bars;
		if (!(line->flags & LINE_BAR_LAST)) {
			open += line->bars > 0;
			if (line->bars == 0 || line->bars >= closed_bars)
				return false;
			continue;
		}
		if (bars > line->bars && bars <= closed_bars)
			return false;
		bars = 0;
	}
	return open > 1;
}

/* A cell a line, behind its bar: one without anything else, which ends a line too, is an empty cell
 * of that kind. */
static bool is_behind_bars(const struct layout *l, const struct layout_run *run)
{
	size_t behind = 0, before = 0;

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & (LINE_BLANK | LINE_RULE) || line->bars == 0 || is_lone(l, i))
			continue;
		if (line->bars > 1)
			return false;
		behind += (line->flags & LINE_BAR_FIRST) != 0;
		before += (line->flags & LINE_BAR_LAST) != 0;
	}
	return behind > before;
}

static struct ends run_ends(const struct layout *l, const struct layout_run *run)
{
	uint32_t counts[LAYOUT_COLS_MAX + 1] = {0};
	size_t rows = 0, closed = 0, naked = 0;
	struct ends ends = {0};

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & (LINE_BLANK | LINE_RULE))
			continue;
		rows += line->bars > 0;
		/* numbers that lack their bar make cells of all other lines without one, too */
		naked += is_naked(l, i);
		if (!(line->flags & LINE_BAR_LAST))
			continue;
		size_t bars = line->bars < LAYOUT_COLS_MAX ? line->bars : LAYOUT_COLS_MAX;

		closed++;
		counts[bars]++;
		if (counts[bars] > counts[ends.bars])
			ends.bars = bars;
	}
	ends.bare_left = is_bare(l, run, LINE_BAR_FIRST);
	ends.bare_right = is_bare(l, run, LINE_BAR_LAST) || is_open(l, run, ends.bars);
	ends.closed = closed * 2 > rows && naked < 2 && !ends.bare_right && !is_behind_bars(l, run);
	return ends;
}

struct row_reader {
	const struct layout *l;
	const struct layout_run *run;
	struct ends ends;
	bool open; /* the row goes on on the next line */
	size_t row, col;
	size_t from; /* where the cell begins */
	size_t bars; /* of the row so far */
};

/* Do the row's bars and those of the lines up to the next that ends with one come to what rows
 * have? */
static bool adds_up(const struct row_reader *r, size_t line)
{
	size_t bars = r->bars;

	for (size_t n = 0; n < LOOSE_MAX && line < r->run->to; n++) {
		bars += r->l->lines.v[line].bars;
		if (line_is(r->l, line, LINE_BAR_LAST))
			return bars == r->ends.bars;
		line = layout_skip_blank(r->l, line + 1);
	}
	return false;
}

/* Is the cell that begins at r->from and is not ended on this line taken up on the next? */
static bool goes_on(const struct row_reader *r, size_t line)
{
	const struct layout *l = r->l;
	struct str cell = str_slice(l->text, r->from, l->lines.v[line].to);
	size_t next = layout_skip_blank(l, line + 1);

	if (!r->ends.closed || next >= r->run->to || is_naked(l, line) || is_naked(l, next))
		return false;
	if (is_lone(l, next))
		return true;
	if ((layout_is_number(str_trim(cell)) && !is_numbering(l, line)) || !takes_up(l, next) ||
		is_before_number(l, line))
		return false;
	return r->bars == 0 || adds_up(r, next);
}

static void cell_end(struct row_reader *r, size_t to, size_t next)
{
	sink_cell(r->l->d, r->row, r->col++, 1, 1,
		layout_trim_marks(r->l->text, (struct text_span){r->from, to}));
	r->from = next;
}

/* Ends cells at the line's bars; a bar before everything else in the row begins the first one. */
static void read_bars(struct row_reader *r, const struct layout_line *line)
{
	struct str text = r->l->text;
	bool skip = !r->open && line->flags & LINE_BAR_FIRST && !r->ends.bare_left;

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

static void read_line(struct row_reader *r, size_t i)
{
	const struct layout_line *line = &r->l->lines.v[i];
	bool last = line->flags & LINE_BAR_LAST && !r->ends.bare_right;

	if (!r->open) {
		r->from = line->from;
		r->col = r->bars = 0;
	}
	read_bars(r, line);
	r->bars += line->bars;
	if (last && (r->col > 0 || is_lone(r->l, i)) && r->col < LAYOUT_COLS_MAX - 1)
		r->open = false;
	else
		r->open = goes_on(r, i);
	if (r->open)
		return;
	if (!last || r->col == 0 || r->col == LAYOUT_COLS_MAX - 1)
		cell_end(r, line->to, line->to);
	r->row++;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct row_reader r = {.l = l, .run = run, .ends = run_ends(l, run)};

	for (size_t i = run->from; i < run->to; i++)
		if (!line_is(l, i, LINE_BLANK | LINE_RULE))
			read_line(&r, i);
}

const struct layout_reader layout_pipes = {"pipes", find, read};
