/* The kind `twice`: numbers whose clauses are of one thing, however that is put.
 *
 * "全年开展专项检查4次" and "3次专项检查反映出…" are of one thing by the words that say what is
 * counted, a lexicon's (lexicon.h), and by nothing else: a word that the lexicon has not may make a
 * part of it, and such a number is left alone. What two numbers may be of that differ, as all that
 * a channel puts out and what is disclosed by it, are told where the verb is the same, or one is a
 * slip. */
#include "rule/twice.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "rule/sure.h"

/* Numbers no further apart are a slip, from here on: less is so by chance. */
#define SLIP_APART 2
#define SLIP_LEAST 10
/* A report has no more of them. */
#define TOPICS_MOST 400

struct topic_number {
	struct twice_number n;
	struct str unit;
	struct tags of, verbs;
	struct tags said; /* `of` with what says nothing beside another */
	size_t sentence;  /* the first half of its sentence */
	bool grown;	  /* it stands behind those of years before */
};

struct topic_reader {
	struct rule_context *c;
	const struct twice_rule *how;
	struct own_name own;
	const struct passage *heading;
	VEC(struct topic_number) v;
};

static bool same_tags(const struct tags *a, const struct tags *b)
{
	return tags_hold(a, b) && tags_hold(b, a);
}

static bool ends_clause(unsigned ch)
{
	return ch == ',' || ch == ';' || ch == ':' || ch == '(' || ch == ')' || ch == 0x3002;
}

/* Where the words before the number begin: over 、, but behind every other mark, and behind the
 * number before it. */
static size_t words_begin(const struct topic_reader *r, const struct topic_number *t)
{
	const struct passage *p = t->n.p;
	size_t i = (size_t)(t->n.q - p->quantities.v), low = t->n.begin, at = t->n.q->from;
	/* "总数（1309条）": what it is of stands before the bracket */
	bool bare = at && p->shadow.p[at - 1] == '(' && str_has_at(p->shadow, t->n.q->to, STR(")"));

	while (i && !twice_is_count(r->how, &p->quantities.v[i - 1]))
		i--; /* a year */
	if (i && p->quantities.v[i - 1].to > low)
		low = p->quantities.v[i - 1].to;
	at -= bare && at > low;
	while (at > low) {
		size_t before = utf8_prev(p->shadow, at), next = before;

		if (ends_clause(utf8_next(p->shadow, &next)))
			break;
		at = before;
	}
	return at;
}

/* Adds what the words say; false where one of them is not known. */
static bool read_words(
	const struct topic_reader *r, const struct passage *p, struct text_span w, struct tags *out)
{
	struct gloss g = {0};

	lexicon_read(r->how->topics, &r->own, p->shadow, w.from, w.to, &g);
	tags_add(out, &g.tags);
	return g.unknown == 0;
}

/* May numbers of years before lead up to it, 由去年的3次增至5次, 去年3次、今年5次? Of
 * 近三年分别为3次、4次、5次 it is not known which is whose, and none of them has a mark. */
static bool may_be_grown(const struct twice_rule *how, const struct topic_number *t)
{
	static const char *const marked[] = {"到", "至", "为", "的"}, *const bare[] = {
									      "、", "和", "与"};
	struct str before = str_slice(t->n.p->shadow, t->n.begin, t->n.q->from);
	bool may = t->n.q->mark && str_find(before, STR("、今年"), 0) != STR_NONE;

	for (size_t i = 0; t->n.q->mark && i < sizeof marked / sizeof *marked; i++)
		may |= str_ends(before, marked[i]);
	for (size_t i = 0; !t->n.q->mark && i < sizeof bare / sizeof *bare; i++)
		may |= str_ends(before, bare[i]);
	return may && how->grown && !t->n.q->approximate;
}

/* Adds what the words of the group say; false where one of them is not known. */
static bool read_group(const struct topic_reader *r, struct topic_number *t, const char *name)
{
	size_t from, to;

	if (!pattern_group(r->how->grown, name, &from, &to) || from == to)
		return true;
	if (!t->n.said || t->n.begin + from < t->n.start)
		t->n.start = t->n.from = t->n.begin + from;
	t->n.said = t->n.begin + to;
	return read_words(
		r, t->n.p, (struct text_span){t->n.begin + from, t->n.begin + to}, &t->of);
}

/* Finds what such a number is of: *known, all of it is. false: it is none. */
static bool read_grown(const struct topic_reader *r, struct topic_number *t, bool *known)
{
	struct str before = str_slice(t->n.p->shadow, t->n.begin, t->n.q->from);

	if (!may_be_grown(r->how, t) || !pattern_find(r->how->grown, before, 0))
		return false;
	*known = read_group(r, t, "of") && read_group(r, t, "with") && t->n.said;
	return true;
}

