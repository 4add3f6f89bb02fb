/* The kind `twice`: one quantity that the prose tells in two places, with two numbers.
 *
 * What was told are the claims made before (claim.h). Two of them are of one quantity where they
 * say the same of the same cells, in the same words or one of them as none. Where the tables show
 * one to be wrong that is told already; here are those that fit only because the words allow
 * another reading, those whose tables cannot be read, and what no table has. */
#include "rule/claim.h"

#include <string.h>

struct twice_rule {
	struct form_words message;
};

static const char *const twice_keys[] = {"message", NULL};
static const char *const twice_slots[] = {
	"quote", "other", "say", "declared", "actual", "line", NULL};

static const void *twice_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct twice_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	return rule_load_template(l, node, "message", twice_slots, &r->message) ? r : NULL;
}

static bool is_none(const struct telling *t)
{
	return t->none;
}

static bool same_cells(const struct sum *a, const struct sum *b)
{
	return a->n == b->n && (!a->n || !memcmp(a->cells, b->cells, a->n * sizeof *a->cells));
}

static bool same_quantity(const struct telling *a, const struct telling *b)
{
	return a->meaning == b->meaning && same_cells(&a->sum, &b->sum) &&
	       (a->claim == b->claim || is_none(a) != is_none(b));
}

/* Is there no number that both allow? */
static bool differ(const struct quantity *a, const struct quantity *b)
{
	return (!a->no_limit && dec_cmp(a->high, b->low) < 0) ||
	       (!b->no_limit && dec_cmp(b->high, a->low) < 0);
}

/* Has the table told of one of them, or does it bear both out? */
static bool is_settled(const struct telling *a, const struct telling *b)
{
	if (a->state == TELLING_DIFFERS || b->state == TELLING_DIFFERS)
		return true;
	return a->state == TELLING_AGREES && b->state == TELLING_AGREES;
}

static const char *quote_of(struct rule_context *c, const struct telling *t)
{
	return passage_quote(c, t->p, t->from, t->to);
}

static void tell(struct rule_context *c, const struct rule *rule, const struct twice_rule *how,
	const struct telling *first, const struct telling *t)
{
	static const struct form_words none = {{NULL, NULL}};
	struct text_span there = passage_span(first->p, first->from, first->to);
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	finding_cells(c, &f, t->sum.cells, t->sum.n);
	finding_numbers(&f, t->quantity.value, first->quantity.value);
	finding_span(c, &f, passage_span(t->p, t->from, t->to));
	f.at = f.spans[0].from;
	finding_span(c, &f, there);
	slots_init(&s, c->arena);
	slots_text(&s, "quote", str_of(quote_of(c, t)));
	slots_text(&s, "other", str_of(quote_of(c, first)));
	slots_words(&s, "say", t->meaning->say);
	slots_dec(&s, "declared", t->quantity.value);
	slots_dec(&s, "actual", first->quantity.value);
	slots_count(&s, "line", doc_source_line(c->report->doc, there.from));
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f,
		arena_printf(c->arena, "%s|%s", passage_key(c, first->p, first->from, first->to),
			passage_key(c, t->p, t->from, t->to)));
}

static bool is_compared(const struct rule_context *c, const struct telling *t)
{
	return (!t->claim->any || t->meaning->told) && !t->claim->most && !t->claim->vague &&
	       !claim_is_another(c, t->how, t->p, t->cl, t->from);
}

static void twice_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	VEC(const struct telling *) firsts = {0};

	for (size_t i = 0; i < c->tellings.n; i++) {
		const struct telling *t = c->tellings.v[i];
		size_t j = 0;

		if (!is_compared(c, t))
			continue;
		while (j < firsts.n && !same_quantity(firsts.v[j], t))
			j++;
		if (j == firsts.n) {
			*vec_push(&firsts) = t;
			continue;
		}
		c->n_checked++;
		if (!is_settled(firsts.v[j], t) && differ(&firsts.v[j]->quantity, &t->quantity))
			tell(c, rule, data, firsts.v[j], t);
	}
	vec_free(&firsts);
}

const struct rule_kind twice_kind = {
	.name = "twice",
	.keys = twice_keys,
	.load = twice_load,
	.run = twice_run,
	.late = true,
};
