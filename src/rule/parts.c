/* The kind `parts`: a whole told in prose against the parts listed behind it.
 *
 * A list begins behind a marker (其中, 具体内容为, 从内容分类看), behind a colon after a number, or
 * in a bracket behind one. How much it must add up depends on how complete it claims to be: a
 * closed list must, an open one (主要, 等, a single part) must only not exceed the whole. Of the
 * wholes told before in the passage the one that fits is taken, so that a later list may break down
 * an earlier part. Only where none fits is it a finding, against the nearest. */
#include "rule/prose.h"

#include <string.h>

enum closure { LIST_OPEN, LIST_PLAIN, LIST_CLOSED };

struct parts_rule {
	struct form_words message;
	struct pattern *open, *plain, *closed; /* markers: what follows is a list */
	struct pattern *stop;		       /* a clause that is no part of a list any more */
	struct pattern *skip;	  /* a clause whose numbers compare and count nothing */
	struct pattern *etcetera; /* a clause that leaves the list open */
	struct pattern *rest;	  /* a part that is all the rest: the list is closed */
};

struct list {
	enum closure closure;
	bool begun; /* there is a list */
	bool bracket;
	bool broken;	 /* a clause without a number stands in it: where it ends is not sure */
	size_t sentence; /* where it begins */
	size_t whole;	 /* the last number before it, STR_NONE: none in its sentence */
	VEC(size_t) items;
	size_t first, last; /* clauses */
};

struct reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct parts_rule *how;
	const struct passage *p;
	unsigned *depth; /* by quantity: of brackets */
	bool *part;	 /* by quantity: told as a part of a list */
	struct list list, outer;
	size_t last; /* the last number read, STR_NONE: none yet */
	size_t last_sentence;
};

static const char *const parts_keys[] = {
	"message", "macros", "open", "plain", "closed", "stop", "skip", "etcetera", "rest", NULL};
static const char *const parts_slots[] = {"quote", "declared", "actual", "difference", "sum", NULL};

static const void *parts_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct parts_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *macros = yaml_get(node, "macros");
	const struct {
		const char *key;
		struct pattern **to;
	} rows[] = {{"open", &r->open}, {"plain", &r->plain}, {"closed", &r->closed},
		{"stop", &r->stop}, {"skip", &r->skip}, {"etcetera", &r->etcetera},
		{"rest", &r->rest}};

	(void)rule;
	if (!rule_load_template(l, node, "message", parts_slots, &r->message))
		return NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		*rows[i].to = rule_load_pattern(l, node, rows[i].key, macros);
		if (!*rows[i].to)
			return NULL;
	}
	return r;
}

static const struct quantity *quantity_of(const struct reader *r, size_t i)
{
	return &r->p->quantities.v[i];
}

static bool is_count(const struct quantity *q)
{
	return q->mark == '#';
}

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
static bool add_up(const struct reader *r, const struct list *l, size_t n,
	const struct quantity *whole, struct total *t)
{
	*t = (struct total){.low = dec_of(0)};
	for (size_t i = 0; i < n; i++) {
		const struct quantity *q = quantity_of(r, l->items.v[i]);

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

static bool fits(const struct reader *r, const struct list *l, size_t n, size_t whole)
{
	const struct quantity *w = quantity_of(r, whole);
	struct total t;

	return add_up(r, l, n, w, &t) && !is_more(&t, w) && !is_less(&t, w);
}

/* The number of items after which the list is complete: all, or fewer where what follows is told
 * on. */
static size_t fitting_length(const struct reader *r, const struct list *l, size_t whole)
{
	for (size_t n = l->items.n; n >= 1; n--) {
		if ((n > 1 || l->items.n == 1) && fits(r, l, n, whole))
			return n;
	}
	return 0;
}

/* Some whole told earlier in the passage that all of the list adds up to. */
static bool fits_another(const struct reader *r, const struct list *l)
{
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = quantity_of(r, i);

		if (q->from >= quantity_of(r, l->items.v[0])->from)
			return false;
		if (is_count(q) && r->depth[i] == 0 &&
			same_family(q, quantity_of(r, l->items.v[0])) && fits(r, l, l->items.n, i))
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
		return t->too_large || !t->as_large;
	}
	if (!is_less(t, whole) || l->closure == LIST_OPEN || l->broken)
		return false;
	if (l->closure == LIST_CLOSED)
		return true;
	*severity = SEVERITY_WARNING;
	return t->n > 1 && (slip || is_nearly_all(t, whole));
}

static char *sum_text(const struct reader *r, const struct list *l, const struct quantity *whole,
	const struct total *t)
{
	struct buf text = {0};
	char room[DEC_TEXT_MAX];

	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = quantity_of(r, l->items.v[i]);

		if (same_family(whole, q))
			buf_addf(&text, "%s%s", text.n ? " + " : "", dec_str(q->value, room));
	}
	if (t->n > 1)
		buf_addf(&text, " = %s", dec_str(t->value, room));
	char *out = arena_cstr(r->c->arena, buf_str(&text));

	buf_free(&text);
	return out;
}

