/* Claims made by their words though others stand among them: what tells the same rows otherwise may
 * refute their readings. */
#include "rule/claim.h"

/* Do the two clauses end at the same full stop? */
static bool is_one_sentence(const struct passage *p, const struct clause *a, const struct clause *b)
{
	size_t from = a->sentence < b->sentence ? a->sentence : b->sentence;
	size_t to = a->sentence < b->sentence ? b->sentence : a->sentence;

	while (from < to && p->sentences[from].half)
		from++;
	return from == to;
}

/* Is there a number of the same rows that is what it says first, and not what the reading would
 * make of it? */
static bool is_refuted_as(
	struct claim_reader *r, const struct loose *l, const struct claim_meaning *reading)
{
	struct sum sum;

	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p != r->p || t->before != l->before ||
			!is_one_sentence(r->p, t->cl, l->cl) || t->state != TELLING_AGREES ||
			!t->claim->any || !claim_asks_for_rows(&t->meaning->cells))
			continue;
		sum_make(r->c, &t->meaning->cells, &reading->cells, &sum);
		if (sum.state == SUM_KNOWN && !quantity_allows(&t->quantity, sum.value))
			return true;
	}
	return false;
}

/* Is it so of all readings that fit? */
static bool is_refuted(struct claim_reader *r, const struct loose *l)
{
	const struct claim *claim = l->spoken.claim;
	struct sum sum;

	for (size_t i = 0; i < claim->n_readings; i++) {
		claim_sum_reading(r, &l->spoken, i, &sum);
		if (sum.state == SUM_KNOWN && quantity_allows(&l->spoken.quantity, sum.value) &&
			!is_refuted_as(r, l, claim->readings[i]))
			return false;
	}
	return true;
}

void claim_settle_loose(struct claim_reader *r)
{
	for (size_t i = 0; i < r->loose.n; i++) {
		const struct loose *l = &r->loose.v[i];

		r->cl = l->cl;
		r->topic = l->topic;
		r->in_past = l->in_past;
		r->column = l->column;
		r->unsure = true;
		if (is_refuted(r, l))
			claim_tell(r, &l->spoken);
	}
	r->unsure = false;
	r->loose.n = 0;
}
