/* The kind `parts`: adding a list up, and what it can be the parts of.
 *
 * That is the number told before it, or that and those told right before, added up: a list behind
 * "new 317, carried over 3" is of both.  Requests that a sentence tells last as not yet done are
 * parts too, where they make the list come out. */
#include "rule/claim.h"
#include "rule/parts.h"

bool list_add_up(const struct parts_reader *r, const struct list *l, size_t n,
	const struct quantity *whole, struct total *t)
{
	*t = (struct total){.low = dec_of(0)};
	for (size_t i = 0; i < n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (!quantity_same_family(whole, q))
			continue;
		if (!dec_add(t->low, q->low, &t->low) || !dec_add(t->high, q->high, &t->high) ||
			!dec_add(t->value, q->value, &t->value))
			return false;
		t->no_limit |= q->no_limit;
		t->as_large |= dec_cmp(q->value, whole->value) == 0;
		t->too_large |= !whole->no_limit && dec_cmp(q->low, whole->high) > 0;
		t->n++;
	}
	return t->n > 0;
}

bool total_is_more(const struct total *t, const struct quantity *whole)
{
	return !whole->no_limit && dec_cmp(t->low, whole->high) > 0;
}

bool total_is_less(const struct total *t, const struct quantity *whole)
{
	return !t->no_limit && dec_cmp(t->high, whole->low) < 0;
}

/* Of six, two more may be a part that is not told. */
bool total_is_near(const struct total *t, const struct quantity *whole)
{
	struct dec all = dec_abs(whole->value), d, twentieth, third;

	if (!dec_sub(t->value, whole->value, &d))
		return false;
	d = dec_abs(d);
	if (!dec_mul(d, dec_of(20), &twentieth) || !dec_mul(d, dec_of(3), &third))
		return false;
	return dec_cmp(twentieth, all) <= 0 ||
	       (dec_cmp(d, dec_of(2)) <= 0 && dec_cmp(third, all) < 0);
}

const struct clause *parts_clause_at(const struct parts_reader *r, size_t at)
{
	const struct clause *cl = passage_clause_at(r->p, at);

	return cl ? cl : r->p->clauses;
}

bool list_fits(
	const struct parts_reader *r, const struct list *l, size_t n, const struct quantity *w)
{
	struct total t;

	return list_add_up(r, l, n, w, &t) && !total_is_more(&t, w) && !total_is_less(&t, w);
}

bool list_fits_mixed(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	struct dec sum = dec_of(0);

	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (q->approximate || !dec_add(sum, q->value, &sum))
			return false;
	}
	return l->items.n > 2 && dec_cmp(sum, whole->value) == 0;
}

/* The unit, as the report has it. */
static struct str unit_of(const struct parts_reader *r, size_t i)
{
	const struct quantity *q = parts_quantity(r, i);
	size_t from = r->p->numbers[i].to, to = passage_span(r->p, q->from, q->to).to;

	return doc_str(r->c->report->doc, (struct text_span){from, to > from ? to : from});
}

bool parts_is_alike(const struct parts_reader *r, size_t i, size_t j)
{
	return str_eq(unit_of(r, i), unit_of(r, j));
}

/* A number told beside the whole that may be added to it: outside brackets and lists, of its
 * sentence and its unit. */
static bool is_beside(const struct parts_reader *r, size_t i, size_t whole)
{
	const struct quantity *q = parts_quantity(r, i), *w = parts_quantity(r, whole);

	return parts_is_count(r, q) && !r->depth[i] && !r->part[i] &&
	       parts_clause_at(r, q->from)->sentence == parts_clause_at(r, w->from)->sentence &&
	       parts_is_alike(r, i, whole);
}

static bool add_quantity(struct quantity *sum, const struct quantity *q)
{
	sum->from = q->from;
	sum->no_limit |= q->no_limit;
	return dec_add(sum->low, q->low, &sum->low) && dec_add(sum->high, q->high, &sum->high) &&
	       dec_add(sum->value, q->value, &sum->value);
}

