/* The examples of the rules, tried: each hits or misses as it says. */
#include "rule/kind.h"

#include <stdio.h>

#include "rule/example.h"

static bool tried_hit(const struct ruleset *rs, const struct rule_example *e)
{
	struct example_cell *cells = mem_alloc_array(e->n_cells + 1, sizeof *cells);
	struct example_text text = {.form = e->form, .prose = e->text, .agency = e->agency};
	struct values values;
	struct check check;
	bool hit = false;

	for (size_t i = 0; i < e->n_cells; i++)
		cells[i] = (struct example_cell){e->cells[i].cell, e->cells[i].value};
	text.cells = cells;
	text.n_cells = e->n_cells;
	text.year = (int)e->year;
	text.without = e->without;
	struct report *r = example_report(rs->forms, &text);

	values_init(&values, r);
	rules_check(rs, r, &values, &check);
	for (size_t i = 0; i < check.n_findings; i++)
		hit |= check.findings[i].rule == e->rule;
	check_free(&check);
	values_free(&values);
	example_free(r);
	free(cells);
	return hit;
}

bool rules_try_example(const struct ruleset *rs, size_t i, struct rule_trial *out)
{
	const struct rule_example *e = rules_example_at(rs, i);

	*out = (struct rule_trial){
		.rule = e->rule, .line = e->line, .text = e->text, .hit = e->hit};
	out->good = tried_hit(rs, e) == e->hit;
	return out->good;
}

bool rules_compile(const struct ruleset *rs, struct err *err)
{
	for (size_t i = 0; i < rs->patterns.n; i++) {
		struct pattern *p = rs->patterns.v[i];

		if (!pattern_compile(p, err))
			return err_at(err, p->file, p->line, err->column);
	}
	return true;
}
