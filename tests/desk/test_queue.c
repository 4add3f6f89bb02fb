/* Several reports: the list, going from one to the next, and reading them beside the keys. */
#include "desk/kit.h"

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
	cr_assert(pty_wait(d->p, "勾稽"), "%s", pty_text(d->p));
	cr_assert(pty_rest(d->p));
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
	desk_keys(&d, "]"); /* z.pdf */
	expect_text(&d, "z.pdf");
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
