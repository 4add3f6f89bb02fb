/* The tables for people, drawn with aligned columns. What the source does not have is never shown
 * as a number: a blank is "-", a lost cell "?", what cannot be read stands as printed with "!". */
#include <string.h>

#include "base/utf8.h"
#include "export/tables.h"
#include "export/words.h"

#define MARK_DOUBT "*"
#define COLOR_STRONG "\033[1m"
#define COLOR_DOUBT "\033[33m"
#define COLOR_OFF "\033[0m"

/* Which marks came up, for the legend. */
struct seen {
	bool blank, missing, unreadable, doubt, corrected;
};

static void pad(struct buf *out, size_t columns)
{
	while (columns--)
		buf_addc(out, ' ');
}

static const char *brief_or_label(
	const struct form_words *brief, const struct form_words *label, enum lang lang)
{
	const char *text = brief ? brief->text[lang] : NULL;

	return text && *text ? text : tables_words(label, lang);
}

static void cell_text(const struct tables_input *in, size_t i, struct seen *seen, struct buf *out)
{
	const struct cell *c = &in->report->cells[i];
	const struct record *correction = tables_correction(in, c);

	if (c->state == CELL_MISSING)
		buf_addc(out, '?');
	else if (c->state == CELL_BLANK)
		buf_addc(out, '-');
	else
		words_show(out, tables_cell_text(in->report, c));
	if (c->state == CELL_UNREADABLE)
		buf_addc(out, '!');
	if (c->doubt)
		buf_adds(out, MARK_DOUBT);
	if (correction)
		buf_addf(out, "=>%s", correction->to);
	seen->blank |= c->state == CELL_BLANK;
	seen->missing |= c->state == CELL_MISSING;
	seen->unreadable |= c->state == CELL_UNREADABLE;
	seen->doubt |= c->doubt;
	seen->corrected |= correction != NULL;
}

static size_t columns_of(const char *text)
{
	return utf8_columns(str_of(text), 1);
}

/* Widths of a block's columns, the labels' first. */
static size_t *block_widths(const struct tables_input *in, const struct table_lines *lines,
	const struct form_block *block)
{
	size_t *w = mem_alloc_array(block->n_columns, sizeof *w);
	struct seen ignored = {0};
	struct buf text = {0};

	for (size_t c = 0; c < block->n_columns; c++)
		w[c] = columns_of(brief_or_label(
			&block->columns[c].brief, &block->columns[c].label, in->lang));
	for (size_t i = 0; i < lines->n; i++) {
		if (lines->v[i].kind != TABLE_ROW || lines->v[i].block != block)
			continue;
		for (size_t c = 0; c < block->n_columns; c++) {
			size_t n;

			buf_clear(&text);
			cell_text(in, lines->v[i].cell + c, &ignored, &text);
			n = utf8_columns(buf_str(&text), 1);
			if (n > w[c])
				w[c] = n;
		}
	}
	buf_free(&text);
	return w;
}

static const char *line_label(const struct table_line *line, enum lang lang)
{
	return brief_or_label(line->brief, line->label, lang);
}

static size_t label_width(const struct table_lines *lines, enum lang lang)
{
	size_t width = 0;

	for (size_t i = 0; i < lines->n; i++) {
		const struct table_line *line = &lines->v[i];
		size_t n = 2 * line->depth + columns_of(line_label(line, lang));

		if (line->kind == TABLE_ROW && n > width)
			width = n;
	}
	return width;
}

static void put_right(struct buf *out, struct str text, size_t width)
{
	size_t n = utf8_columns(text, 1);

	pad(out, 2 + (n < width ? width - n : 0));
	buf_add(out, text);
}

static void put_value(const struct tables_input *in, size_t cell, size_t width, struct seen *seen,
	struct buf *out)
{
	struct buf text = {0};
	bool lit = in->color && (in->report->cells[cell].doubt ||
					in->report->cells[cell].state == CELL_UNREADABLE);

	cell_text(in, cell, seen, &text);
	size_t n = utf8_columns(buf_str(&text), 1);

	pad(out, 2 + (n < width ? width - n : 0));
	buf_addf(out, "%s%s%s", lit ? COLOR_DOUBT : "", text.p, lit ? COLOR_OFF : "");
	buf_free(&text);
}

