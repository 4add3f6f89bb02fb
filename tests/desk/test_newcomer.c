/* Who has never seen the desk: what is told without the manual, and what cannot go wrong. */
#include "desk/nine.h"

#include "desk/keymap.h"

Test(desk_newcomer, the_first_screen_says_how_to_go_on)
{
	struct desk d;

	desk_open(&d, BROKEN);
	expect_text(&d, "初次使用：y x o e 审定此问题，v 作结论，w 保存，? 查看全部按键");
	desk_keys(&d, "n");
	expect_no_text(&d, "初次使用");
	desk_keys(&d, "w");
	desk_again(&d); /* a review that was begun */
	expect_no_text(&d, "初次使用");
	desk_close(&d);
	desk_open(&d, .language = "en", BROKEN);
	expect_text(&d, "new here? y x o e decide, v concludes, w saves; ? tells all keys");
	desk_close(&d);
}

Test(desk_newcomer, a_report_without_findings_says_so_too)
{
	struct desk d;

	desk_open(&d, .sample = "xidian-2020");
	expect_text(&d, "初次使用：v 对年报作结论");
	desk_close(&d);
}

Test(desk_newcomer, who_has_a_configuration_is_told_nothing)
{
	static const char script[] =
		"mkdir -p conf/gouji && : >conf/gouji/config && XDG_CONFIG_HOME=\"$PWD/conf\" exec "
		"\"$0\" xidian-2020.txt; ";
	struct desk d;

	desk_script(&d, (struct desk_start){BROKEN}, script);
	expect_text(&d, "问题 1/2");
	pty_rest(d.p);
	expect_no_text(&d, "初次使用");
	desk_close(&d);
}

/* At 80 columns the bar has all that a review needs from its beginning to its end. */
Test(desk_newcomer, the_bar_names_what_a_review_needs)
{
	static const char *const bars[][2] = {
		{"zh_CN", " n/p 问题  Tab 窗格  c 更正  a 批注  u 撤销  v 结论  w 保存  "
			  "? 帮助  q 退出"},
		{"en", " n/p next  Tab pane  c fix  a remark  u undo  v verdict  w save  ? help  "
		       "q quit"},
	};

	for (size_t i = 0; i < ROWS(bars); i++) {
		struct desk d;

		desk_open(&d, .language = bars[i][0], BROKEN);
		expect_text(&d, bars[i][1]);
		desk_close(&d);
	}
}

Test(desk_newcomer, the_end_of_the_review_says_what_comes_next)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "yy");
	expect_text(&d, "问题已全部审定，按 v 作结论");
	desk_keys(&d, "v");
	expect_text(&d, "verdict 通过|退回|存疑|撤回 [摘要]  Tab 选取");
	desk_keys(&d, "\t");
	expect_text(&d, "通过  退回  存疑  撤回");
	desk_keys(&d, "\x15verdict 退回 请更正后重报\r");
	expect_text(&d, "结论：退回；按 w 保存");
	desk_keys(&d, "w");
	expect_text(&d, "已保存");
	desk_close(&d);
}

/* A finding about words lights no cell: `c` would correct one that has nothing to do with it. */
Test(desk_newcomer, a_finding_about_words_has_no_cell_to_correct)
{
	struct desk d;

	desk_open(&d, .append = "\n共主动公开条。\n");
	expect_text(&d, "问题 1/1");
	desk_keys(&d, "c");
	expect_text(&d, "问题 1 说的是文字，不涉及单元格");
	desk_keys(&d, ":correct . 5\r");
	expect_text(&d, "问题 1 说的是文字，不涉及单元格");
	expect_no_text(&d, "未保存");
	desk_keys(&d, "2c");
	expect_text(&d, ":correct .");
	desk_close(&d);
}

Test(desk_newcomer, a_value_that_will_not_do_is_told_while_it_is_typed)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "2c2");
	expect_text(&d, "correct 单元格 值 [理由]");
	expect_no_text(&d, "不是普通数字");
	desk_keys(&d, "O");
	expect_text(&d, "“2O”不是普通数字");
	desk_keys(&d, "\x7f"
		      "0");
	expect_no_text(&d, "不是普通数字");
	desk_keys(&d, KEY_ESC);
	expect_no_text(&d, "未保存");
	desk_close(&d);
}

