/* The kind `claim`: numbers in prose against the tables. */
#include "rule/claim.h"

#include <string.h>

#include "base/utf8.h"

/* A clause longer than this is not quoted whole, code points. */
#define QUOTE_MAX 32

/* What was read so far. */
struct reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct claim_rule *how;
	const struct passage *p;
	const struct clause *cl;
	const struct passage *heading; /* above the passage; NULL: none */
	size_t heading_topic, topic;
	bool in_list, in_past;
	bool told;	 /* the passage has made a claim: what it counts is known */
	bool apart;	 /* the sentence tells of several organs */
	bool outer_list; /* in_list outside the bracket that is being read */
	unsigned depth;
	const struct sum_words *before; /* the rows the last claim spoke of */
	bool *made;			/* by claim: made under this heading */
	bool *taken;			/* by quantity of the passage: spoken for */
};

/* One number that a claim speaks of. */
struct spoken {
	const struct claim *claim;
	const struct claim_says *says;
	struct quantity quantity;
	size_t from, to; /* the words matched, in the shadow */
	struct sum sum;
};

static struct str sentence_text(const struct reader *r)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];

	return str_slice(r->p->shadow, s->from, s->to);
}

static bool has_topic(const struct reader *r, const struct claim *claim)
{
	for (size_t i = 0; i < claim->n_topics; i++) {
		if (claim->topics[i] == r->topic)
			return true;
	}
	return claim->n_topics == 0;
}

static bool is_after(const struct reader *r, const struct claim *claim)
{
	for (size_t i = 0; i < r->how->n_claims; i++) {
		for (size_t j = 0; r->made[i] && j < claim->after.n; j++) {
			if (!strcmp(r->how->claims[i].as, claim->after.items[j]))
				return true;
		}
	}
	return claim->after.n == 0;
}

static bool is_near(const struct reader *r, const struct claim *claim)
{
	return !claim->near || r->told || pattern_find(claim->near, sentence_text(r), 0) ||
	       (r->heading && pattern_find(claim->near, r->heading->shadow, 0));
}

/* May the claim be made in this clause at all? The cheap questions first. */
static bool claim_fits(const struct reader *r, const struct claim *claim)
{
	bool number = claim->ignore || claim->says[0].group;
	struct str text = passage_clause(r->p, r->cl);

	if ((number && !r->cl->n_marks) || (!claim->list && (r->in_list || r->apart)) ||
		(!claim->past && r->in_past))
		return false;
	return has_topic(r, claim) && is_after(r, claim) &&
	       (!claim->n_patterns || pattern_hinted(claim->patterns[0], text)) &&
	       is_near(r, claim) && !(claim->unless && pattern_find(claim->unless, text, 0));
}

/* Are the characters of `name` in `full`, in this order? 区政府办公室 is short for
 * 武汉市汉阳区人民政府办公室. */
static bool is_short_for(struct str name, struct str full)
{
	size_t at = 0;

	for (size_t i = 0; i < name.n;) {
		size_t from = i;

		utf8_next(name, &i);
		at = str_find(full, str_slice(name, from, i), at);
		if (at == STR_NONE)
			return false;
		at += i - from;
	}
	return true;
}

/* Does the clause tell of an organ, named before the match at `from`, that is not the report's own?
 */
static bool is_another(const struct reader *r, size_t from)
{
	struct str before = str_slice(r->p->shadow, r->cl->from, from);
	size_t at, to;

	if (!r->c->report->agency_text || !r->how->subject ||
		!pattern_find(r->how->subject, before, 0) ||
		!pattern_group(r->how->subject, "s", &at, &to))
		return false;
	struct str name = str_slice(before, at, to);

	if (r->how->own && pattern_find(r->how->own, name, 0))
		return false;
	return !is_short_for(name, str_of(r->c->report->agency_text));
}

/* Of "@/person" the readings are other rows to put in its place. */
static bool asks_for_rows(const struct sum_words *words)
{
	for (size_t i = 0; i < words->n; i++) {
		if (!words->terms[i].row.n)
			return true;
	}
	return false;
}

