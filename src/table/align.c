/* Which of the cells behind a label is which column's. Grids lose columns and gain empty ones, so
 * the grid's column is one witness among several: the count, the headings, the sum. */
#include "table/align.h"
#include "table/align_ways.h"

#include <assert.h>
#include <string.h>

size_t align_column_at(const struct columns *c, size_t k)
{
	if (c->total_first)
		k = k == 0 ? c->n - 1 : k - 1;
	return c->permuted ? c->order[k] : k;
}

void align_take(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	memset(out->at, 0, sizeof out->at);
	for (size_t k = 0; k < n && k < c->n; k++)
		out->at[align_column_at(c, k)] = tokens[k];
}

static bool is_zero(const struct token *t)
{
	return t->reading.kind == READ_NUMBER && dec_is_zero(t->reading.value);
}

/* Are the empty cells between those two none of the text, but what a line's look made up? */
static bool are_made_up(const struct token *const *tokens, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		if (!token_is_filled(tokens[i]) && tokens[i]->span.from != tokens[i + 1]->span.from)
			return false;
	return true;
}

/* Has each row as many numbers as there are columns, and each of these its heading, in the form's
 * order? */
static bool is_all_filled(const struct columns *c)
{
	return c->shown && c->full_rows == c->rows && !c->mixed && align_headings(c) == c->n;
}

/* As many filled cells as columns: they are the columns, whatever empty cells the layout put
 * around. */
static void align_filled(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	const struct token *filled[ALIGN_COLUMNS_MAX];
	size_t n_filled = 0, first = n, last = 0;
	for (size_t i = 0; i < n; i++) {
		if (!token_is_filled(tokens[i]))
			continue;
		filled[n_filled++] = tokens[i];
		first = first == n ? i : first;
		last = i;
	}
	align_take(c, filled, n_filled, out);
	out->how = "label+column";
	/* An empty cell between them may as well be a blank beside a stray number: a zero at the
	 * end is none that a sum would tell. */
	bool told = align_sum_holds(c, out) && !is_zero(tokens[first]) && !is_zero(tokens[last]);
	out->doubt = last - first + 1 != c->n && !told &&
		     !(align_headings(c) == c->n && align_under_headings(c, out)) &&
		     !(is_all_filled(c) && are_made_up(tokens, first, last));
	if (out->doubt)
		out->how = "label+order";
}

bool align_stands(const struct columns *c, const struct token *const *tokens, size_t n)
{
	struct alignment a;
	if (!c->mixed) {
		align(c, tokens, n, &a);
		return c->heading[0] == STR_NONE || align_under_headings(c, &a);
	}
	return align_headings(c) == c->n && align_headed(c, tokens, n, &a);
}

/* As many cells as columns that are left, where nothing but their order tells which they are. */
static bool align_lost(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t column = 0;
	*out = (struct alignment){.how = "label+order", .doubt = true};
	for (size_t i = 0; i < n; i++) {
		if (!token_is_filled(tokens[i]))
			continue;
		while (column < c->n && !c->read[align_column_at(c, column)])
			column++;
		if (column == c->n)
			return false;
		out->at[align_column_at(c, column++)] = tokens[i];
	}
	while (column < c->n && !c->read[align_column_at(c, column)])
		column++;
	return column == c->n;
}

/* As wide as the rows of its grid, and a cell to each heading that was read: what else the form has
 * is not in the source. */
static bool is_all_there(const struct columns *c, const struct token *const *tokens, size_t n)
{
	return c->even > 0 && tokens[n - 1]->end == c->even && align_headings(c) == n;
}

/* Fewer cells than columns. Under their headings they are plain; else the sum may tell that the
 * last one is the total; else they are taken in order, and what is left over is missing. */
static void align_short(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < c->n; k++)
			if (c->heading[k] != STR_NONE && c->heading[k] == tokens[i]->col)
				out->at[k] = tokens[i];
	size_t placed = 0;
	for (size_t k = 0; k < c->n; k++)
		placed += out->at[k] != NULL;
	out->how = "label+column";
	if (placed == n && (n == 0 || align_sum_holds(c, out) || is_all_there(c, tokens, n)))
		return;
	out->how = "label+order";
	out->doubt = n > 0;
	align_take(c, tokens, n, out);
	if (n < 2 || c->total_first || !c->sum)
		return;
	struct alignment last = *out;
	last.at[n - 1] = NULL;
	last.at[c->n - 1] = tokens[n - 1];
	if (align_sum_holds(c, &last))
		memcpy(out->at, last.at, sizeof out->at);
}

/* More filled cells than columns: the run of them whose sum holds, else the one under the headings,
 * else those after the label. */
