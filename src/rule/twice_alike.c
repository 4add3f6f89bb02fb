/* The kind `twice`: clauses that say the same but for their numbers, and for words such as 全年 and
 * 共.
 *
 * Only numbers that no table can bear out, each the first of its sentence: what comes behind may be
 * a part of it. */
#include "rule/twice.h"

#include "base/utf8.h"

/* Of fewer Han a clause says too little to be the same by chance. */
#define HAN_LEAST 5
/* The bytes before a number by which most clauses are seen to differ: two Han. */
#define TAIL_BYTES 6
/* Cumulative numbers are of other years too where they are more than so much larger. */
#define CUMULATIVE_TENTHS 13

/* The first number of a sentence. */
struct alike {
	const struct passage *p;
	const struct sentence *s;
	const struct quantity *q;
};

/* The last mark of punctuation before the number in its sentence, or where that begins. */
static size_t clause_start(const struct alike *a)
{
	static const struct str marks = STR(",;:()、“”《》。");
	size_t start = a->s->from;

	for (size_t i = start, next = i; i < a->q->from; i = next) {
		utf8_next(a->p->shadow, &next);
		if (str_find(marks, str_slice(a->p->shadow, i, next), 0) != STR_NONE)
			start = next;
	}
	return start;
}

static struct str clause_of(const struct alike *a)
{
	return str_slice(a->p->shadow, clause_start(a), a->q->from);
}

static struct str unit_of(const struct rule_context *c, const struct alike *a)
{
	size_t i = (size_t)(a->q - a->p->quantities.v);
	struct text_span all = passage_span(a->p, a->q->from, a->q->to);

	return doc_str(c->report->doc, (struct text_span){a->p->numbers[i].to, all.to});
}

/* The clause without what both may differ in. */
static struct buf words_of(const struct twice_rule *how, struct str text)
{
	struct buf out = {0};

	for (size_t at = 0, from = 0; at < text.n; from = at) {
		size_t skip = word_list_at(&how->fillers, text, at);

		at += skip;
		if (skip)
			continue;
		utf8_next(text, &at);
		buf_add(&out, str_slice(text, from, at));
	}
	return out;
}

static bool same_words(const struct twice_rule *how, const struct alike *a, const struct alike *b)
{
	struct buf x = words_of(how, clause_of(a)), y = words_of(how, clause_of(b));
	bool same = str_eq(buf_str(&x), buf_str(&y)) && utf8_count(buf_str(&x)) >= HAN_LEAST;

	buf_free(&x);
	buf_free(&y);
	return same;
}

/* What a claim told by the number. */
static const struct telling *telling_of(const struct rule_context *c, const struct alike *a)
{
	for (size_t i = 0; i < c->tellings.n; i++) {
		const struct telling *t = c->tellings.v[i];

		if (t->p == a->p && !t->none && t->quantity.from == a->q->from)
			return t;
	}
	return NULL;
}

/* Does the table decide on one of them, or were they held against one another? */
static bool is_settled(const struct rule_context *c, const struct alike *a, const struct alike *b)
{
	const struct telling *x = telling_of(c, a), *y = telling_of(c, b);

	if ((x && x->sum.n) || (y && y->sum.n))
		return true;
	return x && y && twice_is_compared(c, x) && twice_is_compared(c, y) &&
	       twice_same_quantity(x, y);
}

static bool is_cumulative(const struct alike *a)
{
	return str_find(clause_of(a), STR("累计"), 0) != STR_NONE;
}

/* Is one cumulative, and so much more that it is of other years too? */
static bool is_of_years(const struct alike *a, const struct alike *b)
{
	const struct alike *all = is_cumulative(a) ? a : b, *year = all == a ? b : a;
	struct dec bound, ten;

	return is_cumulative(a) != is_cumulative(b) &&
	       dec_mul(year->q->value, dec_of(CUMULATIVE_TENTHS), &bound) &&
	       dec_mul(all->q->value, dec_of(10), &ten) && dec_cmp(ten, bound) > 0;
}

/* Is it of what is compared, and of this year and the report's own agency alone? */
static bool is_plain(const struct twice_rule *how, const struct alike *a)
{
	struct str sentence = str_slice(a->p->shadow, a->s->from, a->s->to);

	return pattern_find_in(how->of, clause_of(a), 0, &a->s->chars) &&
	       !pattern_find_in(how->unless, sentence, 0, &a->s->chars);
}

static struct str tail_of(const struct alike *a)
{
	size_t room = a->q->from - a->s->from;

	return str_slice(
		a->p->shadow, a->q->from - (room < TAIL_BYTES ? room : TAIL_BYTES), a->q->from);
}

static bool are_alike(const struct rule_context *c, const struct twice_rule *how,
	const struct alike *a, const struct alike *b)
{
	return str_eq(tail_of(a), tail_of(b)) && str_eq(unit_of(c, a), unit_of(c, b)) &&
	       same_words(how, a, b) && is_plain(how, a) && is_plain(how, b);
}

static bool are_at_odds(const struct rule_context *c, const struct alike *a, const struct alike *b)
{
	return twice_differ(a->q, b->q) && !is_of_years(a, b) && !is_settled(c, a, b);
}

static struct twice_place place_of(const struct alike *a)
{
	return (struct twice_place){a->p, clause_start(a), a->q->to, a->q};
}

static void alike_tell(struct rule_context *c, const struct rule *rule,
	const struct twice_rule *how, const struct alike *a, const struct alike *b)
{
	static const struct sum none = {0};
	struct twice_place first = place_of(a), second = place_of(b);
	const char *say = passage_quote(c, a->p, first.from, a->q->from);

	twice_tell(c, rule, how, &first, &second, (struct form_words){{say, say}}, &none);
}

/* The number that the sentence tells first; NULL where there is none to compare. */
static const struct quantity *first_number(const struct passage *p, const struct sentence *s)
{
	size_t at = passage_numbers_before(p, s->from);

	while (at < p->quantities.n && p->quantities.v[at].mark != '#')
		at++; /* years */
	const struct quantity *q = at < p->quantities.n ? &p->quantities.v[at] : NULL;
	bool goes_on = s > p->sentences && s[-1].half;

	return !q || q->from >= s->to || q->approximate || goes_on ? NULL : q;
}

void twice_alike_run(struct rule_context *c, const struct rule *rule, const struct twice_rule *how)
{
	const struct prose *prose = context_prose(c);
	VEC(struct alike) v = {0};

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 0; p->read && p->section == how->section && j < p->n_sentences;
			j++) {
			struct alike a = {p, &p->sentences[j], first_number(p, &p->sentences[j])};
			size_t k = 0;

			if (!a.q)
				continue;
			while (k < v.n && !are_alike(c, how, &v.v[k], &a))
				k++;
			c->n_checked += k < v.n;
			if (k < v.n && are_at_odds(c, &v.v[k], &a))
				alike_tell(c, rule, how, &v.v[k], &a);
			*vec_push(&v) = a;
		}
	}
	vec_free(&v);
}
