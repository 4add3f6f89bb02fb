/* The kind `claim`: numbers of one kind of requests, and of what are none.
 * "征地类申请120件，答复115件" answers those alone, which no row of the tables has;
 * "公证事项237件，办结230件" is of neither. */
#include "rule/claim.h"

enum { OTHER_LEAST = 2 }; /* characters that no word is */

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

/* Is the clause, by words of its own, about what the tables count? */
static bool is_told_of(const struct claim_reader *r)
{
	size_t topic = passage_topic(r->c->rules->prose, r->p, r->cl);

	for (size_t i = 0; i < r->how->bracket_topics.n; i++)
		if (r->how->bracket_topics.v[i] == topic)
			return true;
	return false;
}

/* "受理公证事项237件，办结230件": the first number of the sentence, which no claim knows, is of
 * something that has no word in the lexicon, and nothing says that it asks for information. */
static bool tells_other(const struct claim_reader *r)
{
	const struct quantity *q = &r->p->quantities.v[r->cl->mark];
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	struct gloss words = {0};

	if (!r->cl->n_marks || r->meant[r->cl->mark] || dec_is_zero(q->value) ||
		r->cl->mark != passage_numbers_before(r->p, s->from) || is_told_of(r) ||
		claim_is_whole(r, NULL, q))
		return false;
	claim_gloss(r, r->cl->from, q->from, &words);
	return words.unknown >= OTHER_LEAST;
}

void claim_note_kind(struct claim_reader *r)
{
	if (r->kind || !r->cl->n_marks)
		return;
	r->other = tells_other(r);
	if (r->other || tells_kind(r))
		r->kind = &r->p->quantities.v[r->cl->mark];
}

/* As it is printed behind the number. */
static struct str unit_of(const struct claim_reader *r, const struct quantity *q)
{
	struct text_span number = r->p->numbers[q - r->p->quantities.v];
	struct text_span all = passage_span(r->p, q->from, q->to);

	return doc_str(r->c->report->doc, (struct text_span){number.to, all.to});
}

bool claim_is_of_kind(
	const struct claim_reader *r, const struct claim *claim, const struct quantity *q)
{
	if (!r->kind || claim->ignore || (q && dec_cmp(q->low, r->kind->high) > 0))
		return false;
	return !r->other || (!is_told_of(r) && (!q || str_eq(unit_of(r, q), unit_of(r, r->kind))));
}
