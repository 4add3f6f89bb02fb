/* The kind `parts`: lists of which the tables know the whole.
 *
 * By which way requests came in, who made them, how they ended: such a list needs no number told
 * before it, for the tables have one. A list that adds up to it is no fault, whatever number stands
 * before it, where that is borne out itself; and of a list that says it is complete and has its
 * whole in another sentence, or nowhere, the tables' is the one it is held against. */
#include "rule/parts.h"

#include "rule/sum.h"

struct parts_table {
	struct pattern *part;  /* each part of such a list matches */
	struct pattern *until; /* what no such list goes on with behind a semicolon */
	bool due;	       /* a complete list adds up to the first of the sums, or another */
	struct sum_words *sums;
	size_t n_sums;
	struct form_words say; /* what the first is called */
};

static const char *const table_keys[] = {"part", "until", "due", "sums", "say", NULL};

static bool load_sums(struct rule_load *l, const struct ynode *node, struct parts_table *out)
{
	const struct ynode *list = yaml_get(node, "sums");

	if (!list)
		return yaml_err(l->doc, node, l->err, _("\"%s\" is missing"), "sums");
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	out->sums = arena_alloc_array(l->rules->arena, list->n, sizeof *out->sums);
	for (; out->n_sums < list->n; out->n_sums++) {
		static const char *const keys[] = {"cells", NULL};
		const struct ynode *item = list->items[out->n_sums];

		if (!yaml_need_map(l->doc, item, l->err) ||
			!yaml_known_keys(l->doc, item, keys, l->err) ||
			!sum_load(l, item, "cells", &out->sums[out->n_sums]))
			return false;
	}
	return true;
}

bool parts_tables_load(struct rule_load *l, const struct ynode *node, struct parts_rule *r)
{
	const struct ynode *list = yaml_get(node, "tables"), *macros = yaml_get(node, "macros");

	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	r->tables = arena_alloc_array(l->rules->arena, list->n, sizeof *r->tables);
	for (; r->n_tables < list->n; r->n_tables++) {
		const struct ynode *item = list->items[r->n_tables];
		struct parts_table *t = &r->tables[r->n_tables];

		*t = (struct parts_table){0};
		if (!yaml_need_map(l->doc, item, l->err) ||
			!yaml_known_keys(l->doc, item, table_keys, l->err) ||
			!(t->part = rule_load_pattern(l, item, "part", macros)) ||
			(yaml_get(item, "until") &&
				!(t->until = rule_load_pattern(l, item, "until", macros))) ||
			!yaml_opt_bool(l->doc, item, "due", &t->due, l->err) ||
			!rule_load_words(l, item, "say", &t->say) || !load_sums(l, item, t))
			return false;
	}
	return true;
}

/* The words of the nth item: from the number before it, to the one behind it, within its clause. */
static struct str words_of(const struct parts_reader *r, const struct list *l, size_t n)
{
	const struct quantity *q = parts_quantity(r, l->items.v[n]);
	const struct clause *cl = parts_clause_at(r, q->from);
	size_t from = cl->from, to = cl->to;

	if (n && parts_quantity(r, l->items.v[n - 1])->to > from)
		from = parts_quantity(r, l->items.v[n - 1])->to;
	if (n + 1 < l->items.n && parts_quantity(r, l->items.v[n + 1])->from < to)
		to = parts_quantity(r, l->items.v[n + 1])->from;
	return str_slice(r->p->shadow, from, to);
}

static bool is_like(const struct parts_reader *r, const struct list *l, const struct parts_table *t)
{
	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (q->mark != '#' || q->approximate ||
			!pattern_find(t->part, words_of(r, l, i), 0))
			return false;
	}
	return true;
}

static const struct parts_table *find_like(const struct parts_reader *r, const struct list *l)
{
	for (size_t i = 0; i < r->how->n_tables; i++) {
		if (is_like(r, l, &r->how->tables[i]))
			return &r->how->tables[i];
	}
	return NULL;
}

const struct parts_table *parts_table_find(const struct parts_reader *r, const struct list *l)
{
	return l->items.n > 1 ? find_like(r, l) : NULL;
}

bool parts_table_ends(const struct parts_reader *r, size_t first, size_t next)
{
	struct str before =
		passage_clause(r->p, parts_clause_at(r, parts_quantity(r, first)->from));
	struct str here = passage_clause(r->p, parts_clause_at(r, parts_quantity(r, next)->from));

	for (const struct parts_table *t = r->how->tables; t < r->how->tables + r->how->n_tables;
		t++) {
		if (t->until && pattern_find(t->part, before, 0) &&
			!pattern_find(t->part, here, 0) && pattern_find(t->until, here, 0))
			return true;
	}
	return false;
}

