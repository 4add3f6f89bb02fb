/* The kind `ratio`: shares that a sentence tells in the same words are of the same number. */
#include "rule/ratio.h"

bool ratio_may_be_whole(const struct quantity *whole, const struct quantity *part)
{
	struct dec w, p;

	return whole->from < part->from && quantity_same_family(whole, part) &&
	       ratio_count(whole, &w) && ratio_count(part, &p) && dec_cmp(w, p) >= 0 &&
	       dec_cmp(w, dec_of(1)) >= 0;
}

struct str ratio_words_between(const struct ratio_reader *r, const struct ratio_told *t)
{
	bool behind = t->part->to <= t->declared->from;

	return behind ? str_slice(r->p->shadow, t->part->to, t->declared->from)
		      : str_slice(r->p->shadow, t->declared->to, t->part->from);
}

/* Is the nth number a part with its share right behind it, told in the words of this one? */
static bool is_told_alike(const struct ratio_reader *r, const struct ratio_told *t, size_t n)
{
	const struct quantity *q = &r->p->quantities.v[n];

	return n + 1 < r->p->quantities.n && q != t->part && q->mark == '#' && !q->approximate &&
	       passage_is_percent(r->c, r->p, &q[1]) &&
	       str_eq(str_slice(r->p->shadow, q->to, q[1].from), ratio_words_between(r, t));
}

/* The numbers of the sentence, up to its full stop. */
static struct text_span sentence_numbers(const struct ratio_reader *r)
{
	const struct sentence *first = r->s;

	while (first > r->p->sentences && first[-1].half)
		first--;
	return (struct text_span){passage_numbers_before(r->p, first->from),
		passage_numbers_before(r->p, passage_full_stop(r->p, r->s))};
}

/* The parts of all such shares together, this one's with them; false where they cannot be added. */
static bool add_parts(const struct ratio_reader *r, const struct ratio_told *t, struct dec *sum)
{
	struct text_span all = sentence_numbers(r);
	struct dec part;

	*sum = dec_of(0);
	for (size_t i = all.from; i < all.to; i++) {
		const struct quantity *q = &r->p->quantities.v[i];

		if ((q == t->part || is_told_alike(r, t, i)) &&
			(!ratio_count(q, &part) || !dec_add(*sum, part, sum)))
			return false;
	}
	return true;
}

size_t ratio_count_shares(
	const struct ratio_reader *r, const struct ratio_told *t, struct dec whole)
{
	struct text_span all = sentence_numbers(r);
	struct dec sum;
	size_t n = 0;

	for (size_t i = all.from; i < all.to; i++) {
		const struct quantity *q = &r->p->quantities.v[i];
		struct dec part, actual;
		bool agrees;

		n += is_told_alike(r, t, i) && ratio_count(q, &part) && !dec_is_zero(part) &&
		     percent_of(part, whole, q[1].value, &actual, &agrees) && agrees;
	}
	return n + (n && add_parts(r, t, &sum) && dec_cmp(sum, whole) == 0);
}

const struct quantity *ratio_find_common(
	const struct ratio_reader *r, const struct ratio_told *t, size_t *n)
{
	const struct quantity *common = NULL;

	*n = 1;
	for (size_t i = r->p->quantities.n; i-- > 0;) {
		const struct quantity *whole = &r->p->quantities.v[i];
		struct dec w;

		if (whole->mark != '#' || whole->approximate ||
			!ratio_may_be_whole(whole, t->part) || !ratio_count(whole, &w))
			continue;
		size_t shares = ratio_count_shares(r, t, w);

		common = shares > *n ? whole : common;
		*n = shares > *n ? shares : *n;
	}
	return common;
}

bool ratio_is_not_of_sum(const struct ratio_reader *r, struct ratio_told *t, struct dec count)
{
	struct dec parts;

	if (!add_parts(r, t, &parts) || dec_cmp(parts, count) == 0)
		return false;
	for (size_t i = 0; i < r->how->n_wholes; i++) {
		const struct ratio_whole *whole = &r->how->wholes[i];
		struct sum sum;
		bool agrees;

		if (whole->named)
			continue;
		sum_make(r->c, &whole->cells, NULL, &sum);
		if (sum.state != SUM_KNOWN || dec_cmp(sum.value, parts) != 0 ||
			ratio_count_shares(r, t, parts) < 2 ||
			!percent_of(count, parts, t->told, &t->actual, &agrees) || agrees)
			continue;
		t->table = sum;
		return true;
	}
	return false;
}
