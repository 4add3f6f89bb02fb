/* Rules across reports: made reports where the years go on from one another and the sum is right
 * give nothing; with one thing changed in the other report, what comes of it is found, and only
 * it. */
#include "unit/samples.h"

#include "rule/example.h"

#define CELLS_MAX 32

/* Who is changed. */
enum who { LAST, CHILD_A, CHILD_B };

struct base {
	const char *form;
	int year;
	struct example_cell this[CELLS_MAX], last[CELLS_MAX], a[CELLS_MAX], b[CELLS_MAX];
};

static const struct base bases[] = {
	{"2019", 2020,
		.this = {{"disclosure/licence/previous", "7"}, {"disclosure/licence/change", "1"},
			{"disclosure/fee/previous", "3"}, {"requests/new/person", "10"},
			{"requests/new/total", "10"}, {"requests/carried_over/person", "2"},
			{"requests/carried_over/total", "2"},
			{"requests/outcome.granted/person", "9"},
			{"requests/outcome.granted/total", "9"},
			{"requests/outcome.total/person", "9"},
			{"requests/outcome.total/total", "9"},
			{"requests/carried_forward/person", "3"},
			{"requests/carried_forward/total", "3"}, {NULL, NULL}},
		.last = {{"disclosure/licence/previous", "5"}, {"disclosure/licence/change", "2"},
			{"disclosure/fee/previous", "4"}, {"disclosure/fee/change", "-1"},
			{"requests/carried_forward/person", "2"},
			{"requests/carried_forward/total", "2"}, {NULL, NULL}},
		.a = {{"disclosure/licence/previous", "7"}, {"disclosure/licence/change", "1"},
			{"requests/new/person", "4"}, {"requests/new/total", "4"},
			{"requests/carried_over/person", "2"}, {"requests/carried_over/total", "2"},
			{"requests/outcome.granted/person", "6"},
			{"requests/outcome.granted/total", "6"},
			{"requests/outcome.total/person", "6"},
			{"requests/outcome.total/total", "6"}, {NULL, NULL}},
		.b = {{"disclosure/fee/previous", "3"}, {"requests/new/person", "6"},
			{"requests/new/total", "6"}, {"requests/outcome.granted/person", "3"},
			{"requests/outcome.granted/total", "3"},
			{"requests/outcome.total/person", "3"},
			{"requests/outcome.total/total", "3"},
			{"requests/carried_forward/person", "3"},
			{"requests/carried_forward/total", "3"}, {NULL, NULL}}},
	{"2021", 2022,
		.this = {{"disclosure/normative/issued", "2"},
			{"disclosure/normative/repealed", "1"},
			{"disclosure/normative/in_force", "6"}, {"requests/new/company", "1"},
			{"requests/new/total", "1"}, {"requests/carried_over/company", "2"},
			{"requests/carried_over/total", "2"},
			{"requests/outcome.partial/company", "3"},
			{"requests/outcome.partial/total", "3"},
			{"requests/outcome.total/company", "3"},
			{"requests/outcome.total/total", "3"}, {NULL, NULL}},
		.last = {{"disclosure/normative/in_force", "5"},
			{"requests/carried_forward/company", "2"},
			{"requests/carried_forward/total", "2"}, {NULL, NULL}},
		.a = {{"disclosure/normative/issued", "2"}, {"disclosure/normative/in_force", "4"},
			{"requests/new/company", "1"}, {"requests/new/total", "1"},
			{"requests/outcome.partial/company", "1"},
			{"requests/outcome.partial/total", "1"},
			{"requests/outcome.total/company", "1"},
			{"requests/outcome.total/total", "1"}, {NULL, NULL}},
		.b = {{"disclosure/normative/repealed", "1"},
			{"disclosure/normative/in_force", "2"},
			{"requests/carried_over/company", "2"},
			{"requests/carried_over/total", "2"},
			{"requests/outcome.partial/company", "2"},
			{"requests/outcome.partial/total", "2"},
			{"requests/outcome.total/company", "2"},
			{"requests/outcome.total/total", "2"}, {NULL, NULL}}},
};

