/* The kind `portion`: a percentage told of the tables without the numbers it follows from.
 *
 * "自然人申请占76.9%" is the share of natural persons among the new requests, or among those
 * finished: it agrees where it is one of the shares its words can mean, rounded or cut off to the
 * places it is written with. Shares told behind a number are ratio.c's. */
#include "rule/claim.h"
#include "rule/percent.h"

struct portion_pair {
	struct sum_words part, whole;
};

struct portion {
	struct pattern **patterns; /* group r: the percentage */
	size_t n_patterns;
	struct pattern *near;  /* the sentence or the heading above must match; or NULL */
	struct pattern *alone; /* or this, where a claim has told of that table last; or NULL */
	struct sum_words after;
	struct pattern *unless; /* the sentence must not match; or NULL */
	struct form_words say;
	struct portion_pair *of; /* what it can be a share of, the likeliest first */
	size_t n_of;
};

struct portion_rule {
	struct portion *portions;
	size_t n;
	struct form_words message;
};

struct portion_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct portion_rule *how;
	const struct passage *p, *heading;
	const struct sentence *s;
};

static const char *const portion_keys[] = {"portions", "macros", "message", NULL};
static const char *const item_keys[] = {
	"patterns", "hints", "near", "alone", "after", "unless", "say", "of", NULL};
static const char *const pair_keys[] = {"part", "whole", NULL};
static const char *const portion_slots[] = {
	"quote", "say", "part", "whole", "declared", "actual", NULL};

static bool load_pairs(struct rule_load *l, const struct ynode *node, struct portion *out)
{
	const struct ynode *list = yaml_get(node, "of");

	if (!list)
		return yaml_err(l->doc, node, l->err, _("\"%s\" is missing"), "of");
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	out->of = arena_alloc_array(l->rules->arena, list->n, sizeof *out->of);
	for (; out->n_of < list->n; out->n_of++) {
		const struct ynode *item = list->items[out->n_of];
		struct portion_pair *pair = &out->of[out->n_of];

		if (!yaml_need_map(l->doc, item, l->err) ||
			!yaml_known_keys(l->doc, item, pair_keys, l->err) ||
			!sum_load(l, item, "part", &pair->part) ||
			!sum_load(l, item, "whole", &pair->whole))
			return false;
	}
	return true;
}

static bool load_optional(struct rule_load *l, const struct ynode *node, const char *key,
	const struct ynode *macros, struct pattern **out)
{
	return !yaml_get(node, key) || (*out = rule_load_pattern(l, node, key, macros));
}

static bool load_portion(struct rule_load *l, const struct ynode *node, const struct ynode *macros,
	struct portion *out)
{
	*out = (struct portion){0};
	return yaml_need_map(l->doc, node, l->err) &&
	       yaml_known_keys(l->doc, node, item_keys, l->err) &&
	       rule_load_hinted(l, node, "patterns", macros, &out->patterns, &out->n_patterns) &&
	       load_optional(l, node, "near", macros, &out->near) &&
	       load_optional(l, node, "unless", macros, &out->unless) &&
	       load_optional(l, node, "alone", macros, &out->alone) &&
	       (!yaml_get(node, "after") || sum_load(l, node, "after", &out->after)) &&
	       rule_load_words(l, node, "say", &out->say) && load_pairs(l, node, out);
}

static const void *portion_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct portion_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *list = yaml_get(node, "portions");

	(void)rule;
	*r = (struct portion_rule){0};
	if (!list) {
		yaml_err(l->doc, node, l->err, _("\"%s\" is missing"), "portions");
		return NULL;
	}
	if (!yaml_need_seq(l->doc, list, l->err) ||
		!rule_load_template(l, node, "message", portion_slots, &r->message))
		return NULL;
	r->portions = arena_alloc_array(l->rules->arena, list->n, sizeof *r->portions);
	for (; r->n < list->n; r->n++) {
		if (!load_portion(
			    l, list->items[r->n], yaml_get(node, "macros"), &r->portions[r->n]))
			return NULL;
	}
	return r;
}

/* A share as the tables give it. */
struct share {
	struct sum part, whole;
	struct dec actual;
};

static void tell(struct portion_reader *r, const struct portion *portion,
	const struct quantity *told, const struct share *share, size_t from, size_t to)
{
	static const struct form_words none = {{NULL, NULL}};
	struct rule_context *c = r->c;
	struct finding f;
	struct slots s;

	finding_begin(&f, r->rule);
	finding_cells(c, &f, share->part.cells, share->part.n);
	finding_numbers(&f, told->value, share->actual);
	finding_span(c, &f, passage_span(r->p, from, to));
	f.at = f.spans[0].from;
	for (size_t i = 0; i < share->part.n; i++)
		finding_cell_span(c, &f, share->part.cells[i]);
	for (size_t i = 0; i < share->whole.n; i++)
		finding_cell_span(c, &f, share->whole.cells[i]);
	slots_init(&s, c->arena);
	slots_text(&s, "quote", str_of(passage_quote(c, r->p, from, to)));
	slots_words(&s, "say", portion->say);
	slots_words(&s, "part", sum_in_words(c, &share->part));
	slots_words(&s, "whole", sum_in_words(c, &share->whole));
	slots_dec(&s, "declared", told->value);
	slots_dec(&s, "actual", share->actual);
	finding_message(c, &f, &s, r->how->message, none);
	finding_end(c, &f, passage_key(c, r->p, from, to));
}

