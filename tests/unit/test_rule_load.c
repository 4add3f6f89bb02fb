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

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct forms *forms;
		struct ruleset *rs = load_with(rows[i].text, &forms, &err);

		cr_expect_null(rs, "row %zu", i);
		cr_expect(str_ends(str_of(err.file), "x.yaml"), "row %zu: %s", i, err.file);
		cr_expect(err.line == rows[i].line && err.column == rows[i].column,
			"row %zu: %u:%u: %s", i, err.line, err.column, err.text);
		rules_free(rs);
		forms_free(forms);
	}
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