static const struct claim_meaning *find_reading(
	struct reader *r, const struct spoken *s, struct sum *out)
{
	const struct sum_words *said = &s->says->meaning->cells;
	bool rows = asks_for_rows(said);

	for (size_t i = 0; i < s->claim->n_readings; i++) {
		const struct claim_meaning *reading = s->claim->readings[i];

		sum_make(r->c, rows ? said : &reading->cells, rows ? &reading->cells : NULL, out);
		if (out->state == SUM_KNOWN && quantity_allows(&s->quantity, out->value))
			return reading;
	}
	return NULL;
}

/* How far the number is from what it allows. */
static struct dec difference(const struct quantity *q, struct dec actual)
{
	struct dec d = dec_of(0);

	dec_sub(actual, dec_cmp(actual, q->low) < 0 ? q->low : q->high, &d);
	return dec_abs(d);
}

/* How the cells add up; nothing where it is one cell, whose number is told already. */
static struct form_words in_brackets(struct rule_context *c, const struct sum *sum)
{
	struct slots s;

	if (sum->n < 2)
		return (struct form_words){{"", ""}};
	slots_init(&s, c->arena);
	slots_words(&s, "text", sum_in_words(c, sum));
	return context_word(c, WORD_BRACKET, &s);
}

static void tell(struct reader *r, const struct spoken *s, const struct claim_meaning *reading,
	const struct sum *other)
{
	static const struct form_words none = {{NULL, NULL}};
	struct rule_context *c = r->c;
	const char *clause = passage_quote(c, r->p, r->cl->from, r->cl->to);
	const char *quote = clause;
	struct finding f;
	struct slots slots;

	finding_begin(&f, r->rule);
	if (reading) {
		f.severity = SEVERITY_NOTE;
		f.cause = CAUSE_READING;
		for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
			f.reading[l] = arena_cstr(c->arena, str_of(reading->say.text[l]));
	}
	if (!reading && is_another(r, s->from))
		f.severity = SEVERITY_WARNING;
	if (utf8_count(str_of(clause)) > QUOTE_MAX)
		quote = passage_quote(c, r->p, s->from, s->to);
	finding_cells(c, &f, s->sum.cells, s->sum.n);
	finding_numbers(&f, s->quantity.value, s->sum.value);
	finding_span(c, &f, passage_span(r->p, s->from, s->to));
	f.at = f.spans[0].from;
	for (size_t i = 0; i < s->sum.n; i++)
		finding_cell_span(c, &f, s->sum.cells[i]);
	slots_init(&slots, c->arena);
	slots_text(&slots, "quote", str_of(quote));
	slots_words(&slots, "say", s->says->meaning->say);
	slots_dec(&slots, "declared", s->quantity.value);
	slots_dec(&slots, "actual", s->sum.value);
	slots_dec(&slots, "difference", difference(&s->quantity, s->sum.value));
	slots_words(&slots, "sum", in_brackets(c, &s->sum));
	if (reading) {
		slots_words(&slots, "reading", reading->say);
		slots_dec(&slots, "reading_value", other->value);
		slots_words(&slots, "reading_sum", in_brackets(c, other));
	}
	finding_message(c, &f, &slots, reading ? r->how->reading : r->how->message, none);
	finding_end(c, &f, arena_printf(c->arena, "%s|%s", clause, s->claim->id));
}

static void add_sum(struct evidence *e, const struct sum *sum)
{
	e->sums[e->n_sums++] = (struct evidence_sum){sum->cells, sum->n};
}

/* What is declared, and of which cells, whether they bear it out or not. */
static void note_evidence(struct reader *r, const struct spoken *s)
{
	struct evidence *e = vec_push(&r->c->evidence);
	struct sum other;

	*e = (struct evidence){.rule = r->rule,
		.span = passage_span(r->p, s->from, s->to),
		.declared = s->quantity.value,
		.low = s->quantity.low,
		.high = s->quantity.high,
		.no_limit = s->quantity.no_limit};
	e->sums = arena_alloc_array(r->c->arena, s->says->n_readings + 1, sizeof *e->sums);
	add_sum(e, &s->sum);
	for (size_t i = 0; i < s->says->n_readings; i++) {
		sum_make(r->c, &s->says->readings[i].cells, r->before, &other);
		if (other.state == SUM_KNOWN)
			add_sum(e, &other);
	}
}

