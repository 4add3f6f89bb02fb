#include "unit/queue_kit.h"

#include "base/file.h"
#include "desk/command.h"
#include "desk/keymap.h"

Test(desk_queue, an_empty_list_stands_every_command)
{
	struct list l = {0};
	char *none[1];

	list_load(&l);
	l.q = queue_new(none, 0, l.forms, l.rules, NULL, NULL);
	cr_expect_not(queue_step(l.q));
	cr_expect_null(queue_current(l.q));
	for (size_t i = 0; i < command_count(); i++) {
		struct err err = {0};

		command_run(l.q->home, str_of(command_at(i)->name), &err);
		cr_expect_eq(queue_switch(l.q), l.q->home, "%s", command_at(i)->name);
	}
	queue_free(l.q);
	rules_free(l.rules);
	forms_free(l.forms);
}

Test(desk_queue, rows_are_read_beside_the_keys)
{
	struct list l;
	struct pollfd fds[CREW_MOST];

	list_open(&l);
	cr_expect_eq(queue_totals(l.q).waiting, 4);
	cr_expect_eq(queue_fds(l.q, fds), 0, "nothing is begun before it is asked for");
	for (size_t before = 4; queue_step(l.q);) {
		size_t waiting = queue_totals(l.q).waiting;

		cr_expect_lt(waiting, before);
		before = waiting;
	}
	cr_expect_eq(queue_totals(l.q).waiting, 0);
	queue_start(l.q);
	cr_expect_eq(queue_fds(l.q, fds), 0);
	cr_expect_eq(l.q->rows[0].state, QUEUE_READ);
	cr_expect_str_eq(l.q->rows[0].agency, "宁海县西店镇人民政府");
	cr_expect_eq(l.q->rows[0].year, 2020);
	cr_expect_str_eq(l.q->rows[0].form->id, "2019");
	cr_expect_eq(l.q->rows[1].count[SEVERITY_ERROR], l.q->rows[0].count[SEVERITY_ERROR] + 2);
	cr_expect_eq(l.q->rows[1].progress.open, l.q->rows[1].progress.findings);
	cr_expect_eq(l.q->rows[2].state, QUEUE_TROUBLE);
	cr_expect(l.q->rows[2].trouble[0]);
	cr_expect_eq(queue_totals(l.q).trouble, 1);
	cr_expect_null(l.q->open, "nothing is kept open");
	list_close(&l);
}

Test(desk_queue, what_the_screen_shows_is_read_first)
{
	struct list l;

	list_open(&l);
	queue_settle(l.q);
	l.s->page[PANE_FINDINGS] = 1;
	l.q->top = 3;
	crew_free(l.q->crew);
	l.q->crew = crew_new(1, queue_work, l.q);
	queue_start(l.q);
	cr_expect_eq(l.q->rows[3].state, QUEUE_READING);
	cr_expect_eq(l.q->rows[0].state, QUEUE_WAITING);
	queue_step(l.q);
	cr_expect_eq(l.q->rows[3].state, QUEUE_READ);
	list_close(&l);
}

Test(desk_queue, reading_that_is_ended_begins_anew)
{
	struct list l;
	struct pollfd fds[CREW_MOST];

	list_open(&l);
	queue_start(l.q);
	cr_expect_gt(queue_fds(l.q, fds), 0);
	queue_rest(l.q);
	cr_expect_eq(queue_fds(l.q, fds), 0);
	for (size_t i = 0; i < l.q->n; i++)
		cr_expect_eq(l.q->rows[i].state, QUEUE_WAITING);
	list_read_all(&l);
	cr_expect_eq(queue_totals(l.q).trouble, 1);
	list_close(&l);
}

/* A report is opened, decided on and left while its row is being read: what was read of it before
 * is no news. */
Test(desk_queue, a_row_that_comes_late_changes_nothing)
{
	struct list l;
	struct err err = {0};

	list_open(&l);
	queue_settle(l.q);
	queue_start(l.q);
	cr_assert_eq(l.q->rows[0].state, QUEUE_READING);
	list_do(&l, "open 1");
	list_do(&l, "verdict accept");
	cr_assert(session_save(l.s, &err), "%s", err.text);
	list_do(&l, "list");
	cr_expect_eq(l.q->rows[0].verdict, VERDICT_ACCEPT);
	list_read_all(&l);
	cr_expect_eq(l.q->rows[0].verdict, VERDICT_ACCEPT);
	list_close(&l);
}

