#include "unit/unit.h"

#include "unit/report_fixture.h"

Test(rule_cells, each_state_is_told)
{
	static const struct {
		const char *cell, *text, *rule, *message; /* rule NULL: nothing */
	} rows[] = {
		{"requests/new/person", "0", NULL, NULL},
		{"requests/new/person", "", "cells.blank",
			"“收到和处理政府信息公开申请情况”表有 1 格空白：本年新收·自然人"},
		{"requests/new/person", "/", "cells.blank",
			"“收到和处理政府信息公开申请情况”表有 1 格空白（其中 1 "
			"格填了表示没有的记号）：本年新收·自然人"},
		{"requests/new/person", "?", "cells.missing",
			"“收到和处理政府信息公开申请情况”表不全：缺 1 格（本年新收·自然人）"},
		{"requests/new/person", "叁", "cells.unreadable",
			"“收到和处理政府信息公开申请情况”表有 1 格读不出数值：本年新收·自然人"
			"印作“叁”"},
		{"requests/carried_over/other", "00", "cells.leading-zeros",
			"“收到和处理政府信息公开申请情况”表有 1 格数字前有多余的零：上年结转·其他"
			"印作“00”"},
		{"disclosure/licence/change", "-2", NULL, NULL},
		{"disclosure/licence/previous", "-2", "cells.no-count", NULL},
		{"disclosure/licence/previous", "2.5", "cells.no-count", NULL},
		{"disclosure/procurement/amount", "0", NULL, NULL},
		{"disclosure/procurement/amount", "-1.5", "cells.no-count", NULL},
		{"disclosure/procurement/amount", "32.2526", "cells.no-unit",
			"“主动公开政府信息情况”表的集中采购·采购总金额"
			"印作“32.2526”，单元格和表头都没有单位（元或万元）"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_cell cell = {rows[i].cell, rows[i].text};
		struct fixture f;

		fixture_open(&f, "", &cell, 1);
		if (!rows[i].rule) {
			cr_expect_eq(f.check.count[SEVERITY_WARNING], 0, "%s", cell.text);
			fixture_close(&f);
			continue;
		}
		const struct finding *found = fixture_finding(&f, rows[i].rule, 0);

		cr_assert(found, "%s \"%s\"", rows[i].rule, cell.text);
		cr_expect_eq(fixture_count(&f, rows[i].rule), 1);
		cr_expect_eq(found->n_spans, 1);
		if (rows[i].message)
			cr_expect_str_eq(found->message[LANG_ZH], rows[i].message);
		fixture_close(&f);
	}
}

Test(rule_cells, one_note_a_table)
{
	struct example_cell cells[23 * 6];
	static char names[23 * 6][64];
	static const char *const columns[] = {
		"company", "research", "welfare", "legal", "other", "total"};
	struct fixture f;
	size_t n = 0;

	fixture_open(&f, "", NULL, 0);
	const struct form_table *t = &f.report->form->tables[1];

	for (size_t i = 0; i < t->n_rows; i++) {
		for (size_t j = 0; j < ROWS(columns); j++) {
			snprintf(names[n], sizeof names[n], "requests/%s/%s", t->rows[i].name,
				columns[j]);
			cells[n] = (struct example_cell){names[n], ""};
			n++;
		}
	}
	fixture_close(&f);
	fixture_open(&f, "", cells, n);
	cr_expect_eq(f.check.n_findings, 1);
	cr_expect_eq(f.check.findings[0].severity, SEVERITY_NOTE);
	cr_expect_eq(f.check.findings[0].n_cells, n);
	cr_expect_str_eq(f.check.findings[0].message[LANG_ZH],
		"“收到和处理政府信息公开申请情况”表有 138 格空白：本年新收 6 格、上年结转 6 格、"
		"予以公开 6 格 等 23 行");
	fixture_close(&f);
}

Test(rule_cells, a_table_lost)
{
	struct fixture f;
	struct example_text text = {.form = "2021", .prose = "", .without = "disputes"};

	fixture_open_text(&f, &text);
	const struct finding *found = fixture_finding(&f, "cells.missing", 0);

	cr_assert(found);
	cr_expect_str_eq(found->message[LANG_ZH], "没有找到“政府信息公开行政复议、行政诉讼情况”表");
	cr_expect_eq(found->cause, CAUSE_EXTRACTION);
	cr_expect_eq(found->n_cells, 15);
	fixture_close(&f);
}

Test(rule_cells, corrected_cells_are_left_in_peace)
{
	static const struct example_cell cells[] = {{"requests/new/other", "00"}};
	struct fixture f;

	fixture_open(&f, "", cells, 1);
	cr_expect_eq(fixture_count(&f, "cells.leading-zeros"), 1);
	f.values.v[fixture_cell(&f, "requests/new/other")].corrected = true;
	fixture_check(&f);
	cr_expect_eq(f.check.n_findings, 0);
	fixture_close(&f);
}

/* A number that its column may not have, in a cell that may be another column's. */
Test(rule_cells, a_cell_in_doubt_accuses_nobody)
{
	static const struct example_cell cell = {"disclosure/licence/previous", "2.5"};
	struct fixture f;

	fixture_open(&f, "", &cell, 1);
	cr_expect_eq(fixture_finding(&f, "cells.no-count", 0)->severity, SEVERITY_ERROR);
	f.report->cells[fixture_cell(&f, "disclosure/licence/previous")].doubt = true;
	fixture_check(&f);
	const struct finding *found = fixture_finding(&f, "cells.no-count", 0);

	cr_assert(found);
	cr_expect_eq(found->severity, SEVERITY_WARNING);
	cr_expect_eq(found->cause, CAUSE_EXTRACTION);
	fixture_close(&f);
}
