/* The kind `claim`: clauses without numbers, by the words of the lexicon.
 *
 * 未作出不予公开决定 speaks of what a number in its place would speak of, and says that it is none.
 * 均予以公开 says that there is nothing else; what the others are its claim tells. A clause with
 * any word that the lexicon has not says neither. */
#include "rule/claim.h"

/* So many things side by side are denied at once: 科研机构、社会公益组织. */
#define EACH_MOST 8

/* A clause without numbers. */
struct stated {
	struct gloss own, before;
	struct tags said; /* its own without the words that deny */
};

static bool find_word(
	const struct claim_reader *r, size_t from, const struct tags *tags, struct text_span *out)
{
	struct own_name own = {str_of(r->c->report->agency_text), &r->how->bodies};

	return lexicon_find(r->how->lexicon, &own, r->p->shadow,
		(struct text_span){from, r->cl->to}, tags, out);
}

/* Is all of it denied, and once? 未全部公开 says that some was not; 无未作出决定的 that there was.
 * 未制发、未废止 are two things. */
static bool is_denial(const struct claim_reader *r)
{
	const struct lexicon *x = r->how->lexicon;
	struct text_span word, next;

	if (!find_word(r, r->cl->from, &x->none, &word) || find_word(r, word.to, &x->all, &next))
		return false;
	for (; find_word(r, word.to, &x->none, &next); word = next) {
		if (!word_list_before(&r->c->rules->prose->quantity.join, r->p->shadow, next.from))
			return false;
	}
	return true;
}

/* Does the claim need no other words than the clause has? */
static bool has_words(
	const struct claim_reader *r, const struct claim *claim, const struct stated *s)
{
	struct tags of = claim->of;

	tags_drop(&of, &r->how->lexicon->none);
	return claim->deniable && tags_hold(&s->said, &of) && claim_is_under(claim, &s->before) &&
	       (!tags_any(&claim->denied_with) || tags_meet(&s->said, &claim->denied_with));
}

static bool allows(const struct claim *claim, const struct tags *said)
{
	struct tags allowed = claim->of;

	tags_add(&allowed, &claim->with);
	return tags_hold(&allowed, said);
}

/* Is all the same that must differ for the claim to be made, or not known? */
static bool is_all_the_same(const struct claim_reader *r, const struct claim *claim)
{
	struct sum first, next;

	for (size_t i = 0; i < claim->n_differ; i++) {
		sum_make(r->c, &claim->differ[i]->cells, r->before, &next);
		if (next.state != SUM_KNOWN)
			return true;
		if (i && dec_cmp(first.value, next.value) != 0)
			return false;
		first = next;
	}
	return claim->n_differ > 0;
}

static bool tell_none(struct claim_reader *r, const struct claim *claim, const struct stated *s)
{
	return !is_all_the_same(r, claim) &&
	       claim_worded_none(r, claim, (struct text_span){s->own.from, s->own.to});
}

static bool deny_one(struct claim_reader *r, const struct stated *s)
{
	for (size_t i = 0; i < r->how->n_worded; i++) {
		const struct claim *claim = r->how->worded[i];

		if (has_words(r, claim, s) && allows(claim, &s->said) &&
			claim_sees_words(r, claim, STR_NONE) && tell_none(r, claim, s))
			return true;
	}
	return false;
}

/* Are a's words among those that stand beside b's? Then it is what b is one of. */
static bool is_wider(const struct claim_reader *r, const struct claim *a, const struct claim *b)
{
	struct tags of = a->of;

	tags_drop(&of, &r->how->lexicon->none);
	return allows(b, &of);
}

/* Adds a claim where it is none that another is one of, and takes out those that are. */
static size_t add_each(const struct claim_reader *r, const struct claim *claim,
	const struct claim **each, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (is_wider(r, claim, each[i]))
			return n;
	}
	for (size_t i = 0; i < n; i++) {
		if (!is_wider(r, each[i], claim))
			each[kept++] = each[i];
	}
	each[kept++] = claim;
	return kept;
}

/* Has the clause nothing but what these claims are about, and what may stand beside all of them? */
static bool say_all(const struct claim **each, size_t n, const struct tags *said)
{
	struct tags left = *said;

	for (size_t i = 0; i < n; i++)
		tags_drop(&left, &each[i]->of);
	for (size_t i = 0; i < n; i++) {
		if (!tags_hold(&each[i]->with, &left))
			return false;
	}
	return n > 1;
}

static bool has_join(const struct claim_reader *r)
{
	size_t to;

	return word_list_find(&r->c->rules->prose->quantity.join, passage_clause(r->p, r->cl), 0,
		       &to) != STR_NONE;
}

