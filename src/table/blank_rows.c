/* Rows that are a label and nothing behind it, as a layout without lines prints a row of empty
 * cells. Whether its cells are empty, or were lost, the other rows tell: of a grid where most have
 * all their cells; or the sums over the rows, which hold without this one. */
#include <string.h>

#include "table/sure.h"

struct blank_rows {
	struct placing *p;
	const struct lines *lines;
	const struct line *const *of; /* of each of the form's rows; NULL: none */
	bool *bare;		      /* by row: a label alone */
	bool strays;		      /* there are numbers that may be a row's */
	bool stray_lines;	      /* in a line outside of grids */
};

/* So many rows show that a layout prints whole rows where it has no grid. */
#define WHOLE_MIN 3

static struct cell *cell_at(const struct placing *p, size_t row, size_t column)
{
	return &p->cells[p->def->rows[row].first - p->def->cell + column];
}

static bool is_bare(const struct placing *p, const struct line *l, size_t row)
{
	if (!l || l->mended || l->cells.n > 0 || l->fit != FIT_EXACT || l->unsure || l->dropped ||
		l->label->unsure)
		return false;
	for (size_t k = 0; k < place_columns_of(p, row); k++)
		if (cell_at(p, row, k)->state != CELL_MISSING)
			return false;
	return true;
}

/* The row of the stream whose grid the label belongs to: its own, or where it stands in a line
 * outside of any, that of the last row above it that has cells. */
static const struct token_row *home_of(const struct blank_rows *b, const struct line *at)
{
	const struct token_row *rows = b->p->stream->rows.v, *r = &rows[at->stream_row];
	for (const struct line *x = at; r->para && x-- > b->lines->v.v;)
		if (x->label && x->filled > 0)
			return &rows[x->stream_row];
	return r;
}

/* Does the text go on: with a row of the same grid that has cells, or, where rows are no grid's,
 * any such row; or with another table? Then it was not cut off here. Where no rows are a grid's
 * what comes behind the table may be the last row's number, put there by how the page was read. */
static bool goes_on(const struct blank_rows *b, const struct line *at)
{
	const struct token_row *rows = b->p->stream->rows.v, *r = &rows[at->stream_row];
	const struct token_row *home = home_of(b, at);
	const struct line *end = b->lines->v.v + b->lines->v.n;
	for (const struct line *x = at + 1; x < end; x++)
		if (x->label && x->filled > 0 &&
			(r->narrow || r->para || rows[x->stream_row].grid == r->grid))
			return true;
	for (size_t i = at->stream_row + 1;
		i < b->p->stream->rows.n && !home->narrow && !home->para; i++)
		if (b->p->row_owner[i] && strcmp(b->p->row_owner[i], b->p->def->name) != 0)
			return true;
	return false;
}

/* Have most rows that have cells as many as they should, but for empty ones, or end in the sum of
 * the others? Where they have not, cells were lost, and a row without any lost all. Of a grid whose
 * rows are the table's; else of all of them, and none may lack a cell. */
static bool is_whole(const struct blank_rows *b, const struct line *at)
{
	const struct token_row *rows = b->p->stream->rows.v, *r = home_of(b, at);
	bool loose = r->narrow || r->para;
	size_t whole = 0, torn = 0;
	for (const struct line *x = b->lines->v.v; x < b->lines->v.v + b->lines->v.n; x++) {
		if (!x->label || x->filled == 0 || (!loose && rows[x->stream_row].grid != r->grid))
			continue;
		bool whole_row = x->filled >= place_columns_of(b->p, x->row) ||
				 (!loose && x->cells.n >= place_columns_of(b->p, x->row)) ||
				 (place_row_sum(b->p) && sure_ends_in_sum(x->cells.v, x->cells.n));
		whole += whole_row;
		torn += !whole_row;
	}
	return loose ? torn == 0 && whole >= WHOLE_MIN : torn * 4 <= whole;
}

/* Has its grid cells that are no row's, or the next row a label that is not quite one? The cells
 * may be its own: labels broken over lines may stand off from their numbers. */
