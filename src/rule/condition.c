/* The kind `condition`: a finding where an expression over cells holds, for each of the rows or
 * columns told, and, where the rule says so, a sentence of the prose says something with it. */
#include "rule/expr.h"
#include "rule/prose.h"
#include "rule/scope.h"

#include <string.h>

struct condition_rule {
	struct scope scope;
	const struct expr **when; /* one for each of `each` */
	size_t n;
	bool wants_last;
	struct pattern *text, *unless; /* of a sentence's shadow; or NULL */
	struct form_words message;
};

static const char *const condition_keys[] = {
	"when", "each", SCOPE_KEYS, "text", "hints", "unless", "message", NULL};
static const char *const message_slots[] = {"table", "cells", "last", "declared", "actual",
	"difference", "agency", "year", "text", NULL};

static bool load_when(struct rule_load *l, const struct ynode *node, struct condition_rule *r)
{
	const struct ynode *when = yaml_get(node, "when");
	struct form_list each;
	const char *text;

	if (!yaml_need_str(l->doc, node, "when", &text, l->err) ||
		!rule_load_list(l, node, "each", &each))
		return false;
	if (each.n && !strchr(text, '@'))
		return yaml_err(
			l->doc, when, l->err, _("\"@\" is due here: \"each\" says for what"));
	if (!each.n && strchr(text, '@'))
		return yaml_err(l->doc, when, l->err, _("nothing says what \"@\" stands for"));
	r->n = each.n ? each.n : 1;
	r->when = arena_alloc_array(l->rules->arena, r->n, sizeof *r->when);
	for (size_t i = 0; i < r->n; i++) {
		struct str at = each.n ? str_of(each.items[i]) : STR("");

		r->when[i] = expr_parse(l, when, str_of(text), at);
		if (!r->when[i])
			return false;
		r->wants_last |= expr_wants_last(r->when[i]);
	}
	return true;
}

static const void *condition_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct condition_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *text = yaml_get(node, "text"), *unless = yaml_get(node, "unless");
	struct form_list *hints = arena_alloc(l->rules->arena, sizeof *hints);

	(void)rule;
	if (!scope_load(l, node, &r->scope) || !load_when(l, node, r) ||
		!rule_load_list(l, node, "hints", hints) ||
		!rule_load_template(l, node, "message", message_slots, &r->message))
		return NULL;
	if (text && !(r->text = rule_load_pattern_at(l, text, hints, NULL)))
		return NULL;
	if (unless && !(r->unless = rule_load_pattern_at(l, unless, NULL, NULL)))
		return NULL;
	return r;
}

/* The operands of this report, or of the last one, in words with their numbers. */
static struct form_words operands_words(
	struct rule_context *c, const struct expr_result *result, bool last)
{
	struct form_words out = {{"", ""}};
	size_t n = 0;

	for (size_t i = 0; i < result->operands.n; i++) {
		const struct expr_operand *o = &result->operands.v[i];

		if (o->last != last)
			continue;
		if (n++)
			out = words_join(c, out, context_word(c, WORD_ENUM, NULL));
		out = words_join(c, out, sum_in_words(last ? c->last : c, &o->sum));
	}
	return out;
}

static void put_cells(struct rule_context *c, struct finding *f, const struct expr_result *result)
{
	VEC(size_t) cells = {0};

	for (size_t i = 0; i < result->operands.n; i++) {
		const struct sum *sum = &result->operands.v[i].sum;

		for (size_t j = 0; !result->operands.v[i].last && j < sum->n; j++)
			*vec_push(&cells) = sum->cells[j];
	}
	finding_cells(c, f, cells.v, cells.n);
	for (size_t i = 0; i < cells.n; i++)
		finding_cell_span(c, f, cells.v[i]);
	vec_free(&cells);
}

/* The operands of the report of the year before. */
static void put_last(struct rule_context *c, struct finding *f, const struct expr_result *result)
{
	struct finding_beside *b = NULL;
	VEC(size_t) cells = {0};

	for (size_t i = 0; i < result->operands.n; i++) {
		const struct sum *sum = &result->operands.v[i].sum;

		for (size_t j = 0; result->operands.v[i].last && j < sum->n; j++)
			*vec_push(&cells) = sum->cells[j];
	}
	if (cells.n) {
		finding_besides(c, f, 1);
		b = finding_beside(f, STR_NONE);
		finding_beside_cells(c, b, c->last->report, cells.v, cells.n);
	}
	vec_free(&cells);
}

