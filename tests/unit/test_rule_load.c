#include "unit/unit.h"

#include "base/file.h"
#include "unit/report_fixture.h"

#define HEAD "format: gouji-rules/1\n"
#define RULE                                                                                       \
	"rules:\n"                                                                                 \
	"  - id: a\n"                                                                              \
	"    kind: cells\n"                                                                        \
	"    title: {zh: 甲, en: a}\n"

/* Loads the shipped words and prose with one file more; how it fails. */
static struct ruleset *load_with(const char *text, struct forms **forms, struct err *err)
{
	char dir[64], *data = path_data_dir(), *path;
	static const char *const shared[] = {"prose.yaml", "words.yaml"};
	struct ruleset *rs;

	unit_temp_dir(dir);
	for (size_t i = 0; i < ROWS(shared); i++) {
		char *rules = path_join(data, "rules"), *from = path_join(rules, shared[i]);
		struct buf bytes = {0};

		path = path_join(dir, shared[i]);
		cr_assert(file_read(from, 1 << 20, &bytes, err));
		cr_assert(file_write_atomic(path, buf_str(&bytes), err));
		buf_free(&bytes);
		free(rules);
		free(from);
		free(path);
	}
	path = path_join(dir, "x.yaml");
	cr_assert(file_write_atomic(path, str_of(text), err));
	free(path);
	path = path_join(data, "forms");
	*forms = forms_load(path, err);
	cr_assert(*forms);
	rs = rules_load(dir, *forms, err);
	free(path);
	free(data);
	return rs;
}

struct mistake {
	const char *text;
	unsigned line, column;
	const char *says; /* part of it; NULL: whatever it says */
};

static void expect_told(const struct mistake *m,
	struct ruleset *(*load)(const char *, struct forms **, struct err *), const char *file)
{
	struct err err = {0};
	struct forms *forms;
	struct ruleset *rs = load(m->text, &forms, &err);

	cr_expect_null(rs, "%s", m->text);
	cr_expect(str_ends(str_of(err.file), file), "%s: %s", m->text, err.file);
	cr_expect(err.line == m->line && err.column == m->column, "%s: %u:%u: %s", m->text,
		err.line, err.column, err.text);
	cr_expect(!m->says || strstr(err.text, m->says), "%s: %s", m->text, err.text);
	rules_free(rs);
	forms_free(forms);
}

