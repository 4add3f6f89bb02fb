/* Several reports: the list, going from one to the next, and reading them beside the keys. */
#include <fcntl.h>
#include <sys/stat.h>

#include "desk/nine.h"

/* Opens a folder with `n` copies of the sample, r1.txt to rn.txt, beside the broken one. */
static void open_folder(struct desk *d, int rows, int cols, int n)
{
	static char script[1024];

	snprintf(script, sizeof script,
		"i=1; while [ $i -le %d ]; do cp '%s/data/samples/xingang-2020.txt' r$i.txt; "
		"i=$((i+1)); done; "
		"printf 'nothing\\000' >z.pdf; exec '%s/gouji' .",
		n, getenv("GOUJI_SRCDIR"), getenv("GOUJI_BUILDDIR"));
	desk_start_only(d, (struct desk_start){.rows = rows, .cols = cols, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, NULL});
	cr_assert(pty_wait(d->p, "西店镇"), "%s", pty_text(d->p));
	cr_assert(pty_wait_gone(d->p, "正在读取"), "%s", pty_text(d->p));
}

static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {40, 120}};

Test(desk_queue, a_folder_is_a_list)
{
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		open_folder(&d, sizes[i].rows, sizes[i].cols, 3);
		expect_text(&d, "5 份报告");
		expect_text(&d, "不可读 1");
		expect_text(&d, "宁海县西店镇人民政府");
		expect_text(&d, "z.pdf");
		expect_text(&d, "结论");
		expect_whole(&d);
		desk_keys(&d, ":sort errors\r");
		expect_text(&d, "错误数");
		desk_keys(&d, "f西店\r");
		expect_no_text(&d, "z.pdf");
		expect_text(&d, "“西店”");
		desk_keys(&d, "a/西店\r\r");
		expect_text(&d, "问题 1/2");
		expect_whole(&d);
		desk_keys(&d, "Q");
		expect_text(&d, "5 份报告");
		desk_keys(&d, "q");
		cr_expect_eq(pty_end(d.p), 0);
		cr_expect(pty_is_restored(d.p));
		desk_close(&d);
	}
}

Test(desk_queue, from_one_report_to_the_next)
{
	struct desk d;

	open_folder(&d, 24, 80, 2);
	desk_keys(&d, "\r");
	expect_no_text(&d, "4 份报告");
	desk_keys(&d, "[");
	expect_text(&d, "第一份");
	desk_keys(&d, "]]");
	expect_text(&d, "问题 1/2");
	desk_keys(&d, "]"); /* but z.pdf, which cannot be read */
	expect_text(&d, "最后一份");
	expect_text(&d, "问题 1/2");
	desk_keys(&d, "y[");
	expect_text(&d, "尚未保存");
	desk_keys(&d, KEY_ESC);
	expect_text(&d, "问题 2/2");
	desk_keys(&d, "Q");
	expect_text(&d, "尚未保存");
	desk_keys(&d, "s");
	expect_text(&d, "4 份报告");
	expect_text(&d, "1/2");
	int row, col, bar;

	cr_expect(pty_find(d.p, "▌", &bar, &col) && pty_find(d.p, "西店镇", &row, &col));
	cr_expect_eq(bar, row, "the cursor went along");
	char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

	cr_expect(sidecar && strstr(sidecar, "confirmed"));
	free(sidecar);
	desk_close(&d);
}

Test(desk_queue, keys_are_not_blocked_while_reports_are_read)
{
	struct desk d;
	char script[512];

	snprintf(script, sizeof script,
		"i=1; while [ $i -le 1000 ]; do ln xidian-2020.txt r$i.txt; i=$((i+1)); done; exec "
		"'%s/gouji' .",
		getenv("GOUJI_BUILDDIR"));
	desk_start_only(
		&d, (struct desk_start){BROKEN}, (const char *[]){"/bin/sh", "-c", script, NULL});
	cr_assert(pty_wait(d.p, "1001 份报告"), "%s", pty_text(d.p));
	expect_text(&d, "正在读取");
	pty_send(d.p, "?");
	expect_text(&d, "打开光标处的报告");
	pty_send(d.p, "q\r");
	expect_text(&d, "问题 1/2");
	pty_send(d.p, "Q");
	expect_text(&d, "1001 份报告");
	pty_send(d.p, "G");
	expect_text(&d, "-1001 / 1001");
	pty_send(d.p, "q");
	cr_expect_eq(pty_end(d.p), 0);
	desk_close(&d);
}

