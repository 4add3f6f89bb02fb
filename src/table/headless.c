/* Columns whose heading was never read. */
#include "table/lines.h"

/* The heading of a column, whichever lines it was read over; NULL: of none. */
static const struct token *heading_of(const struct lines *l, size_t block, size_t column)
{
	for (size_t i = 0; i < l->columns.n; i++)
		if (l->columns.v[i][block].head[column])
			return l->columns.v[i][block].head[column];
	return NULL;
}

/* The one column of a block that has no heading; STR_NONE where there are none such, or several. */
static size_t headless_of(const struct lines *l, size_t block, size_t columns)
{
	size_t at = STR_NONE, n = 0;
	for (size_t k = 0; k < columns; k++)
		if (!heading_of(l, block, k))
			at = k, n++;
	return n == 1 && columns > 2 ? at : STR_NONE;
}

/* Where a column has no heading it may be lost, and the others have moved: then one that is empty
 * in every row that is sure, be it that one or another, is empty by that alone. */
void headless_doubt(struct placing *p, const struct lines *l)
{
	for (size_t b = 0; b < p->def->n_blocks; b++) {
		const struct form_block *block = &p->def->blocks[b];
		if (headless_of(l, b, block->n_columns) == STR_NONE)
			continue;
		for (size_t k = 0; k < block->n_columns; k++) {
			size_t printed = 0;
			for (size_t r = block->row; r < block->row + block->n_rows; r++) {
				const struct cell *c =
					&p->cells[p->def->rows[r].first - p->def->cell + k];
				printed +=
					c->state != CELL_MISSING && !c->doubt && !cell_is_hole(c);
			}
			for (size_t r = block->row; r < block->row + block->n_rows && !printed;
				r++) {
				struct cell *c =
					&p->cells[p->def->rows[r].first - p->def->cell + k];
				if (cell_is_hole(c))
					cell_doubt(c, "headings");
			}
		}
	}
}
