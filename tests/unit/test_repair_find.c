#include "unit/unit.h"

#include "repair/repair.h"
#include "unit/report_fixture.h"

struct found {
	struct fixture f;
	struct repairs repairs;
};

static void find(struct found *x)
{
	repairs_free(&x->repairs);
	repairs_find(x->f.report, &x->f.values, &x->f.check, NULL, &x->repairs);
}

static void open_cells(
	struct found *x, const char *prose, const struct example_cell *cells, size_t n)
{
	*x = (struct found){0};
	fixture_open(&x->f, prose, cells, n);
	find(x);
}

static void close_found(struct found *x)
{
	repairs_free(&x->repairs);
	fixture_close(&x->f);
}

static size_t index_of(const struct found *x, const char *rule, size_t nth)
{
	const struct finding *f = fixture_finding(&x->f, rule, nth);

	cr_assert(f, "no finding of %s", rule);
	return (size_t)(f - x->f.check.findings);
}

static struct repair_list list_of(const struct found *x, const char *rule)
{
	return repairs_parts(&x->repairs, index_of(x, rule, 0));
}

/* "requests/new/person 3 to 4", one a change. */
static const char *told(const struct found *x, const struct repair *r)
{
	static char text[2048];
	size_t at = 0;

	text[0] = '\0';
	for (size_t i = 0; i < r->n_changes; i++) {
		const struct repair_change *c = &r->changes[i];
		char from[DEC_TEXT_MAX] = "nothing", to[DEC_TEXT_MAX];

		if (c->from.state == CELL_GIVEN)
			dec_str(c->from.value, from);
		at += (size_t)snprintf(text + at, sizeof text - at, "%s%s %s to %s", i ? "; " : "",
			x->f.report->cells[c->cell].def->name, from, dec_str(c->to, to));
	}
	return text;
}

static void expect_first(const struct found *x, const char *rule, const char *wanted)
{
	struct repair_list l = list_of(x, rule);

	cr_assert(l.n, "no suggestion for %s", rule);
	cr_expect_str_eq(told(x, l.v[0]), wanted, "%s", told(x, l.v[0]));
}

static size_t count_all(const struct found *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->f.check.n_findings; i++)
		n += repairs_whole(&x->repairs, i).n + repairs_parts(&x->repairs, i).n;
	return n;
}

Test(repair_find, nothing_where_nothing_is_broken)
{
	struct found x;

	open_cells(&x, "", NULL, 0);
	cr_expect_eq(count_all(&x), 0);
	cr_expect_not(x.repairs.bounded);
	cr_expect_eq(x.repairs.nodes, 0);
	cr_expect_eq(repairs_parts(&x.repairs, 0).n, 0);
	cr_expect_eq(repairs_whole(&x.repairs, 99).n, 0);
	close_found(&x);
}

Test(repair_find, nothing_where_every_cell_is_lost)
{
	struct found x;

	open_cells(&x, "", NULL, 0);
	for (size_t i = 0; i < x.f.values.n; i++)
		x.f.values.v[i].state = CELL_MISSING;
	fixture_check(&x.f);
	find(&x);
	cr_expect_eq(count_all(&x), 0);
	close_found(&x);
}

Test(repair_find, nothing_without_cells)
{
	struct found x;
	struct values none = {0};
	struct check check = {0};

	open_cells(&x, "", NULL, 0);
	struct report empty = *x.f.report;

	empty.n_cells = empty.n_tables = 0;
	repairs_free(&x.repairs);
	repairs_find(&empty, &none, &check, NULL, &x.repairs);
	cr_expect_eq(x.repairs.n_findings, 0);
	close_found(&x);
}

/* The only identity that can be added up holds a number so large that its column cannot. */
Test(repair_find, numbers_as_large_as_they_get)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", "9223372036854775807"},
		{"disputes/direct/upheld", "9223372036854775807"},
		{"disputes/direct/other", "9223372036854775807"},
		{"requests/new/person", "9223372036854775807"},
		{"requests/outcome.granted/person", "9223372036854775807"},
	};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	cr_expect_eq(fixture_not_checked(&x.f, "disputes.total"), 1);
	expect_first(&x, "disputes.total", "disputes/review/total 0 to 9223372036854775807");
	cr_expect_eq(list_of(&x, "disputes.total").n, 2);
	close_found(&x);
}

Test(repair_find, one_false_cell_where_identities_cross)
{
	static const struct example_cell cells[] = {
		{"requests/new/person", "39"},
		{"requests/new/total", "39"},
		{"requests/carried_over/person", "3"},
		{"requests/carried_over/total", "3"},
		{"requests/outcome.granted/person", "35"},
		{"requests/outcome.granted/total", "35"},
		{"requests/outcome.total/person", "35"},
		{"requests/outcome.total/total", "35"},
		{"requests/carried_forward/person", "6"},
		{"requests/carried_forward/total", "7"},
	};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	cr_assert_eq(x.f.check.count[SEVERITY_ERROR], 2);
	for (size_t i = 0; i < 2; i++) {
		struct repair_list l = repairs_parts(
			&x.repairs, index_of(&x, i ? "requests.balance" : "requests.row-total", 0));

		cr_assert_eq(l.n, 1);
		cr_expect_str_eq(told(&x, l.v[0]), "requests/carried_forward/person 6 to 7");
		cr_expect_eq(l.v[0]->n_settles, 2);
		cr_expect_eq(l.v[0]->edit, EDIT_DIGIT_CHANGED);
		cr_expect_eq(l.v[0]->sure, SURE_HIGH);
		cr_expect_eq(l.v[0]->cause, CAUSE_SOURCE);
	}
	close_found(&x);
}

