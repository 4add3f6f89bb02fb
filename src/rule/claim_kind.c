/* The kind `claim`: numbers of one kind of requests. "征地类申请120件，答复115件" answers those
 * alone, which no row of the tables has. */
#include "rule/claim.h"

/* "征地类申请120件，答复115件": the first number of the sentence, or of what stands behind 其中, is
 * of one kind of requests, of which no claim knows, and is none of the tables' wholes. */
static bool tells_kind(const struct claim_reader *r)
{
	const struct quantity *q = &r->p->quantities.v[r->cl->mark];
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	bool first = r->cl->mark == passage_numbers_before(r->p, s->from);
	struct str text = str_slice(r->p->shadow, first ? s->from : r->cl->from, r->cl->to);

	return r->how->of_kind && r->cl->n_marks && !r->taken[r->cl->mark] &&
	       (first || r->listed == 1) && !dec_is_zero(q->value) && !claim_is_whole(r, NULL, q) &&
	       pattern_find_in(r->how->of_kind, text, 0, &s->chars);
}

void claim_note_kind(struct claim_reader *r)
{
	if (tells_kind(r))
		r->kind = &r->p->quantities.v[r->cl->mark];
}

bool claim_is_of_kind(
	const struct claim_reader *r, const struct claim *claim, const struct quantity *q)
{
	return r->kind && !claim->ignore && (!q || dec_cmp(q->low, r->kind->high) <= 0);
}
