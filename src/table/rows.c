/* Placing the lines of a table into the form's rows. */
#include <string.h>

#include "table/align_ways.h"
#include "table/named.h"
#include "table/sure.h"

/* Would it make no difference which cell is which? */
static bool is_uniform(const struct columns *c, const struct alignment *a)
{
	for (size_t k = 1; k < c->n; k++)
		if (!a->at[0] || !a->at[k] || a->at[k]->reading.kind != a->at[0]->reading.kind ||
			dec_cmp(a->at[k]->reading.value, a->at[0]->reading.value) != 0)
			return false;
	return true;
}

/* The order of the columns rests on headings that say something unlikely, or on nothing. */
static void doubt_order(const struct columns *c, struct alignment *a)
{
	size_t headed = align_under_headings(c, a) ? align_headings(c) : 0;
	bool mixed = c->mixed && headed < c->n;
	bool order = c->sum && !c->order_told && headed + 1 < c->n;
	if ((!mixed && !order) || a->doubt || is_uniform(c, a))
		return;
	a->how = c->moved ? "moved" : mixed ? "headings" : "total";
	a->doubt = true;
}

/* A row with all its cells whose sum does not hold, in a table where other rows have lost cells or
 * have strange ones: it may have done both. */
static void doubt_damaged(const struct columns *c, struct alignment *a)
{
	bool all = true;
	for (size_t k = 0; k < c->n; k++)
		all = all && a->at[k];
	if (c->damaged && all && !a->doubt && align_sum_breaks(c, a)) {
		a->doubt = true;
		a->how = "label+order";
	}
}

/* A cell a line: fewer numbers than columns right behind the label, and then nothing but a run of
 * bars. Rows that lost their empty cells are filled up so. */
static bool is_filled_up(const struct placing *p, const struct line *l, size_t columns)
{
	if (!p->stream->rows.v[l->stream_row].narrow || l->filled == 0 || l->filled >= columns ||
		l->cells.n < l->filled + 2)
		return false;
	for (size_t i = 0; i < l->cells.n; i++)
		if (token_is_filled(l->cells.v[i]) != (i < l->filled))
			return false;
	return l->cells.v[l->filled + 1]->span.from == l->cells.v[l->filled]->span.from + 1;
}

/* Is a cell of it empty that is printed nowhere, but told by where others stand? */
static bool has_made_up(const struct line *l)
{
	for (size_t i = 1; i < l->cells.n; i++)
		if (!token_is_filled(l->cells.v[i - 1]) &&
			l->cells.v[i]->span.from == l->cells.v[i - 1]->span.from)
			return true;
	return false;
}

/* In lines of a page, under headings that rows need not stand under, or which can't be told where
 * no row has all its cells, with some of its cells empty: which those are nothing says. */
static bool is_adrift(const struct placing *p, const struct columns *c, const struct line *l,
	const struct alignment *a)
{
	if (!row_is_by_look(&p->stream->rows.v[l->stream_row]) || l->filled == 0 ||
		l->filled >= c->n)
		return false;
	return c->sum ? !c->shown && align_headings(c) + 1 < c->n && has_made_up(l)
		      : c->shaky || (align_headings(c) == c->n && !align_under_headings(c, a));
}

/* The reading is the likeliest one, but nothing confirms it; or the row is longer than those of its
 * grid: one of its cells is a strange one. */
static void doubt_assumed(
	const struct placing *p, const struct columns *c, const struct line *l, struct alignment *a)
{
	const struct token *const *cells = l->cells.v;
	bool longer = c->even > 0 && l->cells.n > 0 && cells[l->cells.n - 1]->end > c->even &&
		      !align_sum_holds(c, a);
	bool unsure = c->sum ? !sure_row(c, cells, l->cells.n, a) : is_filled_up(p, l, c->n);
	if (!a->doubt && (longer || unsure || is_adrift(p, c, l, a) ||
				 sure_contradicts(c, cells, l->cells.n, a))) {
		a->doubt = true;
		a->how = "label+order";
	}
}

static void join_span(struct placing *p, struct text_span s)
{
	p->span = text_span_join(p->span, s);
}

