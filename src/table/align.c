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

/* Do the tokens stand under the headings that were read? */
static bool under_headings(const struct columns *c, const struct alignment *a)
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
	out->doubt =
		last - first + 1 != c->n && !align_sum_holds(c, out) && !under_headings(c, out);
	if (out->doubt)
		out->how = "label+order";
}

/* Fewer filled cells than columns, but cells enough: the window of cells that are the columns. It
 * holds all filled ones; of several the headings' is meant, else the one after the label. */
static void align_window(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	struct alignment a;
	size_t fitting = 0, first = n, last = 0;
	for (size_t i = 0; i < n; i++) {
		if (!is_filled(tokens[i]))
			continue;
		first = first == n ? i : first;
		last = i;
	}
	memset(out, 0, sizeof *out);
	for (size_t o = 0; o + c->n <= n; o++) {
		if (first < o || (first < n && last >= o + c->n))
			continue;
		take(c, tokens + o, c->n, &a);
		bool better = fitting++ == 0;
		if (under_headings(c, &a))
			better = true, fitting = 1;
		else if (align_sum_holds(c, &a) && !align_sum_holds(c, out))
			better = true, fitting = 1;
		if (better)
			*out = a;
		if (under_headings(c, &a))
			break;
	}
	if (fitting == 0) {
		*out = (struct alignment){.how = "shifted", .doubt = true};
		take(c, tokens, n, out);
		return;
	}
	out->how = "label+column";
	/* Which of several windows of blanks it is makes no difference where all are blank. */
	out->doubt = fitting != 1 && first < n;
	if (out->doubt)
		out->how = "label+order";
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
	struct alignment a = {0};
	*out = (struct alignment){.how = "shifted", .doubt = true};
	for (size_t o = 0; o + c->n <= n; o++) {
		take(c, tokens + o, c->n, &a);
		if (!align_sum_holds(c, &a) && !under_headings(c, &a))
			continue;
		memcpy(out->at, a.at, sizeof out->at);
		return;
	}
	take(c, tokens, c->n, out);
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
	else if (filled > c->n)
		align_long(c, tokens, n, out);
	else if (n >= c->n)
		align_window(c, tokens, n, out);
	else
		align_short(c, tokens, n, out);
}
