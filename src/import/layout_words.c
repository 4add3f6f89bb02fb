/* A table in one line, or in some long ones, as it is when a page's text lost all its line ends:
 * "规章 0 0 3 行政规范性文件 1 0 12 …". Words and numbers alternate, blanks between; every one
 * becomes a cell and a row of its own, for nothing tells where a row of the table ends. */
#include "import/layout.h"

#include "base/utf8.h"

enum {
	TURNS_MIN = 3,	/* so often numbers follow upon words */
	VALUES_MIN = 8, /* so many numbers there are */
	CLAUSE_VALUES = 32, /* or so many, where a label has a comma */
	ROW_MIN = 5, /* or so many in a row behind headings, before a line that is such a table */
	BLANKS_MAX = 2,	 /* blank lines before that */
	WORDS_SHARE = 8, /* words, so many for each number at most, single letters apart */
};

static bool is_letter(struct str s)
{
	size_t at = 0;

	return s.n > 0 && utf8_is_han(utf8_next(s, &at)) && at == s.n;
}

/* "1." numbers the word behind it. */
static bool is_value(struct str s)
{
	return layout_is_value(s) && s.p[s.n - 1] != '.';
}

/* A cell: a word; letters spread over a line are one word. */
static struct text_span next_cell(struct str text, size_t at, size_t to)
{
	struct text_span cell = text_next_word(text, at, to), last = cell;

	while (cell.from < cell.to && is_letter(str_slice(text, last.from, last.to))) {
		last = text_next_word(text, cell.to, to);
		if (!is_letter(str_slice(text, last.from, last.to)))
			break;
		cell.to = last.to;
	}
	return cell;
}

/* What a line holds. */
struct line {
	size_t values, words, turns;
	size_t longest; /* run of values */
};

static struct line line_of(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	struct line out = {0};
	size_t run = 0;
	bool before = true;

	for (size_t at = v->from;;) {
		struct text_span w = next_cell(l->text, at, v->to);

		if (text_span_empty(w))
			return out;
		bool value = is_value(str_slice(l->text, w.from, w.to));

		out.values += value;
		out.words += !value;
		out.turns += value && !before;
		run = value ? run + 1 : 0;
		out.longest = run > out.longest ? run : out.longest;
		before = value;
		at = w.to;
	}
}

/* A clause's comma makes the line prose, unless it is a label's among a whole table's numbers. */
static bool has_clause(const struct layout *l, size_t line)
{
	if (!line_is(l, line, LINE_CLAUSE))
		return false;
	struct line is = line_of(l, line);

	return is.values <= is.words || is.values < CLAUSE_VALUES || is.turns < TURNS_MIN;
}

static bool may_be(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return !v->tabs && !v->bars &&
	       !(v->flags &
		       (LINE_BLANK | LINE_FEED | LINE_MARK | LINE_RULE | LINE_SENTENCE)) &&
	       !has_clause(l, line);
}

static bool is_table(const struct layout *l, size_t line)
{
	if (!may_be(l, line) || l->lines.v[line].chars < VALUES_MIN)
		return false;
	struct line is = line_of(l, line);

	/* or headings, and one long row behind them */
	bool turns = is.turns >= TURNS_MIN || (is.words >= ROW_MIN && is.longest >= VALUES_MIN);
	return turns && is.values >= VALUES_MIN && is.values * WORDS_SHARE >= is.words;
}

/* The headings of such a table and its first row, the rest on a line below. */
static bool is_head(const struct layout *l, size_t line)
{
	if (!may_be(l, line) || l->lines.v[line].chars < VALUES_MIN)
		return false;
	struct line is = line_of(l, line);

	if (is.longest < ROW_MIN || is.words < ROW_MIN)
		return false;
	size_t next = layout_skip_blank(l, line + 1);

	return next < l->lines.n && next - line <= BLANKS_MAX + 1 && is_table(l, next);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	size_t cells = 0;
	struct line line;

	run->to = at + 1;
	if (!is_table(l, at) && !is_head(l, at))
		return false;
	for (size_t i = at; i < l->lines.n && i - at < LAYOUT_ROWS_MAX && may_be(l, i); i++) {
		line = line_of(l, i);
		cells += line.values + line.words;
		if (cells > l->cells_left || line.values == 0)
			break;
		run->to = i + 1;
	}
	return cells <= l->cells_left;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	size_t row = 0;

	for (size_t i = run->from; i < run->to; i++)
		for (size_t at = l->lines.v[i].from;;) {
			struct text_span w = next_cell(l->text, at, l->lines.v[i].to);

			if (text_span_empty(w))
				break;
			sink_cell(l->d, row++, 0, 1, 1, w);
			at = w.to;
		}
}

const struct layout_reader layout_words = {"words", find, read};
