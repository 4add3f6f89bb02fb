/* The kind `claim`: reading the clauses. */
#include "rule/claim.h"

#include <string.h>

#include "base/utf8.h"

static struct str sentence_text(const struct claim_reader *r)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];

	return str_slice(r->p->shadow, s->from, s->to);
}

static const struct utf8_set *sentence_chars(const struct claim_reader *r)
{
	return &r->p->sentences[r->cl->sentence].chars;
}

static bool has_topic(const struct claim_reader *r, const struct claim *claim)
{
	for (size_t i = 0; i < claim->n_topics; i++) {
		if (claim->topics[i] == r->topic)
			return true;
	}
	return claim->n_topics == 0;
}

static bool is_after(const struct claim_reader *r, const struct claim *claim)
{
	if (!claim->after || (claim->after & r->made))
		return true;
	return (claim->after & CLAIM_HEADING) && r->headed && claim->n_topics &&
	       claim->topics[0] == r->heading_topic;
}

/* Does the sentence hold the pattern, or the heading above? */
static bool is_around(const struct claim_reader *r, struct pattern *pattern)
{
	return pattern_find_in(pattern, sentence_text(r), 0, sentence_chars(r)) ||
	       (r->heading && pattern_find(pattern, r->heading->shadow, 0));
}

static bool is_near(const struct claim_reader *r, const struct claim *claim)
{
	return (!claim->near || r->told || is_around(r, claim->near)) &&
	       !(claim->nowhere && is_around(r, claim->nowhere));
}

/* Is what was said before in the sentence what the claim goes on about? */
static bool is_behind(const struct claim_reader *r, const struct claim *claim)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	struct utf8_set chars = s->chars;

	if (!claim->behind)
		return true;
	for (; claim->far && s > r->p->sentences && s[-1].half; s--)
		utf8_set_add(&chars, &s[-1].chars);
	return pattern_find_in(
		claim->behind, str_slice(r->p->shadow, s->from, r->cl->from), 0, &chars);
}

/* Does the text hold what one of the claim's patterns needs? */
static bool may_match(const struct claim *claim, struct str text, const struct utf8_set *chars)
{
	for (size_t i = 0; i < claim->n_patterns; i++) {
		if (pattern_may(claim->patterns[i], text, chars))
			return true;
	}
	return false;
}

/* May the claim be made in this clause at all? The cheap questions first. */
static bool claim_fits(const struct claim_reader *r, const struct claim *claim)
{
	struct str text = passage_clause(r->p, r->cl);

	if ((!claim->list && r->in_list) || (!claim->past && r->in_past) ||
		(!claim->ignore && r->apart))
		return false;
	return has_topic(r, claim) && is_after(r, claim) && may_match(claim, text, &r->cl->chars) &&
	       is_near(r, claim) && is_behind(r, claim) &&
	       !(claim->unless && pattern_find_in(claim->unless, text, 0, &r->cl->chars));
}

/* Where group `name` of the pattern's last match lies in the shadow. */
static bool group_at(const struct claim_reader *r, const struct pattern *pattern, const char *name,
	size_t *from, size_t *to)
{
	if (!pattern_group(pattern, name, from, to))
		return false;
	*from += r->cl->from;
	*to += r->cl->from;
	return true;
}

static size_t quantity_index(const struct claim_reader *r, size_t at)
{
	const struct quantity *q = passage_quantity(r->p, at);

	return q ? (size_t)(q - r->p->quantities.v) : STR_NONE;
}

struct str claim_rest(const struct claim_reader *r, size_t at)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	const struct sentence *end = r->p->sentences + r->p->n_sentences;

	while (s->half && s + 1 < end)
		s++;
	return str_slice(r->p->shadow, at, s->to);
}

/* Does what follows the number bear the claim out, up to the full stop? */
static bool then_fits(const struct claim_reader *r, const struct claim *claim, size_t at)
{
	return !claim->then || pattern_find(claim->then, claim_rest(r, at), 0);
}

