/* Reviews and verdicts proved against their report: what holds is counted, what does not is told.
 */
#include "unit/samples.h"

#include "export/export.h"
#include "export/proof.h"
#include "yaml/yaml.h"

struct proving {
	struct forms *forms;
	struct ruleset *rules;
	struct report *report;
	struct review *review;
	struct proof proof;
};

static void proving_open(struct proving *k)
{
	struct buf bytes = {0};

	k->forms = sample_forms();
	k->rules = sample_rules(k->forms);
	sample_bytes("shanghewan-2020", ".txt", &bytes);
	k->report = sample_report("shanghewan-2020.txt", &bytes, k->forms);
	k->review = review_new();
	k->proof = (struct proof){0};
}

static void proving_close(struct proving *k)
{
	proof_free(&k->proof);
	review_free(k->review);
	report_free(k->report);
	rules_free(k->rules);
	forms_free(k->forms);
}

static void correct(struct proving *k, const char *cell, char *from, char *to)
{
	struct record r = {.kind = RECORD_CORRECTION, .from = from, .to = to};

	cr_assert(review_apply(k->review, RECORD_CORRECTION, cell, &r));
}

/* The words of a line of the text, noted down with an offset that may be wrong. */
static void annotate(struct proving *k, struct str words, size_t off)
{
	struct record r = {.kind = RECORD_ANNOTATION};
	size_t at = str_find(doc_text(k->report->doc), words, 0);

	cr_assert_neq(at, STR_NONE);
	review_target_text(&r, k->report, (struct text_span){at, at + words.n});
	r.text.span.from += off;
	r.text.span.to += off;
	cr_assert(review_apply(k->review, RECORD_ANNOTATION, "a1", &r));
	record_clear(&r);
}

/* The finding that 00 is printed, decided on, with something else seen in its first cell where
 * `seen` is given.
 */
static void decide(struct proving *k, const char *seen)
{
	struct values values;
	struct check check;
	struct record r;
	size_t i = 0;

	values_init(&values, k->report);
	rules_check(k->rules, k->report, &values, &check);
	while (i < check.n_findings &&
		strcmp(check.findings[i].rule->id, "cells.leading-zeros") != 0)
		i++;
	cr_assert_lt(i, check.n_findings);
	review_bind_decision(&r, &check.findings[i], k->report, &values);
	r.decision = DECISION_QUERY;
	if (seen) {
		free(r.seen[0]);
		r.seen[0] = mem_strdup(seen);
	}
	cr_assert(review_apply(k->review, RECORD_DECISION, r.key, &r));
	record_clear(&r);
	check_free(&check);
	values_free(&values);
}

static void expect_broken(struct proving *k, const char *words)
{
	bool told = false;

	for (size_t i = 0; i < k->proof.broken.n && words; i++)
		told |= strstr(k->proof.broken.v[i], words) != NULL;
	cr_expect_eq(told, words != NULL, "%s", k->proof.broken.n ? k->proof.broken.v[0] : "none");
	cr_expect_eq(k->proof.broken.n, words ? 1 : 0);
}