/* The reports of a base, one cell changed. */
struct made {
	struct report *this, *last, *a, *b;
	struct values this_values, last_values, a_values, b_values;
	struct rule_child children[2];
	struct check check;
};

static size_t count_cells(const struct example_cell *cells)
{
	size_t n = 0;

	while (cells[n].name)
		n++;
	return n;
}

static struct report *make(const struct forms *forms, struct example_text text,
	const struct example_cell *cells, const char *cell, const char *value, struct values *v)
{
	struct example_cell changed[CELLS_MAX + 1];
	size_t n = count_cells(cells), at = n;
	struct report *r;

	memcpy(changed, cells, n * sizeof *cells);
	for (size_t i = 0; cell && i < n; i++)
		at = strcmp(cells[i].name, cell) == 0 ? i : at;
	if (cell)
		changed[at] = (struct example_cell){cell, value};
	text.cells = changed;
	text.n_cells = n + (cell && at == n);
	r = example_report(forms, &text);
	values_init(v, r);
	return r;
}

static const char *of(enum who who, enum who changed, const char *text)
{
	return who == changed ? text : NULL;
}

static void check_made(struct made *m, const struct ruleset *rules, const struct forms *forms,
	const struct base *b, enum who who, const char *cell, const char *value)
{
	struct example_text text = {.form = b->form, .year = b->year};
	struct rule_beside beside = {0};

	text.agency = "青石县人民政府";
	m->this = make(forms, text, b->this, NULL, NULL, &m->this_values);
	text.year--;
	m->last = make(forms, text, b->last, of(who, LAST, cell), value, &m->last_values);
	text.year++;
	text.agency = "柳河镇人民政府";
	m->a = make(forms, text, b->a, of(who, CHILD_A, cell), value, &m->a_values);
	text.agency = "新河镇人民政府";
	m->b = make(forms, text, b->b, of(who, CHILD_B, cell), value, &m->b_values);
	m->children[0] = (struct rule_child){"a.txt", m->a, &m->a_values};
	m->children[1] = (struct rule_child){"b.txt", m->b, &m->b_values};
	beside.last = m->last;
	beside.last_values = &m->last_values;
	beside.children = m->children;
	beside.n_children = 2;
	rules_check_beside(rules, m->this, &m->this_values, &beside, &m->check);
}

static void made_free(struct made *m)
{
	check_free(&m->check);
	values_free(&m->this_values);
	values_free(&m->last_values);
	values_free(&m->a_values);
	values_free(&m->b_values);
	example_free(m->this);
	example_free(m->last);
	example_free(m->a);
	example_free(m->b);
}

/* Findings of the rules across reports. */
static size_t found_across(const struct check *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n_findings; i++)
		n += str_starts(str_of(c->findings[i].rule->id), "across.");
	return n;
}

static size_t not_checked(const struct check *c, const char *words)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n_not_checked; i++)
		n += str_starts(str_of(c->not_checked[i].rule->id), "across.") &&
		     strstr(c->not_checked[i].why[LANG_EN], words);
	return n;
}

Test(across, right_ones_give_nothing)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);

	for (size_t i = 0; i < ROWS(bases); i++) {
		struct made m;

		check_made(&m, rules, forms, &bases[i], LAST, NULL, NULL);
		cr_expect_eq(found_across(&m.check), 0, "%s", bases[i].form);
		cr_expect_eq(m.check.count[SEVERITY_ERROR], 0, "%s", bases[i].form);
		cr_expect_eq(not_checked(&m.check, ""), 0, "%s", bases[i].form);
		cr_expect_gt(m.check.n_checked, 100);
		made_free(&m);
	}
	rules_free(rules);
	forms_free(forms);
}

static bool has_cell(const struct made *m, const struct finding *f, const char *name)
{
	for (size_t i = 0; i < f->n_cells; i++)
		if (strcmp(m->this->cells[f->cells[i]].def->name, name) == 0)
			return true;
	return false;
}

