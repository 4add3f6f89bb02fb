/* Rows of headings. */
#include "table/headings.h"

#define MATCHES_MAX 8
/* So many columns' headings before a row's label are headings; fewer may be another label's words.
 */
#define BEFORE_LABEL_MIN 3
/* Headings that ran together into one cell. */
#define TOGETHER_MAX 24
/* What is left of one in its line has three characters at least. */
#define BEGUN_BYTES (3 * 3)
#define BEGUN_MOST (6 * 3)

static void open_columns(struct headings *h)
{
	size_t n = h->p->def->n_blocks;
	h->columns = mem_alloc_array(n, sizeof *h->columns);
	*vec_push(&h->out->columns) = h->columns;
	for (size_t b = 0; b < n; b++) {
		h->columns[b].n = h->p->def->blocks[b].n_columns;
		for (size_t k = 0; k < ALIGN_COLUMNS_MAX; k++)
			h->columns[b].heading[k] = STR_NONE;
	}
}

void headings_init(struct headings *h, const struct placing *p, struct lines *out)
{
	*h = (struct headings){.p = p, .out = out};
	h->seen = mem_alloc_array(p->def->n_blocks * ALIGN_COLUMNS_MAX, sizeof *h->seen);
	open_columns(h);
}

void headings_free(struct headings *h)
{
	free(h->seen);
	h->seen = NULL;
}

void headings_see(struct headings *h, const struct label_match *m)
{
	bool *seen = &h->seen[m->block * ALIGN_COLUMNS_MAX + m->index];
	h->out->headings += !*seen;
	*seen = true;
}

/* The heading of another column in the same words; one that is printed over several grid columns
 * may stand repeated there. */
static bool is_again(
	const struct columns *c, const struct token *t, size_t k, size_t row, bool placed)
{
	return placed && c->head_row[k] == row && c->heading_to[k] + 1 < t->col;
}

/* One heading: where it stands, where its row keeps columns apart. */
static void see_column(struct headings *h, const struct token *t, const struct label_match *m,
	size_t row, bool placed)
{
	struct columns *cols = &h->columns[m->block];
	size_t k = m->index;
	headings_see(h, m);
	if (!cols->read[k]) {
		cols->read[k] = ++h->readings;
		cols->head_row[k] = row;
	}
	if (!cols->head[k])
		cols->head[k] = t;
	else if (is_again(cols, t, k, row, placed))
		cols->twice[k] = true;
	else if (h->p->stream->rows.v[row].narrow)
		cols->again |= (uint32_t)1 << k;
	if (!placed)
		return;
	if (cols->heading[k] == STR_NONE)
		cols->heading[k] = cols->heading_to[k] = t->col;
	else if (cols->head_row[k] == row && cols->heading_to[k] + 1 == t->col)
		cols->heading_to[k] = t->col;
}

/* A heading above several columns, beside which the total's may stand. Is it one? */
static bool take_above(struct headings *h, struct label_text text, size_t row, bool see)
{
	struct label_match m;
	if (!label_search(h->p->labels, text, LABEL_ASIDE, &m, 1) || m.fit < FIT_CLOSE ||
		m.index == 0)
		return false;
	struct columns *c = &h->columns[m.block];
	const struct form_group *g = &h->p->def->blocks[m.block].column_groups[m.index - 1];
	if (see && !c->over && g->n < c->n) {
		c->over = ++h->readings;
		c->over_row = row;
		c->over_first = g->first;
		c->over_n = g->n;
	}
	if (see && !c->above) {
		c->above = ++h->readings;
		c->above_row = row;
	}
	return true;
}

/* A heading that a line broke off, where sums tell the table's order but for that of its parts. */
static size_t find_begun(const struct headings *h, struct str core, struct label_match *m)
{
	size_t same, column;
	if (core.n < BEGUN_BYTES || core.n > BEGUN_MOST || !place_row_sum(h->p))
		return 0;
	column = label_column_begun(h->p->labels, core, &same);
	if (column == STR_NONE || same != core.n)
		return 0;
	*m = (struct label_match){LABEL_COLUMN, FIT_CLOSE, column, 0, false};
	return 1;
}