static void put_line(const struct tables_input *in, const struct table_line *line, size_t labels,
	const size_t *widths, struct seen *seen, struct buf *out)
{
	const struct form_block *block = line->block;
	const char *label = line_label(line, in->lang);
	size_t used = 2 * line->depth + columns_of(label);

	pad(out, 2 + 2 * line->depth);
	buf_adds(out, label);
	if (line->kind == TABLE_COLUMNS || line->kind == TABLE_ROW)
		pad(out, used < labels ? labels - used : 0);
	for (size_t c = 0; c < block->n_columns; c++) {
		const struct form_column *column = &block->columns[c];

		if (line->kind == TABLE_COLUMNS)
			put_right(out,
				str_of(brief_or_label(&column->brief, &column->label, in->lang)),
				widths[c]);
		else if (line->kind == TABLE_ROW)
			put_value(in, line->cell + c, widths[c], seen, out);
	}
	buf_addc(out, '\n');
}

static void put_table(const struct tables_input *in, const struct report_table *t,
	struct seen *seen, struct buf *out)
{
	struct table_lines lines;
	size_t *widths = NULL;
	const struct form_block *block = NULL;

	buf_addf(out, "\n%s%s%s", in->color ? COLOR_STRONG : "",
		tables_words(&t->def->title, in->lang), in->color ? COLOR_OFF : "");
	if (!t->found)
		buf_addf(out, "  (%s)", _("not in the text"));
	if (t->form != in->report->form)
		buf_addf(out, _("  (form %s)"), t->form->id);
	buf_addc(out, '\n');
	table_lines_make(&lines, t);
	for (size_t i = 0; i < lines.n; i++) {
		if (lines.v[i].block != block) {
			free(widths);
			block = lines.v[i].block;
			widths = block_widths(in, &lines, block);
		}
		put_line(in, &lines.v[i], label_width(&lines, in->lang), widths, seen, out);
	}
	free(widths);
	table_lines_free(&lines);
}

static void put_head(const struct tables_input *in, struct buf *out)
{
	const struct report *r = in->report;

	if (r->title_text)
		words_show(out, str_of(r->title_text));
	else
		words_show_name(out, in->file);
	buf_addc(out, '\n');
	if (r->agency_text) {
		words_show(out, str_of(r->agency_text));
		buf_adds(out, " · ");
	}
	if (r->year)
		buf_addf(out, "%d · ", r->year);
	buf_addf(out, _("form %s · %s\n"), r->form->id, doc_encoding(r->doc));
}

static void put_legend(const struct seen *seen, struct buf *out)
{
	const struct {
		bool seen;
		const char *text;
	} rows[] = {
		{seen->blank, N_("-   blank in the report")},
		{seen->missing, N_("?   not in the text")},
		{seen->unreadable, N_("!   cannot be read as a number")},
		{seen->doubt, N_("*   placed otherwise than by plain reading")},
		{seen->corrected, N_("=>  the reviewer's correction")},
	};
	bool any = false;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (!rows[i].seen)
			continue;
		if (!any)
			buf_addc(out, '\n');
		any = true;
		buf_addf(out, "%s\n", _(rows[i].text));
	}
}

/* Cells placed with a doubt that share a reason are told together. */
static void put_doubts(const struct tables_input *in, struct buf *out)
{
	const struct report *r = in->report;
	const struct form_words *said = NULL;

	for (size_t i = 0; i < r->n_cells; i++) {
		const struct form_words *why = r->cells[i].doubt ? r->cells[i].why : NULL;

		if (!why || why == said)
			continue;
		buf_adds(out, "*   ");
		form_cell_brief(r->cells[i].def, in->lang, out);
		buf_adds(out, ": ");
		words_show(out, str_of(why->text[in->lang]));
		buf_addc(out, '\n');
		said = why;
	}
}

void tables_write_text(const struct tables_input *in, struct buf *out)
{
	struct seen seen = {0};

	put_head(in, out);
	for (size_t i = 0; i < in->report->n_tables; i++)
		put_table(in, &in->report->tables[i], &seen, out);
	put_legend(&seen, out);
	put_doubts(in, out);
}
