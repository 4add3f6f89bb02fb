/* The kind `twice`: clauses that say the same but for their numbers, and for words such as 全年 and
 * 共.
 *
 * Only numbers that no table can bear out, each the first of its sentence: what comes behind may be
 * a part of it. */
#include "rule/twice.h"

#include <stdlib.h>

#include "base/utf8.h"

/* Of fewer Han a clause says too little to be the same by chance. */
#define HAN_LEAST 5
/* Cumulative numbers are of other years too where they are more than so much larger. */
#define CUMULATIVE_TENTHS 13

struct alike {
	struct twice_place place;
	struct str words; /* owned: without its number and fillers, with its unit */
	bool cumulative;
	struct form_words say;
	const struct telling *told; /* or NULL */
};

struct alikes {
	struct alike *v;
	size_t n, cap;
};

/* The last mark of punctuation before `at` in the sentence, or where it begins. */
static size_t clause_start(const struct passage *p, const struct sentence *s, size_t at)
{
	static const char *const marks[] = {
		",", ";", ":", "(", ")", "、", "“", "”", "《", "》", "。"};
	size_t start = s->from;

	for (size_t i = s->from; i < at;) {
		struct str ch = {p->shadow.p + i, 0};
		size_t next = i;

		utf8_next(p->shadow, &next);
		ch.n = next - i;
		for (size_t j = 0; j < sizeof marks / sizeof *marks; j++)
			if (str_is(ch, marks[j]))
				start = next;
		i = next;
	}
	return start;
}

static struct str take_words(const struct twice_rule *how, struct str text, struct str unit)
{
	struct buf out = {0};

	for (size_t at = 0; at < text.n;) {
		size_t skip = word_list_at(&how->fillers, text, at), from = at;

		if (skip) {
			at += skip;
			continue;
		}
		utf8_next(text, &at);
		buf_add(&out, str_slice(text, from, at));
	}
	size_t length = utf8_count(buf_str(&out));

	buf_adds(&out, "#");
	buf_add(&out, unit);
	struct str words = {NULL, length < HAN_LEAST ? 0 : out.n};

	words.p = buf_take(&out);
	return words;
}

/* What a claim told by the number. */
static const struct telling *telling_of(
	const struct rule_context *c, const struct passage *p, const struct quantity *q)
{
	for (size_t i = 0; i < c->tellings.n; i++) {
		const struct telling *t = c->tellings.v[i];

		if (t->p == p && !t->none && t->quantity.from == q->from)
			return t;
	}
	return NULL;
}

static struct str unit_of(
	const struct rule_context *c, const struct passage *p, const struct quantity *q)
{
	size_t i = (size_t)(q - p->quantities.v);
	struct text_span all = passage_span(p, q->from, q->to);

	return doc_str(c->report->doc, (struct text_span){p->numbers[i].to, all.to});
}

/* The number that the sentence tells first, where it is one to compare. */
static void sentence_read(const struct rule_context *c, const struct twice_rule *how,
	const struct passage *p, const struct sentence *s, struct alikes *out)
{
	struct str text = str_slice(p->shadow, s->from, s->to);
	size_t at = passage_numbers_before(p, s->from);

	while (at < p->quantities.n && p->quantities.v[at].mark != '#')
		at++; /* years */
	const struct quantity *q = at < p->quantities.n ? &p->quantities.v[at] : NULL;

	if (!q || q->from >= s->to || q->approximate || (s > p->sentences && s[-1].half))
		return;
	size_t from = clause_start(p, s, q->from);
	struct str clause = str_slice(p->shadow, from, q->from);
	const struct telling *told = telling_of(c, p, q);

	/* what is held against a table is its business */
	if ((told && told->sum.n) || !pattern_find_in(how->of, clause, 0, &s->chars) ||
		pattern_find_in(how->unless, text, 0, &s->chars))
		return;
	struct str words = take_words(how, clause, unit_of(c, p, q));
	const char *say = passage_quote(c, p, from, q->from);

	if (words.n)
		*vec_push(out) = (struct alike){{p, from, q->to, q}, words,
			str_find(clause, STR("累计"), 0) != STR_NONE, {{say, say}}, told};
	else
		free((char *)words.p);
}

/* Is one cumulative, and so much more that it is of other years too? */
static bool is_of_years(const struct alike *a, const struct alike *b)
{
	const struct alike *all = a->cumulative ? a : b, *year = a->cumulative ? b : a;
	struct dec bound, ten;

	return a->cumulative != b->cumulative &&
	       dec_mul(year->place.quantity->value, dec_of(CUMULATIVE_TENTHS), &bound) &&
	       dec_mul(all->place.quantity->value, dec_of(10), &ten) && dec_cmp(ten, bound) > 0;
}

/* Are they claims that were held against one another? */
static bool is_compared(const struct rule_context *c, const struct alike *a, const struct alike *b)
{
	return a->told && b->told && twice_is_compared(c, a->told) &&
	       twice_is_compared(c, b->told) && twice_same_quantity(a->told, b->told);
}

void twice_alike_run(struct rule_context *c, const struct rule *rule, const struct twice_rule *how)
{
	const struct prose *prose = context_prose(c);
	static const struct sum none = {0};
	struct alikes v = {0};

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 0; p->read && p->section == how->section && j < p->n_sentences; j++)
			sentence_read(c, how, p, &p->sentences[j], &v);
	}
	for (size_t i = 1; i < v.n; i++) {
		size_t j = 0;

		while (j < i && !str_eq(v.v[j].words, v.v[i].words))
			j++;
		if (j == i)
			continue;
		c->n_checked++;
		if (twice_differ(v.v[j].place.quantity, v.v[i].place.quantity) &&
			!is_of_years(&v.v[j], &v.v[i]) && !is_compared(c, &v.v[j], &v.v[i]))
			twice_tell(c, rule, how, &v.v[j].place, &v.v[i].place, v.v[i].say, &none);
	}
	for (size_t i = 0; i < v.n; i++)
		free((char *)v.v[i].words.p);
	vec_free(&v);
}
