/* The kind `claim`: which claims a clause makes, by their patterns. */
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

bool claim_is_topic(const struct claim_reader *r, const struct topics *topics)
{
	for (size_t i = 0; i < topics->n; i++) {
		if (topics->v[i] == r->topic)
			return true;
	}
	return topics->n == 0;
}

static bool is_after(const struct claim_reader *r, const struct claim *claim)
{
	if (!claim->after || (claim->after & r->made))
		return true;
	return (claim->after & CLAIM_HEADING) && r->headed && claim->topics.n &&
	       claim->topics.v[0] == r->heading_topic;
}

/* Does the sentence hold the pattern, or what follows it up to the full stop, or the heading above
 * or before it? */
static bool is_around(const struct claim_reader *r, struct pattern *pattern)
{
	return pattern_find_in(pattern, sentence_text(r), 0, sentence_chars(r)) ||
	       (r->p->sentences[r->cl->sentence].half &&
		       pattern_find(
			       pattern, claim_rest(r, r->p->sentences[r->cl->sentence].from), 0)) ||
	       (r->heading && pattern_find(pattern, r->heading->shadow, 0)) ||
	       (r->opened && pattern_find(pattern, str_slice(r->p->shadow, 0, r->opened), 0));
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

/* Does the text hold what one of the claim's patterns needs? Their hints are the same. */
static bool may_match(const struct claim *claim, struct str text, const struct utf8_set *chars)
{
	if (claim->n_patterns > 1 && !pattern_hinted(claim->patterns[0], text, chars))
		return false;
	for (size_t i = 0; i < claim->n_patterns; i++) {
		if (pattern_may(claim->patterns[i], text, chars))
			return true;
	}
	return false;
}

/* May the claim be made in the clause, by what stands around it? The cheap questions first. */
static bool stands_well(const struct claim_reader *r, const struct claim *claim)
{
	struct str text = passage_clause(r->p, r->cl);

	return is_near(r, claim) && is_behind(r, claim) &&
	       !(claim->unless && pattern_find_in(claim->unless, text, 0, &r->cl->chars)) &&
	       !(claim->here && claim_is_elsewhere(r));
}

/* Does the sentence go on about what was found to be no concern of the tables? */
static bool is_astray(const struct claim_reader *r)
{
	return r->astray != TOPIC_NONE && r->astray == r->topic;
}

/* Is the sentence, as far as it was read, one to make the claim in? */
static bool is_open_to(const struct claim_reader *r, const struct claim *claim)
{
	if ((!claim->list && r->in_list) || (!claim->past && r->in_past) ||
		(!claim->ignore && (r->apart || is_astray(r))))
		return false;
	return claim_is_topic(r, &claim->topics) && is_after(r, claim);
}

/* May the claim be made in this clause at all? */
static bool claim_fits(const struct claim_reader *r, const struct claim *claim)
{
	return is_open_to(r, claim) &&
	       may_match(claim, passage_clause(r->p, r->cl), &r->cl->chars) &&
	       stands_well(r, claim);
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

	return str_slice(r->p->shadow, at, passage_full_stop(r->p, s));
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

int brackets_between(struct str s, size_t from, size_t to)
{
	int depth = 0;

	for (size_t i = from; i < to; i++)
		depth += (s.p[i] == '(') - (s.p[i] == ')');
	return depth;
}

/* Of which rows a number is that stands in a bracket is read with what stands there. */
static bool is_for_bracket(const struct claim_reader *r, const struct spoken *s, size_t at)
{
	return claim_asks_for_rows(&s->says->meaning->cells) &&
	       brackets_between(r->p->shadow, r->cl->from, at) > 0;
}

/* Takes the number of one group; false where it is no number, another's, or in a bracket of its
 * own. */
static bool take_number(struct claim_reader *r, const struct pattern *pattern, struct spoken *s)
{
	size_t from, to, index;

	if (!group_at(r, pattern, s->says->group, &from, &to))
		return false;
	index = quantity_index(r, from);
	if (index == STR_NONE || r->taken[index] || is_for_bracket(r, s, from) ||
		!then_fits(r, s->claim, to) ||
		claim_is_of_kind(r, s->claim, &r->p->quantities.v[index]) ||
		(s->claim->zero && !dec_is_zero(r->p->quantities.v[index].high)) ||
		claim_is_of_part(r, s->claim, &r->p->quantities.v[index]))
		return false;
	s->quantity = r->p->quantities.v[index];
	s->number = index;
	s->past = to;
	r->taken[index] = true;
	r->parts[index] = s->claim->part;
	return true;
}

/* The form has no such cells: another claim may know what the number is. */
static void give_back(struct claim_reader *r, const struct spoken *s)
{
	if (s->number != STR_NONE)
		r->taken[s->number] = false;
}

static void take_zero(struct spoken *s)
{
	s->quantity = (struct quantity){.family = FAMILY_NONE};
	s->quantity.value = s->quantity.low = s->quantity.high = dec_of(0);
}

static void ignore_numbers(
	struct claim_reader *r, const struct claim *claim, size_t from, size_t to)
{
	for (size_t i = 0; i < r->cl->n_marks; i++) {
		const struct quantity *q = &r->p->quantities.v[r->cl->mark + i];

		if (q->from >= from && q->from < to && !(claim->some && dec_is_zero(q->value)))
			r->taken[r->cl->mark + i] = true;
	}
}

/* What follows speaks of the rows of this claim, as it was found to mean them. Of what there is
 * none nothing is told, where anything else was: 诉讼2件，未发生复议，其中维持1件. */
static void set_base(struct claim_reader *r, const struct claim *claim,
	const struct claim_meaning *fits, bool none)
{
	if (none && r->bases)
		return;
	r->before = fits ? &fits->cells : &claim->says[0].meaning->cells;
	r->base_fits = fits != NULL;
	r->bases += !none;
}

/* What follows is about what was ignored, not about what such claims told of before. */
static void forget_made(struct claim_reader *r, const struct claim *ignored)
{
	if (!strcmp(ignored->as, ignored->id))
		return;
	r->made &= ~ignored->made;
	r->headed = false;
	r->astray = r->topic;
}

/* Of a number that was taken; false where the form has no such cells. */
static bool hold_against(
	struct claim_reader *r, struct spoken *s, const struct claim_meaning **found)
{
	const struct sum_words *cells;

	*found = claim_evaluate(r, s);
	cells = *found ? &(*found)->cells : &s->meaning->cells;
	if (s->number != STR_NONE && !claim_asks_for_rows(cells))
		r->meant[s->number] = cells;
	if (s->sum.state != SUM_NONE || s->meaning->told || s->meaning != s->says->meaning)
		return true;
	give_back(r, s);
	return false;
}

/* Does what follows the number at `past` tell more of what it counts? */
static bool is_within(const struct claim_reader *r, size_t past)
{
	struct str rest = str_slice(r->p->shadow, past, r->p->shadow.n);

	return r->how->within && rest.n && pattern_find(r->how->within, rest, 0);
}

/* The claim was made of the number, and agrees as `fits`; NULL: with nothing. */
static void note_made(
	struct claim_reader *r, const struct spoken *s, const struct claim_meaning *fits)
{
	const struct claim *claim = s->claim;
	bool none = dec_is_zero(s->quantity.value);

	if (claim->base) {
		r->resume = NULL;
		set_base(r, claim, fits, none);
	} else if (is_within(r, s->past) && !claim_asks_for_rows(&claim->says[0].meaning->cells)) {
		r->resume = r->before;
		set_base(r, claim, fits, none);
	}
	r->made |= claim->made;
	r->told |= !claim->says[0].meaning->told;
}

/* Is what the group `other` is to be, another body, this report's own: 街道 of a street office? */
static bool names_own_agency(const struct claim_reader *r, const struct pattern *pattern)
{
	const char *agency = r->c->report->agency_text;
	size_t from, to;

	return agency && group_at(r, pattern, "other", &from, &to) && from < to &&
	       name_is_short_for(str_slice(r->p->shadow, from, to), str_of(agency));
}

/* One of the claim's patterns has matched in the clause. */
static void claim_matched(
	struct claim_reader *r, const struct claim *claim, const struct pattern *pattern)
{
	size_t from = 0, to = 0;
	const struct claim_meaning *fits = NULL;
	struct spoken last = {0};
	bool any = false;

	group_at(r, pattern, NULL, &from, &to);
	if (claim->ignore) {
		if (then_fits(r, claim, to) && !names_own_agency(r, pattern)) {
			ignore_numbers(r, claim, from, to);
			forget_made(r, claim);
		}
		return;
	}
	for (size_t i = 0; i < claim->n_says; i++) {
		struct spoken s = {.claim = claim,
			.says = &claim->says[i],
			.number = STR_NONE,
			.from = from,
			.to = to,
			.past = to};

		if (!s.says->group && claim_is_of_kind(r, claim, NULL))
			continue;
		if (!s.says->group)
			take_zero(&s);
		else if (!take_number(r, pattern, &s))
			continue;
		const struct claim_meaning *found;

		if (!hold_against(r, &s, &found))
			continue;
		fits = any ? fits : found;
		last = s;
		any = true;
	}
	if (any)
		note_made(r, &last, fits);
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

/* All that may be made in the clause: without a number, few. */
void claim_try_all(struct claim_reader *r)
{
	const struct claim_rule *how = r->how;

	for (size_t i = 0; r->cl->n_marks && i < how->n_patterned; i++) {
		if (claim_fits(r, how->patterned[i]))
			try_claim(r, how->patterned[i]);
	}
	for (size_t i = 0; !r->cl->n_marks && i < how->n_wordy; i++) {
		if (claim_fits(r, how->wordy[i]))
			try_claim(r, how->wordy[i]);
	}
}

bool claim_sees_words(struct claim_reader *r, const struct claim *claim, size_t number)
{
	const struct quantity *q = number == STR_NONE ? NULL : &r->p->quantities.v[number];

	return is_open_to(r, claim) && stands_well(r, claim) && !claim_is_of_kind(r, claim, q) &&
	       then_fits(r, claim, q ? q->to : r->cl->to) &&
	       !(q && ((claim->zero && !dec_is_zero(q->high)) || claim_is_of_part(r, claim, q)));
}

bool claim_worded(
	struct claim_reader *r, const struct claim *claim, size_t number, struct text_span words)
{
	const struct claim_meaning *found;
	struct spoken s = {.claim = claim,
		.says = &claim->says[0],
		.quantity = r->p->quantities.v[number],
		.number = number,
		.from = words.from,
		.to = words.to};

	s.past = s.quantity.to;
	r->taken[number] = true;
	r->parts[number] = claim->part;
	if (!hold_against(r, &s, &found))
		return false;
	note_made(r, &s, found);
	return true;
}

bool claim_worded_none(struct claim_reader *r, const struct claim *claim, struct text_span words)
{
	const struct claim_meaning *found;
	struct spoken s = {.claim = claim,
		.says = &claim->denied,
		.number = STR_NONE,
		.from = words.from,
		.to = words.to,
		.past = words.to};

	take_zero(&s);
	if (!hold_against(r, &s, &found))
		return false;
	note_made(r, &s, found);
	return true;
}
