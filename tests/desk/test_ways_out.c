/* What befalls a terminal, on each of three sizes and three types of it: sizes, suspending, text of
 * an input method, hang-ups, and every way out. */
#include "desk/nine.h"

Test(desk_ways_out, any_size_at_any_moment)
{
	static const struct {
		int rows, cols;
	} sizes[] = {{1, 1}, {3, 10}, {2, 200}, {70, 5}};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, "y");
	for (size_t i = 0; i < ROWS(sizes); i++) {
		nine_send(&n, i % 2 ? ":" : KEY_ESC);
		EACH_OF_NINE(&n, d)
		pty_resize(d->p, sizes[i].rows, sizes[i].cols);
		nine_keys(&n, "n");
		nine_expect_whole(&n);
	}
	nine_keys(&n, KEY_ESC);
	EACH_OF_NINE(&n, d)
	{
		cr_assert_not(d->p->ended);
		pty_resize(d->p, d->start.rows, d->start.cols);
	}
	nine_expect(&n, "sizes", "已审 1/2", NULL);
	nine_rest(&n, "sizes");
	nine_expect_whole(&n);
	nine_close(&n);
}

/* A shell that starts the desk, with ^Z and fg. */
Test(desk_ways_out, suspended_and_continued)
{
	static const char *const shell[] = {"/bin/sh", "-i", NULL};
	struct nine n;
	char line[600];

	snprintf(line, sizeof line, "'%s/gouji' xidian-2020.txt\r", getenv("GOUJI_BUILDDIR"));
	const struct step steps[] = {
		{line, "问题 1/2", NULL},
		{"y:corr", "已审 1/2", NULL},
		{KEY_ESC, NULL, ":corr"},
		{CTRL('Z'), "Stopped", NULL},
		{"echo back $((40+2))\r", "back 42", NULL},
		{"printf '\\033[2J'; fg\r", "问题 2/2", "Stopped"},
		{"", "已审 1/2", NULL},
		{"p", "问题 1/2", NULL},
		{":suspend\r", "Stopped", NULL},
		{"fg\r", "问题 1/2", NULL},
		{"qd", "shell>\n", NULL},
	};

	nine_start(&n, (struct desk_start){.extra = "PS1=shell> ", BROKEN}, shell, "shell>");
	nine_follow(&n, steps);
	EACH_OF_NINE(&n, d)
	{
		cr_expect_not(d->p->other_screen || d->p->no_cursor || d->p->mouse);
		cr_expect(strstr(pty_text(d->p), "shell>\n"), "nothing behind it: %s",
			pty_text(d->p));
	}
	nine_close(&n);
}

static void expect_cursor(struct desk *d, int col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(d->p->vt), &at);
	cr_expect_eq(at.row, d->start.rows - 2, "%s: row %d", d->start.term, at.row);
	cr_expect_eq(at.col, col, "%s: column %d", d->start.term, at.col);
	cr_expect_not(d->p->no_cursor);
}

/* What an input method commits is text: no command where none is typed, whole where one is; and it
 * draws what is not committed yet at the cursor. */
Test(desk_ways_out, text_of_an_input_method)
{
	static const struct step steps[] = {
		{"确认yyqd", "文字不是命令", NULL},
		{"\033[200~yyyq\r\033[201~", "文字不是命令", NULL},
		{"", "已审 0/2", "未保存"},
		{"/\xe5\x8a", NULL, NULL},
		{"\x9e", ":search 办", NULL},
		{"结", ":search 办结", NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	EACH_OF_NINE(&n, d)
	expect_cursor(d, 1 + 7 + 4);
	nine_keys(&n, "3" KEY_LEFT KEY_LEFT);
	EACH_OF_NINE(&n, d)
	expect_cursor(d, 1 + 7 + 2);
	nine_keys(&n, "\x03");
	nine_keys(&n, "a一\n二");
	EACH_OF_NINE(&n, d)
	expect_cursor(d, 1 + 11 + 5);
	nine_expect_whole(&n);
	nine_close(&n);
}

static void expect_nothing_lost(struct desk *d, const char *words)
{
	char *sidecar = desk_read(d, "xidian-2020.txt.review.yaml");

	cr_expect(sidecar && strstr(sidecar, words), "%s", sidecar ? sidecar : "no sidecar");
	free(sidecar);
	desk_again(d);
	expect_text(d, "已审 1/2");
}

Test(desk_ways_out, hung_up)
{
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, "ya挂断之前\r:set mouse on\r");
	nine_keys(&n, ":annot"); /* in the middle of something */
	nine_signal(&n, SIGHUP);
	nine_expect_ended(&n, 128 + SIGHUP);
	EACH_OF_NINE(&n, d)
	expect_nothing_lost(d, "挂断之前");
	nine_close(&n);
}

/* Each as it leaves: the shell's screen and its cursor back, the mouse its own. */
Test(desk_ways_out, every_one)
{
	static const struct {
		const char *keys;
		int sig, status;
	} ways[] = {
		{"q", 0, 0},
		{"yqd", 0, 0},
		{"yq:q!\r", 0, 0}, /* over the question of q */
		{"y:wq\r", 0, 0},
		{NULL, SIGTERM, 128 + SIGTERM},
		{NULL, SIGINT, 128 + SIGINT},
		{NULL, SIGQUIT, 128 + SIGQUIT},
	};

	for (size_t i = 0; i < ROWS(ways); i++) {
		struct nine n;

		nine_open(&n, BROKEN);
		nine_keys(&n, ":set mouse on\r");
		if (ways[i].keys)
			nine_keys(&n, ways[i].keys);
		else
			nine_signal(&n, ways[i].sig);
		nine_expect_ended(&n, ways[i].status);
		nine_close(&n);
	}
}

/* Half a report of the mouse, the rest of which never comes. */
Test(desk_ways_out, told_to_end_within_a_report_of_the_mouse)
{
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, ":set mouse on\r");
	EACH_OF_NINE(&n, d)
	pty_send(d->p, strncmp(d->start.term, "xterm", 5) == 0 ? "\033[<0;5" : "\033[M ");
	nine_rest(&n, "half a report");
	nine_signal(&n, SIGTERM);
	nine_expect_ended(&n, 128 + SIGTERM);
	nine_close(&n);
}

Test(desk_ways_out, a_crash)
{
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, ":set mouse on\r");
	nine_signal(&n, SIGSEGV);
	EACH_OF_NINE(&n, d)
	{
		int status = pty_end(d->p);

		cr_expect(WIFSIGNALED(status) || (WIFEXITED(status) && WEXITSTATUS(status) != 0));
		cr_expect(pty_is_restored(d->p), "%s", d->start.term);
	}
	nine_close(&n);
}

Test(desk_ways_out, types_that_will_not_do_are_told)
{
	static const struct {
		const char *term, *words;
	} types[] = {{"no-such-terminal", "no-such-terminal"}, {"dumb", "dumb"}, {"", "TERM"}};

	for (size_t i = 0; i < ROWS(desk_windows); i++) {
		struct desk d;

		desk_start_only(&d,
			(struct desk_start){.rows = desk_windows[i].rows,
				.cols = desk_windows[i].cols,
				.term = types[i % 3].term},
			NULL);
		int status = pty_end(d.p);

		cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 2, "%s: %x",
			types[i % 3].term, status);
		expect_text(&d, types[i % 3].words);
		cr_expect(pty_is_restored(d.p), "%s", types[i % 3].term);
		desk_close(&d);
	}
}
