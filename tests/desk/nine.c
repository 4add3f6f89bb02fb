/* Nine desks in step. */
#include "desk/nine.h"

void nine_start(struct nine *n, struct desk_start start, const char *const *argv, const char *shown)
{
	for (size_t i = 0; i < ROWS(desk_windows); i++) {
		start.rows = desk_windows[i].rows;
		start.cols = desk_windows[i].cols;
		start.term = desk_windows[i].term;
		desk_start_only(&n->d[i], start, argv);
	}
	nine_expect(n, "the start", shown, NULL);
	nine_rest(n, "the start");
}

void nine_open_with(struct nine *n, struct desk_start start)
{
	bool english = start.language && strcmp(start.language, "en") == 0;

	nine_start(n, start, NULL, english ? "Gouji" : "勾稽");
}

void nine_script(struct nine *n, struct desk_start start, const char *script)
{
	nine_start(
		n, start, (const char *[]){"/bin/sh", "-c", script, desk_program(), NULL}, "勾稽");
}

void nine_list(struct nine *n, struct desk_start start, int more)
{
	char script[512], count[64];

	snprintf(script, sizeof script,
		"i=1; while [ $i -le %d ]; do ln xidian-2020.txt r$i.txt; i=$((i+1)); done; "
		"exec '%s/gouji' .",
		more, getenv("GOUJI_BUILDDIR"));
	snprintf(count, sizeof count, "%d 份报告", more + 1);
	nine_start(n, start, (const char *[]){"/bin/sh", "-c", script, NULL}, count);
	nine_expect(n, "the start", NULL, "正在读取");
	nine_rest(n, "the start");
}

void nine_close(struct nine *n)
{
	EACH_OF_NINE(n, d)
	desk_close(d);
}

void nine_send(struct nine *n, const char *keys)
{
	EACH_OF_NINE(n, d)
	pty_send(d->p, keys);
}

void nine_rest(struct nine *n, const char *after)
{
	struct pty *all[ROWS(n->d)];

	for (size_t i = 0; i < ROWS(all); i++)
		all[i] = n->d[i].p;
	cr_assert(pty_rest_all(all, ROWS(all)), "no rest after %s", after);
}

void nine_keys(struct nine *n, const char *keys)
{
	nine_send(n, keys);
	nine_rest(n, keys);
}

void nine_signal(struct nine *n, int sig)
{
	EACH_OF_NINE(n, d)
	kill(d->p->pid, sig);
}

void nine_expect(struct nine *n, const char *after, const char *shown, const char *gone)
{
	EACH_OF_NINE(n, d)
	{
		cr_expect(!shown || pty_wait(d->p, shown), "%dx%d %s: %s does not show %s\n%s",
			d->start.cols, d->start.rows, d->start.term, after, shown, pty_text(d->p));
		cr_expect(!gone || pty_wait_gone(d->p, gone), "%dx%d %s: %s still shows %s\n%s",
			d->start.cols, d->start.rows, d->start.term, after, gone, pty_text(d->p));
	}
}

void nine_expect_whole(struct nine *n)
{
	EACH_OF_NINE(n, d)
	expect_whole(d);
}

void nine_expect_ended(struct nine *n, int status)
{
	EACH_OF_NINE(n, d)
	{
		int was = pty_end(d->p);

		cr_expect(was != -1 && WIFEXITED(was) && WEXITSTATUS(was) == status, "%dx%d %s: %x",
			d->start.cols, d->start.rows, d->start.term, was);
		cr_expect(pty_is_restored(d->p), "%s", d->start.term);
		/* the Linux console has no other screen: there the last row is cleared */
		bool one = strcmp(d->start.term, "linux") == 0;

		cr_expect_null(strstr(pty_text(d->p), one ? "q 退出" : "勾稽"), "%dx%d %s:\n%s",
			d->start.cols, d->start.rows, d->start.term, pty_text(d->p));
	}
}

void nine_follow_all(struct nine *n, const struct step *steps, size_t n_steps)
{
	for (size_t i = 0; i < n_steps; i++) {
		if (steps[i].keys[0])
			nine_keys(n, steps[i].keys);
		nine_expect(n, steps[i].keys, steps[i].shown, steps[i].gone);
	}
}
