/* Marks, repeating, filters of findings, deciding on many, tags. */
#include "unit/unit.h"

#include "desk/filter.h"
#include "desk/keymap.h"
#include "unit/session_fixture.h"

Test(desk_comfort, marks_bring_back)
{
	struct desk d;
	bool pending;
	struct err err = {0};

	desk_open(&d, "houjia-2020.txt");
	desk_refuses(&d, "jump a", "no mark a");
	desk_refuses(&d, "mark ab", "one letter");
	desk_refuses(&d, "mark 中", "one letter");
	desk_do(&d, "goto requests/new/person");
	cr_expect(keymap_press(d.s, "m", &pending, &err));
	cr_expect(pending);
	desk_press(&d, "ma");
	size_t cell = d.s->place.cell, at = d.s->place.at;

	desk_do(&d, "goto 1");
	desk_press(&d, "m* m'"); /* any character is a letter here */
	cr_expect_neq(d.s->place.at, at);
	desk_press(&d, "'a");
	cr_expect_eq(d.s->place.cell, cell);
	cr_expect_eq(d.s->place.at, at);
	desk_press(&d, "'*");
	cr_expect_eq(d.s->place.at, 0);
	desk_press(&d, "^O"); /* a jump is on the trail */
	cr_expect_eq(d.s->place.at, at);
	desk_do(&d, "mark a");
	cr_expect_eq(d.s->marks.n, 3, "set anew, not twice");
	desk_close(&d);
}

/* A correction brings findings before the one that was marked: it has another number then. */
Test(desk_comfort, marks_and_trail_keep_to_their_finding)
{
	struct desk d;
	char id[FINDING_ID_SIZE];

	desk_open(&d, "sili-2020.txt");
	size_t n = d.s->check.n_findings, last = n - 1;

	cr_assert_gt(n, 2);
	session_to_finding(d.s, last);
	memcpy(id, d.s->check.findings[last].id, sizeof id);
	desk_do(&d, "mark a");
	desk_do(&d, "goto #1");
	desk_do(&d, "correct requests/new/person 9999");
	cr_assert_gt(d.s->check.n_findings, n);
	cr_assert_str_neq(d.s->check.findings[last].id, id);
	desk_do(&d, "jump a");
	cr_expect_str_eq(d.s->check.findings[d.s->place.finding].id, id);
	desk_do(&d, "back");
	desk_do(&d, "back"); /* whence #1 was gone to */
	cr_expect_str_eq(d.s->check.findings[d.s->place.finding].id, id);
	desk_close(&d);
}

Test(desk_comfort, a_mark_on_a_settled_finding_says_so)
{
	struct desk d;

	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	cr_assert_eq(d.s->check.n_findings, 2);
	desk_do(&d, "goto #2");
	desk_do(&d, "mark a");
	size_t at = d.s->place.at;

	desk_do(&d, "correct requests/outcome.granted/person 20");
	desk_do(&d, "goto 1");
	desk_do(&d, "jump a");
	cr_expect(strstr(d.s->reply.text, "settled"), "%s", d.s->reply.text);
	cr_expect_eq(d.s->place.at, at, "where it stood");
	desk_do(&d, "undo");
	desk_do(&d, "goto #1");
	desk_do(&d, "jump a");
	cr_expect_eq(d.s->place.finding, 1);
	desk_close(&d);
}

Test(desk_comfort, the_last_change_is_repeated)
{
	struct desk d;

	desk_open(&d, "sili-2020.txt");
	desk_do(&d, "set advance off");
	desk_refuses(&d, "repeat", "nothing was changed yet");
	desk_do(&d, "goto #1");
	desk_do(&d, "decide . acceptable 同上");
	desk_do(&d, "next");
	desk_do(&d, "why"); /* no change */
	desk_press(&d, ".");
	cr_expect_eq(d.s->place.finding, 1);
	cr_expect_eq(session_decision(d.s, 1)->decision, DECISION_ACCEPTABLE);
	cr_expect_str_eq(session_decision(d.s, 1)->note, "同上");
	desk_press(&d, "u");
	desk_do(&d, "next");
	desk_press(&d, "."); /* undo is no change to be repeated */
	cr_expect_eq(session_decision(d.s, 2)->decision, DECISION_ACCEPTABLE);
	cr_expect_null(session_decision(d.s, 1));
	desk_close(&d);
}

/* Numbers of the findings that pass, "0 2 ". */
static char *passing(struct desk *d)
{
	struct buf out = {0};

	for (size_t i = 0; i < d->s->check.n_findings; i++)
		if (filter_passes(d->s, i))
			buf_addf(&out, "%zu ", i);
	buf_adds(&out, "");
	return buf_take(&out);
}

static size_t count_of(struct desk *d, enum severity v)
{
	return d->s->check.count[v];
}

