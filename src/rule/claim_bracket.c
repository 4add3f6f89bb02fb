/* The kind `claim`: brackets that tell of a part. */
#include "rule/claim.h"
#include "rule/percent.h"

/* Is it one of the numbers of the tables that a bracket may go on about? */
static bool is_whole(const struct claim_reader *r, const struct quantity *q)
{
	struct sum sum;

	for (size_t i = 0; i < r->how->n_bracket_of; i++) {
		sum_make(r->c, &r->how->bracket_of[i]->cells, r->before, &sum);
		if (sum.state == SUM_KNOWN && quantity_allows(q, sum.value))
			return true;
	}
	return false;
}

/* Is the number what another claim than the one being read speaks of, and no part? */
static bool is_claimed(struct claim_reader *r, const struct claim *reading, size_t number)
{
	const struct quantity *q = &r->p->quantities.v[number];

	if (r->taken[number])
		return !r->parts[number];
	for (size_t i = 0; i < r->how->n_claims; i++) {
		const struct claim *claim = &r->how->claims[i];

		if (claim != reading && !claim->part && claim_sees(r, claim, q))
			return true;
	}
	return false;
}

bool claim_is_of_part(
	struct claim_reader *r, const struct claim *reading, const struct quantity *inner)
{
	const struct quantities *all = &r->p->quantities;
	size_t from = r->p->sentences[r->cl->sentence].from;
	unsigned depth = 0;

	if (r->how->bracket_topic == TOPIC_NONE || r->topic != r->how->bracket_topic)
		return false;
	for (size_t at = inner->from; at-- > from;) {
		char ch = r->p->shadow.p[at];

		if (ch == ')')
			depth++;
		if (ch != '(' || depth-- > 0)
			continue;
		depth = 0;
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].to == at && all->v[i].family != FAMILY_NONE &&
				!passage_is_percent(r->c, r->p, &all->v[i]) &&
				!is_whole(r, &all->v[i]) && !is_claimed(r, reading, i))
				return true;
	}
	return false;
}
