/* The kind `caption`: its table of checks, reading its rules, titles and particulars. */
#include "rule/caption_rule.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

#define HAN_TEN 0x5341

static const struct caption_check checks[] = {
	{"year", false, {true, false}, caption_year_run},
	{"year-alone", false, {true, false}, caption_year_alone_run},
	{"year-told", false, {true, false}, caption_year_told_run},
	{"particulars", false, {false, false}, caption_particulars_run},
	{"title", false, {false, false}, caption_title_run},
	{"title-missing", true, {false, false}, caption_untitled_run},
	{"date-early", false, {true, false}, caption_early_run},
	{"date-late", false, {true, true}, caption_late_run},
	{"date-future", false, {false, false}, caption_future_run},
	{"date-impossible", false, {false, false}, caption_impossible_run},
	{"agency", false, {false, true}, caption_agency_run},
	{"agency-told", false, {false, true}, caption_told_run},
};

static const char *const caption_keys[] = {"check", "items", "deadlines", "date", "strip", "kinds",
	SCOPE_KEYS, "message", "odd", NULL};
static const char *const item_keys[] = {"say", "patterns", "from_section", "to_section", "beside",
	"next", "opens", "cell", "elsewhere", NULL};
static const char *const deadline_keys[] = {"agencies", "month", "day", NULL};
static const char *const message_slots[] = {
	"say", "told", "year", "agency", "other", "date", "deadline", "text", NULL};

static bool load_item(struct rule_load *l, const struct ynode *node, struct caption_item *item)
{
	const struct ynode *list = yaml_get(node, "patterns");
	const struct ynode *elsewhere = yaml_get(node, "elsewhere");
	int64_t from_section = 0, to_section = 99;

	if (!yaml_need_map(l->doc, node, l->err) ||
		!yaml_known_keys(l->doc, node, item_keys, l->err) ||
		!rule_load_words(l, node, "say", &item->say) ||
		!rule_load_number(l, node, "from_section", 0, 99, &from_section) ||
		!rule_load_number(l, node, "to_section", 0, 99, &to_section) ||
		!yaml_opt_bool(l->doc, node, "next", &item->next, l->err) ||
		!yaml_opt_bool(l->doc, node, "opens", &item->opens, l->err) ||
		!yaml_opt_str(l->doc, node, "cell", &item->cell, l->err) ||
		!yaml_opt_bool(l->doc, node, "beside", &item->beside, l->err))
		return false;
	item->from_section = (unsigned)from_section;
	item->to_section = (unsigned)to_section;
	if (elsewhere && !(item->elsewhere = rule_load_pattern_at(l, elsewhere, NULL, NULL)))
		return false;
	if (!list)
		return yaml_err(l->doc, node, l->err, _("\"%s\" is missing"), "patterns");
	return rule_load_patterns(l, list, NULL, &item->patterns, &item->n_patterns) &&
	       (item->n_patterns || yaml_err(l->doc, list, l->err, _("a pattern is due here")));
}

static bool load_items(struct rule_load *l, const struct ynode *list, struct caption_rule *r)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	r->items = arena_alloc_array(l->rules->arena, list->n, sizeof *r->items);
	for (; r->n_items < list->n; r->n_items++) {
		if (!load_item(l, list->items[r->n_items], &r->items[r->n_items]))
			return false;
	}
	return true;
}

static bool load_deadlines(struct rule_load *l, const struct ynode *list, struct caption_rule *r)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	r->deadlines = arena_alloc_array(l->rules->arena, list->n, sizeof *r->deadlines);
	for (; r->n_deadlines < list->n; r->n_deadlines++) {
		const struct ynode *node = list->items[r->n_deadlines];
		struct caption_deadline *d = &r->deadlines[r->n_deadlines];

		if (!yaml_need_map(l->doc, node, l->err) ||
			!yaml_known_keys(l->doc, node, deadline_keys, l->err) ||
			!rule_load_list(l, node, "agencies", &d->agencies) ||
			!rule_load_number(l, node, "month", 1, 12, &d->month) ||
			!rule_load_number(l, node, "day", 1, 31, &d->day))
			return false;
		if (!d->month || !d->day)
			return yaml_err(l->doc, node, l->err, _("a month and a day are due here"));
		if (!d->agencies.n)
			return yaml_err(l->doc, node, l->err, _("\"%s\" is missing"), "agencies");
	}
	return true;
}

