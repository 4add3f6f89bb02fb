/* The kind `twice`: clauses that say the same but for their numbers, and for words such as 全年 and
 * 共.
 *
 * Only numbers that no table can bear out, and none behind 其中 and the like: it is a part. What is
 * behind the words of a plan is to come. */
#include "rule/twice.h"

#include <stdlib.h>

#include "rule/sure.h"

/* Cumulative numbers are of other years too where they are more than so much larger. */
#define CUMULATIVE_TENTHS 13
/* Han numerals of less are often no count: 一批. */
#define HAN_LEAST 3
/* A first sentence of no more bytes may be the name of its paragraph. */
#define TITLE_MOST 48

struct alike_reader {
	struct rule_context *c;
	struct twice_reader *to;
	const struct twice_rule *how;
	VEC(struct twice_number) v;
	const struct passage *heading; /* above; NULL: none */
};

struct str twice_unit(const struct rule_context *c, const struct twice_number *a)
{
	size_t i = (size_t)(a->q - a->p->quantities.v);
	struct text_span all = passage_span(a->p, a->q->from, a->q->to);

	return doc_str(c->report->doc, (struct text_span){a->p->numbers[i].to, all.to});
}

static struct str clause_of(const struct twice_number *a)
{
	return str_slice(a->p->shadow, a->start, a->to);
}

bool twice_same_words(const struct twice_rule *how, const struct twice_number *a,
	const struct twice_number *b, bool loose)
{
	struct buf x = {0}, y = {0};

	twice_words(how, a, loose, &x);
	twice_words(how, b, loose, &y);
	bool same = str_eq(buf_str(&x), buf_str(&y));

	buf_free(&x);
	buf_free(&y);
	return same;
}

/* What a claim told by the number. */
static const struct telling *telling_of(const struct rule_context *c, const struct twice_number *a)
{
	for (size_t i = 0; i < c->tellings.n; i++) {
		const struct telling *t = c->tellings.v[i];

		if (t->p == a->p && !t->none && t->quantity.from == a->q->from)
			return t;
	}
	return NULL;
}

/* Does the table decide on one of them, or were they held against one another? */
static bool is_settled(
	const struct rule_context *c, const struct twice_number *a, const struct twice_number *b)
{
	const struct telling *x = telling_of(c, a), *y = telling_of(c, b);

	if ((x && x->sum.n) || (y && y->sum.n))
		return true;
	return x && y && twice_is_compared(c, x) && twice_is_compared(c, y) &&
	       twice_same_quantity(x, y);
}

static bool is_cumulative(const struct twice_number *a)
{
	return str_find(clause_of(a), STR("累计"), 0) != STR_NONE;
}

/* Is one cumulative, and so much more that it is of other years too? */
static bool is_of_years(const struct twice_number *a, const struct twice_number *b)
{
	const struct twice_number *all = is_cumulative(a) ? a : b, *year = all == a ? b : a;
	struct dec bound, ten;

	return is_cumulative(a) != is_cumulative(b) &&
	       dec_mul(year->q->value, dec_of(CUMULATIVE_TENTHS), &bound) &&
	       dec_mul(all->q->value, dec_of(10), &ten) && dec_cmp(ten, bound) > 0;
}

bool twice_is_of_year(const struct twice_rule *how, const struct twice_number *a)
{
	for (size_t i = passage_numbers_before(a->p, a->begin); i < a->p->quantities.n; i++) {
		const struct quantity *q = &a->p->quantities.v[i];

		if (q->from >= a->from)
			return true;
		if (q->mark == '#')
			break;
	}
	return !how->whole ||
	       pattern_find(how->whole, str_slice(a->p->shadow, a->begin, a->q->from), 0);
}

/* "1.微信公众号。全年发布信息30条": the first sentence is but a name. */
static struct str title_of(const struct passage *p)
{
	const struct sentence *s = p->sentences;
	bool named = !s->half && s->to - s->from <= TITLE_MOST && !passage_numbers_before(p, s->to);

	return str_slice(p->shadow, s->from, named ? s->to : s->from);
}

bool twice_is_placed(const struct twice_rule *how, const struct twice_number *a)
{
	return how->placed &&
	       (pattern_find(how->placed, str_slice(a->p->shadow, a->begin, a->from), 0) ||
		       pattern_find(how->placed, title_of(a->p), 0) ||
		       (a->heading && pattern_find(how->placed, a->heading->shadow, 0)));
}

bool twice_is_planned(const struct twice_rule *how, const struct twice_number *a)
{
	struct str sentence = str_slice(a->p->shadow, a->begin, a->q->from);

	if (!how->planned)
		return false;
	if (pattern_find(how->planned, sentence, 0))
		return true;
	if (how->done && pattern_find(how->done, sentence, 0))
		return false;
	return pattern_find(how->planned, str_slice(a->p->shadow, 0, a->q->from), 0) ||
	       (a->heading && pattern_find(how->planned, a->heading->shadow, 0));
}

/* Is it of what is compared, and of this year and the report's own agency alone? */
static bool is_plain(const struct twice_rule *how, const struct twice_number *a)
{
	struct str words = str_slice(a->p->shadow, a->from, a->to);
	struct str sentence = str_slice(a->p->shadow, a->begin, a->q->to);

	return pattern_find(how->of, words, 0) && !pattern_find(how->unless, sentence, 0) &&
	       twice_is_of_year(how, a) && !twice_is_placed(how, a) && !twice_is_planned(how, a);
}