Test(rule_load, mistakes_are_told_by_line_and_column)
{
	static const struct {
		const char *text;
		unsigned line, column;
	} rows[] = {
		{"rules: []\n", 1, 1},
		{"format: other/1\n", 1, 9},
		{HEAD "rule: []\n", 2, 1},
		{HEAD "rules: x\n", 2, 8},
		{HEAD "rules: [x]\n", 2, 9},
		{HEAD "words: {term: {zh: x}}\n", 2, 15},
		{HEAD "words: {other: {zh: x, en: x}}\n", 2, 9},
		{HEAD "rules:\n  - id: a\n", 3, 5},
		{HEAD "rules:\n  - {id: a, kind: magic, title: {zh: x, en: x}}\n", 3, 19},
		{HEAD RULE "    severity: fatal\n", 6, 15},
		{HEAD RULE "    check: none\n    message: {zh: x, en: x}\n", 6, 12},
		{HEAD RULE "    check: blank\n    message: {zh: \"{nothing}\", en: x}\n", 7, 19},
		{HEAD RULE "    check: blank\n    message: {zh: \"{count\", en: x}\n", 7, 19},
		{HEAD RULE "    check: blank\n    message: {zh: x, en: x}\n    colour: red\n", 8,
			5},
		{HEAD RULE
			"    check: blank\n    message: {zh: x, en: x}\n    examples: {hit: x}\n",
			8, 21},
		{HEAD RULE "    check: blank\n    message: {zh: x, en: x}\n"
			   "    examples: {hit: [{form: \"1999\"}]}\n",
			8, 22},
		{HEAD "rules:\n  - {id: a, kind: identity, title: {zh: x, en: x}, message: {zh: x, "
		      "en: x}, "
		      "formula: {zh: x, en: x}}\n",
			3, 5},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_told(&(struct mistake){rows[i].text, rows[i].line, rows[i].column, NULL},
			load_with, "x.yaml");
}

Test(rule_load, a_rule_of_ones_own)
{
	struct err err = {0};
	struct forms *forms;
	struct ruleset *rs = load_with(HEAD RULE
		"    check: blank\n    message: {zh: \"空 {count}\", en: \"blank {count}\"}\n",
		&forms, &err);

	cr_assert(rs, "%s", err.text);
	cr_expect_eq(rules_count(rs), 1);
	cr_expect_str_eq(rules_at(rs, 0)->id, "a");
	cr_expect_eq(rules_at(rs, 0)->severity, SEVERITY_WARNING);
	cr_expect_eq(rules_at(rs, 0)->line, 3);
	cr_expect_null(rules_find(rs, "b"));
	rules_free(rs);
	forms_free(forms);
}

Test(rule_load, an_empty_folder_lacks_words)
{
	char dir[64], *data = path_data_dir(), *path = path_join(data, "forms");
	struct err err = {0};
	struct forms *forms = forms_load(path, &err);

	unit_temp_dir(dir);
	cr_expect_null(rules_load(dir, forms, &err));
	cr_expect_eq(err.kind, ERR_FORMAT);
	rules_free(NULL);
	forms_free(forms);
	free(path);
	free(data);
}

/* The shipped rules and a file of one's own: how reading it ends. */
static struct ruleset *add_own(const char *text, struct forms **forms, struct err *err)
{
	char dir[64], *data = path_data_dir(), *path = path_join(data, "forms");
	struct ruleset *rs;

	*forms = forms_load(path, err);
	cr_assert(*forms);
	free(path);
	path = path_join(data, "rules");
	rs = rules_load(path, *forms, err);
	cr_assert(rs, "%s", err->text);
	free(path);
	free(data);
	unit_temp_dir(dir);
	path = path_join(dir, "own.yaml");
	cr_assert(file_write_atomic(path, str_of(text), err));
	if (!rules_add_file(rs, path, err)) {
		rules_free(rs);
		rs = NULL;
	}
	free(path);
	return rs;
}

#define OWN_RULE(kind)                                                                             \
	"rules:\n"                                                                                 \
	"  - id: own.rule\n"                                                                       \
	"    kind: " kind "\n"                                                                     \
	"    title: {zh: 甲, en: a}\n"
#define OWN(kind) HEAD OWN_RULE(kind)
#define SAYS "    message: {zh: x, en: x}\n"

Test(rule_load, mistakes_of_ones_own_are_told_at_once)
{
	static const struct mistake rows[] = {
		{"", 1, 1, "empty"},
		{HEAD "rules: [{id: requests.balance, kind: cells, title: {zh: x, en: x}}]\n", 2,
			14, "already"},
		{HEAD "rules: [{id: Own X, kind: cells, title: {zh: x, en: x}}]\n", 2, 14,
			"letters"},
		{HEAD "rules: [{id: \"\", kind: cells, title: {zh: x, en: x}}]\n", 2, 14,
			"letters"},
		{OWN("phrase") SAYS "    patterns: [a, b(]\n", 7, 21, "parenthesis"},
		{OWN("phrase") SAYS "    patterns:\n      - 公开(\n", 8, 12, "parenthesis"},
		{OWN("phrase") SAYS "    patterns: ['a(']\n", 7, 16, "parenthesis"},
		{OWN("phrase") SAYS "    patterns: [a*]\n", 7, 16, "nothing"},
		{OWN("phrase") SAYS "    patterns: [\"\"]\n", 7, 16, "pattern is due"},
		{OWN("phrase") SAYS "    patterns: [[a]]\n", 7, 16, "pattern is due"},
		{OWN("phrase") SAYS "    patterns: []\n", 3, 5, "neither"},
		{OWN("phrase") SAYS, 3, 5, "neither"},
		{OWN("phrase") SAYS "    words: {}\n", 3, 5, "neither"},
		{OWN("phrase") SAYS "    words: {\"\": a}\n", 7, 13, "word"},
		{OWN("claim") SAYS "    reading: {zh: x, en: x}\n    base: [requests/new/total]\n"
				   "    lexicon: {plain: [的], got: [收到]}\n"
				   "    meanings: {m: {cells: [requests/new/total], say: {zh: x, "
				   "en: x}}}\n"
				   "    claims: [{id: a, of: [gone], says: {n: m}}]\n",
			11, 14, "no tag"},
		{OWN("claim") SAYS
			"    reading: {zh: x, en: x}\n    base: [requests/new/total]\n"
			"    lexicon: {plain: [的]}\n"
			"    meanings: {m: {cells: [requests/new/total], say: {zh: x, "
			"en: x}}}\n"
			"    columns: {table: requests, holds: a, further: b, of: [{column: "
			"men, pattern: c, say: {zh: x, en: x}}]}\n"
			"    claims: [{id: a, patterns: [d], says: {n: m}}]\n",
			11, 68, "no form"},
		{OWN("claim") SAYS "    reading: {zh: x, en: x}\n    base: [-requests/new/total]\n"
				   "    lexicon: {plain: [的], got: [收到]}\n"
				   "    meanings: {m: {cells: [requests/new/total], say: {zh: x, "
				   "en: x}}}\n"
				   "    claims: [{id: a, patterns: [d], says: {n: m}}]\n",
			8, 12, "taken off"},
		{OWN("claim") SAYS "    reading: {zh: x, en: x}\n    base: [requests/new/total]\n"
				   "    lexicon: {plain: [的], got: [收到]}\n"
				   "    meanings: {m: {cells: [requests/new/total], say: {zh: x, "
				   "en: x}}}\n"
				   "    narrows: {of: [m], cause: a, many: b, groups: [c]}\n"
				   "    claims: [{id: a, patterns: [d], says: {n: m}}]\n",
			11, 52, "map"},
		{OWN("phrase") SAYS "    words: {a: \"\"}\n", 7, 16, "word"},
		{OWN("phrase") SAYS "    patterns: [a]\n    unless: \"[\"\n", 8, 13, "bad pattern"},
		{OWN("phrase") SAYS "    patterns: [a]\n    hints: [b, \"\"]\n", 8, 16, "empty"},
		{OWN("phrase") SAYS "    patterns: [a]\n    mask: {head: -1}\n", 8, 18, "number"},
		{OWN("phrase") SAYS "    patterns: [a]\n    valid: luck\n", 8, 12, "luck"},
		{OWN("phrase") "    patterns: [a]\n    message: {zh: \"\", en: x}\n", 7, 19,
			"words are due"},
		{OWN("phrase") "    patterns: [a]\n    message: {zh: x, en: \" \"}\n", 7, 26,
			"words are due"},
		{OWN("phrase") "    patterns: [a]\n    message: {zh: x, en: \"{cell}\"}\n", 7, 26,
			"slot"},
		{OWN("phrase") SAYS "    patterns: [a]\n    years: {from: 2024, to: 2020}\n", 8, 12,
			"no year"},
		{OWN("phrase") SAYS "    patterns: [a]\n    years: {from: 24}\n", 8, 19, "number"},
		{OWN("phrase") SAYS "    patterns: [a]\n    years: {}\n", 8, 12, "no year"},
		{OWN("phrase") SAYS "    patterns: [a]\n    forms: [\"2020\"]\n", 8, 12, "no form"},
		{OWN("condition") SAYS "    when: requests/new/nobody > 0\n", 7, 11, "no form"},
		{OWN("condition") SAYS "    when: 1 + requests/new/nobody > 0\n", 7, 15, "no form"},
		{OWN("condition") SAYS "    when: requests/@/total > 0\n", 7, 11, "stands for"},
		{OWN("condition") SAYS "    when: requests/new/total > 0\n    each: [a]\n", 7, 11,
			"each"},
		{OWN("condition") SAYS "    when: requests/new/total >\n", 7, 31, "due here"},
		{OWN("text") SAYS "    check: doubled-word\n    min: 0\n", 8, 10, "number"},
		{OWN("caption") SAYS "    check: year\n    items: []\n", 3, 5, "missing"},
		{OWN("caption") SAYS
			"    check: year\n    items: [{say: {zh: x, en: x}, patterns: []}]\n",
			8, 45, "pattern"},
		{OWN("caption") SAYS
			"    check: date-late\n    date: a\n    deadlines: [{month: 1, day: 32}]\n",
			9, 33, "number"},
		{OWN("cells") SAYS "    check: blank\n    severity: fatal\n", 8, 15, "severity"},
		{OWN("cells") SAYS
			"    check: blank\n    examples: {hit: [{cells: {requests/a/b: 1}}]}\n",
			8, 31, "no form"},
		{OWN("cells") SAYS "    check: blank\n    examples: {hit: [{without: none}]}\n", 8,
			32, "no form"},
		{OWN("twice") SAYS "    sections: [\"7\"]\n", 7, 15, "no section"},
		{OWN("twice") SAYS "    units: [none]\n", 7, 12, "no family"},
		{HEAD "change: [{id: none}]\n", 2, 15, "no rule"},
		{HEAD "change: [{id: text.url, severity: bad}]\n", 2, 35, "severity"},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_told(&rows[i], add_own, "own.yaml");
}

/* Parts of patterns for all rules of a file, of which a rule may have its own. */
Test(rule_load, macros_of_the_file_are_each_rule_s)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {
		{HEAD "macros: {A: 甲}\n" OWN_RULE("phrase") SAYS "    patterns: [\"{A}乙\"]\n",
			true},
		{HEAD "macros: {A: \"{B}甲\", B: 丙}\n" OWN_RULE("phrase") SAYS
			"    patterns: [\"{A}乙\"]\n",
			true},
		{HEAD "macros: {A: 甲}\n" OWN_RULE("phrase") SAYS "    patterns: [\"{B}乙\"]\n",
			false},
		{HEAD "macros: [A]\n" OWN_RULE("phrase") SAYS "    patterns: [\"{A}乙\"]\n", false},
		{HEAD OWN_RULE("phrase") SAYS "    patterns: [\"{A}乙\"]\n", false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct forms *forms;
		struct ruleset *rs = add_own(rows[i].text, &forms, &err);

		cr_expect(!rs == !rows[i].good, "row %zu: %s", i, err.text);
		cr_expect(rs || strstr(err.text, "no macro"), "row %zu: %s", i, err.text);
		rules_free(rs);
		forms_free(forms);
	}
}

/* "((((...", "1+1+1+..." and macros within macros: told, not run into. */
Test(rule_load, what_grows_without_end_is_told)
{
	static const struct {
		const char *head, *again, *tail;
		size_t n;
		const char *says;
	} rows[] = {
		{OWN("condition") SAYS "    when: ", "(", "1 > 0\n", 100000, "too deep"},
		{OWN("condition") SAYS "    when: 1", "+1", " > 0\n", 100000, "too many"},
		{OWN("phrase") SAYS "    patterns: [\"", "(", "\"]\n", 1000, "nested"},
		{OWN("phrase") SAYS "    patterns: [\"", "a", "\"]\n", 70000, "longer than"},
		{OWN("ratio") "    share: {zh: x, en: x}\n    change: {zh: x, en: x}\n"
			      "    rate: {zh: x, en: x}\n    changes: [a]\n"
			      "    macros: {A: \"{B}{B}{B}{B}{B}{B}{B}{B}\", B: "
			      "\"{C}{C}{C}{C}{C}{C}{C}{C}\", C: \"{D}{D}{D}{D}{D}{D}{D}{D}\", D: "
			      "\"{E}{E}{E}{E}{E}{E}{E}{E}\", E: aaaaaaaaaaaaaaaaaaaa}\n"
			      "    shares: [\"",
			"{A}", "\"]\n", 8, "longer than"},
		{HEAD "rules: [", "[", "", 100000, "deep"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct forms *forms;
		struct buf text = {0};

		buf_adds(&text, rows[i].head);
		for (size_t k = 0; k < rows[i].n; k++)
			buf_adds(&text, rows[i].again);
		buf_adds(&text, rows[i].tail);
		cr_expect_null(add_own(buf_str(&text).p, &forms, &err), "row %zu", i);
		cr_expect(err.line > 1, "row %zu: line %u", i, err.line);
		cr_expect(strstr(err.text, rows[i].says), "row %zu: %s", i, err.text);
		buf_free(&text);
		forms_free(forms);
	}
}

Test(rule_load, more_rules_than_anyone_has)
{
	struct err err = {0};
	struct forms *forms;
	struct buf text = {0};

	buf_adds(&text, HEAD "rules:\n");
	for (unsigned i = 0; i < 10001; i++)
		buf_addf(&text,
			"- {id: own.r%u, kind: phrase, title: {zh: x, en: x}, message: {zh: x, en: "
			"x}, "
			"words: {a: b}}\n",
			i);
	cr_expect_null(add_own(buf_str(&text).p, &forms, &err));
	cr_expect(strstr(err.text, "more than 10000 rules"), "%s", err.text);
	buf_free(&text);
	forms_free(forms);
}

/* What a check of that prose with that file of one's own gives. */
static void check_with(const char *own, const char *prose, struct check *check)
{
	struct example_text text = {
		.form = "2019", .year = 2020, .agency = "临江市教育局", .prose = prose};
	struct err err = {0};
	struct forms *forms;
	struct ruleset *rs = add_own(own, &forms, &err);
	struct report *report;
	struct values values;

	cr_assert(rs, "%s", err.text);
	report = example_report(forms, &text);
	values_init(&values, report);
	rules_check(rs, report, &values, check);
	for (size_t i = 0; i < check->n_findings; i++)
		cr_expect_str_eq(check->findings[i].rule->id, "own.rule");
	check->findings = NULL; /* their rules go with the ruleset */
	for (size_t i = 0; i < check->n_not_checked; i++)
		cr_expect_str_eq(check->not_checked[i].rule->id, "own.rule");
	values_free(&values);
	example_free(report);
	rules_free(rs);
	forms_free(forms);
}

Test(rule_load, a_pattern_that_takes_too_long_is_told)
{
	struct check check;

	check_with(OWN("phrase") SAYS "    patterns: [\"(\\\\p{Han}+)+(?=[xyz])\"]\n",
		"认真学习条例关于主动公开内容方式时限的规定并按照要求逐步加以落实改进提高，x",
		&check);
	cr_expect_eq(check.n_findings, 0);
	cr_assert_eq(check.n_not_checked, 1);
	cr_expect(strstr(check.not_checked[0].why[LANG_EN], "line 7 of own.yaml"), "%s",
		check.not_checked[0].why[LANG_EN]);
	check_free(&check);
}

Test(rule_load, a_rule_that_finds_too_much_is_cut_and_told)
{
	struct buf prose = {0};
	struct check check;

	for (size_t i = 0; i < 1001; i++)
		buf_adds(&prose, "甲乙丙丁。");
	check_with(OWN("phrase") SAYS "    patterns: [甲]\n", buf_str(&prose).p, &check);
	cr_expect_eq(check.n_findings, 1000);
	cr_assert_eq(check.n_not_checked, 1);
	cr_expect(strstr(check.not_checked[0].why[LANG_EN], "1000"), "%s",
		check.not_checked[0].why[LANG_EN]);
	check_free(&check);
	buf_free(&prose);
}
