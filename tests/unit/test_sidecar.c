/* Reading sidecars: what is no sidecar, what is wrong in one and where, what hands may write into
 * it. */
#include "base/file.h"
#include "review_kit.h"

#define HEAD "format: \"gouji-review/1\"\n"

static const struct {
	const char *text;
	unsigned line, column; /* of the mistake */
	const char *words;     /* of the message */
} mistakes[] = {
	{"", 1, 1, "empty"},
	{"\n\n", 1, 1, "empty"},
	{"\xef\xbb\xbf", 1, 1, "empty"},
	{"# gouji-review\n", 1, 1, "cut off"},
	{"...\n", 1, 1, ""},
	{"[]\n", 1, 1, "map"},
	{"7\n", 1, 1, "map"},
	{"{}\n", 1, 1, "`format` is missing"},
	{"findings: []\n", 1, 1, "`format` is missing"},
	{"format: null\n", 1, 9, "no review"},
	{"format: [gouji-review/1]\n", 1, 9, "no review"},
	{"format: \"gouji-tables/1\"\n", 1, 9, "no review"},
	{"format: \"gouji-review/2\"\n", 1, 9, "gouji-review/2"},
	{"# x\nformat: gouji-review/10\n", 2, 9, "reads gouji-review/1"},
	{"# gouji-review: x\n" HEAD, 2, 1, "cut off"},
	{HEAD "<<<<<<< HEAD\nfindings: []\n=======\nfindings:\n>>>>>>> b\n", 2, 1,
		"merge conflict"},
	{HEAD "findings: []\n=======\n", 3, 1, "merge conflict"},
	{HEAD "note: \"\xff\"\n", 2, 8, "UTF-8"},
	{HEAD "note: \"\xed\xa0\x80\"\n", 2, 8, "UTF-8"},
	{HEAD "note: \"\\0\"\n", 2, 7, "NUL"},
	{HEAD "---\nformat: \"gouji-review/1\"\n", 2, 1, "second document"},
	{HEAD "format: \"gouji-review/1\"\n", 2, 1, "twice"},
	{HEAD "report: []\n", 2, 9, "map"},
	{HEAD "report:\n  bytes: -1\n", 3, 10, "negative"},
	{HEAD "report:\n  bytes: 1.5\n", 3, 10, "whole number"},
	{HEAD "report:\n  sha256: \"E3B0\"\n", 3, 11, "hexadecimal"},
	{HEAD "report:\n  file: [a]\n", 3, 9, "text"},
	{HEAD "verdict: accept\n", 2, 10, "map"},
	{HEAD "verdict:\n  decision: \"maybe\"\n", 3, 13, "accept, return, query"},
	{HEAD "verdict:\n  summary: \"x\"\n", 3, 3, "`decision` is missing"},
	{HEAD "findings: {}\n", 2, 11, "list"},
	{HEAD "findings: x\n", 2, 11, "list"},
	{HEAD "findings:\n  - x\n", 3, 5, "map"},
	{HEAD "findings:\n  - decision: query\n", 3, 5, "`id` is missing"},
	{HEAD "findings:\n  - id: a1\n", 3, 5, "`decision` is missing"},
	{HEAD "findings:\n  - {id: \"\", decision: query}\n", 3, 10, "no id"},
	{HEAD "findings:\n  - {id: \"a b\", decision: query}\n", 3, 10, "no id"},
	{HEAD "findings:\n  - {id: a1, decision: Query}\n", 3, 24, "confirmed, extraction"},
	{HEAD "findings:\n  - {id: a1, decision: []}\n", 3, 24, "text"},
	{HEAD "findings:\n  - {id: a1, decision: query, at: 2021-02-29T00:00:00Z}\n", 3, 35, "UTC"},
	{HEAD "findings:\n  - {id: a1, decision: query, note: {a: b}}\n", 3, 37, "text"},
	{HEAD "findings:\n  - {id: a1, decision: query, cells: [x], seen: [1]}\n", 3, 39,
		"cell name"},
	{HEAD "findings:\n  - {id: a1, decision: query, cells: [a/b/c], seen: [1, 2]}\n", 3, 53,
		"2 values for 1"},
	{HEAD "findings:\n  - {id: a1, decision: query, seen: [1]}\n", 3, 37, "1 values for 0"},
	{HEAD "findings:\n  - {id: a1, decision: query}\n  - {id: a2, decision: query}\n"
	      "  - {id: a1, decision: confirmed}\n",
		5, 5, "first in line 3"},
	{HEAD "corrections:\n  - {cell: requests/new, to: 7}\n", 3, 12, "cell name"},
	{HEAD "corrections:\n  - {cell: a/b/c/d, to: 7}\n", 3, 12, "cell name"},
	{HEAD "corrections:\n  - {cell: a/b/c}\n", 3, 5, "`to` is missing"},
	{HEAD "corrections:\n  - {cell: a/b/c, to: seven}\n", 3, 23, "plain number"},
	{HEAD "corrections:\n  - {cell: a/b/c, to: \"1,234\"}\n", 3, 23, "plain number"},
	{HEAD "corrections:\n  - {cell: a/b/c, to: 99999999999999999999}\n", 3, 23, "plain number"},
	{HEAD "corrections:\n  - {cell: a/b/c, to: 1}\n  - {to: 1, cell: a/b/c}\n", 4, 5, "twice"},
	{HEAD "structure: x\n", 2, 12, "list"},
	{HEAD "structure:\n  - x\n", 3, 5, "map"},
	{HEAD "structure:\n  - {id: s1}\n", 3, 5, "`mend` is missing"},
	{HEAD "structure:\n  - {mend: [shift]}\n", 3, 12, "text"},
	{HEAD "structure:\n  - {mend: Shift}\n", 3, 12, "shift, label, join, split, region"},
	{HEAD "structure:\n  - {id: \"a b\", mend: join}\n", 3, 10, "no id"},
	{HEAD "structure:\n  - {mend: shift, columns: 1}\n", 3, 5, "`row` is missing"},
	{HEAD "structure:\n  - {mend: shift, row: requests/new}\n", 3, 5, "`columns` is missing"},
	{HEAD "structure:\n  - {mend: shift, row: requests/new, columns: 0}\n", 3, 47,
		"to the right"},
	{HEAD "structure:\n  - {mend: shift, row: requests/new, columns: 1.5}\n", 3, 47,
		"whole number"},
	{HEAD "structure:\n  - {mend: shift, row: requests/new, columns: 99999}\n", 3, 47,
		"to the right"},
	{HEAD "structure:\n  - {mend: shift, row: requests/new/person, columns: 1}\n", 3, 24,
		"no row"},
	{HEAD "structure:\n  - {mend: shift, row: a/b, columns: 1, target: {exact: x}}\n", 3, 49,
		"has no `target`"},
	{HEAD "structure:\n  - {mend: label, row: a/b}\n", 3, 5, "`target` is missing"},
	{HEAD "structure:\n  - {mend: label, row: a/b, columns: 1, target: {exact: x}}\n", 3, 38,
		"has no `columns`"},
	{HEAD "structure:\n  - {mend: join, row: a/b, target: {exact: x}}\n", 3, 23,
		"has no `row`"},
	{HEAD "structure:\n  - {mend: join, target: x}\n", 3, 26, "`exact`"},
	{HEAD "structure:\n  - {mend: join, target: {cell: a/b/c}}\n", 3, 26, "`exact`"},
	{HEAD "structure:\n  - {mend: join, target: {exact: \"\"}}\n", 3, 34, "empty"},
	{HEAD "structure:\n  - {mend: split, target: {exact: x, end: 4}}\n", 3, 27,
		"`start` and `end`"},
	{HEAD "structure:\n  - {mend: region, row: a/b, target: {exact: x}}\n", 3, 25,
		"has no `row`"},
	{HEAD "structure:\n  - {mend: region, table: a/b, target: {exact: x}}\n", 3, 27,
		"no table"},
	{HEAD "structure:\n  - {id: s1, mend: join, target: {exact: x}}\n"
	      "  - {id: s1, mend: join, target: {exact: y}}\n",
		4, 5, "twice"},
	{HEAD "annotations:\n  - {id: a1, note: x}\n", 3, 5, "`target` is missing"},
	{HEAD "annotations:\n  - {target: {}}\n", 3, 14, "one of"},
	{HEAD "annotations:\n  - {target: {cell: a/b/c, exact: x}}\n", 3, 14, "one of"},
	{HEAD "annotations:\n  - {target: {cell: b}}\n", 3, 21, "cell name"},
	{HEAD "annotations:\n  - {target: [a]}\n", 3, 14, "map"},
	{HEAD "annotations:\n  - {target: {exact: \"\"}}\n", 3, 22, "empty"},
	{HEAD "annotations:\n  - {target: {exact: x, start: 5}}\n", 3, 14, "`start` and `end`"},
	{HEAD "annotations:\n  - {target: {exact: x, start: 5, end: 4}}\n", 3, 14,
		"smaller one first"},
	{HEAD "annotations:\n  - {target: {exact: x, start: a, end: 4}}\n", 3, 32, "whole number"},
	{HEAD "annotations:\n  - {target: a/b/c, tags: [[x]]}\n", 3, 28, "list of texts"},
	{HEAD "annotations:\n  - {id: a1, target: x}\n  - {id: a1, target: y}\n", 4, 5, "twice"},
	{HEAD "place: text\n", 2, 8, "map"},
	{HEAD "place: {line: -3}\n", 2, 15, "negative"},
	{HEAD "history: {}\n", 2, 10, "list"},
	{HEAD "history:\n  - by: x\n", 3, 5, "`changes` is missing"},
	{HEAD "history:\n  - {at: yesterday, changes: []}\n", 3, 10, "UTC"},
	{HEAD "history:\n  - changes:\n      - kind: shift\n", 4, 15, "kind of change"},
	{HEAD "history:\n  - changes:\n      - key: a1\n", 4, 9, "`kind` is missing"},
	{HEAD "history:\n  - changes:\n      - kind: decision\n", 4, 9, "`key` is missing"},
	{HEAD "history:\n  - changes:\n      - {kind: verdict, key: x}\n", 4, 30, "verdict empty"},
	{HEAD "history:\n  - changes:\n      - {kind: decision, key: a1}\n", 4, 9, "to nothing"},
	{HEAD "history:\n  - changes:\n      - {kind: decision, key: a1, after: {decision: no}}\n",
		4, 53, "no decision"},
	{HEAD "history:\n  - changes:\n"
	      "      - {kind: decision, key: a1, after: {id: a2, decision: query}}\n",
		4, 47, "differs"},
};

