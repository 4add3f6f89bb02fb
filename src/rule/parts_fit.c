/* Does a list fit a whole, and how much of it: all, its beginning, group by group, its end, or
 * another whole than the one before it. */
#include "rule/parts.h"

const struct clause *list_clause(const struct parts_reader *r, const struct list *l, size_t n)
{
	return parts_clause_at(r, parts_quantity(r, l->items.v[n])->from);
}

/* Is item n what is still to be done? */
static bool is_later(const struct parts_reader *r, const struct list *l, size_t n)
{
	size_t from = parts_quantity(r, l->items.v[n - 1])->to, to = list_clause(r, l, n)->to;

	if (n + 1 < l->items.n && parts_quantity(r, l->items.v[n + 1])->from < to)
		to = parts_quantity(r, l->items.v[n + 1])->from;
	return r->how->later && from < to &&
	       pattern_find(r->how->later, str_slice(r->p->shadow, from, to), 0);
}

/* Does what stands behind item n set it apart as those before it are? A semicolon does where it
 * does so from the first on: 甲2条；乙5条；丙73条. */
static bool is_separator(const struct parts_reader *r, const struct list *l, size_t n)
{
	char end = list_clause(r, l, n)->end;

	for (size_t i = 0; end == ';' && i < n; i++)
		if (list_clause(r, l, i)->end != ';')
			return false;
	return end == ',' || (end == ';' && n > 1);
}

/* Does item n follow those before it as a list's next, set apart from them as they are? */
static bool is_listed_on(const struct parts_reader *r, const struct list *l, size_t n)
{
	const struct clause *before = list_clause(r, l, n - 1), *here = list_clause(r, l, n);

	if (!quantity_same_family(
		    parts_quantity(r, l->items.v[n - 1]), parts_quantity(r, l->items.v[n])))
		return false;
	if (is_later(r, l, n))
		return false;
	return here == before || (here == before + 1 && is_separator(r, l, n - 1) &&
					 list_clause(r, l, n - 2) != before);
}

size_t list_fitting_length(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	size_t all = l->items.n;

	if (list_fits(r, l, all, whole) || list_fits_mixed(r, l, whole))
		return all;
	for (size_t n = all - 1; n > 1; n--) {
		if (!is_listed_on(r, l, n) && list_fits(r, l, n, whole))
			return n;
	}
	return 0;
}

bool list_fits_early(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	for (size_t n = 2; n < l->items.n; n++)
		if (list_fits(r, l, n, whole))
			return true;
	return false;
}

bool list_fits_by_groups(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	struct list group = *l;
	size_t groups = 0;

	for (size_t from = 0, n = 1; from + n <= l->items.n; n++) {
		group.items.v = l->items.v + from;
		group.items.n = n;
		if (n < 2 || !list_fits(r, &group, n, whole))
			continue;
		groups++;
		from += n;
		n = 0;
		if (from == l->items.n)
			return groups > 1;
	}
	return false;
}

bool list_fits_its_first(const struct parts_reader *r, const struct list *l)
{
	struct list rest = *l;

	/* side by side with them it is one of them */
	if (l->items.n < 3 || list_clause(r, l, 0) == list_clause(r, l, 1))
		return false;
	rest.items.v++;
	rest.items.n--;
	const struct quantity *first = parts_quantity(r, l->items.v[0]);
	struct total t;

	return list_add_up(r, &rest, rest.items.n, first, &t) && t.n > 1 &&
	       list_fits(r, &rest, rest.items.n, first);
}

/* Some whole told earlier in the passage, from quantity `first` on, that all of the list adds up
 * to. */
static bool fits_another_from(const struct parts_reader *r, const struct list *l, size_t first)
{
	for (size_t i = first; i < r->p->quantities.n; i++) {
		const struct quantity *q = parts_quantity(r, i);

		if (q->from >= parts_quantity(r, l->items.v[0])->from)
			return false;
		if (parts_is_count(r, q) && r->depth[i] == 0 &&
			quantity_same_family(q, parts_quantity(r, l->items.v[0])) &&
			(list_fits(r, l, l->items.n, q) || list_fits_rest(r, l, i)))
			return true;
	}
	return false;
}

bool list_fits_another(const struct parts_reader *r, const struct list *l)
{
	return fits_another_from(r, l, 0);
}

bool list_fits_next(const struct parts_reader *r, const struct list *l)
{
	size_t next = l->items.v[l->items.n - 1] + 1;

	return next < r->p->quantities.n && parts_is_count(r, parts_quantity(r, next)) &&
	       parts_clause_at(r, parts_quantity(r, next)->from)->sentence ==
		       r->p->clauses[l->last].sentence &&
	       list_fits(r, l, l->items.n, parts_quantity(r, next));
}

bool list_fits_another_here(const struct parts_reader *r, const struct list *l)
{
	size_t sentence = parts_clause_at(r, parts_quantity(r, l->whole)->from)->sentence;
	size_t first = l->whole;

	if (r->p->clauses[l->first].sentence != sentence)
		return list_fits_another(r, l);
	while (first > 0 &&
		parts_clause_at(r, parts_quantity(r, first - 1)->from)->sentence == sentence)
		first--;
	return fits_another_from(r, l, first);
}

bool list_fits_behind(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole)
{
	struct list last = *l;

	if (l->items.n < 3 || !r->how->full || list_clause(r, l, 0) == list_clause(r, l, 1))
		return false;
	struct str names = str_slice(
		r->p->shadow, list_clause(r, l, 1)->from, list_clause(r, l, l->items.n - 1)->to);

	last.items.v++;
	last.items.n--;
	return list_fits(r, &last, last.items.n, whole) && pattern_find(r->how->full, names, 0);
}

bool list_fits_last(const struct parts_reader *r, const struct list *l, const struct quantity *w)
{
	for (size_t from = 0; from < l->items.n; from++) {
		struct list last = *l;

		last.items.v += from;
		last.items.n -= from;
		if (list_fits(r, &last, last.items.n, w))
			return true;
	}
	return false;
}
