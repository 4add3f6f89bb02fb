/* The kind `twice`: one quantity that the prose tells in two places, with two numbers.
 *
 * What was told are the claims made before (claim.h). Two of them are of one quantity where they
 * say the same of the same cells, in the same words or one of them as none. Where the tables show
 * one to be wrong that is told already; here are those that fit only because the words allow
 * another reading, those whose tables cannot be read, and what no table has. */
#include "rule/twice.h"

#include <string.h>

#include "base/utf8.h"

#define SECTION_LAST 6

static const char *const twice_keys[] = {"message", "fillers", "loose", "ends", "of", "unless",
	"whole", "placed", "planned", "done", "sections", "units", "above", "channels", "hints",
	"macros", "topics", "verbs", "states", "sparse", "common", "events", "bodies", "people",
	"wider", "grown", NULL};
static const char *const twice_slots[] = {
	"quote", "other", "say", "declared", "actual", "line", NULL};

/* The sections that the list names, a bit each. */
static bool load_sections(struct rule_load *l, const struct ynode *node, unsigned *out)
{
	struct form_list list;

	if (!rule_load_list(l, node, "sections", &list))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		const char *s = list.items[i];

		if (s[0] < '0' || s[0] > '0' + SECTION_LAST || s[1])
			return yaml_err(l->doc, yaml_get(node, "sections"), l->err,
				_("no section \"%s\""), s);
		*out |= 1u << (s[0] - '0');
	}
	return true;
}

static void add_char(struct utf8_set *set, struct str word, size_t at)
{
	size_t to = at;

	utf8_next(word, &to);
	struct utf8_set one = utf8_set_of(str_slice(word, at, to));

	utf8_set_add(set, &one);
}

/* What words of the list begin with and, where tails is no NULL, end with. */
static void add_ends(struct utf8_set *heads, struct utf8_set *tails, const struct word_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		add_char(heads, list->items[i], 0);
		if (tails)
			add_char(
				tails, list->items[i], utf8_prev(list->items[i], list->items[i].n));
	}
}

static bool load_optional(
	struct rule_load *l, const struct ynode *node, const char *key, struct pattern **out)
{
	return !yaml_get(node, key) || (*out = rule_load_pattern(l, node, key, NULL));
}

static bool load_topics(struct rule_load *l, const struct ynode *node, struct twice_rule *r)
{
	return (r->topics = lexicon_load(l, node, "topics")) != NULL &&
	       lexicon_load_tags(l, r->topics, node, "verbs", &r->verbs) &&
	       lexicon_load_tags(l, r->topics, node, "states", &r->states) &&
	       lexicon_load_tags(l, r->topics, node, "sparse", &r->sparse) &&
	       lexicon_load_tags(l, r->topics, node, "common", &r->common) &&
	       lexicon_load_tags(l, r->topics, node, "events", &r->events) &&
	       (!yaml_get(node, "bodies") || word_list_load(l, node, "bodies", &r->bodies)) &&
	       (!yaml_get(node, "people") || word_list_load(l, node, "people", &r->people));
}

static const void *twice_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct twice_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	*r = (struct twice_rule){0};
	if (!rule_load_template(l, node, "message", twice_slots, &r->message) ||
		!word_list_load(l, node, "fillers", &r->fillers) ||
		!word_list_load(l, node, "loose", &r->loose) ||
		!word_list_load(l, node, "ends", &r->ends) ||
		!load_sections(l, node, &r->sections) ||
		!unit_families_load(l, node, "units", &r->counts) ||
		!load_optional(l, node, "of", &r->of) ||
		!load_optional(l, node, "unless", &r->unless) ||
		!load_optional(l, node, "whole", &r->whole) ||
		!load_optional(l, node, "placed", &r->placed) ||
		!load_optional(l, node, "planned", &r->planned) ||
		!load_optional(l, node, "done", &r->done) ||
		!word_list_load(l, node, "above", &r->above) ||
		!load_optional(l, node, "wider", &r->wider) ||
		!load_optional(l, node, "grown", &r->grown) || !load_topics(l, node, r) ||
		(yaml_get(node, "channels") &&
			!rule_load_hinted(l, node, "channels", yaml_get(node, "macros"),
				&r->channels, &r->n_channels)))
		return NULL;
	add_ends(&r->heads, &r->tails, &r->fillers);
	add_ends(&r->heads, &r->tails, &r->loose);
	add_ends(&r->heads, NULL, &r->ends);
	return r;
}

static bool is_none(const struct telling *t)
{
	return t->none;
}

static bool same_cells(const struct sum *a, const struct sum *b)
{
	return a->n == b->n && (!a->n || !memcmp(a->cells, b->cells, a->n * sizeof *a->cells));
}

bool twice_same_quantity(const struct telling *a, const struct telling *b)
{
	return a->meaning == b->meaning && a->column == b->column && same_cells(&a->sum, &b->sum) &&
	       (a->claim == b->claim || is_none(a) != is_none(b));
}