/* Where to look on behind a match that began at `at` or later and ends at `to`. */
static size_t step_past(struct str text, size_t at, size_t to)
{
	at = to > at ? to : at + 1;
	while (at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
		at++;
	return at;
}

/* Does the pattern see the number in the clause, as what the claim speaks of? */
static bool pattern_sees(struct claim_reader *r, const struct claim *claim, struct pattern *pattern,
	const struct quantity *q)
{
	struct str text = passage_clause(r->p, r->cl);
	size_t at = 0, from, to, end;

	while (at < text.n && pattern_find_in(pattern, text, at, &r->cl->chars)) {
		pattern_group(pattern, NULL, &from, &end);
		for (size_t i = 0; i < claim->n_says; i++)
			if (claim->says[i].group &&
				group_at(r, pattern, claim->says[i].group, &from, &to) &&
				from == q->from)
				return true;
		at = step_past(text, at, end);
	}
	return false;
}

bool claim_sees(struct claim_reader *r, const struct claim *claim, const struct quantity *q)
{
	if (claim->ignore || !claim_fits(r, claim))
		return false;
	for (size_t i = 0; i < claim->n_patterns; i++)
		if (pattern_sees(r, claim, claim->patterns[i], q))
			return true;
	return false;
}

/* Takes the number of one group; false where it is no number, another's, or in a bracket of its
 * own. */
static bool take_number(struct claim_reader *r, const struct pattern *pattern, struct spoken *s)
{
	size_t from, to, index;

	if (!group_at(r, pattern, s->says->group, &from, &to))
		return false;
	index = quantity_index(r, from);
	if (index == STR_NONE || r->taken[index] || !then_fits(r, s->claim, to) ||
		(s->claim->zero && !dec_is_zero(r->p->quantities.v[index].high)) ||
		claim_is_of_part(r, s->claim, &r->p->quantities.v[index]))
		return false;
	s->quantity = r->p->quantities.v[index];
	s->past = to;
	r->taken[index] = true;
	r->parts[index] = s->claim->part;
	return true;
}

/* The form has no such cells: another claim may know what the number is. */
static void give_back(struct claim_reader *r, const struct spoken *s)
{
	if (s->says->group)
		r->taken[quantity_index(r, s->quantity.from)] = false;
}

static void take_zero(struct spoken *s)
{
	s->quantity = (struct quantity){.family = FAMILY_NONE};
	s->quantity.value = s->quantity.low = s->quantity.high = dec_of(0);
}

static void ignore_numbers(struct claim_reader *r, size_t from, size_t to)
{
	for (size_t i = 0; i < r->cl->n_marks; i++) {
		const struct quantity *q = &r->p->quantities.v[r->cl->mark + i];

		if (q->from >= from && q->from < to)
			r->taken[r->cl->mark + i] = true;
	}
}

/* What follows speaks of the rows of this claim, as it was found to mean them. */
static void set_base(
	struct claim_reader *r, const struct claim *claim, const struct claim_meaning *fits)
{
	r->before = fits ? &fits->cells : &claim->says[0].meaning->cells;
	r->base_fits = fits != NULL;
	r->bases++;
}

/* What follows is about what was ignored, not about what such claims told of before. */
static void forget_made(struct claim_reader *r, const struct claim *ignored)
{
	r->made &= ~ignored->made;
	r->headed &= !strcmp(ignored->as, ignored->id);
}

/* One of the claim's patterns has matched in the clause. */
static void claim_matched(
	struct claim_reader *r, const struct claim *claim, const struct pattern *pattern)
{
	size_t from = 0, to = 0;
	const struct claim_meaning *fits = NULL;
	bool any = false;

	group_at(r, pattern, NULL, &from, &to);
	if (claim->ignore) {
		if (then_fits(r, claim, to)) {
			ignore_numbers(r, from, to);
			forget_made(r, claim);
		}
		return;
	}
	for (size_t i = 0; i < claim->n_says; i++) {
		struct spoken s = {.claim = claim,
			.says = &claim->says[i],
			.from = from,
			.to = to,
			.past = to};

		if (!s.says->group)
			take_zero(&s);
		else if (!take_number(r, pattern, &s))
			continue;
		const struct claim_meaning *found = claim_evaluate(r, &s);

		if (s.sum.state == SUM_NONE && !s.says->meaning->told) {
			give_back(r, &s);
			continue;
		}
		fits = any ? fits : found;
		any = true;
	}
	if (any && claim->base)
		set_base(r, claim, fits);
	if (any)
		r->made |= claim->made;
	r->told |= any && !claim->says[0].meaning->told;
}

/* A clause says "none" once, however many patterns see it. */
static bool says_zero(const struct claim *claim)
{
	return !claim->ignore && !claim->says[0].group;
}

static bool try_pattern(struct claim_reader *r, const struct claim *claim, struct pattern *pattern)
{
	struct str text = passage_clause(r->p, r->cl);
	size_t at = 0, from, to;
	bool matched = false;

	while (at <= text.n && !(matched && says_zero(claim)) &&
		pattern_find_in(pattern, text, at, &r->cl->chars)) {
		pattern_group(pattern, NULL, &from, &to);
		claim_matched(r, claim, pattern);
		matched = true;
		at = step_past(text, at, to);
	}
	return matched;
}

static void try_claim(struct claim_reader *r, const struct claim *claim)
{
	bool matched = false;

	for (size_t i = 0; i < claim->n_patterns && !(matched && says_zero(claim)); i++)
		matched |= try_pattern(r, claim, claim->patterns[i]);
}

/* Does the clause tell on of what its sentence is about, whatever words it has? */
static bool is_held(const struct claim_reader *r, struct str text, bool list)
{
	const struct claim_rule *how = r->how;
	bool first = r->cl == &r->p->clauses[r->p->sentences[r->cl->sentence].clause];

	if (r->topic == TOPIC_NONE)
		return false;
	return ((r->in_list || list) && r->cl->depth == 0) ||
	       (!first && how->held && pattern_find_in(how->held, text, 0, &r->cl->chars));
}

/* What the clause changes for itself and those behind it in its sentence. */
static void read_clause(struct claim_reader *r)
{
	struct str text = passage_clause(r->p, r->cl);
	const struct claim_rule *how = r->how;
	const struct utf8_set *chars = &r->cl->chars;
	size_t topic = prose_topic(r->c->rules->prose, text);

	if (r->cl->depth && !r->depth)
		r->outer_list = r->in_list;
	if (!r->cl->depth && r->depth)
		r->in_list = r->outer_list;
	r->depth = r->cl->depth;
	bool list = how->list && pattern_find_in(how->list, text, 0, chars);
	if (topic != TOPIC_NONE && topic != r->topic && !is_held(r, text, list))
		r->topic = topic;
	if (how->past && pattern_find_in(how->past, text, 0, chars))
		r->in_past = true;
	else if (r->in_past && how->present && pattern_find_in(how->present, text, 0, chars))
		r->in_past = false;
	if (how->whole && pattern_find_in(how->whole, text, 0, chars))
		r->in_list = false;
	r->in_list |= list;
}

/* Does it tell of several organs, up to the full stop? */
static bool is_apart(const struct claim_reader *r, const struct sentence *s)
{
	struct utf8_set chars = s->chars;

	for (const struct sentence *end = r->p->sentences + r->p->n_sentences, *next = s;
		next->half && ++next < end;)
		utf8_set_add(&chars, &next->chars);
	return r->how->apart && pattern_find_in(r->how->apart, claim_rest(r, s->from), 0, &chars);
}

static void begin_sentence(struct claim_reader *r)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	bool half = r->cl->sentence && r->p->sentences[r->cl->sentence - 1].half;

	if (r->cl != &r->p->clauses[s->clause])
		return;
	if (!half)
		r->in_list = false;
	r->bases = 0;
	r->in_past = false;
	if (!half)
		r->apart = is_apart(r, s);
	r->depth = 0;
	if (r->heading_topic != TOPIC_NONE && !half)
		r->topic = r->heading_topic;
}

