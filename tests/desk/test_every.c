/* Every row of the keys and of the commands, pressed and typed on a terminal. A new row without a
 * line here fails. */
#include "desk/kit.h"

#include "desk/keymap.h"

static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {40, 120}, {60, 200}};
static const char *const terms[] = {"xterm-256color", "tmux-256color", "linux"};

/* What the key sends; keys with a name of their own as xterm does. */
static const char *bytes_of(const char *key, char room[4])
{
	static const struct {
		const char *name, *bytes;
	} named[] = {{"Tab", "\t"}, {"S-Tab", "\033[Z"}, {"Enter", "\r"}, {"Up", "\033OA"},
		{"Down", "\033OB"}, {"Right", "\033OC"}, {"Left", "\033OD"}, {"PgUp", "\033[5~"},
		{"PgDn", "\033[6~"}, {"Home", "\033OH"}, {"End", "\033OF"}, {"Space", " "},
		{"S-Left", "\033[1;2D"}, {"S-Right", "\033[1;2C"}, {"S-Up", "\033[1;2A"},
		{"S-Down", "\033[1;2B"}, {"F1", "\033OP"}, {"Esc", "\033"}, {"m*", "mb"},
		{"'*", "'a"}};

	for (size_t i = 0; i < ROWS(named); i++)
		if (strcmp(key, named[i].name) == 0)
			return named[i].bytes;
	cr_assert(strlen(key) < 3, "no bytes for the key %s", key);
	if (key[0] == '^' && key[1]) {
		room[0] = (char)(key[1] & 0x1f);
		room[1] = '\0';
		return room;
	}
	return key;
}

/* In the middle of a review in which each key has something to do: decided, corrected, noted,
 * searched and marked, a place to go back to and one to go forward to. */
static void prepare(struct desk *d, size_t i, const struct key_row *row)
{
	bool named = strlen(row->key) > 2;

	desk_open(d, .rows = sizes[i % 3].rows, .cols = sizes[i % 3].cols,
		.term = named ? terms[0] : terms[i / 3 % 3], BROKEN);
	desk_keys(d, "y:correct #1 20\r:annotate . 已电话核实\r");
	desk_keys(d, ":shift requests/new/total right\r");
	desk_keys(d, "2maG1/公开\r:undo\r:goto 67\rn");
	if (strcmp(row->line, "forward") == 0)
		desk_keys(d, "\x0f");
	desk_keys(d, row->view == KEYS_TABLE || strcmp(row->line, "pane text") == 0 ? "2" : "1");
	if (row->view == KEYS_OVERLAY)
		desk_keys(d, "?");
}

static void press(struct desk *d, const struct key_row *row, size_t before)
{
	char room[4];

	pty_send(d->p, bytes_of(row->key, room));
	if (strcmp(row->line, "suspend") == 0) {
		while (pty_pump(d->p, 300) > 0)
			;
		kill(d->p->pid, SIGCONT);
	}
	cr_assert(pty_rest(d->p), "%s", row->key);
	/* on a busy machine what it draws may come later than rest seems to */
	for (int i = 0; i < 10 && d->p->bytes == before && !d->p->ended; i++)
		pty_pump(d->p, 200);
	cr_assert(pty_rest(d->p), "%s", row->key);
}

static void expect_done(struct desk *d, const struct key_row *row, size_t before)
{
	static const char *const refused[] = {"无作用", "没有命令", "文字不是命令"};

	for (size_t i = 0; i < ROWS(refused); i++)
		cr_expect_null(strstr(pty_text(d->p), refused[i]), "%s (%s):\n%s", row->key,
			row->line, pty_text(d->p));
	cr_expect(d->p->bytes > before, "%s (%s) does nothing:\n%s", row->key, row->line,
		pty_text(d->p));
	expect_whole(d);
	cr_expect(!d->p->ended || strcmp(row->line, "quit") == 0, "%s", row->key);
}

