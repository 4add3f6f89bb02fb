#include "unit/unit.h"

#include "desk/suggest.h"
#include "unit/session_fixture.h"

static void open_broken(struct desk *d)
{
	desk_open_changed(d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
}

static const char *reply(const struct desk *d)
{
	return d->s->reply.text;
}

static size_t cell_of(const struct desk *d, const char *name)
{
	return report_cell_find(d->s->report, str_of(name));
}

Test(desk_repair, nothing_to_apply_where_nothing_is_suggested)
{
	struct desk d;

	desk_open_changed(&d, "xidian-2020.txt", "转结下年度办理", "7", "9");
	cr_assert_gt(d.s->check.n_findings, 0);
	cr_expect_eq(suggest_count(d.s), 0);
	cr_expect_null(suggest_shown(d.s));
	desk_refuses(&d, "suggest", "nothing is suggested");
	desk_refuses(&d, "apply", "nothing is suggested");
	desk_close(&d);
}

Test(desk_repair, told_applied_and_undone)
{
	struct desk d;

	open_broken(&d);
	size_t cell = cell_of(&d, "requests/outcome.granted/person"), n = d.s->check.n_findings;

	cr_assert_eq(suggest_count(d.s), 1);
	cr_expect(session_cell_view(d.s, cell).suggested);
	cr_expect_not(session_cell_view(d.s, cell_of(&d, "requests/new/person")).suggested);
	desk_do(&d, "suggest");
	cr_expect(strstr(reply(&d), "21 → 20"), "%s", reply(&d));
	cr_expect(strstr(reply(&d), "one digit changed"), "%s", reply(&d));
	cr_expect_eq(review_history_count(d.s->review), 0);
	desk_refuses(&d, "apply 2", "1 suggestion");
	desk_refuses(&d, "apply 0", "1 suggestion");
	desk_refuses(&d, "apply x", "1 suggestion");
	desk_press(&d, "s");
	cr_expect(strstr(reply(&d), "applied"), "%s", reply(&d));
	cr_expect(strstr(reply(&d), "2 findings settled"), "%s", reply(&d));
	cr_expect_eq(d.s->check.n_findings, n - 2);
	const struct record *r = session_cell_view(d.s, cell).correction;

	cr_assert_not_null(r);
	cr_expect_str_eq(r->from, "21");
	cr_expect_str_eq(r->to, "20");
	cr_expect(strstr(r->note, "one digit changed"), "%s", r->note);
	desk_assert_sane(&d);
	desk_do(&d, "undo");
	cr_expect_eq(d.s->check.n_findings, n);
	cr_expect_eq(suggest_count(d.s), 1);
	desk_close(&d);
}

/* A row of disputes stands alone: one suggestion after the other, and around again. */
Test(desk_repair, another_and_another)
{
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "correct disputes/review/upheld 2");
	cr_assert_eq(d.s->check.count[SEVERITY_ERROR], 1);
	desk_do(&d, "goto disputes/review/upheld");
	desk_do(&d, "locate finding");
	size_t n = suggest_count(d.s);

	cr_assert_eq(n, 1, "only the total can take it, the correction stays");
	desk_do(&d, "undo");
	desk_do(&d, "correct disputes/review/total 2");
	desk_do(&d, "goto disputes/review/total");
	desk_do(&d, "locate finding");
	n = suggest_count(d.s);
	cr_assert_eq(n, 4);
	for (size_t i = 0; i < n; i++) {
		cr_expect_eq(suggest_index(d.s), i);
		desk_press(&d, "S");
	}
	cr_expect_eq(suggest_index(d.s), 0);
	desk_do(&d, "suggest prev");
	cr_expect_eq(suggest_index(d.s), n - 1);
	cr_expect(strstr(reply(&d), "4 of 4"), "%s", reply(&d));
	desk_do(&d, "apply 2");
	cr_expect_eq(d.s->check.count[SEVERITY_ERROR], 0);
	desk_close(&d);
}

/* All changes of one suggestion are one act. */
Test(desk_repair, several_changes_are_undone_together)
{
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "correct requests/carried_over/person 0");
	desk_do(&d, "correct requests/carried_over/company 3");
	size_t acts = review_history_count(d.s->review);

	desk_do(&d, "next error");
	cr_assert_gt(suggest_count(d.s), 0);
	cr_assert_gt(suggest_shown(d.s)->n_changes, 1);
	desk_do(&d, "apply");
	cr_expect_eq(d.s->check.count[SEVERITY_ERROR], 0);
	cr_expect_gt(review_count(d.s->review, RECORD_CORRECTION), 3);
	desk_do(&d, "undo");
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 2);
	cr_expect_eq(review_history_count(d.s->review), acts);
	desk_close(&d);
}