/* The columns that a core names as their heading; 0 where it is none, or may be one in part. */
static size_t find_columns(
	const struct headings *h, struct label_text text, struct label_match m[MATCHES_MAX])
{
	size_t n = label_search(h->p->labels, text, LABEL_COLUMN, m, MATCHES_MAX), same = 0;
	if (n == 0 || m[0].fit == FIT_PART)
		return headings_signed(h->p->def, text.core, m) ? 1 : find_begun(h, text.core, m);
	while (same < n && m[same].fit == m[0].fit)
		same++;
	return same;
}

/* Headings in one cell, one behind another: their order is all they tell. */
static size_t take_together(struct headings *h, const struct token *t, size_t row, bool see)
{
	struct str parts[TOGETHER_MAX];
	struct label_match m[MATCHES_MAX];
	size_t hits = 0, n = label_headings(h->p->labels, t->core, parts, TOGETHER_MAX);
	for (size_t i = 0; i < n; i++) {
		struct label_text part = label_text_of(parts[i], "");
		size_t found = find_columns(h, part, m);
		bool above = take_above(h, part, row, see);
		hits += found > 0 || above;
		for (size_t k = 0; see && k < found; k++)
			see_column(h, t, &m[k], row, false);
	}
	return hits;
}

/* "申请人情况总计": what stands above several columns, before the heading of one. */
static void take_before(struct headings *h, const struct token *t, size_t row)
{
	struct str parts[TOGETHER_MAX];
	if (label_headings(h->p->labels, t->core, parts, TOGETHER_MAX) > 1)
		take_above(h, label_text_of(parts[0], ""), row, true);
}

/* The headings in a token; sees them where `see`, else only counts them. */
static size_t take_token(struct headings *h, const struct token *t, size_t row, bool see)
{
	struct label_match m[MATCHES_MAX];
	if (t->reading.kind != READ_OTHER)
		return 0;
	bool block = place_label_fit(h->p, t, LABEL_BLOCK) >= FIT_CLOSE;
	size_t n = find_columns(h, token_label(t), m);
	size_t together = block || n ? 0 : take_together(h, t, row, see);
	h->out->headings += see && block;
	/* a paragraph's words and a cell a line stand in no column */
	const struct token_row *r = &h->p->stream->rows.v[row];
	if (see && n > 0)
		take_before(h, t, row);
	for (size_t k = 0; see && k < n; k++)
		see_column(h, t, &m[k], row, !r->narrow && !r->para);
	if (together)
		return together;
	return take_above(h, token_label(t), row, see) || block || n;
}

static size_t count_hits(struct headings *h, size_t row, size_t n)
{
	const struct token *tokens = h->p->stream->tokens.v + h->p->stream->rows.v[row].first;
	size_t hits = 0;
	for (size_t i = 0; i < n; i++)
		hits += take_token(h, &tokens[i], row, false);
	return hits;
}

/* Is it by its signs alone that the row's only heading is one, and beside no other? Words of prose
 * have signs, too. */
static bool is_lone_sign(struct headings *h, size_t row, size_t n)
{
	const struct stream *s = h->p->stream;
	const struct token *tokens = s->tokens.v + s->rows.v[row].first;
	struct label_match m;
	bool sign = false;
	for (size_t i = 0; i < n; i++)
		sign |= tokens[i].reading.kind == READ_OTHER &&
			place_label_fit(h->p, &tokens[i], LABEL_COLUMN) <= FIT_PART &&
			headings_signed(h->p->def, tokens[i].core, &m);
	return sign && !(row > 0 && count_hits(h, row - 1, s->rows.v[row - 1].n)) &&
	       !(row + 1 < s->rows.n && count_hits(h, row + 1, s->rows.v[row + 1].n));
}

bool headings_take(struct headings *h, size_t row, const struct token *before)
{
	const struct token_row *r = &h->p->stream->rows.v[row];
	const struct token *tokens = h->p->stream->tokens.v + r->first;
	size_t n = before ? (size_t)(before - tokens) : r->n, hits = count_hits(h, row, n);
	if (hits == 0 || (before && hits < BEFORE_LABEL_MIN) ||
		(hits == 1 && !h->open && is_lone_sign(h, row, n)))
		return false;
	if (!h->open)
		open_columns(h);
	for (size_t i = 0; i < n; i++)
		if (!take_token(h, &tokens[i], row, true))
			headings_see_strange(h, &tokens[i], row);
	for (size_t b = 0; b < h->p->def->n_blocks && n > 0 && !r->narrow; b++)
		if (tokens[n - 1].col >= h->columns[b].head_end)
			h->columns[b].head_end = tokens[n - 1].col + 1;
	return true;
}