/* All columns have numbers that add up to the total, or all are zero. */
static bool is_settled(const struct columns *c, const struct alignment *a)
{
	bool zero = c->sum;
	for (size_t k = 0; k < c->n; k++) {
		if (!a->at[k] || a->at[k]->reading.kind != READ_NUMBER)
			return false;
		zero = zero && dec_is_zero(a->at[k]->reading.value);
	}
	return zero || align_sum_holds(c, a);
}

/* Was the label put together from lines above or below the row? They may be another row's. */
static bool has_joined_label(const struct stream *s, size_t row)
{
	return (row > 0 && s->rows.v[row - 1].rest_of == row + 1) ||
	       (row + 1 < s->rows.n && s->rows.v[row + 1].rest_of == row + 1);
}

/* Every cell under a heading of its own: nothing is in doubt but the line's label. */
static bool place_named(struct placing *p, const struct line *l, size_t row)
{
	const struct form_row *def = &p->def->rows[row];
	const struct token *cells[ALIGN_COLUMNS_MAX] = {NULL}, *heads[ALIGN_COLUMNS_MAX] = {NULL};
	if (!named_cells(p, l->stream_row, def->block, cells, heads))
		return false;
	for (size_t k = 0; k < p->def->blocks[def->block].n_columns; k++)
		if (cells[k])
			place_cell(p, def->first - p->def->cell + k, cells[k],
				(struct placed){l->label, heads[k], "label+column",
					l->unsure || l->fit == FIT_PART, l->fit == FIT_EXACT});
	join_span(p, l->label->span);
	p->row_used[l->stream_row] = true;
	return true;
}

/* how: where it is not by a label of its own, which is a doubt unless `sure`. */
static void place_line(
	struct placing *p, const struct line *l, size_t row, const char *how, bool sure)
{
	const struct form_row *def = &p->def->rows[row];
	struct alignment a;
	if (l->label && !how && !l->mended && !l->touched && place_named(p, l, row))
		return;
	long by = place_shift_of(p, def);
	align(&l->columns[def->block], l->cells.v, l->cells.n, &a);
	doubt_order(&l->columns[def->block], &a);
	doubt_damaged(&l->columns[def->block], &a);
	doubt_assumed(p, &l->columns[def->block], l, &a);
	sure_moved(&l->columns[def->block], l, &a);
	sure_move_total(&l->columns[def->block], l->cells.v, l->cells.n, l->filled, &a);
	bool odd = (l->shifty || l->wider) && !align_sum_holds(&l->columns[def->block], &a);
	if ((l->unsure || odd) && !how)
		how = "beside";
	if (l->split && !how)
		how = "split";
	if (l->mended)
		how = NULL;
	if ((l->mended || l->touched) && !a.doubt)
		a.how = "mended";
	if (by) {
		align_shift(&l->columns[def->block], l->cells.v, l->cells.n, by, &a);
		how = NULL;
	}
	bool settled = l->fit == FIT_EXACT && !p->stream->rows.v[l->stream_row].para &&
		       !has_joined_label(p->stream, l->stream_row) &&
		       is_settled(&l->columns[def->block], &a);
	const struct columns *c = &l->columns[def->block];
	bool alike = c->n > 1 && !c->mistaken && is_uniform(c, &a);
	for (size_t k = 0; k < p->def->blocks[def->block].n_columns; k++) {
		bool vague = a.at[k] && !a.doubt && !alike && column_is_vague(c, k, a.at[k]);
		if (a.at[k])
			place_cell(p, def->first - p->def->cell + k, a.at[k],
				(struct placed){l->label, c->head[k],
					how	? how
					: vague ? "unread"
						: a.how,
					a.doubt || vague || (how && !sure) || l->fit == FIT_PART,
					settled});
	}
	if (l->label)
		join_span(p, l->label->span);
	p->row_used[l->stream_row] = true;
}

/* Which of several lines with the same label is the row: one with values, the better fit, the
 * first. */
static bool is_better_line(const struct line *a, const struct line *b)
{
	if (!b)
		return true;
	if (a->mended != b->mended)
		return a->mended;
	if ((a->filled > 0) != (b->filled > 0))
		return a->filled > 0;
	if (a->fit != b->fit)
		return a->fit > b->fit;
	return false;
}

