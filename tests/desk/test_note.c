/* Notes of several lines, typed, pasted, and written in an editor. */
#include "desk/nine.h"

#include <dirent.h>
#include <sys/stat.h>

/* The desk with `body` as its editor, a shell script. */
static void open_with_editor(struct desk *d, const char *body)
{
	static char script[1024];

	snprintf(script, sizeof script,
		"printf '%%s\\n' '#!/bin/sh' '%s' >ed; chmod 700 ed; EDITOR=./ed VISUAL= TMPDIR=. "
		"exec '%s/gouji' xidian-2020.txt",
		body, getenv("GOUJI_BUILDDIR"));
	desk_start_only(d, (struct desk_start){.rows = 50, .cols = 120, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, NULL});
	cr_assert(pty_wait(d->p, "勾稽"), "%s", pty_text(d->p));
	pty_rest(d->p);
}

static bool left_behind(const struct desk *d)
{
	DIR *dir = opendir(d->dir);
	bool found = false;

	for (struct dirent *e; dir && (e = readdir(dir));)
		found |= strncmp(e->d_name, "gouji-note", 10) == 0;
	if (dir)
		closedir(dir);
	return found;
}

static void expect_in_file(struct desk *d, const char *name, const char *words)
{
	char *text = desk_read(d, name);

	cr_expect(text && strstr(text, words), "%s is not in %s:\n%s", words, name,
		text ? text : "(no such file)");
	free(text);
}

Test(desk_note, lines_are_ended_while_typing)
{
	static const char *const ends[] = {"\n", "\033\r"};

	for (size_t i = 0; i < ROWS(ends); i++) {
		struct desk d;
		char keys[64];

		desk_open(&d, .rows = 50, .cols = 120, BROKEN);
		snprintf(keys, sizeof keys, "a第一行%s第二行", ends[i]);
		desk_keys(&d, keys);
		expect_text(&d, ":annotate . 第一行↵第二行");
		expect_text(&d, "^J 换行");
		desk_keys(&d, "\r");
		expect_text(&d, "✎ 第一行");
		expect_text(&d, "   第二行"); /* a row of its own */
		expect_no_text(&d, "第一行 第二行");
		desk_keys(&d, "w:export markdown v.md\r");
		desk_keys(&d, ":export yaml v.yaml\r");
		expect_text(&d, "已导出：v.yaml");
		expect_in_file(&d, "xidian-2020.txt.review.yaml", "第一行\\n第二行");
		expect_in_file(&d, "v.md", "> 第一行\\\n");
		expect_in_file(&d, "v.md", "> 第二行\n");
		expect_in_file(&d, "v.yaml", "第一行\\n第二行");
		desk_again(&d);
		expect_text(&d, "✎ 第一行");
		expect_text(&d, "   第二行");
		expect_whole(&d);
		desk_close(&d);
	}
}

Test(desk_note, a_paste_keeps_its_lines_in_a_note_and_nowhere_else)
{
	struct desk d;

	desk_open(&d, .rows = 50, .cols = 120, BROKEN);
	desk_keys(&d, "a\033[200~甲\r\n乙\r丙\033[201~");
	expect_text(&d, ":annotate . 甲↵乙↵丙");
	desk_keys(&d, KEY_ESC);
	desk_keys(&d, "/\033[200~甲\r\n乙\033[201~");
	expect_text(&d, ":search 甲 乙");
	desk_keys(&d, KEY_ESC);
	desk_keys(&d, "/公开\n"); /* there Ctrl-J enters, as it does in a shell */
	expect_no_text(&d, ":search");
	expect_whole(&d);
	desk_close(&d);
}

