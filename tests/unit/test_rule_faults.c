/* Every rule has a fault that it finds: copies of clean reports with one passage changed
 * (faults.tsv), and the rule that finds it, alone. Rules across reports have theirs in
 * faults-beside.tsv, one of the two reports changed. */
#include <string.h>

#include "unit/samples.h"

/* One row of the table: where the report is, what stands beside it, what is replaced by what, which
 * rule finds it, and how often: a number that stands in two identities breaks both. */
struct fault {
	struct str file, role, beside, planted, changes, rule;
	size_t times;
	bool lost; /* with cells of a table, which are told as missing */
};

static void source_read(struct str name, struct buf *bytes)
{
	struct buf path = {0};
	struct err err = {0};

	buf_addf(&path, "%s/%.*s", getenv("GOUJI_SRCDIR"), STR_ARG(name));
	cr_assert(file_read(path.p, IMPORT_LIMIT, bytes, &err), "%s", err.text);
	buf_free(&path);
}

/* "\n" and "\t" as they are written in the table. */
static void unescape(struct str s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		bool escaped = s.p[i] == '\\' && i + 1 < s.n;

		i += escaped;
		if (!escaped)
			buf_add(out, str_slice(s, i, i + 1));
		else
			buf_adds(out, s.p[i] == 'n' ? "\n" : "\t");
	}
}

static bool next_fault(struct str *rest, bool beside, struct fault *fault)
{
	struct str line;

	while (next_line(rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		*fault = (struct fault){.rule = next_field(&line, "\t"), .times = 1};
		if (str_starts(fault->rule, "2 ")) {
			fault->times = 2;
			fault->rule = str_slice(fault->rule, 2, fault->rule.n);
		}
		fault->lost = str_starts(fault->rule, "lost ");
		if (fault->lost)
			fault->rule = str_slice(fault->rule, 5, fault->rule.n);
		fault->file = next_field(&line, "\t");
		if (beside) {
			fault->role = next_field(&line, "\t");
			fault->beside = next_field(&line, "\t");
			fault->planted = next_field(&line, "\t");
		}
		fault->changes = line;
		return true;
	}
	return false;
}

/* The bytes with the first passage of each wording changed. */
static void plant(const struct fault *fault, struct buf *bytes)
{
	struct str rest = fault->changes;

	while (rest.n) {
		struct buf clean = *bytes, was = {0}, is = {0};
		size_t at;

		unescape(next_field(&rest, "\t"), &was);
		unescape(next_field(&rest, "\t"), &is);
		at = str_find(buf_str(&clean), buf_str(&was), 0);
		cr_assert_neq(at, STR_NONE, "%.*s: no %s", STR_ARG(fault->rule), was.p);
		*bytes = (struct buf){0};
		buf_add(bytes, str_slice(buf_str(&clean), 0, at));
		buf_add(bytes, buf_str(&is));
		buf_add(bytes, str_slice(buf_str(&clean), at + was.n, clean.n));
		buf_free(&clean);
		buf_free(&was);
		buf_free(&is);
	}
}

/* A report and the one beside it, and what is found. */
struct pair {
	struct report *report, *beside;
	struct values values, beside_values;
	struct check check;
};

static void check_pair(struct pair *p, const struct fault *fault, bool planted,
	const struct ruleset *rules, const struct forms *forms)
{
	bool in_beside = str_is(fault->planted, "beside");
	struct rule_beside beside = {0};
	struct buf bytes = {0}, other = {0};
	struct rule_child child;

	*p = (struct pair){0};
	source_read(fault->file, &bytes);
	if (fault->beside.n)
		source_read(fault->beside, &other);
	if (planted)
		plant(fault, in_beside ? &other : &bytes);
	p->report = sample_report("report", &bytes, forms);
	values_init(&p->values, p->report);
	if (fault->beside.n) {
		p->beside = sample_report("beside", &other, forms);
		values_init(&p->beside_values, p->beside);
	}
	child = (struct rule_child){"beside", p->beside, &p->beside_values};
	if (str_is(fault->role, "last")) {
		beside.last = p->beside;
		beside.last_values = &p->beside_values;
	} else if (str_is(fault->role, "child")) {
		beside.children = &child;
		beside.n_children = 1;
	}
	rules_check_beside(rules, p->report, &p->values, &beside, &p->check);
}

static void pair_free(struct pair *p)
{
	check_free(&p->check);
	values_free(&p->values);
	report_free(p->report);
	if (!p->beside)
		return;
	values_free(&p->beside_values);
	report_free(p->beside);
}

static void try_fault(
	const struct fault *fault, const struct ruleset *rules, const struct forms *forms)
{
	struct pair clean, planted;
	size_t found = 0;

	check_pair(&clean, fault, false, rules, forms);
	cr_expect_eq(clean.check.n_findings, 0, "%.*s is not clean", STR_ARG(fault->file));
	check_pair(&planted, fault, true, rules, forms);
	for (size_t i = 0; i < planted.check.n_findings; i++) {
		const struct finding *f = &planted.check.findings[i];
		bool meant = str_is(fault->rule, f->rule->id);

		found += meant;
		cr_expect(meant || (fault->lost && !strcmp(f->rule->id, "cells.missing")), "%.*s: not expected: [%s] %s", STR_ARG(fault->rule), f->rule->id,
			f->message[LANG_EN]);
	}
	cr_expect_eq(found, fault->times, "%.*s: found %zu times: %.*s", STR_ARG(fault->rule),
		found, STR_ARG(fault->changes));
	pair_free(&clean);
	pair_free(&planted);
}

static void try_table(const char *file, bool beside)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct buf table = {0};
	struct fault fault;
	struct str rest;

	source_read(str_of(file), &table);
	rest = buf_str(&table);
	while (next_fault(&rest, beside, &fault))
		try_fault(&fault, rules, forms);
	buf_free(&table);
	rules_free(rules);
	forms_free(forms);
}

Test(rule_faults, finds_that_alone)
{
	try_table("tests/unit/faults.tsv", false);
}

Test(rule_faults, finds_that_alone_across_reports)
{
	try_table("tests/unit/faults-beside.tsv", true);
}

/* A row of the rule's in the table. */
static bool has_row(const char *rule, struct str table, bool beside)
{
	struct fault fault;

	while (next_fault(&table, beside, &fault)) {
		if (str_is(fault.rule, rule))
			return true;
	}
	return false;
}

Test(rule_faults, every_rule_has_one)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct buf faults = {0}, clean = {0}, beside = {0};

	source_read(STR("tests/unit/faults.tsv"), &faults);
	source_read(STR("tests/unit/clean-faults.tsv"), &clean);
	source_read(STR("tests/unit/faults-beside.tsv"), &beside);
	for (size_t i = 0; i < rules_count(rules); i++) {
		const char *id = rules_at(rules, i)->id;

		cr_expect(has_row(id, buf_str(&faults), false) ||
				  has_row(id, buf_str(&clean), false) ||
				  has_row(id, buf_str(&beside), true),
			"no fault is planted in a whole report for %s", id);
	}
	buf_free(&faults);
	buf_free(&clean);
	buf_free(&beside);
	rules_free(rules);
	forms_free(forms);
}
