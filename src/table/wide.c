/* Placing a wide table: two lines of headings and one line of values. The headings repeat (结果维持
 * three times), so the values are told by their count and their place among themselves. */
#include <string.h>

#include "table/glued.h"
#include "table/wide.h"

static void run_free(struct wide_run *run)
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

enum { DAMAGED_MOST = 2 };

/* As wide as the table, and all values but one or two, which are no headings: those can't be read.
 */
static bool is_damaged_row(const struct placing *p, const struct token_row *r)
{
	size_t values = 0;
	if (r->narrow || r->n != p->def->n_cells)
		return false;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		values += token_has_value(t);
		if (t->reading.kind == READ_OTHER &&
			place_label_fit(p, t, LABEL_COLUMN) != FIT_NONE)
			return false;
	}
	return values + DAMAGED_MOST >= r->n;
}

bool wide_is_value_row(const struct placing *p, const struct token_row *r)
{
	if (is_damaged_row(p, r))
		return true;
	for (size_t i = r->first + words_before(p, r); i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER && t->digits.n == 0 && !is_several(t))
			return false;
	}
	return r->n > 0;
}

/* A heading of this table and hardly of another: "总计" and "其他" stand everywhere. */
#define TELLING_BYTES 9

bool wide_is_telling(const struct placing *p, const struct token *t)
{
	struct label_match m;
	return t->reading.kind == READ_OTHER && t->core.n >= TELLING_BYTES &&
	       (place_is_heading(p, t) || place_labels(p, t, LABEL_ROW, &m, 1));
}

static size_t count_headings(struct placing *p, const struct token_row *r)
{
	size_t hits = 0;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (!wide_is_telling(p, t))
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
		!wide_is_value_row(p, &rows[row + 1]) || t->reading.kind != READ_OTHER)
		return false;
	return !place_is_heading(p, t) && place_label_fit(p, t, LABEL_ROW) == FIT_NONE;
}

static bool is_empty_row(const struct placing *p, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (p->stream->tokens.v[i].reading.kind != READ_EMPTY)
			return false;
	return true;
}

/* Bars and nothing else, which fill up the headings' row above them: below them are cells enough, a
 * line each. */
static bool is_filling(const struct placing *p, size_t row)
{
	const struct token_row *rows = p->stream->rows.v, *r = &rows[row];
	size_t cells = 0;
	if (!r->narrow || r->n < 2 || !is_empty_row(p, r))
		return false;
	while (++row < p->row_to && rows[row].grid == r->grid && rows[row].n == 1 &&
		!p->row_used[row] && wide_is_value_row(p, &rows[row]))
		cells++;
	return cells >= p->def->n_cells;
}

/* A run of digits alone: a cell a number. */
static void part_run(const struct placing *p, struct wide_run *run)
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

static void take_token(struct wide_run *run, const struct token *t)
{
	size_t n = is_several(t) ? t->n_pieces : 1;
	for (size_t k = 0; k < n; k++)
		*vec_push(&run->cells) = is_several(t) ? &t->pieces[k] : t;
	run->filled += t->reading.kind != READ_EMPTY ? n : 0;
}

static const struct token *first_number(const struct placing *p, const struct token_row *r)
{
	const struct token *t = r->n ? &p->stream->tokens.v[r->first] : NULL;
	return t && t->reading.kind == READ_NUMBER ? t : NULL;
}

/* Is its first number the row's own, one more than that of the row above, as programs print tables?
 * Then the row has a number more than the table has cells. */
static bool is_numbered(const struct placing *p, size_t row)
{
	const struct token_row *rows = p->stream->rows.v;
	struct dec next;
	if (row == 0 || rows[row].narrow || rows[row].n != p->def->n_cells + 1 ||
		rows[row - 1].grid != rows[row].grid)
		return false;
	const struct token *own = first_number(p, &rows[row]),
			   *above = first_number(p, &rows[row - 1]);
	return own && above && own->col == above->col &&
	       dec_add(above->reading.value, dec_of(1), &next) &&
	       dec_cmp(next, own->reading.value) == 0;
}

/* The values from row `from` on: one row of a grid; where a row is one cell, all rows up to the
 * next with words. */
