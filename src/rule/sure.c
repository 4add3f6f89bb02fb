/* How sure it is that numbers of the prose belong together, or to the words around them. */
#include "rule/sure.h"

#include <string.h>

#include "base/utf8.h"

/* Between a verb and its number there may be so much, code points. */
#define GAP_MAX 36

/* A number of fewer digits may well be another. */
#define SLIP_LEAST 100

/* The first clause of all that ends at the same full stop. */
static const struct clause *sentence_begin(const struct passage *p, size_t sentence)
{
	while (sentence && p->sentences[sentence - 1].half)
		sentence--;
	return &p->clauses[p->sentences[sentence].clause];
}

/* Is the topic named in the sentence, up to the clause? */
static bool is_named(const struct prose_words *w, const struct passage *p,
	const struct clause *last, size_t topic)
{
	for (const struct clause *cl = sentence_begin(p, last->sentence); cl <= last; cl++) {
		if (passage_topic(w, p, cl) == topic)
			return true;
	}
	return topic == TOPIC_NONE;
}

static bool holds_near(const struct passage *p, const struct sure_words *words)
{
	size_t from = sentence_begin(p, words->cl->sentence)->from;
	size_t to = p->sentences[words->cl->sentence].to;

	return !words->near || pattern_find(words->near, str_slice(p->shadow, from, to), 0);
}

bool sure_claim(
	const struct prose_words *w, const struct passage *p, const struct sure_words *words)
{
	size_t from = words->from < words->number ? words->from : words->number;
	struct str gap = str_slice(p->shadow, from, words->number);

	return utf8_count(gap) <= GAP_MAX && is_named(w, p, words->cl, words->topic) &&
	       holds_near(p, words);
}

/* --- lists --- */

static const struct clause *clause_of(const struct passage *p, size_t i)
{
	const struct clause *cl = passage_clause_at(p, p->quantities.v[i].from);

	return cl ? cl : p->clauses;
}

static struct str unit_at(const struct doc *doc, const struct passage *p, size_t i)
{
	const struct quantity *q = &p->quantities.v[i];
	size_t from = p->numbers[i].to, to = passage_span(p, q->from, q->to).to;

	return doc_str(doc, (struct text_span){from, to > from ? to : from});
}

/* 条 and 余条 are one. */
static bool is_same_unit(struct str a, struct str b)
{
	struct str longer = a.n < b.n ? b : a, shorter = a.n < b.n ? a : b;

	return str_eq(str_slice(longer, longer.n - shorter.n, longer.n), shorter);
}

static bool is_part_end(struct str s)
{
	return !s.n || strchr(",;:()", s.p[0]) || str_starts(s, "、") || str_starts(s, "。");
}

/* Is its name told behind the number, "3件不予公开"? Else it is before it. */
static bool is_named_behind(const struct passage *p, size_t i)
{
	return !is_part_end(str_slice(p->shadow, p->quantities.v[i].to, p->shadow.n));
}

/* Is the ith number counted, in the same sentence and, of a bracket, in that? */
static bool is_counted_with(const struct passage *p, size_t i, const struct clause *with)
{
	if (i >= p->quantities.n || p->quantities.v[i].mark != '#')
		return false;
	const struct clause *cl = clause_of(p, i);

	return sentence_begin(p, cl->sentence) == sentence_begin(p, with->sentence) &&
	       cl->depth >= with->depth;
}

/* Is there nothing counted between the two numbers? */
static bool is_next(const struct passage *p, size_t i, size_t next)
{
	if (next <= i)
		return false;
	while (++i < next) {
		if (p->quantities.v[i].mark == '#')
			return false;
	}
	return true;
}

static bool is_last(const struct passage *p, size_t i)
{
	const struct clause *cl = clause_of(p, i);

	while (++i < p->quantities.n) {
		if (is_counted_with(p, i, cl))
			return false;
	}
	return true;
}

/* Is it the only number of its sentence, the one before that of `next`? */
static bool is_alone_before(const struct passage *p, size_t i, const struct clause *next)
{
	const struct clause *cl = clause_of(p, i), *begin = sentence_begin(p, next->sentence);
	bool before = begin > p->clauses &&
		      sentence_begin(p, begin[-1].sentence) == sentence_begin(p, cl->sentence);

	return before && !(i && is_counted_with(p, i - 1, cl)) && is_last(p, i);
}

/* Are the two numbers told in one sentence; or, where the list says that it is complete, in two? */
static bool is_of(const struct passage *p, size_t whole, size_t item, bool complete)
{
	const struct clause *head = clause_of(p, whole), *cl = clause_of(p, item);

	return sentence_begin(p, cl->sentence) == sentence_begin(p, head->sentence) ||
	       (complete && is_alone_before(p, whole, cl));
}

bool sure_list(const struct doc *doc, const struct passage *p, size_t whole, const size_t *items,
	size_t n, bool complete)
{
	struct str unit = unit_at(doc, p, whole);

	for (size_t i = 0; i < n; i++) {
		const struct clause *cl = clause_of(p, items[i]);

		if (!is_next(p, i ? items[i - 1] : whole, items[i]) ||
			cl->depth != clause_of(p, items[0])->depth ||
			!is_of(p, whole, items[i], complete) ||
			!is_same_unit(unit_at(doc, p, items[i]), unit) ||
			is_named_behind(p, items[i]) != is_named_behind(p, items[0]))
			return false;
	}
	return n > 0 && is_last(p, items[n - 1]);
}

bool sure_slip(int64_t a, int64_t b)
{
	int64_t digits[2] = {0};
	size_t away = 0, at[2] = {0};

	if (a < SLIP_LEAST || b < SLIP_LEAST)
		return false;
	for (size_t i = 0; a || b; a /= 10, b /= 10, i++) {
		if (!a || !b)
			return false;
		if (a % 10 == b % 10)
			continue;
		if (away == 1 && (digits[0] != b % 10 || digits[1] != a % 10))
			return false;
		if (away == 2)
			return false;
		digits[0] = a % 10;
		digits[1] = b % 10;
		at[away++] = i;
	}
	return away == 1 || (away == 2 && at[1] == at[0] + 1);
}

static unsigned digit_sum(int64_t n)
{
	unsigned sum = 0;

	for (; n > 0; n /= 10)
		sum += (unsigned)(n % 10);
	return sum;
}

bool sure_swap(int64_t a, int64_t b)
{
	return sure_slip(a, b) && digit_sum(a) == digit_sum(b);
}

bool sure_digit_more(int64_t a, int64_t b)
{
	int64_t less = a < b ? a : b, more = a < b ? b : a;

	if (less < SLIP_LEAST || less == more)
		return false;
	for (int64_t at = 1; at <= more; at *= 10) {
		if (more / at / 10 * at + more % at == less)
			return true;
		if (at > more / 10)
			break;
	}
	return false;
}
