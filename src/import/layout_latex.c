/* LaTeX's tables: cells end in &, rows in \\, and commands tell how many of either a cell is over.
 * Below a cell over several rows empty ones are written. */
#include <string.h>

#include "import/layout_cells.h"

enum { DEPTH_MAX = 16, SPAN_MAX = 256 };

/* A text being read, byte by byte. */
struct reader {
	struct str text;
	size_t at, to;
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '*';
}

static void skip_space(struct reader *r)
{
	while (r->at < r->to && strchr(" \t\r\n", r->text.p[r->at]))
		r->at++;
}

/* Past what the bracket at r->at encloses; *inner is that. false where none opens or closes. */
static bool take_group(struct reader *r, char open, char close, struct text_span *inner)
{
	size_t depth = 0;

	skip_space(r);
	if (r->at >= r->to || r->text.p[r->at] != open)
		return false;
	for (size_t at = r->at; at < r->to; at++) {
		char c = r->text.p[at];

		if (c == '\\') {
			at++;
			continue;
		}
		depth += c == open;
		depth -= c == close;
		if (depth == 0) {
			*inner = (struct text_span){r->at + 1, at};
			r->at = at + 1;
			return true;
		}
	}
	return false;
}

/* Past a command's name and what is given to it; *last is the last of that in braces. */
static bool take_command(struct reader *r, struct str *name, struct text_span *last)
{
	struct text_span inner;
	size_t from = r->at + 1;

	if (r->at + 1 >= r->to || r->text.p[r->at] != '\\' || !is_letter(r->text.p[from]))
		return false;
	for (r->at = from; r->at < r->to && is_letter(r->text.p[r->at]);)
		r->at++;
	*name = str_slice(r->text, from, r->at);
	*last = (struct text_span){r->at, r->at};
	for (size_t n = 0; n < DEPTH_MAX; n++) {
		if (take_group(r, '{', '}', &inner))
			*last = inner;
		else if (!take_group(r, '[', ']', &inner))
			break;
	}
	return true;
}

/* What is given first in braces, as a number. */
static size_t first_number(struct str text, size_t at, size_t to)
{
	size_t n = 0;

	while (at < to && text.p[at] != '{')
		at++;
	for (at++; at < to && text.p[at] != '}' && n < SPAN_MAX; at++)
		n = text.p[at] >= '0' && text.p[at] <= '9' ? n * 10 + (size_t)(text.p[at] - '0')
							   : n;
	return n ? n : 1;
}

