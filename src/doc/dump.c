/* The document as an indented tree: one line a block or a cell, text quoted as in C. */
#include "doc/doc.h"

static void dump_quoted(struct buf *out, struct str s)
{
	static const char hex[] = "0123456789abcdef";

	buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '\n') {
			buf_adds(out, "\\n");
		} else if (c == '\t') {
			buf_adds(out, "\\t");
		} else if (c == '"' || c == '\\') {
			buf_addc(out, '\\');
			buf_addc(out, (char)c);
		} else if (c < 0x20 || c == 0x7f) {
			buf_adds(out, "\\x");
			buf_addc(out, hex[c >> 4]);
			buf_addc(out, hex[c & 15]);
		} else {
			buf_addc(out, (char)c);
		}
	}
	buf_addc(out, '"');
}

static void dump_span(struct buf *out, const struct doc *d, struct text_span span)
{
	struct disk_span disk = doc_disk(d, span);

	buf_addf(out, " [%zu,%zu)", disk.from, disk.to);
}

static void dump_cell(const struct doc *d, const struct grid_cell *cell, struct buf *out)
{
	buf_addf(out, "  %zu,%zu", cell->row, cell->col);
	if (cell->rowspan > 1 || cell->colspan > 1)
		buf_addf(out, " %zux%zu", cell->rowspan, cell->colspan);
	dump_span(out, d, cell->span);
	if (!text_span_empty(cell->span)) {
		buf_addc(out, ' ');
		dump_quoted(out, doc_str(d, cell->span));
	}
	if (cell->more)
		buf_adds(out, " more");
	if (cell->unsure)
		buf_adds(out, " unsure");
	buf_addc(out, '\n');
}

static void dump_block(const struct doc *d, const struct block *block, struct buf *out)
{
	static const char *const kinds[] = {
		[BLOCK_PARA] = "para",
		[BLOCK_GRID] = "grid",
		[BLOCK_MARK] = "mark",
	};
	const struct grid *grid = block->grid;

	buf_addf(out, "%s %zu", kinds[block->kind], doc_source_line(d, block->span.from));
	dump_span(out, d, block->span);
	if (block->page)
		buf_addf(out, " page %u", block->page);
	if (grid) {
		buf_addf(out, " %s %zux%zu\n", grid->reader, grid->rows, grid->cols);
		for (size_t i = 0; i < grid->n; i++)
			dump_cell(d, &grid->cells[i], out);
		return;
	}
	buf_addc(out, ' ');
	dump_quoted(out, doc_str(d, block->span));
	buf_addc(out, '\n');
}

/* "kind encoding size lines", then "para LINE [from,to) "text"" for each block, spans on disk; a
 * grid names its reader and rows x columns, its cells follow as "row,column [from,to) "text"". */
void doc_dump(const struct doc *d, struct buf *out)
{
	buf_addf(out, "%s %s %zu bytes %zu lines\n", doc_kind(d), doc_encoding(d), doc_bytes(d),
		doc_line_count(d));
	for (size_t i = 0; i < doc_block_count(d); i++)
		dump_block(d, doc_block(d, i), out);
}