/* What prose of this section is about where no heading says more. */
static size_t section_topic(const struct claim_reader *r)
{
	const struct prose_words *w = r->c->rules->prose;

	for (size_t i = 0; i < w->n_topics; i++) {
		if (w->topics[i].section && w->topics[i].section == r->p->section)
			return i;
	}
	return TOPIC_NONE;
}

/* All that may be made in the clause: without a number, few. */
static void try_claims(struct claim_reader *r)
{
	const struct claim_rule *how = r->how;

	for (size_t i = 0; r->cl->n_marks && i < how->n_claims; i++) {
		if (claim_fits(r, &how->claims[i]))
			try_claim(r, &how->claims[i]);
	}
	for (size_t i = 0; !r->cl->n_marks && i < how->n_wordy; i++) {
		if (claim_fits(r, how->wordy[i]))
			try_claim(r, how->wordy[i]);
	}
}

/* "（二）依申请公开情况。全年收到…": the paragraph has its heading in it. */
static void read_opening(struct claim_reader *r)
{
	struct str text = r->p->shadow;
	size_t from, to, topic;

	if (!r->how->opening || !pattern_find(r->how->opening, text, 0) ||
		!pattern_group(r->how->opening, NULL, &from, &to))
		return;
	topic = prose_topic(r->c->rules->prose, str_slice(text, from, to));
	if (topic == TOPIC_NONE || topic == r->heading_topic)
		return;
	r->heading_topic = topic;
	r->headed = true;
	r->made = 0;
}

