#include "unit/unit.h"

#include "unit/report_fixture.h"

/* 161 cells: 7 + 7 + 23 identities of requests, 3 of disputes */
#define IDENTITIES 40

static const char *const identities[] = {
	"requests.balance", "requests.outcome-total", "requests.row-total", "disputes.total"};

static size_t broken(const struct fixture *f)
{
	size_t n = 0;

	for (size_t i = 0; i < ROWS(identities); i++)
		n += fixture_count(f, identities[i]);
	return n;
}

static size_t skipped(const struct fixture *f)
{
	size_t n = 0;

	for (size_t i = 0; i < ROWS(identities); i++)
		n += fixture_not_checked(f, identities[i]);
	return n;
}

/* A town that received 39, with 3 of the year before. */
#define WEST(granted, forward)                                                                     \
	{"requests/new/person", "39"}, {"requests/new/total", "39"},                               \
		{"requests/carried_over/person", "3"}, {"requests/carried_over/total", "3"},       \
		{"requests/outcome.granted/person", granted},                                      \
		{"requests/outcome.granted/total", "20"},                                          \
		{"requests/outcome.partial/person", "4"}, {"requests/outcome.partial/total", "4"}, \
		{"requests/outcome.refused.inquiry/person", "6"},                                  \
		{"requests/outcome.refused.inquiry/total", "6"},                                   \
		{"requests/outcome.unavailable.not_held/person", "4"},                             \
		{"requests/outcome.unavailable.not_held/total", "4"},                              \
		{"requests/outcome.rejected.repeated/person", "1"},                                \
		{"requests/outcome.rejected.repeated/total", "1"},                                 \
		{"requests/outcome.total/person", "35"}, {"requests/outcome.total/total", "35"},   \
		{"requests/carried_forward/person", forward},                                      \
	{                                                                                          \
		"requests/carried_forward/total", "7"                                              \
	}

Test(rule_identity, nothing_there)
{
	struct fixture f;

	fixture_open(&f, "", NULL, 0);
	cr_expect_eq(f.check.n_findings, 0);
	cr_expect_eq(f.check.n_not_checked, 0);
	cr_expect_eq(f.check.n_checked, IDENTITIES);
	fixture_close(&f);
}

Test(rule_identity, no_table)
{
	struct fixture f;
	struct example_text text = {.form = "2019",
		.year = 2020,
		.agency = "临江市教育局",
		.prose = "",
		.without = "requests"};

	fixture_open_text(&f, &text);
	cr_expect_eq(broken(&f), 0);
	cr_expect_eq(skipped(&f), 37);
	cr_expect_eq(f.check.n_checked, 3);
	cr_expect_str_eq(
		f.check.not_checked[0].why[LANG_ZH], "没有找到“收到和处理政府信息公开申请情况”表");
	fixture_close(&f);
}

Test(rule_identity, all_is_well)
{
	static const struct example_cell cells[] = {WEST("20", "7")};
	struct fixture f;

	fixture_open(&f, "", cells, ROWS(cells));
	cr_expect_eq(f.check.n_findings, 0);
	cr_expect_eq(f.check.n_checked, IDENTITIES);
	fixture_close(&f);
}

Test(rule_identity, one_number_breaks_its_two)
{
	static const struct example_cell cells[] = {WEST("21", "7")};
	struct fixture f;

	fixture_open(&f, "", cells, ROWS(cells));
	cr_expect_eq(f.check.n_findings, 2);
	const struct finding *row = fixture_finding(&f, "requests.row-total", 0);
	const struct finding *column = fixture_finding(&f, "requests.outcome-total", 0);

	cr_assert(row && column);
	cr_expect_str_eq(
		row->message[LANG_ZH], "予以公开：自然人 21（其余为零） = 21，总计 20，差 1");
	cr_expect_str_eq(column->message[LANG_ZH], "自然人：予以公开 21 + 部分公开 4 + 行政查询 6 "
						   "+ 不掌握 4 + 重复申请 1（其余为零） = 36，"
						   "办理结果总计 35，差 1");
	cr_expect_eq(dec_cmp(row->declared, dec_of(20)), 0);
	cr_expect_eq(dec_cmp(row->actual, dec_of(21)), 0);
	cr_expect_eq(row->n_cells, 7);
	cr_expect_eq(column->n_cells, 20);
	cr_expect_eq(row->severity, SEVERITY_ERROR);
	cr_expect_eq(row->cause, CAUSE_SOURCE);
	cr_expect_eq(row->n_spans, 7);
	expect_str(fixture_words(&f, row, 0), STR("21"));
	fixture_close(&f);
}

