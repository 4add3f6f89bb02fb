/* What the list of reports shows: its files, what they are called, where its cursor is. */
#include "unit/queue_kit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "desk/overlay.h"

/* A queue of such paths; its names in one string, a blank between. */
static char *names_of(struct list *l, char *const *paths, size_t n)
{
	struct queue *q = queue_new(paths, n, l->forms, l->rules, NULL, NULL);
	struct buf names = {0};

	for (size_t i = 0; i < q->n; i++)
		buf_addf(&names, "%s%s", i ? " " : "", q->rows[i].name);
	queue_free(q);
	return buf_take(&names);
}

Test(desk_queue_list, names_tell_the_files_apart)
{
	static const struct {
		const char *paths[4], *names;
	} rows[] = {
		{{"x.txt"}, "x.txt"},
		{{"/no/where/x.txt"}, "x.txt"},
		{{"/no/where/x.txt", "/no/where/y.txt"}, "x.txt y.txt"},
		{{"/no/2019/x.txt", "/no/2020/x.txt"}, "2019/x.txt 2020/x.txt"},
		{{"/no/2019/x.txt", "/no/2019b/x.txt"}, "2019/x.txt 2019b/x.txt"},
		{{"/no/x.txt", "/no/where/x.txt", "/no/y.txt"}, "x.txt where/x.txt y.txt"},
		{{"x.txt", "/no/x.txt"}, "x.txt /no/x.txt"},
		{{"/x.txt", "/y.txt"}, "x.txt y.txt"},
		{{"镇/甲.txt", "街/甲.txt"}, "镇/甲.txt 街/甲.txt"},
	};
	struct list l = {0};

	list_load(&l);
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t n = 0;

		while (n < 4 && rows[i].paths[n])
			n++;
		char *names = names_of(&l, (char *const *)rows[i].paths, n);

		cr_expect_str_eq(names, rows[i].names, "%zu: %s", i, names);
		free(names);
	}
	rules_free(l.rules);
	forms_free(l.forms);
}

/* The same folder by other words is no other folder; a link has a review of its own. */
Test(desk_queue_list, a_file_named_twice_is_one_report)
{
	struct list l;

	list_open(&l);
	char *a = path_join(l.dir, "a.txt"), *b = path_join(l.dir, "b.txt");
	char *link = path_join(l.dir, "link.txt"), *sub = path_join(l.dir, "sub");
	char *round = path_join(l.dir, "./sub/../a.txt"), *dot = path_join(l.dir, "./b.txt");
	char *gone = path_join(l.dir, "none/x.txt");

	cr_assert_eq(symlink("a.txt", link), 0);
	cr_assert_eq(mkdir(sub, 0700), 0);
	char *names = names_of(&l, (char *[]){b, a, round, link, dot, gone, a, gone}, 8);

	cr_expect_str_eq(names, "b.txt a.txt link.txt none/x.txt", "%s", names);
	cr_expect_eq(rmdir(sub), 0);
	char *const all[] = {a, b, link, sub, round, dot, gone, names};

	for (size_t i = 0; i < ROWS(all); i++)
		free(all[i]);
	list_close(&l);
}

Test(desk_queue_list, going_on_leaves_out_what_cannot_be_read)
{
	struct list l;

	list_open(&l);
	list_do(&l, "open 2"); /* nothing is known of c yet */
	list_do(&l, "report-next");
	cr_expect(strstr(l.s->reply.text, "c.txt"), "%s", l.s->reply.text);
	cr_expect_str_eq(path_base(l.s->path), "b.txt");
	list_do(&l, "report-next");
	cr_expect_str_eq(path_base(l.s->path), "d.txt");
	list_refuses(&l, "report-next", "the last report");
	list_do(&l, "report-prev");
	list_do(&l, "report-prev");
	cr_expect_str_eq(path_base(l.s->path), "a.txt");
	list_refuses(&l, "report-prev", "the first report");
	list_close(&l);
}

Test(desk_queue_list, the_cursor_goes_along)
{
	struct list l;

	list_open(&l);
	list_read_all(&l);
	list_do(&l, "open 1");
	list_do(&l, "report-next");
	list_do(&l, "report-next");
	list_do(&l, "list");
	cr_expect_eq(list_here(&l), 'd');
	list_do(&l, "open");
	cr_expect_str_eq(path_base(l.s->path), "d.txt");
	list_do(&l, "open 2");
	list_do(&l, "list");
	cr_expect_eq(list_here(&l), 'b');
	list_close(&l);
}