/* What stands right behind the number: 4次专项检查, 195条的解读. */
static void read_behind(const struct topic_reader *r, struct topic_number *t)
{
	struct str s = t->n.p->shadow;
	struct tags all = {{~UINT64_C(0), ~UINT64_C(0)}}, plain = {0};
	struct text_span word = {0}, rest = {t->n.q->to, t->n.q->to};

	while (rest.to < s.n) {
		size_t next = rest.to;

		if (!utf8_is_han(utf8_next(s, &next)))
			break;
		rest.to = next;
	}
	if (!lexicon_find(r->how->topics, &r->own, s, rest, &all, &word) ||
		!read_words(r, t->n.p, (struct text_span){rest.from, word.from}, &plain))
		return;
	read_words(r, t->n.p, word, &t->of);
	t->n.to = word.to;
}

/* Do the words name things side by side? */
static bool names_several(struct str words)
{
	static const char *const and[] = {"、", "和", "与", "及"};

	for (size_t i = 0; i < sizeof and / sizeof *and; i++)
		if (str_find(words, str_of(and[i]), 0) != STR_NONE)
			return true;
	return false;
}

/* What its sentence begins with, where its clause does not say: "公众号开通以来…，本年推送9条". */
static void read_subject(const struct topic_reader *r, struct topic_number *t)
{
	const struct passage *p = t->n.p;
	size_t begin = t->n.begin;
	struct tags found = {0};

	for (size_t at;
		(at = str_find(str_slice(p->shadow, 0, t->n.start), STR(";"), begin)) != STR_NONE;)
		begin = at + 1;
	size_t stop = str_find(str_slice(p->shadow, 0, t->n.start), STR(","), begin);

	if (stop == STR_NONE || !tags_any(&t->verbs) ||
		names_several(str_slice(p->shadow, begin, stop)))
		return;
	read_words(r, p, (struct text_span){begin, stop}, &found);
	tags_drop(&found, &r->how->verbs);
	tags_add(&t->of, &found);
}

/* What has no words of its own is of what all are of that it adds up:
 * "网站公开信息9条、微信公开信息2条，合计11条". true where it adds them up, be that nothing. */
static bool read_sum(const struct topic_reader *r, struct topic_number *t)
{
	struct tags of = {{~UINT64_C(0), ~UINT64_C(0)}}, verbs = of;
	struct dec sum = dec_of(0);

	for (size_t i = r->v.n; i-- > 0;) {
		const struct topic_number *part = &r->v.v[i];

		if (part->n.p != t->n.p || part->sentence != t->sentence ||
			!str_eq(part->unit, twice_unit(r->c, &t->n)) ||
			!dec_add(sum, part->n.q->value, &sum))
			return false;
		tags_keep(&of, &part->said);
		tags_keep(&verbs, &part->verbs);
		if (dec_cmp(sum, t->n.q->value) < 0)
			continue;
		if (dec_cmp(sum, t->n.q->value) || i + 1 == r->v.n)
			return false;
		t->of = of;
		t->verbs = verbs;
		return true;
	}
	return false;
}

static bool is_people(const struct topic_reader *r, struct str unit)
{
	for (size_t i = 0; i < r->how->people.n; i++)
		if (str_eq(r->how->people.items[i], unit))
			return true;
	return false;
}

/* What has no words of its own and counts people right behind how many events there were is of
 * those: 培训4场、80人次. */
static void read_people(const struct topic_reader *r, struct topic_number *t)
{
	const struct topic_number *last = r->v.n ? &r->v.v[r->v.n - 1] : NULL;

	if (!last || last->n.p != t->n.p || last->sentence != t->sentence ||
		!is_people(r, twice_unit(r->c, &t->n)) || is_people(r, last->unit))
		return;
	struct str between = str_slice(t->n.p->shadow, last->n.q->to, t->n.q->from);

	if (!str_is(between, "、") && !str_is(between, ","))
		return;
	t->of = last->of;
	t->verbs = last->verbs;
}

/* Behind 其中 it is a part: is its whole told in words that are all known? */
static bool is_known_part(const struct topic_reader *r, const struct topic_number *t)
{
	const struct passage *p = t->n.p;
	struct topic_number whole = {.n = {.p = p, .begin = t->n.begin}};
	size_t at = str_find(str_slice(p->shadow, 0, t->n.q->from), STR("其中"), t->n.begin), i;

	if (at == STR_NONE)
		return true;
	i = passage_numbers_before(p, at);
	if (i == passage_numbers_before(p, t->n.begin))
		return false;
	whole.n.q = &p->quantities.v[i - 1];
	return read_words(r, p, (struct text_span){words_begin(r, &whole), whole.n.q->from},
		       &whole.of) &&
	       !same_tags(&whole.of, &t->of);
}