static void read_passage(struct claim_reader *r)
{
	bool *taken = mem_alloc_array(2 * r->p->quantities.n + 1, sizeof *taken);
	bool headed = r->headed;
	size_t heading_topic;

	r->taken = taken;
	r->parts = taken + r->p->quantities.n;
	r->told = false;
	if (r->heading_topic == TOPIC_NONE)
		r->heading_topic = section_topic(r);
	heading_topic = r->heading_topic;
	read_opening(r);
	/* without a heading that says more, a paragraph goes on about what the one before told of
	 */
	if (r->heading_topic != TOPIC_NONE)
		r->topic = r->heading_topic;
	for (size_t i = 0; i < r->p->n_clauses; i++) {
		r->cl = &r->p->clauses[i];
		begin_sentence(r);
		read_clause(r);
		if (r->how->skip && pattern_find_in(r->how->skip, passage_clause(r->p, r->cl), 0,
					    &r->cl->chars))
			continue;
		try_claims(r);
	}
	if (r->heading_topic != heading_topic)
		r->headed = headed;
	r->heading_topic = heading_topic;
	free(taken);
}

static void read_heading(struct claim_reader *r)
{
	r->heading = r->p;
	r->heading_topic = prose_topic(r->c->rules->prose, r->p->shadow);
	r->topic = r->heading_topic;
	r->headed = r->heading_topic != TOPIC_NONE;
	r->before = &r->how->base;
	r->made = 0;
}

static bool is_about(const struct claim_reader *r)
{
	for (size_t i = 0; i < r->how->about.n; i++) {
		struct str word = str_of(r->how->about.items[i]);

		if (str_find(r->p->shadow, word, 0) != STR_NONE ||
			(r->heading && str_find(r->heading->shadow, word, 0) != STR_NONE))
			return true;
	}
	return r->how->about.n == 0;
}

static void claim_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct claim_rule *how = data;
	const struct prose *prose = context_prose(c);
	struct claim_reader r = {
		.c = c, .rule = rule, .how = how, .heading_topic = TOPIC_NONE, .topic = TOPIC_NONE};

	r.before = &how->base;
	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		if (r.p->heading)
			read_heading(&r);
		if (r.p->read && (is_about(&r) || r.topic != TOPIC_NONE))
			read_passage(&r);
	}
}

const struct rule_kind claim_kind = {
	.name = "claim",
	.keys = claim_keys,
	.load = claim_load,
	.run = claim_run,
};