static size_t clause_of(const struct reader *r, size_t quantity)
{
	size_t at = quantity_of(r, quantity)->from, best = 0;

	for (size_t i = 0; i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];

		if (cl->from <= at && at < cl->to)
			best = i;
	}
	return best;
}

static void tell(struct reader *r, const struct list *l, size_t whole, const struct total *t,
	enum severity severity)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct quantity *w = quantity_of(r, whole);
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
		const struct quantity *q = quantity_of(r, l->items.v[i]);

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
	finding_end(r->c, &f, passage_quote(r->c, r->p, r->p->clauses[l->first].from, last->to));
}

static void list_clear(struct list *l)
{
	vec_free(&l->items);
	*l = (struct list){.whole = STR_NONE};
}

/* The list is over: holds it against the wholes. How many of its items it needs; 0 where it fits
 * none. */
static size_t list_check(struct reader *r, struct list *l)
{
	enum severity severity = r->rule->severity;
	struct total t;
	size_t n;

	if (!l->items.n || l->whole == STR_NONE)
		return 0;
	const struct quantity *whole = quantity_of(r, l->whole);

	if (!add_up(r, l, l->items.n, whole, &t))
		return 0;
	r->c->n_checked++;
	n = fitting_length(r, l, l->whole);
	if (n || (!l->bracket && fits_another(r, l)))
		return n ? n : l->items.n;
	if (t.n == 1 && l->closure != LIST_CLOSED)
		l->closure = LIST_OPEN;
	if (judge(l, &t, whole, &severity))
		tell(r, l, l->whole, &t, severity);
	return 0;
}

/* Ends the list; what it does not need goes back to the list around it, which then ends too. */
static void list_end(struct reader *r)
{
	size_t used;

	if (!r->list.begun)
		return;
	used = list_check(r, &r->list);
	if (r->outer.begun) {
		for (size_t i = used; used && i < r->list.items.n; i++)
			*vec_push(&r->outer.items) = r->list.items.v[i];
		r->outer.broken |= !used;
		r->outer.last = r->list.last;
		list_check(r, &r->outer);
	}
	list_clear(&r->list);
	list_clear(&r->outer);
}

/* The nearest number told before that is no part of a list: what a list in a new sentence is about.
 */
static size_t last_head(const struct reader *r, size_t before)
{
	size_t found = STR_NONE;

	for (size_t i = 0; i < r->p->quantities.n && quantity_of(r, i)->from < before; i++) {
		if (is_count(quantity_of(r, i)) && !r->part[i] && !r->depth[i])
			found = i;
	}
	return found;
}

static void list_begin(struct reader *r, size_t clause, enum closure closure, size_t at)
{
	const struct clause *cl = &r->p->clauses[clause];

	if (r->list.begun && !r->outer.begun && r->list.items.n &&
		r->list.sentence == cl->sentence) {
		r->outer = r->list;
		r->list = (struct list){0};
	} else {
		list_end(r);
	}
	r->list.begun = true;
	r->list.closure = closure;
	r->list.sentence = cl->sentence;
	r->list.first = r->list.last = clause;
	r->list.whole = r->last != STR_NONE && r->last_sentence == cl->sentence ? r->last
										: last_head(r, at);
}

static void list_add(struct reader *r, size_t clause, size_t quantity)
{
	*vec_push(&r->list.items) = quantity;
	r->part[quantity] = true;
	r->list.last = clause;
}

/* Where a marker in the clause ends, as an offset of the shadow; STR_NONE: there is none. */
static size_t marker_end(const struct reader *r, const struct clause *cl, enum closure *closure)
{
	const struct {
		struct pattern *pattern;
		enum closure closure;
	} rows[] = {{r->how->open, LIST_OPEN}, {r->how->closed, LIST_CLOSED},
		{r->how->plain, LIST_PLAIN}};
	struct str text = passage_clause(r->p, cl);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t from, to;

		if (pattern_find(rows[i].pattern, text, 0) &&
			pattern_group(rows[i].pattern, NULL, &from, &to)) {
			*closure = rows[i].closure;
			return cl->from + to;
		}
	}
	return STR_NONE;
}

