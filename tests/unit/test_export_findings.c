/* Findings as they are written out: the contract's rows, positions, decisions, troubles. */
#include "unit/samples.h"

#include "export/findings.h"

/* A sample with one number changed, checked. */
struct checked {
	struct forms *forms;
	struct ruleset *rules;
	struct report *report;
	struct values values;
	struct check check;
};

/* xidian, with 21 where 20 requests were granted; two identities break. */
static void check_changed(struct checked *k, enum disguise as)
{
	struct buf bytes = {0}, changed = {0}, other = {0};
	struct str old = STR("予以公开\t20\t"), text;
	size_t at;

	k->forms = sample_forms();
	k->rules = sample_rules(k->forms);
	sample_bytes("xidian-2020", ".txt", &bytes);
	text = buf_str(&bytes);
	at = str_find(text, old, 0);
	cr_assert_neq(at, STR_NONE);
	buf_add(&changed, str_slice(text, 0, at));
	buf_adds(&changed, "予以公开\t21\t");
	buf_add(&changed, str_slice(text, at + old.n, text.n));
	sample_disguise(buf_str(&changed), as, &other);
	k->report = sample_report("changed.txt", &other, k->forms);
	values_init(&k->values, k->report);
	rules_check(k->rules, k->report, &k->values, &k->check);
	buf_free(&bytes);
	buf_free(&changed);
}

static void checked_free(struct checked *k)
{
	check_free(&k->check);
	values_free(&k->values);
	report_free(k->report);
	rules_free(k->rules);
	forms_free(k->forms);
}

static void write_as(
	const struct checked *k, const char *format, const struct review *review, struct buf *out)
{
	struct findings_input in = {
		"a b/报告.txt", k->report, &k->check, &k->values, review, NULL, NULL};
	struct findings_out o;

	findings_begin(&o, findings_format_find(format), out, k->rules, LANG_EN, false);
	findings_report(&o, &in);
	findings_end(&o);
}

static bool holds(const struct buf *b, const char *text)
{
	return str_find(buf_str(b), str_of(text), 0) != STR_NONE;
}

static const struct finding *find_rule(const struct check *c, const char *rule)
{
	for (size_t i = 0; i < c->n_findings; i++)
		if (strcmp(c->findings[i].rule->id, rule) == 0)
			return &c->findings[i];
	cr_assert(false, "no finding of %s", rule);
	return NULL;
}

Test(export_findings, rows_of_formats)
{
	for (size_t i = 0; findings_format_at(i); i++)
		cr_expect_eq(
			findings_format_find(findings_format_at(i)->name), findings_format_at(i));
	cr_expect_null(findings_format_find("xml"));
	cr_expect_null(findings_format_find(""));
}

Test(export_findings, row_of_a_finding)
{
	struct checked k;
	struct buf out = {0}, wanted = {0};
	const struct finding *f;

	check_changed(&k, AS_IS);
	f = find_rule(&k.check, "requests.row-total");
	write_as(&k, "jsonl", NULL, &out);
	buf_addf(&wanted,
		"{\"type\": \"finding\", \"file\": \"a b/报告.txt\", \"id\": \"%s\", "
		"\"rule\": \"requests.row-total\", \"severity\": \"error\", \"cause\": \"source\", "
		"\"cells\": [\"requests/outcome.granted/person\", "
		"\"requests/outcome.granted/company\", ",
		f->id);
	cr_expect(holds(&out, wanted.p), "%s", out.p);
	cr_expect(holds(&out,
		"\"requests/outcome.granted/total\"], \"declared\": 20, \"actual\": 21, "
		"\"message\": \""));
	cr_expect(holds(
		&out, "\"line\": 65, \"repairs\": [], \"reading\": null, \"decision\": null}\n"));
	cr_expect(holds(&out,
		"{\"type\": \"report\", \"file\": \"a b/报告.txt\", \"year\": 2020, "
		"\"form\": \"2019\", \"agency\": \"宁海县西店镇人民政府\", \"errors\": 2, "));
	buf_free(&out);
	buf_free(&wanted);
	checked_free(&k);
}

