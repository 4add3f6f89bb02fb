/* A row a line, its label and its numbers held apart by marks of prose: "规章：0；0；3",
 * "规章，0，0，3", "规章、0、0、3", "规章……0  0  3". The numbers are the last fields of the line,
 * whatever commas the label itself has, so all that stands before them is one cell. Lines between
 * rows that have no numbers are headings.
 *
 * Prose is made of such lines, too, so a run has to have several with several numbers. */
#include "import/layout.h"

#include <string.h>

#include "base/utf8.h"
#include "import/signs.h"

enum {
	ROWS_MIN = 2, /* rows with several numbers a table has at least */
	WIDE_MIN = 5, /* or one with so many */
	BLANKS_MAX = 2,
	WORDS_MAX = 6, /* lines without numbers between two rows */
};

/* A mark that holds numbers apart. */
static bool is_mark(unsigned ch)
{
	/* ， 、 ； ： */
	return ch == 0xff0c || ch == 0x3001 || ch == 0xff1b || ch == 0xff1a;
}

/* The same, and what stands for them where a line has a colon: "规章: 0, 0; 3". */
static bool is_mark_behind_colon(struct str text, size_t at, size_t to, unsigned ch)
{
	size_t digits = 0;

	if (is_mark(ch) || ch == ';' || ch == ':')
		return true;
	if (ch != ',')
		return false;
	while (at + 1 + digits < to && sign_is_digit((unsigned char)text.p[at + 1 + digits]))
		digits++;
	/* of a number's thousands */
	return at == 0 || !sign_is_digit((unsigned char)text.p[at - 1]) || digits != 3;
}

enum { LEADER = 1 }; /* a mark: dots or dashes from a label to its numbers */

/* So many of a sign in a row lead on; 0: none do. */
static size_t leader_least(unsigned ch)
{
	switch (ch) {
	case 0x2026: /* … */
		return 1;
	case 0x2014: /* — */
	case 0x2015:
	case 0x2500:
		return 2;
	case '.':
	case '-':
	case '_':
	case 0xb7: /* · */
		return 3;
	default:
		return 0;
	}
}

/* Behind the signs that run from `at` on, all alike: do they lead to a number or a mark for nothing?
 */
static bool is_leader(struct str text, size_t *at, size_t to)
{
	unsigned first = utf8_next(text, &(size_t){*at}), ch = first;
	size_t n = 0, behind = *at;

	while (behind < to && (ch = utf8_next(text, &behind)) == first) {
		*at = behind;
		n++;
	}
	while (utf8_is_space(ch) && behind < to)
		ch = utf8_next(text, &behind);
	return n >= leader_least(first) && (sign_is_digit(ch) || sign_is_slash(ch));
}

struct field {
	struct text_span span;
	unsigned mark; /* behind it; 0 at the end of the line */
};

/* The field at *at, up to a mark outside of brackets; *at moves behind the mark, *colon tells that
 * one stood before. */
static struct field take_field(struct str text, size_t *at, size_t to, bool *colon)
{
	struct field f = {{*at, to}, 0};
	size_t depth = 0;

	while (*at < to) {
		size_t here = *at;
		unsigned ch = utf8_next(text, at);

		if (ch >= 0x4e00 && ch <= 0x9fff)
			continue; /* Han are no sign of anything */
		if (depth == 0 && leader_least(ch)) {
			*at = here;
			if (!is_leader(text, at, to))
				continue;
			f.span.to = here;
			f.mark = LEADER;
			return f;
		}
		if (sign_is_opening(ch))
			depth++;
		else if (sign_is_closing(ch) && depth > 0)
			depth--;
		*colon = *colon || ch == ':' || ch == 0xff1a;
		if (depth > 0 ||
			!(is_mark(ch) || (*colon && is_mark_behind_colon(text, here, to, ch))))
			continue;
		f.span.to = here;
		f.mark = ch;
		return f;
	}
	return f;
}

