/* Marks, repeating, filters and many decisions at once, by key. */
#include "desk/nine.h"

Test(desk_comfort, by_key)
{
	static const struct step steps[] = {
		{"ma", NULL, NULL},
		{"2ggma", "标记 a", NULL},
		{"G'a", NULL, NULL},
		{"'z", "没有标记 z", NULL},
		{"3*错误\r", "2 条", NULL},
		{"Dacceptable 口径不同\r", "已审 2/2", NULL},
		{"u", "已审 0/2", NULL},
		{"x.", "已审 2/2", NULL},
		{"2a核对\r", "核对", NULL},
		{"#重要\r", "#重要", NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_comfort, a_block_of_cells_by_key)
{
	static const struct step steps[] = {
		{":goto requests/new/person\r2 ", "正在选取单元格", NULL},
		{"\033[Bj", NULL, NULL},
		{"k", "2 个单元格，合计 42", NULL},
		{"a一并核对\r", "已批注 2 格", NULL},
		{"u", "已撤销", NULL},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_keys(&n, steps[0].keys);
	nine_keys(&n, "j");
	EACH_OF_NINE(&n, d)
	cr_expect(desk_is_lit(d, "39"), "%s", pty_text(d->p));
	nine_keys(&n, KEY_ESC);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

/* As many as one says, and what one is used to from vi and less. */
Test(desk_comfort, counts_and_habits)
{
	static const struct step steps[] = {
		{"1:set counts on\r", "counts=on", NULL},
		{"67", "67：再按移动键", NULL},
		{"G", " 67", NULL},
		{"gg", NULL, NULL},
		{"'' ", " 67", NULL},
		{KEY_ESC "2n", "问题", NULL},
		{"2y", "decide 前不能加次数", NULL},
		{"yo2u", "共 2 次，最后一次：已撤销", NULL},
		{"?/undo\r", "undo", NULL},
		{"n", "关闭", NULL}, /* the next place: the page stays */
		{"q:noh\r", "“noh”在此称作 cancel", NULL},
		{":noh\r", NULL, "在此称作"},
		{":set nowrap\r", "wrap=off", NULL},
		{"\x07", "总览", NULL},
		{"q", NULL, "总览"},
	};
	struct nine n;

	nine_open(&n, BROKEN);
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}