Test(desk_every, key_of_a_report)
{
	size_t pressed = 0;

	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);
		struct desk d;

		if (row->view == KEYS_LIST || strncmp(row->line, "report-", 7) == 0 ||
			strcmp(row->line, "list") == 0)
			continue;
		prepare(&d, i, row);
		size_t before = d.p->bytes;

		press(&d, row, before);
		expect_done(&d, row, before);
		desk_close(&d);
		pressed++;
	}
	cr_expect(pressed > 80, "%zu", pressed);
}

static void open_list(struct desk *d, size_t i)
{
	char script[512];

	snprintf(script, sizeof script,
		"i=1; while [ $i -le 60 ]; do ln xidian-2020.txt r$i.txt; i=$((i+1)); done; exec "
		"'%s/gouji' .",
		getenv("GOUJI_BUILDDIR"));
	const char *argv[] = {"/bin/sh", "-c", script, NULL};

	desk_start_only(d,
		(struct desk_start){.rows = sizes[i % 3].rows, .cols = sizes[i % 3].cols, BROKEN},
		argv);
	cr_assert(pty_wait(d->p, "61 份报告"));
	desk_keys(d, "/r2\rjjj");
}

Test(desk_every, key_of_a_list)
{
	size_t pressed = 0;

	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);
		bool on = strncmp(row->line, "report-", 7) == 0 || strcmp(row->line, "list") == 0;
		struct desk d;

		if (row->view != KEYS_LIST && !on)
			continue;
		open_list(&d, i);
		if (on)
			desk_keys(&d, "\r");
		size_t before = d.p->bytes;

		press(&d, row, before);
		expect_done(&d, row, before);
		desk_close(&d);
		pressed++;
	}
	cr_expect(pressed > 12, "%zu", pressed);
}

/* --- commands --- */

/* What is typed, after which keys (with @: in a list of reports), and what the screen then says. */
static const struct {
	const char *line, *before, *shown;
} lines[] = {
	{"next", NULL, "问题 1/2"},
	{"prev", "n", "问题 2/2"},
	{"goto 67", NULL, "67"},
	{"back", NULL, NULL},
	{"forward", ":back\r", "67"},
	{"pane table", "1", NULL},
	{"locate table", "1", NULL},
	{"up", NULL, NULL},
	{"down", NULL, NULL},
	{"left", NULL, NULL},
	{"right", NULL, NULL},
	{"page-up", NULL, NULL},
	{"page-down", NULL, NULL},
	{"half-page-up", NULL, NULL},
	{"half-page-down", NULL, NULL},
	{"top", NULL, NULL},
	{"bottom", NULL, NULL},
	{"line-start", NULL, NULL},
	{"line-end", NULL, NULL},
	{"word-next", NULL, NULL},
	{"word-prev", NULL, NULL},
	{"search 公开", "1gg", NULL},
	{"search-next", "1gg/公开\r", NULL},
	{"search-prev", "1gg/公开\r", NULL},
	{"filter error", NULL, "2 条，共 2 条问题"},
	{"mark z", NULL, "标记 z 已设"},
	{"jump a", NULL, NULL},
	{"select word", "1ggf", NULL},
	{"extend right", "1ggf", NULL},
	{"cancel", "?", "审核人"},
	{"decide #2 acceptable", NULL, "可接受"},
	{"undecide #1", NULL, "未审定"},
	{"verdict return", NULL, "结论：退回"},
	{"correct requests/new/total 40", NULL, "40"},
	{"uncorrect requests/new/total", ":correct requests/new/total 40\r", "更正"},
	{"suggest", NULL, "只改一处"},
	{"apply", NULL, "已按建议更正"},
	{"annotate #1 核实", NULL, "批注 a1"},
	{"edit #1", NULL, "未指定编辑器"},
	{"unannotate #1", ":annotate #1 核实\r", "批注"},
	{"shift requests/new/total right", NULL, "右移 1 列"},
	{"label 67 requests/new", NULL, "读作 本年新收"},
	{"join 68", NULL, "并入上一行"},
	{"split 68:4", NULL, "另成一行"},
	{"region requests 60-70", NULL, "收到和处理政府信息公开申请情况"},
	{"unmend s1", ":shift requests/new/total right\r", "s1"},
	{"tag #1 复查", ":annotate #1 核实\r", "复查"},
	{"repeat", "n", "已确认"},
	{"undo", NULL, "已撤销"},
	{"redo", "u", "已重做"},
	{"merge", NULL, "没有他人"},
	{"write", NULL, "已保存"},
	{"export markdown v.md", NULL, "已导出：v.md"},
	{"quit", NULL, "尚未保存"},
	{"quit!", NULL, NULL},
	{"wq", NULL, NULL},
	{"help", NULL, "关闭"},
	{"why", "2", "依"},
	{"rule", NULL, "定义于"},
	{"overview", NULL, "批注"},
	{"set wrap toggle", NULL, "wrap=off"},
	{"bind all K up", NULL, "K"},
	{"command", NULL, ":"},
	{"redraw", NULL, NULL},
	{"suspend", NULL, NULL},
	{"beside", NULL, "不涉及其他报告"},
	{"open r3.txt", "@", "r3"},
	{"report-next", "@\r", NULL},
	{"report-prev", "@\r]", NULL},
	{"list open", "@", "份报告"},
	{"sort 文件名", "@", "文件名"},
};

