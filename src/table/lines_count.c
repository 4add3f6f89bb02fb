/* What the number of cells, and the place of the label, say of a line beside the others. */
#include "table/lines.h"

#include "table/align_ways.h"

/* So many rows show how many cells a row has. */
#define ROWS_MIN 8

static bool is_narrow(const struct placing *p, const struct line *l)
{
	return !l->mended && !l->touched && !l->named && l->strangers == 0 && l->cells.n > 0 &&
	       p->stream->rows.v[l->stream_row].narrow;
}

/* How many rows' cells that is; 0: not those of whole rows. */
static size_t rows_in(const struct placing *p, size_t row, size_t cells)
{
	size_t columns = place_columns_of(p, row);
	return columns > 2 && cells % columns == 0 ? cells / columns : 0;
}

/* Has nearly every line a cell a line as many cells as columns, and several of them an empty one?
 */
static bool is_counted(const struct placing *p, const struct lines *l)
{
	size_t rows = 0, whole = 0, holed = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (!line->label || !is_narrow(p, line))
			continue;
		bool all = rows_in(p, line->row, line->cells.n) > 0;
		rows++;
		whole += all;
		holed += all && line->filled < line->cells.n;
	}
	return rows >= ROWS_MIN && whole * 10 >= rows * 9 && holed > 1;
}

/* Past the row of the stream that the line's last cell is in. */
static size_t past_of(const struct placing *p, const struct line *l)
{
	const struct token_row *rows = p->stream->rows.v;
	const struct token *tokens = p->stream->tokens.v, *last = l->cells.v[l->cells.n - 1];
	size_t row = l->stream_row;
	if (last < tokens || last >= tokens + p->stream->tokens.n)
		return row + l->cells.n;
	while (row + 1 < p->row_to && rows[row + 1].first <= (size_t)(last - tokens))
		row++;
	return row + 1;
}

/* The row of the stream where the cells of line `at` begin: of one without a label empty ones may
 * stand before them, behind the name of a group, or in a run of such lines behind `first` behind
 * the line before. */
static size_t begin_of(const struct placing *p, const struct lines *l, size_t at, size_t first)
{
	const struct token_row *rows = p->stream->rows.v;
	const struct line *line = &l->v.v[at];
	size_t row = line->stream_row, from = at > first ? past_of(p, line - 1) : p->row_from;
	while (!line->label && row > from && rows[row - 1].narrow && rows[row - 1].n == 1 &&
		!token_is_filled(&p->stream->tokens.v[rows[row - 1].first]))
		row--;
	return row;
}

/* Past the lines without labels from `at` on, and how many cells they have; a line with a label is
 * alone. */
static size_t end_of_run(const struct placing *p, const struct lines *l, size_t at, size_t *cells)
{
	size_t end = at;
	*cells = 0;
	while (end < l->v.n && is_narrow(p, &l->v.v[end]) && (end == at || !l->v.v[end].label)) {
		*cells += l->v.v[end].stream_row - begin_of(p, l, end, at) + l->v.v[end].cells.n;
		end++;
		if (l->v.v[at].label)
			break;
	}
	return end;
}

/* A line in the making. */
struct divider {
	struct lines *out;
	const struct placing *p;
	size_t columns;
	struct line part;
};

static void clear_cells(struct line *l)
{
	l->cells.v = NULL;
	l->cells.n = l->cells.cap = l->filled = 0;
}

static void add_cell(struct divider *d, const struct token *t)
{
	const struct token_row *rows = d->p->stream->rows.v;
	struct line *part = &d->part;
	while (part->cells.n == 0 && !part->label && part->stream_row + 1 < d->p->row_to &&
		rows[part->stream_row + 1].at <= t->span.from)
		part->stream_row++;
	*vec_push(&part->cells) = t;
	part->filled += token_is_filled(t);
	if (part->cells.n < d->columns)
		return;
	*vec_push(&d->out->v) = *part;
	part->label = NULL;
	clear_cells(part);
}

/* The cells of the lines [at, end) as rows of so many. */
static void divide(struct divider *d, const struct lines *l, size_t at, size_t end)
{
	const struct line *first = &l->v.v[at];
	const struct stream *s = d->p->stream;
	d->part = *first;
	d->part.counted = true;
	d->part.stream_row = begin_of(d->p, l, at, at);
	clear_cells(&d->part);
	for (size_t i = at; i < end; i++) {
		for (size_t row = begin_of(d->p, l, i, at); row < l->v.v[i].stream_row; row++)
			add_cell(d, &s->tokens.v[s->rows.v[row].first]);
		for (size_t k = 0; k < l->v.v[i].cells.n; k++)
			add_cell(d, l->v.v[i].cells.v[k]);
	}
	for (size_t i = at; i < end; i++)
		vec_free(&l->v.v[i].cells);
}

void lines_divide(const struct placing *p, struct lines *l)
{
	struct lines out = {0};
	if (!is_counted(p, l))
		return;
	for (size_t at = 0, end, cells; at < l->v.n; at = end) {
		const struct line *line = &l->v.v[at];
		end = end_of_run(p, l, at, &cells);
		size_t row = line->label ? line->row : 0;
		if (end > at && rows_in(p, row, cells) > (line->label ? 1u : 0u)) {
			divide(&(struct divider){&out, p, place_columns_of(p, row), {0}}, l, at,
				end);
			continue;
		}
		end = end > at ? end : at + 1;
		for (; at < end; at++)
			*vec_push(&out.v) = l->v.v[at];
	}
	vec_free(&l->v);
	l->v = out.v;
}

/* In a grid, within a group: its rows' labels are one below the other. */
static bool is_of_group(const struct placing *p, const struct line *l)
{
	return l->label && !l->dropped && !l->mended && !l->touched && l->filled > 0 &&
	       p->def->rows[l->row].group != STR_NONE && !p->stream->rows.v[l->stream_row].para &&
	       !p->stream->rows.v[l->stream_row].narrow;
}

/* The column that most of a group's labels stand in, by the vote that outlasts the others. */
struct labels_at {
	size_t column, votes, same, all;
};

static struct labels_at *vote(const struct placing *p, const struct lines *l)
{
	struct labels_at *at = mem_alloc_array(p->def->n_groups + 1, sizeof *at);
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (!is_of_group(p, line))
			continue;
		struct labels_at *of = &at[p->def->rows[line->row].group];
		of->column = of->votes == 0 ? line->label->col : of->column;
		of->votes += line->label->col == of->column ? 1 : (size_t)-1;
	}
	return at;
}

void lines_find_moved(const struct placing *p, struct lines *l)
{
	struct labels_at *at = vote(p, l);
	for (int count = 1; count >= 0; count--)
		for (size_t i = 0; i < l->v.n; i++) {
			struct line *line = &l->v.v[i];
			if (!is_of_group(p, line))
				continue;
			struct labels_at *of = &at[p->def->rows[line->row].group];
			of->all += (size_t)count;
			of->same += count && line->label->col == of->column;
			if (!count && of->same > 1 && of->same * 2 > of->all &&
				line->label->col < of->column)
				line->moved = of->column - line->label->col;
		}
	free(at);
}
