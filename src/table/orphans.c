/* Rows whose labels are lost, between rows that have theirs: where they lie leaves one way. */
#include "table/lines.h"

#include <string.h>

static bool stands_firm(const struct placing *p, const struct line *l)
{
	size_t columns = place_columns_of(p, l->row);
	return l->label && l->fit == FIT_EXACT && !l->unsure && !l->shifty && !l->dropped &&
	       !l->touched && l->strangers == 0 && l->filled == columns;
}

bool orphans_wordless(const struct placing *p, const struct line *l)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER && place_label_fit(p, t, LABEL_GROUP) == FIT_NONE)
			return false;
	}
	return !l->label && !l->mended && !l->named;
}

/* Does the line begin with an empty cell where its label is due, its numbers behind it? */
static bool begins_empty(const struct placing *p, const struct line *l)
{
	const struct token *first = l->cells.n ? l->cells.v[0] : NULL;
	const struct columns *c = &l->columns[0];
	return first && first->reading.kind == READ_EMPTY && first->col == 0 && c->flush &&
	       c->cells == c->n && l->cells.n == c->n + 1 && p->def->n_blocks == 1;
}

void orphans_trim(const struct placing *p, struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		if (line->label || line->mended || !begins_empty(p, line))
			continue;
		line->cells.n--;
		memmove(line->cells.v, line->cells.v + 1, line->cells.n * sizeof *line->cells.v);
	}
}

static bool is_bare(const struct placing *p, const struct line *l)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (p->stream->tokens.v[i].unsure || p->stream->tokens.v[i].reading.broken)
			return false;
	return orphans_wordless(p, l) && !l->unsure && !l->shifty;
}

/* As many cells as columns, most of them filled, which no sum contradicts, or which are the
 * source's own and all. */
static bool has_all(const struct placing *p, const struct line *l, size_t row, size_t *broken)
{
	const struct columns *c = &l->columns[p->def->rows[row].block];
	struct alignment a;
	align(c, l->cells.v, l->cells.n, &a);
	bool all = p->stream->rows.v[l->stream_row].exact && l->cells.n == c->n;
	*broken += !all && align_sum_breaks(c, &a);
	return c->sum && !a.doubt && l->filled * 3 > c->n * 2;
}

/* Is nothing between the two rows? Of cells in one line nobody can tell. */
static bool is_next(const struct placing *p, const struct line *a, const struct line *b)
{
	const struct token_row *rows = p->stream->rows.v;
	bool empty = true;
	for (size_t i = a->stream_row + 1; i < b->stream_row && !rows[a->stream_row].narrow; i++)
		for (size_t k = 0; k < rows[i].n; k++)
			empty &= p->stream->tokens.v[rows[i].first + k].reading.kind == READ_EMPTY;
	return empty;
}

bool orphans_settled(const struct placing *p, const struct line *above, const struct line *below)
{
	size_t broken = 0;
	if (!stands_firm(p, above) || !stands_firm(p, below) || below <= above ||
		below->row - above->row != (size_t)(below - above))
		return false;
	for (const struct line *l = above + 1; l < below; l++)
		if (!is_bare(p, l) || !is_next(p, l - 1, l) ||
			!has_all(p, l, above->row + (size_t)(l - above), &broken))
			return false;
	/* One row may not add up in the report itself; where a cell was lost and a strange one
	 * came in elsewhere, all between them do not. */
	return is_next(p, below - 1, below) && broken < 2;
}

bool orphans_misprint(const struct placing *p, const struct line *l, size_t row)
{
	const struct token *tokens = p->stream->tokens.v,
			   *first = l->cells.n ? l->cells.v[0] : NULL;
	return first > tokens && first < tokens + p->stream->tokens.n &&
	       first[-1].reading.kind == READ_OTHER &&
	       label_is_misprint(p->labels, first[-1].core, row);
}
