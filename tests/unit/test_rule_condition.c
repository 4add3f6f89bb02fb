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
