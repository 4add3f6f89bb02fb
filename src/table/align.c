/* Which of the cells behind a label is which column's. Grids lose columns and gain empty ones, so
 * the grid's column is one witness among several: the count, the headings, the sum. */
#include "table/align.h"

#include <assert.h>
#include <string.h>

static bool is_filled(const struct token *t)
{
	return t->reading.kind != READ_EMPTY;
}

/* The form's column that stands at place k from the left. */
static size_t column_at(const struct columns *c, size_t k)
{
	if (!c->total_first)
		return k;
	return k == 0 ? c->n - 1 : k - 1;
}

static void take(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	memset(out->at, 0, sizeof out->at);
	for (size_t k = 0; k < n && k < c->n; k++)
		out->at[column_at(c, k)] = tokens[k];
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
		if (a->at[k]->col != c->heading[k])
			return false;
		seen++;
	}
	return seen > 0;
}

/* As many filled cells as columns: they are the columns, whatever empty cells the layout put
 * around. */
static void align_filled(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	const struct token *filled[ALIGN_COLUMNS_MAX];
	size_t n_filled = 0, first = n, last = 0;
	for (size_t i = 0; i < n; i++) {
		if (!is_filled(tokens[i]))
			continue;
		filled[n_filled++] = tokens[i];
		first = first == n ? i : first;
		last = i;
	}
	take(c, filled, n_filled, out);
	out->how = "label+column";
	/* An empty cell between them may as well be a blank beside a stray number. */
	out->doubt = last - first + 1 != c->n && !align_sum_holds(c, out) &&
		     !align_under_headings(c, out);
	if (out->doubt)
		out->how = "label+order";
}

/* Where the filled cells begin and end. */
static void filled_range(const struct token *const *tokens, size_t n, size_t *first, size_t *last)
{
	*first = n;
	*last = 0;
	for (size_t i = 0; i < n; i++) {
		if (!is_filled(tokens[i]))
			continue;
		*first = *first == n ? i : *first;
		*last = i;
	}
}

static bool is_hole(const struct token *t)
{
	return t && t->reading.kind == READ_EMPTY;
}

bool align_lacks_edge(const struct columns *c, const struct alignment *a)
{
	struct dec left, right;
	if (!c->sum || !c->full ||
		(!is_hole(a->at[column_at(c, 0)]) && !is_hole(a->at[column_at(c, c->n - 1)])))
		return false;
	return !sum_of(a, c->sum->left, c->sum->n_left, &left) ||
	       !sum_of(a, c->sum->right, c->sum->n_right, &right) || dec_cmp(left, right) != 0;
}

/* An empty cell at the edge that does not stand under its heading, though the sum would have it. */
static bool has_stray_edge(const struct columns *c, const struct alignment *a)
{
	for (size_t i = 0; i < 2; i++) {
		size_t k = column_at(c, i ? c->n - 1 : 0);
		if (is_hole(a->at[k]) && c->heading[k] != STR_NONE &&
			a->at[k]->col != c->heading[k])
			return true;
	}
	return false;
}

/* A row as wide as those that have all their cells, which begin right behind the label: an empty
 * cell there is the first column's, no place for a second label, and no cell was lost. */
static bool is_whole(const struct columns *c, const struct token *const *tokens, size_t n)
{
	struct alignment a;
	struct dec left, right;
	if (!c->flush || !is_hole(tokens[0]) || !is_filled(tokens[c->n - 1]) ||
		(n != c->cells && tokens[n - 1]->col + 1 != c->end))
		return false;
	for (size_t i = c->n; i < n; i++)
		if (is_filled(tokens[i]))
			return false;
	take(c, tokens, c->n, &a);
	return !c->sum || (sum_of(&a, c->sum->left, c->sum->n_left, &left) &&
				  sum_of(&a, c->sum->right, c->sum->n_right, &right) &&
				  dec_cmp(left, right) == 0);
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
		take(c, tokens, c->n, out);
		return;
	}
	filled_range(tokens, n, &first, &last);
	for (size_t o = 0; o + c->n <= n; o++) {
		struct alignment a;
		if (first < n && (first < o || last >= o + c->n))
			continue;
		take(c, tokens + o, c->n, &a);
		plain = fitting++ == 0 ? o : plain;
		if (align_sum_holds(c, &a) && by_sum == n)
			by_sum = o;
		if (align_under_headings(c, &a) && by_head == n)
			by_head = o;
	}
	*out = (struct alignment){.how = "label+column"};
	take(c,
		tokens + (by_sum < n	       ? by_sum
				 : by_head < n ? by_head
				 : plain < n   ? plain
					       : 0),
		c->n, out);
	bool told = by_sum < n ? by_head == n || by_head == by_sum || c->shaky
			       : by_head < n && !c->shaky;
	if (fitting > 0 && first < n &&
		(align_lacks_edge(c, out) || (by_sum < n && has_stray_edge(c, out))))
		out->how = "label+order", out->doubt = true;
	if (fitting == 0)
		*out = (struct alignment){.how = "shifted", .doubt = true};
	if (fitting == 0)
		take(c, tokens, n, out);
	/* Which of several windows of blanks it is makes no difference where all are blank. */
	else if (fitting > 1 && !told && first < n)
		out->how = "label+order", out->doubt = true;
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
	if (placed == n && (n == 0 || align_sum_holds(c, out)))
		return;
	out->how = "label+order";
	out->doubt = n > 0;
	take(c, tokens, n, out);
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
			take(c, tokens + o, c->n, out);
			if (by_sum ? align_sum_holds(c, out) : align_under_headings(c, out))
				return;
		}
	take(c, tokens, c->n, out);
}

