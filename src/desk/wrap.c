/* Lines of the text into rows of a pane. */
#include <assert.h>

#include "base/utf8.h"
#include "desk/wrap.h"

#define INDENT 2
#define INDENT_FROM 20 /* narrower panes have none to spare */

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The first character boundary at or behind the k-th stride of a line. */
static size_t stride_start(struct str text, struct text_span line, size_t k)
{
	size_t at = line.from + k * WRAP_STRIDE;
	if (at >= line.to)
		return line.to;
	while (at < line.to && is_continuation(text.p[at]))
		at++;
	return at;
}

size_t wrap_width(const struct wrap *w, unsigned ch, size_t column)
{
	if (ch == '\t')
		return WRAP_TAB - column % WRAP_TAB;
	if (utf8_is_hidden(ch)) {
		size_t digits = 4;
		while (digits < 8 && ch >> (4 * digits))
			digits++;
		return digits + 4;
	}
	int width = utf8_width(ch, w->ambiguous);
	return width < 0 ? 0 : (size_t)width;
}

/* Figures and Latin words stay whole. */
static bool keeps_together(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z') ||
	       ch == '.' || ch == ',' || ch == '-' || ch == '%';
}

/* Where the row that begins at `from` ends, at most `to`. */
static size_t row_end(struct str text, const struct wrap *w, size_t from, size_t to, size_t column)
{
	if (w->columns == 0)
		return to;
	size_t word = from;
	bool in_word = false;
	for (size_t at = from; at < to;) {
		size_t next = at;
		unsigned ch = utf8_next(text, &next);
		bool keep = keeps_together(ch);
		if (keep && !in_word)
			word = at;
		in_word = keep;
		column += wrap_width(w, ch, column);
		if (column > w->columns && at > from)
			return keep && word > from ? word : at;
		at = next;
	}
	return to;
}

static size_t indent_of(const struct wrap *w, bool first)
{
	return first || w->columns < INDENT_FROM ? 0 : INDENT;
}

static void row_make(
	const struct doc *d, const struct wrap *w, struct wrap_row *row, size_t from, size_t to)
{
	struct text_span line = doc_line(d, row->line);
	row->first = from == line.from;
	row->indent = indent_of(w, row->first);
	row->span.from = from;
	row->span.to = row_end(doc_text(d), w, from, to, row->indent);
}

/* The stride of a line that holds `at`; the line's end belongs to the last one. */
static size_t stride_of(struct str text, struct text_span line, size_t at)
{
	if (at >= line.to && line.to > line.from)
		at = utf8_prev(text, line.to);
	return at > line.from ? (at - line.from) / WRAP_STRIDE : 0;
}

void wrap_row_at(const struct doc *d, const struct wrap *w, size_t at, struct wrap_row *row)
{
	struct str text = doc_text(d);
	if (at > text.n)
		at = text.n;
	row->line = doc_line_at(d, at);
	struct text_span line = doc_line(d, row->line);
	size_t k = stride_of(text, line, at);
	size_t end = stride_start(text, line, k + 1);
	row_make(d, w, row, stride_start(text, line, k), end);
	while (row->span.to <= at && row->span.to < end)
		row_make(d, w, row, row->span.to, end);
}

bool wrap_row_next(const struct doc *d, const struct wrap *w, struct wrap_row *row)
{
	struct str text = doc_text(d);
	struct text_span line = doc_line(d, row->line);
	if (row->span.to < line.to) {
		size_t k = stride_of(text, line, row->span.to);
		row_make(d, w, row, row->span.to, stride_start(text, line, k + 1));
		return true;
	}
	if (row->line + 1 >= doc_line_count(d))
		return false;
	row->line++;
	line = doc_line(d, row->line);
	row_make(d, w, row, line.from, stride_start(text, line, 1));
	return true;
}

bool wrap_row_prev(const struct doc *d, const struct wrap *w, struct wrap_row *row)
{
	struct text_span line = doc_line(d, row->line);
	if (row->span.from > line.from) {
		wrap_row_at(d, w, utf8_prev(doc_text(d), row->span.from), row);
		return true;
	}
	if (row->line == 0)
		return false;
	wrap_row_at(d, w, doc_line(d, row->line - 1).to, row);
	return true;
}

size_t wrap_column(const struct doc *d, const struct wrap *w, const struct wrap_row *row, size_t at)
{
	struct str text = doc_text(d);
	size_t column = row->indent;
	for (size_t i = row->span.from; i < at && i < row->span.to;)
		column += wrap_width(w, utf8_next(text, &i), column);
	return column;
}

size_t wrap_offset(
	const struct doc *d, const struct wrap *w, const struct wrap_row *row, size_t column)
{
	struct str text = doc_text(d);
	size_t here = row->indent, best = row->span.from;
	for (size_t i = row->span.from; i < row->span.to;) {
		size_t start = i;
		size_t width = wrap_width(w, utf8_next(text, &i), here);
		if (here > column)
			break;
		if (width > 0)
			best = start;
		here += width;
	}
	return best;
}
