/* form/: mistakes in the files are told by place; the forms shipped are those of the domain. */
#include "form/form.h"

#include <stdio.h>

#include "base/file.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/re.h"
#include "unit.h"

#define REPORT                                                                                     \
	"format: gouji-report/1\n"                                                                 \
	"sections:\n"                                                                              \
	"  - {number: 2, title: {zh: 乙, en: B}}\n"                                               \
	"money:\n"                                                                                 \
	"  - {unit: 元, yuan: 1}\n"
#define HEAD                                                                                       \
	"format: gouji-form/1\n"                                                                   \
	"id: a\n"                                                                                  \
	"title: {zh: 甲, en: A}\n"                                                                \
	"authority: x\n"                                                                           \
	"years: {from: 2000, to: 2001}\n"
#define ITEM(name, zh) "{name: " name ", label: {zh: " zh ", en: x}, brief: {zh: x, en: x}"
/* A table from line 6: its rows and, behind them, its groups, from lines of their own. */
#define TABLE(rows)                                                                                \
	HEAD "tables:\n"                                                                           \
	     "  - name: t\n"                                                                       \
	     "    section: 2\n"                                                                    \
	     "    title: {zh: 表, en: table}\n"                                                   \
	     "    blocks:\n"                                                                       \
	     "      - columns:\n"                                                                  \
	     "          - " ITEM("m", "左") "}\n"                                                  \
					    "          - " ITEM("n", "右") "}\n"                   \
									   "        rows:\n" rows
#define ROWS_AB                                                                                    \
	"          - " ITEM("a.x", "一") "}\n"                                                     \
					 "          - " ITEM("a.y", "二") "}\n"                    \
									  "          - " ITEM(     \
										  "b", "三") "}\n"
#define IDENTITY(each, equation)                                                                   \
	TABLE(ROWS_AB)                                                                             \
	"identities:\n"                                                                            \
	"  - {id: i, table: t, each: " each ", equation: " equation "}\n"
#define LIKE(more)                                                                                 \
	"format: gouji-form/1\n"                                                                   \
	"id: b\n"                                                                                  \
	"title: {zh: 乙, en: B}\n"                                                                \
	"authority: x\n"                                                                           \
	"years: {from: 2002}\n"                                                                    \
	"tables:\n"                                                                                \
	"  - name: t\n"                                                                            \
	"    like: a\n" more

struct file {
	const char *name;
	const char *text; /* NULL: no such file */
};

/* Loads a folder made of the files; NULL with err told where that fails. */
static struct forms *load_files(const struct file *files, size_t n, struct err *err)
{
	char dir[64];

	unit_temp_dir(dir);
	for (size_t i = 0; i < n; i++) {
		if (!files[i].text)
			continue;
		char *path = path_join(dir, files[i].name);
		cr_assert(file_write_atomic(path, str_of(files[i].text), err));
		free(path);
	}
	struct forms *f = forms_load(dir, err);
	return f;
}

Test(form, folders_that_hold_no_forms)
{
	static const struct {
		struct file files[2];
		const char *text;
	} rows[] = {
		{{{"report.yaml", NULL}, {"a.yaml", NULL}}, "there is no report.yaml"},
		{{{"report.yaml", NULL}, {"a.yaml", TABLE(ROWS_AB)}}, "there is no report.yaml"},
		{{{"report.yaml", REPORT}, {"a.txt", TABLE(ROWS_AB)}}, "there is no form"},
		{{{"report.yaml", ""}, {"a.yaml", TABLE(ROWS_AB)}}, "empty file"},
		{{{"report.yaml", REPORT}, {"a.yaml", ""}}, "empty file"},
		{{{"report.yaml", REPORT}, {"a.yaml", "[1"}}, "flow sequence"},
		{{{"report.yaml", HEAD}, {"a.yaml", TABLE(ROWS_AB)}}, "none of: gouji-report/1"},
		{{{"report.yaml", REPORT}, {"a.yaml", REPORT}}, "none of: gouji-form/1"},
	};
	struct err err;

	cr_expect_null(forms_load("/nowhere/at/all", &err));
	cr_expect_eq(err.kind, ERR_IO);
	for (size_t i = 0; i < ROWS(rows); i++) {
		cr_expect_null(load_files(rows[i].files, 2, &err), "%s", rows[i].text);
		cr_expect_not_null(
			strstr(err.text, rows[i].text), "%s: %s", rows[i].text, err.text);
		cr_expect(err.file[0] != '\0', "%s", rows[i].text);
	}
}

struct mistake {
	const char *form;
	unsigned line, column;
	const char *text; /* what the message says */
};

static void expect_mistakes(const struct mistake *rows, size_t n, const char *base)
{
	for (size_t i = 0; i < n; i++) {
		struct file files[] = {{"report.yaml", REPORT}, {"a.yaml", base},
			{base ? "b.yaml" : "a.yaml", rows[i].form}};
		struct err err = {0};
		struct forms *f = load_files(files, 3, &err);
		cr_expect_null(f, "%s", rows[i].form);
		forms_free(f);
		cr_expect(err.line == rows[i].line && err.column == rows[i].column,
			"%u:%u told, %u:%u wanted, for:\n%s", err.line, err.column, rows[i].line,
			rows[i].column, rows[i].form);
		cr_expect_not_null(
			strstr(err.text, rows[i].text), "%s wanted: %s", rows[i].text, err.text);
		cr_expect_str_eq(path_base(err.file), base ? "b.yaml" : "a.yaml");
	}
}

