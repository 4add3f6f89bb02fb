/* AsciiDoc's tables, between two lines of |===: cells behind bars, wherever lines end; what stands
 * right before a bar says how many columns and rows the cell is over. A row has as many columns as
 * the line before says, or as the first line has. Of a table within another's cell, or within
 * whatever made its writer think so, the signs are "!" for all bars. */
#include <string.h>

#include "base/utf8.h"
#include "import/layout_cells.h"

enum { SPAN_MAX = 256 };

struct spec {
	size_t from; /* where it begins; at the bar, where there is none */
	size_t cols, rows;
};

/* A line of |===, or of !=== where those are the table's bars. */
static bool is_fence(const struct layout *l, size_t line, char bar)
{
	struct str s = layout_line_text(l, line);

	return s.n >= 4 && s.p[0] == bar && str_starts(str_slice(s, 1, s.n), "===");
}

/* The bars of the table that opens there; 0 where none does. */
static char bar_of(const struct layout *l, size_t line)
{
	return is_fence(l, line, '|') ? '|' : is_fence(l, line, '!') ? '!' : 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t number_at(struct str text, size_t *at, size_t to)
{
	size_t n = 0;

	for (; *at < to && is_digit(text.p[*at]) && n < SPAN_MAX; ++*at)
		n = n * 10 + (size_t)(text.p[*at] - '0');
	return n ? n : 1;
}

static bool is_space_before(struct str text, size_t at)
{
	return utf8_is_space(utf8_next(text, &(size_t){utf8_prev(text, at)}));
}

/* What stands before the bar at `bar`, from blank or line end to it: "2.3+^.^s". */
static struct spec spec_at(struct str text, size_t from, size_t bar)
{
	struct spec spec = {bar, 1, 1};
	size_t at = bar;

	while (at > from && strchr("0123456789.+*<^>aehlmsd", text.p[at - 1]))
		at--;
	if (at == bar || (at > from && !is_space_before(text, at)))
		return spec;
	const char *plus = memchr(text.p + at, '+', bar - at);

	/* "5|" is a cell's text and no spec */
	if (!plus && is_digit(text.p[at]))
		return spec;
	spec.from = at;
	if (plus) {
		spec.cols = number_at(text, &at, bar);
		if (text.p[at] == '.') {
			at++;
			spec.rows = number_at(text, &at, bar);
		}
	}
	return spec;
}

/* The next bar that is no text, from `at` on; `to` where there is none. */
static size_t next_bar(struct str text, char bar, size_t at, size_t to)
{
	while (at < to && (text.p[at] != bar || (at > 0 && text.p[at - 1] == '\\')))
		at++;
	return at;
}

/* A fence opens another table where attributes stand right before it. */
static enum layout_part part_of(const struct layout *l, size_t line, char bar)
{
	const struct layout_line *v = &l->lines.v[line];

	if (is_fence(l, line, bar))
		return str_starts(layout_line_text(l, line - 1), "[") ? PART_OPENS : PART_CLOSES;
	return next_bar(l->text, bar, v->from, v->to) < v->to ? PART_CELLS : PART_OTHER;
}

static enum layout_part part_of_outer(const struct layout *l, size_t line)
{
	return part_of(l, line, '|');
}

static enum layout_part part_of_inner(const struct layout *l, size_t line)
{
	return part_of(l, line, '!');
}

/* "cols=" of the line: "1,1,2", "4*", "2*,1", ",," (three that say nothing of themselves); 0 where
 * it says nothing. */
static size_t columns_said(struct str s)
{
	size_t at = str_find(s, STR("cols="), 0), n = 0;

	if (s.n == 0 || s.p[0] != '[' || at == STR_NONE)
		return 0;
	at += 5;
	bool quoted = at < s.n && s.p[at] == '"';

	at += quoted;
	for (bool more = at < s.n && !strchr("\"]", s.p[at]); more; at++) {
		size_t start = at, times = number_at(s, &at, s.n);

		n += at > start && at < s.n && s.p[at] == '*' ? times : 1;
		while (at < s.n && !strchr(quoted ? "\"," : ",]", s.p[at]))
			at++;
		more = quoted && at < s.n && s.p[at] == ',';
		if (n > SPAN_MAX)
			return 0;
	}
	return n;
}

/* Columns of the first line that has cells. */
static size_t columns_shown(const struct layout *l, char bar, size_t from, size_t to)
{
	size_t line = from, n = 0;

	for (; line < to && n == 0; line++) {
		size_t begin = l->lines.v[line].from, end = l->lines.v[line].to;

		for (size_t at = next_bar(l->text, bar, begin, end); at < end;
			at = next_bar(l->text, bar, at + 1, end))
			n += spec_at(l->text, begin, at).cols;
	}
	return n;
}

static size_t columns_of(const struct layout *l, size_t from, size_t to)
{
	size_t said = from > 0 ? columns_said(layout_line_text(l, from - 1)) : 0;

	return said ? said : columns_shown(l, bar_of(l, from), from + 1, to);
}

static void put_cell(
	struct layout_cells *c, struct text_span text, const struct spec *spec, size_t columns)
{
	layout_cells_put(c, text, spec->rows, spec->cols);
	layout_cells_skip(c);
	while (c->col >= columns) {
		layout_cells_end_row(c);
		layout_cells_skip(c);
		if (c->col == 0)
			break;
	}
}

static void read_table(struct layout_cells *c, const struct layout *l, size_t from, size_t to)
{
	char sign = bar_of(l, from);
	size_t columns = columns_of(l, from, to);
	size_t begin = l->lines.v[from].to,
	       end = is_fence(l, to - 1, sign) ? l->lines.v[to - 1].from : l->lines.v[to - 1].to;
	size_t bar = next_bar(l->text, sign, begin, end);
	struct spec spec = spec_at(l->text, begin, bar);

	while (bar < end && columns > 0 && columns < LAYOUT_COLS_MAX) {
		size_t next = next_bar(l->text, sign, bar + 1, end);
		struct spec behind = {end, 1, 1};

		if (next < end)
			behind = spec_at(l->text, bar + 1, next);
		put_cell(c, (struct text_span){bar + 1, behind.from}, &spec, columns);
		bar = next;
		spec = behind;
	}
}

/* The first table in [from, to) that stands in a cell. */
static size_t inner_table(const struct layout *l, size_t from, size_t to)
{
	while (from < to && !is_fence(l, from, '!'))
		from++;
	return from;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct layout_cells c = {NULL};

	run->to = at + 1;
	if (!bar_of(l, at))
		return false;
	run->to = layout_table_end(l, at, bar_of(l, at) == '|' ? part_of_outer : part_of_inner);
	read_table(&c, l, at, run->to);
	if (layout_cells_are_table(&c) && c.cells * 4 < l->cells_left)
		return true;
	/* a page within a frame */
	if (bar_of(l, at) == '|')
		run->to = inner_table(l, at + 1, run->to);
	return false;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct layout_cells c = {.l = l};

	read_table(&c, l, run->from, run->to);
}

const struct layout_reader layout_asciidoc = {"asciidoc", find, read};