static void put_numbers(struct finding *f, struct slots *s, const struct expr_result *result)
{
	struct dec difference;

	if (!result->has_numbers)
		return;
	finding_numbers(f, result->declared, result->actual);
	slots_dec(s, "declared", result->declared);
	slots_dec(s, "actual", result->actual);
	if (dec_sub(result->declared, result->actual, &difference))
		slots_dec(s, "difference", dec_abs(difference));
}

/* words: the span of the prose that goes with it; quote: what it says, NULL where none does. */
static void condition_tell(struct rule_context *c, const struct rule *rule,
	const struct condition_rule *how, const struct expr_result *result, struct text_span words,
	const char *quote)
{
	const struct form_words none = {{NULL, NULL}};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	put_cells(c, &f, result);
	put_last(c, &f, result);
	slots_init(&s, c->arena);
	put_numbers(&f, &s, result);
	if (quote) {
		finding_span(c, &f, words);
		f.at = words.from;
		slots_text(&s, "text", str_of(quote));
	}
	if (f.n_cells)
		slots_words(&s, "table", c->report->cells[f.cells[0]].def->table->title);
	slots_words(&s, "cells", operands_words(c, result, false));
	if (c->last)
		slots_words(&s, "last", operands_words(c, result, true));
	slots_text(&s, "agency", str_of(c->report->agency_text));
	if (c->report->year)
		slots_dec(&s, "year", dec_of(c->report->year));
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, quote);
}

static bool says(
	const struct condition_rule *how, struct str sentence, const struct utf8_set *chars)
{
	return pattern_hinted(how->text, sentence, chars) &&
	       pattern_find_in(how->text, sentence, 0, chars) &&
	       !(how->unless && pattern_find_in(how->unless, sentence, 0, chars));
}

/* Does any sentence of the prose say it? */
static bool condition_says(struct rule_context *c, const struct condition_rule *how)
{
	const struct prose *prose = context_prose(c);

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 0; j < p->n_sentences; j++) {
			const struct sentence *at = &p->sentences[j];

			if (says(how, str_slice(p->shadow, at->from, at->to), &at->chars))
				return true;
		}
	}
	return false;
}

/* The first sentence of the prose that says it. */
static void condition_text(struct rule_context *c, const struct rule *rule,
	const struct condition_rule *how, const struct expr_result *result)
{
	const struct prose *prose = context_prose(c);

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 0; j < p->n_sentences; j++) {
			const struct sentence *at = &p->sentences[j];
			size_t from, to;

			if (!says(how, str_slice(p->shadow, at->from, at->to), &at->chars))
				continue;
			pattern_find(how->text, str_slice(p->shadow, at->from, at->to), 0);
			pattern_group(how->text, NULL, &from, &to);
			condition_tell(c, rule, how, result,
				passage_span(p, at->from + from, at->from + to),
				passage_quote(c, p, at->from + from, at->from + to));
			return;
		}
	}
}

/* One reason is told once. */
static void tell_unknown(
	struct rule_context *c, const struct rule *rule, const struct expr_result *result)
{
	const struct not_checked *before =
		c->not_checked.n ? &c->not_checked.v[c->not_checked.n - 1] : NULL;

	if (result->none || !result->why.text[0])
		return;
	if (!before || before->rule != rule ||
		strcmp(before->why[LANG_EN], result->why.text[LANG_EN]) != 0)
		context_not_checked(c, rule, NULL, 0, result->why);
}

static void condition_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct condition_rule *how = data;
	const struct text_span nowhere = {0, 0};

	if (!scope_holds(c, rule, &how->scope) || (how->wants_last && !context_has_last(c, rule)))
		return;
	for (size_t i = 0; i < how->n; i++) {
		struct expr_result result;

		expr_eval(c, how->when[i], &result);
		if (how->wants_last && result.known)
			c->n_checked++;
		if (!result.known && (!how->text || condition_says(c, how)))
			tell_unknown(c, rule, &result);
		if (result.holds && how->text)
			condition_text(c, rule, how, &result);
		else if (result.holds)
			condition_tell(c, rule, how, &result, nowhere, NULL);
		expr_result_free(&result);
	}
}

const struct rule_kind condition_kind = {
	.name = "condition",
	.keys = condition_keys,
	.load = condition_load,
	.run = condition_run,
};