/* How many numbers the field is, blanks between them; STR_NONE where it has other words. */
static size_t field_values(struct str text, struct text_span span)
{
	size_t n = 0;

	for (struct text_span w; w = text_next_word(text, span.from, span.to), w.from < w.to;
		span.from = w.to) {
		if (!layout_is_value(str_slice(text, w.from, w.to)))
			return STR_NONE;
		n++;
	}
	return n;
}

/* What a line is made of. */
struct row {
	size_t values;
	size_t cols;   /* of the label, by its marks; at least 1 */
	size_t from;   /* where the first number's field begins */
	bool colon;    /* before that */
	size_t to;     /* of the line, without a full stop at its end */
	size_t label;  /* where the label ends; the line's begin where there is none */
	unsigned mark; /* between its last two numbers, or before the only one */
};

/* Without the stop at the end of a list's item. */
static size_t line_end(const struct layout *l, const struct layout_line *v)
{
	size_t to = v->to;

	while (to > v->from) {
		size_t before = utf8_prev(l->text, to);
		unsigned ch = utf8_next(l->text, &(size_t){before});

		if (!utf8_is_space(ch) && ch != 0x3002 && ch != 0xff1b && ch != ';')
			break;
		to = before;
	}
	return to;
}

static struct row row_of(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	struct row r = {.from = v->from, .to = line_end(l, v), .label = v->from};
	unsigned before = 0;
	size_t fields = 0, empty = 0;
	bool colon = false;

	for (size_t at = v->from; at < r.to; fields++) {
		struct field f = take_field(l->text, &at, r.to, &colon);
		size_t values = field_values(l->text, f.span);

		if (values == STR_NONE) {
			r.values = empty = 0;
			r.from = r.to;
			r.label = f.span.to;
			r.cols = fields + 1;
		} else if (values > 0 || fields > 0) {
			r.colon = r.values + empty ? r.colon : colon;
			r.from = r.values + empty ? r.from : f.span.from;
			r.values += values;
			empty += values == 0;
			r.mark = before;
		}
		before = f.mark;
	}
	r.cols = r.cols ? r.cols : 1;
	return r;
}

static bool may_be(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return !v->tabs && !v->bars &&
	       !(v->flags & (LINE_BLANK | LINE_FEED | LINE_MARK | LINE_RULE));
}

/* Do the label's last words run into a number and its unit, "分别是68件"? */
static bool ends_in_number(struct str label)
{
	size_t at = label.n;

	while (at > 0 && !sign_is_digit((unsigned char)label.p[at - 1]))
		at--;
	if (at == label.n)
		return false;
	while (at > 0 && sign_is_digit((unsigned char)label.p[at - 1]))
		at--;
	return at > 0 && layout_is_value(str_slice(label, at, label.n));
}

/* A label has no full stop and no number at its end: that is a paragraph whose last words are
 * numbers. */
static bool is_label(struct str s)
{
	return str_find(s, STR("。"), 0) == STR_NONE && !ends_in_number(s);
}

static bool is_row(const struct layout *l, size_t line, struct row *r)
{
	if (!may_be(l, line))
		return false;
	*r = row_of(l, line);
	return r->values > 0 && r->mark &&
	       is_label(str_slice(l->text, l->lines.v[line].from, r->label));
}

/* Words that may head columns, or be a label's first part: no section's heading, and none of the
 * commas of a spreadsheet. */
static bool is_words(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	struct str s = str_slice(l->text, v->from, v->to);

	return may_be(l, line) && v->chars <= LAYOUT_SHORT * 2 &&
	       !(v->flags & (LINE_NUMBER | LINE_HEADING)) && !memchr(s.p, ',', s.n) &&
	       str_find(s, STR("。"), 0) == STR_NONE;
}

