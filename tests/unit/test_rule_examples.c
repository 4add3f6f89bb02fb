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

/* Of each rule there is a fault planted in an otherwise clean report that is found, and that alone.
 */
Test(rule_examples, a_planted_fault_is_found_and_only_it)
{
	struct fixture f;

	fixture_open(&f, "", NULL, 0);
	for (size_t i = 0; i < rules_count(f.rules); i++) {
		const struct rule *rule = rules_at(f.rules, i), *other = NULL;
		bool alone = strcmp(rule->id, "cells.doubt") == 0;

		for (size_t j = 0; !alone && j < rules_example_count(f.rules); j++) {
			struct rule_trial t;

			rules_try_example(f.rules, j, &t);
			alone = t.rule == rule && t.hit &&
				(!t.other || is_lost(rule, t.other));
			if (t.rule == rule && t.hit && t.other)
				other = t.other;
		}
		cr_expect(alone, "%s is never found alone, but with %s", rule->id,
			other ? other->id : "nothing");
	}
	fixture_close(&f);
}

/* Doubt about a cell's place cannot be written into an example. */
Test(rule_examples, every_rule_has_both)
{
	struct fixture f;

	fixture_open(&f, "", NULL, 0);
	for (size_t i = 0; i < rules_count(f.rules); i++) {
		const struct rule *rule = rules_at(f.rules, i);
		size_t hits = 0, misses = 0;

		for (size_t j = 0; j < rules_example_count(f.rules); j++) {
			struct rule_trial t;

			rules_try_example(f.rules, j, &t);
			hits += t.rule == rule && t.hit;
			misses += t.rule == rule && !t.hit;
		}
		if (strcmp(rule->id, "cells.doubt"))
			cr_expect(hits && misses, "%s: %zu, %zu", rule->id, hits, misses);
	}
	fixture_close(&f);
}
