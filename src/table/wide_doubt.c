/* Which of a wide table's values are in doubt, once the row is placed. */
#include "table/wide.h"

/* One or two numbers short, and more empty cells than that: one of those may be none, and a number
 * lost. */
static bool is_loose(const struct placing *p, const struct wide_run *run)
{
	return run->narrow && run->filled + 2 >= p->def->n_cells && run->filled < p->def->n_cells &&
	       run->cells.n != p->def->n_cells;
}

static bool value_of(const struct placing *p, size_t row, size_t column, struct dec *sum)
{
	const struct cell *c = &p->cells[p->def->rows[row].first - p->def->cell + column];
	if (c->state == CELL_UNREADABLE)
		return false;
	return c->state != CELL_GIVEN || dec_add(*sum, c->value, sum);
}

/* How many rows' sums are broken. */
static size_t count_broken(const struct placing *p)
{
	const struct form_identity *sum = place_row_sum(p);
	size_t broken = 0;
	for (size_t r = 0; sum && r < p->def->n_rows; r++) {
		struct dec left = dec_of(0), right = left;
		bool good = true;
		for (size_t i = 0; i < sum->n_left; i++)
			good = good && value_of(p, r, sum->left[i], &left);
		for (size_t i = 0; i < sum->n_right; i++)
			good = good && value_of(p, r, sum->right[i], &right);
		broken += good && dec_cmp(left, right) != 0;
	}
	return broken;
}

/* A cell a line, which nothing but their order tells, and sums that say it is another: one where
 * the headings can't be read, more than one where they can. */
static bool is_disordered(const struct placing *p, const struct wide_run *run)
{
	return run->narrow && count_broken(p) > (run->order.told ? 1 : 0);
}

/* Is the row as wide as the headings above it, in a grid whose cells are the source's own? Then
 * none was lost. */
static bool is_entire(const struct placing *p, const struct wide_run *run)
{
	const struct token_row *rows = p->stream->rows.v, *r = &rows[run->row];
	const struct token *tokens = p->stream->tokens.v;
	size_t end = 0;
	for (const struct token_row *h = r; h-- > rows + p->row_from && h->grid == r->grid;)
		if (h->n > 0 && tokens[h->first + h->n - 1].end > end)
			end = tokens[h->first + h->n - 1].end;
	return r->exact && run->n_rows == 1 && run->cells.n == p->def->n_cells && end > 0 &&
	       tokens[r->first + r->n - 1].end == end;
}

/* The cell in the run's place k. */
static struct cell *cell_at(const struct placing *p, const struct wide_run *run, size_t k)
{
	return &p->cells[wide_cell_at(p, run, k)];
}

/* Does an empty cell stand at either end, and a sum not hold? Then a cell may be lost and the
 * others moved up. */
static bool lacks_edge(const struct placing *p, const struct wide_run *run)
{
	if (!cell_is_hole(cell_at(p, run, 0)) &&
		!cell_is_hole(cell_at(p, run, p->def->n_cells - 1)))
		return false;
	return count_broken(p) > 0;
}

/* The last cell alone is empty, in a grid whose empty cells are its own, and more than one row does
 * not add up: all may have been set a column before their own. */
static bool is_set_early(const struct placing *p, const struct wide_run *run)
{
	for (size_t k = 0; k < p->def->n_cells; k++)
		if (cell_is_hole(cell_at(p, run, k)) != (k + 1 == p->def->n_cells))
			return false;
	return count_broken(p) > 1;
}

/* The last cell alone is empty: one may be lost between the last number that is not zero and it. */
static void doubt_end(struct placing *p, const struct wide_run *run)
{
	size_t from = p->def->n_cells - 1, to = from;
	if (!cell_is_hole(cell_at(p, run, to)))
		return;
	for (size_t i = 0; i < to; i++)
		if (cell_is_hole(cell_at(p, run, i)))
			return;
	bool mixed = false;
	for (; from > 0; from--) {
		const struct cell *c = cell_at(p, run, from - 1);
		if (!dec_is_zero(c->value) || c->state == CELL_UNREADABLE)
			break;
		mixed |= c->state != cell_at(p, run, to - 1)->state;
	}
	for (size_t i = mixed ? from : to; i <= to; i++)
		cell_doubt(cell_at(p, run, i), "label+order");
}

/* Has the row nothing but numbers, and fewer than the table? */
static bool is_rest(const struct placing *p, size_t row)
{
	size_t filled = 0;
	if (row < p->row_from || row >= p->row_to || p->row_used[row] ||
		!wide_is_value_row(p, &p->stream->rows.v[row]))
		return false;
	const struct token_row *r = &p->stream->rows.v[row];
	for (size_t i = r->first; i < r->first + r->n; i++)
		filled += p->stream->tokens.v[i].reading.kind == READ_NUMBER;
	return filled > 0 && filled < p->def->n_cells;
}

/* Do some lines of the run have one number and others several, though a sum does not hold? Then
 * they may not stand in the table's order. */
static bool is_uneven(const struct placing *p, const struct wide_run *run)
{
	size_t single = 0, several = 0;
	for (size_t r = run->row; r < run->row + run->n_rows; r++) {
		single += p->stream->rows.v[r].n == 1;
		several += p->stream->rows.v[r].n > 1;
	}
	if (single == 0 || several == 0)
		return false;
	return count_broken(p) > 0;
}