/* On each of the terminals: given away, taken back, and the note is there. */
Test(desk_note, an_editor_on_every_terminal)
{
	static const struct step steps[] = {
		{"ga", "✎ 甲乙", NULL},
		{"", "丙丁", NULL},
		{"u", "已撤销", "甲乙"},
		{"a旧注\x18", ":annotate . 甲乙↵丙丁", NULL},
		{KEY_ESC, "q 退出", ":annotate"},
	};
	struct nine n;

	nine_script(&n, (struct desk_start){.append = "\n共主动公开条。\n"},
		"printf '%s\\n' '#!/bin/sh' 'printf \"甲乙\\\\n丙丁\\\\n\" >\"$1\"' >ed; "
		"chmod 700 ed; EDITOR=./ed VISUAL= TMPDIR=. exec \"$0\" xidian-2020.txt");
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	EACH_OF_NINE(&n, d)
	cr_expect_not(left_behind(d));
	nine_keys(&n, ":q!\r");
	nine_expect_ended(&n, 0);
	nine_close(&n);
}

Test(desk_note, the_editor_writes_it)
{
	struct desk d;

	open_with_editor(&d, "stat -c %a \"$1\" >mode; printf "
			     "\"\\\\357\\\\273\\\\277核对台账\\\\r\\\\n“二十”件\\\\r\\\\n"
			     "\\\\r\\\\n\" >\"$1\"");
	desk_keys(&d, "ga");
	expect_text(&d, "✎ 核对台账");
	expect_text(&d, "   “二十”件");
	expect_text(&d, "批注 a1");
	expect_in_file(&d, "mode", "600\n");
	cr_expect_not(left_behind(&d));
	desk_keys(&d, "w");
	expect_in_file(&d, "xidian-2020.txt.review.yaml", "\"核对台账\\n“二十”件\"");
	desk_keys(&d, "u");
	expect_no_text(&d, "核对台账");
	expect_whole(&d);
	desk_keys(&d, ":q!\r");
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect(pty_is_restored(d.p));
	desk_close(&d);
}

