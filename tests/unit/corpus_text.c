/* Layouts of plain text made with other signs than bars and tabs: separated fields, drawn boxes,
 * marks of prose, one line for a whole table, blank lines between cells. */
#include "unit/corpus_inside.h"

#include <string.h>

#include "base/utf8.h"

static const char *text_at(const struct sheet *s, size_t row, size_t col)
{
	const struct pcell *c = corpus_cell_at(s, row, col);

	return c ? c->text : "";
}

/* A field, quoted where it has to be. */
static void put_field(struct pen *p, const char *text, char separator)
{
	bool quoted = strchr(text, separator) || strchr(text, '"') || strchr(text, '\n');

	buf_adds(&p->text, quoted ? "\"" : "");
	for (; *text; text++) {
		buf_adds(&p->text, *text == '"' ? "\"" : "");
		buf_addc(&p->text, *text);
	}
	buf_adds(&p->text, quoted ? "\"" : "");
}

static void print_fields(struct pen *p, const struct sheet *s, char separator)
{
	for (size_t r = 0; r < s->rows; r++)
		for (size_t c = 0; c < s->cols; c++) {
			put_field(p, text_at(s, r, c), separator);
			buf_addc(&p->text, c + 1 < s->cols ? separator : '\n');
		}
}

enum { BOX_COLUMNS = 24 };

/* Puts what of the text fits, from *at on, and blanks up to the width; characters that are one
 * column wide or two are taken for `ambiguous`. */
static void put_piece(struct pen *p, const char *text, size_t *at, int ambiguous)
{
	struct str s = str_of(text);
	size_t used = 0;

	while (*at < s.n) {
		size_t next = *at;
		size_t w = (size_t)utf8_width(utf8_next(s, &next), ambiguous);

		if (used + w > BOX_COLUMNS)
			break;
		buf_add(&p->text, str_slice(s, *at, next));
		used += w;
		*at = next;
	}
	for (; used < BOX_COLUMNS; used++)
		buf_addc(&p->text, ' ');
}

static void put_border(struct pen *p, const struct sheet *s)
{
	for (size_t c = 0; c < s->cols; c++) {
		buf_addc(&p->text, '+');
		for (size_t i = 0; i < BOX_COLUMNS + 2; i++)
			buf_addc(&p->text, '-');
	}
	buf_adds(&p->text, "+\n");
}

static void print_boxes(struct pen *p, const struct sheet *s)
{
	put_border(p, s);
	for (size_t r = 0; r < s->rows; r++) {
		size_t at[32] = {0};
		bool more = true;

		while (more) {
			more = false;
			for (size_t c = 0; c < s->cols; c++) {
				buf_adds(&p->text, "| ");
				put_piece(p, text_at(s, r, c), &at[c], 2);
				buf_adds(&p->text, " ");
				more |= at[c] < strlen(text_at(s, r, c));
			}
			buf_adds(&p->text, "|\n");
		}
		put_border(p, s);
	}
}

/* Label, mark, numbers with marks between; headings with the mark of the numbers. */
static void print_marks(
	struct pen *p, const struct sheet *s, const char *behind, const char *between)
{
	for (size_t r = 0; r < s->rows; r++) {
		bool first = true, words = false;

		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);

			if (!cell)
				continue;
			if (cell->value)
				buf_adds(&p->text, first ? (words ? behind : "") : between);
			else if (words)
				buf_adds(&p->text, between);
			first = first && !cell->value;
			words = true;
			buf_adds(&p->text, cell->text);
		}
		buf_adds(&p->text, "\n");
	}
}

static void print_words(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++)
		for (size_t c = 0; c < s->cols; c++)
			if (text_at(s, r, c)[0])
				buf_addf(&p->text, "%s ", text_at(s, r, c));
	buf_adds(&p->text, "\n");
}