Test(sidecar, mistakes_are_told_at_their_place)
{
	for (size_t i = 0; i < ROWS(mistakes); i++) {
		struct err err = {0};
		struct review *rv = kit_read(mistakes[i].text, &err);

		cr_expect_null(rv, "taken: %s", mistakes[i].text);
		cr_expect(err.line == mistakes[i].line && err.column == mistakes[i].column,
			"%u:%u instead of %u:%u: %s\n%s", err.line, err.column, mistakes[i].line,
			mistakes[i].column, err.text, mistakes[i].text);
		cr_expect_not_null(strstr(err.text, mistakes[i].words), "\"%s\" says not \"%s\"",
			err.text, mistakes[i].words);
		cr_expect_eq(err.kind, ERR_FORMAT);
		cr_expect_str_eq(err.file, "r.txt.review.yaml");
		review_free(rv);
	}
}

Test(sidecar, times)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {{"", false}, {"2021", false}, {"2021-01-21", false},
		{"2021-01-21T08:00:00", false}, {"2021-01-21 08:00:00Z", false},
		{"2021-01-21T08:00:00z", false}, {"2021-01-21T08:00:00+08:00", false},
		{"2021-00-21T08:00:00Z", false}, {"2021-13-21T08:00:00Z", false},
		{"2021-04-31T08:00:00Z", false}, {"1900-02-29T08:00:00Z", false},
		{"2021-01-21T24:00:00Z", false}, {"2021-01-21T08:60:00Z", false},
		{"2021-01-21T08:00:61Z", false}, {"2021-01-21T08:00:00.Z", false},
		{"2021-01-21T08:00:00Zx", false}, {"2021-1-21T08:00:00Z", false},
		{"2021-01-21T08:00:00Z", true}, {"2000-02-29T23:59:60Z", true},
		{"2021-01-21T08:00:00.125Z", true}};

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(sidecar_is_time(rows[i].text), rows[i].good, "%s", rows[i].text);
}

