/* What the desk is for, on each of three sizes and three types of terminal: a list of reports,
 * moving, seeing, doing, the overview, help, the mouse, two languages, and what may befall a
 * terminal. */
#include "desk/nine.h"

static void put_two_beside(struct desk *d)
{
	char line[512];

	snprintf(line, sizeof line, "cd '%s' && cp xidian-2020.txt r2.txt && cp r2.txt r3.txt",
		d->dir);
	cr_assert_eq(system(line), 0);
	desk_again_list(d);
	expect_text(d, "错误 6"); /* all are read */
}

Test(desk_windows, a_list_of_reports)
{
	static const struct step steps[] = {
		{"", "3 份报告", NULL},
		{"/宁海\r", "宁海县西店镇人民政府", NULL},
		{":sort 文件名\r", "文件名", NULL},
		{"gg\r", "问题 1/2", NULL},
		{"y", "已审 1/2", NULL},
		{"w]", "已审 0/2", NULL},
		{"[", "已审 1/2", NULL},
		{"Q", "3 份报告", NULL},
		{"", "1/2", NULL},
		{"f没有这个单位\r", "没有", NULL},
		{"a", "宁海县西店镇人民政府", NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	EACH_OF_NINE(&n, d)
	put_two_beside(d);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_windows, moving)
{
	static const struct step steps[] = {
		{"n", "问题 2/2", NULL},
		{"p", "问题 1/2", NULL},
		{"1gg", "# 西店镇 2020 年", NULL},
		{"ma", "标记 a 已设", NULL},
		{"G", NULL, "# 西店镇 2020 年"},
		{"'a", "# 西店镇 2020 年", NULL},
		{":goto 67\r", " 67", NULL},
		{"\x0f", "# 西店镇 2020 年", NULL},
		{"\x0e", " 67", NULL},
		{"/结转下年度\r", "表格中 7 处", NULL},
		{":next open\r", "问题 2/2", NULL},
		{":goto disputes/review/total\r", "行政复议", NULL},
		{"2\033[B\033OB", "行政诉讼", NULL},
		{"F", NULL, NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_windows, seeing)
{
	static const struct step steps[] = {
		{"", "! 错误", NULL},
		{"i", "依", NULL},
		{"q", "问题 1/2", NULL},
		{":correct requests/new/total 40\r", "39→40", NULL},
		{":goto requests/new/total\r2", "本年新收政府信息公开申请数量 · 总计", NULL},
		{"1G", "尾<U+202E>行", NULL},
		{":set ascii-borders on\r", "- ", "─"},
		{":set ambiguous-width 2\r", NULL, "─"},
	};
	struct nine n;

	nine_open(&n, BROKEN, .append = "\n尾\u202e行\n");
	EACH_OF_NINE(&n, d)
	cr_expect(desk_is_lit(d, "[21]"), "%s", pty_text(d->p));
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

static void without_colour(struct desk *d)
{
	VTermColor fg, bg;

	vterm_state_get_default_colors(vterm_obtain_state(d->p->vt), &fg, &bg);
	for (int row = 0; row < d->p->rows; row++)
		for (int col = 0; col < d->p->cols; col++) {
			VTermScreenCell cell = pty_cell(d->p, row, col);

			cr_assert(VTERM_COLOR_IS_DEFAULT_FG(&cell.fg), "%d,%d", row, col);
			cr_assert(VTERM_COLOR_IS_DEFAULT_BG(&cell.bg), "%d,%d", row, col);
		}
	cr_expect(desk_is_lit(d, "[21]"), "%s", pty_text(d->p));
	expect_text(d, "! 错误");
}

Test(desk_windows, seeing_without_colours)
{
	struct nine n;

	nine_open(&n, BROKEN, .extra = "NO_COLOR=1");
	EACH_OF_NINE(&n, d)
	without_colour(d);
	nine_close(&n);
}

Test(desk_windows, doing)
{
	static const struct step steps[] = {
		{"y", "已审 1/2", NULL},
		{".", "已审 2/2", NULL},
		{"u", "已撤销", NULL},
		{"u", "已审 0/2", NULL},
		{"D可接受 惯例\r", "已审 2/2", NULL},
		{"u", "已审 0/2", NULL},
		{"a核实\n再报\r", "批注", NULL},
		{"# 复查\r", "复查", NULL},
		{"1ggf V", NULL, NULL},
		{"a一句\r", "批注", NULL},
		{"n:goto #1\rs", "已按建议更正", NULL},
		{"u", "已撤销", NULL},
		{"\x12", "已重做", NULL},
		{":correct requests/new/total 40 抄错\r", "40", NULL},
		{":shift requests/new/total right\r", "右移 1 列", NULL},
		{"M", NULL, NULL},
		{"v退回 请更正\r", "结论：退回", NULL},
		{"w", "已保存", "未保存"},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_windows, the_overview)
{
	static const struct step steps[] = {
		{"y=", "总览", NULL},
		{"", "已核对", NULL},
		{"", "未核对", NULL},
		{"", "发现", NULL},
		{"", "已确认            1", NULL},
		{"", "待审              1", NULL},
		{"G", "结论", NULL},
		{"q", "问题 2/2", "总览"},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_windows, help)
{
	static const struct step steps[] = {
		{"K", "K 无作用；? 帮助", NULL},
		{"?", "─ 帮助", NULL},
		{"/undecide\r", "撤回对问题的审定", NULL},
		{"q", "问题 1/2", "─ 帮助"},
		{":frobnicate\r", "没有命令“frobnicate”", NULL},
		{":dec\t", ":decide", NULL},
		{"#1 可\t\r", "可接受", NULL},
		{":\033[A", ":decide #1 可接受", NULL},
		{KEY_ESC, "q 退出", NULL},
		{":help verdict\r", "verdict 通过|退回|存疑|撤回 [摘要]", NULL},
		{"q核实", "文字不是命令", NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

/* As the terminal's type has it: in decimals, or as three bytes. All of it in one piece, so that
 * two clicks are a double click however slow the machine is. */
static void press(struct desk *d, int button, const char *words, int times)
{
	bool decimal = strncmp(d->start.term, "xterm", 5) == 0;
	char keys[128] = "";
	int row = 0, col = 0;

	cr_assert(pty_find(d->p, words, &row, &col), "%s:\n%s", words, pty_text(d->p));
	col++; /* behind the bracket */
	for (int i = 0; i < times; i++) {
		size_t n = strlen(keys);

		if (decimal)
			snprintf(keys + n, sizeof keys - n, "\033[<%d;%d;%dM\033[<%d;%d;%dm",
				button, col + 1, row + 1, button, col + 1, row + 1);
		else
			snprintf(keys + n, sizeof keys - n, "\033[M%c%c%c\033[M#%c%c", 32 + button,
				33 + col, 33 + row, 33 + col, 33 + row);
	}
	desk_keys(d, keys);
}

Test(desk_windows, mouse)
{
	enum { LEFT, WHEEL_UP = 64, WHEEL_DOWN };
	struct nine n;

	nine_open(&n, BROKEN);
	EACH_OF_NINE(&n, d)
	{
		press(d, LEFT, "[35]", 1); /* off: none of ours */
		expect_no_text(d, "总计 · 自然人：35");
		desk_keys(d, KEY_ESC ":q!\r"); /* letters of three bytes may be keys */
	}
	nine_close(&n);
	nine_open(&n, BROKEN);
	nine_keys(&n, ":set mouse on\r");
	EACH_OF_NINE(&n, d)
	{
		press(d, LEFT, "[35]", 1);
		expect_text(d, "总计 · 自然人：35");
		press(d, WHEEL_UP, "勾稽", 1); /* three rows up, wherever it is turned */
		expect_no_text(d, "总计 · 自然人：35");
		press(d, WHEEL_DOWN, "勾稽", 1);
		expect_text(d, "总计 · 自然人：35");
		press(d, LEFT, "[35]", 2); /* shown in the text, which has the keys then */
		desk_keys(d, "gg");
		expect_text(d, "# 西店镇 2020 年");
		expect_whole(d);
	}
	nine_keys(&n, ":set mouse off\r");
	EACH_OF_NINE(&n, d)
	cr_expect_not(d->p->mouse);
	nine_close(&n);
}

/* What is on the way to a report's end: open ones alone, by kind, in all panes. */
Test(desk_windows, finding_ones_way)
{
	static const struct step steps[] = {
		{"", "初次使用", NULL},
		{":next error\r", "问题 2/3", "初次使用"},
		{":next note\r", "没有此类问题", NULL},
		{":next warning\r", "问题 3/3", NULL},
		{"gg\\", "open-only=on", NULL},
		{"y", "已审 1/3", NULL},
		{":set advance off\r", "advance=off", NULL},
		{":goto #1\rn", "问题 2/3", NULL},
		{"o", "已审 2/3", NULL},
		{"", "问题 2/3", NULL}, /* stays */
		{"u", "已撤销：问题 2（", NULL},
		{"a唯一的批注\r", "批注 a1", NULL},
		{"3/唯一\r", "唯一", "未找到"},
		{"1/唯一\r", "未找到：唯一", NULL},
		{"2/予以公开\r", "予以公开", "未找到"},
		{"*错误 待审\r", "条，共 3 条问题", NULL},
	};
	struct nine n;

	nine_open(&n, .append = "\n共主动公开条。\n", BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

/* What cells are is said by glyphs, before any colour. */
Test(desk_windows, cells_tell_what_they_are)
{
	static const struct step steps[] = {
		{":goto requests/outcome.granted/person\r2", "[21]", NULL},
		{":correct requests/carried_over/person 4\r", "3→4", NULL},
		{":goto requests/new/other\r", "?", NULL},
		{":shift requests/new/person right\r", "39~", NULL},
	};
	struct nine n;

	nine_open(&n, .extra = "NO_COLOR=1", BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

/* A sequence of a key comes in two pieces, and the window changes between them. */
Test(desk_windows, a_resize_within_a_key)
{
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, "g");
	EACH_OF_NINE(&n, d)
	pty_resize(d->p, 30, 90);
	nine_keys(&n, "l"); /* gl: the other half is not lost */
	nine_expect(&n, "gl", ":goto", NULL);
	nine_keys(&n, "67\r");
	nine_expect(&n, "67", " 67", NULL);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_windows, english)
{
	static const struct step steps[] = {
		{"", "Finding 1/2", NULL},
		{"?", "─ Help", NULL},
		{"q=", "─ Overview", NULL},
		{"qv", "verdict accept|return|query|none [SUMMARY]", NULL},
		{"return\r", "verdict: return; w saves it", NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN, .language = "en");
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}