static bool has_words(const struct pattern *p, struct str text)
{
	return p && pattern_find(p, text, 0);
}

/* Do the words between the number before it and its clause say where it was done? */
static bool is_placed_before(const struct topic_reader *r, const struct topic_number *t)
{
	struct twice_number n = t->n;
	struct str s = t->n.p->shadow;

	for (size_t at = n.begin;
		(at = str_find(str_slice(s, 0, n.start), STR("#"), at)) != STR_NONE;)
		n.begin = ++at;
	n.from = n.start;
	return twice_is_placed(r->how, &n);
}

/* Behind the last words of the whole year in it. */
static struct str behind_whole(const struct topic_reader *r, struct str s)
{
	size_t from, to = 0;

	while (r->how->whole && pattern_find(r->how->whole, s, to) &&
		pattern_group(r->how->whole, NULL, &from, &to) && to > from)
		s = str_slice(s, to, s.n), to = 0;
	return s;
}

/* Is it, by what stands before its clause, of another time or place than the whole year? Its own
 * words go over that. */
static bool is_elsewhere(const struct topic_reader *r, const struct topic_number *t)
{
	struct str s = t->n.p->shadow, words = str_slice(s, t->n.start, t->n.q->from);
	struct str before = str_slice(s, t->n.begin, t->n.start);

	if (str_find(words, STR("累计"), 0) != STR_NONE &&
		!has_words(r->how->whole, str_slice(s, t->n.begin, t->n.q->from)))
		return true;
	if (has_words(r->how->whole, words))
		return false;
	return has_words(r->how->wider, behind_whole(r, before)) ||
	       (!tags_meet(&t->of, &r->how->sparse) && is_placed_before(r, t));
}

/* Few in Han are often no count (开展一次): but where the clause tells of the whole year they are.
 */
static bool is_count(const struct topic_reader *r, const struct topic_number *t)
{
	struct quantity q = *t->n.q;

	if (!q.han)
		return twice_is_count(r->how, &q);
	q.han = false;
	return twice_is_count(r->how, &q) &&
	       (twice_is_count(r->how, t->n.q) ||
		       has_words(r->how->whole, str_slice(t->n.p->shadow, t->n.begin, q.from)));
}

/* Is it of the whole year, or told on from such a number in words that are all known? */
static bool is_of_year(const struct topic_reader *r, const struct topic_number *t)
{
	const struct passage *p = t->n.p;
	const struct topic_number *last = r->v.n ? &r->v.v[r->v.n - 1] : NULL;
	size_t i = (size_t)(t->n.q - p->quantities.v);

	if (twice_is_of_year(r->how, &t->n))
		return true;
	while (i && !twice_is_count(r->how, &p->quantities.v[i - 1]))
		i--;
	return i && last && last->n.p == p && last->sentence == t->sentence &&
	       last->n.q == &p->quantities.v[i - 1];
}

/* Is what it counts told, and nothing else? */
static bool read_topic(const struct topic_reader *r, struct topic_number *t)
{
	struct tags behind;
	bool known = false;

	t->grown = read_grown(r, t, &known);
	t->n.to = t->n.q->to;
	if (!t->grown && !is_count(r, t))
		return false;
	if (!t->grown) {
		t->n.start = t->n.from = words_begin(r, t);
		known = read_words(r, t->n.p, (struct text_span){t->n.start, t->n.q->from}, &t->of);
	}
	if (!known)
		return false;
	t->verbs = t->of;
	tags_drop(&t->of, &r->how->verbs);
	behind = t->of;
	tags_drop(&t->verbs, &behind);
	if (!tags_any(&t->of))
		read_behind(r, t);
	tags_drop(&t->of, &r->how->verbs);
	if (!tags_any(&t->of))
		read_people(r, t);
	if (!tags_any(&t->of) && !read_sum(r, t))
		read_subject(r, t);
	t->said = behind = t->of;
	tags_drop(&behind, &r->how->states);
	if (!tags_hold(&r->how->common, &behind))
		tags_drop(&t->of, &r->how->common);
	return tags_any(&behind) && !is_elsewhere(r, t) && is_known_part(r, t) &&
	       (t->grown || is_of_year(r, t)) && !twice_is_planned(r->how, &t->n);
}

/* So many numbers side by side are a list: of parts, where one of them is not read. */
#define LIST_LEAST 3

/* Are all counts of the number's clause, brackets apart, where they are a list, read? Else
 * 政策解读134条 is a part of what was disclosed. */