Test(form, mistakes_in_a_form_are_told_by_place)
{
	static const struct mistake rows[] = {
		{"just words\n", 1, 1, "a map"},
		{"- a\n- b\n", 1, 1, "a map"},
		{"format: [1]\n", 1, 9, "text"},
		{HEAD, 1, 1, "`tables` is missing"},
		{HEAD "tables: 3\n", 6, 9, "a list"},
		{HEAD "tables: []\n", 6, 9, "`tables` is empty"},
		{HEAD "tables: [3]\n", 6, 10, "a map"},
		{HEAD "tables: [{}]\n", 6, 10, "`name` is missing"},
		{HEAD "tabels: []\n", 6, 1, "unknown key `tabels`"},
		{HEAD "tables: [{name: t, section: 5, title: {zh: x, en: x}}]\n", 6, 29,
			"from 2 to 4"},
		{HEAD "tables: [{name: T/1, section: 2}]\n", 6, 17, "`T/1` is no name"},
		{HEAD "tables: [{name: t, section: 2, title: {zh: x}}]\n", 6, 39,
			"`en` is missing"},
		{HEAD "tables: [{name: t, section: 2, title: {zh: x, en: ' '}}]\n", 6, 51,
			"`en` is blank"},
		{HEAD "tables: [{name: t, section: 2, title: {zh: x, en: x}, layout: tall}]\n", 6,
			63, "`tall` is none of: rows, wide"},
		{"format: gouji-form/2\n", 1, 9, "none of: gouji-form/1"},
		{"format: gouji-form/1\nid: a\ntitle: {zh: x, en: x}\nauthority: x\n"
		 "years: {from: 2010, to: 2009}\n",
			5, 8, "no years in order"},
		{TABLE("          []\n"), 15, 11, "`rows` is empty"},
		{TABLE("          - " ITEM("a", "一") ", value: count}\n"), 15, 69,
			"unknown key `value`"},
		{TABLE("          - " ITEM("a", "一") "}\n          - " ITEM("a", "二") "}\n"), 16,
			13, "row or group name `a` is there already, on line 15"},
		{TABLE("          - " ITEM("a", "一") "}\n          - " ITEM("b", "一") "}\n"), 16,
			13, "row label `一` is there already, on line 15"},
		{TABLE("          - " ITEM("a", "一") ", variants: [二, 一]}\n"), 15, 13,
			"row label `一`"},
		{TABLE("          - " ITEM("a", "一") ", variants: ['']}\n"), 15, 79, "blank"},
		{TABLE("          - " ITEM("a", "一") ", variants: {b: c}}\n"), 15, 79, "list"},
	};

	expect_mistakes(rows, ROWS(rows), NULL);
}

Test(form, mistakes_in_groups_are_told_by_place)
{
#define GROUP(members) "    groups:\n      - " ITEM("a", "组") members "}\n"
	static const struct mistake rows[] = {
		{TABLE("          - " ITEM("b", "一") "}\n") GROUP(""), 17, 9,
			"`a` has no members"},
		{TABLE(ROWS_AB) GROUP(", of: [b, c]"), 19, 9, "2 members, of which 1"},
		{TABLE(ROWS_AB) GROUP(", of: [a.x, b]"), 19, 9, "`b` is apart"},
		{TABLE(ROWS_AB) GROUP("") "      - " ITEM("a", "另") "}\n", 20, 9, "name `a`"},
		{TABLE(ROWS_AB) GROUP(", members: [b]"), 19, 65, "unknown key `members`"},
	};

	expect_mistakes(rows, ROWS(rows), NULL);
}

Test(form, mistakes_in_identities_are_told_by_place)
{
	static const struct mistake rows[] = {
		{IDENTITY("column", "''"), 19, 47, "ends where a name"},
		{IDENTITY("column", "a.x"), 19, 47, "'+' or '==' is expected"},
		{IDENTITY("column", "a.x =="), 19, 47, "ends where a name"},
		{IDENTITY("column", "a.x + == b"), 19, 47, "`==` where a name"},
		{IDENTITY("column", "a.x b == b"), 19, 47, "behind `a.x`"},
		{IDENTITY("column", "a.x == a.y == b"), 19, 47, "'+' or the end"},
		{IDENTITY("column", "b == b"), 19, 47, "`b` stands twice"},
		{IDENTITY("column", "a.* == a.*"), 19, 47, "`a.*` stands for nothing"},
		{IDENTITY("column", "c.* == b"), 19, 47, "`c.*` stands for nothing"},
		{IDENTITY("column", "a.x + c == b"), 19, 47, "no row `c`"},
		{IDENTITY("row", "a.x == b"), 19, 44, "no column `a.x`"},
		{IDENTITY("cell", "a.x == b"), 19, 29, "none of: column, row"},
		{IDENTITY("row", "m == n") "  - {id: i, table: t, each: row, equation: m == n}\n",
			20, 5, "identity `i` is there already, on line 19"},
		{TABLE(ROWS_AB) "identities: [{id: i, table: u, each: row, equation: m == n}]\n",
			18, 29, "no table `u`"},
	};

	expect_mistakes(rows, ROWS(rows), NULL);
}