Test(desk_newcomer, half_a_key_tells_its_other_halves)
{
	struct desk d;

	desk_open(&d, .rows = 40, .cols = 120, BROKEN);
	desk_keys(&d, "g");
	expect_text(&d, "gg  到开头");
	expect_text(&d, "gl  转到某行");
	desk_keys(&d, KEY_ESC);
	expect_no_text(&d, "gg  到开头");
	desk_keys(&d, "m");
	expect_text(&d, "给此处标上该字母");
	desk_keys(&d, "a");
	expect_no_text(&d, "给此处标上该字母");
	desk_close(&d);
}

Test(desk_newcomer, findings_are_completed_by_their_numbers)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, ":decide \t\t");
	expect_text(&d, "#1  #2");
	desk_close(&d);
}

/* 自然人 is not cut where there is room for it, and a list does not tear its columns apart. */
Test(desk_newcomer, headings_are_whole_and_columns_together)
{
	struct desk d;
	int row = 0, col = 0;

	desk_open(&d, .rows = 30, .cols = 100, BROKEN);
	expect_text(&d, "自然人  企业  科研  公益  法律  其他  总计");
	desk_close(&d);
	desk_start_only(&d, (struct desk_start){.rows = 60, .cols = 200, BROKEN}, NULL);
	desk_again_list(&d);
	expect_text(&d, "宁海县西店镇人民政府");
	cr_assert(pty_find(d.p, "2020 2019", &row, &col), "%s", pty_text(d.p));
	cr_expect_lt(col, 100, "%s", pty_text(d.p));
	desk_close(&d);
}

/* In English, too, where words are longer. */
Test(desk_newcomer, english_headings_are_whole_at_80_columns)
{
	static const struct desk_window sizes[] = {{24, 80, "linux"}, {40, 120, "vt100"}};

	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		desk_open(&d, .rows = sizes[i].rows, .cols = sizes[i].cols, .term = sizes[i].term,
			.language = "en", BROKEN);
		desk_keys(&d, "2:goto requests/new/company\r");
		expect_text(&d, "people");
		expect_text(&d, "firms");
		expect_text(&d, "research");
		expect_text(&d, "legal");
		desk_again_list(&d);
		expect_text(&d, "宁海县西店镇人民政府");
		expect_text(&d, "not yet");
		desk_close(&d);
	}
}

/* The question at leaving is answered by other keys than the one that asked it. */
Test(desk_newcomer, leaving_unsaved_asks_for_another_key)
{
	struct desk d;

	desk_open(&d, BROKEN);
	desk_keys(&d, "yq");
	expect_text(&d, "s 保存并退出  d 放弃并退出  Esc 继续审核");
	desk_keys(&d, "qqyn\r");
	expect_text(&d, "s 保存并退出  d 放弃并退出  Esc 继续审核");
	desk_keys(&d, KEY_ESC);
	expect_no_text(&d, "保存并退出");
	expect_text(&d, "未保存");
	desk_close(&d);
}

/* What takes more than a row lies over the keys, until the next key. */
Test(desk_newcomer, long_messages_are_whole)
{
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, ":region requests 60-70\r");
	nine_expect(&n, "region", "待审 2 条", NULL);
	nine_expect_whole(&n);
	nine_keys(&n, "n");
	nine_expect(&n, "n", "q 退出", "待审 2 条");
	nine_keys(&n, "u");
	nine_expect(&n, "u", "已撤销：修整 s1", NULL);
	nine_keys(&n, "=");
	nine_expect(&n, "=", "表三", "待审 2 条");
	nine_expect(&n, "=", "批注", NULL);
	nine_keys(&n, "q");
	nine_expect(&n, "q", "q 退出", NULL);
	nine_expect_whole(&n);
	nine_close(&n);
}
