/* Mending the structure of a table on the screen: a row moved, a row named, and both taken back. */
#include "desk/nine.h"

Test(desk_mend, a_row_is_moved_by_key_and_comes_back)
{
	static const struct step steps[] = {
		{":goto requests/new/person\r2}", "39~", NULL},
		{"", "本年新收 右移 1 列", NULL},
		{"", "未保存", NULL},
		{"{", "撤回修整 s1", "39~"},
		{"", "未发现问题", NULL},
		{"u", "39~", NULL},
		{"M", NULL, "39~"},
	};
	struct nine n;

	nine_open(&n, .sample = "xidian-2020");
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_mend, a_row_whose_label_is_lost_is_named)
{
	struct desk d;

	/* an empty cell besides: the count of all numbers would tell whose row it is */
	desk_open(&d, .rows = 40, .cols = 120, .old = "0\t39\t\n二、上年转结政府信息公开申请数量",
		.new = "\t39\t\n此处字迹不清");
	desk_keys(&d, ":goto requests/carried_over/person\r2");
	expect_text(&d, "缺 7 格");
	desk_keys(&d, ":goto 64\r1L");
	expect_text(&d, ":label .");
	desk_keys(&d, "requests/carr\t");
	expect_text(&d, ":label . requests/carried_");
	desk_keys(&d, "over\r");
	expect_text(&d, "读作 上年结转");
	desk_keys(&d, "2");
	expect_text(&d, "3~");
	expect_no_text(&d, "缺 7 格");
	desk_keys(&d, "i");
	expect_text(&d, "此处字迹不清");
	expect_text(&d, "— 李敏");
	expect_whole(&d);
	desk_keys(&d, KEY_ESC);
	desk_keys(&d, "w");
	expect_no_text(&d, "未保存");
	desk_keys(&d, "q");
	cr_expect_eq(pty_end(d.p), 0);
	char *sidecar = desk_read(&d, "xidian-2020.txt.review.yaml");

	cr_expect(sidecar && strstr(sidecar, "    mend: \"label\"\n"
					     "    row: \"requests/carried_over\"\n"
					     "    target:\n      exact: \"此处字迹不清\"\n"));
	free(sidecar);
	desk_again(&d);
	expect_text(&d, "3~");
	desk_keys(&d, "u");
	expect_no_text(&d, "3~");
	expect_text(&d, "缺 7 格");
	desk_close(&d);
}