/* Three keys for one command: its words stay below those of the others. */
Test(desk_queue_list, the_words_of_help_stand_below_each_other)
{
	struct list l;
	struct buf title = {0}, text = {0};

	list_open(&l);
	list_do(&l, "list");
	list_do(&l, "help");
	overlay_write(l.s, &title, &text);
	cr_expect(strstr(text.p, "\n  Up, k    up                            one row up\n") &&
			  strstr(text.p,
				  "\n  PgDn, ^F, Space page-down              one page down\n"),
		"%s", text.p);
	buf_free(&title);
	buf_free(&text);
	list_close(&l);
}

/* Reports that are settled drop out of the filtered list one by one: on from where they stood. */
Test(desk_queue_list, going_on_from_one_that_the_filter_hides)
{
	struct list l;
	struct err err = {0};

	list_open(&l);
	list_copy(&l, "xidian-2020.txt", "c.txt", NULL, NULL);
	list_read_all(&l);
	list_do(&l, "list undecided");
	list_do(&l, "open 2");
	list_do(&l, "verdict accept");
	cr_assert(session_save(l.s, &err), "%s", err.text);
	list_do(&l, "report-next");
	cr_expect_str_eq(path_base(l.s->path), "c.txt");
	list_do(&l, "report-prev");
	cr_expect_str_eq(path_base(l.s->path), "a.txt");
	list_do(&l, "list");
	cr_expect_eq(list_here(&l), 'a');
	cr_expect_eq(l.q->n_shown, 3);
	list_close(&l);
}

/* What the list told of a report is not what it opens as, once the file is another. */
Test(desk_queue_list, a_report_that_changes_is_read_anew)
{
	struct list l;

	list_open(&l);
	list_read_all(&l);
	list_copy(&l, "xingang-2020.txt", "a.txt", NULL, NULL);
	list_copy(&l, "xidian-2020.txt", "c.txt", NULL, NULL);
	char *b = path_join(l.dir, "b.txt");

	cr_assert_eq(unlink(b), 0);
	list_do(&l, "open 1");
	cr_expect_str_eq(l.s->report->agency_text, "烟台市蓬莱区新港街道办事处");
	cr_expect_str_eq(l.q->rows[0].agency, "烟台市蓬莱区新港街道办事处");
	list_do(&l, "open 2");
	list_await(&l);
	cr_expect_eq(l.q->rows[1].state, QUEUE_TROUBLE);
	cr_expect(strstr(l.s->reply.text, "b.txt"), "%s", l.s->reply.text);
	cr_expect_str_eq(path_base(l.s->path), "a.txt");
	list_do(&l, "open 3"); /* it was trouble */
	cr_expect_str_eq(l.s->report->agency_text, "宁海县西店镇人民政府");
	cr_expect_eq(l.q->rows[2].state, QUEUE_READ);
	cr_expect_eq(queue_totals(l.q).trouble, 1);
	free(b);
	list_close(&l);
}

/* What was accepted is not what lies there now. */
Test(desk_queue_list, a_verdict_on_another_text_is_none)
{
	struct list l;
	struct err err = {0};
	char names[16];

	list_open(&l);
	list_do(&l, "open 1");
	list_do(&l, "verdict accept");
	cr_assert(session_save(l.s, &err), "%s", err.text);
	list_do(&l, "list accept");
	list_read_all(&l);
	cr_expect_str_eq(list_shown(&l, names), "a");
	cr_expect(queue_is_done(&l.q->rows[0]));
	list_copy(&l, "xingang-2020.txt", "a.txt", NULL, NULL);
	list_do(&l, "open 1");
	cr_expect(strstr(l.s->reply.text, "the verdict was given before"), "%s", l.s->reply.text);
	list_do(&l, "list accept");
	cr_expect_str_eq(list_shown(&l, names), "");
	cr_expect_eq(l.q->rows[0].verdict, VERDICT_ACCEPT);
	cr_expect_not(queue_is_done(&l.q->rows[0]));
	list_do(&l, "list undecided");
	cr_expect_str_eq(list_shown(&l, names), "abd");
	list_do(&l, "open 1");
	list_do(&l, "verdict accept");
	cr_assert(session_save(l.s, &err), "%s", err.text);
	list_do(&l, "list accept");
	cr_expect_str_eq(list_shown(&l, names), "a");
	cr_expect_not(l.q->rows[0].verdict_is_stale);
	list_close(&l);
}
