/* Placing a wide table: two lines of headings and one line of values. The headings repeat (结果维持
 * three times), so the values are told by their count and their place among themselves. */
#include <string.h>

#include "table/glued.h"
#include "table/wide.h"

/* A run of rows that hold nothing but values. */
struct run {
	VEC(const struct token *) cells;
	size_t filled;
	size_t row, n_rows;
	bool narrow;	      /* a cell a line: nothing tells where an empty cell belongs */
	struct token *parted; /* owned: its cells, where digits had run together; else NULL */
	bool split;	      /* and the sums alone tell which they are, or nothing does */
};

static void run_free(struct run *run)
{
	vec_free(&run->cells);
	free(run->parted);
	run->parted = NULL;
}

/* The headings' last words stand before all the values in one line, where a column's name was
 * broken over lines: how many. */
static size_t words_before(const struct placing *p, const struct token_row *r)
{
	size_t n = r->n > p->def->n_cells ? r->n - p->def->n_cells : 0;
	for (size_t i = r->first; i < r->first + n; i++)
		if (place_label_fit(p, &p->stream->tokens.v[i], LABEL_COLUMN) != FIT_EXACT)
			return 0;
	return n;
}

/* Numbers of several columns, which headings broken over lines did not part. */
static bool is_several(const struct token *t)
{
	return t->n_pieces > 1 && t->apart;
}

static bool is_value_row(const struct placing *p, const struct token_row *r)
{
	for (size_t i = r->first + words_before(p, r); i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER && t->digits.n == 0 && !is_several(t))
			return false;
	}
	return r->n > 0;
}

/* A heading of this table and hardly of another: "总计" and "其他" stand everywhere. */
#define TELLING_BYTES 9

static bool is_telling(const struct placing *p, const struct token *t)
{
	struct label_match m;
	return t->reading.kind == READ_OTHER && t->core.n >= TELLING_BYTES &&
	       (place_is_heading(p, t) ||
		       label_find(p->labels, t->core, t->number, LABEL_ROW, &m, 1));
}

static size_t count_headings(struct placing *p, const struct token_row *r)
{
	size_t hits = 0;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (!is_telling(p, t))
			continue;
		hits++;
		p->span = text_span_join(p->span, t->span);
	}
	p->labels_read += hits;
	return hits;
}

/* Words of nobody between values, a cell a line: a page's furniture, not another table's label. */
static bool is_furniture(const struct placing *p, size_t row)
{
	const struct token_row *rows = p->stream->rows.v, *r = &rows[row];
	const struct token *t = &p->stream->tokens.v[r->first];
	if (row + 1 >= p->row_to || r->n != 1 || !r->narrow || rows[row + 1].grid != r->grid ||
		(p->row_owner[row] && strcmp(p->row_owner[row], p->def->name) != 0) ||
		!is_value_row(p, &rows[row + 1]) || t->reading.kind != READ_OTHER)
		return false;
	return !place_is_heading(p, t) && place_label_fit(p, t, LABEL_ROW) == FIT_NONE;
}

/* A run of digits alone: a cell a number. */
static void part_run(const struct placing *p, struct run *run)
{
	enum digits_parting told;
	const struct form_block *block = &p->def->blocks[0];
	if (run->cells.n != 1)
		return;
	run->parted = token_part(
		run->cells.v[0], p->def->n_rows, block->n_columns, place_row_sum(p), &told);
	if (!run->parted)
		return;
	run->cells.n = 0;
	run->filled = p->def->n_cells;
	for (size_t k = 0; k < p->def->n_cells; k++)
		*vec_push(&run->cells) = &run->parted[k];
	run->split = told != DIGITS_ONE;
}

static void take_token(struct run *run, const struct token *t)
{
	size_t n = is_several(t) ? t->n_pieces : 1;
	for (size_t k = 0; k < n; k++)
		*vec_push(&run->cells) = is_several(t) ? &t->pieces[k] : t;
	run->filled += t->reading.kind != READ_EMPTY ? n : 0;
}

/* The values from row `from` on: one row of a grid; where a row is one cell, all rows up to the
 * next with words. */
