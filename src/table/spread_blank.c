/* Rows without a number of tables that only blanks hold: where their label stands between rows that
 * were read, and no number is there, they are empty, in doubt. So is a table that has its headings
 * and labels, and no number at all. */
#include "table/label.h"
#include "table/spread.h"

/* So much of a label tells it: bytes, four characters. */
#define PIECE 12
/* A table of labels alone has so many of so many of them. */
#define LABELS 3
#define LABELS_OF 4

static const struct cell *printed_cell(const struct cell *cells, size_t n, bool last)
{
	const struct cell *found = NULL;
	for (size_t k = 0; k < n; k++)
		if (cell_is_printed(&cells[k]) &&
			(!found || last == (cells[k].span.from > found->span.from)))
			found = &cells[k];
	return found;
}

static bool has_number(struct str text, const struct value_words *words)
{
	for (struct text_span w = text_next_word(text, 0, text.n); w.from < w.to;
		w = text_next_word(text, w.to, text.n))
		if (value_read(str_slice(text, w.from, w.to), words).kind == READ_NUMBER)
			return true;
	return false;
}

bool spread_is_mark(const struct doc *d, struct text_span line)
{
	for (size_t i = 0; i < doc_block_count(d); i++) {
		const struct block *b = doc_block(d, i);
		bool feed = b->span.to == b->span.from + 1;
		if (b->kind == BLOCK_MARK && !feed && b->span.from < line.to &&
			line.from < b->span.to)
			return true;
	}
	return false;
}

static bool has_label(struct str text, const struct form_row *row)
{
	struct buf core = {0}, label = {0};
	char number[8];
	bool found = false;
	label_core(text, &core, number);
	label_core(str_of(row->variants[0]), &label, number);
	size_t n = label.n < PIECE ? label.n : PIECE;
	for (size_t at = 0; at + n <= label.n && n > 0 && !found; at += 3)
		found = str_find(buf_str(&core), str_slice(buf_str(&label), at, at + n), 0) !=
			STR_NONE;
	buf_free(&core);
	buf_free(&label);
	return found;
}

static bool is_missing(const struct cell *cells, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (cells[k].state != CELL_MISSING)
			return false;
	return true;
}

void spread_blanks(const struct builder *b, const struct form_table *def, struct cell *cells)
{
	const struct value_words *words = label_book_words(b->book);
	size_t n = def->blocks[0].n_columns;
	const struct cell *above = NULL;
	for (size_t r = 0, next; r < def->n_rows; r = next) {
		struct cell *row = &cells[def->rows[r].first - def->cell];
		next = r + 1;
		if (!is_missing(row, n)) {
			above = printed_cell(row, n, true);
			continue;
		}
		while (next < def->n_rows &&
			is_missing(&cells[def->rows[next].first - def->cell], n))
			next++;
		const struct cell *below =
			next < def->n_rows
				? printed_cell(&cells[def->rows[next].first - def->cell], n, false)
				: NULL;
		if (!above || !below || below->span.from <= above->whole.to)
			continue;
		struct text_span gap = {above->whole.to, below->span.from};
		struct str between = doc_str(b->r->doc, gap);
		for (size_t i = r; i < next && !has_number(between, words); i++)
			for (size_t k = 0; k < n && has_label(between, &def->rows[i]); k++)
				spread_set_blank(
					&cells[def->rows[i].first - def->cell + k], gap.from);
	}
}

/* Headings of columns and no number, page marks apart. */
static bool is_empty_table(
	const struct builder *b, const struct form_block *block, struct text_span region)
{
	const struct value_words *words = label_book_words(b->book);
	const struct doc *d = b->r->doc;
	bool heads = false;
	for (size_t i = doc_line_at(d, region.from), to = doc_line_at(d, region.to); i < to; i++) {
		struct text_span line = doc_line(d, i);
		heads |= spread_is_heading(d, block, i);
		if (has_number(doc_str(d, line), words) && !spread_is_mark(d, line))
			return false;
	}
	return heads;
}

void spread_all_blank(const struct builder *b, const struct built *t)
{
	const struct form_table *def = t->table.def;
	struct str text = doc_str(b->r->doc, t->region);
	size_t n = def->blocks[0].n_columns, labels = 0;
	for (size_t r = 0; r < def->n_rows; r++)
		if (!is_missing(&t->cells[def->rows[r].first - def->cell], n))
			return;
	for (size_t r = 0; r < def->n_rows; r++)
		labels += has_label(text, &def->rows[r]);
	if (labels * LABELS_OF < def->n_rows * LABELS ||
		!is_empty_table(b, &def->blocks[0], t->region))
		return;
	for (size_t k = 0; k < def->n_cells; k++)
		if (has_label(text, &def->rows[k / n]))
			spread_set_blank(&t->cells[k], t->region.to);
}