/* Draws or sets something, and says nothing. */
static bool is_silent(struct str name)
{
	static const char *const names[] = {"hline", "cline", "toprule", "midrule", "bottomrule",
		"cmidrule", "endhead", "endfirsthead", "endfoot", "endlastfoot", "centering",
		"bfseries", "raggedright", "raggedleft", "small", "footnotesize", "rowcolor",
		"cellcolor", "noalign", "specialrule", "label", "caption"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

struct cell {
	struct text_span text;
	size_t rows, cols;
};

static struct text_span trim(struct str text, struct text_span s)
{
	return layout_strip(text, s, " \t\r\n$");
}

/* The words in it, and how far it goes. */
static struct cell read_cell(struct str text, struct text_span span)
{
	struct cell cell = {trim(text, span), 1, 1};

	for (size_t n = 0; n < DEPTH_MAX && cell.text.from < cell.text.to; n++) {
		struct reader r = {text, cell.text.from, cell.text.to};
		struct text_span last;
		struct str name = STR("");

		if (!take_command(&r, &name, &last) && !take_group(&r, '{', '}', &last))
			break;
		bool silent = is_silent(name), whole = r.at == cell.text.to;

		if (str_is(name, "multicolumn"))
			cell.cols = first_number(text, cell.text.from, r.at);
		else if (str_is(name, "multirow"))
			cell.rows = first_number(text, cell.text.from, r.at);
		if (!silent && !whole)
			break;
		/* \cmidrule(lr){2-3} has round brackets between */
		if (silent && r.at < r.to && text.p[r.at] == '(' &&
			(take_group(&r, '(', ')', &last), take_group(&r, '{', '}', &last)))
			whole = false;
		cell.text = trim(text, silent ? (struct text_span){r.at, cell.text.to} : last);
	}
	return cell;
}

/* \\ within a cell. */
static size_t is_break(struct str text, size_t at)
{
	return text.p[at] == '\\' && at + 1 < text.n && text.p[at + 1] == '\\' ? 2 : 0;
}

static void put_cell(struct layout_cells *c, struct str text, struct text_span span)
{
	struct cell cell = read_cell(text, span);

	/* empty ones stand below one that covers them */
	if (text_span_empty(cell.text) && c->col < LAYOUT_COLS_MAX && c->covered[c->col] > 0) {
		c->col += cell.cols;
		return;
	}
	layout_cells_put(c, cell.text, cell.rows, cell.cols);
}

/* Between two rows only rules are drawn. */
static bool is_nothing(struct str text, struct text_span span)
{
	return text_span_empty(read_cell(text, span).text);
}

/* A table's text; one that is cut is not closed. */
struct body {
	struct text_span span;
	bool closed;
};

/* The rows in the text; what stands behind the last \\ is one where it is closed. */
static void read_rows(struct layout_cells *c, struct str text, struct body all)
{
	struct text_span body = all.span;
	size_t depth = 0, from = body.from;

	for (size_t at = body.from; at < body.to; at++) {
		char ch = text.p[at];
		bool row = ch == '\\' && is_break(text, at) && depth == 0;

		depth += ch == '{';
		depth -= ch == '}' && depth > 0;
		if (ch == '\\' && !row) {
			at++;
			continue;
		}
		if (!row && (ch != '&' || depth > 0))
			continue;
		if (!row || c->col > 0 || !is_nothing(text, (struct text_span){from, at}))
			put_cell(c, text, (struct text_span){from, at});
		if (row && c->col > 0)
			layout_cells_end_row(c);
		at += row;
		from = at + 1;
	}
	struct text_span rest = {from, body.to};

	if (all.closed && (c->col > 0 || !is_nothing(text, rest))) {
		put_cell(c, text, rest);
		layout_cells_end_row(c);
	}
}

static bool begins_with(const struct layout *l, size_t line, const char *s)
{
	return str_starts(layout_line_text(l, line), s);
}

static bool begins(const struct layout *l, size_t line)
{
	static const char *const names[] = {"\\begin{tabular", "\\begin{longtable", "\\begin{tabu",
		"\\begin{array", "\\begin{supertabular"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (begins_with(l, line, names[i]))
			return true;
	return false;
}

/* The line behind the table. One that is cut ends with what is no line of a table. */
static size_t end_of(const struct layout *l, size_t at)
{
	size_t end = at + 1;

	for (size_t line = at + 1; line < l->lines.n && line - at < LAYOUT_ROWS_MAX; line++) {
		struct str s = layout_line_text(l, line);

		if (begins_with(l, line, "\\end{"))
			return line + 1;
		if (line_is(l, line, LINE_BLANK | LINE_MARK))
			continue;
		if (line_is(l, line, LINE_PROSE) && !memchr(s.p, '&', s.n) &&
			!memchr(s.p, '\\', s.n))
			break;
		if (str_find(s, STR("\\\\"), 0) != STR_NONE)
			end = line + 1;
	}
	return end;
}

/* Behind the line that begins it, and what is said there of its columns. */
static struct body body_of(const struct layout *l, size_t from, size_t to)
{
	bool closed = begins_with(l, to - 1, "\\end{");
	const struct layout_line *last_line = &l->lines.v[to - 1];
	struct reader r = {
		l->text, l->lines.v[from].from, closed ? last_line->from : last_line->to};
	struct text_span last;
	struct str name;

	skip_space(&r);
	if (!take_command(&r, &name, &last))
		r.at = l->lines.v[from].to;
	return (struct body){{r.at, r.to}, closed};
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct layout_cells c = {NULL};

	run->to = at + 1;
	if (!begins(l, at))
		return false;
	run->to = end_of(l, at);
	read_rows(&c, l->text, body_of(l, at, run->to));
	return layout_cells_are_table(&c) && c.cells * 4 < l->cells_left;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct layout_cells c = {.l = l, .breaks = is_break};

	read_rows(&c, l->text, body_of(l, run->from, run->to));
}

const struct layout_reader layout_latex = {"latex", find, read};
