/* The tables as Markdown (GitHub's pipe tables), labels in full. A lost cell is "?", a blank one
 * empty; a corrected one is shown struck with the correction beside it. */
#include "export/markdown.h"
#include "export/tables.h"
#include "export/words.h"

static void put_value(const struct tables_input *in, size_t cell, struct buf *out)
{
	const struct cell *c = &in->report->cells[cell];
	const struct record *correction = tables_correction(in, c);
	struct str text = tables_cell_text(in->report, c);

	if (correction && text.n)
		buf_adds(out, "~~");
	if (c->state == CELL_MISSING)
		buf_adds(out, correction ? "" : "?");
	else
		md_cell(out, text);
	if (correction)
		buf_addf(out, "%s**%s**", text.n ? "~~ " : "", correction->to);
}

static void put_columns(
	const struct tables_input *in, const struct form_block *block, struct buf *out)
{
	buf_adds(out, "\n| |");
	for (size_t c = 0; c < block->n_columns; c++) {
		buf_addc(out, ' ');
		md_cell(out, str_of(tables_words(&block->columns[c].label, in->lang)));
		buf_adds(out, " |");
	}
	buf_adds(out, "\n|---|");
	for (size_t c = 0; c < block->n_columns; c++)
		buf_adds(out, "---:|");
	buf_addc(out, '\n');
}

static void put_row(const struct tables_input *in, const struct table_line *line, struct buf *out)
{
	buf_adds(out, "| ");
	for (unsigned i = 0; i < line->depth; i++)
		buf_adds(out, "&emsp;");
	md_cell(out, str_of(tables_words(line->label, in->lang)));
	buf_adds(out, " |");
	for (size_t c = 0; c < line->block->n_columns; c++) {
		buf_addc(out, ' ');
		if (line->kind == TABLE_ROW)
			put_value(in, line->cell + c, out);
		buf_adds(out, " |");
	}
	buf_addc(out, '\n');
}

static void put_heading(struct buf *out, unsigned level)
{
	buf_addc(out, '\n');
	for (unsigned i = 0; i < level; i++)
		buf_addc(out, '#');
	buf_addc(out, ' ');
}

void tables_put_markdown(const struct tables_input *in, const struct report_table *t,
	unsigned level, struct buf *out)
{
	struct table_lines lines;

	put_heading(out, level);
	buf_addf(out, "%s\n", tables_words(&t->def->title, in->lang));
	table_lines_make(&lines, t);
	for (size_t i = 0; i < lines.n; i++) {
		const struct table_line *line = &lines.v[i];

		if (line->kind == TABLE_HEADING) {
			put_heading(out, level + 1);
			md_inline(out, str_of(tables_words(line->label, in->lang)));
			buf_addc(out, '\n');
		} else if (line->kind == TABLE_COLUMNS) {
			put_columns(in, line->block, out);
		} else {
			put_row(in, line, out);
		}
	}
	table_lines_free(&lines);
}

void tables_write_markdown(const struct tables_input *in, struct buf *out)
{
	const struct report *r = in->report;
	struct buf title = {0};

	buf_adds(out, "# ");
	if (!r->title_text)
		words_clean_name(&title, in->file);
	md_inline(out, r->title_text ? str_of(r->title_text) : buf_str(&title));
	buf_free(&title);
	buf_adds(out, "\n\n");
	if (r->agency_text) {
		md_inline(out, str_of(r->agency_text));
		buf_adds(out, " · ");
	}
	if (r->year)
		buf_addf(out, "%d · ", r->year);
	buf_addf(out, _("form %s"), r->form->id);
	buf_addf(out, " · sha256 `%s`\n", doc_sha256(r->doc));
	for (size_t i = 0; i < r->n_tables; i++)
		tables_put_markdown(in, &r->tables[i], 2, out);
}