/* The next row behind `line`, some lines of words between; the number of lines where none is. */
static size_t next_row(const struct layout *l, size_t line, struct row *r)
{
	for (size_t n = 0; n <= WORDS_MAX; n++) {
		size_t next = layout_skip_blank(l, line + 1);

		if (next >= l->lines.n || next - line > BLANKS_MAX + 1)
			break;
		if (is_row(l, next, r))
			return next;
		if (!is_words(l, next))
			break;
		line = next;
	}
	return l->lines.n;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	size_t several = 0, wide = 0, cells = 0;
	struct row r;
	unsigned mark = 0;

	run->to = at + 1;
	size_t first = at;

	/* headings, right before the first row */
	while (!is_row(l, first, &r)) {
		if (!is_words(l, first) || first - at == WORDS_MAX || first + 1 == l->lines.n)
			return false;
		first++;
	}
	for (size_t i = first; i < l->lines.n && i - first < LAYOUT_ROWS_MAX;
		i = next_row(l, i, &r)) {
		cells += r.values + 1 + l->lines.v[i].chars / 2;
		if (cells > l->cells_left)
			break;
		several += r.values > 1;
		wide += r.values >= WIDE_MIN;
		mark = r.values > 1 ? r.mark : mark;
		run->to = i + 1;
	}
	run->note = mark;
	return several >= ROWS_MIN || wide > 0;
}

/* A numeral alone numbers what follows its mark. */
static bool is_numeral(struct str s)
{
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (utf8_han_digit(ch) < 0 && ch != 0x5341) /* 十 */
			return false;
	}
	return s.n > 0;
}

/* Headings, held apart by the mark that holds numbers apart. */
static void read_words(
	const struct layout *l, const struct layout_line *v, size_t row, unsigned mark)
{
	struct text_span cell = {v->from, v->from};
	size_t col = 0;
	bool colon = false;

	for (size_t at = v->from; at < v->to;) {
		struct field f = take_field(l->text, &at, v->to, &colon);
		struct text_span whole = {cell.from, f.span.to};

		if (at < v->to && (f.mark != mark || is_numeral(str_trim(doc_str(l->d, whole)))))
			continue;
		sink_cell(l->d, row, col, 1, 1, whole);
		col += col + 1 < LAYOUT_COLS_MAX;
		cell.from = at;
	}
}

/* The numbers in a field, to cells from *col on; `whole`: where marks hold them apart, blanks do
 * not. The last column takes all the rest of the row. */
static void read_field(const struct layout *l, const struct row *r, struct text_span field,
	size_t row, bool whole, size_t *col)
{
	struct text_span w = text_next_word(l->text, field.from, field.to);

	do {
		if (whole)
			w.to = field.to;
		if (*col + 1 == LAYOUT_COLS_MAX)
			w.to = r->to;
		if (*col < LAYOUT_COLS_MAX)
			sink_cell(l->d, row, (*col)++, 1, 1, w);
		w = text_next_word(l->text, w.to, field.to);
	} while (w.from < w.to);
}

static void read_values(const struct layout *l, const struct row *r, size_t row)
{
	size_t col = r->cols < LAYOUT_COLS_MAX ? r->cols : LAYOUT_COLS_MAX - 1;
	struct field f = {0};
	bool colon = r->colon, whole = false;

	for (size_t at = r->from; at < r->to && col < LAYOUT_COLS_MAX;) {
		f = take_field(l->text, &at, r->to, &colon);
		whole = whole || at < r->to;
		read_field(l, r, f.span, row, whole, &col);
		/* nothing behind the last mark is an empty cell, too */
		if (at == r->to && f.mark && col < LAYOUT_COLS_MAX)
			sink_cell(l->d, row, col, 1, 1, (struct text_span){at, at});
	}
}

static void read(const struct layout *l, const struct layout_run *run)
{
	size_t row = 0;

	for (size_t i = run->from; i < run->to; i++) {
		const struct layout_line *v = &l->lines.v[i];
		struct row r;

		if (v->flags & LINE_BLANK)
			continue;
		if (is_row(l, i, &r)) {
			if (r.label > v->from)
				sink_cell(l->d, row, 0, 1, 1, (struct text_span){v->from, r.label});
			read_values(l, &r, row);
		} else {
			read_words(l, v, row, run->note);
		}
		row++;
	}
}

const struct layout_reader layout_marks = {"marks", find, read};