static const void *caption_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct caption_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	if (!rule_load_check(
		    l, node, checks, sizeof *checks, sizeof checks / sizeof *checks, &r->check) ||
		!scope_load(l, node, &r->scope) || !load_items(l, yaml_get(node, "items"), r) ||
		!load_deadlines(l, yaml_get(node, "deadlines"), r) ||
		!rule_load_list(l, node, "strip", &r->strip) ||
		!rule_load_list(l, node, "kinds", &r->kinds) ||
		!rule_load_template(l, node, "message", message_slots, &r->message))
		return NULL;
	if (yaml_get(node, "odd") && !rule_load_template(l, node, "odd", message_slots, &r->odd))
		return NULL;
	if (yaml_get(node, "date") && !(r->date = rule_load_pattern(l, node, "date", NULL)))
		return NULL;
	if (r->date || r->n_items || checks[r->check - 1].bare)
		return r;
	yaml_err(l->doc, node, l->err, _("\"%s\" is missing"), "date");
	return NULL;
}

static const char *const caption_changes[] = {"deadlines", NULL};

static bool caption_change(struct rule_load *l, const struct ynode *node, const void *data)
{
	struct caption_rule *r = (struct caption_rule *)data; /* the ruleset's own */

	if (!yaml_get(node, "deadlines"))
		return true;
	r->n_deadlines = 0;
	return load_deadlines(l, yaml_get(node, "deadlines"), r);
}

/* "2021", "二〇二一", "十二", "三十一". */
static bool read_number(struct str s, int64_t *out)
{
	struct dec number;
	int64_t value = 0, unit = -1; /* unit: the digit that stands alone so far */

	*out = 0;
	if (dec_parse(s, &number)) {
		*out = number.units;
		return true;
	}
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);
		int digit = utf8_han_digit(ch);

		if (ch == HAN_TEN) {
			value += (unit < 0 ? 1 : unit) * 10;
			unit = -1;
		} else if (digit < 0 || unit > 999) {
			return false;
		} else {
			unit = (unit < 0 ? 0 : unit * 10) + digit;
		}
	}
	*out = value + (unit < 0 ? 0 : unit);
	return true;
}

bool caption_number(const struct pattern *p, const char *group, struct str text, int64_t *out)
{
	size_t from, to;

	return pattern_group(p, group, &from, &to) && read_number(str_slice(text, from, to), out);
}

static bool item_found(struct rule_context *c, const struct caption_item *item)
{
	for (size_t i = 0; i < c->report->n_paras; i++) {
		const struct fold *fold = context_fold(c, i, false);

		for (size_t j = 0; fold && j < item->n_patterns; j++) {
			if (context_find(c, item->patterns[j], i, 0))
				return true;
		}
	}
	return false;
}

/* What a whole report should tell and does not: one finding. */
void caption_particulars_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	static const struct form_words none = {{NULL, NULL}};
	struct form_words say = {{"", ""}};
	struct finding f;
	struct slots s;
	size_t n = 0, grave = 0;

	for (size_t i = 0; c->report->n_sections > 2 && i < how->n_items; i++) {
		if (item_found(c, &how->items[i]))
			continue;
		if (n++)
			say = words_join(c, say, context_word(c, WORD_ENUM, NULL));
		say = words_join(c, say, how->items[i].say);
		grave += !how->items[i].beside;
	}
	if (!grave)
		return;
	finding_begin(&f, rule);
	slots_init(&s, c->arena);
	slots_words(&s, "say", say);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, "particulars");
}

/* What is wrong with the title by itself: a finding for each item that fits it. */
void caption_title_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	static const struct form_words none = {{NULL, NULL}};
	struct str title = str_of(c->report->title_text);

	for (size_t i = 0; title.n && i < how->n_items; i++) {
		const struct caption_item *item = &how->items[i];
		struct finding f;
		struct slots s;
		size_t j = 0;

		while (j < item->n_patterns && !pattern_find(item->patterns[j], title, 0))
			j++;
		if (j == item->n_patterns)
			continue;
		finding_begin(&f, rule);
		finding_span(c, &f, c->report->title);
		slots_init(&s, c->arena);
		slots_words(&s, "say", item->say);
		slots_text(&s, "text", title);
		finding_message(c, &f, &s, how->message, none);
		finding_end(c, &f, item->say.text[LANG_ZH]);
	}
}

/* A whole report without a title. */
void caption_untitled_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	static const struct form_words none = {{NULL, NULL}};
	struct finding f;
	struct slots s;

	if (c->report->title_text || c->report->n_sections <= 2)
		return;
	finding_begin(&f, rule);
	slots_init(&s, c->arena);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, "title");
}

static void caption_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct caption_rule *how = data;

	const struct caption_check *check = &checks[how->check - 1];

	if (scope_holds(c, rule, &how->scope) && context_knows(c, rule, check->needs))
		check->run(c, rule, how);
}

const struct rule_kind caption_kind = {
	.name = "caption",
	.keys = caption_keys,
	.load = caption_load,
	.run = caption_run,
	.changes = caption_changes,
	.change = caption_change,
};
