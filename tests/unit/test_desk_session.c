#include "unit/unit.h"

#include "unit/session_fixture.h"

static const char *const samples[] = {"houjia-2020.txt", "shanghewan-2020.txt", "sili-2020.txt",
	"xidian-2020.txt", "xingang-2020.txt"};

Test(desk_session, begins_at_the_first_finding)
{
	for (size_t i = 0; i < ROWS(samples); i++) {
		struct desk d;
		desk_open(&d, samples[i]);
		cr_expect_eq(d.s->place.pane, PANE_TEXT);
		cr_expect(d.s->check.n_findings == 0 || d.s->place.finding == 0, "%s", samples[i]);
		cr_expect_not(review_is_dirty(d.s->review));
		desk_close(&d);
	}
}

Test(desk_session, steps_through_all_findings_and_round)
{
	for (size_t i = 0; i < ROWS(samples); i++) {
		struct desk d;
		desk_open(&d, samples[i]);
		size_t n = d.s->check.n_findings;
		for (size_t k = 0; k < n; k++) {
			const struct finding *f = &d.s->check.findings[k];
			cr_expect_eq(d.s->place.finding, k, "%s", samples[i]);
			if (f->n_spans)
				cr_expect_eq(
					d.s->place.at, f->spans[0].from, "%s %zu", samples[i], k);
			if (f->n_cells)
				cr_expect_eq(d.s->place.cell, f->cells[0], "%s %zu", samples[i], k);
			desk_press(&d, "n");
		}
		if (n)
			cr_expect_eq(d.s->place.finding, 0);
		desk_close(&d);
	}
}

/* 办结 35, one number changed: a column and its row no longer add up. */
static void open_broken(struct desk *d)
{
	desk_open_changed(d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
}

Test(desk_session, a_correction_settles_the_findings)
{
	struct desk d;
	open_broken(&d);
	size_t errors = d.s->check.count[SEVERITY_ERROR];
	size_t all = d.s->check.n_findings;
	cr_assert_eq(errors, 2);
	desk_do(&d, "correct requests/outcome.granted/person ２０ 抄录有误");
	cr_expect(strstr(d.s->reply.text, ": 21 → 20; 2 findings settled, 0 new, "), "%s",
		d.s->reply.text);
	cr_expect_eq(d.s->check.count[SEVERITY_ERROR], 0);
	desk_press(&d, "u");
	cr_expect_eq(d.s->check.n_findings, all);
	cr_expect_not(review_is_dirty(d.s->review));
	desk_press(&d, "^R");
	cr_expect_eq(d.s->check.count[SEVERITY_ERROR], 0);
	desk_close(&d);
}

Test(desk_session, saves_and_goes_on_at_the_same_place)
{
	struct desk d;
	open_broken(&d);
	desk_press(&d, "n");
	desk_do(&d, "decide . query 请核对原表");
	desk_do(&d, "goto requests/outcome.granted/person");
	desk_do(&d, "annotate . 此处应为 20，见正文");
	desk_do(&d, "verdict return 请按批注修改");
	desk_do(&d, "pane table");
	struct place before = d.s->place;
	desk_refuses(&d, "quit", "not saved");
	desk_press(&d, "w");
	desk_reopen(&d);
	cr_expect_eq(d.s->place.pane, before.pane);
	cr_expect_eq(d.s->place.cell, before.cell);
	cr_expect_eq(d.s->place.finding, before.finding);
	cr_expect_eq(d.s->place.at, before.at);
	const struct record *a = review_at(d.s->review, RECORD_ANNOTATION, 0);
	cr_assert_not_null(a);
	cr_expect_str_eq(a->note, "此处应为 20，见正文");
	cr_expect_str_eq(a->by, "李敏");
	cr_expect_eq(review_count(d.s->review, RECORD_DECISION), 1);
	for (int i = 0; i < 3; i++)
		desk_press(&d, "u");
	desk_refuses(&d, "undo", "nothing to undo");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 0);
	desk_close(&d);
}