Test(sidecar, a_cut_off_file_is_never_taken)
{
	struct review *rv = kit_review();
	char *text = kit_text(rv);
	size_t n = strlen(text);

	for (size_t cut = 0; cut < n; cut++) {
		char *head = strndup(text, cut);
		struct err err = {0};
		struct review *half = kit_read(head, &err);

		/* without the last line's end it is whole all the same */
		cr_expect_eq(half != NULL, cut == n - 1, "cut at %zu", cut);
		cr_expect(half || err.text[0]);
		review_free(half);
		free(head);
	}
	free(text);
	review_free(rv);
}

static void expect_same(const char *a, const char *b, const char *what)
{
	struct err err = {0};
	struct review *x = kit_read(a, &err);

	cr_assert_not_null(x, "%s: %s", what, err.text);
	char *text = kit_text(x);

	cr_expect_str_eq(text, b, "%s", what);
	free(text);
	review_free(x);
}

Test(sidecar, same_bytes_again_whatever_the_line_ends)
{
	struct review *rv = kit_review();
	char *text = kit_text(rv);
	struct buf crlf = {0}, marked = {0};

	for (const char *p = text; *p; p++) {
		if (*p == '\n')
			buf_addc(&crlf, '\r');
		buf_addc(&crlf, *p);
	}
	buf_adds(&marked, "\xef\xbb\xbf");
	buf_add(&marked, buf_str(&crlf));
	expect_same(text, text, "as written");
	expect_same(crlf.p, text, "CRLF");
	expect_same(marked.p, text, "BOM and CRLF");
	buf_free(&crlf);
	buf_free(&marked);
	free(text);
	review_free(rv);
}

