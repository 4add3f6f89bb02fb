#include "unit/unit.h"

#include "unit/session_fixture.h"

static void open_broken(struct desk *d)
{
	desk_open_changed(d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
}

static const char *reply(const struct desk *d)
{
	return d->s->reply.text;
}

Test(desk_review, values_are_validated)
{
	static const struct {
		const char *line, *words;
	} rows[] = {
		{"correct requests/new/person ", "usage"},
		{"correct requests/new/person x", "not a plain number"},
		{"correct requests/new/person 3,9", "not a plain number"},
		{"correct requests/new/person 减-3", "not a plain number"},
		{"correct requests/new/person -3", "cannot be negative"},
		{"correct requests/new/person 3.5", "whole number"},
		{"correct requests/new/person 39", "already"},
		{"correct requests/new/person ３９", "already"},
		{"correct disclosure/procurement/amount -1", "cannot be negative"},
		{"correct disclosure/licence/change 1.5", "whole number"},
		{"correct requests/none/person 1", "no cell"},
		{"correct requests/new/person 99999999999999999999", "not a plain number"},
	};
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++)
		desk_refuses(&d, rows[i].line, rows[i].words);
	desk_do(&d, "correct disclosure/licence/change 减4");
	cr_expect(strstr(reply(&d), "-2 → -4"), "%s", reply(&d));
	desk_do(&d, "correct disclosure/procurement/amount 1643.4879 单位应为万元");
	cr_expect(strstr(reply(&d), "16434879.08 → 1643.4879"), "%s", reply(&d));
	desk_do(&d, "correct requests/new/company 4.00");
	cr_expect(strstr(reply(&d), "0 → 4;"), "%s", reply(&d));
	desk_close(&d);
}

Test(desk_review, a_correction_can_be_made_again_and_taken_back)
{
	struct desk d;
	open_broken(&d);
	size_t cell = report_cell_find(d.s->report, STR("requests/outcome.granted/person"));
	desk_do(&d, "correct requests/outcome.granted/person 22");
	expect_str(session_cell_value(d.s, cell), STR("22"));
	desk_do(&d, "correct requests/outcome.granted/person 20 再核");
	const struct record *r = session_cell_view(d.s, cell).correction;
	cr_assert_not_null(r);
	cr_expect_str_eq(r->from, "21");
	cr_expect_str_eq(r->note, "再核");
	expect_str(session_cell_view(d.s, cell).printed, STR("21"));
	desk_do(&d, "correct requests/outcome.granted/person 21"); /* what is printed */
	cr_expect_null(session_cell_view(d.s, cell).correction);
	cr_expect(strstr(reply(&d), "20 → 21; 0 findings settled, 2 new"), "%s", reply(&d));
	desk_refuses(&d, "uncorrect .", "not corrected");
	desk_press(&d, "u");
	cr_expect(strstr(reply(&d), "undone: "), "%s", reply(&d));
	desk_do(&d, "uncorrect .");
	cr_expect_null(session_cell_view(d.s, cell).correction);
	desk_close(&d);
}

Test(desk_review, deciding_moves_on)
{
	struct desk d;
	open_broken(&d);
	size_t n = d.s->check.n_findings;
	cr_assert_geq(n, 2);
	desk_press(&d, "y");
	cr_expect_eq(d.s->place.finding, 1);
	cr_expect_eq(session_open_findings(d.s), n - 1);
	cr_expect(strstr(reply(&d), "confirmed"), "%s", reply(&d));
	desk_do(&d, "set advance off");
	desk_press(&d, "x");
	cr_expect_eq(d.s->place.finding, 1);
	desk_do(&d, "set advance on");
	desk_do(&d, "decide . query 数字从何而来");
	desk_do(&d, "goto #2");
	desk_press(&d, "o"); /* another decision, the note stays */
	const struct record *r = session_decision(d.s, 1);
	cr_assert_not_null(r);
	cr_expect_eq(r->decision, DECISION_ACCEPTABLE);
	cr_expect_str_eq(r->note, "数字从何而来");
	for (size_t i = 2; i < n; i++)
		desk_do(&d, "decide . acceptable");
	cr_expect(strstr(reply(&d), "all are decided"), "%s", reply(&d));
	desk_refuses(&d, "next open", "all findings are decided");
	desk_do(&d, "undecide 1");
	desk_do(&d, "set open-only on");
	desk_press(&d, "n");
	cr_expect_eq(d.s->place.finding, 0);
	desk_refuses(&d, "undecide 1", "not decided");
	desk_close(&d);
}