/* The list with what its sentence tells behind it as still to be done. */
static bool add_later(const struct parts_reader *r, const struct list *l, struct list *longer)
{
	size_t sentence = r->p->clauses[l->last].sentence;

	for (size_t i = 0; i < l->items.n; i++)
		*vec_push(&longer->items) = l->items.v[i];
	for (size_t i = l->last + 1; r->how->later && i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];

		if (cl->sentence != sentence || cl->depth ||
			!pattern_find(r->how->later, passage_clause(r->p, cl), 0))
			break;
		for (size_t j = cl->mark; j < cl->mark + cl->n_marks; j++)
			if (parts_is_count(r, parts_quantity(r, j)) && !r->depth[j])
				*vec_push(&longer->items) = j;
		longer->last = i;
	}
	return longer->items.n > l->items.n;
}

/* Is the clause the last one of its sentence? */
static bool ends_sentence(const struct parts_reader *r, size_t clause)
{
	const struct sentence *s = &r->p->sentences[r->p->clauses[clause].sentence];

	return clause + 1 == s->clause + s->n_clauses && !s->half;
}

/* The number before the ith that counts something: not the 一 of 上一年. STR_NONE where none does.
 */
static size_t count_before(const struct parts_reader *r, size_t i)
{
	while (i-- > 0)
		if (parts_is_count(r, parts_quantity(r, i)))
			return i;
	return STR_NONE;
}

/* Tries the list against the whole and the sums of the numbers beside it; *best and *off are those
 * of the nearest so far, of two as near the longer. True where one is nearer. */
static bool try_wholes(
	const struct parts_reader *r, const struct list *l, struct quantity *best, struct dec *off)
{
	struct quantity sum = *parts_quantity(r, l->whole);
	bool nearer = false;

	for (size_t i = l->whole, before;; i = before) {
		struct dec away = dec_of(0);
		struct total t;

		if (!list_add_up(r, l, l->items.n, &sum, &t))
			break;
		if (total_is_more(&t, &sum) || total_is_less(&t, &sum))
			if (!dec_sub(t.value, sum.value, &away))
				break;
		if (dec_cmp(dec_abs(away), *off) <= 0) {
			*off = dec_abs(away);
			*best = sum;
			nearer = true;
		}
		before = count_before(r, i);
		if (before == STR_NONE || l->bracket || !is_beside(r, before, l->whole) ||
			!add_quantity(&sum, parts_quantity(r, before)))
			break;
	}
	return nearer;
}

/* The number in the bracket right behind number i, where the pattern matches what it says of it. */
static const struct quantity *bracket_behind(
	const struct parts_reader *r, size_t i, struct pattern *says)
{
	if (!says || i + 1 >= r->p->quantities.n || !r->depth[i + 1])
		return NULL;
	const struct quantity *q = parts_quantity(r, i + 1);
	const struct clause *cl = parts_clause_at(r, q->from);

	return parts_is_count(r, q) && cl->from == parts_quantity(r, i)->to + 1 &&
			       pattern_find(says, passage_clause(r->p, cl), 0)
		       ? q
		       : NULL;
}

/* The whole and what is told in the bracket behind it as not of it: 208件（不含结转5件）. */
static bool try_besides(
	const struct parts_reader *r, const struct list *l, struct quantity *best, struct dec *off)
{
	struct quantity sum = *parts_quantity(r, l->whole);
	const struct quantity *q = l->bracket ? NULL : bracket_behind(r, l->whole, r->how->besides);

	if (!q || !add_quantity(&sum, q) || !list_fits(r, l, l->items.n, &sum))
		return false;
	*best = sum;
	*off = dec_of(0);
	return true;
}

bool list_fits_rest(const struct parts_reader *r, const struct list *l, size_t number)
{
	const struct quantity *q = bracket_behind(r, number, r->how->carried);
	struct quantity rest = *parts_quantity(r, number);

	return q && dec_sub(rest.low, q->high, &rest.low) &&
	       dec_sub(rest.high, q->low, &rest.high) &&
	       dec_sub(rest.value, q->value, &rest.value) && list_fits(r, l, l->items.n, &rest);
}

