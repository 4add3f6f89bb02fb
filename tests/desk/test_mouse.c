/* The mouse, on request. */
#include "desk/kit.h"

/* Presses a button on the first character of `words`: 0 left, 64 and 65 the wheel. */
static void press(struct desk *d, int button, const char *words)
{
	int row = 0, col = 0;
	char keys[64];

	cr_assert(pty_find(d->p, words, &row, &col), "%s\n%s", words, pty_text(d->p));
	snprintf(keys, sizeof keys, "\033[<%d;%d;%dM\033[<%d;%d;%dm", button, col + 1, row + 1,
		button, col + 1, row + 1);
	desk_keys(d, keys);
}

Test(desk_mouse, clicks_go_where_they_point)
{
	struct desk d;

	desk_open(&d, .rows = 50, .cols = 120, BROKEN);
	desk_keys(&d, ":set mouse on\r");
	expect_text(&d, "mouse=on");
	press(&d, 0, "39"); /* a cell of the table, or a figure of the text */
	desk_keys(&d, "i");
	expect_text(&d, "39");
	desk_keys(&d, "q3");
	press(&d, 0, " 2 第");
	expect_text(&d, "问题 2/2");
	press(&d, 64, "勾稽"); /* the wheel, wherever: up to the first */
	expect_text(&d, "问题 1/2");
	press(&d, 65, "勾稽");
	expect_text(&d, "问题 2/2");
	press(&d, 0, "勾稽"); /* nothing there */
	expect_text(&d, "问题 2/2");
	desk_keys(&d, ":annotate . 说明");
	press(&d, 0, " 1 第"); /* text is being typed: no click gets in */
	expect_text(&d, ":annotate . 说明");
	desk_keys(&d, KEY_ESC);
	expect_whole(&d);
	desk_close(&d);
}

/* The map stands at the right end of the text: a mark on it leads to its finding. */
Test(desk_mouse, the_map_leads_to_a_finding)
{
	struct desk d;
	char keys[64];
	int at = -1;

	desk_open(&d, .rows = 50, .cols = 120, BROKEN);
	desk_keys(&d, ":set mouse on\r1gg");
	for (int row = 2; row < 40 && at < 0; row++)
		for (int col = 40; col < 60; col++)
			if (pty_cell(d.p, row, col).chars[0] == '!' &&
				pty_cell(d.p, row, col + 1).chars[0] == 0x2502)
				at = row * 1000 + col;
	cr_assert_geq(at, 0, "no mark:\n%s", pty_text(d.p));
	snprintf(keys, sizeof keys, "\033[<0;%d;%dM\033[<0;%d;%dm", at % 1000 + 1, at / 1000 + 1,
		at % 1000 + 1, at / 1000 + 1);
	desk_keys(&d, keys);
	cr_expect(desk_is_lit(&d, "21"), "%s", pty_text(d.p));
	expect_whole(&d);
	desk_close(&d);
}

Test(desk_mouse, a_double_click_opens_a_report)
{
	struct desk d;
	char script[512], keys[64];
	int row = 0, col = 0;

	snprintf(script, sizeof script, "cp xidian-2020.txt a.txt; exec '%s/gouji' .",
		getenv("GOUJI_BUILDDIR"));
	desk_start_only(
		&d, (struct desk_start){BROKEN}, (const char *[]){"/bin/sh", "-c", script, NULL});
	expect_text(&d, "2 份报告");
	expect_text(&d, "错误 4"); /* both are read */
	pty_rest(d.p);
	desk_keys(&d, ":set mouse on\r");
	cr_assert(pty_find(d.p, "宁海县西店", &row, &col));
	snprintf(keys, sizeof keys, "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 2, col + 1,
		row + 2);
	pty_send(d.p, keys);
	desk_keys(&d, keys);
	expect_text(&d, "问题 1/2");
	desk_close(&d);
}

Test(desk_mouse, off_it_is_the_terminals)
{
	struct desk d;

	desk_open(&d, .rows = 50, .cols = 120, BROKEN);
	desk_keys(&d, ":set mouse on\r");
	desk_keys(&d, ":set mouse off\r");
	expect_text(&d, "mouse=off");
	desk_keys(&d, ":q!\r");
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect(pty_is_restored(d.p));
	desk_close(&d);
}
