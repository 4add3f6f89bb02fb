/* The kind `twice`: a number of what was told above, "开展培训9次；上述13次培训…".
 *
 * It is of the last number before it, in its sentence or the one before, that has its unit and
 * tells of the same thing: the word behind the one stands beside the other. Where any such number,
 * or what some of them come to, is the same nothing is told. */
#include "rule/twice.h"

#include "base/utf8.h"

/* Characters of the word behind it that are looked for. */
#define NOUN_CHARS 2

struct above {
	struct twice_reader *to;
	const struct passage *p;
	const struct quantity *q;
	struct str noun; /* what it counts */
	size_t begin;	 /* of the sentence before its own */
};

/* The first characters behind the number, all Han; empty: it is followed by something else. */
static struct str noun_behind(const struct passage *p, const struct quantity *q)
{
	size_t at = q->to;

	for (size_t i = 0; i < NOUN_CHARS; i++)
		if (at >= p->shadow.n || !utf8_is_han(utf8_next(p->shadow, &at)))
			return STR("");
	return str_slice(p->shadow, q->to, at);
}

/* The begin of the sentence before the one that the clause is in, over semicolons. */
static size_t begin_before(const struct passage *p, const struct clause *cl)
{
	size_t i = cl->sentence, full = 0;

	while (i && (full += !p->sentences[i - 1].half) < 2)
		i--;
	return p->sentences[i].from;
}

/* Does the clause of the number, up to the next, tell of the thing? */
static bool is_of(const struct above *a, const struct quantity *q)
{
	const struct passage *p = a->p;
	const struct clause *cl = passage_clause_at(p, q->from);
	size_t i = (size_t)(q - p->quantities.v), to = cl ? cl->to : q->to;

	if (!cl || cl->from < a->begin)
		return false;
	if (i + 1 < p->quantities.n && p->quantities.v[i + 1].from < to)
		to = p->quantities.v[i + 1].from;
	return str_find(str_slice(p->shadow, 0, to), a->noun, cl->from) != STR_NONE;
}

static struct twice_number number_of(const struct above *a, const struct quantity *q)
{
	const struct clause *cl = passage_clause_at(a->p, q->from);
	size_t start = cl ? cl->from : q->from;

	return (struct twice_number){
		.p = a->p, .q = q, .begin = start, .start = start, .from = start, .to = q->to};
}

/* Held against those before it; what they add up to from each on is one more. */
static void compare(const struct above *a)
{
	struct twice_number own = number_of(a, a->q), last = {0};
	struct str unit = twice_unit(a->to->c, &own);
	struct dec sum = dec_of(0);

	for (size_t i = (size_t)(a->q - a->p->quantities.v); i-- > 0;) {
		const struct quantity *q = &a->p->quantities.v[i];
		struct twice_number other = number_of(a, q);

		if (q->from < a->begin)
			break;
		if (!str_eq(twice_unit(a->to->c, &other), unit))
			continue;
		if (!twice_is_count(a->to->how, q) || !dec_add(sum, q->value, &sum) ||
			!twice_differ(q, a->q) || !dec_cmp(sum, a->q->value))
			return;
		if (!last.q && is_of(a, q))
			last = other;
	}
	if (last.q)
		twice_tell_numbers(a->to, &last, &own);
}

void twice_above_run(struct twice_reader *to)
{
	const struct prose *prose = context_prose(to->c);

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 1; p->read && j < p->quantities.n; j++) {
			const struct quantity *q = &p->quantities.v[j];
			const struct clause *cl = passage_clause_at(p, q->from);

			if (!cl || !twice_is_count(to->how, q) ||
				!word_list_before(&to->how->above, p->shadow, q->from))
				continue;
			struct above a = {to, p, q, noun_behind(p, q), begin_before(p, cl)};

			if (a.noun.n)
				compare(&a);
		}
	}
}