static size_t line_of(const char *name)
{
	size_t n = strlen(name), at = 0;

	while (at < ROWS(lines) && (strncmp(lines[at].line, name, n) != 0 ||
					   (lines[at].line[n] && lines[at].line[n] != ' ')))
		at++;
	return at;
}

static void type_line(struct desk *d, const char *line)
{
	char typed[128];

	snprintf(typed, sizeof typed, ":%s\r", line);
	pty_send(d->p, typed);
	if (strcmp(line, "suspend") == 0) {
		while (pty_pump(d->p, 300) > 0)
			;
		kill(d->p->pid, SIGCONT);
	}
	cr_assert(pty_rest(d->p), "%s", line);
}

/* Nothing was refused; a program that was told to end has ended well. */
static void expect_obeyed(struct desk *d, const char *line, const char *shown)
{
	static const char *const refused[] = {"没有命令", "没有可", "没有清单", "此处没有",
		"尚未查找", "结构未经", "没有更正", "没有单元格"};
	bool ends = strcmp(line, "quit!") == 0 || strcmp(line, "wq") == 0;

	cr_expect(d->p->ended == ends, "%s: %s", line, pty_text(d->p));
	if (ends) {
		cr_expect_eq(pty_end(d->p), 0);
		cr_expect(pty_is_restored(d->p));
		return;
	}
	for (size_t i = 0; i < ROWS(refused); i++)
		cr_expect_null(strstr(pty_text(d->p), refused[i]), "%s:\n%s", line, pty_text(d->p));
	cr_expect(!shown || strstr(pty_text(d->p), shown), "%s does not show %s:\n%s", line, shown,
		pty_text(d->p));
	expect_whole(d);
}

Test(desk_every, command)
{
	for (size_t i = 0; i < command_count(); i++) {
		size_t at = line_of(command_at(i)->name);

		cr_assert(at < ROWS(lines), "no line for the command %s", command_at(i)->name);
		const char *before = lines[at].before ? lines[at].before : "";
		struct desk d;

		if (before[0] == '@') {
			open_list(&d, i);
			before++;
		} else {
			desk_open(&d, .rows = sizes[i % 3].rows, .cols = sizes[i % 3].cols,
				.term = terms[i / 3 % 3], BROKEN);
			desk_keys(&d, "y2maG1:goto 67\r");
		}
		if (before[0])
			desk_keys(&d, before);
		type_line(&d, lines[at].line);
		expect_obeyed(&d, lines[at].line, lines[at].shown);
		desk_close(&d);
	}
}