Test(export_proof, review)
{
	static const struct {
		const char *cell, *from; /* a correction; 00 is printed as the other carried over */
		size_t off;		 /* of the annotation */
		const char *seen;
		const char *broken;
	} rows[] = {
		{"requests/carried_over/other", "00", 0, NULL, NULL},
		{"requests/carried_over/other", "0", 0, NULL, NULL},
		{"requests/carried_over/other", "1", 0, NULL,
			"from \"1\", where the report has \"00\""},
		{"requests/carried_over/other", "", 0, NULL,
			"from \"\", where the report has \"00\""},
		{"requests/no_such/cell", "0", 0, NULL, "no cell requests/no_such/cell"},
		{"requests/carried_over/other", "00", 1, NULL, "stand at bytes"},
		{"requests/carried_over/other", "00", 0, "5", "saw \"5\" in"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct proving k;
		char from[8], to[] = "2";

		proving_open(&k);
		snprintf(from, sizeof from, "%s", rows[i].from);
		decide(&k, rows[i].seen);
		correct(&k, rows[i].cell, from, to);
		annotate(&k, STR("总体情况"), rows[i].off);
		proof_review(&k.proof, k.review, k.report, k.rules, NULL);
		expect_broken(&k, rows[i].broken);
		cr_expect(k.proof.held >= 4);
		proving_close(&k);
	}
}

/* A decision made after a correction saw the corrected value. */
Test(export_proof, seen_after_a_correction)
{
	struct proving k;
	char from[] = "00", to[] = "2";

	proving_open(&k);
	correct(&k, "requests/carried_over/other", from, to);
	decide(&k, "2");
	proof_review(&k.proof, k.review, k.report, k.rules, NULL);
	expect_broken(&k, NULL);
	proving_close(&k);
}

/* The verdict with `old` replaced by `new` once. */
static struct ydoc *verdict_with(struct proving *k, const char *old, const char *new)
{
	struct export_input in = {k->report, k->review, k->rules, LANG_EN, NULL};
	struct buf text = {0}, changed = {0};
	struct err err = {0};
	struct ydoc *verdict;

	cr_assert(export_verdict_yaml(&in, &text, &err), "%s", err.text);
	size_t at = str_find(buf_str(&text), str_of(old), 0);

	cr_assert_neq(at, STR_NONE, "%s", old);
	buf_add(&changed, str_slice(buf_str(&text), 0, at));
	buf_adds(&changed, new);
	buf_add(&changed, str_slice(buf_str(&text), at + strlen(old), text.n));
	verdict = yaml_parse(buf_str(&changed), "verdict.yaml", &err);
	cr_assert_not_null(verdict, "%u: %s", err.line, err.text);
	buf_free(&text);
	buf_free(&changed);
	return verdict;
}

Test(export_proof, verdict)
{
	static const struct {
		const char *old, *new, *broken;
	} rows[] = {
		{"language: \"en\"", "language: \"en\"", NULL},
		{"exact: \"00\"", "exact: \"01\"", "line"},
		{"state: \"given\"\n    value: 0", "state: \"given\"\n    value: 7",
			"is given now"},
		{"from: \"00\"", "from: \"3\"", "from \"3\", where the report has \"00\""},
		{"  - id: \"", "  - id: \"0", "is found no longer"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct proving k;
		struct err err = {0};
		char from[] = "00", to[] = "2";

		proving_open(&k);
		correct(&k, "requests/carried_over/other", from, to);
		struct ydoc *verdict = verdict_with(&k, rows[i].old, rows[i].new);
		const char *file = proof_verdict_file(verdict, &err);

		cr_assert_str_eq(file ? file : "", "shanghewan-2020.txt");
		proof_verdict(&k.proof, verdict, k.report, k.rules, NULL);
		expect_broken(&k, rows[i].broken);
		cr_expect(k.proof.held > 2 * SAMPLE_CELLS - 2);
		yaml_free(verdict);
		proving_close(&k);
	}
}

static void shift(struct proving *k, long columns)
{
	struct record r = {.mend = MEND_SHIFT, .row = (char *)"requests/new", .columns = columns};

	cr_assert(review_apply(k->review, RECORD_STRUCTURE, "s1", &r));
}

/* The verdict was made of tables that were mended, and is proved against them. */
Test(export_proof, verdict_of_mended_tables)
{
	static const struct {
		const char *old, *new, *broken;
		bool mended;
	} rows[] = {
		{"language: \"en\"", "language: \"en\"", NULL, true},
		{"mend: \"shift\"", "mend: \"shove\"", "no mend", false},
		{"columns: 2", "columns: 2.5", "no mend", false},
		{"columns: 2", "columns: 99999", "no mend", false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct proving k;

		proving_open(&k);
		shift(&k, 2);
		review_mend(k.review, k.report);
		struct ydoc *verdict = verdict_with(&k, rows[i].old, rows[i].new);

		report_mend(k.report, NULL, 0);
		proof_verdict_mends(&k.proof, verdict, k.report);
		expect_broken(&k, rows[i].broken);
		proof_verdict(&k.proof, verdict, k.report, k.rules, NULL);
		cr_expect_eq(k.proof.broken.n == 0, rows[i].mended, "%zu", k.proof.broken.n);
		yaml_free(verdict);
		proving_close(&k);
	}
}

Test(export_proof, no_verdict)
{
	static const struct {
		const char *text;
		unsigned line;
	} rows[] = {
		{"[]", 1},
		{"format: \"gouji-review/1\"", 1},
		{"format: \"gouji-verdict/1\"\nreport: \"x\"", 2},
		{"format: \"gouji-verdict/1\"\nreport: {sha256: \"x\"}", 2},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct ydoc *d = yaml_parse(str_of(rows[i].text), "x.yaml", &err);

		cr_assert_not_null(d);
		cr_expect_null(proof_verdict_file(d, &err));
		cr_expect_eq(err.line, rows[i].line, "%s: %u %s", rows[i].text, err.line, err.text);
		yaml_free(d);
	}
}
