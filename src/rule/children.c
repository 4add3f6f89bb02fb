/* The kind `children`: each cell of a report that sums up others is the sum of theirs.
 *
 * Where the sum is another, the child that is most likely to explain it is named: one whose number
 * is just the difference and, of several such, the one for which that holds in most cells. */
#include "rule/children.h"

#include <string.h>

static const char *const children_keys[] = {"message", "clue", "twice", "lost", "other_year",
	"twins", "missing", "fewer", "alone", "nobody", "own", "sums", "numbers", "names",
	"between", NULL};
static const char *const message_slots[] = {
	"table", "cell", "declared", "actual", "difference", "count", "clue", "scope", NULL};
static const char *const clue_slots[] = {"child", "value", NULL};
static const char *const names_slots[] = {"children", "count", NULL};
static const char *const scope_slots[] = {"text", "count", NULL};

static bool load_pattern(
	struct rule_load *l, const struct ynode *node, const char *key, struct pattern **out)
{
	const struct ynode *at = yaml_get(node, key);

	*out = at ? rule_load_pattern_at(l, at, NULL, NULL) : NULL;
	return !at || *out;
}

static const void *children_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct children_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct {
		const char *key, *const *slots;
		struct form_words *out;
	} texts[] = {
		{"message", message_slots, &r->message},
		{"clue", clue_slots, &r->clue},
		{"twice", clue_slots, &r->twice},
		{"lost", names_slots, &r->lost},
		{"other_year", names_slots, &r->other_year},
		{"twins", names_slots, &r->twins},
		{"missing", names_slots, &r->missing},
		{"fewer", scope_slots, &r->fewer},
		{"alone", scope_slots, &r->alone},
		{"nobody", scope_slots, &r->nobody},
	};

	(void)rule;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (!rule_load_template(l, node, texts[i].key, texts[i].slots, texts[i].out))
			return NULL;
	if (!load_pattern(l, node, "own", &r->own) || !load_pattern(l, node, "sums", &r->sums) ||
		!load_pattern(l, node, "numbers", &r->count) ||
		!load_pattern(l, node, "names", &r->list) ||
		!load_pattern(l, node, "between", &r->parts))
		return NULL;
	return r;
}

/* What is being summed. */
struct summing {
	struct rule_context *c;
	const struct rule *rule;
	const struct children_rule *how;
	struct roster roster;
	struct form_words scope;
	struct sum_cell {
		enum { SUM_UNTOLD, SUM_HOLDS, SUM_BROKEN } state;
		struct dec sum, difference; /* what is declared, less the sum */
	} * cells;			    /* by report cell */
	size_t *votes; /* by roster: in how many cells its number is the difference */
};