static void print_blank_lines(
	struct pen *p, const struct sheet *s, const char *before, const char *between)
{
	for (size_t r = 0; r < s->rows; r++)
		for (size_t c = 0; c < s->cols; c++)
			if (corpus_cell_at(s, r, c))
				buf_addf(&p->text, "%s%s\n%s\n", before, text_at(s, r, c), between);
}

/* As many signs as the column is wide, for all columns. */
static void put_dashes(struct pen *p, const struct sheet *s, const size_t *width, char sign)
{
	for (size_t c = 0; c < s->cols; c++) {
		for (size_t i = 0; i < width[c]; i++)
			buf_addc(&p->text, sign);
		buf_addc(&p->text, c + 1 < s->cols ? ' ' : '\n');
	}
}

static void put_padded(struct pen *p, const char *text, size_t width)
{
	buf_adds(&p->text, text);
	for (size_t w = utf8_columns(str_of(text), 1); w < width; w++)
		buf_addc(&p->text, ' ');
}

static void find_widths(const struct sheet *s, size_t *width)
{
	for (size_t c = 0; c < s->cols; c++) {
		width[c] = 3;
		for (size_t r = 0; r < s->rows; r++) {
			size_t w = utf8_columns(str_of(text_at(s, r, c)), 1);

			width[c] = w > width[c] ? w : width[c];
		}
	}
}

static void print_equals(struct pen *p, const struct sheet *s)
{
	size_t width[32];

	find_widths(s, width);
	put_dashes(p, s, width, '=');
	for (size_t r = 0; r < s->rows; r++) {
		for (size_t c = 0; c < s->cols; c++) {
			put_padded(p, text_at(s, r, c), width[c]);
			buf_addc(&p->text, c + 1 < s->cols ? ' ' : '\n');
		}
		if (r == 0)
			put_dashes(p, s, width, '=');
	}
	put_dashes(p, s, width, '=');
}

static void print_dashes(struct pen *p, const struct sheet *s)
{
	size_t width[32];

	for (size_t c = 0; c < s->cols; c++)
		width[c] = BOX_COLUMNS;
	for (size_t i = 0; i < (BOX_COLUMNS + 1) * s->cols - 1; i++)
		buf_addc(&p->text, '-');
	buf_adds(&p->text, "\n");
	for (size_t r = 0; r < s->rows; r++) {
		size_t at[32] = {0};

		for (bool more = true; more;) {
			more = false;
			for (size_t c = 0; c < s->cols; c++) {
				put_piece(p, text_at(s, r, c), &at[c], 1);
				buf_addc(&p->text, c + 1 < s->cols ? ' ' : '\n');
				more |= at[c] < strlen(text_at(s, r, c));
			}
		}
		if (r == 0)
			put_dashes(p, s, width, '-');
		else if (r + 1 < s->rows)
			buf_adds(&p->text, "\n");
	}
	for (size_t i = 0; i < (BOX_COLUMNS + 1) * s->cols - 1; i++)
		buf_addc(&p->text, '-');
	buf_adds(&p->text, "\n");
}

/* Rows with the sign around and between the cells. */
static void put_rows(struct pen *p, const struct sheet *s, size_t from, size_t to, const char *sign)
{
	for (size_t r = from; r < to; r++) {
		buf_adds(&p->text, sign);
		for (size_t c = 0; c < s->cols; c++)
			buf_addf(&p->text, " %s %s", text_at(s, r, c), sign);
		buf_adds(&p->text, "\n");
	}
}

static void print_org(struct pen *p, const struct sheet *s)
{
	put_rows(p, s, 0, 1, "|");
	for (size_t c = 0; c < s->cols; c++)
		buf_adds(&p->text, c ? "+---" : "|---");
	buf_adds(&p->text, "|\n");
	put_rows(p, s, 1, s->rows, "|");
}

static size_t count_heads(const struct sheet *s)
{
	size_t heads = s->rows;

	for (size_t i = 0; i < s->cells.n; i++)
		if (s->cells.v[i].value && s->cells.v[i].row < heads)
			heads = s->cells.v[i].row;
	return heads;
}