Test(form, mistakes_in_tables_taken_over_are_told_by_place)
{
	static const struct mistake rows[] = {
		{LIKE("    section: 2\n"), 9, 5, "unknown key `section`"},
		{LIKE("    instead: [b]\n"), 9, 14, "a map"},
		{LIKE("    instead: {c: []}\n"), 9, 15, "no row `c`"},
		{LIKE("    instead: {b: []}\n"), 9, 18, "`b` is empty"},
		{LIKE("    instead: {b: [" ITEM("a.x", "四") "}]}\n"), 9, 19,
			"name `a.x` is there already"},
		{LIKE("    instead: {b: [" ITEM("c", "一") "}]}\n"), 9, 19,
			"label `一` is there already"},
		{LIKE("  - {name: t, like: a}\n"), 9, 5, "table `t` is there already, on line 7"},
		{LIKE("  - {name: u, like: a}\n"), 9, 5, "`a` has no table `u`"},
		{LIKE("  - {name: u, like: c}\n"), 9, 21, "no form `c`"},
		{LIKE("  - {name: u, like: b}\n"), 9, 21, "takes this table back"},
		{TABLE(ROWS_AB), 2, 5, "has form `a` already"},
		{"format: gouji-form/1\nid: c\ntitle: {zh: x, en: x}\nauthority: x\n"
		 "years: {from: 1999}\n",
			5, 8, "form `a` of"},
	};

	expect_mistakes(rows, ROWS(rows), TABLE(ROWS_AB));
}

Test(form, forms_that_take_from_each_other_are_refused)
{
	static const struct file files[] = {{"report.yaml", REPORT},
		{"a.yaml", HEAD "tables:\n  - {name: t, like: b}\n"}, {"b.yaml", LIKE("")}};
	struct err err = {0};

	cr_expect_null(load_files(files, 3, &err));
	cr_expect_not_null(strstr(err.text, "takes this table back"));
	cr_expect_str_eq(path_base(err.file), "b.yaml");
	cr_expect_eq(err.line, 8);
}