Test(across, one_number_changed_is_found_and_only_it)
{
	static const struct {
		size_t base;
		enum who who;
		const char *cell, *value, *rule,
			*found; /* found: the first of the finding's cells */
		const char *clue;
	} rows[] = {
		{0, LAST, "requests/carried_forward/person", "3", "across.carried-over",
			"requests/carried_over/person", "last year's: Carried forward"},
		{0, LAST, "requests/carried_forward/total", "1", "across.carried-over",
			"requests/carried_over/total", NULL},
		{0, LAST, "requests/carried_forward/research", "1", "across.carried-over",
			"requests/carried_over/research", NULL},
		{0, LAST, "disclosure/licence/previous", "6", "across.items",
			"disclosure/licence/previous", "should be 8"},
		{0, LAST, "disclosure/licence/change", "-2", "across.items",
			"disclosure/licence/previous", "should be 3"},
		{0, LAST, "disclosure/service/previous", "1", "across.items",
			"disclosure/service/previous", NULL},
		{0, LAST, "disclosure/penalty/change", "1", "across.items",
			"disclosure/penalty/previous", NULL},
		{0, LAST, "disclosure/coercion/previous", "1", "across.items",
			"disclosure/coercion/previous", NULL},
		{0, LAST, "disclosure/fee/change", "0", "across.items", "disclosure/fee/previous",
			NULL},
		{1, LAST, "disclosure/normative/in_force", "6", "across.in-force",
			"disclosure/normative/in_force", "should be 7"},
		{1, LAST, "disclosure/regulation/in_force", "1", "across.in-force",
			"disclosure/regulation/in_force", NULL},
		{1, LAST, "requests/carried_forward/company", "0", "across.carried-over",
			"requests/carried_over/company", NULL},
		{0, CHILD_A, "requests/new/person", "5", "across.children", "requests/new/person",
			"difference 1"},
		{0, CHILD_B, "requests/new/person", "16", "across.children", "requests/new/person",
			"difference 10"},
		{0, CHILD_B, "disclosure/fee/previous", "6", "across.children",
			"disclosure/fee/previous", "difference 3"},
		{0, CHILD_A, "disclosure/service/change", "-4", "across.children",
			"disclosure/service/change", "-4 of 柳河镇人民政府, maybe left out"},
		{1, CHILD_A, "requests/outcome.other.misc/legal", "2", "across.children",
			"requests/outcome.other.misc/legal", "2 of 柳河镇人民政府, maybe left out"},
		{1, CHILD_B, "disputes/direct/pending", "9", "across.children",
			"disputes/direct/pending", "9 of 新河镇人民政府, maybe left out"},
		{1, CHILD_A, "disclosure/normative/issued", "1", "across.children",
			"disclosure/normative/issued", "maybe counted twice"},
	};
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);

	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct finding *f = NULL;
		struct made m;

		check_made(&m, rules, forms, &bases[rows[i].base], rows[i].who, rows[i].cell,
			rows[i].value);
		cr_expect_eq(m.check.count[SEVERITY_ERROR], 1, "%s=%s: %zu errors", rows[i].cell,
			rows[i].value, m.check.count[SEVERITY_ERROR]);
		cr_expect_eq(found_across(&m.check), 1);
		for (size_t k = 0; k < m.check.n_findings; k++)
			if (strcmp(m.check.findings[k].rule->id, rows[i].rule) == 0)
				f = &m.check.findings[k];
		cr_assert(f, "%s=%s: no %s", rows[i].cell, rows[i].value, rows[i].rule);
		cr_expect(has_cell(&m, f, rows[i].found), "%s", f->message[LANG_EN]);
		cr_expect(!rows[i].clue || strstr(f->message[LANG_EN], rows[i].clue), "%s",
			f->message[LANG_EN]);
		cr_expect_gt(f->n_beside, 0);
		cr_expect_eq(not_checked(&m.check, ""), 0);
		made_free(&m);
	}
	rules_free(rules);
	forms_free(forms);
}

