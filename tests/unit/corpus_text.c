/* Layouts of plain text made with other signs than bars and tabs: separated fields, drawn boxes,
 * marks of prose, one line for a whole table. */
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

/* Puts what of the text fits, from *at on, and blanks up to the width. */
static void put_piece(struct pen *p, const char *text, size_t *at)
{
	struct str s = str_of(text);
	size_t used = 0;

	while (*at < s.n) {
		size_t next = *at;
		size_t w = (size_t)utf8_width(utf8_next(s, &next), 2);

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
				put_piece(p, text_at(s, r, c), &at[c]);
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

bool corpus_print_text(struct pen *p, const struct sheet *s)
{
	switch (p->c->layout) {
	case LAYOUT_CSV:
		print_fields(p, s, ',');
		return true;
	case LAYOUT_CSV_SEMICOLON:
		print_fields(p, s, ';');
		return true;
	case LAYOUT_BOXES:
		print_boxes(p, s);
		return true;
	case LAYOUT_COMMAS:
		print_marks(p, s, "，", "，");
		return true;
	case LAYOUT_COLONS:
		print_marks(p, s, "：", "；");
		return true;
	case LAYOUT_ONE_LINE:
		print_words(p, s);
		return true;
	default:
		return false;
	}
}