Test(form, mistakes_in_report_yaml_are_told_by_place)
{
	static const struct mistake rows[] = {
		{"format: gouji-report/1\n", 1, 1, "`sections` is missing"},
		{"format: gouji-report/1\nsections: [{number: 7, title: {zh: x, en: x}}]\n", 2, 21,
			"from 1 to 6"},
		{"format: gouji-report/1\nsections: [{title: {zh: x, en: x}}]\n", 2, 12,
			"from 1 to 6"},
		{"format: gouji-report/1\nsections:\n  - {number: 2, title: {zh: x, en: x}}\n"
		 "  - {number: 2, title: {zh: y, en: y}}\n",
			4, 5, "not in order"},
		{REPORT "nothing: {a: b}\n", 6, 10, "list"},
		{REPORT "blanks: [a]\n", 6, 1, "unknown key `blanks`"},
		{"format: gouji-report/1\nsections: [{number: 2, title: {zh: x, en: x}}]\n"
		 "money: [{unit: 元, yuan: 0}]\n",
			3, 9, "above zero"},
		{"format: gouji-report/1\nsections: [{number: 2, title: {zh: x, en: x}}]\n"
		 "money: [{unit: 元}]\n",
			3, 9, "above zero"},
		{REPORT "pieces: {a: x, b: '{c}', c: '{b}'}\n", 6, 19, "no piece `c`"},
		{REPORT "pieces: {ending: x}\n", 6, 10, "`ending` is there already"},
		{REPORT "page_marks: '{a}'\n", 6, 13, "no piece `a`"},
		{REPORT "year_patterns: ['(?<year>x)', y]\n", 6, 31, "no group (?<year>"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct file files[] = {{"report.yaml", rows[i].form}, {"a.yaml", TABLE(ROWS_AB)}};
		struct err err = {0};
		struct forms *f = load_files(files, 2, &err);
		cr_expect_null(f, "%s", rows[i].form);
		forms_free(f);
		cr_expect(err.line == rows[i].line && err.column == rows[i].column,
			"%u:%u told, %u:%u wanted, for:\n%s", err.line, err.column, rows[i].line,
			rows[i].column, rows[i].form);
		cr_expect_not_null(
			strstr(err.text, rows[i].text), "%s wanted: %s", rows[i].text, err.text);
		cr_expect_str_eq(path_base(err.file), "report.yaml");
	}
}

/* The same label is no mistake where the group above tells the rows apart. */
Test(form, small_form_is_read_as_written)
{
	static const struct file files[] = {{"report.yaml", REPORT},
		{"a.yaml",
			TABLE("          - " ITEM("a.x", "一") "}\n          - " ITEM(
				"a.y", "二") "}\n          - " ITEM("b",
				"一") ", number: 8}\n") "    groups:\n      - " ITEM("a",
				"组") "}\nidentities:\n"
				      "  - {id: i, table: t, each: column, equation: a.* == b}\n"},
		{"b.yaml", LIKE("    instead: {a.x: [" ITEM("a.v", "丙") "}, " ITEM(
				   "a.w", "丁") "}]}\n")}};
	struct err err = {0};
	struct forms *f = load_files(files, 3, &err);

	cr_assert_not_null(f, "%s", err.text);
	cr_assert_eq(f->n, 2);
	const struct form *a = &f->forms[0], *b = &f->forms[1];
	cr_expect_str_eq(a->cells[a->n_cells - 1].name, "t/b/n");
	cr_expect_eq(a->tables[0].rows[1].group, 0);
	cr_expect_eq(a->tables[0].rows[2].group, STR_NONE);
	cr_expect_str_eq(a->tables[0].rows[2].number, "8");
	cr_expect_eq(a->identities[0].n_left, 2);
	cr_expect_eq(a->identities[0].right[0], 2);
	cr_expect_eq(b->n_cells, 8);
	cr_expect_eq(b->year_to, 9999);
	cr_expect_str_eq(b->cells[2].name, "t/a.w/m");
	cr_expect_eq(b->tables[0].groups[0].n, 3);
	cr_expect_eq(b->tables[0].blocks[0].n_rows, 4);
	cr_expect_eq(b->tables[0].rows[3].first, 6);
	cr_expect_eq(form_cell_find(b, STR("t/a.x/m")), STR_NONE);
	forms_free(f);
}

/* --- the forms shipped --- */

static struct forms *load_shipped(void)
{
	struct err err = {0};
	char *data = path_data_dir();
	cr_assert_not_null(data);
	char *dir = path_join(data, "forms");
	struct forms *f = forms_load(dir, &err);
	cr_assert_not_null(f, "%s:%u:%u: %s", err.file, err.line, err.column, err.text);
	free(dir);
	free(data);
	return f;
}

struct wanted {
	const char *table, *rows, *columns; /* blank-separated */
};

#define APPLICANTS "person company research welfare legal other total"
#define REFUSED                                                                                    \
	"outcome.refused.state_secret outcome.refused.forbidden_by_law "                           \
	"outcome.refused.public_security outcome.refused.third_party outcome.refused.internal "    \
	"outcome.refused.deliberative outcome.refused.enforcement_file outcome.refused.inquiry "
#define UNDONE                                                                                     \
	"outcome.unavailable.not_held outcome.unavailable.not_compiled "                           \
	"outcome.unavailable.unclear outcome.rejected.petition outcome.rejected.repeated "         \
	"outcome.rejected.publication outcome.rejected.excessive outcome.rejected.reissue "
#define OTHERS "outcome.other.uncorrected outcome.other.unpaid outcome.other.misc "

static const struct wanted wanted_2019[] = {
	{"disclosure", "regulation normative", "made released total"},
	{"disclosure", "licence service penalty coercion", "previous change decisions"},
	{"disclosure", "fee", "previous change"},
	{"disclosure", "procurement", "items amount"},
	{"requests",
		"new carried_over outcome.granted outcome.partial " REFUSED UNDONE
		"outcome.other outcome.total carried_forward",
		APPLICANTS},
	{"disputes", "review direct after_review", "upheld corrected other pending total"},
	{NULL, NULL, NULL},
};

static const struct wanted wanted_2021[] = {
	{"disclosure", "regulation normative", "issued repealed in_force"},
	{"disclosure", "licence penalty coercion", "decisions"},
	{"disclosure", "fee", "amount"},
	{"requests",
		"new carried_over outcome.granted outcome.partial " REFUSED UNDONE OTHERS
		"outcome.total carried_forward",
		APPLICANTS},
	{"disputes", "review direct after_review", "upheld corrected other pending total"},
	{NULL, NULL, NULL},
};

static struct str next_name(const char **list)
{
	size_t n = strcspn(*list, " ");
	struct str name = {*list, n};
	*list += n + strspn(*list + n, " ");
	return name;
}

static size_t expect_cells(const struct form *f, const struct wanted *w)
{
	size_t at = 0;

	for (; w->table; w++)
		for (const char *rows = w->rows; *rows;) {
			struct str row = next_name(&rows);
			for (const char *columns = w->columns; *columns; at++) {
				struct str column = next_name(&columns);
				struct buf name = {0};
				buf_addf(&name, "%s/%.*s/%.*s", w->table, STR_ARG(row),
					STR_ARG(column));
				cr_assert_lt(at, f->n_cells);
				expect_str(str_of(f->cells[at].name), buf_str(&name));
				cr_expect_eq(form_cell_find(f, buf_str(&name)), at);
				buf_free(&name);
			}
		}
	return at;
}

Test(form, names_and_numbers_of_cells_are_those_of_the_forms)
{
	static const struct {
		const char *id;
		const struct wanted *cells;
		size_t tables[3], all;
	} rows[] = {
		{"2019", wanted_2019, {22, 161, 15}, 198},
		{"2021", wanted_2021, {10, 175, 15}, 200},
	};
	struct forms *f = load_shipped();

	cr_assert_eq(f->n, ROWS(rows));
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct form *form = forms_find(f, rows[i].id);
		cr_assert_not_null(form);
		cr_expect_eq(form->n_cells, rows[i].all);
		cr_expect_eq(expect_cells(form, rows[i].cells), rows[i].all);
		cr_assert_eq(form->n_tables, 3);
		for (size_t t = 0; t < 3; t++) {
			cr_expect_eq(form->tables[t].n_cells, rows[i].tables[t]);
			cr_expect_eq(form->tables[t].section, t + 2);
		}
	}
	forms_free(f);
}

Test(form, form_2019_has_the_order_of_the_samples)
{
	static const char *const names[] = {"houjia", "shanghewan", "sili", "xidian", "xingang"};
	struct forms *f = load_shipped();
	const struct form *form = forms_find(f, "2019");
	char *data = path_data_dir();

	for (size_t i = 0; i < ROWS(names); i++) {
		struct buf path = {0}, text = {0};
		struct err err = {0};
		buf_addf(&path, "%s/samples/%s-2020.cells.tsv", data, names[i]);
		cr_assert(file_read(path.p, 1 << 20, &text, &err), "%s", err.text);
		size_t cell = 0;
		for (char *line = strtok(text.p, "\n"); line; line = strtok(NULL, "\n")) {
			if (line[0] == '#')
				continue;
			cr_assert_lt(cell, form->n_cells);
			struct str name = {line, strcspn(line, "\t")};
			expect_str(str_of(form->cells[cell++].name), name);
		}
		cr_expect_eq(cell, form->n_cells, "%s", names[i]);
		buf_free(&path);
		buf_free(&text);
	}
	free(data);
	forms_free(f);
}

