/* Mends of the structure in a review: none, each kind written and read again, undone, and found
 * again in a report. */
#include "review_kit.h"

#include "table_kit.h"

TestSuite(review_mend, .init = kit_load, .fini = kit_unload);

#define NEW "| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
#define OVER "| 二、上年结转政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"

Test(review_mend, nothing)
{
	struct review *rv = review_new();
	struct report *r = kit_build(NEW);
	char id[16];

	cr_expect_eq(review_structure_revision(rv), 0);
	cr_expect_eq(review_mend(rv, r), 0);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	kit_decide(rv, "a1", "query", NULL);
	cr_expect_eq(review_structure_revision(rv), 0, "no mend has changed");
	review_new_id(rv, RECORD_STRUCTURE, id);
	cr_expect_str_eq(id, "s1");
	kit_mend(rv, "s9", "join", NULL, 0, "x");
	cr_expect_gt(review_structure_revision(rv), 0);
	review_new_id(rv, RECORD_STRUCTURE, id);
	cr_expect_str_eq(id, "s10");
	review_new_id(rv, RECORD_ANNOTATION, id);
	cr_expect_str_eq(id, "a1");
	report_free(r);
	review_free(rv);
}

Test(review_mend, what_has_no_place_is_counted_and_kept)
{
	static const struct {
		const char *kind, *row, *exact;
		size_t lost;
	} rows[] = {
		{"shift", "requests/new", NULL, 0},
		{"shift", "requests/none", NULL, 1},
		{"shift", "none/new", NULL, 1},
		{"shift", "requests", NULL, 1},
		{"shift", NULL, NULL, 1},
		{"label", "requests/new", NULL, 1},
		{"label", "requests/new", "此处没有", 1},
		{"label", "requests/none", "本年新收", 1},
		{"join", NULL, "本年新收", 0},
		{"split", NULL, "", 1},
		{"region", "requests", "本年新收", 0},
		{"region", "none", "本年新收", 1},
		{"region", "requests", "没有\n没有", 1},
		{"region", "requests", "\n", 1},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct review *rv = review_new();
		struct report *r = kit_build(NEW);

		kit_mend(rv, "s1", rows[i].kind, rows[i].row, 1, rows[i].exact);
		cr_expect_eq(review_mend(rv, r), rows[i].lost, "%s %s %s", rows[i].kind,
			rows[i].row ? rows[i].row : "", rows[i].exact ? rows[i].exact : "");
		cr_expect_eq(review_count(rv, RECORD_STRUCTURE), 1);
		report_free(r);
		review_free(rv);
	}
}

Test(review_mend, each_is_written_in_a_block_of_its_own)
{
	struct review *rv = review_new();

	setenv("SOURCE_DATE_EPOCH", "1611216000", 1);
	review_set_reviewer(rv, "李敏");
	kit_mend(rv, "s1", "shift", "requests/new", -2, NULL);
	kit_mend(rv, "s2", "region", "disputes", 0, "四、");
	kit_mend(rv, "s3", "split", NULL, 0, "9");
	char *text = kit_text(rv);
	const char *at = strstr(text, "\nstructure:\n"), *end = strstr(text, "\nannotations:");

	cr_assert(at && end);
	expect_str(((struct str){at, (size_t)(end - at)}),
		STR("\nstructure:\n"
		    "  - id: \"s1\"\n    mend: \"shift\"\n    row: \"requests/new\"\n"
		    "    columns: -2\n"
		    "    by: \"李敏\"\n    at: \"2021-01-21T08:00:00Z\"\n"
		    "  - id: \"s2\"\n    mend: \"region\"\n    table: \"disputes\"\n"
		    "    target:\n      exact: \"四、\"\n      prefix: \"前\"\n"
		    "      suffix: \"后\"\n      start: 5\n      end: 9\n"
		    "    by: \"李敏\"\n    at: \"2021-01-21T08:00:00Z\"\n"
		    "  - id: \"s3\"\n    mend: \"split\"\n"
		    "    target:\n      exact: \"9\"\n      prefix: \"前\"\n"
		    "      suffix: \"后\"\n      start: 5\n      end: 9\n"
		    "    by: \"李敏\"\n    at: \"2021-01-21T08:00:00Z\""));
	free(text);
	review_free(rv);
}

