/* Cells as paragraphs, with bars alone on their lines between them (html2text): a blank line before
 * and behind each, two bars running are an empty cell between them, and two paragraphs running the
 * end of one row and the beginning of the next.
 *
 *	规章
 *
 *	|
 *
 *	0
 *
 * Where a bar ends each cell instead no row ends, and bars tell less: that is layout_pipes. */
#include "import/layout.h"

enum {
	ROWS_MIN = 3,	 /* so many rows have as many cells as most */
	CELLS_MIN = 3,	 /* and so many cells */
	BARE_MIN = 5,	 /* or one has nothing but so many numbers */
	LINES_MAX = 8,	 /* of a cell */
	SINGLES_MAX = 3, /* rows of one cell running */
	BREAKS_RARE = 4, /* one in so many bars has a line break before it: it begins a row */
};

/* A bar or a paragraph. */
struct item {
	struct text_span span; /* of a bar an empty one */
	bool bar;
};

static bool is_lone(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->bars > 0 && v->bars == v->chars;
}

/* A line of a paragraph that may be a cell. */
static bool is_words(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->bars == 0 && v->tabs == 0 &&
	       (!(v->flags & (LINE_BLANK | LINE_FEED | LINE_RULE | LINE_PROSE)) ||
		       layout_is_remarked(l, line));
}

static bool is_skipped(const struct layout *l, size_t line)
{
	return line_is(l, line, LINE_BLANK | LINE_RULE | LINE_MARK);
}

/* The paragraph's end: past its last line. */
static size_t words_end(const struct layout *l, size_t line)
{
	size_t end = line + 1;

	while (end < l->lines.n && end - line < LINES_MAX && is_words(l, end))
		end++;
	return end;
}

/* Walks over items; a line of several bars is as many. */
struct walk {
	const struct layout *l;
	size_t line, to;
	size_t bars; /* of the line that are still to come */
	bool breaks; /* lines with nothing but blanks on them end rows */
	size_t met;  /* of those: since the item before */
};

/* A line break of Markdown's, and nothing else on its line. */
static bool is_break(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->flags & LINE_BLANK && v->to - v->from >= 2;
}

/* false: the table's lines are over. */
static bool take(struct walk *w, struct item *item)
{
	const struct layout *l = w->l;

	*item = (struct item){0};
	w->met = 0;
	if (w->bars == 0) {
		for (; w->line < w->to && is_skipped(l, w->line); w->line++)
			w->met += is_break(l, w->line);
		if (w->line >= w->to)
			return false;
		if (is_words(l, w->line)) {
			size_t end = words_end(l, w->line);

			item->span = (struct text_span){
				l->lines.v[w->line].from, l->lines.v[end - 1].to};
			w->line = end;
			return true;
		}
		if (!is_lone(l, w->line))
			return false;
		w->bars = l->lines.v[w->line].bars;
	}
	item->bar = true;
	item->span.from = item->span.to = l->lines.v[w->line].from;
	w->bars--;
	w->line += w->bars == 0;
	return true;
}

/* What is in a row. */
struct row {
	size_t cells, values, empty;
	size_t bars, breaks; /* bars behind words; of those, so many with a line break before */
	size_t from, to;     /* lines */
};

static void end_cell(const struct walk *w, struct row *row, struct text_span cell, size_t *at)
{
	row->values += layout_is_value(str_trim(str_slice(w->l->text, cell.from, cell.to)));
	row->empty += text_span_empty(cell);
	if (at)
		sink_cell(w->l->d, *at, row->cells, 1, 1, cell);
	row->cells++;
}

/* The next row from w on, its cells put where `at` tells its number; false: no more. */
static bool take_row(struct walk *w, struct row *row, size_t *at)
{
	struct text_span cell = {0, 0};
	struct item item;
	bool words = false;

	*row = (struct row){.from = layout_skip_blank(w->l, w->line), .to = w->line};
	for (size_t n = 0;; n++) {
		struct walk before = *w;

		if (!take(w, &item) || (n > 0 && ((!item.bar && words) || (w->breaks && w->met)))) {
			*w = before;
			if (n == 0)
				return false;
			break;
		}
		row->to = w->line;
		row->bars += item.bar && words;
		row->breaks += item.bar && words && w->met > 0;
		if (n == 0)
			cell.from = cell.to = item.span.from;
		if (item.bar)
			end_cell(w, row, cell, at);
		cell = item.span;
		words = !item.bar;
	}
	end_cell(w, row, cell, at);
	return true;
}

/* Are these words of the text? A heading without a bar behind it is, and one with a bar where no
 * number is in its row: then that is a table's, whose first cell is empty. */
static bool is_text(const struct layout *l, const struct row *row)
{
	if (row->cells == 1 && line_is(l, row->from, LINE_SENTENCE))
		return true;
	return row->values == 0 && line_is(l, row->from, LINE_HEADING);
}

/* A bar alone, or words with a blank line and one behind them. */
static bool may_begin(const struct layout *l, size_t at)
{
	if (is_lone(l, at))
		return true;
	if (!is_words(l, at))
		return false;
	size_t end = words_end(l, at), next = layout_skip_blank(l, end);

	return next > end && next < l->lines.n && is_lone(l, next);
}

/* Finds the table's lines: past the last row of several cells. Has it enough rows alike? */
static bool find_rows(struct walk *w, size_t *to, bool *breaks)
{
	size_t counts[LAYOUT_COLS_MAX] = {0}, most = 0, singles = 0, rows = 0;
	bool bare = false; /* one has nothing but numbers */
	size_t bars = 0, broken = 0;
	struct row row;

	for (size_t n = 0; n < LAYOUT_ROWS_MAX && take_row(w, &row, NULL); n++) {
		if (is_text(w->l, &row) || row.cells >= LAYOUT_COLS_MAX ||
			(row.cells == 1 && ++singles > SINGLES_MAX))
			break;
		bars += row.bars;
		broken += row.breaks;
		if (row.cells == 1)
			continue;
		singles = 0;
		*to = row.to;
		counts[row.cells]++;
		rows++;
		bare |= row.values >= BARE_MIN && row.values + row.empty == row.cells;
		if (row.cells >= CELLS_MIN && counts[row.cells] > counts[most])
			most = row.cells;
	}
	*breaks = broken * BREAKS_RARE <= bars;
	return counts[most] >= ROWS_MIN || (rows >= ROWS_MIN && bare);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct walk w = {l, at, l->lines.n, 0, false, 0};
	size_t to = at + 1;
	bool breaks, still;

	run->to = at + 1;
	if (!may_begin(l, at))
		return false;
	bool found = find_rows(&w, &to, &breaks);

	if (breaks) {
		w = (struct walk){l, at, l->lines.n, 0, true, 0};
		found = find_rows(&w, &to, &still);
	}
	run->note = breaks;
	run->to = to;
	return found;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct walk w = {l, run->from, run->to, 0, run->note, 0};
	struct row row;

	for (size_t at = 0; take_row(&w, &row, &at); at++)
		;
}

const struct layout_reader layout_between = {"between", find, read};
