#include "unit/unit.h"

#include "desk/place.h"
#include "unit/session_fixture.h"

static struct str line_at(const struct desk *d)
{
	const struct doc *doc = d->s->report->doc;

	return doc_str(doc, doc_line(doc, doc_line_at(doc, d->s->place.at)));
}

static const char *cell_name(const struct desk *d)
{
	return d->s->report->cells[d->s->place.cell].def->name;
}

Test(desk_place, goto_finds_lines_cells_and_findings)
{
	struct desk d;
	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	desk_do(&d, "goto 7");
	cr_expect_eq(doc_source_line(d.s->report->doc, d.s->place.at), 7);
	desk_do(&d, "goto requests/outcome.granted/person");
	expect_str(doc_str(d.s->report->doc, (struct text_span){d.s->place.at, d.s->place.at + 2}),
		STR("21"));
	desk_do(&d, "goto #2");
	cr_expect_eq(d.s->place.finding, 1);
	struct buf line = {0};
	buf_addf(&line, "goto %s", d.s->check.findings[0].id);
	desk_do(&d, line.p);
	cr_expect_eq(d.s->place.finding, 0);
	buf_clear(&line);
	buf_addf(&line, "goto %.6s", d.s->check.findings[1].id);
	desk_do(&d, line.p);
	cr_expect_eq(d.s->place.finding, 1);
	buf_free(&line);
	desk_refuses(&d, "goto 0", "no line 0");
	desk_refuses(&d, "goto 99999", "no line 99999");
	desk_refuses(&d, "goto #0", "no finding 0");
	desk_refuses(&d, "goto #99", "no finding 99");
	desk_refuses(&d, "goto requests/none/such", "no cell or finding");
	desk_close(&d);
}

Test(desk_place, panes_follow_one_another)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "goto requests/new/person");
	desk_do(&d, "pane table");
	desk_press(&d, "j");
	cr_expect_str_eq(cell_name(&d), "requests/carried_over/person");
	cr_expect(str_find(line_at(&d), STR("上年转结"), 0) != STR_NONE);
	desk_press(&d, "l");
	cr_expect_str_eq(cell_name(&d), "requests/carried_over/company");
	desk_press(&d, "Enter");
	cr_expect_eq(d.s->place.pane, PANE_TEXT);
	desk_press(&d, "h h");
	cr_expect_str_eq(cell_name(&d), "requests/carried_over/person");
	desk_press(&d, "Tab Tab Tab");
	cr_expect_eq(d.s->place.pane, PANE_TEXT);
	desk_press(&d, "S-Tab");
	cr_expect_eq(d.s->place.pane, PANE_FINDINGS);
	desk_close(&d);
}

Test(desk_place, the_table_keeps_its_column)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "pane table");
	desk_do(&d, "goto requests/new/total");
	desk_do(&d, "up"); /* over the table's end, into one with fewer columns */
	cr_expect_str_eq(cell_name(&d), "disclosure/procurement/amount");
	desk_do(&d, "down");
	cr_expect_str_eq(cell_name(&d), "requests/new/total");
	desk_do(&d, "line-start");
	cr_expect_str_eq(cell_name(&d), "requests/new/person");
	desk_do(&d, "bottom");
	cr_expect_str_eq(cell_name(&d), "disputes/after_review/total");
	desk_do(&d, "right");
	cr_expect_str_eq(cell_name(&d), "disputes/after_review/total");
	desk_do(&d, "goto disputes/review/total");
	desk_do(&d, "right"); /* side by side in the form */
	cr_expect_str_eq(cell_name(&d), "disputes/direct/upheld");
	desk_do(&d, "left");
	cr_expect_str_eq(cell_name(&d), "disputes/review/total");
	desk_do(&d, "top");
	cr_expect_eq(d.s->place.cell, 0);
	d.s->page[PANE_TABLE] = 10; /* one row of a page is kept */
	desk_do(&d, "page-down");
	cr_expect_str_eq(cell_name(&d), "requests/carried_over/person");
	desk_close(&d);
}

Test(desk_place, the_text_moves_by_rows_and_words)
{
	struct desk d;
	desk_open_text(&d, STR("2020年政府信息公开工作年度报告\n\n一、总体情况\n"
			       "2020年共发布信息431条，其中网站136条。\n短\n这一行比上一行长\n"));
	desk_do(&d, "goto 4");
	desk_press(&d, "f");
	expect_str(
		str_slice(doc_text(d.s->report->doc), d.s->place.at, d.s->place.at + 3), STR("年"));
	desk_press(&d, "f f b");
	expect_str(str_slice(doc_text(d.s->report->doc), d.s->place.at, d.s->place.at + 3),
		STR("431"));
	desk_press(&d, "End");
	size_t end = d.s->place.at;
	expect_str(str_slice(doc_text(d.s->report->doc), end, end + 3), STR("。"));
	desk_press(&d, "j j");
	expect_str(
		str_slice(doc_text(d.s->report->doc), d.s->place.at, d.s->place.at + 3), STR("长"));
	desk_press(&d, "k k");
	cr_expect_eq(d.s->place.at, end, "the short row does not change the column");
	desk_press(&d, "gg");
	cr_expect_eq(d.s->place.at, 0);
	desk_press(&d, "k h b PgUp ^U 0");
	cr_expect_eq(d.s->place.at, 0);
	desk_press(&d, "G j l f PgDn ^D");
	cr_expect_leq(d.s->place.at, doc_text(d.s->report->doc).n);
	desk_close(&d);
}

Test(desk_place, back_and_forward)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	desk_refuses(&d, "back", "no place");
	desk_do(&d, "goto 7");
	size_t first = d.s->place.at;
	desk_do(&d, "goto 60");
	size_t second = d.s->place.at;
	desk_do(&d, "goto requests/new/person");
	size_t third = d.s->place.at;
	desk_press(&d, "^O");
	cr_expect_eq(d.s->place.at, second);
	desk_press(&d, "^O");
	cr_expect_eq(d.s->place.at, first);
	desk_press(&d, "^N ^N");
	cr_expect_eq(d.s->place.at, third);
	desk_refuses(&d, "forward", "no place");
	for (int i = 1; i < 300; i++) {
		struct buf line = {0};
		buf_addf(&line, "goto %d", i % 60 + 1);
		desk_do(&d, line.p);
		buf_free(&line);
	}
	cr_expect_leq(d.s->trail.n, 100);
	desk_close(&d);
}

Test(desk_place, kinds_of_findings)
{
	struct desk d;
	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	desk_do(&d, "next error");
	cr_expect_eq(d.s->check.findings[d.s->place.finding].severity, SEVERITY_ERROR);
	desk_do(&d, "pane table");
	desk_do(&d, "goto requests/outcome.granted/person");
	desk_do(&d, "locate finding");
	size_t one = d.s->place.finding;
	cr_expect_str_eq(cell_name(&d), "requests/outcome.granted/person");
	desk_do(&d, "locate finding");
	cr_expect_neq(d.s->place.finding, one);
	desk_do(&d, "goto disputes/review/total");
	desk_refuses(&d, "locate finding", "no finding is about this cell");
	desk_do(&d, "correct requests/outcome.granted/person 20");
	desk_refuses(&d, "next error", "no findings");
	desk_close(&d);
}
