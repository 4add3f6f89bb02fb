/* The kind `claim`: brackets that tell of a part. */
#include "rule/claim.h"
#include "rule/percent.h"

bool claim_is_whole(
	const struct claim_reader *r, const struct claim *reading, const struct quantity *q)
{
	const struct sum_words *own =
		reading && reading->n_says ? &reading->says[0].meaning->cells : NULL;
	struct sum sum;

	for (size_t i = 0; i < r->how->n_bracket_of; i++) {
		const struct sum_words *cells = &r->how->bracket_of[i]->cells;

		if (own && own->n > 0 && !str_eq(own->terms[0].table, cells->terms[0].table))
			continue;
		sum_make(r->c, cells, r->before, &sum);
		if (sum.state == SUM_KNOWN && quantity_allows(q, sum.value))
			return true;
	}
	return false;
}

/* Is the number what another claim than the one being read speaks of? */
static bool is_claimed(struct claim_reader *r, const struct claim *reading, size_t number)
{
	const struct quantity *q = &r->p->quantities.v[number];

	for (size_t i = 0; i < r->how->n_patterned; i++) {
		const struct claim *claim = r->how->patterned[i];

		if (claim != reading && !claim->part && claim_sees(r, claim, q))
			return true;
	}
	return false;
}

/* Is it none of those, and what a claim says is a part, or what no claim speaks of? */
static bool is_part(struct claim_reader *r, const struct claim *reading, size_t number)
{
	const struct quantity *q = &r->p->quantities.v[number];

	if (q->family == FAMILY_NONE || passage_is_percent(r->c, r->p, q) ||
		claim_is_whole(r, reading, q))
		return false;
	return r->taken[number] ? r->parts[number] : !is_claimed(r, reading, number);
}

bool claim_is_of_part(
	struct claim_reader *r, const struct claim *reading, const struct quantity *inner)
{
	size_t from = r->p->sentences[r->cl->sentence].from;
	unsigned depth = 0;

	if (!r->how->bracket_topics.n || !claim_is_topic(r, &r->how->bracket_topics))
		return false;
	for (size_t at = inner->from; at-- > from;) {
		char ch = r->p->shadow.p[at];

		if (ch == ')')
			depth++;
		if (ch != '(' || depth-- > 0)
			continue;
		depth = 0;
		size_t n = passage_numbers_before(r->p, at);

		if (n && r->p->quantities.v[n - 1].to == at && is_part(r, reading, n - 1))
			return true;
	}
	return false;
}
