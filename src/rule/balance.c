/* The kind `balance`: what came in and what became of it, all told in one paragraph, where the
 * tables cannot be held against it.
 *
 * The numbers are those of the claims made before (claim.h). What came in may be told with what
 * was carried over in it, and what was finished with what goes on. */
#include "rule/claim.h"

enum flow { FLOW_NEW, FLOW_OVER, FLOW_DONE, FLOW_ON, N_FLOWS };

struct balance_rule {
	struct form_words message;
	struct form_list flows;	  /* names of meanings, one a flow */
	struct pattern *finished; /* words of what was done that leave nothing out */
	struct pattern *earlier;  /* words of what came before the year */
};

/* What a paragraph tells. */
struct balance {
	const struct telling *told[N_FLOWS];
	bool twice;   /* one of them as two numbers */
	bool settled; /* the tables show one of them to be wrong */
	bool unknown; /* they don't have one of them, and cannot show that all are right */
};

static const char *const balance_keys[] = {"message", "flows", "finished", "earlier", NULL};
static const char *const balance_slots[] = {"in", "out", "declared", "actual", NULL};

static const void *balance_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct balance_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	*r = (struct balance_rule){0};
	if (!rule_load_template(l, node, "message", balance_slots, &r->message) ||
		!rule_load_list(l, node, "flows", &r->flows) ||
		!(r->finished = rule_load_pattern(l, node, "finished", NULL)) ||
		!(r->earlier = rule_load_pattern(l, node, "earlier", NULL)))
		return NULL;
	if (r->flows.n == N_FLOWS)
		return r;
	yaml_err(l->doc, yaml_get(node, "flows"), l->err, _("a word is due here"));
	return NULL;
}

static void take(const struct balance_rule *how, struct balance *b, const struct telling *t)
{
	size_t i = 0;

	while (i < N_FLOWS && !str_eq(t->meaning->name, str_of(how->flows.items[i])))
		i++;
	if (i == N_FLOWS || t->column)
		return;
	b->settled |= t->state == TELLING_DIFFERS || t->state == TELLING_READING;
	b->unknown |= t->state == TELLING_UNKNOWN;
	b->twice |= t->quantity.approximate || t->claim->part ||
		    (b->told[i] && dec_cmp(b->told[i]->quantity.value, t->quantity.value) != 0);
	if (!b->told[i])
		b->told[i] = t;
}

static struct dec value_of(const struct balance *b, enum flow flow)
{
	return b->told[flow] ? b->told[flow]->quantity.value : dec_of(0);
}

/* Do the words of what was done leave nothing out? */
static bool is_finished(const struct balance_rule *how, const struct balance *b)
{
	const struct telling *t = b->told[FLOW_DONE];

	return pattern_find(how->finished, str_slice(t->p->shadow, t->from, t->to), 0);
}

/* Is there no way to read the numbers so that they go together? */
static bool is_broken(
	const struct balance_rule *how, const struct balance *b, struct dec in, struct dec out)
{
	struct dec done = value_of(b, FLOW_DONE);

	if (!b->told[FLOW_ON])
		return dec_cmp(done, in) > 0;
	if (dec_cmp(in, out) == 0 || dec_cmp(value_of(b, FLOW_NEW), out) == 0 ||
		(dec_cmp(in, done) == 0 && dec_cmp(value_of(b, FLOW_ON), done) <= 0))
		return false;
	return dec_cmp(out, in) > 0 || is_finished(how, b);
}

static struct str sum_text(
	struct rule_context *c, const struct balance *b, enum flow first, struct dec sum)
{
	char one[DEC_TEXT_MAX], two[DEC_TEXT_MAX], all[DEC_TEXT_MAX];

	dec_str(value_of(b, first), one);
	if (!b->told[first + 1])
		return str_of(arena_printf(c->arena, "%s", one));
	dec_str(value_of(b, first + 1), two);
	return str_of(arena_printf(c->arena, "%s + %s = %s", one, two, dec_str(sum, all)));
}

static void tell(struct rule_context *c, const struct rule *rule, const struct balance_rule *how,
	const struct balance *b, struct dec in, struct dec out)
{
	static const struct form_words none = {{NULL, NULL}};
	struct buf key = {0};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	finding_numbers(&f, in, out);
	for (size_t i = 0; i < N_FLOWS; i++) {
		const struct telling *t = b->told[i];

		if (!t)
			continue;
		finding_span(c, &f, passage_span(t->p, t->from, t->to));
		buf_addf(&key, "|%s", passage_key(c, t->p, t->from, t->to));
	}
	f.at = f.spans[0].from;
	slots_init(&s, c->arena);
	slots_text(&s, "in", sum_text(c, b, FLOW_NEW, in));
	slots_text(&s, "out", sum_text(c, b, FLOW_DONE, out));
	slots_dec(&s, "declared", in);
	slots_dec(&s, "actual", out);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, buf_str(&key)));
	buf_free(&key);
}

/* Was more finished than came in, where nothing is said of other years? */
static bool is_too_many(const struct balance_rule *how, const struct balance *b)
{
	const struct telling *in = b->told[FLOW_NEW];

	return !b->told[FLOW_OVER] && !b->told[FLOW_ON] &&
	       !pattern_find(how->earlier, in->p->shadow, 0);
}

static void check(struct rule_context *c, const struct rule *rule, const struct balance_rule *how,
	const struct balance *b)
{
	bool all = b->told[FLOW_NEW] && b->told[FLOW_DONE] &&
		   (b->told[FLOW_OVER] || is_too_many(how, b));
	struct dec in, out;

	if (!all || b->twice || b->settled || !b->unknown ||
		!dec_add(value_of(b, FLOW_NEW), value_of(b, FLOW_OVER), &in) ||
		!dec_add(value_of(b, FLOW_DONE), value_of(b, FLOW_ON), &out))
		return;
	c->n_checked++;
	if (is_broken(how, b, in, out))
		tell(c, rule, how, b, in, out);
}

static void balance_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	for (size_t i = 0; i < c->tellings.n;) {
		const struct passage *p = c->tellings.v[i]->p;
		struct balance b = {0};

		for (; i < c->tellings.n && c->tellings.v[i]->p == p; i++)
			take(data, &b, c->tellings.v[i]);
		check(c, rule, data, &b);
	}
}

const struct rule_kind balance_kind = {
	.name = "balance",
	.keys = balance_keys,
	.load = balance_load,
	.run = balance_run,
	.late = true,
};