static bool try_list(
	const struct parts_reader *r, const struct list *l, struct quantity *best, struct dec *off)
{
	return try_besides(r, l, best, off) || try_wholes(r, l, best, off);
}

bool list_find_whole(const struct parts_reader *r, struct list *l, struct quantity *whole)
{
	struct list longer = {.whole = l->whole};
	struct quantity best = *parts_quantity(r, l->whole);
	struct dec off = dec_of(INT64_MAX);

	try_list(r, l, &best, &off);
	if (!l->bracket && add_later(r, l, &longer) && try_list(r, &longer, &best, &off)) {
		vec_free(&l->items);
		l->items.v = longer.items.v;
		l->items.n = longer.items.n;
		l->items.cap = longer.items.cap;
		l->broken &= !ends_sentence(r, longer.last);
	} else {
		vec_free(&longer.items);
	}
	*whole = best;
	return dec_cmp(off, dec_of(0)) == 0;
}

/* Is the number counted in the whole's unit, or in one that the rule holds for like it? */
static bool is_unit_alike(const struct parts_reader *r, size_t i, struct str unit)
{
	struct str own = unit_of(r, i);

	if (str_eq(own, unit))
		return true;
	return r->how->alike && pattern_find(r->how->alike, own, 0) &&
	       pattern_find(r->how->alike, unit, 0);
}

/* The parts in the whole's unit are not more than it: what else is counted is no part of it. */
static bool is_less_in_unit(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	struct str unit = unit_of(r, l->whole);
	struct list own = {0};
	struct total t;

	for (size_t i = 0; i < l->items.n; i++)
		if (is_unit_alike(r, l->items.v[i], unit))
			*vec_push(&own.items) = l->items.v[i];
	bool less = own.items.n < l->items.n &&
		    (!list_add_up(r, &own, own.items.n, whole, &t) || !total_is_more(&t, whole));

	vec_free(&own.items);
	return less;
}

/* 条 and 余条 are one unit. */
static bool is_one_unit(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	return n > 0 && str_eq(str_slice(a, a.n - n, a.n), str_slice(b, b.n - n, b.n));
}

/* None of the parts is counted in the whole's unit, and another number told before, in theirs, is
 * not less than them: they are of that. 公开信息1050条；来信44件，其中预决算65余条 */
static bool is_of_another_unit(
	const struct parts_reader *r, const struct list *l, const struct total *t)
{
	struct str unit = unit_of(r, l->whole), own = unit_of(r, l->items.v[0]);

	for (size_t i = 0; i < l->items.n; i++)
		if (is_one_unit(unit_of(r, l->items.v[i]), unit))
			return false;
	for (size_t i = 0; i < l->whole; i++) {
		const struct quantity *q = parts_quantity(r, i);

		if (parts_is_count(r, q) && !r->depth[i] && !r->part[i] &&
			is_one_unit(unit_of(r, i), own) && !total_is_more(t, q))
			return true;
	}
	return false;
}

/* A list of its own sentence, of one part, open or behind what is still to be done, may be of any
 * number told before; others, of any number of the sentence before. */
static bool is_less_than_another(
	const struct parts_reader *r, const struct list *l, const struct total *t, bool slip)
{
	const struct quantity *last = parts_quantity(r, l->whole);
	const struct clause *told = parts_clause_at(r, last->from);
	bool later = r->how->later && pattern_find(r->how->later, passage_clause(r->p, told), 0);
	bool any = t->n == 1 || later || l->closure == LIST_OPEN;

	if (l->bracket || told->sentence == l->sentence || (slip && !any))
		return false;
	for (size_t i = 0; i < l->whole; i++) {
		const struct quantity *q = parts_quantity(r, i);

		if (parts_is_count(r, q) && !r->depth[i] && !r->part[i] &&
			(any || parts_clause_at(r, q->from)->sentence == told->sentence) &&
			quantity_same_family(q, last) && !total_is_more(t, q))
			return true;
	}
	return false;
}