static void evaluate(struct reader *r, struct spoken *s)
{
	const struct claim_meaning *reading;
	struct sum other;

	sum_make(r->c, &s->says->meaning->cells, r->before, &s->sum);
	if (s->sum.state == SUM_NONE)
		return;
	bool zero = s->sum.state == SUM_BLANK && quantity_allows(&s->quantity, dec_of(0));

	if (s->sum.state != SUM_KNOWN && !zero) {
		context_not_checked(r->c, r->rule, s->sum.cells, s->sum.n,
			sum_why(r->c, &s->says->meaning->cells, &s->sum));
		return;
	}
	r->c->n_checked++;
	note_evidence(r, s);
	if (zero || quantity_allows(&s->quantity, s->sum.value))
		return;
	reading = find_reading(r, s, &other);
	if (!reading || !s->claim->any)
		tell(r, s, reading, &other);
}

/* Where group `name` of the pattern's last match lies in the shadow. */
static bool group_at(const struct reader *r, const struct pattern *pattern, const char *name,
	size_t *from, size_t *to)
{
	if (!pattern_group(pattern, name, from, to))
		return false;
	*from += r->cl->from;
	*to += r->cl->from;
	return true;
}

static size_t quantity_index(const struct reader *r, size_t at)
{
	const struct quantity *q = passage_quantity(r->p, at);

	return q ? (size_t)(q - r->p->quantities.v) : STR_NONE;
}

/* Does what follows the number bear the claim out? */
static bool then_fits(const struct reader *r, const struct claim *claim, size_t at)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];

	return !claim->then || pattern_find(claim->then, str_slice(r->p->shadow, at, s->to), 0);
}

/* Takes the number of one group; false where it is no number, another's, or in a bracket of its
 * own. */
static bool take_number(struct reader *r, const struct pattern *pattern, struct spoken *s)
{
	size_t from, to, index;

	if (!group_at(r, pattern, s->says->group, &from, &to))
		return false;
	index = quantity_index(r, from);
	if (index == STR_NONE || r->taken[index] || !then_fits(r, s->claim, to))
		return false;
	s->quantity = r->p->quantities.v[index];
	r->taken[index] = true;
	return true;
}

static void take_zero(struct spoken *s)
{
	s->quantity = (struct quantity){.family = FAMILY_NONE};
	s->quantity.value = s->quantity.low = s->quantity.high = dec_of(0);
}

static void ignore_numbers(struct reader *r, size_t from, size_t to)
{
	for (size_t i = 0; i < r->cl->n_marks; i++) {
		const struct quantity *q = &r->p->quantities.v[r->cl->mark + i];

		if (q->from >= from && q->from < to)
			r->taken[r->cl->mark + i] = true;
	}
}

/* One of the claim's patterns has matched in the clause. */
static void claim_matched(
	struct reader *r, const struct claim *claim, const struct pattern *pattern)
{
	size_t from = 0, to = 0;
	bool any = false;

	group_at(r, pattern, NULL, &from, &to);
	if (claim->ignore) {
		ignore_numbers(r, from, to);
		return;
	}
	for (size_t i = 0; i < claim->n_says; i++) {
		struct spoken s = {.claim = claim, .says = &claim->says[i], .from = from, .to = to};

		if (!s.says->group)
			take_zero(&s);
		else if (!take_number(r, pattern, &s))
			continue;
		evaluate(r, &s);
		any = true;
	}
	if (any && claim->base)
		r->before = &claim->says[0].meaning->cells;
	if (any)
		r->told = r->made[claim - r->how->claims] = true;
}

/* A clause says "none" once, however many patterns see it. */
static bool says_zero(const struct claim *claim)
{
	return !claim->ignore && !claim->says[0].group;
}