Test(form, forms_are_found_by_year_and_id)
{
	static const struct {
		int year;
		const char *id; /* NULL: none */
	} rows[] = {{0, NULL}, {2018, NULL}, {2019, "2019"}, {2020, "2019"}, {2021, "2021"},
		{2030, "2021"}, {10000, NULL}};
	struct forms *f = load_shipped();

	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct form *form = forms_for_year(f, rows[i].year);
		cr_expect_eq(form != NULL, rows[i].id != NULL, "%d", rows[i].year);
		if (form && rows[i].id)
			cr_expect_str_eq(form->id, rows[i].id);
	}
	cr_expect_null(forms_find(f, "2018"));
	forms_free(f);
}

Test(form, what_is_no_cell_is_not_found)
{
	static const char *const rows[] = {"", "/", "//", "requests", "requests/new",
		"requests/new/", "requests/new/person/", "requests//person", "/new/person",
		"requests/outcome/person", "requests/outcome.*/person", "disclosure/fee/decisions",
		"requests/new/upheld", "Requests/new/person"};
	struct forms *f = load_shipped();
	const struct form *form = forms_find(f, "2019");

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(form_cell_find(form, str_of(rows[i])), STR_NONE, "%s", rows[i]);
	cr_expect_eq(form_cell_at(&form->tables[0], 0, 3), STR_NONE);
	cr_expect_eq(form_cell_at(&form->tables[0], 99, 0), STR_NONE);
	cr_expect_eq(form_cell_at(&form->tables[2], 1, 2), 22 + 161 + 7);
	forms_free(f);
}

Test(form, identities_are_those_of_the_contract)
{
	static const struct {
		const char *id, *table;
		bool each_row;
		size_t left_2019, left_2021, right;
	} rows[] = {
		{"requests.balance", "requests", false, 2, 2, 2},
		{"requests.outcome-total", "requests", false, 19, 21, 1},
		{"requests.row-total", "requests", true, 6, 6, 1},
		{"disputes.total", "disputes", true, 4, 4, 1},
	};
	struct forms *f = load_shipped();

	for (size_t k = 0; k < f->n; k++) {
		cr_assert_eq(f->forms[k].n_identities, ROWS(rows));
		for (size_t i = 0; i < ROWS(rows); i++) {
			const struct form_identity *id = &f->forms[k].identities[i];
			cr_expect_str_eq(id->id, rows[i].id);
			cr_expect_str_eq(id->table->name, rows[i].table);
			cr_expect_eq(id->each_row, rows[i].each_row);
			cr_expect_eq(id->n_left, k ? rows[i].left_2021 : rows[i].left_2019);
			cr_expect_eq(id->n_right, rows[i].right);
		}
	}
	const struct form_identity *sum = &f->forms[0].identities[1];
	cr_expect_str_eq(sum->table->rows[sum->left[0]].name, "outcome.granted");
	cr_expect_str_eq(sum->table->rows[sum->left[18]].name, "outcome.other");
	cr_expect_str_eq(sum->table->rows[sum->right[0]].name, "outcome.total");
	forms_free(f);
}

Test(form, cells_are_named_in_words)
{
	static const struct {
		const char *form, *cell, *zh, *brief, *en;
	} rows[] = {
		{"2019", "requests/new/person", "本年新收政府信息公开申请数量 · 自然人",
			"本年新收·自然人", "Requests newly received this year · natural persons"},
		{"2019", "requests/outcome.refused.state_secret/welfare",
			"不予公开：属于国家秘密 · 社会公益组织", "国家秘密·公益",
			"Refused: state secret · public-interest organisations"},
		{"2019", "requests/outcome.total/total", "本年度办理结果：总计 · 总计",
			"办理结果总计·总计", "Outcomes this year: total of outcomes · total"},
		{"2021", "requests/outcome.other.misc/other", "其他处理：其他 · 其他",
			"其他情形·其他", "Otherwise handled: other · other organisations"},
		{"2021", "disputes/direct/upheld", "行政诉讼：未经复议直接起诉 · 结果维持",
			"直接起诉·维持",
			"Administrative litigation: sued without reconsideration · upheld"},
		{"2021", "disclosure/fee/amount", "行政事业性收费 · 本年收费金额（单位：万元）",
			"事业性收费·收费金额",
			"Administrative fees · collected this year (10 000 yuan)"},
	};
	struct forms *f = load_shipped();

	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct form *form = forms_find(f, rows[i].form);
		size_t at = form_cell_find(form, str_of(rows[i].cell));
		struct buf zh = {0}, brief = {0}, en = {0};
		cr_assert_neq(at, STR_NONE, "%s", rows[i].cell);
		form_cell_words(&form->cells[at], LANG_ZH, &zh);
		form_cell_brief(&form->cells[at], LANG_ZH, &brief);
		form_cell_words(&form->cells[at], LANG_EN, &en);
		expect_str(buf_str(&zh), str_of(rows[i].zh));
		expect_str(buf_str(&brief), str_of(rows[i].brief));
		expect_str(buf_str(&en), str_of(rows[i].en));
		buf_free(&zh);
		buf_free(&brief);
		buf_free(&en);
	}
	forms_free(f);
}

static struct str folded(const char *s)
{
	struct fold f;
	fold_make(&f, str_of(s), FOLD_SPACE | FOLD_PUNCT | FOLD_CASE);
	struct str text = {mem_strndup(f.text.p, f.text.n), f.text.n};
	fold_free(&f);
	return text;
}