/* Two folders, a file in both by name, one named twice, a link and one that leads nowhere. */
Test(desk_queue, files_of_several_folders)
{
	struct desk d;
	char script[512];

	snprintf(script, sizeof script,
		"mkdir 2020 2021 2021/below; cp xidian-2020.txt 2020; mv xidian-2020.txt 2021; "
		"cp 2020/xidian-2020.txt 2021/below; ln -s ../2020/xidian-2020.txt 2021/same.txt; "
		"ln -s nowhere.txt 2021/lost.txt; exec '%s/gouji' 2020/xidian-2020.txt 2021 "
		"./2020/ 2021/../2021/same.txt",
		getenv("GOUJI_BUILDDIR"));
	desk_start_only(&d, (struct desk_start){.rows = 30, .cols = 120, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, NULL});
	cr_assert(pty_wait(d.p, "4 份报告"), "%s", pty_text(d.p));
	expect_no_text(&d, "正在读取");
	expect_text(&d, " 2020/xidian-2020.txt ");
	expect_text(&d, " 2021/xidian-2020.txt ");
	expect_text(&d, " 2021/same.txt ");
	expect_text(&d, "x 2021/lost.txt  无法打开");
	expect_no_text(&d, "below");
	desk_keys(&d, "/2021/x\r\r");
	expect_text(&d, "│ 第 4/4 份");
	desk_keys(&d, "[");
	expect_text(&d, "│ 第 3/4 份");
	expect_whole(&d);
	desk_close(&d);
}

/* A folder with the broken sample and `n` PDFs, whose reader is made here: each waits at the
 * gate until it is let through, and says no more than a title. Nothing here is timed. Runs the
 * command with "gouji" in $GOUJI. */
static const char *gated(int n, const char *command)
{
	static char script[2048];

	snprintf(script, sizeof script,
		"mkfifo gate; i=1; while [ $i -le %d ]; do printf '%%%%PDF-1.4\\n' >p$i.pdf; "
		"i=$((i+1)); done; "
		"{ echo '#!/bin/sh'; echo 'read x <\"${0%%/*}/gate\"'; echo 'cat "
		"\"${0%%/*}/words\"'; } "
		">pdftotext; "
		"{ echo '#!/bin/sh'; echo exit 0; } >pdftoppm; chmod +x pdftotext pdftoppm; "
		"echo '<html><body><doc><page width=\"595\" height=\"842\"><flow><block "
		"xMin=\"90\" "
		"yMin=\"90\" xMax=\"400\" yMax=\"110\"><line xMin=\"90\" yMin=\"90\" xMax=\"400\" "
		"yMax=\"110\"><word xMin=\"90\" yMin=\"90\" xMax=\"400\" yMax=\"110\">"
		"门前镇2020年政府信息公开工作年度报告</word></line></block></flow></page></doc>"
		"</body></html>' >words; PATH=\"$PWD:$PATH\"; GOUJI='%s/gouji'; export PATH GOUJI; "
		"%s",
		n, getenv("GOUJI_BUILDDIR"), command);
	return script;
}

static void open_gated(struct desk *d, int n, const char *command)
{
	desk_start_only(d, (struct desk_start){BROKEN},
		(const char *[]){"/bin/sh", "-c", gated(n, command), NULL});
}

/* The gate, open at both ends, so that nobody reads an end of file there. */
static int open_gate(struct desk *d)
{
	char path[128];

	snprintf(path, sizeof path, "%s/gate", d->dir);
	int fd = open(path, O_RDWR | O_CLOEXEC);

	cr_assert_geq(fd, 0);
	return fd;
}

static void let_through(int gate, size_t n)
{
	cr_assert_leq(n, 8);
	cr_assert_eq(write(gate, "\n\n\n\n\n\n\n\n", n), (ssize_t)n);
}

#ifdef HAVE_PDF
enum { WITH_PDF = true };
#else
enum { WITH_PDF = false };
#endif

