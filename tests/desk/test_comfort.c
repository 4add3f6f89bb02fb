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

Test(desk_comfort, a_block_of_cells_by_key)
{
	static const struct {
		int rows, cols;
	} sizes[] = {{24, 80}, {40, 120}, {60, 200}};

	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d;

		desk_open(
			&d, .rows = sizes[i].rows, .cols = sizes[i].cols, .term = "linux", BROKEN);
		desk_keys(&d, ":goto requests/new/person\r2 ");
		expect_text(&d, "正在选取单元格");
		desk_keys(&d, "\033[Bj");
		desk_keys(&d, "k");
		expect_text(&d, "2 个单元格，合计 42");
		cr_expect(desk_is_lit(&d, "39"), "%s", pty_text(d.p));
		desk_keys(&d, "a一并核对\r");
		expect_text(&d, "已批注 2 格");
		desk_keys(&d, "u");
		expect_text(&d, "已撤销");
		expect_whole(&d);
		desk_close(&d);
	}
}
