/* What rows beside it say of a row. A page's end may tear one in two: the numbers of some columns
 * stand before it, without a label, those of the others behind it. And where most rows that no grid
 * holds are in doubt, one amid two such is no surer, nor is one that has empty cells. */
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

static bool is_in_doubt(const struct placing *p, size_t row)
{
	for (size_t k = 0; k < place_columns_of(p, row); k++)
		if (p->cells[p->def->rows[row].first - p->def->cell + k].doubt)
			return true;
	return false;
}

static bool is_read(const struct placing *p, const struct line *l)
{
	const struct token_row *at = l ? &p->stream->rows.v[l->stream_row] : NULL;
	return l && l->filled > 0 && (at->narrow || at->para);
}

static void doubt_row(struct placing *p, size_t row)
{
	for (size_t k = 0; k < place_columns_of(p, row); k++) {
		struct cell *c = &p->cells[p->def->rows[row].first - p->def->cell + k];
		if (c->state != CELL_MISSING && !c->doubt)
			cell_doubt(c, "order");
	}
}

/* Some of its cells are empty, and others are not. */
static bool is_gappy(const struct placing *p, size_t row)
{
	size_t holes = 0, columns = place_columns_of(p, row);
	for (size_t k = 0; k < columns; k++)
		holes += cell_is_hole(&p->cells[p->def->rows[row].first - p->def->cell + k]);
	return holes > 0 && holes < columns;
}

void doubtful_rows_doubt(struct placing *p, const struct line *const *of)
{
	size_t n = p->def->n_rows, doubtful = 0, rows = 0;
	bool *doubt = mem_alloc_array(n + 1, sizeof *doubt);
	for (size_t r = 0; r < n; r++) {
		doubt[r] = is_in_doubt(p, r);
		rows += is_read(p, of[r]);
		doubtful += is_read(p, of[r]) && doubt[r];
	}
	for (size_t r = 0; r < n && doubtful * 2 > rows; r++) {
		bool amid = r > 0 && r + 1 < n && doubt[r - 1] && doubt[r + 1];
		if (is_read(p, of[r]) && (amid || is_gappy(p, r)))
			doubt_row(p, r);
	}
	free(doubt);
}