Test(across, what_is_lost_is_not_checked)
{
	static const struct {
		size_t base;
		enum who who;
		const char *cell, *value, *words;
	} rows[] = {
		{0, LAST, "requests/carried_forward/person", "?",
			"last year's report: the text lacks"},
		{0, LAST, "requests/carried_forward/total", "x", "last year's report: "},
		{0, LAST, "disclosure/licence/change", "?", "last year's report: the text lacks"},
		{1, LAST, "disclosure/normative/in_force", "?",
			"last year's report: the text lacks"},
		{0, CHILD_A, "requests/new/person", "?", "the text lacks"},
		{1, CHILD_B, "disputes/direct/pending", "x", "the text lacks"},
	};
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct made m;

		check_made(&m, rules, forms, &bases[rows[i].base], rows[i].who, rows[i].cell,
			rows[i].value);
		cr_expect_eq(found_across(&m.check), 0, "%s", rows[i].cell);
		cr_expect_eq(not_checked(&m.check, rows[i].words), 1, "%s", rows[i].cell);
		cr_expect_eq(not_checked(&m.check, ""), 1, "%s", rows[i].cell);
		made_free(&m);
	}
	rules_free(rules);
	forms_free(forms);
}

/* This year's words, last year's, and the one finding across reports that comes of them. */
struct prose_row {
	const char *this, *last, *rule;
};

#define LONG                                                                                                                                   \
	"我镇坚持以公开为常态、不公开为例外，不断拓宽公开渠道，努力提高政府工作的透明度，得到了群" \
	"众的好评。"
#define HEAD "一、总体情况\n"

Test(across, words_of_last_year)
{
	static const struct prose_row rows[] = {
		{HEAD LONG, HEAD "其他。\n" LONG, "across.copied"},
		{HEAD LONG, HEAD "另一段话。", NULL},
		{HEAD "收到政府信息公开申请0件，较上年增加5件。", HEAD, "across.trend"},
		{HEAD "收到政府信息公开申请0件，与上年持平。", HEAD, NULL},
		{LONG "\n" HEAD, LONG "\n" HEAD, NULL}, /* what introduces the report may stay */
		{HEAD "2022年，全镇发布信息356条。今年新设一处公开专区。",
			HEAD "2021年，全镇发布信息356条。", "across.left-over"},
		{HEAD "2022年，全镇发布信息356条。今年新设一处公开专区。",
			HEAD "2021年，全镇发布信息357条。", NULL},
		{HEAD "2022年，投入经费12.5万元。今年新设一处公开专区。",
			HEAD "2021年，投入经费12.5万元。", "across.left-over"},
		{HEAD "2022年，召开会议2次。今年新设一处公开专区。", HEAD "2021年，召开会议2次。",
			NULL},
		{HEAD "2022年，收到政府信息公开申请16件。今年新设一处公开专区。",
			HEAD "2021年，收到政府信息公开申请16件。", NULL},
		/* as a whole paragraph it is told once */
		{HEAD LONG "全年发布信息356条。", HEAD LONG "全年发布信息356条。", "across.copied"},
	};
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_text this = {.form = "2021", .year = 2022, .prose = rows[i].this};
		struct example_text last = {.form = "2021", .year = 2021, .prose = rows[i].last};
		struct report *r = example_report(forms, &this), *l = example_report(forms, &last);
		struct values rv, lv;
		struct check check;

		values_init(&rv, r);
		values_init(&lv, l);
		rules_check_beside(rules, r, &rv,
			&(struct rule_beside){.last = l, .last_values = &lv}, &check);
		cr_expect_eq(found_across(&check), rows[i].rule != NULL, "row %zu", i);
		for (size_t k = 0; k < check.n_findings; k++) {
			const struct finding *f = &check.findings[k];

			if (!str_starts(str_of(f->rule->id), "across."))
				continue;
			cr_expect_str_eq(f->rule->id, rows[i].rule, "row %zu", i);
			cr_expect_eq(f->n_beside, 1);
			cr_expect_gt(f->beside[0].line, 0);
			cr_expect_eq(f->severity, strcmp(rows[i].rule, "across.trend")
							  ? SEVERITY_NOTE
							  : SEVERITY_WARNING);
		}
		check_free(&check);
		values_free(&rv);
		values_free(&lv);
		example_free(r);
		example_free(l);
	}
	rules_free(rules);
	forms_free(forms);
}

