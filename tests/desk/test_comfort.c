/* Marks, repeating, filters and many decisions at once, by key. */
#include "desk/kit.h"

Test(desk_comfort, by_key)
{
	struct desk d;

	desk_open(&d, .rows = 50, .cols = 120, BROKEN);
	desk_keys(&d, "ma");
	desk_keys(&d, "2ggma");
	expect_text(&d, "标记 a");
	desk_keys(&d, "G'a");
	desk_keys(&d, "'z");
	expect_text(&d, "没有标记 z");
	desk_keys(&d, "3*错误\r");
	expect_text(&d, "2 条");
	expect_text(&d, "问题：错误");
	desk_keys(&d, "Dacceptable 口径不同\r");
	expect_text(&d, "已审 2/2");
	desk_keys(&d, "u");
	expect_text(&d, "已审 0/2");
	desk_keys(&d, "x.");
	expect_text(&d, "已审 2/2");
	desk_keys(&d, "2a核对\r");
	desk_keys(&d, "#重要\r");
	expect_text(&d, "#重要");
	expect_whole(&d);
	desk_close(&d);
}
