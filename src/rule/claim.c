/* The kind `claim`: reading the clauses. */
#include "rule/claim.h"

#include <string.h>

#include "base/utf8.h"

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

/* What a bracket right behind a number tells is of the rows of that number. */
static void enter_bracket(struct claim_reader *r)
{
	r->outer_list = r->in_list;
	r->outer_past = r->in_past;
	r->outer_topic = r->topic;
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		if (r->p->quantities.v[i].to + 1 != r->cl->from || !r->meant[i])
			continue;
		r->resume = r->resume ? r->resume : r->before;
		r->before = r->meant[i];
		r->bases = 1;
		r->base_fits = true;
	}
}

static void go_on(struct claim_reader *r)
{
	if (r->resume)
		r->before = r->resume;
	r->resume = NULL;
}

static void leave_bracket(struct claim_reader *r)
{
	r->in_list = r->outer_list;
	r->in_past = r->outer_past;
	r->topic = r->outer_topic;
	go_on(r);
}

/* "需要另行加工制作的2件" tells on of requests, though what is made else is no concern of theirs:
 * the words of a reason are theirs before a topic that comes behind it. */
static bool keeps_topic(const struct claim_reader *r, size_t topic)
{
	return topic > r->topic && claim_names_why(r, (struct text_span){r->cl->from, r->cl->to});
}

/* What the clause changes for itself and those behind it in its sentence. */
static void read_clause(struct claim_reader *r)
{
	struct str text = passage_clause(r->p, r->cl);
	const struct claim_rule *how = r->how;
	const struct utf8_set *chars = &r->cl->chars;
	size_t topic = passage_topic(r->c->rules->prose, r->p, r->cl);

	if (r->cl->depth && !r->depth)
		enter_bracket(r);
	if (!r->cl->depth && r->depth)
		leave_bracket(r);
	r->depth = r->cl->depth;
	bool list = how->list && pattern_find_in(how->list, text, 0, chars);
	if (how->whole && pattern_find_in(how->whole, text, 0, chars)) {
		r->in_list = false;
		r->kind = NULL;
	}
	if (topic != TOPIC_NONE && topic != r->topic && !is_held(r, text, list) &&
		!keeps_topic(r, topic))
		r->topic = topic;
	if (how->past && pattern_find_in(how->past, text, 0, chars))
		r->in_past = true;
	else if (r->in_past && how->present && pattern_find_in(how->present, text, 0, chars))
		r->in_past = false;
	claim_read_column(r);
	r->in_list |= list;
	r->listed = list ? 0 : r->listed;
	r->listed += r->in_list && r->cl->depth == 0 && r->cl->n_marks > 0;
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

/* "（1）行政复议。全年8件": the sentence before, where it is but the name of what follows. */
static const struct clause *title_before(const struct claim_reader *r)
{
	const struct sentence *before = &r->p->sentences[r->cl->sentence] - 1;
	const struct clause *last = r->cl - 1;

	if (!r->how->title || !r->cl->sentence ||
		!pattern_find_in(r->how->title, str_slice(r->p->shadow, before->from, before->to),
			0, &before->chars))
		return NULL;
	while (last->depth)
		last--;
	return last;
}

/* "其中维持2件": a sentence that is a list goes on about what the one before told of. */
static bool goes_on(const struct claim_reader *r)
{
	return r->how->list &&
	       pattern_find_in(r->how->list, passage_clause(r->p, r->cl), 0, &r->cl->chars);
}

/* "其中规范性文件7件；办理行政许可决定3件": no part of what stands before the semicolon. */
static bool begins_afresh(const struct claim_reader *r)
{
	return r->how->fresh &&
	       pattern_find_in(r->how->fresh, passage_clause(r->p, r->cl), 0, &r->cl->chars);
}

static void begin_sentence(struct claim_reader *r)
{
	const struct sentence *s = &r->p->sentences[r->cl->sentence];
	bool half = r->cl->sentence && r->p->sentences[r->cl->sentence - 1].half;

	if (r->cl != &r->p->clauses[s->clause])
		return;
	if (!half || begins_afresh(r))
		r->fresh = r->cl->sentence;
	if (r->fresh == r->cl->sentence && !(r->fresh && goes_on(r)))
		r->since = r->fresh;
	r->kind = NULL;
	/* what a comma sets apart ends at a semicolon */
	if (r->fresh == r->cl->sentence || r->listed > 1)
		r->in_list = false;
	if (!half)
		go_on(r);
	r->listed = 0;
	r->bases = 0;
	r->in_past = false;
	r->column = NULL;
	if (!half)
		r->apart = is_apart(r, s);
	if (!half && !goes_on(r))
		r->astray = TOPIC_NONE;
	r->depth = 0;
	if (r->heading_topic != TOPIC_NONE && !half)
		r->topic = r->heading_topic;
	if (!half)
		r->title = title_before(r);
	if (!half && r->title)
		r->topic = passage_topic(r->c->rules->prose, r->p, r->title);
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

/* "（二）依申请公开情况。全年收到…": the paragraph has its heading in it. */
static void read_opening(struct claim_reader *r)
{
	struct str text = r->p->shadow;
	size_t from, to, topic;

	if (!r->how->opening || !pattern_find(r->how->opening, text, 0) ||
		!pattern_group(r->how->opening, NULL, &from, &to))
		return;
	topic = prose_topic(r->c->rules->prose, str_slice(text, from, to));
	r->opened = topic == TOPIC_NONE ? 0 : to;
	if (topic == TOPIC_NONE || topic == r->heading_topic)
		return;
	r->heading_topic = topic;
	r->headed = true;
	r->made = 0;
}

static void read_passage(struct claim_reader *r)
{
	bool *taken = mem_alloc_array(2 * r->p->quantities.n + 1, sizeof *taken);
	const struct sum_words **meant = mem_alloc_array(r->p->quantities.n + 1, sizeof *meant);
	bool headed = r->headed;
	size_t heading_topic;

	r->taken = taken;
	r->parts = taken + r->p->quantities.n;
	r->meant = meant;
	r->told = false;
	r->opened = 0;
	r->fresh = 0;
	r->since = 0;
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
		bool skipped =
			r->how->skip && pattern_find_in(r->how->skip, passage_clause(r->p, r->cl),
						0, &r->cl->chars);

		if (!skipped && !claim_has_counts(r, r->cl) && claim_read_none(r))
			continue;
		claim_note_other(r);
		if (!skipped)
			claim_try_all(r);
		claim_read_words(r);
	}
	claim_settle_loose(r);
	if (r->heading_topic != heading_topic)
		r->headed = headed;
	r->heading_topic = heading_topic;
	free(taken);
	free(meant);
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

/* A line with numbers in it that looks like one is one where it names what it is about. */
static bool is_heading(const struct claim_reader *r)
{
	return r->p->heading &&
	       (!r->p->read || prose_topic(r->c->rules->prose, r->p->shadow) != TOPIC_NONE);
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
	struct claim_reader r = {.c = c,
		.rule = rule,
		.how = how,
		.heading_topic = TOPIC_NONE,
		.topic = TOPIC_NONE,
		.astray = TOPIC_NONE};

	r.before = &how->base;
	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		if (is_heading(&r))
			read_heading(&r);
		if (r.p->read && (is_about(&r) || r.topic != TOPIC_NONE))
			read_passage(&r);
	}
	vec_free(&r.loose);
}

const struct rule_kind claim_kind = {
	.name = "claim",
	.keys = claim_keys,
	.load = claim_load,
	.run = claim_run,
};