Test(sidecar, resumes_with_everything_there)
{
	struct review *rv = kit_review();
	char *text = kit_text(rv);
	struct err err = {0};
	struct review *again = review_new();

	review_set_reviewer(again, "王");
	cr_assert(sidecar_read(str_of(text), "x", again, &err), "%s", err.text);
	cr_expect_str_eq(review_reviewer(again), "王");
	cr_expect_str_eq(review_place(again)->pane, "table");
	cr_expect_eq(review_place(again)->line, 67);
	cr_expect_str_eq(review_find(again, RECORD_VERDICT, "")->note, "退回重报");
	cr_expect_eq(review_find(again, RECORD_ANNOTATION, "a1")->text.span.to, 9);
	cr_expect_not(review_is_dirty(again));
	cr_expect_eq(review_history_count(again), review_history_count(rv));
	const struct change *c = review_undo(again);

	cr_expect_str_eq(c->key, "1a2b3c4d5e6f7081");
	cr_expect_not_null(review_find(again, RECORD_DECISION, "1a2b3c4d5e6f7081"));
	cr_expect(review_is_dirty(again));
	review_redo(again);
	cr_expect_not(review_is_dirty(again));
	free(text);
	review_free(rv);
	review_free(again);
}

Test(sidecar, the_least_that_is_one)
{
	static const char *const rows[] = {HEAD, "{format: gouji-review/1}", HEAD "...\n",
		"---\n" HEAD,
		HEAD "report:\nverdict:\nfindings:\ncorrections:\nstructure:\n"
		     "annotations:\nplace:\nhistory:\n",
		HEAD "verdict: {decision: null, summary: , by: ~, at: null}\n",
		"history: []\nfindings: []\nformat: gouji-review/1\n"};
	struct review *none = review_new();
	char *text = kit_text(none);

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_same(rows[i], text, rows[i]);
	free(text);
	review_free(none);
}

