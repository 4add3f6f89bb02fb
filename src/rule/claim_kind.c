/* The kind `claim`: numbers of one kind of requests, and of what are none.
 * "征地类申请120件，答复115件" answers those alone, which no row of the tables has;
 * "公证事项237件，办结230件" is of neither. */
#include "rule/claim.h"

enum { OTHER_LEAST = 2 }; /* characters that no word is */

/* The first of the clause's numbers that counts something, as a year does not; NULL: none does. */
static const struct quantity *first_count(const struct claim_reader *r)
{
	for (size_t i = 0; i < r->cl->n_marks; i++) {
		const struct quantity *q = &r->p->quantities.v[r->cl->mark + i];

		if (q->mark == '#')
			return q;
	}
	return NULL;
}

static bool is_first_of_sentence(const struct claim_reader *r, const struct quantity *count)
{
	size_t from = r->p->sentences[r->cl->sentence].from;
	const struct quantity *q = count;

	while (q > r->p->quantities.v && q[-1].from >= from)
		if ((--q)->mark == '#')
			return false;
	return true;
}

/* "征地类申请120件，答复115件": the first number of the sentence, or of what stands behind 其中, is
 * of one kind of requests, of which no claim knows, and is none of the tables' wholes. */
static bool tells_kind(const struct claim_reader *r, const struct quantity *q)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	bool first = is_first_of_sentence(r, q);
	struct str text = str_slice(r->p->shadow, first ? s->from : r->cl->from, r->cl->to);

	return r->how->of_kind && !r->taken[q - r->p->quantities.v] && (first || r->listed == 1) &&
	       !dec_is_zero(q->value) && !claim_is_whole(r, NULL, q) &&
	       pattern_find_in(r->how->of_kind, text, 0, &s->chars);
}

/* Is the topic one that the rule tells of? */
static bool is_own_topic(const struct claim_reader *r, size_t topic)
{
	for (size_t i = 0; i < r->how->bracket_topics.n; i++)
		if (r->how->bracket_topics.v[i] == topic)
			return true;
	return false;
}

/* Is the clause, by words of its own, about what the tables count? */
static bool is_told_of(const struct claim_reader *r)
{
	return is_own_topic(r, passage_topic(r->c->rules->prose, r->p, r->cl));
}

/* Is the number the first of its sentence, and may it be of something else than the tables count?
 */
static bool may_be_other(const struct claim_reader *r, const struct quantity *q)
{
	return !r->meant[q - r->p->quantities.v] && !dec_is_zero(q->value) &&
	       is_first_of_sentence(r, q) && !is_told_of(r) && !claim_is_whole(r, NULL, q);
}

/* "受理公证事项237件，办结230件": the number, which no claim knows, is of something that has no
 * word in the lexicon, and nothing says that it asks for information. */
static bool tells_other(const struct claim_reader *r, const struct quantity *q)
{
	struct gloss words = {0};

	if (!may_be_other(r, q))
		return false;
	claim_gloss(r, r->cl->from, q->from, &words);
	return words.unknown >= OTHER_LEAST;
}

/* "公证事项237件全部办结": what is counted, right before the number, is none of the lexicon's
 * words.
 */
static bool names_other(const struct claim_reader *r, const struct quantity *q)
{
	struct gloss words = {.deaf = r->how->nouns}, last = {0};

	if (!is_own_topic(r, r->topic) || !may_be_other(r, q))
		return false;
	claim_gloss(r, r->cl->from, q->from, &words);
	claim_gloss(r, words.to > words.from ? words.to : r->cl->from, q->from, &last);
	return last.unknown >= OTHER_LEAST;
}

/* "来信237件，办结率100%": of one way in, or of another matter. */
static bool is_of_some(const struct claim_reader *r, const struct quantity *q)
{
	struct gloss words = {0};

	if (!is_first_of_sentence(r, q))
		return false;
	claim_gloss(r, r->cl->from, q->from, &words);
	return tags_meet(&words.tags, &r->how->lexicon->limit);
}

static void note_count(struct claim_reader *r, const struct quantity *q)
{
	*vec_push(&r->c->others) = (struct other_count){r->p, q->from};
}

static void begin_kind(struct claim_reader *r, const struct quantity *q)
{
	r->kind = q;
	if (r->other)
		note_count(r, q);
}

void claim_note_other(struct claim_reader *r)
{
	const struct quantity *q = r->kind ? NULL : first_count(r);

	if (!q)
		return;
	r->other = names_other(r, q);
	if (r->other)
		begin_kind(r, q);
	else if (is_of_some(r, q))
		note_count(r, q);
}

void claim_note_kind(struct claim_reader *r)
{
	const struct quantity *q = r->kind ? NULL : first_count(r);

	if (!q)
		return;
	r->other = tells_other(r, q);
	if (r->other || tells_kind(r, q))
		begin_kind(r, q);
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
	if (!r->kind || claim->ignore || (q && !r->other && dec_cmp(q->low, r->kind->high) > 0))
		return false;
	return !r->other || (!is_told_of(r) && (!q || str_eq(unit_of(r, q), unit_of(r, r->kind))));
}