/* No folded label of a is one of b's. */
static void expect_apart(const char **a, size_t n, const char **b, size_t m)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m; k++) {
			struct str x = folded(a[i]), y = folded(b[k]);
			cr_expect(x.n > 0 && !str_eq(x, y), "%s, %s", a[i], b[k]);
			free((char *)x.p);
			free((char *)y.p);
		}
}

/* Also as the engine sees them: without width, white space and punctuation. */
Test(form, labels_tell_rows_and_columns_apart_when_folded)
{
	struct forms *f = load_shipped();

	for (size_t k = 0; k < f->n; k++)
		for (size_t t = 0; t < f->forms[k].n_tables; t++) {
			const struct form_table *table = &f->forms[k].tables[t];
			for (size_t i = 0; i < table->n_rows; i++)
				for (size_t j = 0; j < i; j++) {
					const struct form_row *a = &table->rows[i],
							      *b = &table->rows[j];
					if (a->block == b->block && a->group == b->group)
						expect_apart(a->variants, a->n_variants,
							b->variants, b->n_variants);
				}
			for (size_t b = 0; b < table->n_blocks; b++)
				for (size_t i = 0; i < table->blocks[b].n_columns; i++)
					for (size_t j = 0; j < i; j++) {
						const struct form_column *c =
							table->blocks[b].columns;
						expect_apart(c[i].variants, c[i].n_variants,
							c[j].variants, c[j].n_variants);
					}
		}
	forms_free(f);
}

/* Is the folded text part of any label of the table? */
static bool is_printed(const struct form_table *t, const char *text)
{
	struct buf all = {0};
	struct str part = folded(text);

	for (size_t i = 0; i < t->n_rows; i++)
		for (size_t k = 0; k < t->rows[i].n_variants; k++)
			buf_addf(&all, "%s\n", t->rows[i].variants[k]);
	for (size_t b = 0; b < t->n_blocks; b++) {
		const struct form_block *block = &t->blocks[b];
		for (size_t k = 0; k < block->n_variants; k++)
			buf_addf(&all, "%s\n", block->variants[k]);
		for (size_t c = 0; c < block->n_columns; c++)
			for (size_t k = 0; k < block->columns[c].n_variants; k++)
				buf_addf(&all, "%s\n", block->columns[c].variants[k]);
	}
	struct str whole = folded(all.p);
	bool found = str_find(whole, part, 0) != STR_NONE;
	free((char *)whole.p);
	free((char *)part.p);
	buf_free(&all);
	return found;
}

Test(form, telltales_are_words_of_their_own_form_alone)
{
	struct forms *f = load_shipped();
	size_t n = 0;

	for (size_t k = 0; k < f->n; k++)
		for (size_t t = 0; t < f->forms[k].n_tables; t++) {
			const struct form_table *table = &f->forms[k].tables[t];
			for (size_t i = 0; i < table->telltales.n; i++, n++) {
				const char *word = table->telltales.items[i];
				cr_expect(is_printed(table, word), "%s", word);
				cr_expect_not(
					is_printed(&f->forms[1 - k].tables[t], word), "%s", word);
			}
		}
	cr_expect_gt(n, 10);
	forms_free(f);
}

/* --- report.yaml --- */

Test(form, what_all_reports_share_is_there)
{
	struct forms *f = load_shipped();
	const struct form_common *c = &f->common;

	cr_assert_eq(c->n_sections, 6);
	for (size_t i = 0; i < 6; i++)
		cr_expect_eq(c->sections[i].number, i + 1);
	cr_expect_str_eq(c->sections[1].variants.items[0], "主动公开政府信息情况");
	for (size_t i = 0; i < c->money_units.n; i++)
		if (strcmp(c->money_units.items[i], "万元") == 0)
			cr_expect_eq(dec_cmp(c->money_factors[i], dec_of(10000)), 0);
	for (size_t i = 1; i < c->agency_endings.n; i++)
		cr_expect_geq(
			strlen(c->agency_endings.items[i - 1]), strlen(c->agency_endings.items[i]));
	forms_free(f);
}

/* The shadow that the patterns are for: NFKC, no white space beside Han. */
static char *shadow_of(const char *s)
{
	struct fold f;
	struct buf out = {0};

	fold_make(&f, str_of(s), FOLD_PLAIN);
	for (size_t i = 0; i < f.text.n; i++)
		if (f.text.p[i] != ' ')
			buf_addc(&out, f.text.p[i]);
	fold_free(&f);
	return buf_take(&out);
}

/* What `group` of the pattern finds, "" for nothing. The caller's to free(). */
static char *find_group(const char *pattern, const char *group, const char *text)
{
	struct err err = {0};
	struct re *re = re_new(str_of(pattern), &err);
	size_t from = 0, to = 0;

	cr_assert_not_null(re, "%s at %u of %s", err.text, err.column, pattern);
	struct re_match *m = re_match_new(re, NULL);
	if (re_find(re, str_of(text), 0, m))
		cr_assert(re_span(m, re_group(re, group), &from, &to));
	re_match_free(m);
	re_free(re);
	return mem_strndup(text + from, to - from);
}

/* The first that matches, or of a later one the fuller name of the same organ. */
static char *find_agency(const struct form_patterns *patterns, const char *text)
{
	char *best = mem_strdup("");

	for (size_t i = 0; i < patterns->n; i++) {
		char *found = find_group(patterns->v[i].source, "agency", text);
		if (strlen(found) > strlen(best) && str_ends(str_of(found), best)) {
			free(best);
			best = found;
			found = NULL;
		}
		free(found);
	}
	return best;
}

