/* What the sum of a row and the headings above it tell of an alignment. */
#include "table/align_ways.h"
#include "table/lines.h"

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

bool align_sum_breaks(const struct columns *c, const struct alignment *a)
{
	struct dec left, right;
	return c->sum && (!sum_of(a, c->sum->left, c->sum->n_left, &left) ||
				 !sum_of(a, c->sum->right, c->sum->n_right, &right) ||
				 dec_cmp(left, right) != 0);
}

size_t align_headings(const struct columns *c)
{
	size_t n = 0;
	for (size_t k = 0; k < c->n; k++)
		n += c->heading[k] != STR_NONE;
	return n;
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

static bool is_same(const struct token *a, const struct token *b)
{
	return a->reading.kind == b->reading.kind &&
	       dec_cmp(a->reading.value, b->reading.value) == 0;
}

bool align_headed(
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

bool align_is_entire(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	for (size_t k = 0; k < c->n; k++)
		if (!a->at[k] || c->heading[k] == STR_NONE)
			return false;
	return c->even > 0 && n > 0 && tokens[n - 1]->end == c->even && align_under_headings(c, a);
}

bool align_lacks_edge(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	if (!c->sum || !(c->full || c->total_first) || align_is_entire(c, tokens, n, a) ||
		(!token_is_hole(a->at[align_column_at(c, 0)]) &&
			!token_is_hole(a->at[align_column_at(c, c->n - 1)])))
		return false;
	return align_sum_breaks(c, a);
}

bool align_adds_up(const struct columns *c, const struct token *const *tokens, size_t n)
{
	struct alignment a = {.how = NULL};
	for (size_t i = 0; i < n && c->sum; i++)
		for (size_t k = 0; k < c->n; k++)
			if (columns_is_over(c, k, tokens[i]->col))
				a.at[k] = tokens[i];
	return align_sum_holds(c, &a);
}