static bool is_listed_apart(const struct topic_reader *r, const struct topic_number *t)
{
	const struct clause *cl = passage_clause_at(t->n.p, t->n.q->from);
	size_t counts = 0, read = 0;

	for (size_t i = 0; cl && i < cl->n_marks; i++) {
		const struct quantity *q = &t->n.p->quantities.v[cl->mark + i];

		counts += twice_is_count(r->how, q) && passage_clause_at(t->n.p, q->from) == cl;
	}
	for (size_t i = r->v.n;
		cl && i-- > 0 && r->v.v[i].n.p == t->n.p && r->v.v[i].n.q->from >= cl->from;)
		read += r->v.v[i].n.q->from < cl->to;
	return !t->grown && counts >= LIST_LEAST && read < counts;
}

/* Drops what was read from the nth on of such lists. */
static void drop_listed(struct topic_reader *r, size_t n)
{
	size_t kept = n;
	bool *apart = mem_alloc_array(r->v.n - n + 1, sizeof *apart);

	for (size_t i = n; i < r->v.n; i++)
		apart[i - n] = is_listed_apart(r, &r->v.v[i]);
	for (size_t i = n; i < r->v.n; i++)
		if (!apart[i - n])
			r->v.v[kept++] = r->v.v[i];
	r->v.n = kept;
	free(apart);
}

static void read_sentence(
	struct topic_reader *r, const struct passage *p, size_t i, struct text_span span)
{
	size_t first = r->v.n;

	for (size_t j = passage_numbers_before(p, span.from); j < p->quantities.n; j++) {
		struct topic_number t = {.sentence = i,
			.n = {.p = p,
				.q = &p->quantities.v[j],
				.begin = span.from,
				.heading = r->heading}};

		if (t.n.q->from >= span.to || r->v.n == TOPICS_MOST)
			break;
		if (!read_topic(r, &t))
			continue;
		t.unit = twice_unit(r->c, &t.n);
		*vec_push(&r->v) = t;
	}
	drop_listed(r, first);
}

static void read_passage(struct topic_reader *r, const struct passage *p)
{
	for (size_t i = 0, first = 0; i < p->n_sentences; i++) {
		if (!i || !p->sentences[i - 1].half)
			first = i;
		if (!p->sentences[i].half || i + 1 == p->n_sentences)
			read_sentence(r, p, first,
				(struct text_span){p->sentences[first].from, p->sentences[i].to});
	}
}

static bool is_slip(const struct quantity *a, const struct quantity *b)
{
	int64_t x = a->value.units, y = b->value.units, d = x > y ? x - y : y - x;

	/* round numbers are so by chance */
	return !a->value.scale && !b->value.scale && (x % 10 || y % 10) &&
	       (sure_slip(x, y) || sure_digit_more(x, y) ||
		       (d <= SLIP_APART && x >= SLIP_LEAST && y >= SLIP_LEAST));
}

/* Events are counted 次, 场 or 期, as it comes. */
static bool is_one_unit(
	const struct topic_reader *r, const struct topic_number *a, const struct topic_number *b)
{
	return str_eq(a->unit, b->unit) ||
	       (tags_hold(&r->how->events, &a->of) && a->n.q->family == b->n.q->family);
}

/* Are the two of one thing, in sentences of their own? */
static bool are_one(
	const struct topic_reader *r, const struct topic_number *a, const struct topic_number *b)
{
	return same_tags(&a->of, &b->of) && is_one_unit(r, a, b) &&
	       (a->n.p != b->n.p || a->sentence != b->sentence) &&
	       (!tags_meet(&a->of, &r->how->sparse) ||
		       (!tags_meet(&a->of, &r->how->common) && tags_any(&a->verbs) &&
			       same_tags(&a->verbs, &b->verbs)) ||
		       is_slip(a->n.q, b->n.q));
}

void twice_topic_run(struct twice_reader *to)
{
	const struct prose *prose = context_prose(to->c);
	const struct report *report = to->c->report;
	struct topic_reader r = {.c = to->c,
		.how = to->how,
		.own = {str_of(report->agency_text ? report->agency_text : ""), &to->how->bodies}};

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		if (!(to->how->sections & 1u << p->section))
			continue;
		if (p->heading)
			r.heading = p;
		if (p->read)
			read_passage(&r, p);
	}
	for (size_t i = 1; i < r.v.n; i++) {
		size_t k = 0;

		while (k < i && !(are_one(&r, &r.v.v[k], &r.v.v[i]) &&
					twice_differ(r.v.v[k].n.q, r.v.v[i].n.q)))
			k++;
		if (k < i)
			twice_tell_numbers(to, &r.v.v[k].n, &r.v.v[i].n);
	}
	vec_free(&r.v);
}
