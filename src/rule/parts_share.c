/* Lists whose parts are told with their shares: 甲44件，占22.4%；乙65件，占33.2%. What these add up
 * to says whether the list is all of its whole. */
#include "rule/parts.h"
#include "rule/percent.h"

/* Behind item n, up to the next one or the end of its sentence. */
static struct text_span behind_item(const struct parts_reader *r, const struct list *l, size_t n)
{
	const struct quantity *q = parts_quantity(r, l->items.v[n]);
	size_t sentence = parts_clause_at(r, q->from)->sentence;

	return (struct text_span){q->to, n + 1 < l->items.n
						 ? parts_quantity(r, l->items.v[n + 1])->from
						 : r->p->sentences[sentence].to};
}

/* The share told of item n; NULL: none, or one that another number stands before. */
static const struct quantity *share_of(const struct parts_reader *r, const struct list *l, size_t n)
{
	struct text_span behind = behind_item(r, l, n);
	size_t next = l->items.v[n] + 1;
	const struct quantity *q;

	if (next >= r->p->quantities.n)
		return NULL;
	q = parts_quantity(r, next);
	if (q->from >= behind.to || !passage_is_percent(r->c, r->p, q) || q->approximate)
		return NULL;
	struct str words = str_slice(r->p->shadow, behind.from, q->from);

	return pattern_find(r->how->share, words, 0) ? q : NULL;
}

enum shares list_shares(const struct parts_reader *r, const struct list *l)
{
	struct dec sum = dec_of(0), away;

	if (!r->how->share || l->items.n < 2)
		return SHARES_NONE;
	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *share = share_of(r, l, i);

		if (!share || !dec_add(sum, share->value, &sum))
			return SHARES_NONE;
	}
	if (!dec_sub(sum, dec_of(100), &away))
		return SHARES_NONE;
	if (dec_cmp(dec_abs(away), dec_of(1)) < 0)
		return SHARES_ALL;
	return dec_cmp(away, dec_of(0)) < 0 ? SHARES_SOME : SHARES_NONE;
}
