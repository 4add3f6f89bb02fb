/* Rows with a cell too many or too few because a number was broken, or several stand in one cell.
 */
#include "table/align_ways.h"

#include <string.h>

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
			a.at[align_column_at(c, k)] = k < i    ? filled[k]
						      : k == i ? &a.joined
							       : filled[k + 1];
		if (!align_sum_holds(c, &a) || ways++)
			continue;
		*out = a;
		out->at[align_column_at(c, i)] = &out->joined;
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
		if (!pieces && token_is_filled(tokens[i]) && filled < max)
			out[filled++] = tokens[i];
	}
	return filled;
}

/* Numbers further apart than one that broke. */
static bool are_apart(const struct token *const *tokens, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (tokens[i]->n_pieces && !tokens[i]->apart)
			return false;
	return true;
}

static bool are_zero(const struct token *const *tokens, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (tokens[i]->reading.kind != READ_NUMBER ||
			!dec_is_zero(tokens[i]->reading.value))
			return false;
	return true;
}

/* Counts that come right when several numbers in one cell are taken apart, or one in two cells
 * joined. */
bool align_mended(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	const struct token *filled[ALIGN_COLUMNS_MAX + 2];
	size_t most = c->n + 2, whole = expand(tokens, n, false, most, filled);
	if (whole == c->n + 1 && align_joined(c, filled, out))
		return true;
	if (whole >= c->n || expand(tokens, n, true, most, filled) != c->n)
		return false;
	*out = (struct alignment){.how = "split"};
	align_take(c, filled, c->n, out);
	out->doubt = !are_apart(tokens, n) || (!align_sum_holds(c, out) && !are_zero(filled, c->n));
	return true;
}

/* The numbers that are broken by blanks are several, if only that makes the sum hold. */
static bool align_pieces(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	const struct token *filled[ALIGN_COLUMNS_MAX + 2];
	size_t m = expand(tokens, n, true, c->n + 2, filled);
	if (m == c->n + 1)
		return align_joined(c, filled, out);
	if (m != c->n)
		return false;
	*out = (struct alignment){.how = "split", .doubt = true};
	align_take(c, filled, c->n, out);
	return align_sum_holds(c, out);
}

bool align_broken(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	const struct token *filled[ALIGN_COLUMNS_MAX + 2];
	bool broken = false;
	for (size_t i = 0; i < n; i++)
		broken = broken || tokens[i]->n_pieces > 1;
	if (!broken || !c->sum || expand(tokens, n, false, c->n + 2, filled) != c->n)
		return false;
	*out = (struct alignment){.how = "label+column"};
	align_take(c, filled, c->n, out);
	if (align_sum_holds(c, out))
		return false;
	if (align_pieces(c, tokens, n, out))
		return true;
	*out = (struct alignment){.how = "split", .doubt = true};
	align_take(c, filled, c->n, out);
	return true;
}
