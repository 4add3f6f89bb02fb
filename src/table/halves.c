/* Looking for the halves of broken numbers, line by line. */
#include "table/halves.h"

#include <string.h>

#include "base/utf8.h"

enum {
	COLUMNS_MAX = 64,
	REACH = 2,     /* columns that a number may be beside its own, by its look alone */
	APART_MAX = 3, /* lines from one half to the other, one with words alone among them */
};

/* The grid's rows, and how long the longest number of a column is. */
struct seams {
	struct stream *s;
	const struct doc *d;
	const struct label_book *book;
	size_t widest[COLUMNS_MAX];
};

/* In characters. */
static size_t length(const struct seams *h, const struct token *t)
{
	return utf8_count(doc_str(h->d, t->span));
}

static bool is_figure(const struct token *t)
{
	return t->reading.kind == READ_NUMBER && t->col < COLUMNS_MAX && t->n_pieces == 0;
}

static struct token *tokens_of(const struct seams *h, const struct token_row *r)
{
	return &h->s->tokens.v[r->first];
}

static size_t count_values(const struct seams *h, const struct token_row *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += token_has_value(&tokens_of(h, r)[i]);
	return n;
}

static bool has_words(const struct seams *h, const struct token_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (tokens_of(h, r)[i].reading.kind == READ_OTHER)
			return true;
	return false;
}

/* The name of the row that words of it are the label of; NULL: none. */
static const char *name_of(const struct seams *h, const struct token_row *r)
{
	const char *name = NULL;
	for (size_t i = 0; i < r->n && !name; i++) {
		const struct token *t = &tokens_of(h, r)[i];
		if (t->reading.kind == READ_OTHER && t->core.n > 0)
			name = label_book_row(h->book, t->core, t->number);
	}
	return name;
}

/* How many columns beside its own the number may stand in: in the next where the other row has no
 * cell below or above it. */
static size_t reach_of(const struct seams *h, const struct token *t, const struct token_row *others)
{
	for (size_t i = 0; i < others->n && !t->unsure; i++)
		if (tokens_of(h, others)[i].col == t->col)
			return 0;
	return t->unsure ? REACH : 1;
}

/* May the other be the number's other half, by its place? */
static bool is_near(const struct token *t, const struct token *other, size_t reach)
{
	size_t apart = t->col < other->col ? other->col - t->col : t->col - other->col;
	return is_figure(other) && apart <= reach;
}

/* A cell that is broken is full: no number of its column is longer than its first line. */
static bool goes_on(const struct seams *h, const struct token *above, const struct token *below)
{
	size_t n = length(h, above);
	return n > 1 && n == h->widest[above->col] && length(h, below) <= n;
}

/* Has the number its other half in the other row? */
static bool has_half(
	const struct seams *h, const struct token *t, const struct token_row *others, bool above)
{
	size_t reach = reach_of(h, t, others);
	for (size_t i = 0; i < others->n && is_figure(t); i++) {
		const struct token *other = &tokens_of(h, others)[i];
		if (is_near(t, other, reach) && goes_on(h, above ? t : other, above ? other : t))
			return true;
	}
	return false;
}

/* Has each number of the one row? */
static bool are_halves(const struct seams *h, const struct token_row *few,
	const struct token_row *others, bool above)
{
	for (size_t i = 0; i < few->n; i++) {
		const struct token *t = &tokens_of(h, few)[i];
		if (token_has_value(t) && !has_half(h, t, others, above))
			return false;
	}
	return true;
}

static void mark(struct token *t)
{
	t->half = t->unsure = true;
}

static void mark_rows(
	const struct seams *h, const struct token_row *few, const struct token_row *others)
{
	for (size_t i = 0; i < few->n; i++) {
		struct token *t = &tokens_of(h, few)[i];
		size_t reach = reach_of(h, t, others);
		for (size_t k = 0; k < others->n && is_figure(t); k++)
			if (is_near(t, &tokens_of(h, others)[k], reach))
				mark(&tokens_of(h, others)[k]);
		if (t->reading.kind != READ_OTHER)
			mark(t);
	}
}