Test(rule_identity, balance_is_told_in_numbers)
{
	static const struct example_cell cells[] = {WEST("20", "6")};
	struct fixture f;

	fixture_open(&f, "", cells, ROWS(cells));
	const struct finding *found = fixture_finding(&f, "requests.balance", 0);

	cr_assert(found);
	cr_expect_str_eq(found->message[LANG_ZH],
		"自然人：本年新收 39 + 上年结转 3 = 42，办理结果总计 35 + 结转下年度 6 = 41，差 1");
	cr_expect_str_eq(found->formula[LANG_ZH],
		"本年新收 39 + 上年结转 3 = 42，办理结果总计 35 + 结转下年度 6 = 41，差 1");
	cr_expect_str_eq(fixture_cells(&f, found->cells, found->n_cells),
		"requests/new/person requests/carried_over/person requests/outcome.total/person "
		"requests/carried_forward/person");
	cr_expect_eq(dec_cmp(found->declared, dec_of(41)), 0);
	cr_expect_eq(dec_cmp(found->actual, dec_of(42)), 0);
	fixture_close(&f);
}

Test(rule_identity, a_correction_settles_and_ids_stay)
{
	static const struct example_cell cells[] = {WEST("21", "7")};
	struct fixture f;
	char id[FINDING_ID_SIZE];

	fixture_open(&f, "", cells, ROWS(cells));
	strcpy(id, fixture_finding(&f, "requests.row-total", 0)->id);
	size_t cell = fixture_cell(&f, "requests/outcome.granted/person");

	f.values.v[cell] = (struct value){CELL_GIVEN, dec_of(25), true};
	fixture_check(&f);
	cr_assert(check_find(&f.check, id));
	cr_expect_str_eq(check_find(&f.check, id)->rule->id, "requests.row-total");
	f.values.v[cell].value = dec_of(20);
	fixture_check(&f);
	cr_expect_eq(f.check.n_findings, 0);
	fixture_close(&f);
}

Test(rule_identity, states_of_operands)
{
	static const struct {
		const char *cell, *text;
		size_t broken, skipped;
	} rows[] = {
		{"requests/new/company", "", 0, 0},
		{"requests/new/company", "/", 0, 0},
		{"requests/new/company", "?", 0, 2},
		{"requests/new/company", "三", 0, 2},
		{"requests/new/company", "2", 2, 0},
		{"requests/new/total", "", 0, 2},
		{"requests/outcome.granted/total", "", 0, 2},
		{"requests/outcome.total/person", "", 0, 3},
		{"requests/outcome.total/total", "?", 0, 3},
		{"requests/carried_forward/person", "-", 0, 0},
		{"disputes/review/total", "", 0, 1},
		{"disputes/review/upheld", "", 0, 0},
		{"disputes/direct/pending", "1", 1, 0},
		{"disclosure/regulation/made", "?", 0, 0},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_cell cell = {rows[i].cell, rows[i].text};
		struct fixture f;

		fixture_open(&f, "", &cell, 1);
		cr_expect_eq(broken(&f), rows[i].broken, "%s \"%s\"", cell.name, cell.text);
		cr_expect_eq(skipped(&f), rows[i].skipped, "%s \"%s\": %zu", cell.name, cell.text,
			skipped(&f));
		cr_expect_eq(f.check.n_checked, IDENTITIES - rows[i].skipped);
		fixture_close(&f);
	}
}

static void doubt(struct fixture *f, const char *cell, const struct form_words *why)
{
	struct cell *c = &f->report->cells[fixture_cell(f, cell)];

	c->doubt = true;
	c->why = why;
}

