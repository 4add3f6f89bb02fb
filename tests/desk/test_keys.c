/* Keys, the `:` line, pages that lie over, leaving. */
#include "desk/kit.h"

Test(desk_keys, unknown_keys_say_so)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "\x14");
	expect_text(&d, "^T");
	desk_keys(&d, "n");
	expect_no_text(&d, "^T");
	expect_text(&d, "问题 2/2");
	desk_close(&d);
}

Test(desk_keys, keys_of_two_wait_for_the_second)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "1G");
	expect_text(&d, "本年度无其他需要报告的事项");
	desk_keys(&d, "g");
	expect_text(&d, "本年度无其他需要报告的事项");
	desk_keys(&d, "g");
	expect_no_text(&d, "本年度无其他需要报告的事项");
	desk_close(&d);
}

Test(desk_keys, committed_and_pasted_text_is_no_command)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "你好qd");
	expect_text(&d, "文字不是命令");
	expect_text(&d, "已审 0/2");
	desk_keys(&d, "\033[200~yyyq\r\033[201~");
	expect_text(&d, "文字不是命令");
	expect_text(&d, "已审 0/2");
	desk_keys(&d, "n");
	expect_text(&d, "问题 2/2");
	desk_close(&d);
}

Test(desk_keys, text_that_comes_in_pieces_is_put_together)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "a");
	for (const char *p = "核实"; *p; p++)
		desk_keys(&d, (char[]){*p, '\0'});
	expect_text(&d, ":annotate . 核实");
	desk_keys(&d, "\033[200~第一行\n第二行\033[201~");
	expect_text(&d, ":annotate . 核实第一行↵第二行");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_keys, the_line_is_edited_at_the_cursor)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, ":一二三" KEY_LEFT KEY_LEFT "\x7f"
		      "四");
	expect_text(&d, ":四二三");
	desk_keys(&d, "\x01零\x05五");
	expect_text(&d, ":零四二三五");
	desk_keys(&d, "\x15");
	desk_keys(&d, "goto #2\r");
	expect_text(&d, "问题 2/2");
	desk_keys(&d, ":" KEY_UP);
	expect_text(&d, ":goto #2");
	desk_keys(&d, KEY_ESC);
	expect_no_text(&d, ":goto #2");
	desk_close(&d);
}

Test(desk_keys, the_line_completes_and_tells_the_usage)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, ":dec\t");
	expect_text(&d, ":decide");
	expect_text(&d, "问题|* 确认|提取有误|可接受|存疑 [说明]");
	desk_keys(&d, ". acc\t");
	expect_text(&d, ":decide . acceptable");
	desk_keys(&d, "\r");
	expect_text(&d, "已审 1/2");
	desk_keys(&d, ":frobnicate\r");
	expect_text(&d, "frobnicate");
	desk_close(&d);
}

Test(desk_keys, a_long_line_scrolls_with_its_cursor)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "a");
	for (int i = 0; i < 12; i++)
		desk_keys(&d, "一二三四五六七");
	desk_keys(&d, "尾");
	expect_text(&d, "六七尾");
	expect_no_text(&d, ":annotate");
	expect_whole(&d);
	desk_keys(&d, "\x01");
	expect_text(&d, ":annotate");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_keys, pages_open_scroll_and_close)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "?");
	expect_text(&d, "1-20/");
	desk_keys(&d, KEY_DOWN KEY_DOWN);
	expect_text(&d, "3-22/");
	expect_whole(&d);
	desk_keys(&d, "q");
	expect_text(&d, "问题 1/2");
	static const char *const pages[] = {"i", "r", "="};

	for (size_t i = 0; i < ROWS(pages); i++) {
		desk_keys(&d, pages[i]);
		expect_no_text(&d, "─ 原文");
		expect_whole(&d);
		desk_keys(&d, KEY_ESC);
		expect_text(&d, "─ 原文");
	}
	desk_close(&d);
}