Test(desk_comfort, findings_are_filtered)
{
	struct desk d;
	struct buf says = {0};

	desk_open(&d, "houjia-2020.txt");
	size_t n = d.s->check.n_findings;

	cr_assert_geq(n, 3);
	cr_expect_eq(filter_count(d.s), n);
	desk_do(&d, "filter error");
	cr_expect_eq(filter_count(d.s), count_of(&d, SEVERITY_ERROR));
	desk_do(&d, "filter error warning");
	cr_expect_eq(
		filter_count(d.s), count_of(&d, SEVERITY_ERROR) + count_of(&d, SEVERITY_WARNING));
	filter_write(&d.s->filter, &says);
	cr_expect_str_eq(says.p, "warning error");
	desk_refuses(&d, "filter error nonsense", "“nonsense” is no severity");
	cr_expect_eq(filter_count(d.s),
		count_of(&d, SEVERITY_ERROR) + count_of(&d, SEVERITY_WARNING),
		"a mistake changes nothing");
	desk_do(&d, "filter");
	char rule[128];

	snprintf(rule, sizeof rule, "filter %s", d.s->check.findings[0].rule->id);
	desk_do(&d, rule);
	for (size_t i = 0; i < n; i++)
		cr_expect_eq(filter_passes(d.s, i),
			d.s->check.findings[i].rule == d.s->check.findings[0].rule, "%zu", i);
	desk_do(&d, "filter decided");
	cr_expect_eq(filter_count(d.s), 0);
	cr_expect_eq(d.s->reply.tone, TONE_WARNING);
	desk_refuses(&d, "next", "filter");
	desk_do(&d, "decide 2 confirmed");
	char *which = passing(&d);

	cr_expect_str_eq(which, "1 ");
	free(which);
	desk_do(&d, "filter open");
	desk_do(&d, "goto #1");
	desk_do(&d, "next");
	cr_expect_eq(d.s->place.finding, 2, "next steps over what the filter hides");
	desk_do(&d, "goto #1");
	d.s->place.pane = PANE_FINDINGS;
	desk_do(&d, "down");
	cr_expect_eq(d.s->place.finding, 2, "so does the list");
	desk_do(&d, "up");
	cr_expect_eq(d.s->place.finding, 0);
	desk_do(&d, "up");
	cr_expect_eq(d.s->place.finding, 0);
	buf_free(&says);
	desk_close(&d);
}

Test(desk_comfort, many_are_decided_at_once_and_undone_at_once)
{
	struct desk d;

	desk_open(&d, "sili-2020.txt");
	size_t n = d.s->check.n_findings, notes = count_of(&d, SEVERITY_NOTE);

	cr_assert_gt(notes, 0);
	cr_assert_lt(notes, n);
	desk_do(&d, "filter note");
	desk_do(&d, "decide * acceptable 惯例");
	cr_expect_eq(session_open_findings(d.s), n - notes);
	cr_expect_eq(session_progress(d.s).decided[DECISION_ACCEPTABLE], notes);
	desk_refuses(&d, "decide * confirmed", "no open finding");
	desk_do(&d, "filter");
	desk_do(&d, "decide * confirmed"); /* the rest; what is decided stays */
	cr_expect_eq(session_progress(d.s).decided[DECISION_ACCEPTABLE], notes);
	cr_expect_eq(session_open_findings(d.s), 0);
	desk_do(&d, "filter decided note");
	desk_do(&d, "decide * query"); /* asked for: decided ones anew, their notes kept */
	cr_expect_eq(session_progress(d.s).decided[DECISION_QUERY], notes);
	for (size_t i = 0; i < n; i++)
		if (d.s->check.findings[i].severity == SEVERITY_NOTE)
			cr_expect_str_eq(session_decision(d.s, i)->note, "惯例");
	desk_do(&d, "undo");
	desk_do(&d, "undo");
	cr_expect_eq(session_open_findings(d.s), n - notes);
	desk_do(&d, "undo");
	cr_expect_eq(session_open_findings(d.s), n);
	desk_refuses(&d, "undo", "nothing to undo");
	desk_close(&d);
}

Test(desk_comfort, notes_have_tags)
{
	struct desk d;
	const struct record *r;

	desk_open(&d, "houjia-2020.txt");
	d.s->place.pane = PANE_TABLE;
	desk_do(&d, "goto requests/new/person");
	desk_refuses(&d, "tag . 重要", "no annotation here");
	desk_do(&d, "annotate . 请核对");
	desk_do(&d, "tag . 重要 +待核");
	r = review_at(d.s->review, RECORD_ANNOTATION, 0);
	cr_assert_eq(r->n_tags, 2);
	cr_expect_str_eq(r->tags[1], "待核");
	desk_do(&d, "tag a1 重要"); /* there already */
	cr_expect(strstr(d.s->reply.text, "as before"), "%s", d.s->reply.text);
	desk_do(&d, "tag a1 -重要 -没有");
	r = review_at(d.s->review, RECORD_ANNOTATION, 0);
	cr_assert_eq(r->n_tags, 1);
	cr_expect_str_eq(r->tags[0], "待核");
	cr_expect_str_eq(r->note, "请核对");
	desk_do(&d, "undo");
	cr_expect_eq(review_at(d.s->review, RECORD_ANNOTATION, 0)->n_tags, 2);
	desk_do(&d, "write");
	desk_reopen(&d);
	cr_expect_eq(review_at(d.s->review, RECORD_ANNOTATION, 0)->n_tags, 2);
	desk_close(&d);
}