static bool try_pattern(struct reader *r, const struct claim *claim, struct pattern *pattern)
{
	struct str text = passage_clause(r->p, r->cl);
	size_t at = 0, from, to;
	bool matched = false;

	while (at <= text.n && !(matched && says_zero(claim)) && pattern_find(pattern, text, at)) {
		pattern_group(pattern, NULL, &from, &to);
		claim_matched(r, claim, pattern);
		matched = true;
		at = to > at ? to : at + 1;
		while (at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
			at++;
	}
	return matched;
}

static void try_claim(struct reader *r, const struct claim *claim)
{
	bool matched = false;

	for (size_t i = 0; i < claim->n_patterns && !(matched && says_zero(claim)); i++)
		matched |= try_pattern(r, claim, claim->patterns[i]);
}

/* What the clause changes for itself and those behind it in its sentence. */
static void read_clause(struct reader *r)
{
	struct str text = passage_clause(r->p, r->cl);
	const struct claim_rule *how = r->how;
	size_t topic = prose_topic(r->c->rules->prose, text);

	if (r->cl->depth && !r->depth)
		r->outer_list = r->in_list;
	if (!r->cl->depth && r->depth)
		r->in_list = r->outer_list;
	r->depth = r->cl->depth;
	bool held = r->in_list && r->topic != TOPIC_NONE && r->cl->depth == 0;

	if (topic != TOPIC_NONE && !held)
		r->topic = topic;
	if (how->past && pattern_find(how->past, text, 0))
		r->in_past = true;
	if (how->whole && pattern_find(how->whole, text, 0))
		r->in_list = false;
	if (how->list && pattern_find(how->list, text, 0))
		r->in_list = true;
}

static void begin_sentence(struct reader *r)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	bool half = r->cl->sentence && r->p->sentences[r->cl->sentence - 1].half;

	if (r->cl != &r->p->clauses[s->clause])
		return;
	if (!half)
		r->in_list = false;
	r->in_past = false;
	r->apart = r->how->apart && pattern_find(r->how->apart, sentence_text(r), 0);
	r->depth = 0;
	if (r->heading_topic != TOPIC_NONE && !half)
		r->topic = r->heading_topic;
}

/* What prose of this section is about where no heading says more. */
static size_t section_topic(const struct reader *r)
{
	const struct prose_words *w = r->c->rules->prose;

	for (size_t i = 0; i < w->n_topics; i++) {
		if (w->topics[i].section && w->topics[i].section == r->p->section)
			return i;
	}
	return TOPIC_NONE;
}

static void read_passage(struct reader *r)
{
	bool *taken = mem_alloc_array(r->p->quantities.n + 1, sizeof *taken);

	r->taken = taken;
	r->told = false;
	if (r->heading_topic == TOPIC_NONE)
		r->heading_topic = section_topic(r);
	r->topic = r->heading_topic;
	for (size_t i = 0; i < r->p->n_clauses; i++) {
		r->cl = &r->p->clauses[i];
		begin_sentence(r);
		read_clause(r);
		if (r->how->skip && pattern_find(r->how->skip, passage_clause(r->p, r->cl), 0))
			continue;
		for (size_t j = 0; j < r->how->n_claims; j++) {
			if (claim_fits(r, &r->how->claims[j]))
				try_claim(r, &r->how->claims[j]);
		}
	}
	free(taken);
}

static void read_heading(struct reader *r)
{
	r->heading = r->p;
	r->heading_topic = prose_topic(r->c->rules->prose, r->p->shadow);
	r->before = &r->how->base;
	memset(r->made, 0, r->how->n_claims * sizeof *r->made);
}

static bool is_about(const struct reader *r)
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
	struct reader r = {.c = c, .rule = rule, .how = how, .heading_topic = TOPIC_NONE};

	r.made = mem_alloc_array(how->n_claims + 1, sizeof *r.made);
	r.before = &how->base;
	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		if (r.p->heading)
			read_heading(&r);
		else if (is_about(&r))
			read_passage(&r);
	}
	free(r.made);
}

const struct rule_kind claim_kind = {
	.name = "claim",
	.keys = claim_keys,
	.load = claim_load,
	.run = claim_run,
};
