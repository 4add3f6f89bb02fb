/* Rows that a page's end tore in two: the numbers of some columns stand before it, without a label,
 * those of the others behind it. */
#include "table/lines.h"

/* The line's token in the grid's column; NULL: none. */
static const struct token *token_in(const struct line *l, size_t col)
{
	for (size_t i = 0; i < l->cells.n; i++)
		if (l->cells.v[i]->col == col)
			return l->cells.v[i];
	return NULL;
}

/* Do the line's numbers stand in columns only that the other has empty cells in? */
static bool fills(const struct line *rest, const struct line *l)
{
	size_t values = 0;
	for (size_t i = 0; i < rest->cells.n; i++) {
		const struct token *t = rest->cells.v[i];
		const struct token *other = token_in(l, t->col);
		if (!token_has_value(t))
			continue;
		if (!other || other->reading.kind != READ_EMPTY)
			return false;
		values++;
	}
	return values > 0 && l->filled > 0;
}

static bool is_nobodys(const struct placing *p, const struct line *l)
{
	return !l->label && !l->mended && l->filled > 0 && !p->row_used[l->stream_row] &&
	       !p->stream->rows.v[l->stream_row].narrow;
}

static void doubt_holes(struct placing *p, size_t row)
{
	for (size_t k = 0; k < place_columns_of(p, row); k++) {
		struct cell *c = &p->cells[p->def->rows[row].first - p->def->cell + k];
		if (cell_is_hole(c))
			cell_doubt(c, "label+order");
	}
}

void rests_doubt(struct placing *p, const struct lines *l, const struct line *const *of)
{
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (!line->label || line->mended || of[line->row] != line)
			continue;
		if ((i > 0 && is_nobodys(p, line - 1) && fills(line - 1, line)) ||
			(i + 1 < l->v.n && is_nobodys(p, line + 1) && fills(line + 1, line)))
			doubt_holes(p, line->row);
	}
}