/* Things side by side that no claim knows together. */
static bool deny_each(struct claim_reader *r, const struct stated *s)
{
	const struct claim *each[EACH_MOST];
	size_t n = 0;
	bool made = false;

	if (!has_join(r))
		return false;
	for (size_t i = 0; i < r->how->n_worded && n < EACH_MOST; i++) {
		const struct claim *claim = r->how->worded[i];

		if (has_words(r, claim, s) && claim_sees_words(r, claim, STR_NONE))
			n = add_each(r, claim, each, n);
	}
	if (!say_all(each, n, &s->said))
		return false;
	for (size_t i = 0; i < n; i++)
		made |= tell_none(r, each[i], s);
	return made;
}

/* "行政诉讼情况：无". */
static void go_on(struct claim_reader *r, struct stated *s)
{
	struct gloss last = {0};
	const struct clause *before = tags_any(&s->said) ? NULL : claim_gloss_last(r, &last);

	if (!before)
		return;
	s->said = last.tags;
	s->before = claim_gloss_before(r, before->from);
}

static bool read_denial(struct claim_reader *r, struct stated *s)
{
	const struct lexicon *x = r->how->lexicon;

	if (!is_denial(r))
		return false;
	s->said = s->own.tags;
	tags_drop(&s->said, &x->none);
	tags_drop(&s->said, &x->all);
	go_on(r, s);
	return tags_any(&s->said) && (deny_one(r, s) || deny_each(r, s));
}

/* What the sentence told before, or the clause before alone, where all words are known. */
static struct gloss told_before(const struct claim_reader *r, const struct stated *s)
{
	const struct clause *last = r->cl - 1;
	struct gloss g = {0};

	if (!s->before.unknown || r->cl == r->p->clauses || last->sentence != r->cl->sentence ||
		last->depth != r->cl->depth)
		return s->before;
	claim_gloss(r, last->from, last->to, &g);
	return g;
}

/* All of what? Of what the clause names, or the sentence before it, where that is known for sure.
 * Does the clause say all this behind the word that says that it is all? */
static bool says_of_all(const struct claim_reader *r, const struct claim *claim,
	const struct stated *s, const struct gloss *behind)
{
	struct gloss around = s->own, before = told_before(r, s);

	if (!before.unknown && !tags_meet(&s->before.tags, &r->how->lexicon->limit))
		tags_add(&around.tags, &before.tags);
	return tags_meet(&claim->of, &r->how->lexicon->all) &&
	       tags_hold(&behind->tags, &claim->of) && allows(claim, &s->said) &&
	       claim_is_under(claim, &around);
}

/* All of the number told right before in the sentence? Of one that is but a part of what the rows
 * are, nothing is known: 重复申请2件，均不予处理. */
static bool is_of_whole(const struct claim_reader *r)
{
	size_t from = r->p->sentences[r->cl->sentence].from;
	size_t n = passage_numbers_before(r->p, r->cl->from);

	while (n && r->p->quantities.v[n - 1].from >= from && r->p->quantities.v[n - 1].mark != '#')
		n--;
	return !n || r->p->quantities.v[n - 1].from < from || r->meant[n - 1] == r->before;
}

static bool read_all(struct claim_reader *r, struct stated *s)
{
	const struct lexicon *x = r->how->lexicon;
	struct text_span word, next;
	struct gloss behind = {0};

	if (!find_word(r, r->cl->from, &x->all, &word) || !is_of_whole(r))
		return false;
	while (find_word(r, word.to, &x->all, &next))
		word = next;
	claim_gloss_all(r, word.from, r->cl->to, &behind);
	s->said = s->own.tags;
	tags_drop(&s->said, &x->manner);
	for (size_t i = 0; i < r->how->n_worded; i++) {
		const struct claim *claim = r->how->worded[i];

		if (says_of_all(r, claim, s, &behind) && claim_sees_words(r, claim, STR_NONE) &&
			tell_none(r, claim, s))
			return true;
	}
	return false;
}

bool claim_read_none(struct claim_reader *r)
{
	struct stated s = {0};

	if (!r->how->none ||
		!pattern_find_in(r->how->none, passage_clause(r->p, r->cl), 0, &r->cl->chars))
		return false;
	claim_gloss_outside(r, (struct text_span){r->cl->from, r->cl->to}, true, &s.own);
	if (s.own.from == s.own.to || s.own.unknown)
		return false;
	s.before = claim_gloss_before(r, r->cl->from);
	return tags_meet(&s.own.tags, &r->how->lexicon->none) ? read_denial(r, &s)
							      : read_all(r, &s);
}
