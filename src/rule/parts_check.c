/* The kind `parts`: a list against the wholes told before it.
 *
 * Of the wholes told before in the passage the one that fits is taken, so that a later list may
 * break down an earlier part. Only where none fits is it a finding, against the nearest. */
#include "rule/parts.h"

/* May b be a part of a, or be added to it? */
static bool same_family(const struct quantity *a, const struct quantity *b)
{
	return a->family == b->family || a->family == FAMILY_NONE || b->family == FAMILY_NONE;
}

struct total {
	struct dec low, high, value;
	bool no_limit;
	size_t n;	/* parts added */
	bool as_large;	/* one of them is all of the whole */
	bool too_large; /* one of them is more than the whole */
};

/* Adds up the first n items that are of the whole's family. */
static bool add_up(const struct parts_reader *r, const struct list *l, size_t n,
	const struct quantity *whole, struct total *t)
{
	*t = (struct total){.low = dec_of(0)};
	for (size_t i = 0; i < n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (!same_family(whole, q))
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

static bool is_more(const struct total *t, const struct quantity *whole)
{
	return !whole->no_limit && dec_cmp(t->low, whole->high) > 0;
}

static bool is_less(const struct total *t, const struct quantity *whole)
{
	return !t->no_limit && dec_cmp(t->high, whole->low) < 0;
}

static bool fits(const struct parts_reader *r, const struct list *l, size_t n, size_t whole)
{
	const struct quantity *w = parts_quantity(r, whole);
	struct total t;

	return add_up(r, l, n, w, &t) && !is_more(&t, w) && !is_less(&t, w);
}

/* The number of items after which the list is complete: all, or fewer where what follows is told
 * on. */
static size_t fitting_length(const struct parts_reader *r, const struct list *l, size_t whole)
{
	for (size_t n = l->items.n; n >= 1; n--) {
		if ((n > 1 || l->items.n == 1) && fits(r, l, n, whole))
			return n;
	}
	return 0;
}

/* Some whole told earlier in the passage that all of the list adds up to. */
static bool fits_another(const struct parts_reader *r, const struct list *l)
{
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = parts_quantity(r, i);

		if (q->from >= parts_quantity(r, l->items.v[0])->from)
			return false;
		if (parts_is_count(q) && r->depth[i] == 0 &&
			same_family(q, parts_quantity(r, l->items.v[0])) &&
			fits(r, l, l->items.n, i))
			return true;
	}
	return false;
}

/* |a - b| is no more than a twentieth of b, or no more than two: a slip, not another list. */
static bool is_near(struct dec a, struct dec b)
{
	struct dec d, limit;

	if (!dec_sub(a, b, &d) || !dec_mul(dec_abs(d), dec_of(20), &limit))
		return false;
	return dec_cmp(limit, dec_abs(b)) <= 0 || dec_cmp(dec_abs(d), dec_of(2)) <= 0;
}

/* So many parts, and what is left is less than one of them on the average. */
static bool is_nearly_all(const struct total *t, const struct quantity *whole)
{
	struct dec left, times;

	return t->n >= 4 && dec_sub(whole->low, t->high, &left) &&
	       dec_mul(left, dec_of((int64_t)t->n), &times) && dec_cmp(times, t->value) < 0;
}

/* Is the sum a finding, and how grave? */
static bool judge(const struct list *l, const struct total *t, const struct quantity *whole,
	enum severity *severity)
{
	bool slip = is_near(t->value, whole->value);

	if (is_more(t, whole)) {
		bool certain = t->too_large || slip || l->closure == LIST_CLOSED;

		*severity = certain ? *severity : SEVERITY_WARNING;
		return t->too_large || l->apart || !t->as_large;
	}
	if (!is_less(t, whole) || l->closure == LIST_OPEN)
		return false;
	if (l->closure == LIST_CLOSED)
		return true;
	if (l->broken)
		return false;
	*severity = SEVERITY_WARNING;
	return t->n > 1 && (slip || is_nearly_all(t, whole));
}

static size_t clause_of(const struct parts_reader *r, size_t quantity)
{
	size_t at = parts_quantity(r, quantity)->from, best = 0;

	for (size_t i = 0; i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];

		if (cl->from <= at && at < cl->to)
			best = i;
	}
	return best;
}