static bool same_values(const struct line *a, const struct line *b)
{
	size_t i = 0, k = 0;
	while (i < a->cells.n || k < b->cells.n) {
		const struct token *x = i < a->cells.n ? a->cells.v[i] : NULL;
		const struct token *y = k < b->cells.n ? b->cells.v[k] : NULL;
		if (x && x->reading.kind == READ_EMPTY)
			i++;
		else if (y && y->reading.kind == READ_EMPTY)
			k++;
		else if (!x || !y || x->reading.kind != y->reading.kind ||
			 dec_cmp(x->reading.value, y->reading.value) != 0)
			return false;
		else
			i++, k++;
	}
	return true;
}

/* Is the line all of a row of which nothing is filled in? In another copy that says something. */
static bool is_blank_row(const struct placing *p, const struct line *l)
{
	return l->filled == 0 && l->fit == FIT_EXACT && !p->stream->rows.v[l->stream_row].para &&
	       l->cells.n >= place_columns_of(p, l->row);
}

/* Of a table that is there twice, a row that is there once is not confirmed. */
static void doubt_single(
	const struct placing *p, const struct lines *l, const struct line **of, bool *doubled)
{
	size_t rows = 0, twice = 0;
	bool *again = mem_alloc_array(p->def->n_rows + 1, sizeof *again);
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->label && !line->dropped && line->cells.n > 0 && line != of[line->row])
			again[line->row] = true;
	}
	for (size_t r = 0; r < p->def->n_rows; r++) {
		rows += of[r] != NULL;
		twice += again[r];
	}
	for (size_t r = 0; r < p->def->n_rows && twice * 2 > rows; r++)
		doubled[r] |= of[r] && !again[r];
	free(again);
}

/* A row of a grid with all cells of the form's row, some of them empty: as many as columns, or each
 * under its heading. */
static bool is_whole(
	const struct placing *p, const struct line *l, const struct columns *c, struct alignment *a)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	if (r->narrow || r->para || !c->sum || l->cells.n < c->n || l->filled >= c->n)
		return false;
	align(c, l->cells.v, l->cells.n, a);
	bool headed = !c->shaky && align_headings(c) == c->n && align_under_headings(c, a);
	return headed || l->cells.n == c->n;
}

/* As wide as the row it may be, though some of its cells are empty: but for a few, or it adds up.
 */
static bool is_wide_as(const struct placing *p, const struct line *l, size_t row)
{
	const struct columns *c = &l->columns[p->def->rows[row].block];
	size_t columns = place_columns_of(p, row);
	bool most = l->filled * 3 > columns * 2;
	struct alignment a;
	if (l->mended || (l->filled == 0 && !l->counted))
		return false;
	return l->filled == columns || l->counted || (most && l->cells.n == columns) ||
	       (is_whole(p, l, c, &a) && (most || !align_sum_breaks(c, &a)));
}

/* A line without a label, or with what is none after all, that may be the row. */
static bool is_orphan(const struct placing *p, const struct line *l, size_t row)
{
	return (!l->label || l->dropped) && is_wide_as(p, l, row);
}

/* A label that is not quite told may be the end of a longer one, above or below it. */
static bool is_weak(const struct line *l)
{
	return l->label && l->fit != FIT_EXACT && l->unsure;
}

/* Between two rows that are sure, rows [from, to) and lines [a, b), as many wide lines as rows: one
 * whose weak label is another's than that in its place has none. */
static void free_weak(struct placing *p, struct lines *l, const struct line **of, size_t from,
	size_t to, size_t a, size_t b)
{
	size_t n = 0, row = from;
	for (size_t i = a; i < b; i++)
		n += (!l->v.v[i].label || is_weak(&l->v.v[i])) && is_wide_as(p, &l->v.v[i], from);
	for (size_t i = a; i < b && n == to - from; i++) {
		struct line *line = &l->v.v[i];
		if ((line->label && !is_weak(line)) || !is_wide_as(p, line, from))
			continue;
		if (line->label && line->row != row) {
			of[line->row] = of[line->row] == line ? NULL : of[line->row];
			line->label = NULL;
		}
		row++;
	}
}

static void free_labels(struct placing *p, struct lines *l, const struct line **of)
{
	size_t from = 0, a = 0;
	for (size_t r = 0; r <= p->def->n_rows; r++) {
		const struct line *line = r < p->def->n_rows ? of[r] : NULL;
		if (r < p->def->n_rows && (!line || line->filled == 0 || is_weak(line)))
			continue;
		size_t end = line ? (size_t)(line - l->v.v) : l->v.n;
		if (r > from)
			free_weak(p, l, of, from, r, a, end);
		from = r + 1;
		a = end + 1;
	}
}