Test(review_mend, written_read_and_undone)
{
	struct err err = {0};
	struct review *rv = kit_review();
	char *text = kit_text(rv);
	struct review *again = kit_read(text, &err);

	cr_assert_not_null(again, "%u: %s", err.line, err.text);
	cr_expect_eq(review_count(again, RECORD_STRUCTURE), 5);
	const struct record *label = review_find(again, RECORD_STRUCTURE, "s2");

	cr_assert_not_null(label);
	cr_expect_eq(label->mend, MEND_LABEL);
	cr_expect_str_eq(label->row, "requests/outcome.granted");
	cr_expect_str_eq(label->text.exact, "予以\n公开");
	cr_expect_eq(review_at(again, RECORD_STRUCTURE, 0)->columns, -2);
	unsigned long before = review_structure_revision(again);

	while (review_count(again, RECORD_STRUCTURE))
		cr_assert_not_null(review_undo(again));
	cr_expect_gt(review_structure_revision(again), before);
	while (review_redo(again))
		;
	char *same = kit_text(again);

	cr_expect_str_eq(same, text);
	free(text);
	free(same);
	review_free(rv);
	review_free(again);
}

Test(review_mend, hands_may_write)
{
	struct err err = {0};
	struct report *r = kit_build(NEW "| 不知所云 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n");
	struct review *rv = kit_read("format: gouji-review/1\nstructure:\n"
				     "  - {mend: shift, row: requests/new, columns: 1}\n"
				     "  - mend: label\n    row: requests/carried_over\n"
				     "    target: {exact: 不知所云}\n",
		&err);

	cr_assert_not_null(rv, "%u: %s", err.line, err.text);
	cr_expect_eq(review_mend(rv, r), 0);
	kit_expect_row(r, "new", ". 1 2 3 0 0 0");
	kit_expect_row(r, "carried_over", "4 0 0 0 0 0 4");
	cr_expect_not_null(review_find(rv, RECORD_STRUCTURE, "s1"));
	cr_expect_not_null(review_find(rv, RECORD_STRUCTURE, "s2"));
	review_undo(rv);
	review_undo(rv);
	cr_expect_eq(review_mend(rv, r), 0);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	kit_expect_row(r, "carried_over", ". . . . . . .");
	report_free(r);
	review_free(rv);
}

/* The report came back with other figures, and words before them. */
Test(review_mend, places_are_found_again)
{
	struct report *r = kit_build(NEW OVER), *later = kit_build(OVER NEW OVER);
	struct review *rv = review_new();
	struct record region = {.mend = MEND_REGION, .row = (char *)"requests"}, label = region;
	struct text_span from = kit_find(r, "一、本年新收"), to = kit_find(r, "4 |\n");
	struct mend m;

	label.mend = MEND_LABEL;
	label.row = (char *)"requests/new";
	review_target_text(&region, r, (struct text_span){from.from, to.to - 1});
	cr_assert(review_mend_place(&region, r, &m));
	cr_expect_eq(m.at.from, from.from);
	cr_expect_eq(m.at.to, to.to - 1);
	cr_assert(review_mend_place(&region, later, &m));
	cr_expect_eq(m.at.from, kit_find(later, "一、本年新收").from);
	cr_expect_eq(m.at.to, doc_text(later->doc).n - 1);
	region.row = NULL;
	review_target_text(&label, r, from);
	cr_assert(review_mend_place(&label, later, &m));
	cr_expect_eq(m.at.from, kit_find(later, "一、本年新收").from);
	label.row = NULL;
	record_clear(&region);
	record_clear(&label);
	review_free(rv);
	report_free(r);
	report_free(later);
}
