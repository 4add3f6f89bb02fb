/* The terminal: sizes, signals, types, colours, widths, rest. */
#include "desk/kit.h"

#include <time.h>

/* What was put on the screen bit by bit is what is put there whole. */
static void expect_same_when_redrawn(struct desk *d)
{
	char *before = strdup(pty_text(d->p));

	kill(d->p->pid, SIGCONT); /* draws all anew, and nothing else happens */
	pty_rest(d->p);
	cr_expect_str_eq(before, pty_text(d->p), "was:\n%s\nis:\n%s", before, pty_text(d->p));
	expect_whole(d);
	free(before);
}

Test(desk_terminal, resizing_at_any_moment)
{
	static const struct {
		int rows, cols;
	} sizes[] = {{24, 80}, {50, 160}, {24, 79}, {5, 20}, {1, 1}, {60, 200}, {12, 40}, {40, 100},
		{6, 24}, {24, 81}, {7, 130}, {30, 99}, {2, 300}, {24, 80}};
	struct desk d;

	desk_open(&d, BROKEN);
	for (size_t i = 0; i < ROWS(sizes); i++) {
		pty_send(d.p, i % 3 == 0 ? "n" : i % 3 == 1 ? "\t" : "j");
		pty_resize(d.p, sizes[i].rows, sizes[i].cols);
		pty_send(d.p, i % 2 ? KEY_DOWN : "n");
		cr_assert(pty_rest(d.p));
		cr_assert_not(d.p->ended);
		expect_whole(&d);
		expect_same_when_redrawn(&d);
	}
	expect_text(&d, "勾稽");
	desk_close(&d);
}

Test(desk_terminal, a_resize_while_an_escape_is_pending_is_not_lost)
{
	struct desk d;

	desk_open(&d, BROKEN);
	pty_send(d.p, KEY_ESC);
	pty_resize(d.p, 40, 120);
	pty_rest(d.p);
	expect_text(&d, "┬─ 表三");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_terminal, too_small_a_window_is_told_and_survived)
{
	struct desk d;

	desk_open(&d, BROKEN);
	pty_resize(d.p, 4, 40);
	pty_rest(d.p);
	expect_text(&d, "窗口太小（40×4）");
	desk_keys(&d, "n");
	pty_resize(d.p, 24, 80);
	pty_rest(d.p);
	expect_text(&d, "问题 2/2");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_terminal, every_step_leaves_what_a_redraw_would)
{
	static const char *const terms[] = {
		"xterm-256color", "linux", "screen", "tmux-256color", "vt100"};

	for (size_t i = 0; i < ROWS(terms); i++) {
		struct desk d;

		desk_open(&d, .rows = 40, .cols = 120, .term = terms[i], BROKEN);
		static const char *const keys[] = {"n", "p", "\t", "G", "gg", "jjjjjjjj", "2", "G",
			"lll", "c5\r", "u", "?", "q", "3", "y"};

		for (size_t k = 0; k < ROWS(keys); k++) {
			desk_keys(&d, keys[k]);
			expect_same_when_redrawn(&d);
		}
		desk_keys(&d, ":q!\r");
		cr_expect_eq(pty_end(d.p), 0);
		cr_expect(pty_is_restored(d.p), "%s", terms[i]);
		desk_close(&d);
	}
}

Test(desk_terminal, restored_after_signals)
{
	static const int signals[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};

	for (size_t i = 0; i < ROWS(signals); i++) {
		struct desk d;

		desk_open(&d, BROKEN);
		kill(d.p->pid, signals[i]);
		int status = pty_end(d.p);

		cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 128 + signals[i],
			"signal %d: %x", signals[i], status);
		cr_expect(pty_is_restored(d.p), "signal %d", signals[i]);
		cr_expect_null(strstr(pty_text(d.p), "勾稽"));
		desk_close(&d);
	}
}

