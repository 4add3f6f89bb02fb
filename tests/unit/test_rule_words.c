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

/* The same words where there is no number, and one that denies them: there is none. */
Test(rule_words, denied)
{
	static const char *const rows[] = {
		SAID "未作出不予公开决定。",
		SAID "无不予公开的申请。",
		SAID "没有不予公开的情形。",
		SAID "不予公开：无。",
		SAID "没有无法提供的情形。",
		SAID "没有无法提供、不予处理的情形。",
		SAID "全部申请（含网上申请）均未作出不予公开决定。",
	};

	expect_findings(rows, ROWS(rows), 1);
}

/* All of it denied, once, and by words that are all known. */
Test(rule_words, not_denied)
{
	static const char *const rows[] = {
		SAID "未",
		SAID "无。",
		SAID "无、无、无。",
		SAID "未依法作出不予公开决定。",
		SAID "未全部不予公开。",
		SAID "无未作出不予公开决定情形。",
		SAID "未作出涉及征地的不予公开决定。",
		SAID "未作出村民不予公开决定。",
		SAID "有无不予公开的申请。",
		SAID "未作出不予公开决定的，应当说明。",
	};

	expect_findings(rows, ROWS(rows), 0);
}

/* Where all is of one kind there is none of the others. */
Test(rule_words, all_of_one_kind)
{
	static const char *const due[] = {
		SAID "收到的申请均予以公开。",
		SAID "办结的申请全部予以公开。",
		SAID "所有申请均已依法予以公开。",
		SAID "申请均无法提供。",
	};
	static const char *const quiet[] = {
		SAID "均",
		SAID "均、均。",
		SAID "予以公开的申请均已办结。",
		SAID "均予以公开。",
		SAID "符合条件的申请均予以公开。",
		SAID "符合条件的申请，均予以公开。",
		SAID "网上申请，均予以公开。",
	};

	expect_findings(due, ROWS(due), 1);
	expect_findings(quiet, ROWS(quiet), 0);
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
