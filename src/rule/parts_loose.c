/* The kind `parts`: lists that no word begins, "公开信息100条，通过网站公开60条，通过微信公开40条".
 *
 * What follows the number may be its parts, or told on; nothing says which. So such a list is told
 * only where one digit is all that keeps it from adding up. */
#include "rule/parts.h"

#include <string.h>

#include "base/utf8.h"

/* The first number of the clause that can be a part, STR_NONE where it has none. */
static size_t first_count(const struct parts_reader *r, const struct clause *cl)
{
	for (size_t i = cl->mark; i < cl->mark + cl->n_marks; i++) {
		if (parts_is_count(r, parts_quantity(r, i)) && r->depth[i] == cl->depth)
			return i;
	}
	return STR_NONE;
}

/* The last one; what stands before it may say how many it adds up. */
static size_t last_count(const struct parts_reader *r, const struct clause *cl)
{
	size_t i = cl->mark + cl->n_marks;

	while (i-- > cl->mark) {
		if (parts_is_count(r, parts_quantity(r, i)) && r->depth[i] == cl->depth)
			return i;
	}
	return STR_NONE;
}

/* The number told right before the nth; STR_NONE where it is no whole of what follows. */
static size_t count_before(const struct parts_reader *r, size_t nth)
{
	while (nth-- > 0) {
		if (parts_is_count(r, parts_quantity(r, nth)) && !r->depth[nth])
			return r->part[nth] ? STR_NONE : nth;
	}
	return STR_NONE;
}

static bool goes_on(const struct parts_reader *r, const struct clause *cl, bool first)
{
	struct str text = passage_clause(r->p, cl);

	return !cl->depth && (first || !pattern_find_in(r->how->stop, text, 0, &cl->chars));
}

static bool is_skipped(const struct parts_reader *r, const struct clause *cl)
{
	return cl->depth || pattern_find_in(r->how->skip, passage_clause(r->p, cl), 0, &cl->chars);
}

/* The counts of the clause become items; false where one is of a list already. */
static bool take_counts(const struct parts_reader *r, const struct clause *cl, struct list *l)
{
	for (size_t i = cl->mark; i < cl->mark + cl->n_marks; i++) {
		if (!parts_is_count(r, parts_quantity(r, i)) || r->depth[i] != cl->depth)
			continue;
		if (r->part[i])
			return false;
		*vec_push(&l->items) = i;
	}
	return true;
}

/* Does the sentence count on in its clauses from `at`: "网上2件，信函3件，均已答复，另有1件…"? */
static bool counts_on(const struct parts_reader *r, size_t at)
{
	size_t sentence = at < r->p->n_clauses ? r->p->clauses[at].sentence : 0;

	for (; at < r->p->n_clauses && r->p->clauses[at].sentence == sentence; at++)
		if (first_count(r, &r->p->clauses[at]) != STR_NONE)
			return true;
	return false;
}

bool list_is_settled(const struct parts_reader *r, const struct list *l)
{
	const struct clause *whole = parts_clause_at(r, parts_quantity(r, l->whole)->from);

	return r->how->settled &&
	       pattern_find(r->how->settled,
		       str_slice(r->p->shadow, whole->from, r->p->clauses[l->last].to), 0);
}

/* Reads the list that begins in clause `at`; the clause behind it. */
static size_t read_list(struct parts_reader *r, size_t at)
{
	size_t sentence = r->p->clauses[at].sentence, i;
	struct list l = {.closure = LIST_PLAIN, .first = at};

	l.whole = count_before(r, first_count(r, &r->p->clauses[at]));
	for (i = at; i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];

		if (cl->sentence != sentence && !r->p->sentences[cl->sentence - 1].half)
			break;
		sentence = cl->sentence;
		if (l.items.n && is_skipped(r, cl))
			continue;
		if (first_count(r, cl) == STR_NONE || !goes_on(r, cl, i == at) ||
			!take_counts(r, cl, &l))
			break;
		l.last = i;
	}
	l.broken = l.last + 1 < r->p->n_clauses && r->p->clauses[l.last + 1].sentence == sentence &&
		   counts_on(r, l.last + 1);
	list_check_loose(r, &l);
	list_clear(&l);
	return i > at ? i : at + 1;
}

void parts_read_loose(struct parts_reader *r)
{
	for (size_t i = 0; i < r->p->n_clauses;) {
		const struct clause *cl = &r->p->clauses[i];
		size_t q = first_count(r, cl);

		if (cl->depth || q == STR_NONE || r->part[q] ||
			!pattern_find_in(r->how->loose, passage_clause(r->p, cl), 0, &cl->chars))
			i++;
		else
			i = read_list(r, i);
	}
}

/* Is the clause about the rest, without its number: 其余均为予以公开? */
static bool is_uncounted_rest(const struct parts_reader *r, const struct clause *cl)
{
	return !cl->n_marks && r->how->rest &&
	       pattern_find_in(r->how->rest, passage_clause(r->p, cl), 0, &cl->chars);
}

/* Is the first number how many the others are: "文字、图解两种形式，分别为8件、3件，共11件"? */
static bool counts_the_others(const struct parts_reader *r, const struct list *l)
{
	return l->items.n > 2 && !parts_is_alike(r, l->items.v[0], l->whole) &&
	       !dec_cmp(parts_quantity(r, l->items.v[0])->value, dec_of((int64_t)l->items.n - 1));
}