static const struct rule_child *child_at(const struct summing *m, size_t i)
{
	return &m->c->beside->children[m->roster.v[i]];
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

/* false where a child lacks the cell. */
static bool sum_children(const struct summing *m, const char *name, struct dec *sum)
{
	*sum = dec_of(0);
	for (size_t i = 0; i < m->roster.n; i++) {
		struct dec value;

		if (!child_value(child_at(m, i), name, &value) || !dec_add(*sum, value, sum))
			return false;
	}
	return true;
}

/* Is the child's number, where there is one, just what the sum has too much or too little? */
static bool is_difference(const struct summing *m, size_t i, size_t cell)
{
	const char *name = m->c->report->cells[cell].def->name;
	struct dec value;

	return child_value(child_at(m, i), name, &value) && !dec_is_zero(value) &&
	       dec_cmp(dec_abs(value), dec_abs(m->cells[cell].difference)) == 0;
}

/* The one child that explains the cell, STR_NONE where none or several do as well. */
static size_t explains(const struct summing *m, size_t cell)
{
	size_t found = STR_NONE;
	bool tied = false;

	for (size_t i = 0; i < m->roster.n; i++) {
		if (!is_difference(m, i, cell))
			continue;
		tied = found != STR_NONE && m->votes[i] == m->votes[found];
		if (found == STR_NONE || m->votes[i] > m->votes[found])
			found = i;
	}
	return tied ? STR_NONE : found;
}

static void sum_cell(struct summing *m, size_t cell)
{
	struct rule_context *c = m->c;
	const struct value *v = context_value(c, cell);
	const struct form_cell *def = c->report->cells[cell].def;
	struct sum_cell *at = &m->cells[cell];
	struct dec declared = v->state == CELL_GIVEN ? v->value : dec_of(0);
	struct slots s;

	/* amounts have units that differ, and a lost cell is told by others */
	if (def->column->value == VALUE_AMOUNT || v->state == CELL_MISSING ||
		v->state == CELL_UNREADABLE)
		return;
	if (!sum_children(m, def->name, &at->sum) || !dec_sub(declared, at->sum, &at->difference)) {
		slots_init(&s, c->arena);
		slots_words(&s, "table", def->table->title);
		slots_words(&s, "cells", context_cells_words(c, &cell, 1, 1));
		context_not_checked(c, m->rule, &cell, 1, context_word(c, WORD_WHY_MISSING, &s));
		return;
	}
	c->n_checked++;
	at->state = dec_is_zero(at->difference) ? SUM_HOLDS : SUM_BROKEN;
	for (size_t i = 0; at->state == SUM_BROKEN && i < m->roster.n; i++)
		m->votes[i] += is_difference(m, i, cell);
}

/* Where each child has it, the one that explains the difference marked. */
static void put_children(struct summing *m, struct finding *f, size_t cell, size_t guilty)
{
	const char *name = m->c->report->cells[cell].def->name;

	finding_besides(m->c, f, m->roster.n);
	for (size_t i = 0; i < m->roster.n; i++) {
		const struct report *r = child_at(m, i)->report;
		size_t theirs = report_cell_find(r, str_of(name));
		struct finding_beside *b = finding_beside(f, m->roster.v[i]);

		b->explains = i == guilty;
		if (theirs != STR_NONE)
			finding_beside_cells(m->c, b, r, &theirs, 1);
	}
}

static void tell_cell(struct summing *m, size_t cell)
{
	static const struct form_words none = {{NULL, NULL}};
	struct rule_context *c = m->c;
	const struct cell *at = &c->report->cells[cell];
	const struct sum_cell *sum = &m->cells[cell];
	size_t guilty = explains(m, cell);
	struct dec declared = dec_of(0), value;
	struct finding f;
	struct slots s, clue;

	if (context_value(c, cell)->state == CELL_GIVEN)
		declared = context_value(c, cell)->value;
	finding_begin(&f, m->rule);
	finding_cells(c, &f, &cell, 1);
	finding_cell_span(c, &f, cell);
	finding_numbers(&f, declared, sum->sum);
	put_children(m, &f, cell, guilty);
	slots_init(&s, c->arena);
	slots_words(&s, "table", at->def->table->title);
	slots_words(&s, "cell", context_cells_words(c, &cell, 1, 1));
	slots_dec(&s, "declared", declared);
	slots_dec(&s, "actual", sum->sum);
	slots_dec(&s, "difference", dec_abs(sum->difference));
	slots_count(&s, "count", m->roster.n);
	slots_words(&s, "scope", m->scope);
	if (guilty != STR_NONE && child_value(child_at(m, guilty), at->def->name, &value)) {
		/* the sum has too much where the child's number was not counted above */
		bool left_out = (sum->difference.units < 0) == (value.units > 0);

		slots_init(&clue, c->arena);
		slots_text(&clue, "child", str_of(children_name(child_at(m, guilty))));
		slots_dec(&clue, "value", value);
		slots_words(
			&s, "clue", message_words(&clue, left_out ? m->how->clue : m->how->twice));
	}
	finding_message(c, &f, &s, m->how->message, none);
	finding_end(c, &f, NULL);
}

static void children_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct children_rule *how = data;
	struct summing m = {.c = c, .rule = rule, .how = how};

	if (!c->beside || !c->beside->n_children)
		return;
	if (!children_scope(c, rule, how, &m.scope) || !children_roster(c, rule, how, &m.roster) ||
		!children_all_there(c, rule, how, m.roster.n))
		return;
	m.cells = arena_alloc_array(c->arena, c->report->n_cells, sizeof *m.cells);
	m.votes = arena_alloc_array(c->arena, m.roster.n, sizeof *m.votes);
	for (size_t i = 0; i < c->report->n_cells; i++)
		sum_cell(&m, i);
	for (size_t i = 0; i < c->report->n_cells; i++)
		if (m.cells[i].state == SUM_BROKEN)
			tell_cell(&m, i);
}

const struct rule_kind children_kind = {
	.name = "children",
	.keys = children_keys,
	.load = children_load,
	.run = children_run,
};