/* The words a child says about a row, cut off anywhere, and with a byte of them changed. */
Test(desk_queue, a_row_that_makes_no_sense_is_none)
{
	struct list l;
	struct buf order = {0}, words = {0};

	list_open(&l);
	buf_addf(&order, "row %s", l.q->rows[0].path);
	queue_work(l.q, buf_str(&order), &words);
	for (size_t n = 0; n < words.n; n++)
		cr_expect_not(queue_fill(&l.q->rows[1], l.forms, str_slice(buf_str(&words), 0, n)));
	cr_expect_eq(l.q->rows[1].state, QUEUE_WAITING);
	cr_expect(queue_fill(&l.q->rows[1], l.forms, buf_str(&words)));
	cr_expect_str_eq(l.q->rows[1].agency, "宁海县西店镇人民政府");
	for (size_t i = 0; i < words.n; i++) {
		struct queue_row *row = &l.q->rows[2];

		words.p[i] ^= (char)0x80;
		if (queue_fill(row, l.forms, buf_str(&words))) {
			cr_expect(row->state == QUEUE_READ || row->state == QUEUE_TROUBLE);
			cr_expect_leq(row->verdict, VERDICT_QUERY);
		}
		words.p[i] ^= (char)0x80;
	}
	buf_free(&order);
	buf_free(&words);
	list_close(&l);
}

#ifdef HAVE_GUMBO
enum { WITH_HTML = true };
#else
enum { WITH_HTML = false };
#endif

/* A page is read in a child, and its report opened when that is done. */
Test(desk_queue, what_is_slow_is_read_before_it_is_opened)
{
	struct list l;

	list_open(&l);
	list_put(&l, "d.txt", STR("<html><p>某镇2020年政府信息公开工作年度报告</p></html>"));
	list_do(&l, "open 4");
	cr_expect_eq(l.s, l.q->home, "until it is read the list stays");
	cr_assert_eq(l.q->opening, 3);
	list_await(&l);
	cr_expect_eq(l.q->opening, QUEUE_NOWHERE);
	if (WITH_HTML) {
		cr_expect_eq(l.s, l.q->open);
		cr_expect_str_eq(doc_kind(l.s->report->doc), "html");
		cr_expect_eq(l.q->rows[3].state, QUEUE_READ);
	} else {
		cr_expect_eq(l.q->rows[3].state, QUEUE_TROUBLE);
	}
	list_close(&l);
}

Test(desk_queue, opening_can_be_given_up)
{
	struct list l;

	list_open(&l);
	list_put(&l, "d.txt", STR("<html><p>某镇2020年政府信息公开工作年度报告</p></html>"));
	list_do(&l, "open 4");
	cr_assert_eq(l.q->opening, 3);
	queue_stay(l.q);
	cr_expect_eq(l.q->opening, QUEUE_NOWHERE);
	cr_expect_eq(l.q->rows[3].state, QUEUE_WAITING);
	list_do(&l, "open 4");
	list_do(&l, "open 1"); /* another instead */
	cr_expect_eq(l.q->opening, QUEUE_NOWHERE);
	cr_expect_str_eq(path_base(l.s->path), "a.txt");
	list_read_all(&l);
	cr_expect_eq(queue_totals(l.q).waiting, 0);
	list_close(&l);
}

Test(desk_queue, sorted_and_filtered)
{
	static const struct {
		const char *line, *shown;
	} rows[] = {
		{"list", "abcd"},
		{"sort name", "abcd"},
		{"sort name", "dcba"},
		{"sort errors", "bdac"}, /* d has the sample's own findings */
		{"sort warnings", "dabc"},
		{"sort reviewed", "bdac"}, /* a has nothing to review */
		{"sort given", "abcd"},
		{"list trouble", "c"},
		{"list undecided", "abd"},
		{"list all 西店", "ab"},
		{"list all ＸＩＤＩＡＮ", ""},
		{"list open 2020", "abd"},
		{"list done", ""},
		{"list accept", ""},
		{"list all", "abcd"},
	};
	struct list l;
	char names[16];

	list_open(&l);
	list_read_all(&l);
	l.q->rows[3].count[SEVERITY_WARNING] = 2;
	for (size_t i = 0; i < ROWS(rows); i++) {
		list_do(&l, rows[i].line);
		if (strcmp(rows[i].line, "sort errors") == 0) {
			queue_settle(l.q);
			for (size_t k = 1; k + 1 < l.q->n_shown; k++)
				cr_expect_geq(l.q->rows[l.q->shown[k - 1]].count[SEVERITY_ERROR],
					l.q->rows[l.q->shown[k]].count[SEVERITY_ERROR]);
			cr_expect_eq(list_shown(&l, names)[3], 'c', "trouble comes last");
			continue;
		}
		cr_expect_str_eq(
			list_shown(&l, names), rows[i].shown, "%s: %s", rows[i].line, names);
	}
	list_refuses(&l, "list nonsense", "is none of");
	list_refuses(&l, "sort", "usage");
	list_close(&l);
}