static char *sum_text(const struct parts_reader *r, const struct list *l,
	const struct quantity *whole, const struct total *t)
{
	struct buf text = {0};
	char room[DEC_TEXT_MAX];

	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (same_family(whole, q))
			buf_addf(&text, "%s%s", text.n ? " + " : "", dec_str(q->value, room));
	}
	if (t->n > 1)
		buf_addf(&text, " = %s", dec_str(t->value, room));
	char *out = arena_cstr(r->c->arena, buf_str(&text));

	buf_free(&text);
	return out;
}

static void tell(struct parts_reader *r, const struct list *l, size_t whole, const struct total *t,
	enum severity severity)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct quantity *w = parts_quantity(r, whole);
	const struct clause *cl = &r->p->clauses[clause_of(r, whole)];
	const struct clause *last = &r->p->clauses[l->last];
	struct dec difference = dec_of(0);
	struct finding f;
	struct slots s;

	dec_sub(w->value, t->value, &difference);
	finding_begin(&f, r->rule);
	f.severity = severity;
	finding_numbers(&f, w->value, t->value);
	finding_span(r->c, &f, passage_span(r->p, w->from, w->to));
	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (same_family(w, q))
			finding_span(r->c, &f, passage_span(r->p, q->from, q->to));
	}
	slots_init(&s, r->c->arena);
	slots_text(&s, "quote", str_of(passage_quote(r->c, r->p, cl->from, cl->to)));
	slots_dec(&s, "declared", w->value);
	slots_dec(&s, "actual", t->value);
	slots_dec(&s, "difference", dec_abs(difference));
	slots_text(&s, "sum", str_of(sum_text(r, l, w, t)));
	finding_message(r->c, &f, &s, r->how->message, none);
	finding_end(r->c, &f, passage_key(r->c, r->p, r->p->clauses[l->first].from, last->to));
}

void list_clear(struct list *l)
{
	vec_free(&l->items);
	*l = (struct list){.whole = STR_NONE};
}

/* What the parts are called may say that there are no others, or that none is in another. */
static void list_names(const struct parts_reader *r, struct list *l)
{
	size_t from = r->p->clauses[l->first].from;
	size_t to = r->p->clauses[clause_of(r, l->items.v[l->items.n - 1])].to;
	struct str text = str_slice(r->p->shadow, from, to);
	bool full = l->closure != LIST_OPEN && r->how->full && pattern_find(r->how->full, text, 0);

	if (full)
		l->closure = LIST_CLOSED;
	l->apart = full || (r->how->apart && pattern_find(r->how->apart, text, 0));
}

/* The list is over: holds it against the wholes. How many of its items it needs; 0 where it fits
 * none. */
size_t list_check(struct parts_reader *r, struct list *l)
{
	enum severity severity = r->rule->severity;
	struct total t;
	size_t n;

	if (!l->items.n || l->whole == STR_NONE)
		return 0;
	const struct quantity *whole = parts_quantity(r, l->whole);

	if (!add_up(r, l, l->items.n, whole, &t))
		return 0;
	list_names(r, l);
	r->c->n_checked++;
	n = fitting_length(r, l, l->whole);
	if (n || (!l->bracket && fits_another(r, l)))
		return n ? n : l->items.n;
	if (l->broken && l->sure && l->closure != LIST_CLOSED) {
		l->items.n = l->sure;
		if (!add_up(r, l, l->items.n, whole, &t))
			return 0;
	}
	if (t.n == 1 && l->closure != LIST_CLOSED)
		l->closure = LIST_OPEN;
	if (judge(l, &t, whole, &severity))
		tell(r, l, l->whole, &t, severity);
	return 0;
}