Test(form, agencies_are_found_where_reports_name_them)
{
#define TAIL "2020年政府信息公开工作年度报告\n"
	static const struct {
		const char *text, *agency;
	} rows[] = {
		{"", ""},
		{"\n\n\n", ""},
		{"2020年政府信息公开工作年度报告\n", ""},
		{"如有疑问，请与我局办公室联系。\n", ""},
		{"如有疑问，请与本机关政务公开办公室联系（电话：1）\n", ""},
		{"请与云山街道信息公开领导小组办公室联系（电话：1）\n", ""},
		{"请与清河市政府信息公开办公室联系。\n", ""},
		{"首页 > 政务公开 > 清河市人民政府 > 信息公开年报\n", ""},
		{"政府网站公开信息30条，公民、法人和清河市税务局等提出申请。\n", ""},
		/* the title */
		{"清河县云山镇人民政府2020年政府信息公开工作年度报告\n", "清河县云山镇人民政府"},
		{"清河县云山镇人民政府 ２０２０ 年度政府信息公开年度报告\n",
			"清河县云山镇人民政府"},
		{"清河县教育局\n" TAIL, "清河县教育局"},
		{"按照要求，现公布清河县教育局2020度政府信息公开工作年度报告。\n", "清河县教育局"},
		{"清河市沙河区人民政府柳林街道办事处2021年政府信息公开年度报告\n",
			"清河市沙河区人民政府柳林街道办事处"},
		{"清河市沙河区柳林街道办事处2020年\n政府信息公开工作年度报告\n一、总体情况\n",
			"清河市沙河区柳林街道办事处"},
		{"标 题 | 柳林街道办事处2021年政府信息公开工作年度报告 |\n", "柳林街道办事处"},
		{"清河市市场监督管理局机关2023年政府信息公开工作年度报告\n",
			"清河市市场监督管理局"},
		{"清河县教育和科学技术局2020年政府信息公开重点工作年度报告\n",
			"清河县教育和科学技术局"},
		{"清河市发展和改革委员会关于2022年政府信息公开工作的年度报告\n",
			"清河市发展和改革委员会"},
		{"国家税务总局清河市税务局2020年政府信息公开工作年度报告\n",
			"国家税务总局清河市税务局"},
		{"清河市公安局交通警察支队2020年政府信息公开工作年度报告\n",
			"清河市公安局交通警察支队"},
		{"清河经济开发区管委会二〇二〇年政府信息公开工作年度报告\n",
			"清河经济开发区管委会"},
		{"2020年度清河县水务局政府信息公开工作年度报告\n", "清河县水务局"},
		{"2022年清河县云山镇人民政府信息公开工作年度报告\n", "清河县云山镇人民政府"},
		{"清河海关政府信息公开工作年度报告（2021年）\n", "清河海关"},
		{"清河市住房公积金管理中心2020年政府信息公开工作年度报告\n",
			"清河市住房公积金管理中心"},
		{"清河市气象局关于印发2020年政府信息公开工作年度报告的通知\n清河市气象局\n" TAIL,
			"清河市气象局"},
		{"市北区卫生健康局2020年政府信息公开工作年度报告\n", "市北区卫生健康局"},
		/* a fuller name further down */
		{"沙河区柳林街道办事处\n" TAIL "如对本报告有疑问，请联系清河市沙河区柳林街道办事处"
		 "（地址：长街1号）。\n",
			"清河市沙河区柳林街道办事处"},
		/* a title that names a place only */
		{"云山镇2020年政府信息公开工作年度报告\n如有疑问，请与清河县云山镇人民政府党政综合"
		 "办公室"
		 "联系（地址：长街1号，邮编：1）。\n",
			"清河县云山镇人民政府"},
		{"2022年清河市政府信息公开工作年度报告\n如有疑问，请与清河市人民政府办公室政务公开"
		 "科"
		 "联系。\n",
			"清河市人民政府"},
		{"清河市云山镇2022年政府信息公开工作年度报告\n如有疑问，请联系清河市云山镇政府。地"
		 "址：长街\n",
			"清河市云山镇政府"},
		{"2022年度云山镇政府信息公开工作年度报告\n一、总体情况\n", "云山镇"},
		{"清河县大柳乡2020年政府信息公开工作年度报告\n请与大柳乡党政办公室联系\n",
			"清河县大柳乡"},
		/* sentences */
		{TAIL "现公布清河市沙河区云山镇人民政府2020年度政府信息公开工作报告。请与清河市沙河"
		      "区"
		      "云山镇人民政府党政办联系。\n",
			"清河市沙河区云山镇人民政府"},
		{TAIL "编制《云山镇政府2022年度政府信息公开工作年度报告》。\n", "云山镇政府"},
		{TAIL "特向社会公布2020年度清河县教育和科学技术局政府信息公开年度报告。\n",
			"清河县教育和科学技术局"},
		{TAIL "根据《条例》要求，清河市沙河区人民政府柳林街道办事处编制2021年政府信息公开年"
		      "度报告。"
		      "请联系：清河市沙河区人民政府柳林街道办事处党政综合部，电话：1。\n",
			"清河市沙河区人民政府柳林街道办事处"},
		{TAIL "由云山镇人民政府综合全年政务信息公开工作编制而成。\n", "云山镇人民政府"},
		{TAIL "可与清河市市场监督管理局办公室联系（地址：1）\n", "清河市市场监督管理局"},
		{TAIL "请与国家统计局清河调查队综合科联系\n", "国家统计局清河调查队"},
		{TAIL "请与中国证券监督管理委员会清河监管局办公室联系\n",
			"中国证券监督管理委员会清河监管局"},
		{TAIL "联系单位：清河县交通运输局；电话：1\n", "清河县交通运输局"},
		{TAIL "本年度报告由国家税务总局清河市税务局编制。请与国家税务总局清河市税务局政务公"
		      "开领导小组办公室联系（地址：1）\n",
			"国家税务总局清河市税务局"},
		{"清河市气象部门2021年政府信息公开工作年度报告\n本报告由清河市气象局办公室根据《条"
		 "例》规定编制。\n",
			"清河市气象局"},
		{TAIL "请与国家税务总局政府信息公开办公室联系\n", "国家税务总局"},
		{TAIL "涵盖了2022年清河区自然资源局政府信息公开工作，\n", "清河区自然资源局"},
		{"清河区柳林街道2022年政府信息公开工作年度报告\n本报告由柳林街道办事处编制。\n",
			"柳林街道办事处"},
		{TAIL "现公布柳林街道2022年政府信息公开工作年度报告。\n", "柳林街道"},
		{TAIL "按照《清河县人民政府办公室关于做好2021年政府信息公开工作年度报告编发工作的通"
		      "知》要求\n",
			""},
		{TAIL "《清河县人民政府办公室关于做好2021年政府信息公开工作年度报告编发工作的通知》"
		      "要求\n",
			""},
		{TAIL "2020年，清河县教育委员会深入学习贯彻精神。\n", "清河县教育委员会"},
		{"2019年县教育和科学技术局政府信息公开工作年度报告\n编制清河县教科局2019年度政府信"
		 "息公开"
		 "工作年度报告。\n",
			"清河县教科局"},
		{"2019年县教育和科学技术局政府信息公开工作年度报告\n", "县教育和科学技术局"},
		{TAIL "现公开区人民政府办公室2024年政府信息公开工作年度报告。\n",
			"区人民政府办公室"},
		/* signatures */
		{TAIL "六、其他需要报告的事项\n无。\n\n清河县云山镇人民政府\n2021年1月21日\n",
			"清河县云山镇人民政府"},
		{TAIL "无\n二〇二一年一月二十一日\n\n清河县民政局\n", "清河县民政局"},
		{TAIL "无\n清河县民政局（盖章）\n2021年1月21日\n附件\n", "清河县民政局"},
	};
	struct forms *f = load_shipped();

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *text = shadow_of(rows[i].text);
		char *found = find_agency(&f->common.agency_contexts, text);
		cr_expect_str_eq(found, rows[i].agency, "%s: %s", text, found);
		free(found);
		free(text);
	}
	forms_free(f);
}