Test(desk_queue, the_cursor_stays_on_its_report)
{
	struct list l;

	list_open(&l);
	list_read_all(&l);
	list_do(&l, "down");
	cr_expect_eq(list_here(&l), 'b');
	list_do(&l, "sort name");
	list_do(&l, "sort name");
	cr_expect_eq(list_here(&l), 'b');
	list_do(&l, "list all 西店");
	cr_expect_eq(list_here(&l), 'b');
	list_do(&l, "bottom");
	cr_expect_eq(list_here(&l), 'a');
	list_do(&l, "top");
	list_do(&l, "page-down");
	cr_expect_eq(list_here(&l), 'a');
	list_do(&l, "list trouble");
	cr_expect_eq(list_here(&l), 'c');
	list_do(&l, "list all");
	list_do(&l, "search 新港");
	cr_expect_eq(list_here(&l), 'd');
	list_refuses(&l, "search 没有这个单位", "not found");
	list_close(&l);
}

Test(desk_queue, from_report_to_report)
{
	struct list l;

	list_open(&l);
	list_read_all(&l);
	list_refuses(&l, "next", "open a report first");
	list_refuses(&l, "report-next", "open a report first");
	list_refuses(&l, "undo", "open a report first");
	list_do(&l, "set advance off");
	list_do(&l, "open");
	cr_expect_eq(l.s, l.q->open);
	cr_expect_not(l.s->options.advance, "options go along");
	list_refuses(&l, "report-prev", "the first report");
	list_refuses(&l, "open", "say which report");
	list_do(&l, "report-next");
	cr_expect_str_eq(path_base(l.s->path), "b.txt");
	list_do(&l, "open 3"); /* cannot be opened: told, and nothing is left */
	cr_expect_str_eq(path_base(l.s->path), "b.txt");
	cr_expect_eq(l.s->reply.tone, TONE_ERROR);
	cr_expect(strstr(l.s->reply.text, "c.txt"));
	list_do(&l, "report-next"); /* past it */
	cr_expect_str_eq(path_base(l.s->path), "d.txt");
	list_do(&l, "report-prev");
	cr_expect_str_eq(path_base(l.s->path), "b.txt");
	list_do(&l, "report-next");
	list_refuses(&l, "report-next", "the last report");
	list_refuses(&l, "open 没有", "no report in the list");
	list_do(&l, "list");
	cr_expect_eq(l.s, l.q->home);
	cr_expect_null(l.q->open);
	list_do(&l, "open b.txt");
	cr_expect_str_eq(path_base(l.s->path), "b.txt");
	list_close(&l);
}

Test(desk_queue, changes_are_asked_for_before_leaving)
{
	struct list l;
	struct err err = {0};

	list_open(&l);
	list_read_all(&l);
	list_do(&l, "open 2");
	size_t findings = l.s->check.n_findings;

	list_do(&l, "decide 1 confirmed");
	list_refuses(&l, "list", "not saved");
	cr_expect_eq(l.s->request, REQUEST_LEAVE);
	cr_expect_eq(l.q->wanted, QUEUE_HOME);
	list_refuses(&l, "quit", "not saved");
	cr_expect_eq(l.q->wanted, QUEUE_NOWHERE, "quit is not to go to the list");
	list_refuses(&l, "report-prev", "not saved");
	cr_assert(session_save(l.s, &err), "%s", err.text);
	l.s = queue_switch(l.q);
	cr_expect_str_eq(path_base(l.s->path), "a.txt");
	cr_expect_eq(l.q->rows[1].progress.open, findings - 1);
	cr_expect_eq(l.q->rows[1].progress.decided[DECISION_CONFIRMED], 1);
	list_do(&l, "open 2");
	list_do(&l, "verdict return");
	list_refuses(&l, "list", "not saved");
	l.s = queue_switch(l.q); /* dropped: the row is read again */
	cr_expect_eq(l.s, l.q->home);
	cr_expect_eq(l.q->rows[1].state, QUEUE_WAITING);
	list_read_all(&l);
	cr_expect_eq(l.q->rows[1].verdict, VERDICT_NONE);
	cr_expect_eq(l.q->rows[1].progress.open, findings - 1);
	list_close(&l);
}

Test(desk_queue, every_key_is_pressed_in_the_list)
{
	struct list l;

	list_open(&l);
	list_read_all(&l);
	for (size_t i = 0; i < keymap_count(); i++) {
		struct err err = {0};
		bool pending;

		if (!keymap_find(KEYS_LIST, keymap_at(i)->key, &pending))
			continue; /* of a pane */
		if (!keymap_press(l.s, keymap_at(i)->key, &pending, &err))
			cr_expect_eq(err.kind, ERR_REFUSED, "%s: %s", keymap_at(i)->key, err.text);
		list_follow(&l);
		if (l.s != l.q->home)
			list_do(&l, "list");
		l.s->overlay = OVERLAY_NONE;
	}
	list_close(&l);
}
