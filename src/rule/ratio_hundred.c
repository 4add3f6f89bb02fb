/* The kind `ratio`: shares of all there is, which are a hundred together. */
#include "rule/ratio.h"

/* The shares that the sentence tells, up to the full stop, added up; how many there are. */
static size_t add_shares(const struct ratio_reader *r, struct dec *sum)
{
	const struct sentence *first = r->s;
	size_t n = 0, stop = passage_full_stop(r->p, r->s);

	while (first > r->p->sentences && first[-1].half)
		first--;
	*sum = dec_of(0);
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = &r->p->quantities.v[i];

		if (q->from < first->from || q->from >= stop || !passage_is_percent(r->c, r->p, q))
			continue;
		if (q->approximate || !dec_add(*sum, q->value, sum))
			return 0;
		n++;
	}
	return n;
}

/* "82.4%、16.3%、1.3%": one of the last place more than its own, so that they are a hundred. */
bool ratio_is_evened(const struct ratio_reader *r, const struct ratio_told *t)
{
	struct dec away, sum;

	return dec_sub(t->told, t->actual, &away) &&
	       dec_cmp(dec_abs(away), (struct dec){1, t->told.scale}) == 0 &&
	       add_shares(r, &sum) > 2 && dec_cmp(sum, dec_of(100)) == 0;
}

/* Shares of all there is add up to a hundred, but for what rounding each of them leaves. */
void ratio_check_hundred(struct ratio_reader *r)
{
	struct dec sum = dec_of(0), slack = dec_of(0), away;
	struct ratio_told t = {.told = dec_of(100), .message = r->how->hundred};

	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = &r->p->quantities.v[i];

		if (q->from < r->s->from || q->from >= r->s->to ||
			!passage_is_percent(r->c, r->p, q))
			continue;
		if (q->approximate || !dec_add(sum, q->value, &sum) ||
			!dec_add(slack, (struct dec){1, q->value.scale}, &slack))
			return;
		t.part = t.part ? t.part : q;
		t.declared = t.whole = q;
	}
	r->c->n_checked++;
	if (!t.part || !dec_sub(sum, dec_of(100), &away) || dec_cmp(dec_abs(away), slack) <= 0)
		return;
	t.actual = sum;
	ratio_tell(r, &t, t.part->from, t.declared->to);
}
