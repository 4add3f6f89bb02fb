#include "unit/unit.h"

#include "unit/report_fixture.h"

struct row {
	const char *form, *agency, *rule;
	size_t n;
	struct example_cell cells[4];
};

static void expect_only(const struct row *row)
{
	struct example_text text = {.form = row->form,
		.year = row->form[3] == '9' ? 2020 : 2022,
		.agency = row->agency,
		.cells = row->cells};
	struct fixture f;

	while (text.n_cells < 4 && row->cells[text.n_cells].name)
		text.n_cells++;
	fixture_open_text(&f, &text);
	cr_expect_eq(fixture_count(&f, row->rule), row->n, "%s %s: %zu", row->rule,
		row->cells[0].text, fixture_count(&f, row->rule));
	for (size_t i = 0; i < f.check.n_findings; i++)
		cr_expect_str_eq(f.check.findings[i].rule->id, row->rule, "%s",
			f.check.findings[i].message[LANG_EN]);
	fixture_close(&f);
}

/* A planted fault is found, and nothing else is. */
Test(rule_condition, finds_that_alone)
{
	static const struct row rows[] = {
		{"2019", NULL, "procurement.amount-without-items", 1,
			{{"disclosure/procurement/amount", "251000元"}}},
		{"2019", NULL, "procurement.items-without-amount", 1,
			{{"disclosure/procurement/items", "3"}}},
		{"2019", NULL, "procurement.small", 1,
			{{"disclosure/procurement/items", "1"},
				{"disclosure/procurement/amount", "32.25元"}}},
		{"2019", NULL, "procurement.large", 1,
			{{"disclosure/procurement/items", "1"},
				{"disclosure/procurement/amount", "251000万元"}}},
		{"2019", NULL, "procurement.large", 0,
			{{"disclosure/procurement/items", "1"},
				{"disclosure/procurement/amount", "251000元"}}},
		{"2019", NULL, "disclosure.released-over-total", 1,
			{{"disclosure/normative/released", "3"},
				{"disclosure/normative/total", "2"}}},
		{"2019", NULL, "disclosure.decisions-copied", 1,
			{{"disclosure/licence/previous", "3"}, {"disclosure/licence/change", "2"},
				{"disclosure/licence/decisions", "5"}}},
		{"2019", NULL, "disclosure.negative-items", 1, {{"disclosure/fee/change", "-1"}}},
		{"2021", NULL, "disclosure.in-force", 1, {{"disclosure/normative/issued", "3"}}},
		{"2021", "宁海县西店镇人民政府", "disclosure.town-regulation-2021", 1,
			{{"disclosure/regulation/in_force", "3"}}},
		{"2019", "宁海县西店镇人民政府", "disclosure.town-regulation", 1,
			{{"disclosure/regulation/total", "3"}}},
		{"2021", "宁海县西店镇人民政府", "fee.large-town", 1,
			{{"disclosure/fee/amount", "251000"}}},
		{"2021", NULL, "cells.other-unit", 1, {{"disclosure/fee/amount", "25元"}}},
		{"2021", "宁海县财政局", "fee.large", 1, {{"disclosure/fee/amount", "25100000"}}},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_only(&rows[i]);
}

Test(rule_condition, names_cells_and_numbers)
{
	static const struct example_cell cells[] = {
		{"disclosure/normative/released", "3"}, {"disclosure/normative/total", "2"}};
	struct fixture f;
	const struct finding *found;

	fixture_open(&f, "", cells, 2);
	found = fixture_finding(&f, "disclosure.released-over-total", 0);
	cr_assert_not_null(found);
	cr_expect_str_eq(fixture_cells(&f, found->cells, found->n_cells),
		"disclosure/normative/released disclosure/normative/total");
	cr_expect(found->has_numbers && found->declared.units == 3 && found->actual.units == 2);
	cr_expect(strstr(found->message[LANG_ZH], "3") && strstr(found->message[LANG_ZH], "多 1"),
		"%s", found->message[LANG_ZH]);
	cr_expect_not(strstr(found->message[LANG_ZH], "normative"));
	fixture_close(&f);
}

/* What cannot be read is not taken for zero. */
Test(rule_condition, lost_cells_hold_nothing)
{
	static const struct example_cell cells[] = {
		{"disclosure/procurement/items", "?"}, {"disclosure/procurement/amount", "5元"}};
	struct fixture f;

	fixture_open(&f, "", cells, 2);
	cr_expect_eq(fixture_count(&f, "procurement.amount-without-items"), 0);
	fixture_close(&f);
}

/* The report is checked against those beside it, and what is alike is not told. */
Test(rule_condition, reports_beside)
{
	static const struct example_cell now[] = {{"requests/carried_over/person", "3"},
		{"requests/carried_over/total", "3"}, {"requests/outcome.granted/person", "3"},
		{"requests/outcome.granted/total", "3"}, {"requests/outcome.total/person", "3"},
		{"requests/outcome.total/total", "3"}, {"disclosure/licence/decisions", "5"}};
	static const struct example_cell then[] = {{"requests/new/person", "2"},
		{"requests/new/total", "2"}, {"requests/carried_forward/person", "2"},
		{"requests/carried_forward/total", "2"}};
	struct example_text text = {.form = "2019", .year = 2019, .cells = then, .n_cells = 4};
	struct values values;
	struct fixture f;

	fixture_open(&f, "", now, 7);
	struct report *last = example_report(f.forms, &text);

	values_init(&values, last);
	struct rule_beside beside = {.last = last, .last_values = &values};

	cr_expect_eq(f.check.n_findings, 0);
	check_free(&f.check);
	rules_check_beside(f.rules, f.report, &f.values, &beside, &f.check);
	cr_expect_eq(f.check.n_findings, 2);
	cr_expect_eq(fixture_count(&f, "across.carried-over"), 2);
	check_free(&f.check);
	/* itself as the only child: every cell agrees; then one child has five too few */
	struct rule_child child = {"a.txt", f.report, &f.values};

	beside = (struct rule_beside){.children = &child, .n_children = 1};
	rules_check_beside(f.rules, f.report, &f.values, &beside, &f.check);
	cr_expect_eq(f.check.n_findings, 0);
	check_free(&f.check);
	text.year = 2020;
	text.n_cells = 0;
	struct report *none = example_report(f.forms, &text);
	struct values zeros;

	values_init(&zeros, none);
	beside.children = &(struct rule_child){"b.txt", none, &zeros};
	rules_check_beside(f.rules, f.report, &f.values, &beside, &f.check);
	cr_expect_eq(fixture_count(&f, "across.children"), 7);
	check_free(&f.check);
	/* of another year: told, and nothing summed */
	beside.children = &(struct rule_child){"c.txt", last, &values};
	rules_check_beside(f.rules, f.report, &f.values, &beside, &f.check);
	cr_expect_eq(f.check.n_findings, 0);
	cr_expect_eq(fixture_not_checked(&f, "across.children"), 1);
	values_free(&zeros);
	example_free(none);
	values_free(&values);
	example_free(last);
	fixture_close(&f);
}

/* A lost operand is told where the others do not settle it. */
Test(rule_condition, a_lost_operand_is_told)
{
	static const struct {
		struct example_cell cells[2];
		size_t not_checked;
	} rows[] = {
		{{{"disclosure/procurement/items", "?"},
			 {"disclosure/procurement/amount", "5万元"}},
			1},
		{{{"disclosure/procurement/items", "0"}, {"disclosure/procurement/amount", "?"}},
			1},
		{{{"disclosure/procurement/items", "2"}, {"disclosure/procurement/amount", "?"}},
			0},
		{{{"disclosure/procurement/items", "若干"}, {"disclosure/procurement/amount", "0"}},
			0},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;

		fixture_open(&f, "", rows[i].cells, 2);
		cr_expect_eq(fixture_not_checked(&f, "procurement.amount-without-items"),
			rows[i].not_checked, "%zu", i);
		cr_expect_eq(fixture_count(&f, "procurement.amount-without-items"), 0, "%zu", i);
		fixture_close(&f);
	}
}
