/* One cell a line and nothing to tell it by but its neighbours: a stream of short lines, many of
 * them bare numbers. What words stand behind numbers on a line ("规章 0 0 0") are cells of it. No
 * columns are made up: every line is a row from column 0 on. Where blank lines stand between the
 * cells, the same number all through, more of them are empty cells.
 *
 * Prose must never get in here, so the reader wants plenty of numbers, and of all other short lines
 * takes only those between them and the labels before them. */
#include "import/layout_holes.h"
#include "import/layout_step.h"

#include <string.h>

enum {
	VALUES_MIN = 6,	  /* lines with values a table has at least */
	VALUES_SHARE = 6, /* one line in so many has values */
	CLAUSE_SHARE = 4, /* one clause for so many lines with values */
	HEADER_MAX =
		32, /* label lines before the first value, where no heading tells the beginning */
	TITLE_CHARS = 6,   /* a section heading is not shorter; a label broken over lines is */
	TITLE_LABELS = 4,  /* so many labels follow a section heading before the first value */
	VALUED_CHARS = 80, /* a line with values may be that long */
	BEHIND_MAX = 64,   /* lines looked at before a page mark */
	MARK_LINES = 32,   /* page marks and blank lines between two pages */
	HOLES_MAX = 64,	   /* blank lines in a row that may be cells */
	PARTED_HOLE = 3,   /* blank lines where cells are parted by one, with an empty cell */
	UNITED_SHARE = 3,  /* one value more is wanted for so many with units */
	BULLETS_MIN = 3,   /* lines of words with the sign of a list that make the run a list */
};

static bool is_cell(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	bool gap_row = v->flags & LINE_GAPS && v->flags & LINE_VALUES && !(v->flags & LINE_NUMBER);

	if (v->tabs || v->bars || v->flags & LINE_RULE || gap_row)
		return false;
	if (v->flags & LINE_VALUES)
		return v->chars <= VALUED_CHARS && !(v->flags & (LINE_SENTENCE | LINE_MARK));
	return line_is_short(l, line) || layout_is_remarked(l, line);
}

/* The next line of the stream behind `line`, or the number of lines. */
static size_t next_cell(const struct layout *l, size_t line)
{
	line = layout_skip_blank(l, line + 1);
	return line < l->lines.n && is_cell(l, line) ? line : l->lines.n;
}

/* A label and nothing but empty cells behind it. */
static bool is_empty_row(const struct layout *l, size_t line)
{
	return l->row_lines > 0 && !line_is(l, line, LINE_VALUES) &&
	       layout_holes_behind(l, line) >= l->row_lines;
}

/* A heading of the report rather than a label that begins like one: more labels follow than a row
 * has. */
static bool is_title(const struct layout *l, size_t line)
{
	if (!line_is(l, line, LINE_HEADING) || line_is(l, line, LINE_VALUES))
		return false;
	if (l->text.p[l->lines.v[line].from] == '#')
		return true;
	if (l->lines.v[line].chars < TITLE_CHARS || is_empty_row(l, line))
		return false;
	for (size_t labels = 0; labels < TITLE_LABELS; labels++) {
		line = next_cell(l, line);
		if (line == l->lines.n)
			return true;
		if (line_is(l, line, LINE_VALUES) || (labels == 0 && is_empty_row(l, line)))
			return false;
	}
	return true;
}

/* Does a page mark stand right before `at`, and a stream with values before that? */
static bool goes_on(const struct layout *l, size_t at)
{
	size_t line = layout_behind_mark(l, at), values = 0;

	for (size_t seen = 0; line < at && seen < BEHIND_MAX; seen++) {
		if (!line_is(l, line, LINE_BLANK) && !is_cell(l, line))
			break;
		values += !!line_is(l, line, LINE_VALUES);
		if (line-- == 0)
			break;
	}
	return values >= VALUES_MIN / 2;
}

/* A label and at least one empty cell. */
static bool has_hole(const struct layout *l, size_t line)
{
	size_t least = line_is(l, line, LINE_HEADING) ? l->row_lines : l->holes ? 1 : PARTED_HOLE;

	return l->row_lines > 0 && layout_holes_behind(l, line) >= least;
}

/* Empty cells behind the line, where blank lines are such: all, or where blank lines part the cells
 * every other one. */