Test(export_findings, a_doubt_is_told_to_people_too)
{
	static const struct form_words why = {{"so it is read", "读作如此"}};
	struct checked k;
	struct buf out = {0};

	check_changed(&k, AS_IS);
	struct cell *cell = &k.report->cells[report_cell_find(
		k.report, STR("requests/outcome.granted/person"))];

	cell->doubt = true;
	cell->why = &why;
	check_free(&k.check);
	rules_check(k.rules, k.report, &k.values, &k.check);
	write_as(&k, "text", NULL, &out);
	cr_expect(holds(&out, "; in doubt: Granted · people: so it is read [requests.row-total]\n"),
		"%s", out.p);
	buf_clear(&out);
	write_as(&k, "jsonl", NULL, &out);
	cr_expect(holds(&out, "\"reading\": \"Granted · people: so it is read\""));
	buf_free(&out);
	checked_free(&k);
}

/* Whatever the encoding and the line ends: SARIF tells lines and code points, so it is the same. */
Test(export_findings, positions_in_code_points)
{
	struct buf first = {0};

	for (int as = 0; as < DISGUISES; as++) {
		struct checked k;
		struct buf out = {0};

		check_changed(&k, as);
		write_as(&k, "sarif", NULL, &out);
		cr_expect(holds(&out, "\"uri\": \"a%20b/%E6%8A%A5%E5%91%8A.txt\""));
		/* 三、本年度办理结果, a tab, (一) 予以公开, a tab: the number begins at the
		 * twentieth
		 */
		cr_expect(holds(&out, "{\"startLine\": 65, \"startColumn\": 20, \"endLine\": 65, "
				      "\"endColumn\": 22}"),
			"%s", out.p);
		if (as == AS_IS)
			buf_add(&first, buf_str(&out));
		else
			expect_str(buf_str(&out), buf_str(&first));
		buf_free(&out);
		checked_free(&k);
	}
	buf_free(&first);
}

Test(export_findings, decision_is_told_and_told_stale)
{
	struct checked k;
	struct review *review = review_new();
	struct record decision;
	struct buf out = {0};
	const struct finding *f;

	check_changed(&k, AS_IS);
	f = find_rule(&k.check, "requests.row-total");
	review_bind_decision(&decision, f, k.report, &k.values);
	decision.decision = DECISION_ACCEPTABLE;
	cr_assert(review_apply(review, RECORD_DECISION, f->id, &decision));
	record_clear(&decision);
	write_as(&k, "jsonl", review, &out);
	cr_expect(holds(&out, "\"reading\": null, \"decision\": \"acceptable\"}\n"));
	buf_clear(&out);
	write_as(&k, "sarif", review, &out);
	cr_expect(holds(&out, "{\"kind\": \"external\", \"status\": \"accepted\", "
			      "\"justification\": \"acceptable\"}"));
	buf_clear(&out);
	write_as(&k, "text", review, &out);
	cr_expect(holds(&out, " (acceptable) [requests.row-total]\n"));

	values_correct(&k.values,
		report_cell_find(k.report, STR("requests/outcome.granted/person")), dec_of(25));
	check_free(&k.check);
	rules_check(k.rules, k.report, &k.values, &k.check);
	buf_clear(&out);
	write_as(&k, "jsonl", review, &out);
	cr_expect(holds(&out, "\"decision\": \"acceptable\", \"stale\": true}\n"));
	buf_free(&out);
	review_free(review);
	checked_free(&k);
}

Test(export_findings, troubles)
{
	static const struct {
		const char *format, *wanted;
	} rows[] = {
		{"text", ""},
		{"jsonl", "{\"type\": \"trouble\", \"file\": \"a\\\"\xef\xbf\xbd"
			  "b\", "
			  "\"message\": \"1:2: why\"}\n"},
		{"json", "{\n  \"format\": \"gouji-check/1\",\n  \"reports\": [\n    "
			 "{\"type\": \"trouble\", \"file\": \"a\\\"\xef\xbf\xbd"
			 "b\", "
			 "\"message\": \"1:2: why\"}\n  ]\n}\n"},
	};
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct findings_out o;
		struct buf out = {0};

		findings_begin(
			&o, findings_format_find(rows[i].format), &out, rules, LANG_EN, false);
		findings_trouble(&o,
			"a\"\xff"
			"b",
			"1:2: why");
		findings_end(&o);
		expect_str(buf_str(&out), str_of(rows[i].wanted));
		buf_free(&out);
	}
	rules_free(rules);
	forms_free(forms);
}