static bool has_orphans(const struct blank_rows *b, const struct line *at)
{
	const struct lines *l = b->lines;
	const struct token_row *rows = b->p->stream->rows.v;
	const struct line *next = NULL;
	for (const struct line *x = l->v.v; x < l->v.v + l->v.n; x++) {
		if (!x->label && x->filled > 0 && !b->p->row_used[x->stream_row] &&
			rows[x->stream_row].grid == rows[at->stream_row].grid)
			return true;
		if (x > at && !next && x->label && b->of[x->row] == x)
			next = x;
	}
	return next && next->fit != FIT_EXACT;
}

/* Where rows are no grid's: do words that the table does not have, or numbers, stand right behind
 * the label? They may be its cells. */
static bool has_words_behind(const struct placing *p, const struct line *at)
{
	const struct token_row *rows = p->stream->rows.v;
	size_t i = at->stream_row + 1;
	while (i < p->row_to && rows[i].n == 0)
		i++;
	if ((!rows[at->stream_row].narrow && !rows[at->stream_row].para) || i >= p->row_to ||
		p->row_used[i])
		return false;
	const struct token *t = &p->stream->tokens.v[rows[i].first];
	return !place_is_heading(p, t) && place_label_fit(p, t, LABEL_ROW) == FIT_NONE;
}

/* Has a heading above it, in its grid, a number at its end? Two rows stand in one there. */
static bool heads_hold_numbers(const struct placing *p, const struct line *at)
{
	const struct token_row *rows = p->stream->rows.v;
	struct label_match m;
	for (size_t i = p->row_from; i < at->stream_row; i++)
		for (size_t k = rows[i].first; k < rows[i].first + rows[i].n; k++) {
			const struct token *t = &p->stream->tokens.v[k];
			bool ends = t->core.n > 0 && t->core.p[t->core.n - 1] >= '0' &&
				    t->core.p[t->core.n - 1] <= '9';
			if (ends && rows[i].grid == rows[at->stream_row].grid &&
				place_labels(p, t, LABEL_COLUMN, &m, 1))
				return true;
		}
	return false;
}

static bool has_zero(const struct line *l)
{
	for (size_t i = 0; i < l->cells.n; i++)
		if (l->cells.v[i]->reading.kind == READ_NUMBER &&
			dec_is_zero(l->cells.v[i]->reading.value))
			return true;
	return false;
}

/* Do lines of a page have a number in each cell, though it be zero? A row without any lost its
 * own there. */
static bool prints_zeros(const struct blank_rows *b, const struct line *at)
{
	const struct token_row *rows = b->p->stream->rows.v;
	size_t whole = 0, zeros = 0;
	for (const struct line *x = b->lines->v.v; x < b->lines->v.v + b->lines->v.n; x++) {
		if (!x->label || x->filled == 0)
			continue;
		if (x->filled < place_columns_of(b->p, x->row))
			return false;
		whole++;
		zeros += has_zero(x);
	}
	return row_is_by_look(&rows[at->stream_row]) && whole >= WHOLE_MIN && zeros > 0;
}

/* Has the line several numbers in a cell? They may be those of the row beside it. */
static bool is_piled(const struct line *l)
{
	for (size_t i = 0; i < l->cells.n; i++)
		if (l->cells.v[i]->n_pieces > 1)
			return true;
	return false;
}

static bool has_pile_beside(const struct blank_rows *b, const struct line *at)
{
	const struct line *first = b->lines->v.v, *end = first + b->lines->v.n;
	return (at > first && is_piled(at - 1)) || (at + 1 < end && is_piled(at + 1));
}

/* A grid, or a whole table, that lost no cells. */
static bool rows_tell(const struct blank_rows *b, size_t row)
{
	const struct line *l = b->of[row];
	return goes_on(b, l) && is_whole(b, l) && !has_orphans(b, l) &&
	       !has_words_behind(b->p, l) && !heads_hold_numbers(b->p, l);
}

/* A line of the page that is a number alone, or several. */
static bool is_stray(const struct placing *p, size_t row)
{
	const struct token_row *r = &p->stream->rows.v[row];
	size_t numbers = 0;
	for (size_t i = r->first; i < r->first + r->n; i++)
		numbers += p->stream->tokens.v[i].reading.kind == READ_NUMBER;
	return r->para && numbers > 0 && numbers == r->n && !p->row_used[row] &&
	       p->row_owner[row] == p->def->name;
}

