/* Placing the lines of a table into the form's rows. */
#include <string.h>

#include "table/lines.h"

/* The identity that says a row's cells add up to its total, if this table has one. */
static const struct form_identity *row_sum(const struct placing *p)
{
	for (size_t i = 0; i < p->form->n_identities; i++)
		if (p->form->identities[i].table == p->def && p->form->identities[i].each_row)
			return &p->form->identities[i];
	return NULL;
}

/* The total's heading stands left of the others, or was read before them. */
static bool heads_first(const struct columns *c)
{
	size_t last = c->n - 1;
	if (c->heading[0] != STR_NONE && c->heading[last] != STR_NONE)
		return c->heading[last] < c->heading[0];
	return c->read[0] && c->read[last] && c->read[last] < c->read[0];
}

/* Two headings, the total's apart, stand the other way round. */
static bool heads_mixed(const struct columns *c)
{
	for (size_t a = 0; a + 2 < c->n; a++)
		for (size_t b = a + 1; b + 1 < c->n; b++) {
			bool placed = c->heading[a] != STR_NONE && c->heading[b] != STR_NONE;
			if (placed && c->heading[a] != c->heading[b]
					? c->heading[a] > c->heading[b]
					: c->read[a] && c->read[b] && c->read[a] > c->read[b])
				return true;
		}
	return false;
}

static bool sum_holds(const struct line *line, bool total_first)
{
	struct columns c = line->columns[0];
	struct alignment a;
	c.total_first = total_first;
	align(&c, line->cells.v, line->cells.n, &a);
	return align_sum_holds(&c, &a);
}

/* How many full lines add up only with the total first (held[1]) or only with it last (held[0]). */
static void count_held(const struct lines *l, size_t held[2])
{
	held[0] = held[1] = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->filled != line->columns[0].n)
			continue;
		bool first = sum_holds(line, true), last = sum_holds(line, false);
		held[0] += last && !first;
		held[1] += first && !last;
	}
}

static bool any_full(const struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++)
		if (l->v.v[i].filled == l->v.v[i].columns[0].n)
			return true;
	return false;
}

/* Total first or last? The headings have said; where the sums of full rows say otherwise they win.
 * A table without totals has none to stand first. */
static void judge_order(struct lines *l, const struct form_identity *sum)
{
	for (size_t i = 0; i < l->columns.n * l->n_blocks; i++) {
		struct columns *c = &l->columns.v[i / l->n_blocks][i % l->n_blocks];
		c->mixed = heads_mixed(c);
	}
	if (!sum)
		return;
	for (size_t i = 0; i < l->columns.n; i++) {
		struct columns *c = &l->columns.v[i][0];
		c->sum = sum;
		c->total_first = heads_first(c);
	}
	size_t held[2];
	count_held(l, held);
	for (size_t i = 0; i < l->columns.n; i++) {
		struct columns *c = &l->columns.v[i][0];
		if (held[0] != held[1])
			c->total_first = held[1] > held[0];
		c->first_told = held[1] > held[0];
		c->full = any_full(l);
	}
}

/* Headings that a row with all its cells does not stand under. */
static void judge_headings(const struct placing *p, struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		size_t block = line->label ? p->def->rows[line->row].block : 0;
		struct columns *c = (struct columns *)&line->columns[block];
		struct alignment a;
		if (line->filled != c->n || line->cells.n < c->n)
			continue;
		align(c, line->cells.v, line->cells.n, &a);
		c->shaky = c->shaky || (c->heading[0] != STR_NONE && !align_under_headings(c, &a));
	}
}

/* Can the line tell how wide its table's rows are? Its values begin right behind the label and fill
 * the first column and the last. In a table whose first column is empty throughout: as many cells
 * as columns, under headings that were all read. */
static bool tells_width(const struct line *l, const struct columns *c, bool flush)
{
	size_t behind = 0;
	if (!l->label || l->dropped || l->filled == 0 || l->cells.n < c->n)
		return false;
	for (size_t k = 0; k < c->n && !flush; k++)
		if (!c->read[k])
			return false;
	for (size_t i = c->n; i < l->cells.n; i++)
		behind += l->cells.v[i]->reading.kind != READ_EMPTY;
	return flush ? token_has_value(l->cells.v[0]) && token_has_value(l->cells.v[c->n - 1]) &&
			       behind == 0
		     : l->cells.n == c->n;
}

/* Values that stand right behind their label, and values that do not though the row has all. */
static size_t count_flush(const struct lines *l, const struct columns *c, bool *stray)
{
	size_t flush = 0;
	*stray = false;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		bool first = line->cells.n > 0 && token_has_value(line->cells.v[0]);
		if (line->columns != c || !line->label || line->dropped)
			continue;
		flush += first;
		*stray |= line->filled == c->n && !first;
	}
	return flush;
}

