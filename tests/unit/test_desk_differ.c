#include "unit/unit.h"

#include "desk/differ.h"

/* The differences of one side in brackets. */
static void expect_side(const char *text, const struct text_span *v, size_t n, const char *wanted)
{
	struct buf out = {0};
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		buf_add(&out, str_slice(str_of(text), at, v[i].from));
		buf_addc(&out, '[');
		buf_add(&out, str_slice(str_of(text), v[i].from, v[i].to));
		buf_addc(&out, ']');
		at = v[i].to;
	}
	buf_adds(&out, text + at);
	cr_expect_str_eq(out.p, wanted);
	buf_free(&out);
}

Test(desk_differ, passages)
{
	static const struct {
		const char *left, *right, *left_shown, *right_shown;
	} rows[] = {
		{"", "", "", ""},
		{"公开信息 5 条", "公开信息5条", "公开信息 5 条", "公开信息5条"}, /* blanks aside */
		{"2020 年公开 431 条", "2019 年公开 431 条", "[2020] 年公开 431 条",
			"[2019] 年公开 431 条"},
		{"收费 16434879.08 元。", "收费 16434879.18 元。", "收费 [16434879.08] 元。",
			"收费 [16434879.18] 元。"},
		{"加强组织领导。", "加强组织和领导。", "加强组织领导。", "加强组织[和]领导。"},
		{"一、健全制度，抓好落实", "二、健全制度抓好落实", "[一]、健全制度[，]抓好落实",
			"[二]、健全制度抓好落实"},
		{"共 2020. 年报", "共 2020 年报", "共 2020[.] 年报", "共 2020 年报"},
		{"办结三件", "本年度无其他事项", "办结三件",
			"本年度无其他事项"}, /* nothing alike */
		{"3", "7", "3", "7"},
		{"", "公开", "", "公开"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct differences d;

		differ_find(&d, str_of(rows[i].left), str_of(rows[i].right));
		expect_side(rows[i].left, d.left.v, d.left.n, rows[i].left_shown);
		expect_side(rows[i].right, d.right.v, d.right.n, rows[i].right_shown);
		differ_free(&d);
	}
}

Test(desk_differ, much_is_not_compared)
{
	struct buf left = {0};
	struct differences d;

	for (int i = 0; i < 1501; i++)
		buf_adds(&left, "公");
	differ_find(&d, buf_str(&left), str_slice(buf_str(&left), 0, 1500 * strlen("公")));
	cr_expect_eq(d.left.n + d.right.n, 0);
	differ_free(&d);
	buf_adds(&left, "开");
	differ_find(&d, str_slice(buf_str(&left), 2 * strlen("公"), left.n),
		str_slice(buf_str(&left), 0, 1500 * strlen("公")));
	cr_expect_eq(d.left.n, 1);
	cr_expect_eq(d.right.n, 1);
	differ_free(&d);
	buf_free(&left);
}