static void qualify(struct reader *r, const struct clause *cl)
{
	struct str text = passage_clause(r->p, cl);

	if (pattern_find(r->how->etcetera, text, 0))
		r->list.closure = LIST_OPEN;
	else if (r->list.closure == LIST_PLAIN && r->list.items.n > 1 &&
		 pattern_find(r->how->rest, text, 0))
		r->list.closure = LIST_CLOSED;
}

/* Reads the clause's numbers: heads of lists to come, or parts of the one that goes on. */
static void read_numbers(struct reader *r, size_t clause, size_t marker, enum closure closure)
{
	const struct clause *cl = &r->p->clauses[clause];
	size_t n = 0;

	for (size_t i = cl->mark; i < cl->mark + cl->n_marks; i++) {
		const struct quantity *q = quantity_of(r, i);

		if (!is_count(q) || r->depth[i] != cl->depth)
			continue;
		if (marker != STR_NONE && q->from >= marker) {
			list_begin(r, clause, closure, marker);
			marker = STR_NONE;
		}
		if (r->list.begun)
			list_add(r, clause, i);
		r->last = i;
		r->last_sentence = cl->sentence;
		n++;
	}
	if (marker != STR_NONE)
		list_begin(r, clause, closure, marker);
	else if (!n && r->list.begun && r->list.items.n)
		r->list.broken = true;
	if (r->list.begun)
		qualify(r, cl);
}

static void read_clause(struct reader *r, size_t clause)
{
	const struct clause *cl = &r->p->clauses[clause];
	struct str text = passage_clause(r->p, cl);
	enum closure closure = LIST_PLAIN;

	if (pattern_find(r->how->skip, text, 0))
		return;
	if (r->list.begun && pattern_find(r->how->stop, text, 0))
		list_end(r);
	size_t marker = marker_end(r, cl, &closure);

	read_numbers(r, clause, marker, closure);
	if (cl->end == ':' && !r->list.begun && r->last != STR_NONE &&
		r->last_sentence == cl->sentence && quantity_of(r, r->last)->from >= cl->from)
		list_begin(r, clause, LIST_PLAIN, cl->to);
	if (cl->end == '.')
		list_end(r);
}

/* The bracket right behind a number: clauses [from, to) of the same depth. */
static void read_bracket(struct reader *r, size_t from, size_t to)
{
	size_t open = r->p->clauses[from].from;
	struct list l = {.begun = true,
		.bracket = true,
		.closure = LIST_PLAIN,
		.first = from,
		.last = to - 1};

	l.whole = STR_NONE;
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		if (open && quantity_of(r, i)->to == open - 1 && is_count(quantity_of(r, i)))
			l.whole = i;
	}
	for (size_t i = from; i < to; i++) {
		const struct clause *cl = &r->p->clauses[i];
		enum closure closure;

		if (marker_end(r, cl, &closure) != STR_NONE && closure == LIST_OPEN)
			l.closure = LIST_OPEN;
		if (pattern_find(r->how->etcetera, passage_clause(r->p, cl), 0))
			l.closure = LIST_OPEN;
		if (pattern_find(r->how->skip, passage_clause(r->p, cl), 0))
			continue;
		for (size_t j = cl->mark; j < cl->mark + cl->n_marks; j++) {
			if (is_count(quantity_of(r, j)) && r->depth[j] == cl->depth)
				*vec_push(&l.items) = j;
		}
	}
	list_check(r, &l);
	list_clear(&l);
}

static void find_depths(struct reader *r)
{
	for (size_t i = 0; i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];

		for (size_t j = cl->mark; j < cl->mark + cl->n_marks; j++) {
			if (r->depth[j] < cl->depth)
				r->depth[j] = cl->depth;
		}
	}
}

static void read_passage(struct reader *r)
{
	size_t n = r->p->quantities.n;

	if (n < 2)
		return;
	r->depth = mem_alloc_array(n, sizeof *r->depth);
	r->part = mem_alloc_array(n, sizeof *r->part);
	r->last = STR_NONE;
	list_clear(&r->list);
	list_clear(&r->outer);
	find_depths(r);
	for (size_t i = 0, end; i < r->p->n_clauses; i = end) {
		end = i + 1;
		if (!r->p->clauses[i].depth) {
			read_clause(r, i);
			continue;
		}
		while (end < r->p->n_clauses && r->p->clauses[end].depth)
			end++;
		if (r->p->clauses[i].depth == 1)
			read_bracket(r, i, end);
	}
	list_end(r);
	free(r->depth);
	free(r->part);
}

static void parts_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct prose *prose = context_prose(c);
	struct reader r = {.c = c, .rule = rule, .how = data};

	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		if (!r.p->heading)
			read_passage(&r);
	}
}

const struct rule_kind parts_kind = {
	.name = "parts",
	.keys = parts_keys,
	.load = parts_load,
	.run = parts_run,
};