/* Is one the other but for a slip of the pen? Round numbers are so by chance. */
static bool is_slip(const struct quantity *a, const struct quantity *b)
{
	int64_t x = a->value.units, y = b->value.units;

	return (sure_slip(x, y) || sure_digit_more(x, y)) &&
	       (a->value.units % 10 || b->value.units % 10);
}

/* The name in quotation marks right before its words: “今日白马”微信公众号. */
static struct str name_before(const struct twice_number *a)
{
	struct str s = str_slice(a->p->shadow, a->begin, a->start);
	size_t from = s.n;

	for (size_t at = 0; str_ends(s, "”") && (at = str_find(s, STR("“"), at)) != STR_NONE; at++)
		from = at;
	return str_slice(s, from, s.n);
}

/* Are they of things by two names? */
static bool are_named_apart(const struct twice_number *a, const struct twice_number *b)
{
	struct str x = name_before(a), y = name_before(b);

	return x.n && y.n && !str_eq(x, y);
}

/* Are both of one thing, by their words? Where these are not quite the same, a slip apart. */
static bool are_alike(const struct rule_context *c, const struct twice_rule *how,
	const struct twice_number *a, const struct twice_number *b)
{
	return !are_named_apart(a, b) && str_eq(twice_unit(c, a), twice_unit(c, b)) &&
	       twice_same_words(how, a, b, true) &&
	       ((!a->brief && !b->brief && twice_same_words(how, a, b, false)) ||
		       is_slip(a->q, b->q));
}

/* Does the sum have its words of the clause of the other: 网站1031条和公众号371条，合计1402条? */
static bool is_summed(const struct twice_number *part, const struct twice_number *sum)
{
	return sum->sum && part->p == sum->p && part->q->from >= sum->from && part->q < sum->q;
}

static bool are_at_odds(
	const struct rule_context *c, const struct twice_number *a, const struct twice_number *b)
{
	return !is_summed(a, b) && twice_differ(a->q, b->q) && !is_of_years(a, b) &&
	       !is_settled(c, a, b);
}

struct twice_place twice_place_of(const struct twice_number *a)
{
	return (struct twice_place){a->p, a->start, a->to, a->q};
}

bool twice_is_count(const struct twice_rule *how, const struct quantity *q)
{
	return !q->approximate &&
	       (q->mark == '#' || (q->family != FAMILY_NONE && how->counts[q->family])) &&
	       !(q->han && dec_cmp(q->value, dec_of(HAN_LEAST)) < 0);
}

static void read_sentence(struct alike_reader *r, const struct passage *p, size_t begin, size_t to)
{
	for (size_t i = passage_numbers_before(p, begin); i < p->quantities.n; i++) {
		struct twice_number n = {.p = p, .q = &p->quantities.v[i], .begin = begin};

		n.heading = r->heading;
		if (n.q->from >= to)
			break;
		n.nth = r->v.n;
		if (!twice_is_count(r->how, n.q))
			continue;
		twice_find_end(r->how, &n);
		*vec_push(&r->v) = n;
	}
}

static void read_passage(struct alike_reader *r, const struct passage *p)
{
	for (size_t i = 0, begin = 0; i < p->n_sentences; i++) {
		const struct sentence *s = &p->sentences[i];

		if (!i || !s[-1].half)
			begin = twice_past_name(r->how, r->c->report, p->shadow, s->from);
		if (!s->half || i + 1 == p->n_sentences)
			read_sentence(r, p, begin, s->to);
	}
}

static int by_hash(const void *a, const void *b)
{
	const struct twice_number *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->nth < y->nth ? -1 : x->nth > y->nth;
}

/* Calls `run` with each run of one hash, in order of the report. */
static void each_run(struct alike_reader *r, struct twice_number *v, size_t n,
	void (*run)(struct alike_reader *, struct twice_number *, size_t))
{
	if (n > 1)
		qsort(v, n, sizeof *v, by_hash);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from + 1; to < n && v[to].hash == v[from].hash;)
			to++;
		if (to - from > 1)
			run(r, v + from, to - from);
	}
}

/* Those of one hash, in order: each that is plain against the first such that is like it. */
static void compare_run(struct alike_reader *r, struct twice_number *v, size_t n)
{
	VEC(const struct twice_number *) firsts = {0};

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		if (!is_plain(r->how, &v[i]))
			continue;
		while (k < firsts.n && !are_alike(r->c, r->how, firsts.v[k], &v[i]))
			k++;
		if (k == firsts.n) {
			*vec_push(&firsts) = &v[i];
			continue;
		}
		r->c->n_checked++;
		if (are_at_odds(r->c, firsts.v[k], &v[i]))
			twice_tell_numbers(r->to, firsts.v[k], &v[i]);
	}
	vec_free(&firsts);
}

/* Those whose words end alike: by all of them. */
static void compare_words(struct alike_reader *r, struct twice_number *v, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (twice_find_words(r->how, &v[i]))
			v[kept++] = v[i];
	each_run(r, v, kept, compare_run);
}

void twice_alike_run(struct twice_reader *to)
{
	const struct prose *prose = context_prose(to->c);
	struct alike_reader r = {.c = to->c, .to = to, .how = to->how};

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		if (!(to->how->sections & 1u << p->section))
			continue;
		if (p->heading)
			r.heading = p;
		if (p->read)
			read_passage(&r, p);
	}
	each_run(&r, r.v.v, r.v.n, compare_words);
	vec_free(&r.v);
}