/* Numbers without any words, right above or below empty cells of a row with more of them: what
 * stands behind such a number in its cell put it on a line of its own. */
static void mark_strays(
	const struct seams *h, const struct token_row *few, const struct token_row *others)
{
	if (has_words(h, few) || !has_words(h, others))
		return;
	for (size_t i = 0; i < few->n; i++) {
		struct token *t = &tokens_of(h, few)[i];
		for (size_t k = 0; k < others->n && is_figure(t); k++) {
			struct token *other = &tokens_of(h, others)[k];
			if (other->col == t->col && other->reading.kind == READ_EMPTY)
				mark(other);
		}
	}
}

static bool has_figure(const struct seams *h, const struct token_row *r, size_t col)
{
	for (size_t i = 0; i < r->n; i++)
		if (tokens_of(h, r)[i].col == col && is_figure(&tokens_of(h, r)[i]))
			return true;
	return false;
}

/* Several numbers without any words, in just the columns that the other row has none in: both are
 * lines of one row, some of whose numbers are broken, and may have more lines. */
static bool are_torn(
	const struct seams *h, const struct token_row *bare, const struct token_row *other)
{
	size_t figures = 0;
	if (has_words(h, bare) || count_values(h, other) == 0)
		return false;
	for (size_t i = 0; i < bare->n; i++) {
		const struct token *t = &tokens_of(h, bare)[i];
		if (token_has_value(t) && (!is_figure(t) || has_figure(h, other, t->col)))
			return false;
		figures += is_figure(t);
	}
	return figures > 1;
}

static void mark_all(const struct seams *h, const struct token_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (tokens_of(h, r)[i].reading.kind != READ_OTHER)
			mark(&tokens_of(h, r)[i]);
}

static void see_pair(
	const struct seams *h, const struct token_row *above, const struct token_row *below)
{
	size_t a = count_values(h, above), b = count_values(h, below);
	const char *name = name_of(h, above), *other = name_of(h, below);
	bool lone = a == 1 && b == 1 && (!has_words(h, above) || !has_words(h, below));
	if (are_torn(h, above, below) || are_torn(h, below, above)) {
		mark_all(h, above);
		mark_all(h, below);
		return;
	}
	bool bare = a == b && has_words(h, above) != has_words(h, below);
	if ((a == b && !lone && !bare) || (name && other && strcmp(name, other) != 0))
		return;
	bool first = bare ? !has_words(h, above) : a < b;
	const struct token_row *few = first ? above : below, *others = first ? below : above;
	if (are_halves(h, few, others, few == above))
		mark_rows(h, few, others);
	else if (a != b)
		mark_strays(h, few, others);
}

static void measure(struct seams *h, size_t from, size_t to)
{
	memset(h->widest, 0, sizeof h->widest);
	for (size_t r = from; r < to; r++)
		for (size_t i = 0; i < h->s->rows.v[r].n; i++) {
			const struct token *t = &tokens_of(h, &h->s->rows.v[r])[i];
			if (is_figure(t) && length(h, t) > h->widest[t->col])
				h->widest[t->col] = length(h, t);
		}
}

static void see_grid(struct seams *h, size_t from, size_t to)
{
	const struct token_row *rows = h->s->rows.v;
	size_t last = STR_NONE;
	measure(h, from, to);
	for (size_t r = from; r < to; r++) {
		if (count_values(h, &rows[r]) == 0)
			continue;
		if (last != STR_NONE && r - last < APART_MAX)
			see_pair(h, &rows[last], &rows[r]);
		last = r;
	}
}

void halves_find(struct stream *s, const struct doc *d, const struct label_book *book)
{
	struct seams h = {.s = s, .d = d, .book = book};
	for (size_t from = 0, to; from < s->rows.n; from = to) {
		to = from + 1;
		while (to < s->rows.n && s->rows.v[to].grid == s->rows.v[from].grid)
			to++;
		if (row_is_by_look(&s->rows.v[from]))
			see_grid(&h, from, to);
	}
}