static size_t take_run(const struct placing *p, size_t from, struct run *run)
{
	size_t at = from;
	memset(run, 0, sizeof *run);
	run->row = from;
	for (; at < p->row_to; at++) {
		const struct token_row *r = &p->stream->rows.v[at];
		bool goes_on = at == from || r->narrow || place_is_mended(p, MEND_JOIN, at);
		if (at > from && goes_on && !p->row_used[at] && is_furniture(p, at))
			continue;
		if (p->row_used[at] || !is_value_row(p, r) || !goes_on)
			break;
		run->narrow = r->narrow;
		for (size_t i = r->first + words_before(p, r); i < r->first + r->n; i++)
			take_token(run, &p->stream->tokens.v[i]);
		run->n_rows = at + 1 - from;
	}
	part_run(p, run);
	return at > from ? at : from + 1;
}

/* The rows stand side by side in one line, which moves as one. */
static long shift_of_all(const struct placing *p)
{
	long by = 0;
	for (size_t i = 0; i < p->def->n_rows; i++)
		by += place_shift_of(p, &p->def->rows[i]);
	return by;
}

static void place_run(struct placing *p, const struct run *run, bool headed)
{
	size_t n = p->def->n_cells;
	struct columns columns = {.n = n};
	struct alignment a;
	for (size_t k = 0; k < ALIGN_COLUMNS_MAX; k++)
		columns.heading[k] = STR_NONE;
	align(&columns, run->cells.v, run->cells.n, &a);
	long by = shift_of_all(p);
	if (by)
		align_shift(&columns, run->cells.v, run->cells.n, by, &a);
	const char *how = run->split ? "split" : headed || by ? a.how : "order";
	for (size_t k = 0; k < n; k++)
		if (a.at[k])
			place_cell(p, k, a.at[k],
				(struct placed){NULL, NULL, how, a.doubt || how != a.how, false});
	for (size_t i = 0; i < run->n_rows; i++)
		p->row_used[run->row + i] = true;
}

/* One or two numbers short, and more empty cells than that: one of those may be none, and a number
 * lost. */
static bool is_loose(const struct placing *p, const struct run *run)
{
	return run->narrow && run->filled + 2 >= p->def->n_cells && run->filled < p->def->n_cells &&
	       run->cells.n != p->def->n_cells;
}

/* How far a run is believed to be the table's values: a reviewer says so; exactly as many numbers
 * as cells at all times; under the headings also nearly as many, or cells enough with some number,
 * or, failing all else, with none. */
static int belief(const struct placing *p, const struct run *run, bool headed)
{
	size_t n = p->def->n_cells;
	if (place_mended_row(p, run->row, NULL) != STR_NONE)
		return 5;
	bool nearly = !run->narrow && run->filled + 2 >= n && run->filled <= n + 2;
	if (run->filled == n)
		return headed ? 4 : 3;
	if (!headed || (!nearly && (run->cells.n < n || run->filled > n)))
		return 0;
	return run->filled > 0 ? 2 : 1;
}

static bool run_differs(const struct run *a, const struct run *b)
{
	if (a->cells.n != b->cells.n)
		return true;
	for (size_t i = 0; i < a->cells.n; i++)
		if (a->cells.v[i]->reading.kind != b->cells.v[i]->reading.kind ||
			dec_cmp(a->cells.v[i]->reading.value, b->cells.v[i]->reading.value) != 0)
			return true;
	return false;
}

static bool value_of(const struct placing *p, size_t row, size_t column, struct dec *sum)
{
	const struct cell *c = &p->cells[p->def->rows[row].first - p->def->cell + column];
	if (c->state == CELL_UNREADABLE)
		return false;
	return c->state != CELL_GIVEN || dec_add(*sum, c->value, sum);
}

/* Columns numbered from 0 or 1 on, as programs print a table without headings and as some forms
 * have them. */
static bool is_count(const struct placing *p, const struct token_row *r)
{
	const struct token *tokens = &p->stream->tokens.v[r->first];
	struct dec next = dec_of(dec_is_zero(tokens[0].reading.value) ? 0 : 1);
	if (r->n < p->def->n_cells)
		return false;
	for (size_t i = 0; i < r->n; i++) {
		if (tokens[i].reading.kind != READ_NUMBER ||
			dec_cmp(tokens[i].reading.value, next) != 0 ||
			!dec_add(next, dec_of(1), &next))
			return false;
	}
	return true;
}

