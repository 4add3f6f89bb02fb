/* The kind `parts`: lists in the bracket behind their whole, "办结9件（公开5件，不予公开4件）", and
 * those in brackets within. */
#include "rule/parts.h"

#include "base/utf8.h"

/* A name between a number and its bracket is no longer, bytes. */
#define NAME_MAX 30

/* Takes the bracket's clause into its list. */
static void read_inner(struct parts_reader *r, const struct clause *cl, struct list *l)
{
	struct str text = passage_clause(r->p, cl);
	enum closure closure;

	if (parts_marker_end(r, cl, &closure) != STR_NONE && closure == LIST_OPEN)
		l->closure = LIST_OPEN;
	bool skipped = pattern_find_in(r->how->skip, text, 0, &cl->chars);

	for (size_t j = cl->mark; !skipped && j < cl->mark + cl->n_marks; j++) {
		if (parts_is_count(r, parts_quantity(r, j)) && r->depth[j] == cl->depth)
			*vec_push(&l->items) = j;
	}
	list_qualify(r, cl, l);
}

/* Does a bracket end between the two clauses, of one depth? */
static bool is_apart(const struct parts_reader *r, const struct clause *a, const struct clause *b)
{
	return str_find(str_slice(r->p->shadow, a->to, b->from), STR(")"), 0) != STR_NONE;
}

/* The number right before the bracket that opens at `open`, or with its name between them,
 * "9件不予处理（…）"; STR_NONE where none is, or its clause tells no whole: 增加4件（上年2件）. */
static size_t bracket_whole(const struct parts_reader *r, size_t open)
{
	size_t n = passage_numbers_before(r->p, open), found;

	while (n && parts_quantity(r, n - 1)->to > open)
		n--;
	if (!n || !parts_is_count(r, parts_quantity(r, found = n - 1)))
		return STR_NONE;
	const struct clause *cl = parts_clause_at(r, parts_quantity(r, found)->from);

	if (pattern_find_in(r->how->skip, passage_clause(r->p, cl), 0, &cl->chars))
		return STR_NONE;
	struct str name = str_slice(r->p->shadow, parts_quantity(r, found)->to, open);

	for (size_t at = 0; at < name.n;) {
		unsigned ch = utf8_next(name, &at);

		if (!utf8_is_han(ch) && ch != '"' && ch != 0x201c && ch != 0x201d)
			return STR_NONE;
	}
	return name.n > NAME_MAX ? STR_NONE : found;
}

/* "111条（1526件）": a number without a name is no part, but the same counted otherwise. */
static bool is_nameless(const struct parts_reader *r, const struct list *l)
{
	return l->first == l->last && l->items.n == 1 &&
	       str_eq(passage_clause(r->p, &r->p->clauses[l->first]), STR("#"));
}

/* What of the last item there is, "建议10件，其中重点建议1件；提案28件": up to a semicolon, and is
 * read on behind it. */
static size_t read_of_item(struct parts_reader *r, const struct list *outer, size_t from)
{
	const struct clause *v = r->p->clauses;
	size_t i = from;
	struct list l = {.begun = true,
		.bracket = true,
		.nested = true,
		.closure = LIST_PLAIN,
		.first = from,
		.whole = outer->items.v[outer->items.n - 1]};

	for (; i < r->p->n_clauses && v[i].depth == v[from].depth &&
		!(i > from && (v[i - 1].end == ';' || is_apart(r, &v[i - 1], &v[i])));
		i++) {
		if (i > from)
			parts_break_list(&l);
		read_inner(r, &v[i], &l);
		l.last = i;
	}
	list_check(r, &l);
	list_clear(&l);
	return i;
}

/* "分别为10件、12件、4件（共26件）": it adds up what stands before, and has no parts of the last.
 */
static bool is_sum(const struct parts_reader *r, const struct list *l)
{
	const struct clause *cl = &r->p->clauses[l->first];

	return l->first == l->last && l->items.n == 1 && r->how->behind &&
	       pattern_find_in(r->how->behind, passage_clause(r->p, cl), 0, &cl->chars);
}

static bool begins_list(const struct parts_reader *r, const struct clause *cl)
{
	enum closure closure;

	return parts_marker_end(r, cl, &closure) != STR_NONE && closure == LIST_PLAIN;
}

size_t parts_read_bracket(struct parts_reader *r, size_t from)
{
	const struct clause *v = r->p->clauses;
	unsigned depth = v[from].depth;
	size_t open = v[from].from, last = from, i = from;
	struct list l = {.begun = true, .bracket = true, .closure = LIST_PLAIN, .first = from};

	l.whole = open ? bracket_whole(r, open - 1) : STR_NONE;
	while (i < r->p->n_clauses && v[i].depth >= depth) {
		if (v[i].depth > depth) {
			i = parts_read_bracket(r, i);
			continue;
		}
		if (i > from && is_apart(r, &v[last], &v[i]))
			break;
		if (l.items.n && begins_list(r, &v[i])) {
			i = read_of_item(r, &l, i);
			last = i - 1;
			continue;
		}
		if (l.items.n && r->how->aside &&
			pattern_find_in(r->how->aside, passage_clause(r->p, &v[i]), 0, &v[i].chars))
			parts_break_list(&l);
		read_inner(r, &v[i], &l);
		last = i++;
	}
	l.last = last;
	if (!is_nameless(r, &l) && !is_sum(r, &l))
		list_check(r, &l);
	list_clear(&l);
	return i;
}