Test(desk_terminal, a_hang_up_costs_no_work)
{
	static const int signals[] = {SIGHUP, SIGTERM};

	for (size_t i = 0; i < ROWS(signals); i++) {
		struct desk d;

		desk_open(&d, BROKEN);
		desk_keys(&d, "ya挂断之前\r");
		kill(d.p->pid, signals[i]);
		pty_end(d.p);
		char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

		cr_expect(sidecar && strstr(sidecar, "挂断之前"));
		free(sidecar);
		desk_again(&d);
		expect_text(&d, "已审 1/2");
		desk_keys(&d, "uu");
		expect_text(&d, "已审 0/2");
		desk_close(&d);
	}
}

Test(desk_terminal, restored_after_a_crash)
{
	struct desk d;

	desk_open(&d, BROKEN);
	kill(d.p->pid, SIGSEGV);
	int status = pty_end(d.p);

	cr_expect(WIFSIGNALED(status) || (WIFEXITED(status) && WEXITSTATUS(status) != 0));
	cr_expect(pty_is_restored(d.p));
	desk_close(&d);
}

Test(desk_terminal, suspended_and_continued)
{
	struct desk d;

	desk_start_only(&d, (struct desk_start){.extra = "PS1=shell> ", BROKEN},
		(const char *[]){"/bin/sh", "-i", NULL});
	cr_assert(pty_wait(d.p, "shell>"), "%s", pty_text(d.p));
	char line[1024];

	snprintf(line, sizeof line, "%s/gouji %s\r", getenv("GOUJI_BUILDDIR"), d.file);
	pty_send(d.p, line);
	cr_assert(pty_wait(d.p, "问题 1/2"), "%s", pty_text(d.p));
	pty_send(d.p, CTRL('Z'));
	cr_assert(pty_wait(d.p, "Stopped"), "%s", pty_text(d.p));
	cr_assert(pty_rest(d.p)); /* the shell, which has the terminal again */
	pty_send(d.p, "echo back $((40+2))\r");
	cr_assert(pty_wait(d.p, "back 42"), "%s", pty_text(d.p));
	pty_send(d.p, "fg\r");
	cr_assert(pty_wait(d.p, "问题 1/2"), "%s", pty_text(d.p));
	pty_send(d.p, "n");
	cr_assert(pty_wait(d.p, "问题 2/2"), "%s", pty_text(d.p));
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_terminal, types_that_will_not_do_are_told)
{
	static const struct {
		const char *term, *words;
	} rows[] = {
		{"no-such-terminal", "no-such-terminal"},
		{"dumb", "dumb"},
		{"", "TERM"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d;

		desk_start_only(&d, (struct desk_start){.term = rows[i].term}, NULL);
		int status = pty_end(d.p);

		cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 2, "%s: %x", rows[i].term,
			status);
		expect_text(&d, rows[i].words);
		cr_expect(pty_is_restored(d.p), "%s", rows[i].term);
		desk_close(&d);
	}
}

static bool has_colour(struct desk *d)
{
	VTermColor fg, bg;

	vterm_state_get_default_colors(vterm_obtain_state(d->p->vt), &fg, &bg);
	for (int row = 0; row < d->p->rows; row++)
		for (int col = 0; col < d->p->cols; col++) {
			VTermScreenCell cell = pty_cell(d->p, row, col);

			if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
				!VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
				return true;
		}
	return false;
}

Test(desk_terminal, colours_are_wanted_or_not)
{
	struct desk d;

	desk_open(&d, BROKEN);
	cr_expect(has_colour(&d));
	desk_close(&d);
	desk_open(&d, .extra = "NO_COLOR=1", BROKEN);
	cr_expect_not(has_colour(&d));
	cr_expect(desk_is_lit(&d, "[21]"), "lit without colours");
	desk_close(&d);
	desk_open(&d, .term = "vt100", BROKEN);
	cr_expect_not(has_colour(&d));
	cr_expect(desk_is_lit(&d, "[21]"), "lit without colours");
	desk_close(&d);
}

