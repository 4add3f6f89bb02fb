/* Columns that are none of the form's: a number of the row, last year's, a sum or a remark. */
#include "table/columns_foreign.h"

#include "table/align_ways.h"

/* Each of the columns has its heading, in a place of its own. */
static bool find_own(const struct columns *c, struct ground *g)
{
	*g = (struct ground){0, 0};
	for (size_t k = 0; k < c->n; k++) {
		if (c->heading[k] == STR_NONE || c->twice[k])
			return false;
		size_t to = c->heading_to[k] + 1 > c->head[k]->end ? c->heading_to[k] + 1
								   : c->head[k]->end;
		uint64_t own = columns_bits(c->heading[k], to);
		if (own & g->own)
			return false;
		g->own |= own;
	}
	return true;
}

/* In a row of them, not above several or all. */
static bool is_beside(const struct columns *c, const struct strange *s)
{
	for (size_t k = 0; k < c->n; k++)
		if (c->head_row[k] == s->row)
			return true;
	return false;
}

/* But for those that labels stand in. */
static void find_foreign(const struct lines *l, const struct columns *c, size_t set,
	const struct line *under, struct ground *g)
{
	uint64_t labels = 0;
	for (const struct line *line = under; line; line = line->next)
		labels |= line->label ? columns_bits(line->label->col, line->label->end) : 0;
	for (size_t i = 0; i < l->strange.n; i++) {
		const struct strange *s = &l->strange.v[i];
		uint64_t over = columns_bits(s->t->col, s->t->end);
		if (s->set == set && (is_beside(c, s) || !(over & g->own)))
			g->foreign |= over & ~(g->own | labels);
	}
}

static bool is_of(const struct placing *p, const struct line *l, size_t block)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	return l->label && !l->mended && !l->touched && !r->narrow && !r->para &&
	       p->def->rows[l->row].block == block;
}

static uint64_t filled_of(const struct line *l)
{
	uint64_t filled = 0;
	for (size_t i = 0; i < l->cells.n; i++)
		if (token_is_filled(l->cells.v[i]))
			filled |= columns_bits(l->cells.v[i]->col, l->cells.v[i]->col + 1);
	return filled;
}

/* Does the line show that cells stand below their headings? It reaches as far as these do (the
 * highest bit), or, where columns were found by their look, has a cell for each, or adds up so. */
static bool shows(const struct placing *p, const struct line *l, const struct columns *c,
	const struct ground *g)
{
	uint64_t all = g->own | g->foreign, filled = filled_of(l);
	if (!row_is_by_look(&p->stream->rows.v[l->stream_row]))
		return (filled & all) > all >> 1;
	size_t own = 0, foreign = 0;
	for (uint64_t at = filled & g->own; at; at &= at - 1)
		own++;
	for (uint64_t at = filled & g->foreign; at; at &= at - 1)
		foreign++;
	return foreign > 0 && (own == c->n || align_adds_up(c, l->cells.v, l->cells.n));
}

static void drop_cells(struct line *l, uint64_t foreign, bool shown)
{
	size_t kept = 0;
	for (size_t i = 0; i < l->cells.n; i++) {
		const struct token *t = l->cells.v[i];
		if (!(columns_bits(t->col, t->col + 1) & foreign)) {
			l->cells.v[kept++] = t;
			continue;
		}
		l->filled -= token_is_filled(t);
		l->unsure |= !shown && token_is_filled(t);
	}
	l->cells.n = kept;
}

/* Cells of a row that begins elsewhere than its headings stand beside them. */
static bool is_beside_all(const struct line *l, const struct ground *g)
{
	return filled_of(l) & ~(g->own | g->foreign);
}

static void drop_under(const struct placing *p, const struct columns *c, const struct ground *g,
	size_t block, struct line *under)
{
	bool shown = false;
	for (const struct line *at = under; at; at = at->next)
		shown |= is_of(p, at, block) && shows(p, at, c, g);
	for (struct line *at = under; at; at = at->next)
		if (is_of(p, at, block) && is_beside_all(at, g))
			at->unsure = true;
		else if (is_of(p, at, block))
			drop_cells(at, g->foreign, shown);
}

void columns_drop_foreign(const struct placing *p, struct lines *l, struct line *const *under,
	const struct form_identity *sum)
{
	for (size_t i = 0; i < l->columns.n && l->strange.n > 0; i++)
		for (size_t b = 0; b < l->n_blocks; b++) {
			struct columns *c = &l->columns.v[i][b];
			struct ground g;
			c->sum = sum;
			columns_drop_listed(p, l, c, i, b, under[i]);
			if (!find_own(c, &g))
				continue;
			if (!columns_divide(p, l, c, i, &g))
				find_foreign(l, c, i, under[i], &g);
			if (g.foreign && !c->vague)
				drop_under(p, c, &g, b, under[i]);
		}
}