Test(repair_find, corrected_cells_stay)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", "2"}, {"disputes/review/total", "3"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	cr_expect_eq(list_of(&x, "disputes.total").n, 5);
	values_correct(&x.f.values, fixture_cell(&x.f, "disputes/review/total"), dec_of(3));
	values_correct(&x.f.values, fixture_cell(&x.f, "disputes/review/upheld"), dec_of(2));
	find(&x);
	struct repair_list l = list_of(&x, "disputes.total");

	cr_expect_eq(l.n, 3);
	for (size_t i = 0; i < l.n; i++)
		cr_expect_not(x.f.values.v[l.v[i]->changes[0].cell].corrected);
	for (size_t i = 0; i < x.f.values.n; i++)
		x.f.values.v[i].corrected = true;
	find(&x);
	cr_expect_eq(count_all(&x), 0);
	close_found(&x);
}

Test(repair_find, blanks_are_candidates)
{
	static const struct example_cell cells[] = {{"requests/new/person", ""},
		{"requests/new/total", "4"}, {"requests/outcome.granted/person", "4"},
		{"requests/outcome.granted/total", "4"}, {"requests/outcome.total/person", "4"},
		{"requests/outcome.total/total", "4"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	expect_first(&x, "requests.row-total", "requests/new/person nothing to 4");
	cr_expect_eq(list_of(&x, "requests.row-total").v[0]->edit, EDIT_LEFT_OUT);
	close_found(&x);
}

Test(repair_find, a_count_is_never_made_negative_or_broken)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", "1"}, {"disputes/review/total", "3.5"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	struct repair_list l = list_of(&x, "disputes.total");

	cr_assert_eq(l.n, 1);
	cr_expect_str_eq(told(&x, l.v[0]), "disputes/review/total 3.5 to 1");
	close_found(&x);
}

Test(repair_find, all_candidates_where_an_identity_stands_alone)
{
	static const struct example_cell cells[] = {{"disputes/review/upheld", "2"},
		{"disputes/review/corrected", "1"}, {"disputes/review/total", "4"}};
	struct found x;
	bool seen[5] = {false};

	open_cells(&x, "", cells, ROWS(cells));
	struct repair_list l = list_of(&x, "disputes.total");
	size_t first = fixture_cell(&x.f, "disputes/review/upheld");

	cr_assert_eq(l.n, 5);
	for (size_t i = 0; i < l.n; i++) {
		cr_assert_eq(l.v[i]->n_changes, 1);
		seen[l.v[i]->changes[0].cell - first] = true;
		cr_expect_neq(l.v[i]->sure, SURE_HIGH);
		if (i)
			cr_expect_leq(l.v[i]->score, l.v[i - 1]->score);
	}
	for (size_t i = 0; i < 5; i++)
		cr_expect(seen[i], "column %zu", i);
	close_found(&x);
}

Test(repair_find, prose_that_agrees_counts_most)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", "2"}, {"disputes/review/total", "3"}};
	struct found x;

	open_cells(&x, "一、总体情况\n因政府信息公开引发行政复议2件。\n", cells, ROWS(cells));
	expect_first(&x, "disputes.total", "disputes/review/total 3 to 2");
	const struct repair *r = list_of(&x, "disputes.total").v[0];

	cr_assert_eq(r->n_evidence, 1);
	expect_str(
		doc_str(x.f.report->doc, x.f.check.evidence[r->evidence[0]].span), STR("复议2件"));
	cr_expect_eq(r->n_settles, 2);
	expect_first(&x, "text.table", "disputes/review/total 3 to 2");
	close_found(&x);
}

Test(repair_find, what_prose_speaks_against_is_withheld)
{
	static const struct example_cell cells[] = {
		{"disputes/review/upheld", "2"}, {"disputes/review/total", "3"}};
	struct found x;

	open_cells(&x, "一、总体情况\n因政府信息公开引发行政复议3件。\n", cells, ROWS(cells));
	struct repair_list l = list_of(&x, "disputes.total");

	cr_expect_eq(l.n, 4);
	cr_expect_eq(l.withheld, 1);
	for (size_t i = 0; i < l.n; i++)
		cr_expect_neq(l.v[i]->changes[0].cell, fixture_cell(&x.f, "disputes/review/total"));
	close_found(&x);
}

