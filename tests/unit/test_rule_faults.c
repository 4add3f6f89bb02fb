/* Every rule has a fault that it finds: copies of clean reports with one passage changed
 * (faults.tsv), and the rule that finds it, once and alone. Rules over cells have theirs in
 * mutations.tsv. */
#include "unit/samples.h"

/* One row of the table: where the report is, what is replaced by what, which rule finds it. */
struct fault {
	struct str file, was, is, rule;
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

static bool next_fault(struct str *rest, struct fault *fault)
{
	struct str line;

	while (next_line(rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		fault->rule = next_field(&line, "\t");
		fault->file = next_field(&line, "\t");
		fault->was = next_field(&line, "\t");
		fault->is = line;
		return true;
	}
	return false;
}

/* The bytes with the first passage of that wording changed. */
static void plant(const struct fault *fault, struct buf *bytes)
{
	struct buf clean = {0}, was = {0}, is = {0};
	struct str all;
	size_t at;

	source_read(fault->file, &clean);
	unescape(fault->was, &was);
	unescape(fault->is, &is);
	all = buf_str(&clean);
	at = str_find(all, buf_str(&was), 0);
	cr_assert_neq(at, STR_NONE, "%.*s: no such passage", STR_ARG(fault->rule));
	buf_add(bytes, str_slice(all, 0, at));
	buf_add(bytes, buf_str(&is));
	buf_add(bytes, str_slice(all, at + was.n, all.n));
	buf_free(&clean);
	buf_free(&was);
	buf_free(&is);
}

static void check_bytes(struct buf *bytes, const struct ruleset *rules, const struct forms *forms,
	struct report **report, struct check *check)
{
	struct values values;

	*report = sample_report("report", bytes, forms);
	values_init(&values, *report);
	rules_check(rules, *report, &values, check);
	values_free(&values);
}

static void try_fault(
	const struct fault *fault, const struct ruleset *rules, const struct forms *forms)
{
	struct buf clean = {0}, planted = {0};
	struct report *before, *after;
	struct check basis, check;
	size_t found = 0;

	source_read(fault->file, &clean);
	check_bytes(&clean, rules, forms, &before, &basis);
	cr_expect_eq(basis.n_findings, 0, "%.*s is not clean", STR_ARG(fault->file));
	plant(fault, &planted);
	check_bytes(&planted, rules, forms, &after, &check);
	for (size_t i = 0; i < check.n_findings; i++) {
		bool meant = str_is(fault->rule, check.findings[i].rule->id);

		found += meant;
		cr_expect(meant, "%.*s: not expected: [%s] %s", STR_ARG(fault->rule),
			check.findings[i].rule->id, check.findings[i].message[LANG_EN]);
	}
	cr_expect_eq(found, 1, "%.*s: found %zu times: %.*s", STR_ARG(fault->rule), found,
		STR_ARG(fault->is));
	check_free(&basis);
	check_free(&check);
	report_free(before);
	report_free(after);
}

Test(rule_faults, finds_that_alone)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct buf table = {0};
	struct fault fault;
	struct str rest;

	source_read(STR("tests/unit/faults.tsv"), &table);
	rest = buf_str(&table);
	while (next_fault(&rest, &fault))
		try_fault(&fault, rules, forms);
	buf_free(&table);
	rules_free(rules);
	forms_free(forms);
}

/* Rules across reports need a report beside; their faults are in test_beside*.c and
 * tests/cli/across.sh. */
static bool has_row(const char *rule, struct str faults, struct str clean, struct str mutations)
{
	struct buf start = {0}, item = {0};
	bool has;

	buf_addf(&start, "\n%s\t", rule);
	buf_addf(&item, "%s ", rule);
	has = str_find(faults, buf_str(&start), 0) != STR_NONE ||
	      str_find(clean, buf_str(&start), 0) != STR_NONE ||
	      str_find(mutations, buf_str(&item), 0) != STR_NONE;
	buf_free(&start);
	buf_free(&item);
	return has;
}

Test(rule_faults, every_rule_has_one)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct buf faults = {0}, clean = {0}, mutations = {0};

	source_read(STR("tests/unit/faults.tsv"), &faults);
	source_read(STR("tests/unit/clean-faults.tsv"), &clean);
	source_read(STR("tests/unit/mutations.tsv"), &mutations);
	for (size_t i = 0; i < rules_count(rules); i++) {
		const char *id = rules_at(rules, i)->id;

		if (!str_starts(str_of(id), "across."))
			cr_expect(
				has_row(id, buf_str(&faults), buf_str(&clean), buf_str(&mutations)),
				"no fault is planted for %s", id);
	}
	buf_free(&faults);
	buf_free(&clean);
	buf_free(&mutations);
	rules_free(rules);
	forms_free(forms);
}
