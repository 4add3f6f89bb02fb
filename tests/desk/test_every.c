/* Every row of the keys and of the commands, pressed and typed on each of three sizes and three
 * types of terminal. A new row without a line here fails. */
#include "desk/nine.h"

#include "desk/keymap.h"

/* What the key sends on a terminal; NULL where that one has no such key. */
static const char *bytes_of(const char *term, const char *key, char room[4])
{
	static const struct {
		const char *name, *xterm, *tmux, *console;
	} named[] = {
		{"Tab", "\t", "\t", "\t"},
		{"S-Tab", "\033[Z", "\033[Z", "\033\t"},
		{"Enter", "\r", "\r", "\r"},
		{"Up", "\033OA", "\033OA", "\033[A"},
		{"Down", "\033OB", "\033OB", "\033[B"},
		{"Right", "\033OC", "\033OC", "\033[C"},
		{"Left", "\033OD", "\033OD", "\033[D"},
		{"PgUp", "\033[5~", "\033[5~", "\033[5~"},
		{"PgDn", "\033[6~", "\033[6~", "\033[6~"},
		{"Home", "\033OH", "\033[1~", "\033[1~"},
		{"End", "\033OF", "\033[4~", "\033[4~"},
		{"Space", " ", " ", " "},
		{"S-Left", "\033[1;2D", "\033[1;2D", NULL},
		{"S-Right", "\033[1;2C", "\033[1;2C", NULL},
		{"S-Up", "\033[1;2A", "\033[1;2A", NULL},
		{"S-Down", "\033[1;2B", "\033[1;2B", NULL},
		{"F1", "\033OP", "\033OP", "\033[[A"},
		{"Esc", "\033", "\033", "\033"},
		{"m*", "mb", "mb", "mb"},
		{"'*", "'a", "'a", "'a"},
	};

	for (size_t i = 0; i < ROWS(named); i++)
		if (strcmp(key, named[i].name) == 0)
			return term[0] == 'l'	? named[i].console
			       : term[0] == 't' ? named[i].tmux
						: named[i].xterm;
	cr_assert(strlen(key) < 3, "no bytes for the key %s", key);
	if (key[0] == '^' && key[1]) {
		room[0] = (char)(key[1] & 0x1f);
		room[1] = '\0';
		return room;
	}
	return key;
}

/* What has to be there before a key has something to do, and what takes back what it did. */
static const struct {
	enum key_view view;
	const char *key, *before, *after;
} needs[] = {
	{KEYS_ALL, "d", ":decide #1 confirmed\r", NULL},
	{KEYS_ALL, "1", "2", NULL},
	{KEYS_ALL, "2", "1", NULL},
	{KEYS_ALL, "'*", "maG", NULL},
	{KEYS_ALL, ".", "y:goto #2\r", NULL},
	{KEYS_ALL, "^O", "G", NULL},
	{KEYS_ALL, "^N", "G\x0f", NULL},
	{KEYS_ALL, "s", NULL, "u"},
	{KEYS_ALL, "C", ":correct requests/new/person 40\r:goto requests/new/person\r", NULL},
	{KEYS_ALL, "A", "a说明\r", NULL},
	{KEYS_ALL, "u", "xo", NULL},
	{KEYS_ALL, "^R", "xou", NULL},
	{KEYS_ALL, ";", "/公开\r", NULL},
	{KEYS_ALL, ",", "/公开\r", NULL},
	{KEYS_ALL, "Esc", "V", NULL},
	{KEYS_ALL, "M", ":shift requests/new/total right\r", NULL},
	{KEYS_TEXT, "J", NULL, "u"},
	{KEYS_TEXT, "|", NULL, "u"},
	{KEYS_TABLE, "{", NULL, "u"},
	{KEYS_TABLE, "}", NULL, "u"},
	{KEYS_ALL, "]", "gg\r", NULL},
	{KEYS_ALL, "[", "gg\r]", NULL},
	{KEYS_ALL, "Q", "gg\r", NULL},
	{KEYS_LIST, "p", "n", NULL},
	{KEYS_ALL, "''", "G", NULL},
	{KEYS_OVERLAY, "n", "/n\r", NULL},
	{KEYS_OVERLAY, "N", "/n\r", NULL},
	{KEYS_OVERLAY, "p", "/n\r", NULL},
};