Test(desk_review, a_decision_goes_stale_with_its_values)
{
	struct desk d;
	open_broken(&d);
	desk_do(&d, "next error");
	size_t i = d.s->place.finding;
	desk_do(&d, "set advance off");
	desk_press(&d, "y");
	cr_expect_not(session_is_open(d.s, i));
	desk_do(&d, "correct requests/outcome.granted/person 22");
	cr_expect(session_is_stale(d.s, i));
	cr_expect(session_is_open(d.s, i));
	struct progress p = session_progress(d.s);
	cr_expect_eq(p.stale, 1);
	cr_expect_eq(p.decided[DECISION_CONFIRMED], 0);
	desk_press(&d, "u");
	cr_expect_not(session_is_stale(d.s, i));
	desk_close(&d);
}

Test(desk_review, notes_on_cells_findings_and_words)
{
	struct desk d;
	open_broken(&d);
	desk_do(&d, "annotate requests/new/person 与正文一致");
	desk_do(&d, "annotate 1 这一条请核实");
	desk_do(&d, "search 办结35件");
	desk_do(&d, "select match");
	desk_do(&d, "annotate . “办结”口径？");
	const struct record *r = review_at(d.s->review, RECORD_ANNOTATION, 2);
	cr_assert_not_null(r);
	cr_expect_eq(r->target, TARGET_TEXT);
	cr_expect_str_eq(r->text.exact, "办结35件");
	cr_expect_str_eq(r->note, "“办结”口径？");
	cr_expect(text_span_empty(session_selection(d.s)), "the selection ends");
	struct buf line = {0};
	buf_addf(&line, "annotate %s 改写", r->key);
	desk_do(&d, line.p);
	buf_free(&line);
	cr_expect_str_eq(review_at(d.s->review, RECORD_ANNOTATION, 2)->note, "改写");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 3);
	desk_do(&d, "goto 1");
	desk_refuses(&d, "annotate . 在哪", "select words");
	desk_do(&d, "annotate requests/new/person 第二条");
	desk_refuses(&d, "unannotate requests/new/person", "name one: ");
	desk_refuses(&d, "unannotate disputes/review/total", "no annotation here");
	desk_refuses(&d, "unannotate a99", "no cell, finding or annotation");
	desk_do(&d, "search 办结35件");
	desk_do(&d, "unannotate .");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 3);
	desk_do(&d, "unannotate 1");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 2);
	for (int i = 0; i < 7; i++)
		desk_press(&d, "u");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 0);
	desk_close(&d);
}

Test(desk_review, selecting_words)
{
	struct desk d;
	desk_open_text(&d, STR("2020年政府信息公开工作年度报告\n收到申请39件，办结35件。\n\n完\n"));
	desk_do(&d, "goto 2");
	cr_expect(text_span_empty(session_selection(d.s)));
	desk_press(&d, "Space l l l");
	expect_str(doc_str(d.s->report->doc, session_selection(d.s)), STR("收到申请"));
	desk_press(&d, "h S-Left");
	expect_str(doc_str(d.s->report->doc, session_selection(d.s)), STR("收到"));
	desk_press(&d, "Space");
	cr_expect(text_span_empty(session_selection(d.s)));
	desk_press(&d, "S-Right");
	expect_str(doc_str(d.s->report->doc, session_selection(d.s)), STR("到申"));
	desk_press(&d, "Esc V");
	expect_str(
		doc_str(d.s->report->doc, session_selection(d.s)), STR("收到申请39件，办结35件。"));
	desk_press(&d, "Esc f");
	desk_do(&d, "select word");
	cr_expect_not(text_span_empty(session_selection(d.s)));
	desk_do(&d, "goto 3");
	desk_refuses(&d, "select line", "nothing to select");
	desk_refuses(&d, "select match", "nothing to select");
	desk_close(&d);
}

Test(desk_review, the_verdict)
{
	struct desk d;
	open_broken(&d);
	desk_do(&d, "verdict accept 数据基本准确");
	cr_expect_eq(d.s->reply.tone, TONE_WARNING);
	cr_expect(strstr(reply(&d), "2 errors are still open"), "%s", reply(&d));
	desk_do(&d, "verdict return");
	const struct record *r = review_find(d.s->review, RECORD_VERDICT, "");
	cr_assert_not_null(r);
	cr_expect_eq(r->verdict, VERDICT_RETURN);
	cr_expect_str_eq(r->note, "数据基本准确");
	desk_do(&d, "verdict none");
	cr_expect_null(review_find(d.s->review, RECORD_VERDICT, ""));
	desk_refuses(&d, "verdict none", "no verdict");
	desk_press(&d, "u u u");
	cr_expect_not(review_is_dirty(d.s->review));
	desk_close(&d);
}

Test(desk_review, leaving)
{
	struct desk d;
	open_broken(&d);
	desk_press(&d, "q");
	cr_expect(d.s->quit);
	d.s->quit = false;
	desk_press(&d, "y");
	desk_refuses(&d, "q", ":q!");
	cr_expect_not(d.s->quit);
	desk_do(&d, "q!");
	cr_expect(d.s->quit);
	d.s->quit = false;
	desk_do(&d, "wq");
	cr_expect(d.s->quit);
	cr_expect_not(review_is_dirty(d.s->review));
	desk_close(&d);
}