/* Reading each of the PDFs stands still at the gate: whatever the keys do, they do meanwhile. */
Test(desk_queue, keys_are_answered_while_a_pdf_is_read)
{
	static const struct step steps[] = {
		{"", "正在读取 ", NULL},
		{"G", "▌", NULL},
		{"?", "打开光标处的报告", NULL},
		{"q", "3 份报告", NULL},
		{"\r", "问题 1/2", NULL}, /* the sample, a text: at once */
		{"y", "已审 1/2", NULL},
		{"uQ", "3 份报告", NULL},
		{"", "正在读取 ", NULL},
	};
	int gates[ROWS(desk_windows)];
	struct nine n;

	if (!WITH_PDF)
		return;
	nine_start(&n, (struct desk_start){BROKEN},
		(const char *[]){"/bin/sh", "-c", gated(2, "exec $GOUJI ."), NULL}, "3 份报告");
	EACH_OF_NINE(&n, d)
	gates[d - n.d] = open_gate(d);
	nine_follow(&n, steps);
	for (size_t i = 0; i < ROWS(gates); i++)
		let_through(gates[i], 2);
	nine_expect(&n, "the gate", "门前镇", "正在读取");
	nine_expect_whole(&n);
	nine_send(&n, "q");
	nine_expect_ended(&n, 0);
	EACH_OF_NINE(&n, d)
	{
		cr_expect_eq(desk_processes(d), 0);
		close(gates[d - n.d]);
	}
	nine_close(&n);
}

Test(desk_queue, a_report_that_is_being_read_can_be_left)
{
	static const char *const ways[] = {"q", KEY_ESC, "\003"};
	struct desk d;

	if (!WITH_PDF)
		return;
	open_gated(&d, 1, "exec $GOUJI p1.pdf xidian-2020.txt");
	cr_assert(pty_wait(d.p, "2 份报告"), "%s", pty_text(d.p));
	int gate = open_gate(&d);

	for (size_t i = 0; i < ROWS(ways); i++) {
		pty_send(d.p, "\r");
		expect_text(&d, "正在读取 p1.pdf");
		pty_send(d.p, ways[i]);
		expect_no_text(&d, "正在读取 p1.pdf");
		expect_text(&d, "2 份报告");
	}
	pty_send(d.p, "\r");
	expect_text(&d, "正在读取 p1.pdf");
	pty_send(d.p, "?"); /* waits for the report */
	pty_resize(d.p, 30, 100);
	expect_text(&d, "正在读取 p1.pdf");
	let_through(gate, 8);	   /* some of those who were left may still be there to take one */
	expect_text(&d, "─ 帮助"); /* the help, over the report */
	pty_send(d.p, "q");
	expect_text(&d, "门前镇");
	expect_text(&d, "原文 p1.pdf");
	expect_whole(&d);
	pty_send(d.p, "q");
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect_eq(desk_processes(&d), 0);
	close(gate);
	desk_close(&d);
}

/* However the desk ends while reports are read, nobody goes on reading. */
Test(desk_queue, whoever_reads_ends_with_the_desk)
{
	static const int signals[] = {0, SIGHUP, SIGTERM, SIGKILL};

	for (size_t i = 0; WITH_PDF && i < ROWS(signals); i++) {
		struct desk d;

		open_gated(&d, 4, "exec $GOUJI .");
		cr_assert(pty_wait(d.p, "5 份报告"), "%s", pty_text(d.p));
		int gate = open_gate(&d);

		let_through(gate, 1); /* so that readers are at work */
		expect_text(&d, "门前镇");
		cr_expect_gt(desk_processes(&d), 1);
		if (signals[i])
			kill(d.p->pid, signals[i]);
		else
			pty_send(d.p, "q");
		cr_expect_neq(pty_end(d.p), -1);
		for (int k = 0; k < 15000 && desk_processes(&d); k++)
			usleep(1000); /* killed, it cannot see to it itself: the system does */
		cr_expect_eq(desk_processes(&d), 0, "signal %d", signals[i]);
		cr_expect(signals[i] == SIGKILL || pty_is_restored(d.p));
		close(gate);
		desk_close(&d);
	}
}

