/* Findings across reports: both sources side by side, decided, remembered. */
#include "desk/nine.h"

/* The sample, and beside it last year's, which carried 7 forward where 3 were taken over. */
#define LAST_YEAR                                                                                  \
	"sed 's/2020/2019/g' xidian-2020.txt >xidian-2019.txt; exec \"$0\" review xidian-2020.txt"

/* Two towns below a county whose sum leaves one town's 予以公开 out. */
#define BELOW                                                                                                  \
	"mkdir below; cp xidian-2020.txt below/a.txt;"                                                         \
	"sed 's/西店/东店/g; /予以公开/s/20/11/g; /七. 总计/s/35/26/g; /一、本年新/s/39/30/g'" \
	" xidian-2020.txt >below/b.txt;"                                                                       \
	"awk -F'\\t' 'BEGIN { OFS = FS } { for (i = 2; i <= NF; i++) if ($i ~ /^-?[0-9]+$/)"                   \
	" $i *= 2; print }' xidian-2020.txt | sed 's/西店镇/宁海县/g; /予以公开/s/40/20/g;"          \
	" /七. 总计/s/70/61/g; /一、本年新/s/78/69/g' >sum.txt;"                                       \
	"exec \"$0\" review --children=below sum.txt"

Test(desk_beside, both_sources_side_by_side)
{
	static const struct step steps[] = {
		{":filter across.carried\r", "差 4", NULL},
		{"", "本报告第 64 行：", NULL},
		{"", "xidian-2019.txt 第 86 行：", NULL},
		{"B", "并列：结转与上年衔接", NULL},
		{"", "上年报告  xidian-2019.txt", NULL},
		{"", "64 二、上年转结政府信息公开申请", NULL},
		{"", "86 四、转结下年度继续办理", NULL},
		{"", "[3]", NULL},
		{"", "[7]", NULL},
		{"q", NULL, "并列：结转与上年衔接"},
	};
	struct nine n;

	nine_script(&n, (struct desk_start){0}, LAST_YEAR);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_beside, on_a_terminal_of_old)
{
	struct desk d;

	desk_script(&d, (struct desk_start){.term = "vt100"}, LAST_YEAR);
	desk_keys(&d, ":filter across.carried\rB");
	expect_text(&d, "上年报告  xidian-2019.txt");
	expect_text(&d, "[7]");
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_beside, copied_paragraphs_are_quoted)
{
	struct desk d;

	desk_script(&d, (struct desk_start){.rows = 30, .cols = 120}, LAST_YEAR);
	desk_keys(&d, "gg:filter across.copied\rB");
	expect_text(&d, "并列：段落照抄上年");
	expect_text(&d, "本报告  xidian-2020.txt");
	expect_text(&d, "13 一是强化组织领导");
	/* a page like others: it is searched and scrolled */
	desk_keys(&d, "/小组\r");
	expect_whole(&d);
	desk_keys(&d, "\033");
	desk_close(&d);
}

/* A sentence of a long paragraph that differs in its year, a paragraph that does in a comma. */
Test(desk_beside, where_the_two_differ_is_marked)
{
	static const struct step steps[] = {
		{":filter across.left\rB", "方括号内为两份报告的不同之处", NULL},
		{"", "[2020]", NULL},
		{"", "[2019]", NULL},
		{"q:filter across.copied\rB", NULL, "不同之处"}, /* alike in all */
		{"qnB", "方括号内为两份报告的不同之处", NULL},
		{"", "[，]", NULL},
	};
	struct nine n;

	nine_script(&n, (struct desk_start){0},
		"sed 's/2020/2019/g; s/信息公开，完善政务/信息公开,完善政务/' "
		"xidian-2020.txt >xidian-2019.txt; exec \"$0\" review xidian-2020.txt");
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_beside, a_decision_is_kept_and_remembers_the_other_report)
{
	struct desk d;

	desk_script(&d, (struct desk_start){.rows = 40, .cols = 120}, LAST_YEAR);
	desk_keys(&d, ":filter across.carried\ry");
	desk_keys(&d, "w");
	expect_text(&d, "xidian-2020.txt.review.yaml");
	desk_keys(&d, "q");
	cr_expect_eq(pty_end(d.p), 0);
	char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

	cr_expect(sidecar && strstr(sidecar, "relation: \"previous\"") &&
		  strstr(sidecar, "file: \"xidian-2019.txt\""));
	free(sidecar);
	desk_again(&d);
	desk_keys(&d, ":filter all\r");
	expect_text(&d, "已审 1/17");
	desk_close(&d);
}

Test(desk_beside, the_child_that_explains_the_difference)
{
	static const struct step steps[] = {
		{":filter across.children\r", "疑漏计", NULL},
		{"B", "下级报告", NULL},
		{"", "宁海县东店镇人民政府 11", NULL},
		{"", "合计 ", NULL},
		{"", "below/b.txt", NULL},
	};
	struct nine n;

	nine_script(&n, (struct desk_start){0}, BELOW);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

/* --previous and --rules are for the desk too. */
Test(desk_beside, options_of_the_desk)
{
	struct desk d;

	desk_script(&d, (struct desk_start){.rows = 30, .cols = 112},
		"mkdir old; sed 's/2020/2019/g' xidian-2020.txt >old/last.txt;"
		"printf 'format: gouji-rules/1\nchange:\n"
		"  - {id: across.carried-over, severity: note}\n' >ours.yaml;"
		"exec \"$0\" --previous=old/last.txt --rules=ours.yaml xidian-2020.txt");
	expect_text(&d, "错误 3  提醒 0  说明 14");
	desk_keys(&d, ":filter across.carried\r");
	expect_text(&d, "old/last.txt 第 86 行：");
	desk_keys(&d, "=");
	expect_text(&d, "上年报告          old/last.txt");
	desk_keys(&d, "q");
	desk_close(&d);
}

/* In a list too each report finds last year's. */
Test(desk_beside, reports_of_a_list)
{
	struct desk d;

	desk_script(&d, (struct desk_start){.rows = 30, .cols = 112},
		"sed 's/2020/2019/g' xidian-2020.txt >xidian-2019.txt; exec \"$0\" .");
	expect_text(&d, "xidian-2020.txt");
	desk_keys(&d, "j\r");
	expect_text(&d, "2020年");
	desk_keys(&d, ":filter across.carried\rB");
	expect_text(&d, "上年报告  xidian-2019.txt");
	desk_keys(&d, "q[");
	expect_text(&d, "2019年");
	desk_close(&d);
}

Test(desk_beside, none_is_told)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "B");
	expect_text(&d, "不涉及其他报告");
	desk_close(&d);
}