static const char by_hand[] =
	HEAD "findings:\n"
	     "  - decision: acceptable   # by hand, nobody signed\n"
	     "    id: 9f0c5a1b2c3d4e5f\n"
	     "    note: |\n"
	     "      两行\n"
	     "      的话\n"
	     "corrections:\n"
	     "  - {cell: requests/new/person, to: 7}\n"
	     "  - {cell: requests/gone/person, from: 007, to: 7.0, reason: 1}\n"
	     "annotations:\n"
	     "  - {target: requests/new/person, note: 一, tags: 急}\n"
	     "  - {target: 9f0c5a1b2c3d4e5f, note: 二}\n"
	     "  - {id: a7, target: {exact: 三十九}}\n"
	     "verdict: {decision: query, at: 2021-01-21T08:00:00Z}\n";

Test(sidecar, hands_may_write)
{
	struct err err = {0};
	struct review *rv = kit_read(by_hand, &err);

	cr_assert_not_null(rv, "%u: %s", err.line, err.text);
	const struct record *r = review_find(rv, RECORD_DECISION, "9f0c5a1b2c3d4e5f");

	cr_expect_str_eq(r->note, "两行\n的话\n");
	cr_expect_null(r->by);
	cr_expect_null(r->at);
	r = review_find(rv, RECORD_CORRECTION, "requests/new/person");
	cr_expect_str_eq(r->to, "7");
	cr_expect_str_eq(r->from, "");
	r = review_find(rv, RECORD_CORRECTION, "requests/gone/person");
	cr_expect_str_eq(r->from, "007");
	cr_expect_str_eq(r->to, "7.0");
	cr_expect_str_eq(r->note, "1");
	r = review_find(rv, RECORD_ANNOTATION, "a8");
	cr_assert_not_null(r, "an id above those there");
	cr_expect_eq(r->target, TARGET_CELL);
	cr_expect_eq(r->n_tags, 1);
	r = review_find(rv, RECORD_ANNOTATION, "a9");
	cr_expect_eq(r->target, TARGET_FINDING);
	cr_expect_eq(review_find(rv, RECORD_VERDICT, "")->verdict, VERDICT_QUERY);
	cr_expect_not(review_is_dirty(rv));
	cr_expect_eq(review_history_count(rv), 7, "each is an act of its own");
	char *text = kit_text(rv);

	expect_same(text, text, "written and read again");
	while (review_undo(rv))
		;
	cr_expect_eq(review_count(rv, RECORD_ANNOTATION), 0);
	free(text);
	review_free(rv);
}

/* Text with the first `from` replaced; free(). */
static char *edit(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	struct buf b = {0};

	cr_assert_not_null(at, "%s", from);
	buf_add(&b, (struct str){text, (size_t)(at - text)});
	buf_adds(&b, to);
	buf_adds(&b, at + strlen(from));
	return buf_take(&b);
}

Test(sidecar, an_edited_section_wins_over_the_history)
{
	struct review *rv = kit_review();
	char *text = kit_text(rv);
	char *other = edit(text, "decision: \"confirmed\"", "decision: \"query\"");
	char *gone = edit(other,
		"  - cell: \"requests/carried_forward/person\"\n    from: \"6\"\n    to: \"7\"\n"
		"    by: \"李敏\"\n    at:",
		"# gone:");
	struct err err = {0};
	struct review *again = kit_read(gone, &err);

	cr_assert_not_null(again, "%u: %s", err.line, err.text);
	cr_expect_eq(
		review_find(again, RECORD_DECISION, "9f0c5a1b2c3d4e5f")->decision, DECISION_QUERY);
	cr_expect_eq(review_count(again, RECORD_CORRECTION), 1);
	cr_expect_eq(review_history_count(again), review_history_count(rv) + 2);
	review_undo(again);
	cr_expect_eq(review_count(again, RECORD_CORRECTION), 2, "taken out last");
	review_undo(again);
	cr_expect_eq(review_find(again, RECORD_DECISION, "9f0c5a1b2c3d4e5f")->decision,
		DECISION_CONFIRMED);
	free(text);
	free(other);
	free(gone);
	review_free(rv);
	review_free(again);
}

