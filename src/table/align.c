/* Which of the cells behind a label is which column's. Grids lose columns and gain empty ones, so
 * the grid's column is one witness among several: the count, the headings, the sum. */
#include "table/align.h"
#include "table/align_mend.h"

#include <assert.h>
#include <string.h>

size_t align_column_at(const struct columns *c, size_t k)
{
	if (!c->total_first)
		return k;
	return k == 0 ? c->n - 1 : k - 1;
}

void align_take(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	memset(out->at, 0, sizeof out->at);
	for (size_t k = 0; k < n && k < c->n; k++)
		out->at[align_column_at(c, k)] = tokens[k];
}

static bool number_of(const struct token *t, struct dec *out)
{
	*out = dec_of(0);
	if (!t || t->reading.kind == READ_OTHER)
		return false;
	if (t->reading.kind == READ_NUMBER)
		*out = t->reading.value;
	return true;
}

static bool sum_of(const struct alignment *a, const size_t *columns, size_t n, struct dec *out)
{
	*out = dec_of(0);
	for (size_t i = 0; i < n; i++) {
		struct dec v;
		if (!number_of(a->at[columns[i]], &v) || !dec_add(*out, v, out))
			return false;
	}
	return true;
}

bool align_sum_holds(const struct columns *c, const struct alignment *a)
{
	struct dec left, right;
	return c->sum && sum_of(a, c->sum->left, c->sum->n_left, &left) &&
	       sum_of(a, c->sum->right, c->sum->n_right, &right) && !dec_is_zero(right) &&
	       dec_cmp(left, right) == 0;
}

bool align_under_headings(const struct columns *c, const struct alignment *a)
{
	size_t seen = 0;
	for (size_t k = 0; k < c->n; k++) {
		if (!a->at[k] || c->heading[k] == STR_NONE)
			continue;
		if (a->at[k]->col < c->heading[k] || a->at[k]->col > c->heading_to[k])
			return false;
		seen++;
	}
	return seen > 0;
}

static bool is_zero(const struct token *t)
{
	return t->reading.kind == READ_NUMBER && dec_is_zero(t->reading.value);
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
		     !(align_headings(c) == c->n && align_under_headings(c, out));
	if (out->doubt)
		out->how = "label+order";
}

static bool is_same(const struct token *a, const struct token *b)
{
	return a->reading.kind == b->reading.kind &&
	       dec_cmp(a->reading.value, b->reading.value) == 0;
}

/* Each filled cell to the column under whose heading it stands; one that is printed over several
 * grid columns may be repeated there. false where one stands under none, or beside another. */
static bool align_headed(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	*out = (struct alignment){.how = "label+column"};
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;
		while (k < c->n && (c->heading[k] == STR_NONE || tokens[i]->col < c->heading[k] ||
					   tokens[i]->col > c->heading_to[k]))
			k++;
		if (k == c->n && token_is_filled(tokens[i]))
			return false;
		if (k == c->n || (out->at[k] && !token_is_filled(tokens[i])))
			continue;
		if (out->at[k] && token_is_filled(out->at[k]) && !is_same(out->at[k], tokens[i]))
			return false;
		if (!out->at[k] || !token_is_filled(out->at[k]))
			out->at[k] = tokens[i];
	}
	return true;
}

bool align_fills_headings(const struct columns *c, const struct token *const *tokens, size_t n)
{
	struct alignment a;
	size_t headings = align_headings(c);
	if (headings + 1 < c->n || headings < 3 || !align_headed(c, tokens, n, &a))
		return false;
	for (size_t k = 0; k < c->n; k++)
		headings -= a.at[k] && token_is_filled(a.at[k]);
	return headings == 0;
}

