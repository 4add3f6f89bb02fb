#include "unit/unit.h"

#include "unit/report_fixture.h"

Test(rule_examples, every_pattern_compiles)
{
	struct fixture f;
	struct err err = {0};

	fixture_open(&f, "", NULL, 0);
	cr_expect(rules_compile(f.rules, &err), "%s:%u:%u: %s", err.file, err.line, err.column,
		err.text);
	fixture_close(&f);
}

Test(rule_examples, every_example_holds)
{
	struct fixture f;

	fixture_open(&f, "", NULL, 0);
	for (size_t i = 0; i < rules_example_count(f.rules); i++) {
		struct rule_trial t;

		cr_expect(rules_try_example(f.rules, i, &t), "%s:%u: %s %s: %s", t.rule->file,
			t.line, t.rule->id, t.hit ? "misses" : "hits", t.text);
	}
	fixture_close(&f);
}

/* Is the other one there because the rule only speaks where cells are missing? */
static bool is_lost(const struct rule *rule, const struct rule *other)
{
	return !strcmp(rule->id, "text.balance") && !strcmp(other->id, "cells.missing");
}

/* What the examples of one rule came to. */
struct came {
	size_t hits, misses;
	bool alone;		  /* a hit, and nothing else found */
	const struct rule *other; /* else what was */
};

/* By rule, in the order of rules_at(). The caller frees. */
static struct came *try_all(const struct ruleset *rs)
{
	struct came *came = mem_alloc_array(rules_count(rs), sizeof *came);

	for (size_t i = 0; i < rules_example_count(rs); i++) {
		struct rule_trial t;
		size_t at = 0;

		rules_try_example(rs, i, &t);
		while (rules_at(rs, at) != t.rule)
			at++;
		came[at].hits += t.hit;
		came[at].misses += !t.hit;
		came[at].alone |= t.hit && (!t.other || is_lost(t.rule, t.other));
		if (t.hit && t.other)
			came[at].other = t.other;
	}
	return came;
}

/* Doubt about a cell's place cannot be written into an example. Of each other rule there is a fault
 * planted in an otherwise clean report that is found, and that alone. */
Test(rule_examples, every_rule_has_both_and_a_fault_found_alone)
{
	struct fixture f;

	fixture_open(&f, "", NULL, 0);
	struct came *came = try_all(f.rules);

	for (size_t i = 0; i < rules_count(f.rules); i++) {
		const struct came *c = &came[i];
		const char *id = rules_at(f.rules, i)->id;

		if (strcmp(id, "cells.doubt") == 0)
			continue;
		cr_expect(c->hits && c->misses, "%s: %zu, %zu", id, c->hits, c->misses);
		cr_expect(c->alone, "%s is never found alone, but with %s", id,
			c->other ? c->other->id : "nothing");
	}
	free(came);
	fixture_close(&f);
}