static size_t need_of(const struct key_row *row)
{
	size_t at = 0;

	while (at < ROWS(needs) &&
		(needs[at].view != row->view || strcmp(needs[at].key, row->key) != 0))
		at++;
	return at;
}

static void press(struct nine *n, const struct key_row *row)
{
	size_t before[ROWS(n->d)];

	for (size_t i = 0; i < ROWS(n->d); i++) {
		char room[4];
		const char *bytes = bytes_of(n->d[i].start.term, row->key, room);

		before[i] = bytes ? n->d[i].p->bytes : 0;
		if (bytes)
			pty_send(n->d[i].p, bytes);
	}
	nine_rest(n, row->key);
	for (size_t i = 0; i < ROWS(n->d); i++) {
		/* on a busy machine what it draws may come later than rest seems to */
		for (int k = 0; k < 10 && n->d[i].p->bytes == before[i] && !n->d[i].p->ended; k++)
			pty_pump(n->d[i].p, 200);
		cr_expect(n->d[i].p->bytes > before[i], "%s (%s) does nothing on %s:\n%s", row->key,
			row->line, n->d[i].start.term, pty_text(n->d[i].p));
	}
}

static void expect_done(struct nine *n, const struct key_row *row)
{
	static const char *const refused[] = {"无作用", "没有命令", "文字不是命令", "没有可",
		"没有更正", "没有标记", "尚未查找", "没有清单"};

	EACH_OF_NINE(n, d)
	{
		const char *text = pty_text(d->p);

		for (size_t i = 0; i < ROWS(refused); i++)
			cr_expect_null(strstr(text, refused[i]), "%s (%s) on %s:\n%s", row->key,
				row->line, d->start.term, text);
		expect_whole(d);
		cr_assert_not(d->p->ended, "%s", row->key);
	}
}

static void play(struct nine *n, const struct key_row *row, const char *home)
{
	size_t need = need_of(row);
	const char *before = need < ROWS(needs) ? needs[need].before : NULL;
	const char *after = need < ROWS(needs) ? needs[need].after : NULL;

	/* out of a line that is being typed, a question, a page */
	nine_send(n, "\x03:cancel\r");
	nine_send(n, home);
	nine_keys(n, before ? before : "");
	press(n, row);
	expect_done(n, row);
	if (after)
		nine_keys(n, after);
}

static bool leaves(const struct key_row *row)
{
	return strcmp(row->line, "quit") == 0 || strcmp(row->line, "wq") == 0;
}

static bool is_of_list(const struct key_row *row)
{
	return row->view == KEYS_LIST || strncmp(row->line, "report-", 7) == 0 ||
	       strcmp(row->line, "list") == 0;
}

Test(desk_every, key_of_a_report)
{
	size_t pressed = 0;
	struct nine n;

	nine_open(&n, BROKEN);
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);

		if (is_of_list(row) || leaves(row))
			continue;
		play(&n, row,
			row->view == KEYS_TABLE	    ? ":goto #1\r2"
			: row->view == KEYS_OVERLAY ? ":goto #1\r1?j"
						    : ":goto #1\r1");
		pressed++;
	}
	cr_expect(pressed > 80, "%zu", pressed);
	nine_close(&n);
}

Test(desk_every, key_of_a_list)
{
	size_t pressed = 0;
	struct nine n;

	nine_list(&n, (struct desk_start){BROKEN}, 30);
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);

		if (!is_of_list(row) || leaves(row))
			continue;
		play(&n, row, ":list all\r/r2\rjjj");
		pressed++;
	}
	cr_expect(pressed > 12, "%zu", pressed);
	nine_close(&n);
}