size_t align_headings(const struct columns *c)
{
	size_t n = 0;
	for (size_t k = 0; k < c->n; k++)
		n += c->heading[k] != STR_NONE;
	return n;
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

/* Where the filled cells begin and end. */
static void filled_range(const struct token *const *tokens, size_t n, size_t *first, size_t *last)
{
	*first = n;
	*last = 0;
	for (size_t i = 0; i < n; i++) {
		if (!token_is_filled(tokens[i]))
			continue;
		*first = *first == n ? i : *first;
		*last = i;
	}
}

static bool is_hole(const struct token *t)
{
	return t && t->reading.kind == READ_EMPTY;
}

bool align_sum_breaks(const struct columns *c, const struct alignment *a)
{
	struct dec left, right;
	return c->sum && (!sum_of(a, c->sum->left, c->sum->n_left, &left) ||
				 !sum_of(a, c->sum->right, c->sum->n_right, &right) ||
				 dec_cmp(left, right) != 0);
}

bool align_is_entire(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	for (size_t k = 0; k < c->n; k++)
		if (!a->at[k] || c->heading[k] == STR_NONE)
			return false;
	return c->even > 0 && n > 0 && tokens[n - 1]->end == c->even && align_under_headings(c, a);
}

/* Is the first cell or the last an empty one, and the row's sum broken, or not to be told? Then the
 * others may have moved into the place of one that was lost. */
static bool lacks_edge(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	if (!c->sum || !(c->full || c->total_first) || align_is_entire(c, tokens, n, a) ||
		(!is_hole(a->at[align_column_at(c, 0)]) &&
			!is_hole(a->at[align_column_at(c, c->n - 1)])))
		return false;
	return align_sum_breaks(c, a);
}

/* An empty cell at the edge that does not stand under its heading, though the sum would have it. */
static bool has_stray_edge(const struct columns *c, const struct alignment *a)
{
	for (size_t i = 0; i < 2; i++) {
		size_t k = align_column_at(c, i ? c->n - 1 : 0);
		if (is_hole(a->at[k]) && c->heading[k] != STR_NONE &&
			a->at[k]->col != c->heading[k])
			return true;
	}
	return false;
}

/* Does the row begin and end where rows with all their cells do? */
static bool is_in_line(const struct columns *c, const struct token *const *tokens, size_t n)
{
	return tokens[n - 1]->col + 1 == c->end && tokens[0]->col < 64 &&
	       (c->begins >> tokens[0]->col & 1);
}

/* A row as wide as those that have all their cells, which begin right behind the label: an empty
 * cell there is the first column's, no place for a second label, and no cell was lost. */
static bool is_whole(const struct columns *c, const struct token *const *tokens, size_t n)
{
	struct alignment a;
	struct dec left, right;
	if (!c->flush || !is_hole(tokens[0]) || !token_is_filled(tokens[c->n - 1]) ||
		(n != c->cells && !is_in_line(c, tokens, n)))
		return false;
	for (size_t i = c->n; i < n; i++)
		if (token_is_filled(tokens[i]))
			return false;
	align_take(c, tokens, c->n, &a);
	return !c->sum || (sum_of(&a, c->sum->left, c->sum->n_left, &left) &&
				  sum_of(&a, c->sum->right, c->sum->n_right, &right) &&
				  dec_cmp(left, right) == 0);
}

/* All cells stand each under a heading of its own, and either fill all that were read, or other
 * rows do: of a table that lost a column, its heading with it. No window of cells is those columns.
 */
static bool lacks_column(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *headed)
{
	struct alignment plain;
	if (c->shaky || align_headings(c) + 1 != c->n || !align_headed(c, tokens, n, headed) ||
		(!c->headed && !align_fills_headings(c, tokens, n)))
		return false;
	for (size_t o = 0; o + c->n <= n; o++) {
		align_take(c, tokens + o, c->n, &plain);
		if (align_sum_holds(c, &plain) || align_under_headings(c, &plain))
			return false;
	}
	return true;
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

/* Wider than the headings' rows: a cell of it is none of theirs. */
static bool sticks_out(const struct columns *c, const struct token *const *tokens, size_t n)
{
	return c->head_end > 0 && n > c->n && tokens[n - 1]->col >= c->head_end;
}

/* Fewer filled cells than columns, but cells enough: the window of cells that are the columns. It
 * holds all filled ones; of several the one that adds up is meant, or the headings', else the one
 * behind the label. Sum and headings must not differ, and headings that full rows don't stand under
 * tell little. */
static void align_window(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t first, last, fitting = 0, by_sum = n, by_head = n, plain = n;
	if (is_whole(c, tokens, n)) {
		*out = (struct alignment){.how = "label+column"};
		align_take(c, tokens, c->n, out);
		return;
	}
	struct alignment headed;
	filled_range(tokens, n, &first, &last);
	if (first < n && lacks_column(c, tokens, n, &headed)) {
		*out = headed;
		return;
	}
	for (size_t o = 0; o + c->n <= n; o++) {
		struct alignment a;
		if (first < n && (first < o || last >= o + c->n))
			continue;
		align_take(c, tokens + o, c->n, &a);
		plain = fitting++ == 0 ? o : plain;
		if (align_sum_holds(c, &a) && by_sum == n)
			by_sum = o;
		if (align_under_headings(c, &a) && by_head == n)
			by_head = o;
	}
	*out = (struct alignment){.how = "label+column"};
	align_take(c,
		tokens + (by_sum < n	       ? by_sum
				 : by_head < n ? by_head
				 : plain < n   ? plain
					       : 0),
		c->n, out);
	bool told = by_sum < n ? by_head == n || by_head == by_sum || c->shaky
			       : by_head < n && !c->shaky;
	bool moved = plain > 0 && by_sum == n && by_head == n && align_sum_breaks(c, out);
	if (fitting > 0 && first < n &&
		(moved || lacks_edge(c, tokens, n, out) ||
			(sticks_out(c, tokens, n) && by_sum == n) ||
			(by_sum < n && has_stray_edge(c, out))))
		out->how = "label+order", out->doubt = true;
	if (fitting == 0)
		*out = (struct alignment){.how = "shifted", .doubt = true};
	if (fitting == 0)
		align_take(c, tokens, n, out);
	/* Which of several windows of blanks it is makes no difference where all are blank. */
	else if (fitting > 1 && !told && first < n)
		out->how = "label+order", out->doubt = true;
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
		out->doubt = lacks_edge(c, tokens, n, out) || lacks_any(c, out);
		out->how = out->doubt ? "label+order" : out->how;
		return;
	}
	if (c->lost && align_headings(c) == 0 && align_lost(c, tokens, n, out))
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