static size_t take_run(const struct placing *p, size_t from, struct wide_run *run)
{
	size_t at = from;
	memset(run, 0, sizeof *run);
	run->row = from;
	for (; at < p->row_to; at++) {
		const struct token_row *r = &p->stream->rows.v[at];
		bool goes_on = at == from || r->narrow || place_is_mended(p, MEND_JOIN, at);
		if (at > from && goes_on && !p->row_used[at] && is_furniture(p, at))
			continue;
		if (p->row_used[at] || !wide_is_value_row(p, r) || !goes_on)
			break;
		run->narrow = r->narrow;
		size_t first = r->first + words_before(p, r) + is_numbered(p, at);
		for (size_t i = first; i < r->first + r->n; i++)
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

static void place_run(struct placing *p, struct wide_run *run, bool headed)
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
	run->order = wide_order_read(p, run);
	run->rows = wide_rows_read(p, run);
	bool told = wide_order_judge(p, &a, &run->order);
	for (size_t k = 0; k < n; k++)
		if (a.at[k])
			place_cell(p, wide_cell_at(p, run, k), a.at[k],
				(struct placed){NULL, NULL, how, a.doubt || how != a.how, false});
	if (!told || run->rows.doubt)
		wide_doubt_all(p, "headings");
	for (size_t i = 0; i < run->n_rows; i++)
		p->row_used[run->row + i] = true;
}

/* How far a run is believed to be the table's values: a reviewer says so; exactly as many numbers
 * as cells at all times; under the headings also nearly as many, or cells enough with some number,
 * or, failing all else, with none. */
enum belief { NOT_BELIEVED, EMPTY, NEARLY, WHOLE, WHOLE_HEADED, MENDED };

static enum belief belief(const struct placing *p, const struct wide_run *run, bool headed)
{
	size_t n = p->def->n_cells;
	if (place_mended_row(p, run->row, NULL) != STR_NONE)
		return MENDED;
	bool nearly = !run->narrow && run->filled + 2 >= n && run->filled <= n + 2;
	if (run->filled == n)
		return headed ? WHOLE_HEADED : WHOLE;
	if (!headed || (!nearly && (run->cells.n < n || run->filled > n)))
		return NOT_BELIEVED;
	return run->filled > 0 ? NEARLY : EMPTY;
}

static bool run_differs(const struct wide_run *a, const struct wide_run *b)
{
	if (a->cells.n != b->cells.n)
		return true;
	for (size_t i = 0; i < a->cells.n; i++)
		if (a->cells.v[i]->reading.kind != b->cells.v[i]->reading.kind ||
			dec_cmp(a->cells.v[i]->reading.value, b->cells.v[i]->reading.value) != 0)
			return true;
	return false;
}

/* Columns numbered from 0 or 1 on, as programs print a table without headings and as some forms
 * have them. Above numbers of rows there is none. */
static bool is_count(const struct placing *p, const struct token_row *r)
{
	const struct token *tokens = &p->stream->tokens.v[r->first];
	size_t first = r->n > p->def->n_cells && tokens[0].reading.kind == READ_EMPTY;
	struct dec next = dec_of(dec_is_zero(tokens[first].reading.value) ? 0 : 1);
	if (r->n < p->def->n_cells)
		return false;
	for (size_t i = first; i < r->n; i++) {
		if (tokens[i].reading.kind != READ_NUMBER ||
			dec_cmp(tokens[i].reading.value, next) != 0 ||
			!dec_add(next, dec_of(1), &next))
			return false;
	}
	return true;
}

void place_wide(struct placing *p)
{
	struct wide_run best = {0};
	enum belief believed = NOT_BELIEVED;
	bool headed = false, doubled = false;
	for (size_t i = p->row_from; i < p->row_to;) {
		const struct token_row *r = &p->stream->rows.v[i];
		struct wide_run run;
		if (p->row_used[i] || !wide_is_value_row(p, r) || is_count(p, r) ||
			is_filling(p, i)) {
			headed |= !p->row_used[i] && count_headings(p, r) > 0;
			i++;
			continue;
		}
		i = take_run(p, i, &run);
		enum belief now = belief(p, &run, headed);
		doubled |= now > EMPTY && believed > EMPTY && run_differs(&run, &best);
		if (now > believed) {
			run_free(&best);
			best = run;
			believed = now;
		} else {
			run_free(&run);
		}
	}
	if (believed)
		place_run(p, &best, believed != WHOLE);
	else if (wide_place_parts(p))
		return;
	if (doubled)
		wide_doubt_all(p, "doubled");
	else if (believed && believed != MENDED)
		wide_doubt(p, &best);
	run_free(&best);
}
