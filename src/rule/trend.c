/* The kind `trend`: how much a number of the tables has changed since the year before, as the prose
 * tells it behind the number, against the tables of both years.
 *
 * What is told are the claims made before (claim.h). Any reading of the claim will do, as long as
 * it is the same one in both years. */
#include "rule/claim.h"

#include "rule/percent.h"

struct trend_rule {
	struct pattern **changes; /* groups d: by how much, r: in percent, down: it became less */
	size_t n_changes;
	struct form_words change, rate;
};

struct trend_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct trend_rule *how;
	const struct telling *t;
	size_t from, to; /* the words of the change, in the shadow */
	const struct quantity *by, *rate;
	bool down;
};

/* A cell's number in both years, read in one way. */
struct years {
	struct sum now, before;
	struct dec difference;
};

static const char *const trend_keys[] = {"changes", "hints", "macros", "change", "rate", NULL};
static const char *const trend_slots[] = {
	"quote", "say", "now", "before", "declared", "actual", NULL};

static const void *trend_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct trend_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	*r = (struct trend_rule){0};
	return rule_load_hinted(
		       l, node, "changes", yaml_get(node, "macros"), &r->changes, &r->n_changes) &&
			       rule_load_template(l, node, "change", trend_slots, &r->change) &&
			       rule_load_template(l, node, "rate", trend_slots, &r->rate)
		       ? r
		       : NULL;
}

static const struct quantity *group_quantity(
	const struct telling *t, const struct pattern *pattern, const char *name)
{
	size_t from, to;

	if (!pattern_group(pattern, name, &from, &to) || from == to)
		return NULL;
	const struct quantity *q = passage_quantity(t->p, t->quantity.to + from);

	return q && !q->approximate ? q : NULL;
}

/* Finds the change told right behind the number. */
static bool find_change(struct trend_reader *r)
{
	const struct telling *t = r->t;
	const struct sentence *sentence = &t->p->sentences[t->cl->sentence];
	struct str text = str_slice(t->p->shadow, t->quantity.to, sentence->to);

	for (size_t i = 0; i < r->how->n_changes; i++) {
		struct pattern *pattern = r->how->changes[i];
		size_t from, to;

		if (!pattern_hinted(pattern, text, &sentence->chars) ||
			!pattern_find_in(pattern, text, 0, &sentence->chars))
			continue;
		pattern_group(pattern, NULL, &from, &to);
		r->from = t->quantity.to + from;
		r->to = t->quantity.to + to;
		r->by = group_quantity(t, pattern, "d");
		r->rate = group_quantity(t, pattern, "r");
		r->down = pattern_group(pattern, "down", &from, &to) && from < to;
		return r->by || r->rate;
	}
	return false;
}

static bool years_make(
	const struct trend_reader *r, const struct sum_words *words, struct years *out)
{
	sum_make(r->c, words, r->t->before, &out->now);
	sum_make(r->c->last, words, r->t->before, &out->before);
	return out->now.state == SUM_KNOWN && out->before.state == SUM_KNOWN &&
	       dec_sub(out->now.value, out->before.value, &out->difference);
}

static struct dec signed_dec(struct dec d, bool minus)
{
	if (minus)
		d.units = -d.units;
	return d;
}

/* Does the change told follow from these numbers? *actual is the one that does. */
static bool follows(const struct trend_reader *r, const struct years *y, struct dec *actual)
{
	bool less = y->difference.units < 0, agrees = false;
	struct dec told;

	*actual = y->difference;
	if (r->by && dec_mul(r->by->value, r->by->factor, &told) &&
		dec_cmp(signed_dec(told, r->down), y->difference) != 0)
		return false;
	if (!r->rate)
		return true;
	if (dec_is_zero(y->before.value) || !percent_of(dec_abs(y->difference), y->before.value,
						    r->rate->value, actual, &agrees))
		return true; /* there is no such rate */
	*actual = signed_dec(*actual, less);
	return agrees && (less == r->down || dec_is_zero(y->difference));
}

static void tell(struct trend_reader *r, const struct years *y, struct dec actual)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct telling *t = r->t;
	struct rule_context *c = r->c;
	bool by = r->by && dec_cmp(actual, y->difference) == 0;
	struct dec told = signed_dec(by ? r->by->value : r->rate->value, r->down);
	struct finding f;
	struct slots s;

	finding_begin(&f, r->rule);
	finding_cells(c, &f, y->now.cells, y->now.n);
	finding_numbers(&f, told, actual);
	finding_span(c, &f, passage_span(t->p, r->from, r->to));
	f.at = f.spans[0].from;
	finding_besides(c, &f, 1);
	finding_beside_cells(
		c, finding_beside(&f, STR_NONE), c->last->report, y->before.cells, y->before.n);
	slots_init(&s, c->arena);
	slots_text(&s, "quote", str_of(passage_quote(c, t->p, t->from, r->to)));
	slots_words(&s, "say", t->meaning->say);
	slots_dec(&s, "now", y->now.value);
	slots_dec(&s, "before", y->before.value);
	slots_dec(&s, "declared", told);
	slots_dec(&s, "actual", actual);
	finding_message(c, &f, &s, by ? r->how->change : r->how->rate, none);
	finding_end(c, &f, passage_key(c, t->p, t->from, r->to));
}

static void check_trend(struct trend_reader *r)
{
	const struct telling *t = r->t;
	struct years first, other;
	struct dec actual, ignored;

	if (!years_make(r, &t->meaning->cells, &first)) {
		if (first.now.state == SUM_KNOWN && first.before.state != SUM_NONE) {
			struct slots s;

			slots_init(&s, r->c->arena);
			slots_words(
				&s, "why", sum_why(r->c->last, &t->meaning->cells, &first.before));
			context_not_checked(r->c, r->rule, first.now.cells, first.now.n,
				context_word(r->c, WORD_OF_LAST, &s));
		}
		return;
	}
	r->c->n_checked++;
	if (follows(r, &first, &actual))
		return;
	for (size_t i = 0; i < t->claim->n_readings; i++) {
		if (years_make(r, &t->claim->readings[i]->cells, &other) &&
			!dec_is_zero(other.before.value) && follows(r, &other, &ignored))
			return;
	}
	tell(r, &first, actual);
}

static void trend_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	bool lost = c->beside && c->beside->last_lost;

	for (size_t i = 0; (c->last || lost) && i < c->tellings.n; i++) {
		struct trend_reader r = {.c = c, .rule = rule, .how = data, .t = c->tellings.v[i]};

		if (r.t->none || !r.t->meaning->cells.n || r.t->meaning->money ||
			!find_change(&r) ||
			claim_is_another(c, r.t->how, r.t->p, r.t->cl, r.t->from))
			continue;
		if (!context_has_last(c, rule))
			return;
		check_trend(&r);
	}
}

const struct rule_kind trend_kind = {
	.name = "trend",
	.keys = trend_keys,
	.load = trend_load,
	.run = trend_run,
	.late = true,
};
