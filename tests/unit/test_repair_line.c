#include "unit/unit.h"

#include "repair/repair.h"
#include "unit/report_fixture.h"

/* Cells of a report whose truth has: new 39 and carried over 3 from persons, 35 granted, 7 carried
 * forward. */
#define TRUE_CELLS                                                                                 \
	{"requests/carried_over/person", "3"}, {"requests/carried_over/total", "3"},               \
		{"requests/outcome.granted/person", "35"},                                         \
		{"requests/outcome.granted/total", "35"}, {"requests/outcome.total/person", "35"}, \
		{"requests/outcome.total/total", "35"}, {"requests/carried_forward/person", "7"},  \
	{                                                                                          \
		"requests/carried_forward/total", "7"                                              \
	}

struct mistake {
	const char *what;
	struct example_cell cells[16];
	const char *rule;  /* a finding it gives */
	const char *first; /* the first suggestion */
	enum edit edit;
	enum cause cause;
};

static const struct mistake mistakes[] = {
	{"a zero total over parts that are not zero",
		{{"disputes/review/upheld", "1"}, {"disputes/review/pending", "2"}},
		"disputes.total", "disputes/review/total=3", EDIT_ZERO_TOTAL, CAUSE_SOURCE},
	{"10 read as 1", {{"disputes/review/upheld", "10"}, {"disputes/review/total", "1"}},
		"disputes.total", "disputes/review/total=10", EDIT_DIGIT_DROPPED, CAUSE_SOURCE},
	{"10 read as 1 in a part",
		{{"disputes/review/upheld", "1"}, {"disputes/review/other", "3"},
			{"disputes/review/total", "13"}},
		"disputes.total", "disputes/review/upheld=10", EDIT_DIGIT_DROPPED, CAUSE_SOURCE},
	{"a row's label swallowed: its numbers stand one cell to the front",
		{{"requests/new/person", "0"}, {"requests/new/other", "39"},
			{"requests/new/total", "?"}, TRUE_CELLS},
		"requests.balance",
		"requests/new/person=39 requests/new/other=0 requests/new/total=39",
		EDIT_LINE_SHIFTED, CAUSE_EXTRACTION},
	{"a row's numbers one cell to the back",
		{{"requests/new/person", "0"}, {"requests/new/company", "39"},
			{"requests/new/total", "0"}, TRUE_CELLS},
		"requests.balance",
		"requests/new/person=39 requests/new/company=0 requests/new/total=39",
		EDIT_LINE_SHIFTED, CAUSE_EXTRACTION},
	{"two neighbours swapped",
		{{"requests/new/person", "39"}, {"requests/new/total", "39"},
			{"requests/outcome.granted/person", "0"},
			{"requests/outcome.granted/company", "35"},
			{"requests/outcome.granted/total", "35"},
			{"requests/carried_over/person", "3"}, {"requests/carried_over/total", "3"},
			{"requests/outcome.total/person", "35"},
			{"requests/outcome.total/total", "35"},
			{"requests/carried_forward/person", "7"},
			{"requests/carried_forward/total", "7"}},
		"requests.outcome-total",
		"requests/outcome.granted/person=35 requests/outcome.granted/company=0",
		EDIT_CELL_MOVED, CAUSE_SOURCE},
	{"a number split over two cells, those behind pushed out",
		{{"requests/new/person", "3"}, {"requests/new/company", "9"},
			{"requests/new/total", "0"}, TRUE_CELLS},
		"requests.row-total",
		"requests/new/person=39 requests/new/company=0 requests/new/total=39",
		EDIT_NUMBER_SPLIT, CAUSE_EXTRACTION},
	{"two rows swapped",
		{{"requests/new/person", "39"}, {"requests/new/total", "39"},
			{"requests/carried_over/person", "3"}, {"requests/carried_over/total", "3"},
			{"requests/outcome.granted/person", "35"},
			{"requests/outcome.granted/total", "35"},
			{"requests/outcome.total/person", "7"},
			{"requests/outcome.total/total", "7"},
			{"requests/carried_forward/person", "35"},
			{"requests/carried_forward/total", "35"}},
		"requests.outcome-total",
		"requests/outcome.total/person=35 requests/outcome.total/total=35 "
		"requests/carried_forward/person=7 requests/carried_forward/total=7",
		EDIT_LINES_SWAPPED, CAUSE_SOURCE},
	{"two numbers run together",
		{{"disputes/review/upheld", "12"}, {"disputes/review/corrected", "0"},
			{"disputes/review/other", "0"}, {"disputes/review/pending", "3"},
			{"disputes/review/total", "0"}, {"disputes/direct/upheld", "0"},
			{"disputes/direct/total", "0"}, {"disputes/after_review/total", "?"}},
		"disputes.total", NULL, EDIT_OTHER, CAUSE_SOURCE},
	{"all of the litigation one cell to the front",
		{{"disputes/review/upheld", "1"}, {"disputes/review/total", "1"},
			{"disputes/direct/upheld", "0"}, {"disputes/direct/corrected", "2"},
			{"disputes/direct/pending", "2"}, {"disputes/direct/total", "5"},
			{"disputes/after_review/upheld", "0"},
			{"disputes/after_review/pending", "5"},
			{"disputes/after_review/total", "?"}},
		"disputes.total",
		"disputes/direct/pending=0 disputes/direct/total=2 disputes/after_review/upheld=5 "
		"disputes/after_review/pending=0 disputes/after_review/total=5",
		EDIT_LINE_SHIFTED, CAUSE_EXTRACTION},
};

static void tell(const struct fixture *f, const struct repair *r, char *out, size_t size)
{
	size_t at = 0;

	out[0] = '\0';
	for (size_t i = 0; i < r->n_changes; i++) {
		char to[DEC_TEXT_MAX];

		at += (size_t)snprintf(out + at, size - at, "%s%s=%s", i ? " " : "",
			f->report->cells[r->changes[i].cell].def->name,
			dec_str(r->changes[i].to, to));
	}
}

static size_t count_cells(const struct mistake *m)
{
	size_t n = 0;

	while (n < ROWS(m->cells) && m->cells[n].name)
		n++;
	return n;
}

static void expect_mistake(const struct mistake *m)
{
	struct fixture f;
	struct repairs repairs;
	char text[2048];

	fixture_open(&f, "", m->cells, count_cells(m));
	repairs_find(f.report, &f.values, &f.check, NULL, &repairs);
	const struct finding *finding = fixture_finding(&f, m->rule, 0);

	cr_assert(finding, "%s: no finding", m->what);
	struct repair_list l = repairs_parts(&repairs, (size_t)(finding - f.check.findings));

	if (m->first) {
		cr_assert(l.n, "%s: no suggestion", m->what);
		tell(&f, l.v[0], text, sizeof text);
		cr_expect_str_eq(text, m->first, "%s: %s", m->what, text);
		cr_expect_eq(l.v[0]->edit, m->edit, "%s: %s", m->what, edit_name(l.v[0]->edit));
		cr_expect_eq(l.v[0]->cause, m->cause, "%s", m->what);
	}
	for (size_t i = 0; i < l.n; i++)
		cr_expect(!l.v[i]->line || l.v[i]->n_identities > 1, "%s", m->what);
	repairs_free(&repairs);
	fixture_close(&f);
}

Test(repair_line, what_people_and_machines_do_comes_first)
{
	for (size_t i = 0; i < ROWS(mistakes); i++)
		expect_mistake(&mistakes[i]);
}
