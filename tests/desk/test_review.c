/* A reviewer's way through a report: find, look, correct, note, decide, save, come back, export. */
#include "desk/kit.h"

static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {40, 120}, {50, 160}, {60, 200}};

Test(desk_review, finding_text_and_table_are_lit_together)
{
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		desk_open(&d, .rows = sizes[i].rows, .cols = sizes[i].cols, BROKEN);
		expect_text(&d, "宁海县西店镇人民政府");
		expect_text(&d, "问题 1/2");
		expect_text(&d, "差 1");
		expect_text(&d, "requests.outcome-total");
		cr_expect_eq(desk_count_lit(&d, "21"), 2, "in the table and in the text\n%s",
			pty_text(d.p));
		cr_expect(desk_is_lit(&d, "[21]"), "%s", pty_text(d.p));
		cr_expect(desk_is_lit(&d, "[35]"), "%s", pty_text(d.p));
		expect_whole(&d);
		desk_close(&d);
	}
}

Test(desk_review, stepping_takes_both_panes_along)
{
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		desk_open(&d, .rows = sizes[i].rows, .cols = sizes[i].cols, BROKEN);
		desk_keys(&d, "n");
		expect_text(&d, "问题 2/2");
		expect_text(&d, "requests.row-total");
		cr_expect(desk_is_lit(&d, "[20]"), "%s", pty_text(d.p));
		cr_expect_not(desk_is_lit(&d, "[35]"));
		expect_whole(&d);
		desk_keys(&d, "p");
		expect_text(&d, "问题 1/2");
		cr_expect(desk_is_lit(&d, "[35]"));
		desk_keys(&d, "p");
		expect_text(&d, "问题 2/2");
		expect_whole(&d);
		desk_close(&d);
	}
}

Test(desk_review, the_cell_to_correct_is_picked_among_the_findings)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	expect_text(&d, "予以公开 · 自然人：21");
	desk_keys(&d, KEY_LEFT);
	expect_text(&d, "总计 · 自然人：35");
	desk_keys(&d, "c");
	expect_text(&d, "办理结果总计·自然人：35");
	desk_keys(&d, "36\r");
	expect_text(&d, "35→36");
	desk_close(&d);
}

Test(desk_review, focus_of_the_table_shows_its_place_in_the_text)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, ":goto requests/new/person\r2");
	expect_text(&d, "本年新收政府信息公开申请数量 · 自然人：39（第 63 行）");
	cr_expect_eq(desk_count_lit(&d, "39"), 2, "cell and text\n%s", pty_text(d.p));
	desk_keys(&d, "j");
	expect_text(&d, "上年结转政府信息公开申请数量 · 自然人：3（第 64 行）");
	desk_close(&d);
}

Test(desk_review, correcting_settles_findings_and_undo_brings_them_back)
{
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		desk_open(&d, .rows = sizes[i].rows, .cols = sizes[i].cols, BROKEN);
		desk_keys(&d, "c");
		expect_text(&d, ":correct .");
		desk_keys(&d, "20 抄写有误\r");
		expect_text(&d, "21→20");
		expect_text(&d, "未发现问题");
		expect_text(&d, "错误 0");
		expect_text(&d, "未保存");
		desk_keys(&d, "u");
		expect_text(&d, "问题 1/2");
		expect_no_text(&d, "21→20");
		expect_no_text(&d, "未保存");
		desk_keys(&d, CTRL('R'));
		expect_text(&d, "未发现问题");
		expect_whole(&d);
		desk_close(&d);
	}
}

Test(desk_review, deciding_goes_on_to_the_next_open_finding)
{
	struct desk d;

	desk_open(&d, BROKEN);
	expect_text(&d, "已审 0/2");
	desk_keys(&d, "y");
	expect_text(&d, "已审 1/2");
	expect_text(&d, "问题 2/2");
	desk_keys(&d, "o");
	expect_text(&d, "已审 2/2");
	desk_keys(&d, "uu");
	expect_text(&d, "已审 0/2");
	desk_close(&d);
}

