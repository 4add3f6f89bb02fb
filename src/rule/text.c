/* The kind `text`: its table of checks, and reading its rules. */
#include "rule/text.h"

#include <string.h>

#define NUMBER_MAX 1000000

static const struct text_check checks[] = {
	{"repeated-paragraph", {false, false}, text_repeated_run},
	{"copied-paragraph", {false, false}, text_copied_run},
	{"left-over-number", {false, false}, text_left_over_run},
	{"repeated-sentence", {false, false}, text_sentence_run},
	{"mixed-numbering", {false, false}, text_numbering_run},
	{"numbering-gap", {false, false}, text_gap_run},
	{"doubled-word", {false, false}, text_doubled_run},
	{"points", {false, false}, text_points_run},
	{"members", {false, false}, text_members_run},
	{"agency-kind", {false, true}, text_agency_run},
};

static const char *const text_keys[] = {"check", "message", "min", "max", "near", "except",
	"despite", "sure", "common", "places", "agencies", "within", "points", "lists", "joins",
	"begins", "hints", "macros", NULL};
static const char *const agency_keys[] = {"endings", "foreign", "renamed", NULL};
static const char *const within_keys[] = {"place", "not", "foreign", NULL};
static const char *const text_slots[] = {"text", "count", "lines", "agency", "section", NULL};

struct form_words text_lines_add(
	struct rule_context *c, struct form_words lines, struct text_span span)
{
	char *line = arena_printf(c->arena, "%zu", doc_source_line(c->report->doc, span.from));
	struct form_words number = {{line, line}};

	if (!lines.text[LANG_EN])
		return number;
	return words_join(c, words_join(c, lines, context_word(c, WORD_ENUM, NULL)), number);
}

static bool load_kinds(struct rule_load *l, const struct ynode *list, struct text_rule *r)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	r->kinds = arena_alloc_array(l->rules->arena, list->n, sizeof *r->kinds);
	for (; r->n_kinds < list->n; r->n_kinds++) {
		const struct ynode *node = list->items[r->n_kinds];
		struct agency_kind *k = &r->kinds[r->n_kinds];

		if (!yaml_need_map(l->doc, node, l->err) ||
			!yaml_known_keys(l->doc, node, agency_keys, l->err) ||
			!rule_load_list(l, node, "endings", &k->endings) ||
			!rule_load_list(l, node, "foreign", &k->foreign) ||
			!rule_load_list(l, node, "renamed", &k->renamed))
			return false;
	}
	return true;
}

static bool load_within(struct rule_load *l, const struct ynode *list, struct text_rule *r)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	r->within = arena_alloc_array(l->rules->arena, list->n, sizeof *r->within);
	for (; r->n_within < list->n; r->n_within++) {
		const struct ynode *node = list->items[r->n_within];
		struct agency_within *w = &r->within[r->n_within];

		if (!yaml_need_map(l->doc, node, l->err) ||
			!yaml_known_keys(l->doc, node, within_keys, l->err) ||
			!yaml_need_str(l->doc, node, "place", &w->place, l->err) ||
			!rule_load_list(l, node, "not", &w->except) ||
			!rule_load_list(l, node, "foreign", &w->foreign))
			return false;
	}
	return true;
}

static const void *text_load(struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct text_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *points = yaml_get(node, "points");

	(void)rule;
	r->min = 2;
	r->max = 6;
	r->near = 0;
	if (!rule_load_check(
		    l, node, checks, sizeof *checks, sizeof checks / sizeof *checks, &r->check) ||
		!rule_load_template(l, node, "message", text_slots, &r->message) ||
		!rule_load_number(l, node, "min", 1, NUMBER_MAX, &r->min) ||
		!rule_load_number(l, node, "max", 1, NUMBER_MAX, &r->max) ||
		!rule_load_number(l, node, "near", 1, NUMBER_MAX, &r->near) ||
		!word_list_load(l, node, "except", &r->except) ||
		!word_list_load(l, node, "despite", &r->despite) ||
		!word_list_load(l, node, "sure", &r->sure) ||
		!rule_load_patterns(l, yaml_get(node, "common"), NULL, &r->common, &r->n_common) ||
		!word_list_load(l, node, "places", &r->places) ||
		!load_kinds(l, yaml_get(node, "agencies"), r) ||
		!load_within(l, yaml_get(node, "within"), r) ||
		!word_list_load(l, node, "joins", &r->joins) ||
		!word_list_load(l, node, "begins", &r->begins) ||
		(yaml_get(node, "lists") &&
			!rule_load_hinted(l, node, "lists", yaml_get(node, "macros"), &r->lists,
				&r->n_lists)) ||
		(points && !(r->points = rule_load_pattern_at(l, points, NULL, NULL))))
		return NULL;
	return r;
}

static void text_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct text_rule *how = data;

	const struct text_check *check = &checks[how->check - 1];

	if (context_knows(c, rule, check->needs))
		check->run(c, rule, how);
}

const struct rule_kind text_kind = {
	.name = "text",
	.keys = text_keys,
	.load = text_load,
	.run = text_run,
};
