/* The kind `claim`: numbers read by the words around them, where no pattern knows the clause.
 *
 * A number's own words are those from what separates it from the number before it, to what
 * separates it from the next. A claim with `of` is made where these words have all its tags, and
 * no others than it allows (`with`). What else the sentence told before it may take it away: behind
 * a number of a part, a number may be of that part alone. */
#include "rule/claim.h"

#include "base/utf8.h"

/* So much that no word of the lexicon is may stand beside words that leave no doubt; code points.
 */
#define UNKNOWN_MOST 6

/* A number and its own words. */
struct worded {
	size_t number; /* of the passage */
	struct text_span before, behind;
	struct gloss gloss;
};

static bool is_amount(const struct quantity *q)
{
	return q->mark == '$';
}

static bool is_counted(const struct claim_reader *r, const struct quantity *q)
{
	return q->mark == '#' || is_amount(q) ||
	       (!q->mark && word_list_before(&r->how->counted, r->p->shadow, q->to));
}

/* Does the quantity stand between words as words do, as a day does? */
static bool is_word(const struct claim_reader *r, const struct quantity *q)
{
	return !q->mark && !is_counted(r, q);
}

/* Behind the bracket that opens at `at`; `at`: none does. */
static size_t past_bracket(struct str s, size_t at, size_t to)
{
	int depth = 0;

	if (at >= to || s.p[at] != '(')
		return at;
	for (; at < to; at++) {
		depth += (s.p[at] == '(') - (s.p[at] == ')');
		if (!depth)
			return at + 1;
	}
	return to;
}

/* The number of the same depth before the nth, or behind it; STR_NONE: none in the clause. */
static size_t find_neighbour(const struct claim_reader *r, size_t n, int step)
{
	const struct quantities *all = &r->p->quantities;
	size_t first = r->cl->mark, end = first + r->cl->n_marks;

	for (size_t i = n + (size_t)step; i >= first && i < end; i += (size_t)step) {
		size_t from = step < 0 ? all->v[i].to : all->v[n].to;
		size_t to = step < 0 ? all->v[n].from : all->v[i].from;

		if (!is_word(r, &all->v[i]) && !brackets_between(r->p->shadow, from, to))
			return i;
	}
	return STR_NONE;
}

/* What ends the words of one number before those of the next; false: nothing does. */
static bool find_between(
	const struct claim_reader *r, struct text_span range, struct text_span *out)
{
	return r->how->between && range.from < range.to &&
	       pattern_find(r->how->between, str_slice(r->p->shadow, 0, range.to), range.from) &&
	       pattern_group(r->how->between, NULL, &out->from, &out->to);
}

static size_t words_begin(const struct claim_reader *r, size_t n)
{
	const struct quantities *all = &r->p->quantities;
	size_t before = find_neighbour(r, n, -1);
	struct text_span range, between;

	if (before == STR_NONE)
		return r->cl->from;
	range = (struct text_span){all->v[before].to, all->v[n].from};
	return find_between(r, range, &between) ? between.to
						: past_bracket(r->p->shadow, range.from, range.to);
}

/* named: words stand before the number already, so those before the next are the next one's. */
static size_t words_end(const struct claim_reader *r, size_t n, bool named)
{
	const struct quantities *all = &r->p->quantities;
	size_t next = find_neighbour(r, n, 1);
	struct text_span range, between;

	if (next == STR_NONE)
		return r->cl->to;
	range = (struct text_span){all->v[n].to, all->v[next].from};
	if (find_between(r, range, &between))
		return between.from;
	return named ? range.from : range.to;
}

static struct own_name own_name(const struct claim_reader *r)
{
	return (struct own_name){str_of(r->c->report->agency_text), &r->how->bodies};
}

void claim_gloss_all(const struct claim_reader *r, size_t from, size_t to, struct gloss *out)
{
	struct own_name own = own_name(r);

	lexicon_read(r->how->lexicon, &own, r->p->shadow, from, to, out);
}

/* Beside a number these say nothing. */
static void make_deaf(const struct claim_reader *r, struct gloss *out)
{
	tags_add(&out->deaf, &r->how->lexicon->all);
	tags_add(&out->deaf, &r->how->lexicon->manner);
}

void claim_gloss(const struct claim_reader *r, size_t from, size_t to, struct gloss *out)
{
	make_deaf(r, out);
	claim_gloss_all(r, from, to, out);
}

static bool tells_number(struct str s)
{
	return memchr(s.p, '#', s.n) || memchr(s.p, '%', s.n);
}

void claim_gloss_outside(
	const struct claim_reader *r, struct text_span span, bool any, struct gloss *out)
{
	struct str s = r->p->shadow;

	for (size_t at = span.from; at < span.to; at++) {
		size_t past = past_bracket(s, at, span.to);

		if (past == at || (!any && !tells_number(str_slice(s, at, past))))
			continue;
		claim_gloss_all(r, span.from, at, out);
		span.from = past;
		at = past - 1;
	}
	claim_gloss_all(r, span.from, span.to, out);
}

