/* Columns held by blanks, as `pdftotext -layout` prints them: words two or more blanks apart are
 * cells. Which lines make a run and what its cells are is found here; which column a cell is in, in
 * columns.c. */
#include "import/columns.h"
#include "import/layout.h"

#include "base/utf8.h"

enum {
	ROWS_MIN = 3,	 /* rows with a number a table has at least */
	VALUES_MIN = 4,	 /* or so many numbers in two */
	WIDE_MIN = 5,	 /* or one row with so many numbers */
	HEADS_MIN = 8,	 /* or any below so many words side by side */
	BLANKS_MAX = 3,	 /* blank lines between rows */
	TITLE_CHARS = 6, /* a section heading is not shorter; a label broken over lines is */
	LETTER_GAP = 3,	 /* blanks between the letters of a word spread over its cell */
};

/* A word and the blanks before it. */
struct word {
	struct text_span span;
	size_t gap;
};

static struct word next_word(struct str text, size_t at, size_t to)
{
	struct word w = {{to, to}, 0};

	while (at < to) {
		size_t start = at;
		unsigned ch = utf8_next(text, &at);

		if (!utf8_is_space(ch)) {
			w.span.from = start;
			break;
		}
		w.gap += ch == 0x3000 ? 2 : 1;
	}
	for (w.span.to = w.span.from; w.span.to < to;) {
		size_t next = w.span.to;

		if (utf8_is_space(utf8_next(text, &next)))
			break;
		w.span.to = next;
	}
	return w;
}

static bool is_letter(struct str s)
{
	size_t at = 0;

	return s.n > 0 && utf8_is_han(utf8_next(s, &at)) && at == s.n;
}

/* Are both words of one cell? Letters stand as far apart as those before them do (*letters, 0: none
 * yet). */
static bool is_joined(struct str text, struct text_span a, const struct word *b, size_t *letters)
{
	struct str left = str_slice(text, a.from, a.to);
	struct str right = str_slice(text, b->span.from, b->span.to);
	bool spread = is_letter(left) && is_letter(right);


	if (spread && *letters > 0)
		return b->gap <= *letters;
	if (spread && b->gap <= LETTER_GAP)
		*letters = b->gap;
	if (b->gap > 1)
		return spread && b->gap <= LETTER_GAP;
	return !layout_is_value(left) || !layout_is_value(right);
}

static bool is_value(struct str s)
{
	return layout_is_value(s) || layout_is_united(s);
}

/* Is all from the word on numbers, with units or without, enough for a row? Then a label as long as
 * its column is wide has but one blank behind it. */
static bool is_values(struct str text, struct word word, size_t to)
{
	size_t n = 0;

	for (; !text_span_empty(word.span); n++) {
		struct word next = next_word(text, word.span.to, to);
		bool united = next.gap == 1 &&
			      layout_is_united(str_slice(text, word.span.from, next.span.to));

		if (!united && !layout_is_value(str_slice(text, word.span.from, word.span.to)))
			return false;
		word = united ? next_word(text, next.span.to, to) : next;
	}
	return n >= VALUES_MIN;
}

/* The next cell's text at or behind `at`; empty at the end of the line. */
static struct text_span next_cell(struct str text, size_t at, size_t to)
{
	struct word word = next_word(text, at, to);
	struct text_span cell = word.span, last = word.span;
	size_t letters = 0;

	while (cell.to < to) {
		word = next_word(text, cell.to, to);
		if (text_span_empty(word.span) || !is_joined(text, last, &word, &letters) ||
			(word.gap == 1 && is_values(text, word, to)))
			break;
		last = word.span;
		cell.to = word.span.to;
	}
	return cell;
}

/* "三、本年度办理结果   （一）予以公开": labels side by side, each as long as a title is. */
static bool is_labels(const struct layout *l, const struct layout_line *v)
{
	size_t n = 0;

	for (size_t at = v->from;; n++) {
		struct text_span cell = next_cell(l->text, at, v->to);

		if (text_span_empty(cell))
			return n > 1;
		if (utf8_count(str_slice(l->text, cell.from, cell.to)) < TITLE_CHARS)
			return false;
		at = cell.to;
	}
}

static bool is_title(const struct layout *l, const struct layout_line *v)
{
	return v->flags & LINE_HEADING && !(v->flags & LINE_VALUES) && v->chars >= TITLE_CHARS &&
	       !is_labels(l, v);
}

/* One cell, or part of one, between rows. */
static bool is_wrapped(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return line_is_short(l, line) && !v->tabs && !v->bars && !(v->flags & LINE_RULE) &&
	       !is_title(l, v);
}