/* Is one row's sum broken? */
static bool breaks_sum(const struct placing *p, const struct form_identity *sum)
{
	for (size_t r = 0; r < p->def->n_rows; r++) {
		struct dec left = dec_of(0), right = left;
		bool good = true;
		for (size_t i = 0; i < sum->n_left; i++)
			good = good && value_of(p, r, sum->left[i], &left);
		for (size_t i = 0; i < sum->n_right; i++)
			good = good && value_of(p, r, sum->right[i], &right);
		if (good && dec_cmp(left, right) != 0)
			return true;
	}
	return false;
}

/* Is the row as wide as the headings above it, in a grid whose cells are the source's own? Then
 * none was lost. */
static bool is_entire(const struct placing *p, const struct run *run)
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

/* Does an empty cell stand at either end, and a sum not hold? Then a cell may be lost and the
 * others moved up. */
static bool lacks_edge(const struct placing *p)
{
	if (!cell_is_hole(&p->cells[0]) && !cell_is_hole(&p->cells[p->def->n_cells - 1]))
		return false;
	const struct form_identity *sum = place_row_sum(p);
	return sum && breaks_sum(p, sum);
}

/* The last cell alone is empty: one may be lost between the last number that is not zero and it. */
static void doubt_end(struct placing *p)
{
	size_t from = p->def->n_cells - 1, to = from;
	if (!cell_is_hole(&p->cells[to]))
		return;
	for (size_t i = 0; i < to; i++)
		if (cell_is_hole(&p->cells[i]))
			return;
	bool mixed = false;
	for (; from > 0 && dec_is_zero(p->cells[from - 1].value) &&
		p->cells[from - 1].state != CELL_UNREADABLE;
		from--)
		mixed |= p->cells[from - 1].state != p->cells[to - 1].state;
	for (size_t i = mixed ? from : to; i <= to; i++)
		cell_doubt(&p->cells[i], "label+order");
}

/* Has the row nothing but numbers, and fewer than the table? */
static bool is_rest(const struct placing *p, size_t row)
{
	size_t filled = 0;
	if (row < p->row_from || row >= p->row_to || p->row_used[row] ||
		!is_value_row(p, &p->stream->rows.v[row]))
		return false;
	const struct token_row *r = &p->stream->rows.v[row];
	for (size_t i = r->first; i < r->first + r->n; i++)
		filled += p->stream->tokens.v[i].reading.kind == READ_NUMBER;
	return filled > 0 && filled < p->def->n_cells;
}

/* Do some lines of the run have one number and others several, though a sum does not hold? Then
 * they may not stand in the table's order. */
static bool is_uneven(const struct placing *p, const struct run *run)
{
	size_t single = 0, several = 0;
	for (size_t r = run->row; r < run->row + run->n_rows; r++) {
		single += p->stream->rows.v[r].n == 1;
		several += p->stream->rows.v[r].n > 1;
	}
	if (single == 0 || several == 0)
		return false;
	for (size_t i = 0; i < p->form->n_identities; i++)
		if (p->form->identities[i].table == p->def && p->form->identities[i].each_row)
			return breaks_sum(p, &p->form->identities[i]);
	return false;
}

/* Do a few numbers stand right above or below? They are the rest of some that broke. */
static bool has_rest(const struct placing *p, const struct run *run)
{
	return is_rest(p, run->row + run->n_rows) || (run->row > 0 && is_rest(p, run->row - 1));
}

/* Are there as many cells as the table has, each between signs? */
static bool is_drawn(const struct placing *p, const struct run *run)
{
	const struct token_row *rows = p->stream->rows.v;
	for (size_t r = run->row; r < run->row + run->n_rows; r++)
		if (rows[r].para || (rows[r].narrow && !rows[r].parted))
			return false;
	return run->cells.n == p->def->n_cells;
}