/* Half way: the page's mark, the report's title as the new page prints it, the headings again. */
static void print_repeated(struct pen *p, const struct sheet *s)
{
	size_t half = s->rows > 12 ? s->rows / 2 : s->rows;

	put_rows(p, s, 0, half, "|");
	if (half < s->rows) {
		buf_addf(&p->text, "\n- 2 -\n\n%s\n\n", p->out->title);
		put_rows(p, s, 0, count_heads(s), "|");
		put_rows(p, s, half, s->rows, "|");
	}
}

/* A cell a line, the empty ones left out. */
static void put_lines(struct pen *p, const struct sheet *s, size_t row, size_t from, size_t to)
{
	for (size_t c = from; c < to; c++)
		if (*text_at(s, row, c))
			buf_addf(&p->text, "%s\n", text_at(s, row, c));
}

enum { COLUMNS_ROWS = 20 };

static void print_columns(struct pen *p, const struct sheet *s)
{
	size_t heads = count_heads(s);

	if (s->rows < COLUMNS_ROWS) {
		for (size_t r = 0; r < s->rows; r++)
			put_lines(p, s, r, 0, s->cols);
		return;
	}
	for (size_t r = heads; r < s->rows; r++)
		put_lines(p, s, r, 0, s->labels);
	for (size_t c = s->labels; c < s->cols; c++) {
		size_t head = heads - 1;

		while (head > 0 && !*text_at(s, head, c))
			head--;
		put_lines(p, s, head, c, c + 1);
		for (size_t r = heads; r < s->rows; r++)
			put_lines(p, s, r, c, c + 1);
	}
}

static void print_tabs_mixed(struct pen *p, const struct sheet *s)
{
	static const char *const tabs[] = {"\t", " \t", "\t ", "  \t "};

	for (size_t r = 0; r < s->rows; r++) {
		for (size_t c = 0; c < s->cols; c++)
			buf_addf(&p->text, "%s%s", c ? tabs[corpus_roll(p, 4)] : "",
				text_at(s, r, c));
		buf_adds(&p->text, "\n");
	}
}

/* A row a line, with signs between the cells. */
static bool print_rows(struct pen *p, const struct sheet *s)
{
	switch (p->c->layout) {
	case LAYOUT_CSV:
		print_fields(p, s, ',');
		return true;
	case LAYOUT_CSV_SEMICOLON:
		print_fields(p, s, ';');
		return true;
	case LAYOUT_COMMAS:
		print_marks(p, s, "，", "，");
		return true;
	case LAYOUT_COLONS:
		print_marks(p, s, "：", "；");
		return true;
	case LAYOUT_ORG:
		print_org(p, s);
		return true;
	case LAYOUT_WIDE_BARS:
		put_rows(p, s, 0, s->rows, "｜");
		return true;
	case LAYOUT_TABS_MIXED:
		print_tabs_mixed(p, s);
		return true;
	case LAYOUT_REPEATED:
		print_repeated(p, s);
		return true;
	case LAYOUT_COLUMNS:
		print_columns(p, s);
		return true;
	default:
		return false;
	}
}

bool corpus_print_text(struct pen *p, const struct sheet *s)
{
	switch (p->c->layout) {
	case LAYOUT_BOXES:
		print_boxes(p, s);
		return true;
	case LAYOUT_ONE_LINE:
		print_words(p, s);
		return true;
	case LAYOUT_BLANK_LINES:
		print_blank_lines(p, s, "", "");
		return true;
	case LAYOUT_WIDE_BLANKS:
		print_blank_lines(p, s, "　　", "　");
		return true;
	case LAYOUT_TAGGED:
		buf_adds(&p->text, "\n");
		corpus_html.sheet(p, (struct sheet *)s);
		buf_adds(&p->text, "\n");
		return true;
	case LAYOUT_DASHES:
		print_dashes(p, s);
		return true;
	case LAYOUT_EQUALS:
		print_equals(p, s);
		return true;
	default:
		return print_rows(p, s);
	}
}