static size_t holes_behind(const struct layout *l, size_t line)
{
	size_t n = l->row_lines > 0 ? layout_holes_behind(l, line) : 0;

	return n == 0 || n > HOLES_MAX ? 0 : l->holes ? n : (n - 1) / 2;
}

struct stream {
	size_t values, words,
		clauses;    /* lines that end in values; other ones; those of them with a comma */
	size_t united;	    /* among the values: "3件" and the like, which prose has too */
	size_t numbers;	    /* among the values: not an empty cell alone */
	size_t holes;	    /* empty cells; one behind words is among the values as well */
	bool dated;	    /* a line tells a year, as those above a report's first section do */
	size_t first, last; /* lines with values */
	size_t end;
};

/* A number with a unit or a remark and nothing else. */
static bool is_united(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	struct str s = str_trim(doc_str(l->d, (struct text_span){v->from, v->to}));

	return !(v->flags & (LINE_VALUES | LINE_HEADING | LINE_SENTENCE)) &&
	       (layout_is_value(s) || layout_is_united(s));
}

/* "2019年", which no label has. */
static bool tells_year(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	struct str s = doc_str(l->d, (struct text_span){v->from, v->to});
	size_t at = str_find(s, STR("年"), 0);

	return at != STR_NONE && at > 0 && s.p[at - 1] >= '0' && s.p[at - 1] <= '9';
}

/* Reads on from `at` to the end of the stream or the next section heading. */
static struct stream stream_read(const struct layout *l, size_t at)
{
	struct stream s = {.first = l->lines.n, .end = at + 1};
	size_t pending = 0, clauses = 0, cells = 0;

	for (size_t i = at; i < l->lines.n && i - at < LAYOUT_ROWS_MAX; i = next_cell(l, i)) {
		const struct layout_line *line = &l->lines.v[i];

		cells += line->chars; /* no line has more cells than characters */
		if ((i > at && is_title(l, i)) || cells > l->cells_left)
			break;
		s.end = i + 1;
		/* letters one a line are a label written downwards: no evidence either way */
		pending += line->chars > 2;
		clauses += !!(line->flags & LINE_CLAUSE);
		bool united = is_united(l, i), number = united || line->flags & LINE_VALUES;
		s.dated = s.dated || (!number && s.numbers == 0 && tells_year(l, i));
		if (!number && !has_hole(l, i))
			continue;
		s.united += united;
		s.numbers += number;
		s.holes += holes_behind(l, i);
		if (s.values++ == 0)
			s.first = i;
		s.last = i;
		s.words += pending;
		s.clauses += clauses;
		pending = clauses = 0;
	}
	return s;
}

/* Where the labels before the first value begin: `at`, or as many lines before the value as a
 * header may have. */
static size_t header_from(const struct layout *l, size_t at, size_t first)
{
	size_t from = first, i = first;

	for (size_t n = 0; n < HEADER_MAX && i > at; n++) {
		for (i--; i > at && line_is(l, i, LINE_BLANK); i--)
			;
		from = i;
	}
	return from;
}

/* Past the empty cells of the last row. One blank line at least parts the table from what comes. */
static size_t holes_end(const struct layout *l, size_t last)
{
	size_t n = layout_holes_behind(l, last);

	return last + (n > HOLES_MAX ? 1 : n > 0 ? n : 1);
}

static bool is_table(const struct stream *s, size_t wanted)
{
	size_t filled = s->numbers > 0 && !s->dated ? s->numbers + s->holes : 0;
	size_t values = filled > s->values ? filled : s->values;

	return values >= wanted && (s->numbers > 0 || !s->dated) &&
	       values * VALUES_SHARE >= s->words && s->clauses * CLAUSE_SHARE <= values;
}

/* The first line behind the page marks that end the stream; the number of lines where there is no
 * mark. */
static size_t past_mark(const struct layout *l, size_t end)
{
	size_t at = end, marks = 0;

	for (; at < l->lines.n && at - end < MARK_LINES; at++) {
		marks += line_is(l, at, LINE_MARK);
		if (!line_is(l, at, LINE_MARK | LINE_BLANK))
			break;
	}
	return marks > 0 && at - end < MARK_LINES ? at : l->lines.n;
}