/* Two reviewers went on from the same file; git put one's acts behind the other's. */
Test(sidecar, merged_histories_lose_nothing)
{
	static const char merged[] = HEAD
		"verdict: {decision: accept, by: 乙}\n"
		"history:\n"
		"  - changes:\n"
		"      - {kind: verdict, after: {decision: query}}\n"
		"  - {by: 甲, changes: [{kind: verdict, before: {decision: query},\n"
		"      after: {decision: return, by: 甲}}]}\n"
		"  - {by: 乙, changes: [{kind: verdict, before: {decision: query},\n"
		"      after: {decision: accept, by: 乙}}]}\n"
		"  - {by: 丙, changes: [{kind: decision, key: ff, before: {decision: query}}]}\n";
	static const enum verdict before[] = {
		VERDICT_ACCEPT, VERDICT_RETURN, VERDICT_QUERY, VERDICT_NONE};
	struct err err = {0};
	struct review *rv = kit_read(merged, &err);

	cr_assert_not_null(rv, "%u: %s", err.line, err.text);
	cr_expect_eq(review_count(rv, RECORD_DECISION), 0);
	for (size_t i = 0; i < ROWS(before); i++) {
		const struct record *r;

		cr_assert_not_null(review_undo(rv));
		r = review_find(rv, RECORD_VERDICT, "");
		cr_expect_eq(r ? r->verdict : VERDICT_NONE, before[i], "after %zu", i);
	}
	cr_expect_null(review_undo(rv));
	review_free(rv);
}

static const char strange[] =
	HEAD "x_root: [1, {a: \"b\"}]\n"
	     "report: {file: \"r.txt\", x_report: 010}\n"
	     "verdict: {decision: accept, x_verdict: no}\n"
	     "findings:\n  - {id: ff, decision: query, x_finding: ~}\n"
	     "corrections:\n  - {cell: a/b/c, to: 1, x_correction: {}}\n"
	     "structure:\n"
	     "  - {id: s1, mend: join, target: {exact: x, x_place: []}, by: \"\", x_mend: 1}\n"
	     "annotations:\n  - {id: a1, target: {exact: x, x_target: 1.50}, x_annotation: \"1\"}\n"
	     "place: {line: 3, x_place: 行}\n"
	     "history:\n"
	     "  - x_act: 1\n    changes:\n"
	     "      - {kind: correction, key: a/b/c, x_change: 2, after: {to: 1, x_after: 3}}\n";

Test(sidecar, unknown_keys_are_kept)
{
	static const char *const kept[] = {"\nx_root:\n  - 1\n  - a: \"b\"\n", "  x_report: 010\n",
		"  x_verdict: no\n", "    x_finding: null\n", "    x_correction: {}\n",
		"      x_place: []\n    x_mend: 1\n", "      x_target: 1.50\n",
		"    x_annotation: \"1\"\n", "  x_place: \"行\"\n", ", x_act: 1}\n",
		", x_change: 2}", ", x_after: 3}"};
	struct err err = {0};
	struct review *rv = kit_read(strange, &err);

	cr_assert_not_null(rv, "%u: %s", err.line, err.text);
	char *text = kit_text(rv);

	for (size_t i = 0; i < ROWS(kept); i++)
		cr_expect_not_null(strstr(text, kept[i]), "lost: %s\n%s", kept[i], text);
	expect_same(text, text, "written and read again");
	kit_correct(rv, "a/b/c", "", "2");
	free(text);
	text = kit_text(rv);
	cr_expect_not_null(strstr(text, "to: \"2\"\n"), "%s", text);
	cr_expect_not_null(strstr(text, "    x_correction: {}\n"), "handed on to the new one");
	free(text);
	review_free(rv);
}