/* Two mistakes far apart: each is a suggestion of its own, and both together settle all. */
Test(repair_find, parts_stand_alone)
{
	static const struct example_cell cells[] = {{"requests/outcome.granted/person", "7"},
		{"requests/outcome.partial/research", "5"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	cr_assert_eq(fixture_count(&x.f, "requests.row-total"), 2);
	size_t granted = index_of(&x, "requests.row-total", 0);
	struct repair_list parts = repairs_parts(&x.repairs, granted),
			   whole = repairs_whole(&x.repairs, granted);

	cr_assert_eq(parts.n, 1);
	cr_expect_str_eq(told(&x, parts.v[0]), "requests/outcome.granted/person 7 to 0");
	cr_expect_eq(parts.v[0]->n_settles, 2);
	cr_assert_eq(whole.n, 1);
	cr_expect_str_eq(told(&x, whole.v[0]), "requests/outcome.granted/person 7 to 0; "
					       "requests/outcome.partial/research 5 to 0");
	cr_expect_eq(whole.v[0]->n_settles, 4);
	cr_expect_eq(whole.v[0]->edit, EDIT_SEVERAL);
	close_found(&x);
}

Test(repair_find, a_lost_total_gets_what_its_identities_agree_on)
{
	static const struct example_cell cells[] = {{"disputes/review/upheld", "2"},
		{"disputes/review/total", ""}, {"requests/new/person", "lO"},
		{"requests/new/total", "10"}, {"requests/outcome.granted/person", "10"},
		{"requests/outcome.granted/total", "10"}, {"requests/outcome.total/person", "10"},
		{"requests/outcome.total/total", "10"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	expect_first(&x, "cells.blank", "disputes/review/total nothing to 2");
	expect_first(&x, "cells.unreadable", "requests/new/person nothing to 10");
	const struct repair *r = list_of(&x, "cells.unreadable").v[0];

	cr_expect_eq(r->edit, EDIT_LOOKALIKE);
	cr_expect_eq(r->n_identities, 2);
	cr_expect_eq(r->n_settles, 1);
	close_found(&x);
}

/* A lost total that its row and its column agree on once the one cell is changed. */
Test(repair_find, a_lost_cell_ties_two_identities_together)
{
	static const struct example_cell cells[] = {{"requests/outcome.granted/person", "5"},
		{"requests/outcome.granted/total", "?"}, {"requests/outcome.partial/person", "4"},
		{"requests/outcome.partial/total", "4"}, {"requests/outcome.other/total", "?"},
		{"requests/outcome.total/person", "10"}, {"requests/outcome.total/total", "10"},
		{"requests/new/person", "10"}, {"requests/new/total", "10"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	struct repair_list l = list_of(&x, "requests.outcome-total");

	cr_assert_eq(l.n, 2, "its column has two cells whose rows cannot be checked");
	close_found(&x);
	struct example_cell one[ROWS(cells)];

	memcpy(one, cells, sizeof one);
	one[4].text = "0";
	open_cells(&x, "", one, ROWS(one));
	expect_first(&x, "requests.outcome-total", "requests/outcome.granted/person 5 to 6");
	cr_expect_eq(list_of(&x, "requests.outcome-total").v[0]->n_agreed, 1);
	close_found(&x);
}

Test(repair_find, identities_that_disagree_on_a_lost_cell_give_none)
{
	static const struct example_cell cells[] = {{"requests/new/person", "?"},
		{"requests/new/total", "10"}, {"requests/outcome.granted/person", "9"},
		{"requests/outcome.granted/total", "9"}, {"requests/outcome.total/person", "9"},
		{"requests/outcome.total/total", "9"}};
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	cr_expect_eq(list_of(&x, "cells.missing").n, 0);
	close_found(&x);
}

Test(repair_find, the_same_each_time_and_told_where_stopped)
{
	static const struct example_cell cells[] = {{"requests/outcome.granted/person", "7"},
		{"requests/outcome.partial/person", "5"},
		{"requests/outcome.partial/research", "5"}, {"requests/new/other", "2"}};
	const struct repair_options tight = {.nodes = 1, .changes = 8, .groups = 256};
	struct repairs again;
	struct found x;

	open_cells(&x, "", cells, ROWS(cells));
	repairs_find(x.f.report, &x.f.values, &x.f.check, NULL, &again);
	for (size_t i = 0; i < x.f.check.n_findings; i++) {
		struct repair_list a = repairs_whole(&x.repairs, i), b = repairs_whole(&again, i);

		cr_assert_eq(a.n, b.n);
		for (size_t k = 0; k < a.n; k++) {
			char *text = strdup(told(&x, a.v[k]));

			cr_expect_str_eq(text, told(&x, b.v[k]));
			cr_expect_eq(a.v[k]->score, b.v[k]->score);
			free(text);
		}
	}
	repairs_free(&again);
	cr_expect_not(x.repairs.bounded);
	repairs_find(x.f.report, &x.f.values, &x.f.check, &tight, &again);
	cr_expect(again.bounded);
	cr_expect_eq(again.nodes, 1);
	struct repair_list l = repairs_parts(&again, index_of(&x, "requests.row-total", 0));

	cr_expect(l.bounded);
	for (size_t i = 0; i < l.n; i++)
		cr_expect_leq(l.v[i]->score, 60);
	repairs_free(&again);
	close_found(&x);
}
