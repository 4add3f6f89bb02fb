/* What a review means for a report: corrected values, decisions grown stale, cells annotated. */
#include "report_fixture.h"
#include "review_kit.h"

static const struct example_cell cells[] = {
	{"requests/new/person", "39"},
	{"requests/new/total", "39"},
	{"requests/carried_over/person", "00"},
	{"requests/carried_over/company", "/"},
	{"requests/carried_over/research", "?"},
	{"requests/carried_over/welfare", ""},
	{"requests/outcome.total/person", "38"},
};

static void open_report(struct fixture *f)
{
	fixture_open(f, "", cells, ROWS(cells));
}

Test(review_values, corrections_are_an_overlay)
{
	struct fixture f;
	struct review *rv = review_new();
	struct values v;

	open_report(&f);
	size_t cell = fixture_cell(&f, "requests/outcome.total/person");
	size_t blank = fixture_cell(&f, "requests/carried_over/company");

	kit_correct(rv, "requests/outcome.total/person", "38", "39");
	kit_correct(rv, "requests/carried_over/company", "/", "0");
	kit_correct(rv, "no/such/cell", "", "5");
	kit_correct(rv, "requests/new/person", "39", "no number");
	review_values(rv, f.report, &v);
	cr_expect_eq(v.n, f.report->n_cells);
	cr_expect(v.v[cell].corrected);
	cr_expect_eq(v.v[cell].value.units, 39);
	cr_expect_eq(v.v[blank].state, CELL_GIVEN);
	cr_expect_not(v.v[fixture_cell(&f, "requests/new/person")].corrected);
	cr_expect_eq(f.report->cells[cell].value.units, 38, "the report itself stays");
	values_free(&v);
	review_free(rv);
	fixture_close(&f);
}

Test(review_values, decisions_are_bound_to_what_was_seen)
{
	struct fixture f;
	struct record d;

	open_report(&f);
	const struct finding *found = fixture_finding(&f, "requests.balance", 0);

	cr_assert_not_null(found);
	review_bind_decision(&d, found, f.report, &f.values);
	cr_expect_str_eq(d.key, found->id);
	cr_expect_str_eq(d.rule, "requests.balance");
	cr_expect_eq(d.n_cells, found->n_cells);
	for (size_t i = 0; i < d.n_cells; i++)
		cr_expect_str_eq(d.cells[i], f.report->cells[found->cells[i]].def->name);
	cr_expect_not(review_is_stale(&d, f.report, &f.values));
	cr_expect_not(review_is_stale_on(&d, found, f.report, &f.values));
	values_correct(&f.values, found->cells[0], dec_of(40));
	cr_expect(review_is_stale(&d, f.report, &f.values));
	values_correct(&f.values, found->cells[0], dec_of(39));
	cr_expect_not(review_is_stale(&d, f.report, &f.values), "39 again");
	free(d.declared);
	d.declared = mem_strdup("1");
	cr_expect(review_is_stale_on(&d, found, f.report, &f.values));
	record_clear(&d);
	fixture_close(&f);
}

Test(review_values, what_counts_as_the_same_value)
{
	static const struct {
		const char *cell, *seen;
		bool stale;
	} rows[] = {
		{"requests/new/person", "39", false},
		{"requests/new/person", "39.0", false},
		{"requests/new/person", "039", false},
		{"requests/new/person", "", true},
		{"requests/new/person", "x", true},
		{"requests/carried_over/person", "00", false},
		{"requests/carried_over/person", "0", false},
		{"requests/carried_over/company", "", false},
		{"requests/carried_over/company", "0", true},
		{"requests/carried_over/research", "", false},
		{"requests/carried_over/welfare", "", false},
		{"no/such/cell", "", false},
		{"no/such/cell", "1", true},
	};
	struct fixture f;

	open_report(&f);
	for (size_t i = 0; i < ROWS(rows); i++) {
		char *names[] = {(char *)rows[i].cell}, *seen[] = {(char *)rows[i].seen};
		struct record d = {.cells = names, .seen = seen, .n_cells = 1};

		cr_expect_eq(review_is_stale(&d, f.report, &f.values), rows[i].stale,
			"%s as \"%s\"", rows[i].cell, rows[i].seen);
		d.seen = NULL;
		cr_expect_not(review_is_stale(&d, f.report, &f.values), "nothing written down");
	}
	fixture_close(&f);
}

Test(review_values, annotated_cells_are_located)
{
	struct fixture f;
	struct record a = {.target = TARGET_CELL, .target_name = (char *)"requests/new/person"};

	open_report(&f);
	expect_str(doc_str(f.report->doc, review_locate(&a, f.report)), STR("39"));
	a.target_name = (char *)"no/such/cell";
	cr_expect(text_span_empty(review_locate(&a, f.report)));
	fixture_close(&f);
}