Test(desk_every, key_that_leaves)
{
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);
		struct nine n;

		if (!leaves(row))
			continue;
		if (row->view == KEYS_LIST)
			nine_list(&n, (struct desk_start){BROKEN}, 1);
		else
			nine_open(&n, BROKEN);
		nine_send(&n, row->key);
		nine_expect_ended(&n, 0);
		nine_close(&n);
	}
}

/* --- commands --- */

/* What is typed, after which keys, what the screen then says, and what takes it back. */
static const struct line {
	const char *line, *before, *shown, *after;
} lines[] = {
	{"next", NULL, "问题 1/2", NULL},
	{"prev", "n", "问题 2/2", NULL},
	{"goto 67", "G", " 67", NULL},
	{"back", "G", " 67", NULL},
	{"forward", "G\x0f", "─ 原文", NULL},
	{"pane table", NULL, NULL, NULL},
	{"locate table", NULL, NULL, NULL},
	{"up", NULL, NULL, NULL},
	{"down", NULL, NULL, NULL},
	{"left", "l", NULL, NULL},
	{"right", NULL, NULL, NULL},
	{"page-up", NULL, NULL, NULL},
	{"page-down", NULL, NULL, NULL},
	{"half-page-up", NULL, NULL, NULL},
	{"half-page-down", NULL, NULL, NULL},
	{"top", NULL, "# 西店镇 2020 年", NULL},
	{"bottom", NULL, NULL, NULL},
	{"line-start", "l", NULL, NULL},
	{"line-end", NULL, NULL, NULL},
	{"word-next", NULL, NULL, NULL},
	{"word-prev", NULL, NULL, NULL},
	{"search 公开", "gg", "公开：", NULL},
	{"search-next", "gg/公开\r", "公开：", NULL},
	{"search-prev", "gg/公开\r", "公开：", NULL},
	{"filter error", NULL, "2 条，共 2 条问题", ":filter\r"},
	{"mark z", NULL, "标记 z 已设", NULL},
	{"jump a", "maG", " 67", NULL},
	{"select word", "ggf", NULL, NULL},
	{"extend right", "ggf", NULL, NULL},
	{"cancel", "?", "已审", NULL},
	{"decide #2 acceptable", NULL, "已审 2/2", "u"},
	{"undecide #1", NULL, "未审定", "u"},
	{"verdict return", NULL, "结论：退回", "u"},
	{"correct requests/new/total 40", ":goto requests/new/total\r2", "39→40", "u"},
	{"uncorrect requests/new/total", ":correct requests/new/total 40\r", "更正", "uu"},
	{"suggest", NULL, "只改一处", NULL},
	{"apply", NULL, "已按建议更正", "u"},
	{"annotate #1 核实", NULL, "批注 a1", "u"},
	{"edit #1", NULL, "未指定编辑器", NULL},
	{"unannotate #1", ":annotate #1 核实\r", "批注", "uu"},
	{"shift requests/new/total right", NULL, "右移 1 列", "u"},
	{"label 67 requests/new", NULL, "读作 本年新收", "u"},
	{"join 68", NULL, "并入上一行", "u"},
	{"split 68:4", NULL, "另成一行", "u"},
	{"region requests 60-70", NULL, "收到和处理政府信息公", "u"},
	{"unmend s1", ":shift requests/new/total right\r", "s1", "uu"},
	{"tag #1 复查", ":annotate #1 核实\r", "复查", "uu"},
	{"repeat", ":goto #1\ro", "已审 2/2", "uu"},
	{"undo", ":decide #2 query\r", "已撤销", NULL},
	{"redo", ":decide #2 query\ru", "已重做", "u"},
	{"merge", NULL, "没有他人", NULL},
	{"write", NULL, "已保存", NULL},
	{"export markdown v.md", NULL, "已导出：v.md", NULL},
	{"quit", ":verdict query\r", "尚未保存", "\x03u"},
	{"help", NULL, "关闭", NULL},
	{"why", "2", "依", NULL},
	{"rule", NULL, "定义于", NULL},
	{"overview", NULL, "批注", NULL},
	{"set wrap toggle", NULL, "wrap=", NULL},
	{"bind all K up", NULL, "K", NULL},
	{"command", NULL, ":", NULL},
	{"redraw", NULL, NULL, NULL},
	{"suspend", NULL, NULL, NULL},
	{"beside", NULL, "不涉及其他报告", NULL},
};