/* "共100条，其中甲20条，其中乙30条、丙10条": the number before the list is a part itself, and the
 * list is not more than what that is a part of. It goes on with the other, then. */
static bool goes_on_with_another(
	const struct parts_reader *r, const struct list *l, const struct total *t)
{
	if (l->bracket || !r->part[l->whole])
		return false;
	for (size_t i = l->whole; i-- > 0;) {
		const struct quantity *q = parts_quantity(r, i);

		if (parts_clause_at(r, q->from)->sentence != l->sentence)
			return false;
		if (parts_is_count(r, q) && !r->depth[i] && !r->part[i])
			return quantity_same_family(q, parts_quantity(r, l->whole)) &&
			       !total_is_more(t, q);
	}
	return false;
}

bool quantity_is_more(const struct quantity *q, const struct quantity *whole)
{
	return quantity_same_family(q, whole) && !whole->no_limit &&
	       dec_cmp(q->low, whole->high) > 0;
}

/* The list is not more than the whole up to where it may end, and each number behind is more than
 * the whole by itself: it is no part of it. */
static bool ends_before(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	struct total t;

	if (!l->broken || l->sure == 0 || !list_add_up(r, l, l->sure, whole, &t) ||
		total_is_more(&t, whole))
		return false;
	for (size_t i = l->sure; i < l->items.n; i++)
		if (!quantity_is_more(parts_quantity(r, l->items.v[i]), whole))
			return false;
	return true;
}

bool list_is_of_kind(const struct parts_reader *r, const struct list *l)
{
	const struct clause *cl = parts_clause_at(r, parts_quantity(r, l->whole)->from);

	return r->how->same && pattern_find(r->how->same, passage_clause(r->p, cl), 0) &&
	       parts_table_is_due(r, l);
}

bool list_is_excused(const struct parts_reader *r, const struct list *l,
	const struct quantity *whole, const struct total *t, bool slip)
{
	return total_is_more(t, whole) &&
	       (ends_before(r, l, whole) || list_fits_behind(r, l, whole) ||
		       (!slip && goes_on_with_another(r, l, t)) ||
		       (!slip && !list_is_of_kind(r, l) &&
			       (is_less_in_unit(r, l, whole) || is_of_another_unit(r, l, t))) ||
		       is_less_than_another(r, l, t, slip));
}

bool parts_is_borne_out(const struct parts_reader *r, size_t number)
{
	const struct quantity *q = parts_quantity(r, number);

	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p == r->p && t->quantity.from == q->from && t->state == TELLING_AGREES)
			return true;
	}
	return false;
}

/* Is the whole told in an earlier sentence than the list, which may then be of fewer? */
static bool is_of_sentence_before(const struct parts_reader *r, const struct list *l)
{
	const struct clause *whole = parts_clause_at(r, parts_quantity(r, l->whole)->from);
	const struct clause *first = &r->p->clauses[l->first];

	return l->items.n > 1 && whole->sentence != first->sentence;
}

bool list_is_borne_out(const struct parts_reader *r, const struct list *l)
{
	for (size_t i = 0; i < l->items.n; i++) {
		if (!parts_is_borne_out(r, l->items.v[i]))
			return false;
	}
	return parts_is_borne_out(r, l->whole) || is_of_sentence_before(r, l);
}

/* Does its sentence tell other numbers beside it? */
static bool is_one_of_several(const struct parts_reader *r, size_t number)
{
	size_t sentence = parts_clause_at(r, parts_quantity(r, number)->from)->sentence, n = 0;

	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = parts_quantity(r, i);

		n += parts_is_count(r, q) && !r->depth[i] && !r->part[i] &&
		     parts_clause_at(r, q->from)->sentence == sentence;
	}
	return n > 1;
}

bool list_is_of_others(const struct parts_reader *r, const struct list *l)
{
	return l->closure == LIST_OPEN && !parts_has_whole(r, l) &&
	       (r->divided[l->whole] || is_one_of_several(r, l->whole) ||
		       !is_one_unit(unit_of(r, l->items.v[0]), unit_of(r, l->whole)));
}
