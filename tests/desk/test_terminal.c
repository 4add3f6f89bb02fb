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
	expect_text(&d, "窗口太小");
	expect_text(&d, "40×4");
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
	desk_keys(&d, "1/谁开设、谁管理\r");
	cr_assert(pty_find(d.p, "┬─ 表三", &row, &border));
	cr_assert(pty_find(d.p, "“谁开设、谁管理”", &row, &col), "%s", pty_text(d.p));
	cr_expect_eq(pty_cell(d.p, row, border).chars[0], 0x2502);
	desk_keys(&d, ":set ambiguous-width 2\r");
	cr_assert(pty_find(d.p, "“谁开设、谁管理”", &row, &col), "%s", pty_text(d.p));
	cr_expect_eq(pty_cell(d.p, row, border - 2).chars[0], '|', "%s", pty_text(d.p));
	desk_close(&d);
}

Test(desk_terminal, at_rest_it_sleeps)
{
	struct desk d;

	desk_open(&d, BROKEN);
	long before = pty_wakeups(d.p);
	size_t bytes = d.p->bytes;

	cr_assert_geq(before, 0);
	pty_pump(d.p, 1000);
	cr_expect_eq(pty_wakeups(d.p), before);
	cr_expect_eq(d.p->bytes, bytes);
	desk_close(&d);
}

/* Bytes to the terminal that the keys cost. */
static size_t cost(struct desk *d, const char *keys)
{
	size_t before = d->p->bytes;

	desk_keys(d, keys);
	return d->p->bytes - before;
}

/* Presses `key` `n` times. Returns what the dearest press cost. */
static size_t cost_most(struct desk *d, const char *key, int n)
{
	size_t most = 0;

	for (int i = 0; i < n; i++) {
		size_t bytes = cost(d, key);

		most = bytes > most ? bytes : most;
	}
	return most;
}

Test(desk_terminal, few_bytes_for_small_steps)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "2l");
	cr_expect_leq(cost_most(&d, "l", 4), 400, "a step of the focus");
	desk_keys(&d, "1gg");
	cr_expect_leq(cost_most(&d, "l", 10), 100, "a step of the cursor");
	cr_expect_leq(cost_most(&d, "j", 10), 400, "a step to the next line");
	desk_keys(&d, "gg");
	cr_expect_leq(cost_most(&d, "h", 2), 40, "a move that goes nowhere");
	desk_close(&d);
}

Test(desk_terminal, few_bytes_for_a_key_without_effect)
{
	static const char *const languages[] = {"zh_CN", "en"};
	struct desk d;

	for (size_t i = 0; i < ROWS(languages); i++) {
		desk_open(&d, .rows = 40, .cols = 120, .language = languages[i], BROKEN);
		for (int pane = '1'; pane <= '3'; pane++) {
			desk_keys(&d, (char[]){(char)pane, '\0'});
			desk_keys(&d, "j"); /* no message is left */
			size_t bytes = cost(&d, CTRL('T'));

			cr_expect(bytes > 0 && bytes <= 40, "%s, pane %c: %zu bytes", languages[i],
				pane, bytes);
			cr_expect_eq(cost(&d, CTRL('T')), 0, "the same again says no more");
		}
		expect_text(&d, i ? "^T: no key" : "^T 无作用");
		desk_close(&d);
	}
}

/* Only the text moves: the table and the findings beside it are not sent again. */
Test(desk_terminal, scrolling_one_pane_is_cheaper_than_a_redraw)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "1gg");
	while (cost(&d, "j") < 500) /* down to where it begins to scroll */
		cr_assert(strstr(pty_text(d.p), "总体情况"), "%s", pty_text(d.p));
	size_t scroll = cost_most(&d, "j", 4), redraw = cost(&d, CTRL('L'));

	cr_expect(redraw > 2000, "%zu", redraw);
	cr_expect_leq(scroll * 10, redraw * 6, "%zu of %zu bytes", scroll, redraw);
	desk_close(&d);
}

/* A text so large that it takes a while. */
static char *long_text(const char *line, size_t bytes)
{
	size_t n = strlen(line);
	char *text = malloc(bytes + n + 1);

	cr_assert_not_null(text);
	text[0] = '\0';
	for (size_t at = 0; at < bytes; at += n)
		memcpy(text + at, line, n + 1);
	return text;
}

Test(desk_terminal, a_large_report_shows_its_first_lines_while_it_is_read)
{
	char *much = long_text("一是加强主动公开工作，及时回应社会关切。\n", 12 << 20);
	struct desk d;

	desk_start_only(&d, (struct desk_start){.append = much}, NULL);
	pty_send(d.p, "1"); /* typed before anything is there: it waits */
	expect_text(&d, "正在读取并核对全文");
	expect_text(&d, "西店镇 2020 年政府信息公开工作年度报告");
	cr_expect_not(strstr(pty_text(d.p), "已审"), "%s", pty_text(d.p));
	expect_text(&d, "已审");
	pty_rest(d.p);
	expect_no_text(&d, "正在读取");
	expect_whole(&d);
	expect_same_when_redrawn(&d);
	desk_keys(&d, "G");
	expect_text(&d, "及时回应社会关切");
	desk_close(&d);
	free(much);
}