static size_t count_cells(const struct layout *l, size_t line, size_t *values)
{
	const struct layout_line *v = &l->lines.v[line];
	size_t n = 0;

	*values = 0;
	for (size_t at = v->from;; n++) {
		struct text_span cell = next_cell(l->text, at, v->to);

		if (text_span_empty(cell))
			return n;
		*values += is_value(str_slice(l->text, cell.from, cell.to));
		at = cell.to;
	}
}

/* Several cells. Prose has numbers at no line's end, nor so many words far apart. */
static bool is_row(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	size_t values;

	if (!(v->flags & LINE_GAPS) || v->tabs || v->bars || is_title(l, v))
		return false;
	return !(v->flags & (LINE_MARK | LINE_RULE | LINE_SENTENCE)) &&
	       (!(v->flags & LINE_PROSE) || v->flags & LINE_VALUES ||
		       count_cells(l, line, &values) >= WIDE_MIN);
}

/* The line of the run behind `line`, or the number of lines. */
static size_t next_line(const struct layout *l, size_t line)
{
	size_t next = layout_skip_blank(l, line + 1);

	if (next < l->lines.n && next - line <= BLANKS_MAX + 1 &&
		(is_row(l, next) || is_wrapped(l, next)))
		return next;
	return l->lines.n;
}

/* The blanks between all cells of the row where they are the same, else 0. */
static size_t even_gap(const struct layout *l, size_t line, size_t *label_end)
{
	const struct layout_line *v = &l->lines.v[line];
	struct text_span cell = next_cell(l->text, v->from, v->to), next;
	size_t gap = 0;

	*label_end = utf8_columns(str_slice(l->text, v->from, cell.to), 1);
	for (; next = next_cell(l->text, cell.to, v->to), !text_span_empty(next); cell = next) {
		size_t width = utf8_columns(str_slice(l->text, cell.to, next.from), 1);

		if (gap && width != gap)
			return 0;
		gap = width;
	}
	return gap;
}

/* Rows whose cells are equally far apart, behind labels that are not equally long: no column is
 * held, and where a cell is left out nothing tells which. */
static bool is_even(const struct layout *l, size_t from, size_t to)
{
	size_t rows = 0, gap = 0, end = 0, ends = 0;

	for (size_t i = from; i < to; i++) {
		size_t values, label, width;

		if (!is_row(l, i) || count_cells(l, i, &values) < 2 || values == 0)
			continue;
		width = even_gap(l, i, &label);
		if (width == 0 || (gap && width != gap))
			return false;
		ends += rows++ > 0 && label != end;
		gap = width;
		end = label;
	}
	return rows >= ROWS_MIN && ends * 2 >= rows;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	size_t rows = 0, wide = 0, all = 0, cells = 0, heads = 0, end = at;
	size_t behind = layout_behind_mark(l, at);
	bool goes_on = behind < at && is_row(l, behind) && line_is(l, behind, LINE_VALUES);

	run->to = at + 1;
	if (!is_row(l, at))
		return false;
	for (size_t i = at; i < l->lines.n && i - at < LAYOUT_ROWS_MAX; i = next_line(l, i)) {
		size_t values, n = count_cells(l, i, &values);

		cells += n;
		heads = values == 0 && n > heads ? n : heads;
		run->to = i + 1;
		if (cells > l->cells_left)
			break;
		if (!is_row(l, i) || values == 0)
			continue;
		rows++;
		all += values;
		wide += values >= WIDE_MIN || (heads >= HEADS_MIN && n == values);
		end = i + 1;
	}
	if (rows < ROWS_MIN && wide == 0 && (rows < 2 || all < VALUES_MIN) &&
		(rows < 1 || !goes_on))
		return false;
	run->to = end;
	return !is_even(l, at, end);
}

/* A letter alone behind a number and with others is a word for nothing: 无. Before all of them it
 * may be the rest of a label. */
static bool is_in_place(struct str cell, bool behind, size_t values)
{
	return is_value(cell) || (behind && values > 1 && is_letter(cell));
}

static void add_line(struct columns *c, const struct layout *l, size_t line, size_t row)
{
	const struct layout_line *v = &l->lines.v[line];
	size_t at = v->from, values;

	count_cells(l, line, &values);
	columns_begin_row(c, row);
	for (;;) {
		struct text_span cell = next_cell(l->text, at, v->to);

		if (text_span_empty(cell))
			return;
		columns_add(c, str_slice(l->text, at, cell.from), cell,
			is_in_place(str_slice(l->text, cell.from, cell.to), c->behind, values));
		at = cell.to;
	}
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct columns c;
	size_t row = 0;

	columns_init(&c, l->text);
	for (size_t i = run->from; i < run->to; i++)
		if (!line_is(l, i, LINE_BLANK))
			add_line(&c, l, i, row++);
	columns_put(&c, l->d);
	columns_free(&c);
}

const struct layout_reader layout_spaces = {"spaces", find, read};