/* The width of the rows, where values begin right behind the label. */
static void judge_widths(struct columns *c, const struct lines *l)
{
	bool stray, flush = count_flush(l, c, &stray) > 0;
	size_t told = 0;
	c->cells = c->end = STR_NONE;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->columns != c || !tells_width(line, c, flush))
			continue;
		size_t n = line->cells.n, end = line->cells.v[n - 1]->col + 1;
		c->cells = told == 0 || c->cells == n ? n : STR_NONE;
		c->end = told == 0 || c->end == end ? end : STR_NONE;
		told++;
	}
	c->flush = told >= 3 && !stray;
}

/* Would it make no difference which cell is which? */
static bool is_uniform(const struct columns *c, const struct alignment *a)
{
	for (size_t k = 1; k < c->n; k++)
		if (!a->at[0] || !a->at[k] || a->at[k]->reading.kind != a->at[0]->reading.kind ||
			dec_cmp(a->at[k]->reading.value, a->at[0]->reading.value) != 0)
			return false;
	return true;
}

/* The order of the columns rests on headings that say something unlikely, and nothing else. */
static void doubt_order(const struct columns *c, struct alignment *a)
{
	bool first = c->total_first && !c->first_told && !align_under_headings(c, a);
	if ((!c->mixed && !first) || a->doubt || is_uniform(c, a))
		return;
	a->how = "headings";
	a->doubt = true;
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

static void place_line(struct placing *p, const struct line *l, size_t row, const char *how)
{
	const struct form_row *def = &p->def->rows[row];
	struct alignment a;
	long by = place_shift_of(p, def);
	align(&l->columns[def->block], l->cells.v, l->cells.n, &a);
	doubt_order(&l->columns[def->block], &a);
	if (l->unsure && !how)
		how = "beside";
	if (l->mended)
		how = NULL;
	if ((l->mended || l->touched) && !a.doubt)
		a.how = "mended";
	if (by) {
		align_shift(&l->columns[def->block], l->cells.v, l->cells.n, by, &a);
		how = NULL;
	}
	bool settled = l->fit == FIT_EXACT && !p->stream->rows.v[l->stream_row].para &&
		       is_settled(&l->columns[def->block], &a);
	for (size_t k = 0; k < p->def->blocks[def->block].n_columns; k++)
		if (a.at[k])
			place_cell(p, def->first - p->def->cell + k, a.at[k],
				(struct placed){l->label, l->columns[def->block].head[k],
					how ? how : a.how, a.doubt || how || l->fit == FIT_PART,
					settled});
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
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->label && !line->dropped && line->filled && line != of[line->row])
			doubled[line->row] |= !same_values(line, of[line->row]);
	}
	for (size_t r = 0; r < p->def->n_rows; r++)
		if (of[r])
			p->labels_read += of[r]->fit == FIT_EXACT ? 2 : 1;
}

/* A full line without a label, as wide as the row it may be. */
static bool is_orphan(const struct placing *p, const struct line *l, size_t row)
{
	return !l->label && !l->mended && l->filled > 0 &&
	       l->filled == p->def->blocks[p->def->rows[row].block].n_columns;
}

/* Rows from..to have no line; lines a..b lie between those of their neighbours. As many full ones
 * among them as rows: they are the rows. */
static void place_orphans(
	struct placing *p, const struct lines *l, size_t from, size_t to, size_t a, size_t b)
{
	size_t n = 0, row = from;
	for (size_t i = a; i < b; i++)
		n += is_orphan(p, &l->v.v[i], from);
	if (n != to - from || n == 0)
		return;
	for (size_t i = a; i < b; i++)
		if (is_orphan(p, &l->v.v[i], from))
			place_line(p, &l->v.v[i], row++, "order");
}

/* Walks the runs of form rows without a line. */
static void place_gaps(struct placing *p, const struct lines *l, const struct line *const *of)
{
	size_t from = 0, first = 0;
	for (size_t r = 0; r <= p->def->n_rows; r++) {
		if (r < p->def->n_rows && !of[r])
			continue;
		size_t end = r < p->def->n_rows ? (size_t)(of[r] - l->v.v) : l->v.n;
		if (r > from)
			place_orphans(p, l, from, r, first, end);
		from = r + 1;
		first = end + 1;
	}
}

void place_rows(struct placing *p)
{
	struct lines l;
	lines_collect(p, &l);
	judge_order(&l, row_sum(p));
	judge_headings(p, &l);
	for (size_t i = 0; i < l.columns.n; i++)
		judge_widths(&l.columns.v[i][0], &l);
	const struct line **of = mem_alloc_array(p->def->n_rows, sizeof *of);
	bool *doubled = mem_alloc_array(p->def->n_rows, sizeof *doubled);
	choose_lines(p, &l, of, doubled);
	p->labels_read += l.headings;
	for (size_t r = 0; r < p->def->n_rows; r++)
		if (of[r])
			place_line(p, of[r], r, doubled[r] ? "doubled" : NULL);
	place_gaps(p, &l, of);
	free(of);
	free(doubled);
	lines_free(&l);
}