Test(desk_terminal, a_large_file_that_is_no_text_leaves_the_terminal_as_it_was)
{
	char *much = long_text("及时回应社会关切。\n", 200 << 10);
	struct desk d;

	memcpy(much + (190 << 10), "\xff\xff\xff", 3); /* behind what is shown first */
	desk_start_only(&d, (struct desk_start){.append = much}, NULL);
	int status = pty_end(d.p);

	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 2, "%d", status);
	cr_expect(pty_is_restored(d.p));
	expect_text(&d, "xidian-2020.txt");
	expect_no_text(&d, "正在读取");
	desk_close(&d);
	free(much);
}

/* Types of terminal that lack what the painter likes to use, made for the test. */
static const char lacking[] =
	"no-el|x, el@, use=xterm-256color,\n"
	"no-csr|x, csr@, use=xterm-256color,\n"
	"no-ind|x, ind@, ri@, use=xterm-256color,\n"
	"no-civis|x, civis@, cnorm@, use=xterm-256color,\n"
	"no-colours|x, setaf@, setab@, op@, colors@, use=xterm-256color,\n"
	"no-attributes|x, sgr0@, sgr@, rev@, bold@, smul@, use=xterm-256color,\n"
	"cookies|x, xmc#1, use=xterm-256color,\n"
	"plain|x, el@, csr@, ind@, ri@, civis@, cnorm@, setaf@, setab@, op@, "
	"colors@, sgr0@, sgr@, rev@, bold@, smul@, smcup@, rmcup@, bce@, "
	"use=xterm-256color,\n";

/* Compiles them into a folder; false where there is no tic. */
static bool compile_types(const char *dir)
{
	char command[1024];

	snprintf(command, sizeof command, "tic -x -o '%s' - 2>/dev/null", dir);
	FILE *tic = popen(command, "w");

	if (!tic)
		return false;
	fputs(lacking, tic);
	return pclose(tic) == 0;
}

/* What stands on the screen after some keys. */
static char *played(const char *term, const char *terminfo, int *lit)
{
	static const char *const keys[] = {"1gg", "j", "j", "\006", "j", "\006", "n", "\t", "l",
		"j", "p", "/公开\r", "k", "?", KEY_ESC};
	struct desk d;

	desk_open(&d, .rows = 30, .cols = 100, .term = term, .extra = terminfo, BROKEN);
	for (size_t i = 0; i < ROWS(keys); i++)
		desk_keys(&d, keys[i]);
	expect_same_when_redrawn(&d);
	*lit = desk_count_lit(&d, " ");
	char *text = strdup(pty_text(d.p));

	desk_close(&d);
	return text;
}

Test(desk_terminal, what_a_type_lacks_is_done_without)
{
	static const struct {
		const char *term;
		bool attributes;
	} rows[] = {{"no-el", true}, {"no-csr", true}, {"no-ind", true}, {"no-civis", true},
		{"no-colours", true}, {"no-attributes", false}, {"cookies", false},
		{"plain", false}};
	char dir[TEMP_DIR_MAX], terminfo[TEMP_DIR_MAX + 16];
	int lit;

	cr_assert(temp_dir(dir));
	if (!compile_types(dir))
		return;
	snprintf(terminfo, sizeof terminfo, "TERMINFO=%s", dir);
	char *wanted = played("xterm-256color", NULL, &lit);

	cr_expect_gt(lit, 0);
	for (size_t i = 0; i < ROWS(rows); i++) {
		char *text = played(rows[i].term, terminfo, &lit);

		cr_expect_str_eq(text, wanted, "%s:\n%s", rows[i].term, text);
		cr_expect_eq(lit > 0, rows[i].attributes, "%s", rows[i].term);
		free(text);
	}
	free(wanted);
}

/* The desk writes UTF-8; a locale that says the terminal shows something else is told, in ASCII. */
Test(desk_terminal, a_locale_of_another_encoding_is_told)
{
	char dir[TEMP_DIR_MAX], command[1024], locpath[TEMP_DIR_MAX + 16], program[512];
	struct desk d;

	cr_assert(temp_dir(dir));
	snprintf(command, sizeof command,
		"localedef -i zh_CN -f GB18030 '%s/zh_CN.gb18030' >/dev/null 2>&1", dir);
	if (system(command) != 0)
		return; /* what locales are made from is not installed */
	snprintf(locpath, sizeof locpath, "LOCPATH=%s", dir);
	snprintf(program, sizeof program, "%s/gouji", getenv("GOUJI_BUILDDIR"));
	desk_start_only(&d, (struct desk_start){0},
		/* the C library keeps what it read of LOCPATH: no leak of the program's */
		(const char *[]){"/usr/bin/env", locpath, "LC_ALL=zh_CN.GB18030",
			"ASAN_OPTIONS=detect_leaks=0", program, "xidian-2020.txt", NULL});
	pty_end(d.p);
	expect_text(&d, "the locale is for terminals that show GB18030");
	cr_expect(WIFEXITED(d.p->status) && WEXITSTATUS(d.p->status) == 2);
	for (const char *at = pty_text(d.p); *at; at++)
		cr_expect((unsigned char)*at < 0x80, "%s", pty_text(d.p));
	desk_close(&d);
}
