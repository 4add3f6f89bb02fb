/* Headings that nobody can read, and what they leave in doubt: which column they are, or whether
 * they are any of the form's. */
#include "base/utf8.h"
#include "table/book.h"
#include "table/headings.h"

/* A heading has no more characters; a sentence has. */
#define HEADING_BYTES (12 * 3)
/* Pieces of headings in one line of them. */
#define PIECES_MAX 8
/* The begin of a label has as many at least. */
#define BEGUN_BYTES (2 * 3)

static bool has_word(struct str core, const struct form_list *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_find(core, str_of(words->items[i]), 0) != STR_NONE)
			return true;
	return false;
}

bool headings_signed(const struct form_table *def, struct str core, struct label_match *m)
{
	size_t found = 0;
	if (core.n > HEADING_BYTES)
		return false;
	for (size_t b = 0; b < def->n_blocks; b++)
		for (size_t k = 0; k < def->blocks[b].n_columns; k++) {
			if (!has_word(core, &def->blocks[b].columns[k].signs))
				continue;
			*m = (struct label_match){LABEL_COLUMN, FIT_CLOSE, k, b, false};
			found++;
		}
	return found == 1 && !has_word(core, &def->others);
}

/* Headings that ran together in a line, or what it broke off those of a table whose rows' sums tell
 * its order. */
static bool is_broken(const struct placing *p, const struct token *t, size_t row)
{
	return !p->stream->rows.v[row].exact &&
	       (t->core.n > HEADING_BYTES ||
		       (place_row_sum(p) &&
			       (t->core.n <= 2 * 3 || lines_are_pieces(p, t, PIECES_MAX))));
}

/* Has it a word that makes it none of the form's, whatever pieces of labels it is made of? */
static bool is_other(const struct placing *p, const struct token *t)
{
	return t->core.n <= HEADING_BYTES && has_word(t->core, &p->def->others);
}

static bool is_strange(const struct placing *p, const struct token *t, size_t row)
{
	return t->reading.kind == READ_OTHER && t->core.n > 0 &&
	       (!is_broken(p, t, row) || is_other(p, t)) && !place_is_heading(p, t) &&
	       place_label_fit(p, t, LABEL_ASIDE) < FIT_CLOSE &&
	       place_label_fit(p, t, LABEL_ROW) < FIT_EXACT;
}

static void take_strange(struct headings *h, const struct token *t, size_t row)
{
	*vec_push(&h->out->strange) = (struct strange){
		.set = h->out->columns.n - 1, .row = row, .t = t, .read = ++h->readings};
}

void headings_see_strange(struct headings *h, const struct token *t, size_t row)
{
	if (is_strange(h->p, t, row))
		take_strange(h, t, row);
}

/* Has no line been read under the headings in force? */
static bool is_fresh(const struct headings *h)
{
	size_t n = h->out->v.n;
	return n == 0 || h->out->v.v[n - 1].columns != h->columns;
}

/* A cell a line, what stands right before a cell is its row's label. */
static bool is_label(const struct headings *h, size_t row)
{
	const struct token_row *r = &h->p->stream->rows.v[row], *next = r + 1;
	return r->narrow && row + 1 < h->p->row_to && next->n > 0 &&
	       h->p->stream->tokens.v[next->first].reading.kind != READ_OTHER;
}

bool headings_take_strange(struct headings *h, size_t row)
{
	const struct token_row *r = &h->p->stream->rows.v[row];
	const struct token *tokens = h->p->stream->tokens.v + r->first;
	size_t words = 0, strange = 0;
	if (r->para || !is_fresh(h) || (r->narrow && !h->open) || is_label(h, row))
		return false;
	for (size_t i = 0; i < r->n; i++) {
		words += tokens[i].reading.kind != READ_EMPTY;
		strange += is_strange(h->p, &tokens[i], row);
	}
	if (strange + 1 < words || strange == 0 || (!h->open && strange < 2))
		return false;
	for (size_t i = 0; i < r->n; i++)
		headings_see_strange(h, &tokens[i], row);
	return true;
}

/* What stands above the cells of one block's lines, under one set of headings. */
struct view {
	const struct placing *p;
	const struct lines *l;
	const struct columns *c;
	size_t set, block;
	const struct line *under;
};

/* Do cells of the block's rows stand there, filled ones? */
static bool has_cells(const struct view *v, size_t from, size_t to)
{
	for (const struct line *l = v->under; l; l = l->next)
		for (size_t i = 0;
			l->label && v->p->def->rows[l->row].block == v->block && i < l->cells.n;
			i++)
			if (l->cells.v[i]->reading.kind != READ_EMPTY &&
				l->cells.v[i]->col >= from && l->cells.v[i]->col < to)
				return true;
	return false;
}