static bool add_items(const struct parts_reader *r, const struct list *l, struct dec *out)
{
	*out = dec_of(0);
	for (size_t i = 0; i < l->items.n; i++) {
		if (!dec_add(*out, parts_quantity(r, l->items.v[i])->value, out))
			return false;
	}
	return true;
}

static bool fits(const struct parts_reader *r, const struct list *l, const struct parts_table *t)
{
	struct dec total;
	struct sum sum;

	if (!add_items(r, l, &total))
		return false;
	for (size_t i = 0; i < t->n_sums; i++) {
		sum_make(r->c, &t->sums[i], NULL, &sum);
		if (sum.state == SUM_KNOWN && dec_cmp(sum.value, total) == 0)
			return true;
	}
	return false;
}

static void tell(struct parts_reader *r, const struct list *l, const struct parts_table *t,
	const struct sum *sum, struct dec total)
{
	static const struct form_words none = {{NULL, NULL}};
	struct rule_context *c = r->c;
	size_t from = parts_clause_at(r, parts_quantity(r, l->items.v[0])->from)->from;
	size_t to = parts_quantity(r, l->items.v[l->items.n - 1])->to;
	struct dec difference = dec_of(0);
	struct finding f;
	struct slots s;

	dec_sub(sum->value, total, &difference);
	finding_begin(&f, r->rule);
	f.severity = SEVERITY_WARNING;
	finding_cells(c, &f, sum->cells, sum->n);
	finding_numbers(&f, total, sum->value);
	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		finding_span(c, &f, passage_span(r->p, q->from, q->to));
	}
	f.at = f.spans[0].from;
	slots_init(&s, c->arena);
	slots_text(&s, "quote", str_of(passage_quote(c, r->p, from, to)));
	slots_words(&s, "say", t->say);
	slots_dec(&s, "declared", total);
	slots_dec(&s, "actual", sum->value);
	slots_dec(&s, "difference", dec_abs(difference));
	finding_message(c, &f, &s, r->how->table, none);
	finding_end(c, &f, passage_key(c, r->p, from, to));
}

/* Is the number before the list a part as the others are? Then it is none of their whole. */
static bool begins_before(
	const struct parts_reader *r, const struct list *l, const struct parts_table *t)
{
	const struct quantity *q = parts_quantity(r, l->whole);
	const struct clause *cl = parts_clause_at(r, q->from);

	return pattern_find(t->part, str_slice(r->p->shadow, cl->from, q->from), 0);
}

bool parts_table_is_due(const struct parts_reader *r, const struct list *l)
{
	const struct parts_table *t = parts_table_find(r, l);

	return t && t->due && !begins_before(r, l, t);
}

static bool all_borne_out(const struct parts_reader *r, const struct list *l)
{
	size_t i = 0;

	while (i < l->items.n && parts_is_borne_out(r, l->items.v[i]))
		i++;
	return i == l->items.n;
}

/* Tells that it does not; false where it need not, or the tables do not say, or say that the list
 * leaves some out. */
static bool check(struct parts_reader *r, const struct list *l, const struct parts_table *t)
{
	struct dec total;
	struct sum sum;

	sum_make(r->c, &t->sums[0], NULL, &sum);
	if (!t->due || sum.state != SUM_KNOWN || !add_items(r, l, &total) ||
		(dec_cmp(total, sum.value) < 0 && all_borne_out(r, l)))
		return false;
	tell(r, l, t, &sum, total);
	return true;
}

bool parts_has_whole(const struct parts_reader *r, const struct list *l)
{
	size_t first = parts_quantity(r, l->items.v[0])->from;

	return l->whole != STR_NONE &&
	       (l->bracket || parts_clause_at(r, parts_quantity(r, l->whole)->from)->sentence ==
				      parts_clause_at(r, first)->sentence);
}

/* A list of one thing is one where it says so and stands by itself: 从办理结果看，公开的5件. */
bool parts_table_settles(struct parts_reader *r, const struct list *l)
{
	const struct parts_table *t = find_like(r, l);
	bool own = parts_has_whole(r, l);

	if (!t || (l->items.n == 1 && (own || l->closure != LIST_CLOSED || !fits(r, l, t))))
		return false;
	if (fits(r, l, t))
		return !own || parts_is_borne_out(r, l->whole);
	if (own || l->nested || l->closure != LIST_CLOSED)
		return false;
	return check(r, l, t);
}