/* Holds the percentage against the shares it may be; the first that is known is the one told. */
static void check_share(struct portion_reader *r, const struct portion *portion,
	const struct quantity *told, size_t from, size_t to)
{
	struct share first, other;
	bool known = false, agrees = false;

	for (size_t i = 0; !agrees && i < portion->n_of; i++) {
		struct share *share = known ? &other : &first;

		sum_make(r->c, &portion->of[i].part, NULL, &share->part);
		sum_make(r->c, &portion->of[i].whole, NULL, &share->whole);
		if (share->part.state == SUM_KNOWN && share->whole.state == SUM_KNOWN &&
			percent_told(share->part.value, share->whole.value, told, &share->actual,
				&agrees))
			known = true;
	}
	if (known) {
		r->c->n_checked++;
		if (!agrees)
			tell(r, portion, told, &first, from, to);
	} else if (first.whole.state != SUM_KNOWN && first.whole.state != SUM_NONE) {
		context_not_checked(r->c, r->rule, first.whole.cells, first.whole.n,
			sum_why(r->c, &portion->of[0].whole, &first.whole));
	}
}

/* Has the sentence told a number of something else, or of some, before that place? */
static bool is_of_other(const struct portion_reader *r, size_t to)
{
	for (size_t i = 0; i < r->c->others.n; i++) {
		const struct other_count *o = &r->c->others.v[i];

		if (o->p == r->p && o->at >= r->s->from && o->at < to)
			return true;
	}
	return false;
}

static void read_sentence(
	struct portion_reader *r, const struct portion *portion, struct pattern *pattern)
{
	struct str text = str_slice(r->p->shadow, r->s->from, r->s->to);
	size_t at = 0, from, to, number, past;

	while (at < text.n && pattern_find(pattern, text, at)) {
		pattern_group(pattern, NULL, &from, &to);
		at = to > at ? to : at + 1;
		if (!pattern_group(pattern, "r", &number, &past))
			continue;
		const struct quantity *told = passage_quantity(r->p, r->s->from + number);

		if (!told || !passage_is_percent(r->c, r->p, told) || is_of_other(r, told->from))
			continue;
		struct quantity declared = percent_quantity(told, pattern);

		check_share(r, portion, &declared, r->s->from + from, r->s->from + to);
	}
}

/* The last that a claim told of in the passage before the sentence. */
static const struct telling *told_last(const struct portion_reader *r)
{
	const struct telling *last = NULL;

	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p == r->p && t->to <= r->s->from && (!last || t->to > last->to))
			last = t;
	}
	return last;
}

/* Was it of the table told of before the sentence, and of nothing else since? */
static bool is_after(const struct portion_reader *r, const struct portion *portion)
{
	const struct telling *last = portion->after.n ? told_last(r) : NULL;

	if (!last || !last->meaning->cells.n ||
		!str_eq(last->meaning->cells.terms[0].table, portion->after.terms[0].table))
		return false;
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = &r->p->quantities.v[i];

		if (q->from >= last->to && q->from < r->s->from && q->mark)
			return false;
	}
	return true;
}

static bool is_near(const struct portion_reader *r, const struct portion *portion, struct str text)
{
	return !portion->near || pattern_find(portion->near, text, 0) ||
	       (r->heading && pattern_find(portion->near, r->heading->shadow, 0)) ||
	       (portion->alone && pattern_find(portion->alone, text, 0) && is_after(r, portion));
}

static void try_portions(struct portion_reader *r)
{
	struct str text = str_slice(r->p->shadow, r->s->from, r->s->to);

	if (str_find(text, STR("%"), 0) == STR_NONE)
		return;
	for (size_t i = 0; i < r->how->n; i++) {
		const struct portion *portion = &r->how->portions[i];

		for (size_t j = 0; j < portion->n_patterns; j++) {
			if (pattern_hinted(portion->patterns[j], text, &r->s->chars) &&
				is_near(r, portion, text) &&
				!(portion->unless && pattern_find(portion->unless, text, 0)))
				read_sentence(r, portion, portion->patterns[j]);
		}
	}
}

static void portion_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct prose *prose = context_prose(c);
	struct portion_reader r = {.c = c, .rule = rule, .how = data};

	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		if (r.p->heading && !r.p->read)
			r.heading = r.p;
		for (size_t j = 0; r.p->read && j < r.p->n_sentences; j++) {
			r.s = &r.p->sentences[j];
			try_portions(&r);
		}
	}
}

const struct rule_kind portion_kind = {
	.name = "portion",
	.keys = portion_keys,
	.load = portion_load,
	.run = portion_run,
	.late = true,
};
