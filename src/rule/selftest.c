/* The examples of the rules, tried: each hits or misses as it says. */
#include "rule/kind.h"

#include <stdio.h>

#include "rule/example.h"

/* A report of an example, with what is reckoned with. */
struct made {
	struct report *report;
	struct values values;
};

static void make(struct made *m, const struct ruleset *rs, struct example_text *text,
	const struct rule_example_cells *from)
{
	struct example_cell *cells = mem_alloc_array(from->n + 1, sizeof *cells);

	for (size_t i = 0; i < from->n; i++)
		cells[i] = (struct example_cell){from->v[i].cell, from->v[i].value};
	text->cells = cells;
	text->n_cells = from->n;
	m->report = example_report(rs->forms, text);
	values_init(&m->values, m->report);
	free(cells);
}

static void made_free(struct made *m)
{
	if (!m->report)
		return;
	values_free(&m->values);
	example_free(m->report);
}

static bool tried_hit(
	const struct ruleset *rs, const struct rule_example *e, const struct rule **other)
{
	struct example_text text = {.form = e->form, .agency = e->agency, .year = (int)e->year};
	struct made made, last = {0}, child = {0};
	struct rule_beside beside = {0};
	struct rule_child one = {.file = "example.txt"};
	struct check check;
	bool hit = false;

	if (e->child.n) {
		make(&child, rs, &text, &e->child);
		one.report = child.report;
		one.values = &child.values;
		beside.children = &one;
		beside.n_children = 1;
	}
	if (e->last.n || e->last_text) {
		text.prose = e->last_text;
		text.year -= e->year > 0;
		make(&last, rs, &text, &e->last);
		text.year = (int)e->year;
		beside.last = last.report;
		beside.last_values = &last.values;
	}
	text.prose = e->text;
	text.without = e->without;
	make(&made, rs, &text, &e->cells);
	rules_check_beside(rs, made.report, &made.values, &beside, &check);
	for (size_t i = 0; i < check.n_findings; i++) {
		const struct finding *f = &check.findings[i];

		hit |= f->rule == e->rule;
		if (f->rule != e->rule && f->severity > SEVERITY_NOTE)
			*other = f->rule;
	}
	check_free(&check);
	made_free(&made);
	made_free(&last);
	made_free(&child);
	return hit;
}

bool rules_try_example(const struct ruleset *rs, size_t i, struct rule_trial *out)
{
	const struct rule_example *e = rules_example_at(rs, i);

	*out = (struct rule_trial){
		.rule = e->rule, .line = e->line, .text = e->text, .hit = e->hit};
	out->good = tried_hit(rs, e, &out->other) == e->hit;
	return out->good;
}

bool rules_compile(const struct ruleset *rs, struct err *err)
{
	return patterns_prove(rs, 0, err);
}