Test(form, years_are_found_where_reports_name_them)
{
	static const struct {
		const char *text, *year;
	} rows[] = {
		{"", ""},
		{"根据国办公开办函〔2021〕30号要求\n", ""},
		{"2020年政府信息公开工作年度报告\n", "2020"},
		{"云山镇2020年政府信息公开工作年度报告\n2021年1月5日\n", "2020"},
		{"日期：2023-01-11 来源：清河市人民政府\n清河市2022年政府信息公开工作年度报告\n",
			"2022"},
		{"柳林街道办事处\n２０２０ 年\n政府信息公开工作年度报告\n2021年1月5日\n", "2020"},
		{"二〇二〇年政府信息公开工作年度报告\n", "二〇二〇"},
		{"二○二一年度政府信息公开年报\n", "二○二一"},
		{"2019年县教育和科学技术局政府信息公开工作年度报告\n", "2019"},
		{"清河海关政府信息公开工作年度报告（2021年）\n", "2021"},
		{"清河海关政府信息公开工作年度报告\n（2021年度）\n", "2021"},
		{"政府信息公开工作年度报告\n2021年1月15日\n所列数据的统计期限自2020年1月1日起至"
		 "2020年12月31日止。\n",
			"2020"},
		{"本报告数据统计时限为2022年1月1日至12月31日。\n2023年1月3日\n", "2022"},
		{"本报告统计期限自202311日至1231日。\n", "2023"},
		{"政府信息公开\n2020年，我镇认真贯彻《条例》（2019年修订）。\n", "2020"},
		{"经国务院2019年修订，2021年以来，我局坚持公开。\n", "2021"},
	};
	struct forms *f = load_shipped();

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *text = shadow_of(rows[i].text), *found = mem_strdup("");
		for (size_t k = 0; !*found && k < f->common.year_patterns.n; k++) {
			free(found);
			found = find_group(f->common.year_patterns.v[k].source, "year", text);
		}
		cr_expect_str_eq(found, rows[i].year, "%s: %s", text, found);
		free(found);
		free(text);
	}
	forms_free(f);
}

Test(form, page_marks_are_told_from_text)
{
	static const struct {
		const char *line;
		bool mark;
	} rows[] = {{"", false}, {"0", false}, {"12", false}, {"-", false}, {"—", false},
		{"- 2 -", true}, {"—5—", true}, {"－ 12 －", true}, {"第 2 页 共 5 页", true},
		{"第3页", true}, {"3 / 12", true}, {"- 2", false}, {"2020年", false},
		{"- 2 - 3 -", false}, {"第二页", false}};
	struct forms *f = load_shipped();

	for (size_t i = 0; i < ROWS(rows); i++) {
		bool found = false;
		for (size_t k = 0; k < f->common.page_marks.n; k++) {
			struct re *re = re_new(str_of(f->common.page_marks.items[k]), NULL);
			cr_assert_not_null(re);
			struct re_match *m = re_match_new(re, NULL);
			found |= re_find(re, str_of(rows[i].line), 0, m);
			re_match_free(m);
			re_free(re);
		}
		cr_expect_eq(found, rows[i].mark, "%s", rows[i].line);
	}
	forms_free(f);
}