/* Are all of them parts of a list already, or none? */
static bool are_parts_alike(const struct parts_reader *r, const struct list *l)
{
	size_t parts = 0;

	for (size_t i = 0; i < l->items.n; i++)
		parts += r->part[l->items.v[i]];
	return parts == 0 || parts == l->items.n;
}

/* Does the clause stand in a bracket right behind several numbers: A、B分别为3件、2件（共5件）? */
static bool is_behind_several(const struct parts_reader *r, size_t at)
{
	const struct clause *cl = &r->p->clauses[at];

	return cl->depth == 1 && cl[-1].depth == 0 && cl[-1].n_marks > 1;
}

static void take_counts_of(const struct parts_reader *r, const struct clause *cl, struct list *l)
{
	for (size_t j = cl->mark; j < cl->mark + cl->n_marks; j++)
		if (parts_is_count(r, parts_quantity(r, j)) && !r->depth[j])
			*vec_push(&l->items) = j;
}

/* The numbers told in the clauses of the sentence before `at`, over semicolons; false where some,
 * not all, are parts already, or are not told, or are what is still to be done. */
static bool take_before(const struct parts_reader *r, size_t at, struct list *l)
{
	size_t i = at, first = r->p->clauses[at].sentence;

	if (r->p->clauses[at].depth) {
		l->first = at - 1;
		take_counts_of(r, &r->p->clauses[at - 1], l);
		return true;
	}

	/* "…；…。合计200条" */
	if (first && r->p->sentences[first].clause == at)
		first--;
	while (first && r->p->sentences[first - 1].half)
		first--;
	while (i && r->p->clauses[i - 1].sentence >= first)
		i--;
	l->first = i;
	for (; i < at; i++) {
		const struct clause *cl = &r->p->clauses[i];

		if (cl->depth)
			continue;
		if (is_uncounted_rest(r, cl))
			return false;
		if (r->how->later &&
			pattern_find_in(r->how->later, passage_clause(r->p, cl), 0, &cl->chars))
			return false;
		take_counts_of(r, cl, l);
	}
	if (counts_the_others(r, l))
		memmove(l->items.v, l->items.v + 1, --l->items.n * sizeof *l->items.v);
	return are_parts_alike(r, l);
}

/* How many the clause, found to be such a sum, says it adds up: 两项合计, 3个平台共计; 0 where it
 * says nothing of that. */
static size_t told_count(const struct parts_reader *r, const struct clause *cl)
{
	size_t from, to;

	if (!pattern_group(r->how->behind, "n", &from, &to))
		return 0;
	struct str told = str_slice(passage_clause(r->p, cl), from, to);
	size_t at = 0;
	unsigned ch = utf8_next(told, &at);

	if (ch >= '2' && ch <= '9')
		return ch - '0';
	if (str_has_at(told, 0, STR("两")))
		return 2;
	return utf8_han_digit(ch) > 1 ? (size_t)utf8_han_digit(ch) : 0;
}

/* The two characters that the clause of item n begins with. */
static struct str beginning(const struct parts_reader *r, const struct list *l, size_t n)
{
	struct str text = passage_clause(r->p, list_clause(r, l, n));
	size_t end = 0;

	for (size_t i = 0; i < 2 && end < text.n; i++)
		utf8_next(text, &end);
	return str_slice(text, 0, end);
}

/* Are they one a clause, right before it, each beginning as the others:
 * 涉及甲7件，涉及乙6件，共13件? */
static bool begin_alike(const struct parts_reader *r, const struct list *l, const struct clause *cl)
{
	for (size_t i = 0; i < l->items.n; i++)
		if (list_clause(r, l, i) + (l->items.n - i) != cl ||
			!str_eq(beginning(r, l, i), beginning(r, l, 0)))
			return false;
	return l->items.n > 2;
}

/* Which of the numbers before it the clause adds up: so many, the last ones, or those of the clause
 * right before it. */
static void take_summed(
	const struct parts_reader *r, const struct clause *cl, size_t n, struct list *l)
{
	l->counted = n && n <= l->items.n;
	if (l->counted) {
		memmove(l->items.v, l->items.v + l->items.n - n, n * sizeof *l->items.v);
		l->items.n = n;
	}
	/* what stands right before a bracket is all told there */
	l->counted |= cl->depth && l->items.n > 2;
	l->named = l->counted || begin_alike(r, l, cl) ||
		   (l->items.n > 1 &&
			   parts_clause_at(r, parts_quantity(r, l->items.v[0])->from) + 1 == cl);
}

/* Does the clause, found to be such a sum, call it a total, which may have more in it? */
static bool is_total(const struct parts_reader *r)
{
	size_t from, to;

	return pattern_group(r->how->behind, "total", &from, &to) && from < to;
}

void parts_read_behind(struct parts_reader *r)
{
	for (size_t i = 1; i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];
		struct list l = {.closure = LIST_PLAIN, .last = i, .whole = last_count(r, cl)};

		if ((cl->depth && !is_behind_several(r, i)) || l.whole == STR_NONE ||
			!pattern_find_in(r->how->behind, passage_clause(r->p, cl), 0, &cl->chars))
			continue;
		size_t n = told_count(r, cl);

		l.total = is_total(r);
		if (take_before(r, i, &l)) {
			take_summed(r, cl, n, &l);
			list_check_behind(r, &l);
		}
		list_clear(&l);
	}
}