/* Reads the words of [from, to) without brackets that have numbers, or shares, of their own. */
static void read_words(const struct claim_reader *r, size_t from, size_t to, struct gloss *out)
{
	make_deaf(r, out);
	claim_gloss_outside(r, (struct text_span){from, to}, false, out);
}

struct text_span claim_own_words(const struct claim_reader *r, size_t number)
{
	const struct quantity *q = &r->p->quantities.v[number];
	struct text_span out = {words_begin(r, number), q->from};
	struct gloss before = {0};

	read_words(r, out.from, out.to, &before);
	out.to = words_end(r, number, before.to > before.from);
	return out;
}

static void read_own(const struct claim_reader *r, struct worded *w)
{
	const struct quantity *q = &r->p->quantities.v[w->number];
	struct text_span own = claim_own_words(r, w->number);

	w->before = (struct text_span){own.from, q->from};
	w->behind = (struct text_span){q->to, own.to};
	read_words(r, w->before.from, w->before.to, &w->gloss);
	read_words(r, w->behind.from, w->behind.to, &w->gloss);
}

/* Most of it was read for the number before already. */
struct gloss claim_gloss_before(struct claim_reader *r, size_t to)
{
	size_t reach = lexicon_reach(r->how->lexicon);
	struct claim_so_far *f = &r->so_far;
	struct own_name own = own_name(r);
	struct gloss before, heading = {0};

	size_t from = r->p->sentences[r->since].from;

	/* a heading makes nothing a part: 主动公开情况：行政处罚3件 */
	bool headed = from < r->opened && r->opened <= to;
	size_t begin = headed ? r->opened : from;

	if (f->p != r->p || f->from != begin || f->to > to) {
		*f = (struct claim_so_far){.p = r->p, .from = begin, .to = begin};
		claim_gloss(r, begin, begin, &f->gloss);
	}
	if (to > f->to + reach)
		f->to = lexicon_read_part(
			r->how->lexicon, &own, r->p->shadow, f->to, to - reach, to, &f->gloss);
	before = f->gloss;
	if (headed) {
		claim_gloss(r, from, begin, &heading);
		tags_drop(&heading.tags, &r->how->lexicon->limit);
		tags_add(&before.tags, &heading.tags);
	}
	if (r->title)
		claim_gloss(r, r->title->from, r->title->to, &before);
	claim_gloss(r, f->to, to, &before);
	return before;
}

bool claim_is_under(const struct claim *claim, const struct gloss *before)
{
	return tags_hold(&before->tags, &claim->under) && !tags_meet(&before->tags, &claim->rivals);
}

/* What the words before a number say: in its sentence, and in its clause alone, which may speak of
 * one thing where the sentence spoke of another, too. */
struct gloss_before {
	struct gloss sentence, clause;
};

static bool is_under(const struct claim *claim, const struct gloss_before *before)
{
	return claim_is_under(claim, &before->sentence) ||
	       (tags_any(&claim->under) && claim_is_under(claim, &before->clause));
}

/* Do these words make the claim, and no other? */
static bool words_say(
	const struct claim *claim, const struct gloss *own, const struct gloss_before *before)
{
	struct tags allowed = claim->of;

	tags_add(&allowed, &claim->with);
	return tags_hold(&own->tags, &claim->of) && tags_hold(&allowed, &own->tags) &&
	       is_under(claim, before);
}

static bool is_known(const struct gloss *g)
{
	return g->from < g->to && g->unknown <= UNKNOWN_MOST;
}

/* Does the clause match, and the one before it tell a number that it may speak of? */
static bool tells_of_last(
	const struct claim_reader *r, const struct clause *cl, const struct pattern *pattern)
{
	return pattern && cl > r->p->clauses && cl[-1].sentence == cl->sentence &&
	       claim_has_counts(r, cl - 1) &&
	       pattern_find_in(pattern, passage_clause(r->p, cl), 0, &cl->chars);
}

/* "无法提供2件，系本机关不掌握，共计7件": it says why of the number before it, and nothing of the
 * next. */
static bool is_reason(const struct claim_reader *r, const struct clause *cl)
{
	return tells_of_last(r, cl, r->how->reason);
}

/* "收到申请16件，主要涉及征地补偿等方面，予以公开12件": of all of them it says what they are about,
 * and makes no part of those that follow. */
static bool is_matter(const struct claim_reader *r, const struct clause *cl)
{
	return !claim_has_counts(r, cl) && tells_of_last(r, cl, r->how->matter);
}

/* "针对无正当理由大量反复申请的情形，依法不予处理7件": no part is made by the words that say why.
 */
static bool is_why(const struct claim_reader *r, const struct clause *cl)
{
	return !claim_has_counts(r, cl) && claim_names_why(r, (struct text_span){cl->from, cl->to});
}

