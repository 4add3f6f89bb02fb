/* Numbers read by the words around them, in whatever order these stand. */
#include "unit/unit.h"

#include "unit/report_fixture.h"

#define SAID "收到政府信息公开申请39件。"

static const struct example_cell cells[] = {
	{"requests/new/total", "39"},
	{"requests/outcome.refused.internal/total", "3"},
	{"requests/outcome.unavailable.not_compiled/total", "2"},
};

static void expect_findings(const char *const *rows, size_t n, size_t due)
{
	struct fixture f;

	for (size_t i = 0; i < n; i++) {
		fixture_open(&f, rows[i], cells, ROWS(cells));
		cr_expect_eq(fixture_count(&f, "text.table"), due, "%s", rows[i]);
		fixture_close(&f);
	}
}

/* The words of one cell and no others: whatever their order, the number is that cell's. */
Test(rule_words, any_order)
{
	static const char *const rows[] = {
		SAID "属于内部事务信息而不予公开的有4件。",
		SAID "作出不予公开决定的4件均属于三类内部事务信息。",
		SAID "4件因属于内部事务信息作出不予公开答复。",
		SAID "不同意公开的4件。",
		SAID "经审查，答复不予公开、事由为内部事务信息的4件。",
	};

	expect_findings(rows, ROWS(rows), 1);
}

/* A word that the lexicon has not, or has as one that limits, leaves open what is counted. */
Test(rule_words, other_words_tell_of_a_part)
{
	static const char *const rows[] = {
		SAID "涉及征地的申请中，不同意公开的4件。",
		SAID "通过平台办理，不同意公开的4件。",
		SAID "村民小组不同意公开的4件。",
	};

	expect_findings(rows, ROWS(rows), 0);
}

/* What a bracket behind a number tells is of that number's row. */
Test(rule_words, brackets_tell_of_the_number_before)
{
	static const struct example_cell persons[] = {
		{"requests/new/person", "30"},
		{"requests/new/company", "9"},
		{"requests/new/total", "39"},
		{"requests/outcome.granted/person", "5"},
		{"requests/outcome.granted/company", "4"},
		{"requests/outcome.granted/total", "9"},
	};
	static const struct {
		const char *text;
		size_t due;
	} rows[] = {
		{SAID "予以公开9件（自然人5件、法人或其他组织4件）。", 0},
		{SAID "予以公开9件（自然人6件、法人或其他组织4件）。", 1},
		{SAID "予以公开9件（自然人5件、法人或其他组织4件）。申请人为自然人的30件。", 0},
	};
	struct fixture f;

	for (size_t i = 0; i < ROWS(rows); i++) {
		fixture_open(&f, rows[i].text, persons, ROWS(persons));
		cr_expect_eq(fixture_count(&f, "text.table"), rows[i].due, "%s", rows[i].text);
		fixture_close(&f);
	}
}