static const struct line list_lines[] = {
	{"open r3.txt", NULL, "r3", NULL},
	{"report-next", "gg\r", "问题 1/2", NULL},
	{"report-prev", "gg\r]", "问题 1/2", NULL},
	{"list open", NULL, "份报告", NULL},
	{"sort 文件名", NULL, "文件名", NULL},
};

static const struct line last_lines[] = {
	{"quit!", NULL, NULL, NULL},
	{"wq", NULL, NULL, NULL},
};

static bool is_line_of(const struct line *line, const char *name)
{
	size_t n = strlen(name);

	return strncmp(line->line, name, n) == 0 && (!line->line[n] || line->line[n] == ' ');
}

/* Nothing was refused. */
static void expect_obeyed(struct nine *n, const struct line *line)
{
	static const char *const refused[] = {"没有命令", "没有可", "没有清单", "此处没有",
		"尚未查找", "结构未经", "没有更正", "没有单元格"};

	nine_expect(n, line->line, line->shown, NULL);
	EACH_OF_NINE(n, d)
	{
		for (size_t i = 0; i < ROWS(refused); i++)
			cr_expect_null(strstr(pty_text(d->p), refused[i]), "%s:\n%s", line->line,
				pty_text(d->p));
		expect_whole(d);
		cr_assert_not(d->p->ended, "%s", line->line);
	}
}

static void type_line(struct nine *n, const struct line *line, const char *home)
{
	char typed[128];

	snprintf(typed, sizeof typed, ":%s\r", line->line);
	nine_send(n, "\x03:cancel\r");
	nine_send(n, home);
	nine_keys(n, line->before ? line->before : "");
	nine_keys(n, typed);
}

Test(desk_every, command)
{
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, "y");
	for (size_t i = 0; i < ROWS(lines); i++) {
		type_line(&n, &lines[i], ":goto #2\r1:goto 67\r");
		expect_obeyed(&n, &lines[i]);
		if (lines[i].after)
			nine_keys(&n, lines[i].after);
		nine_keys(&n, "\x03:cancel\r");
		nine_expect(&n, lines[i].line, "已审 1/2", NULL); /* as it was before */
	}
	nine_close(&n);
}

Test(desk_every, command_of_a_list)
{
	struct nine n;

	nine_list(&n, (struct desk_start){BROKEN}, 8);
	for (size_t i = 0; i < ROWS(list_lines); i++) {
		type_line(&n, &list_lines[i], ":list all\r");
		expect_obeyed(&n, &list_lines[i]);
	}
	nine_close(&n);
}

Test(desk_every, command_that_ends)
{
	for (size_t i = 0; i < ROWS(last_lines); i++) {
		struct nine n;

		nine_open(&n, BROKEN);
		nine_keys(&n, "y");
		type_line(&n, &last_lines[i], "");
		nine_expect_ended(&n, 0);
		nine_close(&n);
	}
}

Test(desk_every, command_has_a_line_here)
{
	for (size_t i = 0; i < command_count(); i++) {
		const char *name = command_at(i)->name;
		bool found = false;

		for (size_t k = 0; k < ROWS(lines); k++)
			found |= is_line_of(&lines[k], name);
		for (size_t k = 0; k < ROWS(list_lines); k++)
			found |= is_line_of(&list_lines[k], name);
		for (size_t k = 0; k < ROWS(last_lines); k++)
			found |= is_line_of(&last_lines[k], name);
		cr_expect(found, "no line for the command %s", name);
	}
}
