/* The kind `children`: each cell of a report that sums up others is the sum of theirs. */
#include "rule/context.h"

#include <string.h>

struct children_rule {
	struct form_words message;
	struct form_words clue; /* one child alone explains the difference */
	struct form_words lost; /* why nothing was checked: children that could not be read */
};

static const char *const children_keys[] = {"message", "clue", "lost", NULL};
static const char *const message_slots[] = {
	"table", "cell", "declared", "actual", "difference", "count", "clue", NULL};
static const char *const clue_slots[] = {"child", "value", NULL};
static const char *const lost_slots[] = {"children", "count", NULL};

static const void *children_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct children_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	if (rule_load_template(l, node, "message", message_slots, &r->message) &&
		rule_load_template(l, node, "clue", clue_slots, &r->clue) &&
		rule_load_template(l, node, "lost", lost_slots, &r->lost))
		return r;
	return NULL;
}

/* The child's cell of that name, as it is reckoned with; a blank counts as zero. */
static bool child_value(const struct rule_child *child, const char *name, struct dec *out)
{
	size_t cell = report_cell_find(child->report, str_of(name));
	const struct value *v = cell == STR_NONE ? NULL : &child->values->v[cell];

	*out = dec_of(0);
	if (!v || v->state == CELL_MISSING || v->state == CELL_UNREADABLE)
		return false;
	if (v->state == CELL_GIVEN)
		*out = v->value;
	return true;
}

/* The one child whose number is the difference; NULL where none or several are. */
static const struct rule_child *explains(
	const struct rule_beside *b, const char *name, struct dec difference)
{
	const struct rule_child *found = NULL;

	for (size_t i = 0; i < b->n_children; i++) {
		struct dec value;

		if (!child_value(&b->children[i], name, &value) || dec_cmp(value, difference))
			continue;
		if (found)
			return NULL;
		found = &b->children[i];
	}
	return found;
}

static const char *child_name(const struct rule_child *child)
{
	return child->report && child->report->agency_text ? child->report->agency_text
							   : child->file;
}

static void children_tell(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, size_t cell, struct dec sum)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct cell *at = &c->report->cells[cell];
	struct dec declared = context_value(c, cell)->value, difference;
	const struct rule_child *child;
	struct finding f;
	struct slots s, clue;

	if (context_value(c, cell)->state != CELL_GIVEN)
		declared = dec_of(0);
	if (!dec_sub(declared, sum, &difference))
		return;
	finding_begin(&f, rule);
	finding_cells(c, &f, &cell, 1);
	finding_cell_span(c, &f, cell);
	finding_numbers(&f, declared, sum);
	slots_init(&s, c->arena);
	slots_words(&s, "table", at->def->table->title);
	slots_words(&s, "cell", context_cells_words(c, &cell, 1, 1));
	slots_dec(&s, "declared", declared);
	slots_dec(&s, "actual", sum);
	slots_dec(&s, "difference", dec_abs(difference));
	slots_count(&s, "count", c->beside->n_children);
	child = explains(c->beside, at->def->name, dec_abs(difference));
	if (child) {
		slots_init(&clue, c->arena);
		slots_text(&clue, "child", str_of(child_name(child)));
		slots_dec(&clue, "value", dec_abs(difference));
		slots_words(&s, "clue", message_words(&clue, how->clue));
	}
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, NULL);
}

/* false where a child lacks the cell. */
static bool children_sum(const struct rule_beside *b, const char *name, struct dec *sum)
{
	*sum = dec_of(0);
	for (size_t i = 0; i < b->n_children; i++) {
		struct dec value;

		if (!child_value(&b->children[i], name, &value) || !dec_add(*sum, value, sum))
			return false;
	}
	return true;
}

static void cell_check(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, size_t cell)
{
	const struct value *v = context_value(c, cell);
	const struct form_cell *def = c->report->cells[cell].def;
	struct slots s;
	struct dec sum;

	/* amounts have units that differ, and a lost cell is told by others */
	if (def->column->value == VALUE_AMOUNT || v->state == CELL_MISSING ||
		v->state == CELL_UNREADABLE)
		return;
	if (!children_sum(c->beside, def->name, &sum)) {
		slots_init(&s, c->arena);
		slots_words(&s, "table", def->table->title);
		slots_words(&s, "cells", context_cells_words(c, &cell, 1, 1));
		context_not_checked(c, rule, &cell, 1, context_word(c, WORD_WHY_MISSING, &s));
		return;
	}
	c->n_checked++;
	if (v->state == CELL_GIVEN ? dec_cmp(v->value, sum) != 0 : !dec_is_zero(sum))
		children_tell(c, rule, how, cell, sum);
}

/* Children that were not read, or are of another year, by name; how many. */
static size_t lost_children(struct rule_context *c, struct buf *names)
{
	size_t n = 0;

	for (size_t i = 0; i < c->beside->n_children; i++) {
		const struct rule_child *child = &c->beside->children[i];

		if (child->report && child->report->year == c->report->year)
			continue;
		if (n++)
			buf_adds(names, c->rules->words[WORD_ENUM].text[LANG_ZH]);
		buf_adds(names, child->file);
	}
	return n;
}

static void children_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct children_rule *how = data;
	struct buf names = {0};
	struct slots s;
	size_t lost;

	if (!c->beside || !c->beside->n_children)
		return;
	lost = lost_children(c, &names);
	if (lost) {
		slots_init(&s, c->arena);
		slots_text(&s, "children", buf_str(&names));
		slots_count(&s, "count", lost);
		context_not_checked(c, rule, NULL, 0, message_words(&s, how->lost));
	}
	for (size_t i = 0; !lost && i < c->report->n_cells; i++)
		cell_check(c, rule, how, i);
	buf_free(&names);
}

const struct rule_kind children_kind = {
	.name = "children",
	.keys = children_keys,
	.load = children_load,
	.run = children_run,
};