/* Do the words of the sentence up to `to` make what follows a part? before: what they say. */
static bool is_limited(struct claim_reader *r, size_t to, const struct gloss *before)
{
	const struct tags *limit = &r->how->lexicon->limit;
	const struct clause *cl = r->cl, *matter = NULL;

	if (!tags_meet(&before->tags, limit))
		return false;
	for (size_t i = (size_t)(cl - r->p->clauses) + 1;
		i-- > 0 && r->p->clauses[i].sentence == r->cl->sentence;) {
		cl = &r->p->clauses[i];
		if (cl->from < to && cl->depth == r->cl->depth &&
			(is_matter(r, cl) || is_why(r, cl)))
			matter = cl;
	}
	if (!matter || matter->from < r->opened)
		return true;

	struct gloss apart = claim_gloss_before(r, matter->from);
	claim_gloss(r, matter->to, to, &apart);
	return tags_meet(&apart.tags, limit);
}

/* Where words end that tell of what they name how much of all it is: 自然人申请占77.2%. */
static size_t named_end(const struct claim_reader *r, size_t begin, size_t end)
{
	size_t from, to;

	if (!r->how->share ||
		!pattern_find(r->how->share, str_slice(r->p->shadow, begin, end), 0) ||
		!pattern_group(r->how->share, NULL, &from, &to))
		return end;
	return begin + from;
}

const struct clause *claim_gloss_last(const struct claim_reader *r, struct gloss *out)
{
	const struct clause *before = r->cl > r->p->clauses ? r->cl - 1 : NULL;

	if (r->title && r->cl->from == r->p->sentences[r->cl->sentence].from)
		before = r->title;
	else if (!before || before->sentence != r->cl->sentence)
		return NULL;
	if (before->depth != r->cl->depth || claim_has_counts(r, before) || is_reason(r, before))
		return NULL;
	claim_gloss(r, before->from, named_end(r, before->from, before->to), out);
	return out->from < out->to && !out->unknown ? before : NULL;
}

/* "行政复议方面，共3件": a number without words of its own goes on with those of the clause or
 * title before it, which has no number. */
static void read_clause_before(const struct claim_reader *r, struct worded *w)
{
	struct gloss g = {0};
	const struct clause *before = claim_gloss_last(r, &g);

	if (!before)
		return;
	w->before.from = before->from;
	tags_add(&w->gloss.tags, &g.tags);
	w->gloss.from = g.from;
	w->gloss.to = r->p->quantities.v[w->number].to;
}

/* "以自然人为主（8件）": a number alone in a bracket goes on with the words in front of that. */
static void read_before_bracket(const struct claim_reader *r, struct worded *w)
{
	const struct quantities *all = &r->p->quantities;
	const struct clause *outer = r->cl;
	size_t from, to = r->cl->from - 1;

	while (outer > r->p->clauses && outer->depth >= r->cl->depth)
		outer--;
	from = outer->from;
	for (size_t i = 0; i < w->number; i++)
		if (all->v[i].to <= to && all->v[i].to > from && !is_word(r, &all->v[i]))
			from = all->v[i].to;
	if (from >= to)
		return;
	claim_gloss(r, from, named_end(r, from, to), &w->gloss);
	w->before.from = from;
}

/* What a number without words of its own goes on with. */
static void read_nearest(const struct claim_reader *r, struct worded *w)
{
	if (r->cl->depth && r->p->shadow.p[r->cl->from - 1] == '(')
		read_before_bracket(r, w);
	else
		read_clause_before(r, w);
}

static void read_number(struct claim_reader *r, size_t number)
{
	const struct quantity *q = &r->p->quantities.v[number];
	struct worded w = {.number = number};
	struct gloss_before before = {0};

	read_own(r, &w);
	if (w.gloss.from == w.gloss.to && !w.gloss.unknown)
		read_nearest(r, &w);
	if (!is_known(&w.gloss))
		return;
	before.sentence = claim_gloss_before(r, w.before.from);
	if (is_limited(r, w.before.from, &before.sentence))
		return;
	if (w.before.from > r->cl->from)
		claim_gloss(r, r->cl->from, w.before.from, &before.clause);
	struct text_span words = {w.gloss.from < q->from ? w.gloss.from : q->from,
		w.gloss.to > q->to ? w.gloss.to : q->to};

	for (size_t i = 0; i < r->how->n_worded; i++) {
		const struct claim *claim = r->how->worded[i];

		if (!claim->says[0].group || claim->says[0].meaning->money != is_amount(q) ||
			(w.gloss.unknown && !claim->loose) ||
			!words_say(claim, &w.gloss, &before) || !claim_sees_words(r, claim, number))
			continue;
		r->unsure = w.gloss.unknown > 0;
		bool made = claim_worded(r, claim, number, words);

		r->unsure = false;
		if (made)
			return;
	}
}

bool claim_has_counts(const struct claim_reader *r, const struct clause *cl)
{
	for (size_t i = cl->mark; i < cl->mark + cl->n_marks; i++)
		if (is_counted(r, &r->p->quantities.v[i]))
			return true;
	return false;
}

void claim_read_words(struct claim_reader *r)
{
	const struct quantities *all = &r->p->quantities;

	for (size_t i = r->cl->mark; i < r->cl->mark + r->cl->n_marks; i++) {
		if (!r->taken[i] && is_counted(r, &all->v[i]) &&
			!brackets_between(r->p->shadow, r->cl->from, all->v[i].from))
			read_number(r, i);
	}
	claim_note_kind(r);
}