/* Numbers among the table's rows that are nobody's: they may be those of a row without any. */
static void find_strays(struct blank_rows *b)
{
	const struct placing *p = b->p;
	for (size_t i = p->row_from; i < p->row_to; i++)
		b->stray_lines |= is_stray(p, i);
	b->strays = b->stray_lines;
	for (size_t i = 0; i < b->lines->v.n; i++) {
		const struct line *l = &b->lines->v.v[i];
		b->strays |= l->filled > 0 && !p->row_used[l->stream_row];
	}
}

/* Adds up a column's cells of those rows, a bare row being nothing. false: one cannot be told. */
static bool sum_of(
	const struct blank_rows *b, const size_t *rows, size_t n, size_t column, struct dec *sum)
{
	*sum = dec_of(0);
	for (size_t i = 0; i < n; i++) {
		const struct cell *c = cell_at(b->p, rows[i], column);
		bool lost = c->state == CELL_MISSING && !b->bare[rows[i]];
		if (lost || c->state == CELL_UNREADABLE || c->doubt)
			return false;
		if (c->state == CELL_GIVEN && !dec_add(*sum, c->value, sum))
			return false;
	}
	return true;
}

enum told { TOLD_NOTHING, TOLD_HOLDS, TOLD_BREAKS };

static enum told told_by(const struct blank_rows *b, const struct form_identity *id, size_t column)
{
	struct dec left, right;
	if (!sum_of(b, id->left, id->n_left, column, &left) ||
		!sum_of(b, id->right, id->n_right, column, &right))
		return TOLD_NOTHING;
	return dec_cmp(left, right) == 0 ? TOLD_HOLDS : TOLD_BREAKS;
}

static bool is_of(const struct form_identity *id, size_t row)
{
	for (size_t i = 0; i < id->n_left; i++)
		if (id->left[i] == row)
			return true;
	for (size_t i = 0; i < id->n_right; i++)
		if (id->right[i] == row)
			return true;
	return false;
}

/* Is a number printed in the column at all? */
static bool is_printed(const struct placing *p, size_t column)
{
	for (size_t r = 0; r < p->def->n_rows; r++)
		if (cell_at(p, r, column)->state == CELL_GIVEN)
			return true;
	return false;
}

/* Do the sums over the rows that have this one among them hold, in that column, without it? */
static bool sums_tell(const struct blank_rows *b, size_t row, size_t column)
{
	size_t holds = 0;
	for (size_t i = 0; i < b->p->form->n_identities; i++) {
		const struct form_identity *id = &b->p->form->identities[i];
		if (id->table != b->p->def || id->each_row || !is_of(id, row))
			continue;
		enum told told = told_by(b, id, column);
		if (told == TOLD_BREAKS)
			return false;
		holds += told == TOLD_HOLDS;
	}
	return holds > 0 && is_printed(b->p, column);
}

static void place_blank(struct blank_rows *b, size_t row)
{
	const struct line *l = b->of[row];
	const struct form_row *def = &b->p->def->rows[row];
	const struct token_row *r = &b->p->stream->rows.v[l->stream_row];
	bool doubt = prints_zeros(b, l) || has_pile_beside(b, l);
	struct token none = {.span = {l->label->span.to, l->label->span.to}};
	bool strays = r->narrow || r->para ? b->strays : b->stray_lines;
	bool told = !strays && rows_tell(b, row);
	for (size_t k = 0; k < place_columns_of(b->p, row); k++)
		if (told || (!b->strays && sums_tell(b, row, k)))
			place_cell(b->p, def->first - b->p->def->cell + k, &none,
				(struct placed){l->label, l->columns[def->block].head[k],
					doubt ? "beside" : "label", doubt, false});
}

void place_blank_rows(struct placing *p, const struct lines *l, const struct line *const *of)
{
	struct blank_rows b = {.p = p, .lines = l, .of = of};
	find_strays(&b);
	b.bare = mem_alloc_array(p->def->n_rows + 1, sizeof *b.bare);
	for (size_t r = 0; r < p->def->n_rows; r++)
		b.bare[r] = is_bare(p, of[r], r);
	for (size_t r = 0; r < p->def->n_rows; r++)
		if (b.bare[r])
			place_blank(&b, r);
	free(b.bare);
}