Test(desk_note, a_note_that_is_there_is_worded_anew)
{
	struct desk d;

	open_with_editor(&d, "sed -i s/旧/新/ \"$1\"");
	desk_keys(&d, "a\"旧说明\" it'\"'s\r");
	expect_text(&d, "旧说明");
	desk_keys(&d, "ga");
	expect_text(&d, "新说明");
	expect_no_text(&d, "旧说明");
	desk_keys(&d, "ga"); /* nothing is old any more */
	expect_text(&d, "未作修改");
	desk_keys(&d, "Y旧注");
	desk_keys(&d, "\x18"); /* in the `:` line too: it comes back into it */
	expect_text(&d, ":decide . confirmed 新注");
	desk_keys(&d, "\r");
	expect_text(&d, "已审 1/2");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_note, an_editor_that_fails_changes_nothing)
{
	static const struct {
		const char *body, *told;
	} rows[] = {
		{"echo 写了 >\"$1\"; exit 3", "状态 3"},
		{"echo 写了 >\"$1\"; kill -9 $$", "状态 137"},
		{"printf \"\\\\377\" >\"$1\"", "不是 UTF-8"},
		{"rm \"$1\"", "无法打开"},
		{": >\"$1\"", "没有写内容"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d;

		open_with_editor(&d, rows[i].body);
		desk_keys(&d, "ga");
		expect_text(&d, rows[i].told);
		expect_no_text(&d, "写了");
		expect_no_text(&d, "未保存");
		cr_expect_not(left_behind(&d), "%s", rows[i].body);
		desk_keys(&d, "n");
		expect_text(&d, "问题 2/2");
		expect_whole(&d);
		desk_close(&d);
	}
}

/* A desk that is killed while the editor is open leaves the note's folder, with what the editor put
 * beside it; the next note of anybody does away with it. */
Test(desk_note, a_note_that_was_left_behind_goes_with_the_next)
{
	static const char script[] =
		"printf '%s\\n' '#!/bin/sh' 'kill -9 $(cat pid); : >\"$1~\"' >kills; "
		"printf '%s\\n' '#!/bin/sh' 'echo 又写 >\"$1\"' >writes; chmod 700 kills writes; "
		"TMPDIR=.; export TMPDIR; EDITOR=./kills; VISUAL=; export EDITOR VISUAL; "
		"sh -c 'echo $$ >pid; exec \"$0\" xidian-2020.txt' \"$0\"; "
		"stty sane; echo 已被杀死; read -r line; EDITOR=./writes; "
		"exec \"$0\" xidian-2020.txt";
	char program[512];
	struct desk d;

	snprintf(program, sizeof program, "%s/gouji", getenv("GOUJI_BUILDDIR"));
	desk_start_only(&d, (struct desk_start){.rows = 50, .cols = 120, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, program, NULL});
	expect_text(&d, "问题 1/2");
	pty_send(d.p, "ga");
	expect_text(&d, "已被杀死");
	cr_expect(left_behind(&d));
	for (int k = 0; k < 15000 && desk_processes(&d) > 1; k++)
		usleep(1000); /* the editor has ended, too */
	pty_send(d.p, "\r");
	expect_text(&d, "问题 1/2");
	desk_keys(&d, "ga");
	expect_text(&d, "✎ 又写");
	cr_expect_not(left_behind(&d));
	desk_close(&d);
}

/* That of an editor which is open is nobody else's. */
Test(desk_note, a_note_that_is_being_written_stays)
{
	struct desk a, b;
	char script[512];

	open_with_editor(&a, "echo 等待中; read -r line; echo 完成 >\"$1\"");
	pty_send(a.p, "ga");
	cr_assert(pty_wait(a.p, "等待中"), "%s", pty_text(a.p));
	snprintf(script, sizeof script,
		"cd '%s' && EDITOR='echo 另一个 >' VISUAL= TMPDIR=. exec '%s/gouji' "
		"xidian-2020.txt",
		a.dir, getenv("GOUJI_BUILDDIR"));
	desk_start_only(&b, (struct desk_start){.rows = 50, .cols = 120, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, NULL});
	expect_text(&b, "问题 1/2");
	desk_keys(&b, "ga");
	expect_text(&b, "✎ 另一个");
	pty_send(a.p, "\r");
	expect_text(&a, "✎ 完成");
	cr_expect_not(left_behind(&a));
	desk_close(&b);
	desk_close(&a);
}

Test(desk_note, without_an_editor_that_is_told)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "ga");
	expect_text(&d, "未指定编辑器");
	desk_keys(&d, "a我的说明\x18");
	expect_text(&d, "未指定编辑器");
	expect_text(&d, ":annotate . 我的说明"); /* what was typed is kept */
	desk_close(&d);
	desk_open(&d, .extra = "VISUAL=/nonexistent/editor", BROKEN);
	desk_keys(&d, "ga");
	expect_text(&d, "编辑器无法启动");
	desk_close(&d);
}

/* ^C is the editor's; a window that changed meanwhile is drawn in its new size. The editor is one
 * process: a shell that is about to start another may keep a ^C from it. */
Test(desk_note, keys_and_sizes_while_the_editor_has_the_terminal)
{
	struct desk d;

	open_with_editor(&d, "if test -f once; then echo 又在等待; else : >once; echo 等待中; fi; "
			     "while read -r line; do :; done; echo 完成 >\"$1\"");
	pty_send(d.p, "ga");
	cr_assert(pty_wait(d.p, "等待中"), "%s", pty_text(d.p));
	pty_send(d.p, "\x03");
	expect_text(&d, "信号 2");
	pty_rest(d.p);
	pty_send(d.p, "ga"); /* what the first one said is seen again before the second is there */
	cr_assert(pty_wait(d.p, "又在等待"), "%s", pty_text(d.p));
	pty_resize(d.p, 24, 80);
	pty_send(d.p, "q\r\x04");
	expect_text(&d, "完成");
	expect_text(&d, "q 退出");
	expect_whole(&d);
	desk_keys(&d, "n");
	expect_text(&d, "问题 2/2");
	desk_close(&d);
}
