/* What a block of cells consists of. */
#include "desk/cell_block.h"

#include "base/lang.h"

static size_t row_of(const struct form_cell *cell)
{
	return (size_t)(cell->row - cell->table->rows);
}

static size_t column_of(const struct form_cell *cell)
{
	return (size_t)(cell->column - cell->table->blocks[cell->row->block].columns);
}

static void put_in_order(size_t *a, size_t *b)
{
	size_t low = *a < *b ? *a : *b, high = *a < *b ? *b : *a;
	*a = low;
	*b = high;
}

struct cell_block cell_block_of(const struct session *s)
{
	struct cell_block b = {.table = NULL};
	if (session_is_list(s) || s->place.corner >= s->report->n_cells ||
		s->place.cell >= s->report->n_cells)
		return b;
	const struct form_cell *from = s->report->cells[s->place.corner].def;
	const struct form_cell *to = s->report->cells[s->place.cell].def;
	if (from->table != to->table)
		return b;
	b = (struct cell_block){
		to->table, row_of(from), column_of(from), row_of(to), column_of(to)};
	put_in_order(&b.row, &b.last_row);
	put_in_order(&b.column, &b.last_column);
	return b;
}

bool cell_block_has(const struct cell_block *b, const struct form_cell *cell)
{
	if (cell->table != b->table)
		return false;
	size_t row = row_of(cell), column = column_of(cell);
	return row >= b->row && row <= b->last_row && column >= b->column &&
	       column <= b->last_column;
}

bool cell_block_is_meant(const struct session *s, struct str word)
{
	return str_is(word, ".") && s->place.pane == PANE_TABLE && cell_block_of(s).table;
}

size_t cell_block_words(const struct session *s, struct buf *out)
{
	struct cell_block b = cell_block_of(s);
	struct dec sum = {0};
	bool summed = true;
	size_t n = 0;
	for (size_t i = 0; b.table && i < s->report->n_cells; i++) {
		const struct value *v = &s->values.v[i];
		if (!cell_block_has(&b, s->report->cells[i].def))
			continue;
		n++;
		if (v->state == CELL_GIVEN)
			summed = summed && dec_add(sum, v->value, &sum);
	}
	buf_addf(out, ngettext("%zu cell", "%zu cells", n), n);
	char text[DEC_TEXT_MAX];
	if (summed)
		buf_addf(out, _(", sum %s"), dec_str(sum, text));
	return n;
}