static char *nested(unsigned depth)
{
	struct buf b = {0};

	buf_adds(&b, HEAD "findings: [{id: ff, decision: query, x: ");
	for (unsigned i = 0; i < depth; i++)
		buf_addc(&b, '[');
	for (unsigned i = 0; i < depth; i++)
		buf_addc(&b, ']');
	buf_adds(&b, "}]\n");
	return buf_take(&b);
}

Test(sidecar, what_is_taken_can_be_written)
{
	static const unsigned depths[] = {1, 40, 50, 55, 56, 57, 58, 59, 60, 61, 62, 100, 100000};

	for (size_t i = 0; i < ROWS(depths); i++) {
		char *text = nested(depths[i]);
		struct err err = {0};
		struct review *rv = kit_read(text, &err);

		cr_expect_eq(rv != NULL, depths[i] < 59, "depth %u: %s", depths[i], err.text);
		if (rv) {
			char *again = kit_text(rv);

			expect_same(again, again, "nested");
			free(again);
		}
		cr_expect(rv || err.text[0]);
		free(text);
		review_free(rv);
	}
}

Test(sidecar, long_and_odd_texts)
{
	static const char *const odd[] = {"", " ", "\n", "...", "---", "# x", "'", "\"", "\\",
		"null", "~", "<<<<<<< x", "\t", "\x1b[31m", "\u202e\u200b", "\U00020000\U0001f600",
		"\r\n"};
	struct buf note = {0};

	while (note.n < 1 << 20)
		buf_adds(&note, "一千零一条 a\"b\n");
	for (size_t i = 0; i <= ROWS(odd); i++) {
		const char *text = i < ROWS(odd) ? odd[i] : note.p;
		struct review *rv = review_new();
		struct err err = {0};

		kit_conclude(rv, "query", text);
		char *written = kit_text(rv);
		struct review *again = kit_read(written, &err);

		cr_assert_not_null(again, "%zu: %s", i, err.text);
		const char *got = review_find(again, RECORD_VERDICT, "")->note;

		cr_expect(strcmp(got ? got : "", text) == 0, "%zu", i);
		free(written);
		review_free(again);
		review_free(rv);
	}
	buf_free(&note);
}

Test(sidecar, ill_formed_text_does_not_keep_a_review_from_being_saved)
{
	struct review *rv = review_new();
	struct err err = {0};

	review_set_reviewer(rv, "\xc0\xee");
	kit_conclude(rv, "query", "\xe4\xb8 x");
	kit_annotate(rv, "a1", "\xff", "n");
	char *text = kit_text(rv);
	struct review *again = kit_read(text, &err);

	cr_assert_not_null(again, "%s", err.text);
	cr_expect_str_eq(
		review_find(again, RECORD_VERDICT, "")->note, "\xef\xbf\xbd\xef\xbf\xbd x");
	free(text);
	review_free(rv);
	review_free(again);
}

/* The example of gouji-review(5): what stands between .Bd and .Ed under EXAMPLES. */
Test(sidecar, the_manual_is_right)
{
	char *path = path_join(getenv("GOUJI_SRCDIR"), "man/gouji-review.5");
	struct buf page = {0};
	struct err err = {0};

	cr_assert(file_read(path, 1 << 20, &page, &err), "%s", err.text);
	const char *from = strstr(page.p, ".Sh EXAMPLES");

	from = from ? strstr(from, ".Bd -literal -offset indent\n") : NULL;
	cr_assert_not_null(from);
	from += strlen(".Bd -literal -offset indent\n");
	char *text = mem_strndup(from, (size_t)(strstr(from, ".Ed") - from));
	struct review *rv = kit_read(text, &err);

	cr_assert_not_null(rv, "%u: %s", err.line, err.text);
	cr_expect_eq(review_find(rv, RECORD_VERDICT, "")->verdict, VERDICT_RETURN);
	for (size_t k = 0; k < RECORD_KINDS; k++)
		cr_expect_eq(review_count(rv, k), 1, "%s", record_form(k)->section);
	review_free(rv);
	free(text);
	buf_free(&page);
	free(path);
}