/* Readers that somebody kills are told of, and the others go on. */
Test(desk_queue, a_reader_that_is_killed_is_told)
{
	struct desk d;
	char script[256];

	if (!WITH_PDF)
		return;
	open_gated(&d, 1, "exec $GOUJI .");
	cr_assert(pty_wait(d.p, "2 份报告"), "%s", pty_text(d.p));
	expect_text(&d, "宁海县西店镇人民政府");
	snprintf(script, sizeof script,
		"for p in /proc/[0-9]*; do [ \"$(readlink $p/cwd)\" = '%s' ] && "
		"[ ${p#/proc/} != %d ] && kill -9 ${p#/proc/}; done; true",
		d.dir, (int)d.p->pid);
	cr_assert_eq(system(script), 0);
	expect_text(&d, "不可读 1");
	expect_text(&d, "回车重试");
	expect_whole(&d);
	int gate = open_gate(&d);

	pty_send(d.p, "gg\r");
	let_through(gate, 1);
	expect_text(&d, "原文 p1.pdf");
	pty_send(d.p, "Q");
	expect_no_text(&d, "不可读");
	close(gate);
	desk_close(&d);
}

Test(desk_queue, suspended_while_reports_are_read)
{
	struct desk d;

	if (!WITH_PDF)
		return;
	open_gated(&d, 3, "PS1='shell> ' exec /bin/sh -i");
	cr_assert(pty_wait(d.p, "shell>"), "%s", pty_text(d.p));
	pty_send(d.p, "$GOUJI .\r");
	cr_assert(pty_wait(d.p, "4 份报告"), "%s", pty_text(d.p));
	int gate = open_gate(&d);

	pty_send(d.p, CTRL('Z'));
	cr_assert(pty_wait(d.p, "Stopped"), "%s", pty_text(d.p));
	cr_expect_eq(desk_processes(&d), 2, "the shell and the desk"); /* and no reader */
	pty_send(d.p, "fg\r");
	cr_assert(pty_wait(d.p, "4 份报告"), "%s", pty_text(d.p));
	let_through(gate, 3);
	expect_no_text(&d, "正在读取");
	expect_text(&d, "门前镇");
	close(gate);
	desk_close(&d);
}

Test(desk_queue, a_hang_up_costs_no_work_on_a_report_of_the_list)
{
	static const int signals[] = {SIGHUP, SIGTERM};

	for (size_t i = 0; i < ROWS(signals); i++) {
		struct desk d;

		open_folder(&d, 24, 80, 1);
		desk_keys(&d, "/西店\r\r");
		expect_text(&d, "问题 1/2");
		desk_keys(&d, "y");
		expect_text(&d, "已审 1/2");
		kill(d.p->pid, signals[i]);
		pty_end(d.p);
		char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

		cr_expect(sidecar && strstr(sidecar, "confirmed"), "signal %d", signals[i]);
		free(sidecar);
		desk_close(&d);
	}
}

/* Once all is read nobody wakes up any more, and nobody is kept who could. */
Test(desk_queue, at_rest_it_sleeps)
{
	struct desk d;

	open_folder(&d, 24, 80, 5);
	desk_keys(&d, "j");
	long before = pty_wakeups(d.p);
	size_t bytes = d.p->bytes;

	cr_assert_geq(before, 0);
	pty_pump(d.p, 1000);
	cr_expect_eq(pty_wakeups(d.p), before);
	cr_expect_eq(d.p->bytes, bytes);
	cr_expect_eq(desk_processes(&d), 1);
	desk_close(&d);
}

/* Two reports of one agency on one year are told apart by their files, whatever the width; and the
 * row under the cursor has its file, or its trouble, in full below the list. */
Test(desk_queue, reports_that_look_alike_are_told_apart)
{
	struct nine n;

	nine_list(&n, (struct desk_start){BROKEN}, 2);
	nine_expect(&n, "the list", "r1.txt", NULL);
	nine_expect(&n, "the list", "r2.txt", NULL);
	nine_keys(&n, "gg");
	nine_expect(&n, "gg", "文件：r1.txt", NULL);
	nine_keys(&n, "G");
	nine_expect(&n, "G", "文件：xidian-2020.txt", NULL);
	nine_expect_whole(&n);
	nine_close(&n);
}