Test(desk_review, saved_reopened_exported)
{
	struct desk d;

	desk_open(&d, .rows = 50, .cols = 160, BROKEN);
	desk_keys(&d, "n");
	desk_keys(&d, "a请核对原始台账，“予以公开”究竟几件？\r");
	expect_text(&d, "请核对原始台账，“予以公开”究竟几件？");
	desk_keys(&d, "pe");
	expect_text(&d, "已审 1/2");
	desk_keys(&d, ":verdict return 数据不平，退回补正\r");
	expect_text(&d, "结论 退回");
	desk_keys(&d, "w");
	expect_no_text(&d, "未保存");
	expect_text(&d, "xidian-2020.txt.review.yaml");
	desk_keys(&d, ":export markdown verdict.md\r");
	desk_keys(&d, "q");
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect(pty_is_restored(d.p));

	char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");
	char *markdown = desk_read(&d, "verdict.md");

	cr_expect(sidecar && strstr(sidecar, "究竟几件") && strstr(sidecar, "李敏") &&
		  strstr(sidecar, "2021-01-21T08:00:00Z"));
	cr_expect(markdown && strstr(markdown, "数据不平，退回补正"));
	free(sidecar);
	free(markdown);

	desk_again(&d);
	expect_text(&d, "问题 2/2");
	expect_text(&d, "究竟几件");
	expect_text(&d, "已审 1/2");
	expect_text(&d, "结论 退回");
	desk_close(&d);
}

/* Somebody saves while the report is open here. */
Test(desk_review, two_desks_on_one_report)
{
	static const bool hang_ups[] = {false, true};

	for (size_t i = 0; i < ROWS(hang_ups); i++) {
		struct desk d;
		char command[512];

		desk_open(&d, BROKEN);
		desk_keys(&d, "y");
		expect_text(&d, "已审 1/2");
		snprintf(command, sizeof command,
			"cd '%s' && '%s/gouji' do xidian-2020.txt 'decide 2 acceptable' >/dev/null",
			d.dir, getenv("GOUJI_BUILDDIR"));
		cr_assert_eq(system(command), 0);
		if (hang_ups[i]) {
			kill(d.p->pid, SIGHUP);
		} else {
			desk_keys(&d, "w");
			expect_text(&d, ":merge");
			desk_keys(&d, ":merge\r");
			expect_text(&d, "已审 2/2");
			desk_keys(&d, "wq");
		}
		pty_end(d.p);
		char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

		cr_expect(sidecar && strstr(sidecar, "decision: \"confirmed\"") &&
			  strstr(sidecar, "decision: \"acceptable\""));
		free(sidecar);
		desk_close(&d);
	}
}

Test(desk_review, words_are_selected_and_noted)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120);
	desk_keys(&d, "1/办结35件\r");
	expect_text(&d, "办结35件");
	desk_keys(&d, ":select match\r");
	cr_expect(desk_is_lit(&d, "办结35件"), "%s", pty_text(d.p));
	desk_keys(&d, "a口径待核\r");
	expect_whole(&d);
	desk_keys(&d, "w");
	char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

	cr_expect(sidecar && strstr(sidecar, "办结35件") && strstr(sidecar, "口径待核"));
	free(sidecar);
	desk_close(&d);
}

/* What cannot be written is named, in the language of the interface down to its last word. */
Test(desk_review, a_file_that_cannot_be_written_is_named)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, ":export html /nonexistent/v.html\r");
	expect_text(&d, "/nonexistent/v.html: 无法写入：");
	desk_keys(&d, "u");
	expect_text(&d, "undo：没有可撤销的操作");
	desk_close(&d);
}

Test(desk_review, nothing_found_is_told)
{
	struct desk d;

	desk_open(&d, .rows = 24, .cols = 80);
	expect_text(&d, "未发现问题");
	expect_text(&d, "已审 0/0");
	desk_keys(&d, "n");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_review, english)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, .language = "en", BROKEN);
	expect_text(&d, "Finding 1/2");
	expect_text(&d, "reviewed 0/2");
	expect_text(&d, "confirm");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_review, without_findings_it_opens_at_the_top)
{
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		desk_open(&d, .rows = sizes[i].rows, .cols = sizes[i].cols);
		expect_text(&d, "未发现问题");
		expect_text(&d, "年政府信息公开工作年度报告");
		desk_close(&d);
	}
}
