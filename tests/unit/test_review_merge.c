/* Two desks on one report: what one did is done again on what the other saved. */
#include "unit/session_fixture.h"
#include "unit/review_kit.h"
#include "unit/unit.h"

#include "review/sidecar.h"

#define BROKEN "xidian-2020.txt", "(一) 予以公开", "20", "21"

/* Another desk on the same report, which does this and saves. */
static void meanwhile(struct desk *d, const char *const *lines)
{
	struct err err = {0};
	struct session *s = session_open(d->path, d->forms, d->rules, NULL, "王芳", &err);

	cr_assert(s, "%s", err.text);
	for (; *lines; lines++)
		cr_assert(command_run(s, str_of(*lines), &err), "%s: %s", *lines, err.text);
	cr_assert(session_save(s, &err), "%s", err.text);
	session_free(s);
}

#define MEANWHILE(d, ...) meanwhile(d, (const char *const[]){__VA_ARGS__, NULL})

static const char *decided(const struct desk *d, size_t finding)
{
	const struct record *r = session_decision(d->s, finding);

	return r ? decision_name(r->decision) : "none";
}

Test(review_merge, both_are_there)
{
	struct desk d;

	desk_open_changed(&d, BROKEN);
	desk_do(&d, "set advance off");
	desk_do(&d, "decide 1 confirmed 我");
	desk_do(&d, "annotate requests/new/person 我的");
	MEANWHILE(
		&d, "decide 2 acceptable 她", "annotate requests/new/total 她的", "verdict query");
	desk_refuses(&d, "write", ":merge");
	desk_do(&d, "merge");
	cr_expect(review_is_dirty(d.s->review));
	desk_do(&d, "write");
	desk_reopen(&d);
	cr_expect_str_eq(decided(&d, 0), "confirmed");
	cr_expect_str_eq(decided(&d, 1), "acceptable");
	cr_expect_str_eq(session_decision(d.s, 1)->by, "王芳");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 2);
	cr_expect_str_eq(review_find(d.s->review, RECORD_ANNOTATION, "a1")->note, "她的");
	cr_expect_str_eq(review_find(d.s->review, RECORD_ANNOTATION, "a2")->note, "我的");
	cr_expect_eq(review_find(d.s->review, RECORD_VERDICT, "")->verdict, VERDICT_QUERY);
	desk_close(&d);
}

/* On the same thing mine stands, and theirs is one undo away. */
Test(review_merge, the_same_finding)
{
	struct desk d;

	desk_open_changed(&d, BROKEN);
	desk_do(&d, "decide 1 confirmed");
	MEANWHILE(&d, "decide 1 acceptable");
	desk_do(&d, "merge");
	cr_expect_str_eq(decided(&d, 0), "confirmed");
	desk_do(&d, "undo");
	cr_expect_str_eq(decided(&d, 0), "acceptable");
	desk_refuses(&d, "merge", "nobody else");
	desk_close(&d);
}

/* An id of mine that is another's now is that in all I did with it. */
Test(review_merge, notes_that_were_changed_and_mends)
{
	struct desk d;

	desk_open_changed(&d, BROKEN);
	desk_do(&d, "annotate requests/new/person 一");
	desk_do(&d, "annotate a1 二");
	desk_do(&d, "tag a1 待核");
	desk_do(&d, "annotate requests/new/total 三");
	desk_do(&d, "join 65");
	MEANWHILE(&d, "annotate requests/new/other 她的", "join 66");
	desk_do(&d, "merge");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 3);
	cr_expect_str_eq(review_find(d.s->review, RECORD_ANNOTATION, "a1")->note, "她的");
	cr_expect_str_eq(review_find(d.s->review, RECORD_ANNOTATION, "a2")->note, "二");
	cr_expect_str_eq(review_find(d.s->review, RECORD_ANNOTATION, "a3")->note, "三");
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 2);
	cr_expect_eq(d.s->mends.n, 2);
	desk_assert_sane(&d);
	desk_do(&d, "write");
	desk_close(&d);
}

Test(review_merge, what_was_saved_and_undone)
{
	struct desk d;

	desk_open_changed(&d, BROKEN);
	desk_do(&d, "decide 1 confirmed");
	desk_do(&d, "write");
	desk_do(&d, "undo");
	MEANWHILE(&d, "decide 2 acceptable");
	desk_refuses(&d, "merge", "redo it first");
	desk_do(&d, "redo");
	desk_do(&d, "merge");
	cr_expect_not(review_is_dirty(d.s->review), "nothing of mine is new");
	cr_expect_str_eq(decided(&d, 0), "confirmed");
	cr_expect_str_eq(decided(&d, 1), "acceptable");
	desk_close(&d);
}

Test(review_merge, what_is_there_makes_no_sense)
{
	struct desk d;

	desk_open_changed(&d, BROKEN);
	desk_do(&d, "decide 1 confirmed");
	FILE *f = fopen(d.s->sidecar, "w");

	cr_assert(f);
	fputs("format: [\n", f);
	fclose(f);
	desk_refuses(&d, "write", "nothing was written");
	desk_refuses(&d, "merge", "");
	cr_expect_str_eq(decided(&d, 0), "confirmed");
	cr_expect(review_is_dirty(d.s->review));
	desk_close(&d);
}