static void align_long(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	*out = (struct alignment){.how = "shifted", .doubt = true};
	for (int by_sum = 1; by_sum >= 0; by_sum--)
		for (size_t o = 0; o + c->n <= n; o++) {
			align_take(c, tokens + o, c->n, out);
			if (by_sum ? align_sum_holds(c, out) : align_under_headings(c, out))
				return;
		}
	align_take(c, tokens, c->n, out);
}

/* Is the cell empty, though the column's value stands in another of its grid columns? */
static bool is_beside_itself(
	const struct columns *c, const struct alignment *a, size_t k, const struct token *t)
{
	return a->at[k] && t->col >= c->heading[k] && t->col <= c->heading_to[k] &&
	       token_is_filled(t) != token_is_filled(a->at[k]);
}

/* Cells that are printed over several grid columns stand repeated there, as their headings do. */
static bool align_repeated(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t wide = 0;
	for (size_t k = 0; k < c->n; k++)
		wide += c->heading[k] != STR_NONE && c->heading_to[k] > c->heading[k];
	if (wide == 0 || c->shaky || align_headings(c) < c->n || !align_headed(c, tokens, n, out))
		return false;
	for (size_t i = 0; i < n && !out->doubt; i++)
		for (size_t k = 0; k < c->n; k++)
			out->doubt |= is_beside_itself(c, out, k, tokens[i]);
	if (out->doubt)
		out->how = "label+order";
	return true;
}

/* The only heading that was read, over the only number: it may be as wide as the row. Where no grid
 * shows that it stands there, others may have been lost. */
static bool align_single(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t read = 0, column = 0, filled = 0;
	*out = (struct alignment){.how = "label+column"};
	for (size_t k = 0; k < c->n; k++)
		if (c->read[k])
			read++, column = k;
	for (size_t i = 0; i < n; i++)
		if (token_is_filled(tokens[i]))
			filled++, out->at[column] = tokens[i];
	out->doubt = c->heading[column] == STR_NONE;
	if (out->doubt)
		out->how = "label+order";
	return read == 1 && filled == 1 && !c->vague;
}

/* A table without sums that prints some of its columns only, as one that takes headings of another
 * form: what stands under a heading is that column's, whatever the form's order. */
static bool align_some(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t headings = align_headings(c);
	if (!c->sum && align_single(c, tokens, n, out))
		return true;
	if (c->sum || c->shaky || headings == c->n)
		return false;
	return headings ? align_headed(c, tokens, n, out) : align_lost(c, tokens, n, out);
}

/* Under one of the headings stands nothing, no empty cell either: the row is not theirs. */
static bool lacks_any(const struct columns *c, const struct alignment *a)
{
	for (size_t k = 0; k < c->n; k++)
		if (!a->at[k])
			return true;
	return false;
}

void align(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t filled = 0;
	assert(c->n <= ALIGN_COLUMNS_MAX);
	for (size_t i = 0; i < n; i++)
		filled += token_is_filled(tokens[i]);
	memset(out, 0, sizeof *out);
	if (c->mixed && !c->shaky && align_headings(c) == c->n && align_headed(c, tokens, n, out)) {
		out->doubt = align_lacks_edge(c, tokens, n, out) || lacks_any(c, out);
		out->how = out->doubt ? "label+order" : out->how;
		return;
	}
	if (c->lost && align_headings(c) == 0 && align_lost(c, tokens, n, out))
		return;
	if (filled > 0 && filled < c->n && align_some(c, tokens, n, out))
		return;
	if (align_repeated(c, tokens, n, out) || align_broken(c, tokens, n, out))
		return;
	if (filled == c->n)
		align_filled(c, tokens, n, out);
	else if (align_mended(c, tokens, n, out))
		return;
	else if (filled > c->n)
		align_long(c, tokens, n, out);
	else if (n >= c->n)
		align_window(c, tokens, n, out);
	else
		align_short(c, tokens, n, out);
}

/* What is printed `by` places on from the token in a column; NULL where that is nothing. */
static const struct token *beyond(
	const struct token *const *tokens, size_t n, const struct token *from, long by)
{
	for (size_t i = 0; from && i < n; i++) {
		long at = (long)i + by;
		if (tokens[i] == from && at >= 0 && at < (long)n && token_is_filled(tokens[at]))
			return tokens[at];
	}
	return NULL;
}

void align_shift(const struct columns *c, const struct token *const *tokens, size_t n, long by,
	struct alignment *a)
{
	const struct token *was[ALIGN_COLUMNS_MAX];
	long last = (long)c->n - 1;
	memcpy(was, a->at, sizeof was);
	memset(a->at, 0, sizeof a->at);
	for (long k = 0; k <= last; k++) {
		long from = k - by;
		if (from >= 0 && from <= last)
			a->at[k] = was[from];
		else if (!c->total_first)
			a->at[k] = from < 0 ? beyond(tokens, n, was[0], from)
					    : beyond(tokens, n, was[last], from - last);
	}
	a->how = "mended";
	a->doubt = false;
}