/* Do numbers that are nobody's stand in another row? */
static bool has_others(const struct placing *p, const struct run *run)
{
	for (size_t i = p->row_from; i < p->row_to; i++) {
		const struct token_row *r = &p->stream->rows.v[i];
		if (p->row_used[i] || (i >= run->row && i < run->row + run->n_rows) ||
			!is_value_row(p, r))
			continue;
		for (size_t k = r->first; k < r->first + r->n; k++)
			if (p->stream->tokens.v[k].reading.kind == READ_NUMBER)
				return true;
	}
	return false;
}

/* Are there other rows of nothing at all, as layouts have them between others? */
static bool has_spacers(const struct placing *p, const struct run *run)
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
 * the cells, or be those that stand elsewhere below the headings; or the row is none of the
 * table's.
 */
static bool is_bare(const struct placing *p, const struct run *run)
{
	return run->filled == 0 && !p->stream->rows.v[run->row].exact &&
	       (!is_drawn(p, run) || has_others(p, run) || has_spacers(p, run));
}

/* A cell a line, right behind the heading of a column that is not the last: the numbers below it
 * are that column's, and not a line of the table. */
static bool is_column(const struct placing *p, const struct run *run)
{
	struct label_match m;
	if (!run->narrow || run->row == p->row_from)
		return false;
	const struct token_row *r = &p->stream->rows.v[run->row - 1];
	const struct token *t = &p->stream->tokens.v[r->first];
	return r->n == 1 && t->reading.kind == READ_OTHER &&
	       label_find(p->labels, t->core, t->number, LABEL_COLUMN, &m, 1) &&
	       m.fit == FIT_EXACT && m.index > 0 && m.index + 1 < p->def->blocks[0].n_columns;
}

static void doubt_all(struct placing *p, const char *how)
{
	for (size_t i = 0; i < p->def->n_cells; i++)
		if (p->cells[i].state != CELL_MISSING)
			cell_doubt(&p->cells[i], how);
}

/* The headings, the columns over and over again, are not in the form's order. */
static bool is_mixed(const struct placing *p)
{
	const struct form_block *block = &p->def->blocks[0];
	size_t before = STR_NONE, from = 0, to = 0;
	if (p->row_from < p->row_to) {
		const struct token_row *last = &p->stream->rows.v[p->row_to - 1];
		from = p->stream->rows.v[p->row_from].first;
		to = last->first + last->n;
	}
	for (size_t i = from; i < to; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		struct label_match m;
		if (!is_telling(p, t) ||
			!label_find(p->labels, t->core, t->number, LABEL_COLUMN, &m, 1) ||
			m.fit != FIT_EXACT)
			continue;
		if (before != STR_NONE && m.index < before && before + 2 < block->n_columns)
			return true;
		before = m.index;
	}
	return false;
}

void place_wide(struct placing *p)
{
	struct run best = {0};
	int believed = 0;
	bool headed = false, doubled = false;
	for (size_t i = p->row_from; i < p->row_to;) {
		const struct token_row *r = &p->stream->rows.v[i];
		struct run run;
		if (p->row_used[i] || !is_value_row(p, r) || is_count(p, r)) {
			headed |= !p->row_used[i] && count_headings(p, r) > 0;
			i++;
			continue;
		}
		i = take_run(p, i, &run);
		int now = belief(p, &run, headed);
		doubled |= now > 1 && believed > 1 && run_differs(&run, &best);
		if (now > believed) {
			run_free(&best);
			best = run;
			believed = now;
		} else {
			run_free(&run);
		}
	}
	if (believed)
		place_run(p, &best, believed != 3);
	else if (wide_place_parts(p))
		return;
	if (doubled)
		doubt_all(p, "doubled");
	else if (believed && believed != 5 && !is_entire(p, &best) &&
		 (lacks_edge(p) || is_loose(p, &best) || has_rest(p, &best) || is_bare(p, &best) ||
			 is_column(p, &best) || is_uneven(p, &best)))
		doubt_all(p, "label+order");
	else if (believed && believed != 5 && is_mixed(p))
		doubt_all(p, "headings");
	else if (believed && believed != 5 && !is_entire(p, &best))
		doubt_end(p);
	run_free(&best);
}