/* Digits of b behind those of a: 1 and 2 are 12. false where either is more than digits. */
static bool join_numbers(const struct token *a, const struct token *b, struct dec *out)
{
	struct dec tenfold = a->reading.value, ten = dec_of(10);
	size_t digits = b->reading.to - b->reading.from;
	if (a->reading.kind != READ_NUMBER || b->reading.kind != READ_NUMBER || !a->reading.bare ||
		!b->reading.bare || a->reading.value.scale || b->reading.value.scale ||
		a->reading.value.units <= 0 || b->reading.value.units < 0 ||
		digits != b->span.to - b->span.from || digits > 9)
		return false;
	for (size_t i = 0; i < digits; i++)
		if (!dec_mul(tenfold, ten, &tenfold))
			return false;
	return dec_add(tenfold, b->reading.value, out);
}

/* One filled cell too many: a number that was split over two, if joining them makes the sum hold
 * and no other two do. */
static bool align_joined(
	const struct columns *c, const struct token *const *filled, struct alignment *out)
{
	size_t ways = 0;
	for (size_t i = 0; i < c->n; i++) {
		struct alignment a = {.how = "joined", .doubt = true};
		struct token whole = *filled[i];
		if (!join_numbers(filled[i], filled[i + 1], &whole.reading.value))
			continue;
		whole.span = text_span_join(filled[i]->span, filled[i + 1]->span);
		whole.reading.from = 0;
		whole.reading.to = whole.span.to - whole.span.from;
		a.joined = whole;
		for (size_t k = 0; k < c->n; k++)
			a.at[column_at(c, k)] = k < i	 ? filled[k]
						: k == i ? &a.joined
							 : filled[k + 1];
		if (!align_sum_holds(c, &a) || ways++)
			continue;
		*out = a;
		out->at[column_at(c, i)] = &out->joined;
	}
	return ways == 1;
}

/* All filled cells, those that blanks break into several numbers taken apart. */
static size_t expand(const struct token *const *tokens, size_t n, bool apart, size_t max,
	const struct token **out)
{
	size_t filled = 0;
	for (size_t i = 0; i < n; i++) {
		size_t pieces = apart ? tokens[i]->n_pieces : 0;
		for (size_t k = 0; k < pieces && filled < max; k++)
			out[filled++] = &tokens[i]->pieces[k];
		if (!pieces && is_filled(tokens[i]) && filled < max)
			out[filled++] = tokens[i];
	}
	return filled;
}

/* Counts that come right when several numbers in one cell are taken apart, or one in two cells
 * joined. */
static bool align_mended(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	const struct token *filled[ALIGN_COLUMNS_MAX + 2];
	size_t most = c->n + 2, whole = expand(tokens, n, false, most, filled);
	if (whole == c->n + 1 && align_joined(c, filled, out))
		return true;
	if (whole >= c->n || expand(tokens, n, true, most, filled) != c->n)
		return false;
	*out = (struct alignment){.how = "split", .doubt = true};
	take(c, filled, c->n, out);
	return true;
}

void align(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t filled = 0;
	assert(c->n <= ALIGN_COLUMNS_MAX);
	for (size_t i = 0; i < n; i++)
		filled += is_filled(tokens[i]);
	memset(out, 0, sizeof *out);
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
		if (tokens[i] == from && at >= 0 && at < (long)n && is_filled(tokens[at]))
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