/* Does a page end with the stream, and a table go on behind it? */
static bool is_cut(const struct layout *l, const struct stream *s)
{
	size_t at = past_mark(l, s->end);

	if (s->values < VALUES_MIN / 2 || at == l->lines.n || !is_cell(l, at) || is_title(l, at))
		return false;
	struct stream rest = stream_read(l, at);
	return is_table(&rest, VALUES_MIN);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	run->to = at + 1;
	if (!is_cell(l, at))
		return false;
	struct stream s = stream_read(l, at);
	size_t wanted = goes_on(l, at) || is_cut(l, &s) ? 1 : VALUES_MIN + s.united / UNITED_SHARE;

	run->to = s.end;
	if (!is_table(&s, wanted))
		return false;
	run->from = is_title(l, at) ? layout_skip_blank(l, at + 1) : header_from(l, at, s.first);
	run->to = l->row_lines ? holes_end(l, s.last) : s.last + 1;
	return true;
}

/* Behind the signs of a list before the line's words: "- 0", "* - 规章". */
static size_t past_bullets(const struct layout *l, const struct layout_line *line)
{
	size_t at = line->from, from = at;

	for (; at < line->to && l->text.p[at] == ' '; at++)
		;
	while (at + 2 < line->to && strchr("-*+", l->text.p[at]) && l->text.p[at + 1] == ' ' &&
		l->text.p[at + 2] != ' ')
		from = at += 2;
	return from;
}

/* Do the run's lines begin with the signs of a list? Those before words tell: "- 0" alone may be
 * two cells. */
static bool has_bullets(const struct layout *l, const struct layout_run *run)
{
	size_t n = 0;

	for (size_t i = run->from; i < run->to && n < BULLETS_MIN; i++) {
		const struct layout_line *v = &l->lines.v[i];

		n += !(v->flags & LINE_VALUES) && past_bullets(l, v) > v->from;
	}
	return n >= BULLETS_MIN;
}

static void read_line(
	const struct layout *l, const struct layout_line *whole, size_t row, bool bullets)
{
	struct layout_line v = *whole, *line = &v;
	struct text_span cells[LAYOUT_SHORT * 2 + 1];
	size_t n = 0, to = line->to, col = 0;

	if (bullets)
		line->from = (uint32_t)past_bullets(l, whole);

	/* from the last word backwards, as long as they are values */
	while (n < sizeof cells / sizeof cells[0]) {
		struct text_span word = layout_last_word(l, line->from, to);

		if (text_span_empty(word) || !layout_is_value(doc_str(l->d, word)))
			break;
		cells[n++] = word;
		to = word.from;
	}
	if (!text_span_empty(layout_last_word(l, line->from, to)))
		sink_cell(l->d, row, col++, 1, 1, (struct text_span){line->from, to});
	while (n-- > 0)
		sink_cell(l->d, row, col++, 1, 1, cells[n]);
}

/* A cell each so many lines: its text may be over several, and of an empty one nothing is left. */
static void read_steps(const struct layout *l, const struct layout_run *run, size_t step)
{
	size_t row = 0;

	for (size_t i = run->from, end; i < run->to; i = layout_skip_blank(l, end)) {
		end = layout_step_cell(l, run, i);
		size_t next = layout_skip_blank(l, end), to = l->lines.v[end - 1].to;
		size_t blanks = (next < run->to ? next : run->to) - end;
		size_t empty = layout_step_empties(step, blanks);

		sink_cell(l->d, row++, 0, 1, 1, (struct text_span){l->lines.v[i].from, to});
		for (; empty > 0; empty--)
			sink_cell(l->d, row++, 0, 1, 1, (struct text_span){to, to});
	}
}

/* A blank line among many is none. */
static bool read_hole(const struct layout *l, size_t line, size_t row)
{
	size_t at = l->lines.v[line].from;

	if (line >= HOLES_MAX && layout_holes_behind(l, line - HOLES_MAX) >= HOLES_MAX)
		return false;
	sink_cell(l->d, row, 0, 1, 1, (struct text_span){at, at});
	return true;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	size_t row = 0, step = layout_step_find(l, run);
	bool bullets = has_bullets(l, run);

	if (step)
		read_steps(l, run, step);
	for (size_t i = run->from; i < run->to && !step; i++)
		if (!line_is(l, i, LINE_BLANK))
			read_line(l, &l->lines.v[i], row++, bullets);
		else if (l->holes || line_is(l, i, LINE_EMPTY))
			row += read_hole(l, i, row);
}

const struct layout_reader layout_bare = {"bare", find, read};
