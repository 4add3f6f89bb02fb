/* Placing a wide table: two lines of headings and one line of values. The headings repeat (结果维持
 * three times), so the values are told by their count and their place among themselves. */
#include <string.h>

#include "table/lines.h"

/* A run of rows that hold nothing but values. */
struct run {
	VEC(const struct token *) cells;
	size_t filled;
	size_t row, n_rows;
};

static bool is_value_row(const struct placing *p, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (p->stream->tokens.v[i].reading.kind == READ_OTHER)
			return false;
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
		if (p->row_used[at] || !is_value_row(p, r) || !goes_on)
			break;
		for (size_t i = r->first; i < r->first + r->n; i++) {
			const struct token *t = &p->stream->tokens.v[i];
			*vec_push(&run->cells) = t;
			run->filled += t->reading.kind != READ_EMPTY;
		}
		run->n_rows++;
	}
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
	for (size_t k = 0; k < n; k++)
		if (a.at[k])
			place_cell(p, k, a.at[k],
				(struct placed){NULL, NULL, headed || by ? a.how : "order",
					a.doubt || (!headed && !by)});
	for (size_t i = 0; i < run->n_rows; i++)
		p->row_used[run->row + i] = true;
}

/* How far a run is believed to be the table's values: a reviewer says so; exactly as many numbers
 * as cells at all times; under the headings also cells enough with some number, or, failing all
 * else, with none. */
static int belief(const struct placing *p, const struct run *run, bool headed)
{
	size_t n = p->def->n_cells;
	if (place_mended_row(p, run->row, NULL) != STR_NONE)
		return 5;
	if (run->filled == n)
		return headed ? 4 : 3;
	if (!headed || run->cells.n < n || run->filled > n)
		return 0;
	return run->filled > 0 ? 2 : 1;
}

void place_wide(struct placing *p)
{
	struct run best = {0};
	int believed = 0;
	bool headed = false;
	for (size_t i = p->row_from; i < p->row_to;) {
		const struct token_row *r = &p->stream->rows.v[i];
		struct run run;
		if (p->row_used[i] || !is_value_row(p, r)) {
			headed |= !p->row_used[i] && count_headings(p, r) > 0;
			i++;
			continue;
		}
		i = take_run(p, i, &run);
		int now = belief(p, &run, headed);
		if (now > believed) {
			vec_free(&best.cells);
			best = run;
			believed = now;
		} else {
			vec_free(&run.cells);
		}
	}
	if (believed)
		place_run(p, &best, believed != 3);
	vec_free(&best.cells);
}
