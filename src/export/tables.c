/* The formats of `gouji tables`, and what their writers share. */
#include "export/tables.h"

#include <string.h>

static void write_source(const struct doc *doc, struct buf *out)
{
	buf_add(out, doc_source(doc));
}

static const struct tables_format formats[] = {
	{.name = "text", .write = tables_write_text},
	{.name = "json", .write = tables_write_json},
	{.name = "csv", .write = tables_write_csv},
	{.name = "markdown", .write = tables_write_markdown},
	{.name = "source", .write_doc = write_source},
	{.name = "tree", .write_doc = doc_dump},
};

const struct tables_format *tables_format_at(size_t i)
{
	return i < sizeof formats / sizeof formats[0] ? &formats[i] : NULL;
}

const struct tables_format *tables_format_find(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

static struct table_line *add_line(
	struct table_lines *lines, enum table_line_kind kind, const struct form_block *block)
{
	struct table_line *line = vec_push(lines);

	line->kind = kind;
	line->block = block;
	return line;
}

/* The groups that begin with row i of the table, outermost first, and the row. */
static void add_row(struct table_lines *lines, const struct report_table *t,
	const struct form_block *block, size_t i)
{
	const struct form_table *def = t->def;
	struct table_line *line;
	unsigned depth = 0;

	for (size_t k = 0; k < def->n_groups; k++) {
		const struct form_group *g = &def->groups[k];

		if (i < g->first || i >= g->first + g->n)
			continue;
		if (i == g->first) {
			line = add_line(lines, TABLE_GROUP, block);
			line->depth = depth;
			line->label = &g->label;
			line->brief = &g->brief;
		}
		depth++;
	}
	line = add_line(lines, TABLE_ROW, block);
	line->depth = depth;
	line->label = &def->rows[i].label;
	line->brief = &def->rows[i].brief;
	line->cell = t->cell + (def->rows[i].first - def->cell);
}

void table_lines_make(struct table_lines *lines, const struct report_table *t)
{
	*lines = (struct table_lines){0};
	for (size_t b = 0; b < t->def->n_blocks; b++) {
		const struct form_block *block = &t->def->blocks[b];

		if (block->heading.text[LANG_ZH] && *block->heading.text[LANG_ZH])
			add_line(lines, TABLE_HEADING, block)->label = &block->heading;
		add_line(lines, TABLE_COLUMNS, block);
		for (size_t i = block->row; i < block->row + block->n_rows; i++)
			add_row(lines, t, block, i);
	}
}

void table_lines_free(struct table_lines *lines)
{
	vec_free(lines);
}

const char *tables_words(const struct form_words *w, enum lang lang)
{
	const char *text = w ? w->text[lang] : NULL;

	if (text && *text)
		return text;
	return w && w->text[LANG_ZH] ? w->text[LANG_ZH] : "";
}

struct str tables_cell_text(const struct report *r, const struct cell *c)
{
	if (c->state == CELL_MISSING || text_span_empty(c->span))
		return (struct str){"", 0};
	return doc_str(r->doc, c->span);
}

const struct record *tables_correction(const struct tables_input *in, const struct cell *c)
{
	return in->review ? review_find(in->review, RECORD_CORRECTION, c->def->name) : NULL;
}
