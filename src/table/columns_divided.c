/* Headings that are divided by others below them (本年, 上年), and headings a cell a line. */
#include "table/columns_foreign.h"

#include "table/align_ways.h"

/* As many headings of one table tell where this year's are. */
#define HEADS_MAX 32

/* Has the heading a word that makes it none of the form's? */
static bool is_other(const struct placing *p, const struct strange *s)
{
	for (size_t i = 0; i < p->def->others.n; i++)
		if (str_find(s->t->core, str_of(p->def->others.items[i]), 0) != STR_NONE)
			return true;
	return false;
}

/* Read when all of the form's headings were. */
static bool is_below(const struct columns *c, const struct strange *s)
{
	for (size_t k = 0; k < c->n; k++)
		if (!c->read[k] || c->read[k] > s->read || c->head_row[k] == s->row)
			return false;
	return true;
}

/* The strange headings below all others of the set; which of them are this year's. */
struct below {
	const struct strange *v[HEADS_MAX];
	bool own[HEADS_MAX];
	size_t n, n_own;
};

static void find_below(const struct placing *p, const struct lines *l, const struct columns *c,
	size_t set, struct below *b)
{
	b->n = b->n_own = 0;
	for (size_t i = 0; i < l->strange.n && b->n < HEADS_MAX; i++) {
		const struct strange *s = &l->strange.v[i];
		if (s->set != set || !is_below(c, s))
			continue;
		b->own[b->n] = !is_other(p, s);
		b->n_own += b->own[b->n];
		b->v[b->n++] = s;
	}
}

/* Several below each heading, of which one is this year's. */
static bool is_told(const struct columns *c, const struct below *b)
{
	return b->n_own == c->n && b->n > c->n && b->n % c->n == 0;
}

bool columns_divide(const struct placing *p, const struct lines *l, struct columns *c, size_t set,
	struct ground *g)
{
	struct below b;
	uint64_t all = 0;
	find_below(p, l, c, set, &b);
	if (b.n <= c->n)
		return false;
	for (size_t i = 0; i < b.n; i++) {
		uint64_t bits = columns_bits(b.v[i]->t->col, b.v[i]->t->end);
		if (bits & all)
			return false;
		all |= bits;
	}
	c->vague = !is_told(c, &b);
	*g = (struct ground){0, 0};
	for (size_t i = 0, k = 0; i < b.n; i++) {
		const struct token *t = b.v[i]->t;
		*(b.own[i] ? &g->own : &g->foreign) |= columns_bits(t->col, t->end);
		if (c->vague)
			c->heading[i % c->n] = STR_NONE;
		else if (b.own[i]) {
			c->heading[k] = t->col;
			c->heading_to[k] = t->end - 1;
			c->head[k++] = t;
		}
	}
	return true;
}

/* What the cells of a row are, one after another. */
struct list {
	bool own[HEADS_MAX];
	size_t n;
	size_t before; /* strange headings before all these: the labels', or columns */
};

/* Strange headings among the form's, which stand in its order: before the first of these they may
 * be the labels'. */
static bool find_among(const struct lines *l, const struct columns *c, size_t set, struct list *out)
{
	size_t k = 0;
	*out = (struct list){.n = 0};
	for (size_t i = 0; i < l->strange.n; i++) {
		const struct strange *s = &l->strange.v[i];
		out->before += s->set == set && s->read < c->read[0];
		if (s->set != set || s->read < c->read[0])
			continue;
		for (; k < c->n && c->read[k] < s->read; k++)
			out->own[out->n++] = true;
		if (out->n + c->n - k >= HEADS_MAX)
			return false;
		out->own[out->n++] = false;
	}
	for (; k < c->n; k++)
		out->own[out->n++] = true;
	return out->n + out->before > c->n;
}

static bool find_list(const struct placing *p, const struct lines *l, const struct columns *c,
	size_t set, struct list *out)
{
	struct below b;
	for (size_t k = 0; k < c->n; k++)
		if (!c->read[k] || c->twice[k] || (k > 0 && c->read[k] < c->read[k - 1]))
			return false;
	find_below(p, l, c, set, &b);
	if (b.n <= c->n)
		return find_among(l, c, set, out);
	*out = (struct list){.n = is_told(c, &b) ? b.n : 0};
	for (size_t i = 0; i < out->n; i++)
		out->own[i] = b.own[i];
	return true;
}

static void take_listed(struct line *line, const struct list *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < line->cells.n; i++)
		if (list->own[i])
			line->cells.v[kept++] = line->cells.v[i];
		else
			line->filled -= token_is_filled(line->cells.v[i]);
	line->cells.n = kept;
}

void columns_drop_listed(const struct placing *p, const struct lines *l, const struct columns *c,
	size_t set, size_t block, struct line *under)
{
	struct list list;
	if (p->def->blocks[block].n_column_groups > 0 || !find_list(p, l, c, set, &list))
		return;
	for (struct line *at = under; at; at = at->next) {
		if (!at->label || at->mended || at->touched || at->cells.n == 0 ||
			!p->stream->rows.v[at->stream_row].narrow ||
			p->def->rows[at->row].block != block)
			continue;
		if (at->cells.n == list.n)
			take_listed(at, &list);
		else
			at->unsure |= list.n != c->n || at->cells.n > c->n;
	}
}