Test(desk_keys, leaving_asks_only_where_something_is_unsaved)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "q");
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect(pty_is_restored(d.p));
	cr_expect_null(strstr(pty_text(d.p), "勾稽"), "the shell's screen is back");

	desk_again(&d);
	desk_keys(&d, "yq");
	expect_text(&d, "尚未保存");
	desk_keys(&d, "q");
	expect_text(&d, "尚未保存");
	desk_keys(&d, KEY_ESC);
	expect_no_text(&d, "尚未保存");
	desk_keys(&d, "qd");
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect_null(desk_read(&d, "xidian-2020.txt.review.yaml"));

	desk_again(&d);
	desk_keys(&d, "yqs");
	cr_expect_eq(pty_end(d.p), 0);
	char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

	cr_expect_not_null(sidecar);
	free(sidecar);
	desk_close(&d);
}

/* Deterministic noise of printable characters, controls and pieces of sequences; no way out among
 * them. */
static char noise(unsigned *state)
{
	*state = *state * 1103515245 + 12345;
	unsigned n = *state >> 16 & 0x7f;

	return n == 'q' || n == 'Z' - '@' || n == 0 ? 'n' : (char)n;
}

Test(desk_keys, random_keys_do_no_harm)
{
	struct desk d;
	unsigned state = 20210121;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	for (int round = 0; round < 60; round++) {
		char keys[65] = {0};

		for (size_t i = 0; i < 64; i++)
			keys[i] = noise(&state);
		desk_keys(&d, keys);
		cr_assert_not(d.p->ended, "round %d: %s", round, pty_text(d.p));
		expect_whole(&d);
	}
	desk_keys(&d, KEY_ESC);
	desk_keys(&d, KEY_ESC);
	desk_keys(&d, ":q!\r");
	cr_expect_eq(pty_end(d.p), 0, "%s", pty_text(d.p));
	cr_expect(pty_is_restored(d.p));
	desk_close(&d);
}

static int cursor_column(struct desk *d)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(d->p->vt), &at);
	return at.col;
}

/* An input method draws what is not committed yet where the cursor stands. */
Test(desk_keys, the_cursor_stands_behind_what_was_typed)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "/");
	cr_expect_eq(cursor_column(&d), 8);
	desk_keys(&d, "办结");
	cr_expect_eq(cursor_column(&d), 12);
	desk_keys(&d, "3" KEY_LEFT KEY_LEFT);
	cr_expect_eq(cursor_column(&d), 10);
	desk_keys(&d, KEY_ESC);
	desk_keys(&d, "a一\n二");
	expect_text(&d, "一↵二");
	cr_expect_eq(cursor_column(&d), (int)strlen(":annotate . ") + 5);
	desk_close(&d);
}

Test(desk_keys, searches_come_back)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "1/公开\r:goto 67\r/依申请\r/" KEY_UP);
	expect_text(&d, ":search 依申请");
	desk_keys(&d, KEY_UP);
	expect_text(&d, ":search 公开"); /* not the goto between them */
	desk_keys(&d, KEY_UP KEY_DOWN KEY_DOWN);
	expect_no_text(&d, ":search 依申请");
	expect_text(&d, ":search");
	desk_close(&d);
}

static int count_marked(struct desk *d, int from, int to)
{
	int n = 0;

	for (int row = 1; row < d->p->rows - 2; row++)
		for (int col = from; col < to; col++) {
			VTermScreenCell cell = pty_cell(d->p, row, col);

			n += cell.attrs.underline && cell.attrs.bold && cell.chars[0] == 0x516c;
		}
	return n;
}