bool columns_is_over(const struct columns *c, size_t k, size_t col)
{
	return c->heading[k] != STR_NONE && col >= c->heading[k] &&
	       (col <= c->heading_to[k] || col < c->head[k]->end);
}

/* Stands the strange heading over cells, and no heading that was read over them too? A cell a line,
 * behind one that was read: nobody knows over which. */
static bool is_unread(const struct view *v, const struct strange *s)
{
	const struct token_row *r = &v->p->stream->rows.v[s->row];
	if (r->narrow)
		return true;
	for (size_t k = 0; k < v->c->n; k++)
		for (size_t col = s->t->col; col < s->t->end; col++)
			if (columns_is_over(v->c, k, col))
				return false;
	return has_cells(v, s->t->col, s->t->end);
}

/* Do just those headings that were read stand before the strange one that the form has before its
 * column? */
static bool is_in_place(const struct view *v, const struct strange *s, size_t column)
{
	for (size_t k = 0; k < v->c->n; k++)
		if (v->c->read[k] && (v->c->read[k] < s->read) != (k < column))
			return false;
	return true;
}

/* The strange headings over the view's cells, and how they fit the columns that were not read. */
struct fitted {
	size_t strange;
	size_t begun;  /* so many of them, from the first on, begin the label of the column in turn
			*/
	size_t next;   /* and that is the next one's */
	bool in_place; /* the last stands where its column should */
};

static size_t next_lost(const struct columns *c, size_t k)
{
	while (k < c->n && c->read[k])
		k++;
	return k;
}

/* Cut off where a line ended, several may read alike: 本年新, 本年新. */
static void fit_strange(const struct view *v, const struct strange *s, struct fitted *f)
{
	f->in_place = f->next < v->c->n && is_in_place(v, s, f->next);
	if (f->in_place && f->begun == f->strange &&
		label_begins_column(v->p->labels, s->t->core, v->block, f->next))
		f->begun++;
	f->strange++;
	f->next = next_lost(v->c, f->next + 1);
}

/* Is it another table's label, or the begin of one, and of none here? */
static bool is_anothers(const struct view *v, struct str core)
{
	const struct label_book *book = v->p->stream->book;
	const struct label_set *own = v->p->labels;
	if (label_book_has(book, core))
		return true;
	if (core.n < BEGUN_BYTES || !label_book_begins(book, core))
		return false;
	for (size_t i = 0; i < label_set_count(own); i++)
		if (str_find(label_set_core(own, i), core, 0) == 0)
			return false;
	return true;
}

/* A cell a line, all headings stand there twice: another year's columns are beside the report's. */
static bool is_doubled(const struct columns *c)
{
	return c->n > 1 && c->again == (uint32_t)(((uint64_t)1 << c->n) - 1);
}

static void judge_view(const struct view *v, struct columns *c)
{
	size_t lost = 0;
	struct fitted f = {.next = next_lost(c, 0)};
	bool other = false;
	for (size_t k = 0; k < c->n; k++)
		lost += !c->read[k];
	for (size_t i = 0; i < v->l->strange.n && lost; i++) {
		const struct strange *s = &v->l->strange.v[i];
		if (s->set != v->set || !is_unread(v, s))
			continue;
		fit_strange(v, s, &f);
		other |= has_word(s->t->core, &v->p->def->others);
		c->mistaken |= is_anothers(v, s->t->core);
	}
	for (size_t k = 0; k < c->n && is_doubled(c); k++)
		c->twice[k] = true;
	bool told = lost == f.strange && !other &&
		    ((lost == 1 && f.in_place) || (lost < c->n && f.begun == lost));
	bool vague = f.strange > 0 && !told;
	for (size_t k = 0; k < c->n; k++)
		vague |= c->twice[k];
	c->vague |= vague;
}

bool column_is_vague(const struct columns *c, size_t k, const struct token *t)
{
	return c->vague && (!c->read[k] || c->twice[k] || !columns_is_over(c, k, t->col));
}

void columns_judge_strange(const struct placing *p, struct lines *l, struct line *const *under)
{
	for (size_t i = 0; i < l->columns.n; i++)
		for (size_t b = 0; b < l->n_blocks; b++) {
			struct columns *c = &l->columns.v[i][b];
			judge_view(&(struct view){p, l, c, i, b, under[i]}, c);
		}
}