Test(desk_terminal, the_background_is_the_terminals_own)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	for (int row = 0; row < d.p->rows; row++)
		for (int col = 0; col < d.p->cols; col++) {
			VTermScreenCell cell = pty_cell(d.p, row, col);

			cr_assert(
				VTERM_COLOR_IS_DEFAULT_BG(&cell.bg), "row %d, column %d", row, col);
		}
	desk_close(&d);
}

Test(desk_terminal, hidden_characters_are_shown)
{
	struct desk d;

	desk_open(&d, .append = "\n尾\u202e行\u200b末\U000e0041完e\u0301\n");
	desk_keys(&d, "1G");
	expect_text(&d, "尾<U+202E>行<U+200B>末<U+E0041>完e\u0301");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_terminal, plain_borders_on_request_and_where_they_would_be_wide)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	expect_text(&d, "┬─ 表三");
	desk_keys(&d, ":set ascii-borders on\r");
	expect_text(&d, "+- 表三");
	desk_keys(&d, ":set ascii-borders off\r");
	expect_text(&d, "┬─ 表三");
	desk_keys(&d, ":set ambiguous-width 2\r");
	expect_text(&d, "+- 表三");
	desk_keys(&d, ":set ambiguous-width 1\r");
	expect_text(&d, "┬─ 表三");
	expect_same_when_redrawn(&d);
	desk_close(&d);
}

/* The emulator here shows them in one column: so where the program reckons with two, the border of
 * such a row stands a column further left for each. */
Test(desk_terminal, ambiguous_characters_are_reckoned_as_told)
{
	struct desk d;
	int row, col, border;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "1/清零计划\r");
	cr_assert(pty_find(d.p, "┬─ 表三", &row, &border));
	cr_assert(pty_find(d.p, "“清零计划”", &row, &col), "%s", pty_text(d.p));
	cr_expect_eq(pty_cell(d.p, row, border).chars[0], 0x2502);
	desk_keys(&d, ":set ambiguous-width 2\r");
	cr_assert(pty_find(d.p, "“清零计划”", &row, &col), "%s", pty_text(d.p));
	cr_expect_eq(pty_cell(d.p, row, border - 2).chars[0], '|', "%s", pty_text(d.p));
	desk_close(&d);
}

static long wakeups(pid_t pid)
{
	char path[64], line[256];
	long n = -1;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	FILE *f = fopen(path, "r");

	while (f && fgets(line, sizeof line, f))
		sscanf(line, "voluntary_ctxt_switches: %ld", &n);
	if (f)
		fclose(f);
	return n;
}

Test(desk_terminal, at_rest_it_sleeps)
{
	struct desk d;

	desk_open(&d, BROKEN);
	long before = wakeups(d.p->pid);
	size_t bytes = d.p->bytes;

	cr_assert_geq(before, 0);
	pty_pump(d.p, 1000);
	cr_expect_eq(wakeups(d.p->pid), before);
	cr_expect_eq(d.p->bytes, bytes);
	desk_close(&d);
}

Test(desk_terminal, few_bytes_for_small_steps)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "2l");
	size_t bytes = d.p->bytes;

	desk_keys(&d, "l");
	cr_expect_leq(d.p->bytes - bytes, 400, "a step of the focus: %zu", d.p->bytes - bytes);
	desk_keys(&d, "1gg");
	bytes = d.p->bytes;
	desk_keys(&d, "l");
	cr_expect_leq(d.p->bytes - bytes, 100, "a step of the cursor: %zu", d.p->bytes - bytes);
	bytes = d.p->bytes;
	desk_keys(&d, "h");
	desk_keys(&d, "h");
	cr_expect_leq(d.p->bytes - bytes, 80, "a key with nothing to do: %zu", d.p->bytes - bytes);
	desk_close(&d);
}