/* 公, underlined and bold: in the text, the tables and the list of findings. */
Test(desk_keys, a_search_lights_up_all_panes)
{
	static const char *const colours[] = {"COLORTERM=", "NO_COLOR=1"};

	for (size_t i = 0; i < ROWS(colours); i++) {
		struct desk d;

		desk_open(&d, .rows = 50, .cols = 120, .extra = colours[i], BROKEN);
		cr_expect_eq(count_marked(&d, 0, 120), 0);
		desk_keys(&d, "1/公开\r");
		expect_text(&d, "公开：");
		expect_text(&d, "/");
		cr_expect_gt(count_marked(&d, 0, 53), 1, "%s", pty_text(d.p));
		cr_expect_gt(count_marked(&d, 54, 120), 1, "%s", pty_text(d.p));
		expect_whole(&d);
		desk_keys(&d, KEY_ESC);
		cr_expect_eq(count_marked(&d, 0, 120), 0);
		desk_close(&d);
	}
}

/* Completion offers the words of the interface's language, and the other's where they are begun. */
Test(desk_keys, words_are_completed_in_the_language_shown)
{
	static const struct {
		const char *language, *typed, *shown, *not_shown;
	} rows[] = {
		{"zh_CN", ":filter \t", "错误", "error"},
		{"zh_CN", ":sort \t", "单位", "agency"},
		{"zh_CN", ":next w\t", ":next warning", "提醒 "},
		{"en", ":filter \t", "error", "错误"},
		{"en", ":next 提\t", ":next 提醒", "warning "},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d;

		desk_open(&d, .language = rows[i].language, .rows = 24, .cols = 80);
		desk_keys(&d, rows[i].typed);
		char *line = pty_row(d.p, 22), *hint = pty_row(d.p, 23);

		cr_expect(strstr(line, rows[i].shown) || strstr(hint, rows[i].shown), "%s\n%s\n%s",
			rows[i].typed, line, hint);
		cr_expect_null(strstr(hint, rows[i].not_shown), "%s\n%s", rows[i].typed, hint);
		free(line);
		free(hint);
		desk_close(&d);
	}
}

/* Sequences that the terminal's type does not have are one key each: none of their letters is a
 * command. */
Test(desk_keys, unknown_sequences_are_no_commands)
{
	static const struct {
		const char *term, *keys, *shown;
	} rows[] = {
		{"linux", "\033[1;5C", "Esc[1;5C 无作用"}, /* C takes a correction back */
		{"vt100", "\033[24;5~", "Esc[24;5~ 无作用"},
		{"xterm-256color", "\033[99u", "Esc[99u 无作用"},
		{"linux", "\033Oy", "EscOy 无作用"}, /* y confirms */
		{"linux", "\033[[Y", "Esc[[Y 无作用"},
		{"screen", "\033y", "已审 1/2"}, /* Esc, and then a command */
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d;

		desk_open(&d, .term = rows[i].term, BROKEN);
		desk_keys(&d, "2c5\r");
		desk_keys(&d, rows[i].keys);
		expect_text(&d, rows[i].shown);
		expect_text(&d, "未保存");
		desk_close(&d);
	}
}

/* Whatever TERM says: a wrong one is common behind ssh. */
Test(desk_keys, common_sequences_are_known_on_every_terminal)
{
	static const char *const terms[] = {
		"linux", "xterm-256color", "screen", "tmux-256color", "vt100"};
	static const char *const downs[] = {"\033[B", "\033OB"};

	for (size_t i = 0; i < ROWS(terms); i++) {
		struct desk d;

		desk_open(&d, .term = terms[i], BROKEN);
		desk_keys(&d, ":goto requests/new/person\r2");
		expect_text(&d, "本年新收政府信息公开申请数量 · 自然人");
		for (size_t k = 0; k < ROWS(downs); k++) {
			desk_keys(&d, downs[k]);
			expect_text(&d, "上年结转政府信息公开申请数量 · 自然人");
			desk_keys(&d, "k");
			expect_text(&d, "本年新收政府信息公开申请数量 · 自然人");
		}
		desk_keys(&d, "\033[1;2C");
		expect_text(&d, "2 个单元格");
		desk_close(&d);
	}
}