/* The line of each form row, NULL where none; a second one that says otherwise makes it "doubled".
 */
static void choose_lines(struct placing *p, struct lines *l, const struct line **of, bool *doubled)
{
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if ((!line->label && !line->mended) || line->dropped)
			continue;
		if (is_better_line(line, of[line->row]))
			of[line->row] = line;
	}
	free_labels(p, l, of);
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->label && !line->dropped && of[line->row] && line != of[line->row] &&
			(line->filled || is_blank_row(p, line)))
			doubled[line->row] |= !same_values(line, of[line->row]);
	}
	doubt_single(p, l, of, doubled);
	for (size_t r = 0; r < p->def->n_rows; r++) {
		if (!of[r])
			continue;
		p->labels_read += of[r]->fit == FIT_EXACT ? 2 : 1;
		p->misfits += of[r]->filled > 0 && of[r]->filled != place_columns_of(p, r);
	}
}

/* Rows from..to have no line; lines a..b lie between those of their neighbours. As many full ones
 * among them as rows: they are the rows. */
static bool place_orphans(
	struct placing *p, const struct lines *l, size_t from, size_t to, size_t a, size_t b)
{
	size_t n = 0, row = from;
	bool sure =
		a > 0 && b < l->v.n && from > 0 && orphans_settled(p, &l->v.v[a - 1], &l->v.v[b]);
	for (size_t i = a; i < b; i++)
		n += is_orphan(p, &l->v.v[i], from);
	if (n != to - from || n == 0)
		return false;
	for (size_t i = a; i < b; i++) {
		const struct line *line = &l->v.v[i];
		if (!is_orphan(p, line, from))
			continue;
		bool told = sure || orphans_misprint(p, line, row);
		place_line(p, line, row++, told ? "between" : "order", told);
	}
	return true;
}

/* Does the row's line part those before it from those behind it? Not a label in a line of its own,
 * without cells; and not for sure, one that is not quite told: it may be the end of a longer one.
 */
static bool is_mark(const struct placing *p, const struct line *l, bool sure)
{
	if (!l || l->cells.n > 0)
		return l;
	return !p->stream->rows.v[l->stream_row].para &&
	       (!sure || (l->fit == FIT_EXACT && !l->unsure));
}

/* Walks the runs of form rows without a line among the rows [from, to) and the lines [a, b). Where
 * the lines between marks that are sure are not as many as the rows, all marks are asked. */
static void place_gaps(struct placing *p, const struct lines *l, const struct line *const *of,
	size_t from, size_t to, size_t a, size_t b, bool sure)
{
	for (size_t r = from; r <= to; r++) {
		if (r < to && !is_mark(p, of[r], sure))
			continue;
		size_t end = r < to ? (size_t)(of[r] - l->v.v) : b;
		if (r > from && !place_orphans(p, l, from, r, a, end) && sure)
			place_gaps(p, l, of, from, r, a, end, false);
		from = r + 1;
		a = end + 1;
	}
}

void place_rows(struct placing *p)
{
	struct lines l;
	lines_collect(p, &l);
	columns_judge(p, &l, place_row_sum(p));
	orphans_trim(p, &l);
	sure_learn(p, &l);
	const struct line **of = mem_alloc_array(p->def->n_rows, sizeof *of);
	bool *doubled = mem_alloc_array(p->def->n_rows, sizeof *doubled);
	choose_lines(p, &l, of, doubled);
	p->labels_read += l.headings;
	for (size_t r = 0; r < p->def->n_rows; r++)
		if (of[r])
			place_line(p, of[r], r, doubled[r] ? "doubled" : NULL, false);
	place_gaps(p, &l, of, 0, p->def->n_rows, 0, l.v.n, true);
	place_blank_rows(p, &l, of);
	headless_doubt(p, &l);
	rests_doubt(p, &l, of);
	slipped_doubt(p, &l, of);
	edges_doubt(p, of);
	doubtful_rows_doubt(p, of);
	columns_prove(p, of);
	free(of);
	free(doubled);
	lines_free(&l);
}