Test(rule_identity, a_doubt_is_told_once_and_in_both_languages)
{
	static const struct form_words one = {{"so", "如此"}}, other = {{"thus", "这般"}};
	static const struct example_cell cells[] = {{"requests/new/person", "3"}};
	struct fixture f;

	fixture_open(&f, "", cells, ROWS(cells));
	cr_expect_null(fixture_finding(&f, "requests.row-total", 0)->reading[LANG_ZH]);
	doubt(&f, "requests/new/person", &one);
	doubt(&f, "requests/new/company", NULL);
	fixture_check(&f);
	const struct finding *row = fixture_finding(&f, "requests.row-total", 0);

	cr_expect_eq(row->cause, CAUSE_EXTRACTION);
	cr_expect_str_eq(row->reading[LANG_ZH], "本年新收·自然人：如此");
	doubt(&f, "requests/new/company", &one);
	doubt(&f, "requests/new/total", &other);
	fixture_check(&f);
	row = fixture_finding(&f, "requests.row-total", 0);
	cr_expect_str_eq(
		row->reading[LANG_ZH], "本年新收·自然人、本年新收·企业：如此；本年新收·总计：这般");
	cr_expect(strstr(row->reading[LANG_EN], "so; "), "%s", row->reading[LANG_EN]);
	fixture_close(&f);
}

/* Where rows lack cells, nothing tells which columns their numbers are of: those of a column need
 * not agree where the totals do, or are lost. */
Test(rule_identity, numbers_in_columns_that_nothing_tells)
{
	static const struct example_cell cells[] = {{"requests/new/company", "3"},
		{"requests/new/total", "3"}, {"requests/outcome.granted/person", "3"},
		{"requests/outcome.granted/total", "3"}, {"requests/outcome.total/person", "3"},
		{"requests/outcome.total/total", "3"}};
	static const char *const row[] = {"requests/new/person", "requests/new/company"};
	struct fixture f;

	fixture_open(&f, "", cells, ROWS(cells));
	cr_expect_eq(fixture_count(&f, "requests.balance"), 2);
	for (size_t i = 0; i < ROWS(row); i++) {
		doubt(&f, row[i], NULL);
		f.report->cells[fixture_cell(&f, row[i])].how = "label+order";
	}
	fixture_check(&f);
	cr_expect_eq(fixture_count(&f, "requests.balance"), 0);
	cr_expect_eq(fixture_not_checked(&f, "requests.balance"), 2);
	values_correct(&f.values, fixture_cell(&f, "requests/new/total"), dec_of(4));
	fixture_check(&f);
	cr_expect_eq(fixture_count(&f, "requests.balance"), 3);
	fixture_close(&f);
}

Test(rule_identity, what_is_corrected_is_in_doubt_no_more)
{
	static const struct form_words why = {{"so", "如此"}};
	static const struct example_cell cells[] = {{"requests/new/person", "3"}};
	struct fixture f;

	fixture_open(&f, "", cells, ROWS(cells));
	doubt(&f, "requests/new/person", &why);
	values_correct(&f.values, fixture_cell(&f, "requests/new/person"), dec_of(4));
	fixture_check(&f);
	const struct finding *row = fixture_finding(&f, "requests.row-total", 0);

	cr_expect_eq(row->cause, CAUSE_SOURCE);
	cr_expect_null(row->reading[LANG_ZH]);
	fixture_close(&f);
}

Test(rule_identity, the_form_of_2021)
{
	static const struct example_cell cells[] = {{"requests/outcome.other.unpaid/person", "2"}};
	struct fixture f;
	struct example_text text = {.form = "2021", .prose = "", .cells = cells, .n_cells = 1};

	fixture_open_text(&f, &text);
	cr_expect_eq(f.check.n_checked, IDENTITIES + 2);
	cr_expect_eq(fixture_count(&f, "requests.row-total"), 1);
	cr_expect_eq(fixture_count(&f, "requests.outcome-total"), 1);
	cr_expect_eq(broken(&f), 2);
	fixture_close(&f);
}

Test(rule_identity, sorted_and_the_same_each_time)
{
	static const struct example_cell cells[] = {{"requests/new/person", "3"},
		{"requests/outcome.partial/other", "3"}, {"disputes/review/total", "9"}};
	struct fixture f;
	char ids[8][FINDING_ID_SIZE];

	fixture_open(&f, "", cells, ROWS(cells));
	size_t n = f.check.n_findings;

	cr_assert_eq(n, 5);
	for (size_t i = 0; i < n; i++) {
		strcpy(ids[i], f.check.findings[i].id);
		cr_expect_eq(strlen(ids[i]), 16);
		for (size_t j = 0; j < i; j++)
			cr_expect_str_neq(ids[i], ids[j]);
		if (i)
			cr_expect_geq(f.check.findings[i].at, f.check.findings[i - 1].at);
	}
	fixture_check(&f);
	for (size_t i = 0; i < n; i++)
		cr_expect_str_eq(f.check.findings[i].id, ids[i]);
	fixture_close(&f);
}