/* A number that the tables do not bear out, and that last year's did. */
Test(across, a_mismatch_that_is_last_years_number)
{
	static const struct example_cell now[] = {{"requests/new/total", "10"}},
					 then[] = {{"requests/new/total", "8"}};
	static const struct {
		const char *prose;
		bool left_over;
	} rows[] = {
		{HEAD "2022年，收到政府信息公开申请8件。", true},
		{HEAD "2022年，收到政府信息公开申请9件。", false},
	};
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_text this = {.form = "2021",
			.year = 2022,
			.prose = rows[i].prose,
			.cells = now,
			.n_cells = 1};
		struct example_text last = {
			.form = "2021", .year = 2021, .cells = then, .n_cells = 1};
		struct report *r = example_report(forms, &this), *l = example_report(forms, &last);
		struct values rv, lv;
		struct check check;
		size_t claims = 0;

		values_init(&rv, r);
		values_init(&lv, l);
		rules_check_beside(rules, r, &rv,
			&(struct rule_beside){.last = l, .last_values = &lv}, &check);
		for (size_t k = 0; k < check.n_findings; k++) {
			const struct finding *f = &check.findings[k];

			if (strcmp(f->rule->id, "text.table") != 0)
				continue;
			claims++;
			cr_expect_eq(f->n_beside, rows[i].left_over);
			cr_expect_eq(strstr(f->message[LANG_EN], "maybe left over") != NULL,
				rows[i].left_over, "%s", f->message[LANG_EN]);
		}
		cr_expect_eq(claims, 1);
		check_free(&check);
		values_free(&rv);
		values_free(&lv);
		example_free(r);
		example_free(l);
	}
	rules_free(rules);
	forms_free(forms);
}

/* Between the forms of 2019 and 2021 there is nothing in force to go on from: that is told. */
Test(across, another_form_the_year_before)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct example_text this = {.form = "2021", .year = 2021},
			    last = {.form = "2019", .year = 2020};
	struct report *r = example_report(forms, &this), *l = example_report(forms, &last);
	struct values rv, lv;
	struct check check;

	values_init(&rv, r);
	values_init(&lv, l);
	rules_check_beside(
		rules, r, &rv, &(struct rule_beside){.last = l, .last_values = &lv}, &check);
	cr_expect_eq(found_across(&check), 0);
	cr_expect_eq(not_checked(&check, "follows form 2019"), 1);
	check_free(&check);
	/* and where it cannot be read at all */
	rules_check_beside(rules, r, &rv, &(struct rule_beside){.last_lost = "l.txt"}, &check);
	cr_expect_eq(not_checked(&check, "cannot be read: l.txt"), 4);
	check_free(&check);
	/* or is of another year, or of another agency */
	rules_check_beside(rules, r, &rv,
		&(struct rule_beside){.last_lost = "l.txt", .last_year = 2018}, &check);
	cr_expect_eq(not_checked(&check, "is of 2018: l.txt"), 4);
	check_free(&check);
	rules_check_beside(rules, r, &rv,
		&(struct rule_beside){.last_lost = "l.txt", .last_agency = "柳河镇人民政府"},
		&check);
	cr_expect_eq(not_checked(&check, "of another agency, 柳河镇人民政府: l.txt"), 4);
	check_free(&check);
	values_free(&rv);
	values_free(&lv);
	example_free(r);
	example_free(l);
	rules_free(rules);
	forms_free(forms);
}
