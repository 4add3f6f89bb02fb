/* What is told twice, and shares that are told without their numbers. */
#include "unit/unit.h"

#include "unit/report_fixture.h"

static const struct example_cell finished[] = {
	{"requests/new/person", "3"},
	{"requests/new/company", "1"},
	{"requests/new/total", "4"},
	{"requests/carried_over/person", "2"},
	{"requests/carried_over/total", "2"},
	{"requests/outcome.granted/person", "4"},
	{"requests/outcome.granted/company", "1"},
	{"requests/outcome.granted/total", "5"},
	{"requests/outcome.total/person", "4"},
	{"requests/outcome.total/company", "1"},
	{"requests/outcome.total/total", "5"},
	{"requests/carried_forward/person", "1"},
	{"requests/carried_forward/total", "1"},
};

Test(rule_told, twice_tells_both_places)
{
	struct fixture f;

	fixture_open(&f, "2020年主动公开政府信息379条。\n\n今年共主动公开政府信息380条。", NULL, 0);
	cr_assert_eq(fixture_count(&f, "text.twice"), 1);
	const struct finding *found = fixture_finding(&f, "text.twice", 0);

	cr_expect_eq(found->n_spans, 2);
	cr_expect_eq(dec_cmp(found->declared, dec_of(380)), 0);
	fixture_close(&f);
}

/* Another way to write the numbers is the same finding; another pair of sentences is not. */
Test(rule_told, an_id_for_each_pair)
{
	static const char *const rows[] = {
		"主动公开政府信息379条。今年主动公开政府信息380条。",
		"主动公开政府信息３７９条。今年主动公开政府信息381条。",
		"主动公开政府信息379条。全年主动公开政府信息380条。",
	};
	char ids[ROWS(rows)][64];
	struct fixture f;

	for (size_t i = 0; i < ROWS(rows); i++) {
		fixture_open(&f, rows[i], NULL, 0);
		cr_assert_eq(fixture_count(&f, "text.twice"), 1, "row %zu", i);
		snprintf(ids[i], sizeof ids[i], "%s", fixture_finding(&f, "text.twice", 0)->id);
		fixture_close(&f);
	}
	cr_expect_str_eq(ids[0], ids[1]);
	cr_expect_str_neq(ids[0], ids[2]);
}

/* The first number is what the later ones are held against, each once. */
Test(rule_told, three_times)
{
	struct fixture f;

	fixture_open(&f,
		"主动公开政府信息379条。今年主动公开政府信息380条。全年主动公开政府信息379条。",
		NULL, 0);
	cr_expect_eq(fixture_count(&f, "text.twice"), 1);
	fixture_close(&f);
}

/* However many numbers there are, each is held against the first of its words, and that soon. */
Test(rule_told, many_numbers_told_alike)
{
	struct buf text = {0};
	struct fixture f;

	buf_adds(&text, "一、总体情况\n");
	for (unsigned i = 0; i < 3000; i++)
		buf_addf(&text, "%s主动公开政府信息%u条。", i % 40 ? "" : "\n\n", 400 + i % 2);
	fixture_open(&f, text.p, NULL, 0);
	cr_expect_eq(fixture_count(&f, "text.twice"), 1000, "as many as are told of one rule");
	fixture_close(&f);
	buf_free(&text);
}

Test(rule_told, portions)
{
	static const struct {
		const char *prose;
		size_t found;
	} rows[] = {
		{"收到政府信息公开申请4件，自然人申请占75%。", 0},
		{"收到政府信息公开申请4件，自然人申请占80%。", 0},   /* of those finished */
		{"收到政府信息公开申请4件，自然人申请占83.3%。", 0}, /* carried over among them */
		{"收到政府信息公开申请4件，自然人申请占70%。", 1},
		{"收到政府信息公开申请4件，自然人和法人申请占70%。", 0},
		{"收到政府信息公开申请4件，办结率83.3%。", 0},
		{"收到政府信息公开申请4件，办结率100%。", 1},
		{"收到政府信息公开申请4件，如期办结率100%。", 0},
		{"受理人大建议4件，办结率100%。", 0},
		{"（二）依申请公开\n收到申请4件，办结率100%。", 1},
		{"收到政府信息公开申请4件。年度办结率为63.3%。", 1},
		{"收到政府信息公开申请4件。年度办结率为83.3%。", 0},
		{"收到政府信息公开申请4件。受理举报9件。年度办结率为63.3%。", 0},
		{"收到政府信息公开申请4件。督查事项办结率为63.3%。", 0},
		{"收到政府信息公开申请4件。办结率63.3%，其余1件结转下年度办理。", 1},
		{"收到政府信息公开申请4件。办结率100%，其余1件结转下年度办理。", 0},
	};
	struct fixture f;

	for (size_t i = 0; i < ROWS(rows); i++) {
		fixture_open(&f, rows[i].prose, finished, ROWS(finished));
		cr_expect_eq(fixture_count(&f, "text.portion"), rows[i].found, "%s", rows[i].prose);
		fixture_close(&f);
	}
}

/* What the table lacks is told, and nothing is found. */
Test(rule_told, a_share_of_a_lost_cell)
{
	static const struct example_cell lost[] = {{"requests/new/total", "?"}};
	struct fixture f;

	fixture_open(&f, "自然人申请占70%。", lost, ROWS(lost));
	cr_expect_eq(fixture_count(&f, "text.portion"), 0);
	cr_expect_eq(fixture_not_checked(&f, "text.portion"), 1);
	fixture_close(&f);
}

/* A change is of what its words name, as the text or the tables tell it. */
Test(rule_told, changes_without_a_number_of_this_year)
{
	static const struct {
		const char *prose;
		size_t found;
	} rows[] = {
		{"收到政府信息公开申请4件，办结5件。申请量较上年（3件）增加1件。", 0},
		{"收到政府信息公开申请4件，办结5件。申请量较上年（3件）增加2件。", 1},
		{"办结政府信息公开申请5件。申请量较上年（3件）增加1件。", 0},
		{"办结政府信息公开申请5件。申请量较上年（3件）增加2件。", 1},
		{"收到政府信息公开申请4件，办结5件。办结量较上年（3件）增加2件。", 0},
		{"收到政府信息公开申请4件。同比增加2件（2019年为1件）。", 1},
		{"收到政府信息公开申请4件。公开信息30条。同比增加2条（2019年为9条）。", 0},
		{"收到政府信息公开申请4件。较上年的8件减少4件，下降20%。", 1},
		{"收到政府信息公开申请4件。较上年的8件减少4件，下降50%。", 0},
		{"受理不动产登记90件。申请量较上年（80件）增加5件。", 0},
		{"收到政府信息公开申请4件。与上年新收8件相比，今年新收4件，同比减少3件。", 1},
		{"新收申请由2019年的8件下降到2020年的4件，降幅20%。", 1},
	};
	struct fixture f;

	for (size_t i = 0; i < ROWS(rows); i++) {
		fixture_open(&f, rows[i].prose, finished, ROWS(finished));
		cr_expect_eq(fixture_count(&f, "text.ratio"), rows[i].found, "%s", rows[i].prose);
		fixture_close(&f);
	}
}

/* Found by its claim and by its words, it is told once. */
Test(rule_told, once)
{
	struct fixture f;

	fixture_open(&f,
		"一、总体情况\n全年共主动公开政府信息113条。\n\n全年主动公开政府信息115条。", NULL,
		0);
	cr_expect_eq(fixture_count(&f, "text.twice"), 1);
	fixture_close(&f);
}
