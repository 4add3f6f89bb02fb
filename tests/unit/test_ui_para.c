#include "unit/unit.h"

#include "ui/para.h"

Test(ui_para, rows_break_where_they_may)
{
	static const struct {
		const char *text;
		int columns;
		const char *wanted; /* rows, each between | */
	} rows[] = {
		{"", 4, "|"},
		{"abc", 4, "|abc|"},
		{"abc def", 4, "|abc|def|"},
		{"abc def", 7, "|abc def|"},
		{"abcdef", 4, "|abcd|ef|"}, /* a word longer than the row */
		{"一二三四", 4, "|一二|三四|"},
		{"一二三四", 5, "|一二|三四|"},
		{"一二。三", 4, "|一|二。|三|"}, /* closing marks do not begin a row */
		{"差 1234", 5, "|差|1234|"},
		{"a一", 2, "|a|一|"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);
		struct buf got = {0};
		int n = para_rows(s, rows[i].columns, 0, 1);

		buf_addc(&got, '|');
		for (size_t next; s.n > 0; s = str_slice(s, next, s.n), n--) {
			buf_add(&got, str_slice(s, 0, para_break(s, rows[i].columns, 1, &next)));
			buf_addc(&got, '|');
			cr_assert_gt(next, 0);
		}
		expect_str(buf_str(&got), str_of(rows[i].wanted));
		cr_expect_eq(n, 0, "row %zu", i);
		buf_free(&got);
	}
}

Test(ui_para, what_does_not_fit_is_told)
{
	struct canvas c = {.ambiguous = 1};
	struct buf out = {0};

	canvas_resize(&c, 3, 8);
	cr_expect_eq(para_draw(&c, rect_of(0, 1, 2, 6), 2, ROLE_TEXT, STR("一二三四五六七八")), 2);
	canvas_dump(&c, &out);
	expect_str(buf_str(&out), STR(" 一二三\n   四…\n\n"));
	buf_free(&out);
	canvas_free(&c);
}