/* Do a few numbers stand right above or below? They are the rest of some that broke. */
static bool has_rest(const struct placing *p, const struct wide_run *run)
{
	return is_rest(p, run->row + run->n_rows) || (run->row > 0 && is_rest(p, run->row - 1));
}

/* Are there as many cells as the table has, each between signs? */
static bool is_drawn(const struct placing *p, const struct wide_run *run)
{
	const struct token_row *rows = p->stream->rows.v;
	for (size_t r = run->row; r < run->row + run->n_rows; r++)
		if (rows[r].para || (rows[r].narrow && !rows[r].parted))
			return false;
	return run->cells.n == p->def->n_cells;
}

/* Do numbers that are nobody's stand in another row? */
static bool has_others(const struct placing *p, const struct wide_run *run)
{
	for (size_t i = p->row_from; i < p->row_to; i++) {
		const struct token_row *r = &p->stream->rows.v[i];
		if (p->row_used[i] || (i >= run->row && i < run->row + run->n_rows) ||
			!wide_is_value_row(p, r))
			continue;
		for (size_t k = r->first; k < r->first + r->n; k++)
			if (p->stream->tokens.v[k].reading.kind == READ_NUMBER)
				return true;
	}
	return false;
}

/* Are there other rows of nothing at all, as layouts have them between others? */
static bool has_spacers(const struct placing *p, const struct wide_run *run)
{
	for (size_t i = 0; i < p->stream->rows.n; i++) {
		const struct token_row *r = &p->stream->rows.v[i];
		size_t empty = 0;
		for (size_t k = r->first; k < r->first + r->n; k++)
			empty += p->stream->tokens.v[k].reading.kind == READ_EMPTY;
		if (!r->narrow && r->n > 1 && empty == r->n &&
			(i < run->row || i >= run->row + run->n_rows))
			return true;
	}
	return false;
}

/* All is empty, in cells that are not the source's own: the numbers may be lost where no signs hold
 * the cells, or be those that stand elsewhere below the headings; or it is no row of the table. */
static bool is_bare(const struct placing *p, const struct wide_run *run)
{
	return run->filled == 0 && !p->stream->rows.v[run->row].exact &&
	       (!is_drawn(p, run) || has_others(p, run) || has_spacers(p, run));
}

/* A cell a line, right behind the heading of a column that is not the last: the numbers below it
 * are that column's, and not a line of the table. */
static bool is_column(const struct placing *p, const struct wide_run *run)
{
	struct label_match m;
	size_t n = p->def->blocks[0].n_columns;
	if (!run->narrow || run->row == p->row_from)
		return false;
	const struct token_row *r = &p->stream->rows.v[run->row - 1];
	const struct token *t = &p->stream->tokens.v[r->first];
	return r->n == 1 && t->reading.kind == READ_OTHER &&
	       place_labels(p, t, LABEL_COLUMN, &m, 1) &&
	       m.fit == FIT_EXACT && m.index > 0 &&
	       m.index != wide_order_column(run->order, n - 1, n);
}

void wide_doubt_all(struct placing *p, const char *how)
{
	for (size_t i = 0; i < p->def->n_cells; i++)
		if (p->cells[i].state != CELL_MISSING)
			cell_doubt(&p->cells[i], how);
}

/* The column that a heading names to the letter, or that one broken over lines begins to name. */
static size_t column_named(const struct placing *p, const struct token *t)
{
	struct label_match m;
	size_t same;
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return STR_NONE;
	if (wide_is_telling(p, t) &&
		place_labels(p, t, LABEL_COLUMN, &m, 1) &&
		m.fit == FIT_EXACT)
		return m.index;
	size_t column = label_column_begun(p->labels, t->core, &same);
	return same == t->core.n && same > 2 * 3 ? column : STR_NONE;
}

/* The headings, the columns over and over again, which can't all be read, are not in the form's
 * order. */
static bool is_mixed(const struct placing *p)
{
	const struct form_block *block = &p->def->blocks[0];
	size_t before = STR_NONE, from = 0, to = 0, back = 0, read = 0;
	if (p->row_from < p->row_to) {
		const struct token_row *last = &p->stream->rows.v[p->row_to - 1];
		from = p->stream->rows.v[p->row_from].first;
		to = last->first + last->n;
	}
	for (size_t i = from; i < to; i++) {
		size_t column = column_named(p, &p->stream->tokens.v[i]);
		if (column == STR_NONE)
			continue;
		read++;
		back += before != STR_NONE && column < before;
		if (before != STR_NONE && column < before && before + 2 < block->n_columns)
			return true;
		before = column;
	}
	return back >= p->def->n_rows && read <= p->def->n_cells;
}

void wide_doubt(struct placing *p, const struct wide_run *run)
{
	bool entire = is_entire(p, run);
	if (!entire &&
		(lacks_edge(p, run) || is_loose(p, run) || has_rest(p, run) || is_bare(p, run) ||
			is_column(p, run) || is_uneven(p, run) || is_disordered(p, run)))
		wide_doubt_all(p, "label+order");
	else if (entire && is_set_early(p, run))
		wide_doubt_all(p, "label+order");
	else if (!run->order.told && is_mixed(p))
		wide_doubt_all(p, "headings");
	else if (!entire)
		doubt_end(p, run);
}