bool twice_differ(const struct quantity *a, const struct quantity *b)
{
	return (!a->no_limit && dec_cmp(a->high, b->low) < 0) ||
	       (!b->no_limit && dec_cmp(b->high, a->low) < 0);
}

/* Are the two together what the table has: 局机关收到20件，各分局收到10件? */
static bool are_together(const struct telling *a, const struct telling *b)
{
	struct dec sum;

	if (a->summed && b->summed)
		return true;
	return a->state == TELLING_READING && b->state == TELLING_READING &&
	       a->sum.state == SUM_KNOWN && dec_add(a->quantity.value, b->quantity.value, &sum) &&
	       dec_cmp(sum, a->sum.value) == 0;
}

/* Has the table told of one of them, or does it bear both out? */
static bool is_settled(const struct telling *a, const struct telling *b)
{
	if (are_together(a, b))
		return true;
	if (a->state == TELLING_DIFFERS || b->state == TELLING_DIFFERS)
		return true;
	return a->state == TELLING_AGREES && b->state == TELLING_AGREES;
}

static bool is_told(struct twice_reader *r, const struct twice_place *second)
{
	for (size_t i = 0; i < r->told.n; i++) {
		const struct twice_place *t = &r->told.v[i];

		if (t->p == second->p && t->quantity->from == second->quantity->from)
			return true;
	}
	*vec_push(&r->told) = *second;
	return false;
}

void twice_tell(struct twice_reader *r, const struct twice_place *first,
	const struct twice_place *second, struct form_words say, const struct sum *sum)
{
	static const struct form_words none = {{NULL, NULL}};
	struct rule_context *c = r->c;
	struct text_span there = passage_span(first->p, first->from, first->to);
	struct finding f;
	struct slots s;

	if (is_told(r, second))
		return;
	finding_begin(&f, r->rule);
	finding_cells(c, &f, sum->cells, sum->n);
	finding_numbers(&f, second->quantity->value, first->quantity->value);
	finding_span(c, &f, passage_span(second->p, second->from, second->to));
	f.at = f.spans[0].from;
	finding_span(c, &f, there);
	slots_init(&s, c->arena);
	slots_text(&s, "quote", str_of(passage_quote(c, second->p, second->from, second->to)));
	slots_text(&s, "other", str_of(passage_quote(c, first->p, first->from, first->to)));
	slots_words(&s, "say", say);
	slots_dec(&s, "declared", second->quantity->value);
	slots_dec(&s, "actual", first->quantity->value);
	slots_count(&s, "line", doc_source_line(c->report->doc, there.from));
	finding_message(c, &f, &s, r->how->message, none);
	finding_end(c, &f,
		arena_printf(c->arena, "%s|%s", passage_key(c, first->p, first->from, first->to),
			passage_key(c, second->p, second->from, second->to)));
}

void twice_tell_numbers(
	struct twice_reader *r, const struct twice_number *first, const struct twice_number *second)
{
	static const struct sum none = {0};
	struct twice_place a = twice_place_of(first), b = twice_place_of(second);
	size_t said = first->said ? first->said : first->q->from;
	const char *say = passage_quote(r->c, first->p, first->start, said);

	twice_tell(r, &a, &b, (struct form_words){{say, say}}, &none);
}

static struct twice_place place_of(const struct telling *t)
{
	return (struct twice_place){t->p, t->from, t->to, &t->quantity};
}

bool twice_is_compared(const struct rule_context *c, const struct telling *t)
{
	return (!t->claim->any || t->meaning->told) && !t->claim->most && !t->claim->vague &&
	       !claim_is_another(c, t->how, t->p, t->cl, t->from);
}

static void twice_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	struct twice_reader r = {.c = c, .rule = rule, .how = data};
	const struct twice_rule *how = data;
	VEC(const struct telling *) firsts = {0};

	for (size_t i = 0; i < c->tellings.n; i++) {
		const struct telling *t = c->tellings.v[i];
		size_t j = 0;

		if (!twice_is_compared(c, t))
			continue;
		while (j < firsts.n && !twice_same_quantity(firsts.v[j], t))
			j++;
		if (j == firsts.n) {
			*vec_push(&firsts) = t;
			continue;
		}
		c->n_checked++;
		struct twice_place first = place_of(firsts.v[j]), second = place_of(t);

		if (!is_settled(firsts.v[j], t) && twice_differ(first.quantity, second.quantity))
			twice_tell(&r, &first, &second, t->meaning->say, &t->sum);
	}
	vec_free(&firsts);
	if (how->of && how->unless)
		twice_alike_run(&r);
	if (how->above.n)
		twice_above_run(&r);
	if (how->n_channels)
		twice_channel_run(&r);
	if (how->topics->n && how->unless)
		twice_topic_run(&r);
	vec_free(&r.told);
}

const struct rule_kind twice_kind = {
	.name = "twice",
	.keys = twice_keys,
	.load = twice_load,
	.run = twice_run,
	.late = true,
};
