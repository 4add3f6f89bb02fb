/* Pandoc's attributes, and what only looks like them. */
#include "unit/unit.h"

#include "import/attributes.h"

static void expect(const char *text, const char *wanted)
{
	struct attributes a;
	struct buf left = {0};

	attributes_find(str_of(text), &a);
	for (size_t i = 0; text[i]; i++)
		if (!attributes_hide(&a, i))
			buf_addc(&left, text[i]);
	cr_expect(str_is(buf_str(&left), wanted), "%s: %.*s", text, STR_ARG(buf_str(&left)));
	attributes_free(&a);
	buf_free(&left);
}

Test(attributes, are_hidden)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"{", "{"},
		{"]{", "]{"},
		{"[", "["},
		{"]{.a}", "]{.a}"},
		{"[0]{}", "[0]{}"},
		{"[0]{a}", "[0]{a}"},
		{"[0]{lang=\"EN-US\"}", "0"},
		{"[0]{lang=\"EN-US\"\nstyle='x: y'}[]{.a}件", "0件"},
		{"[[5]{.a} 件]{#b .c}", "5 件"},
		{"[0]{lang=\"EN-US}", "[0]{lang=\"EN-US}"},
		{"[0] {.a}[", "[0] {.a}["},
		{"# 一、总体 {#a .b style=\"x\"}\n文", "# 一、总体 \n文"},
		{"公开 {.a} 文", "公开 {.a} 文"},
		{"\\[0]{.a}", "\\[0]{.a}"},
		{"[一\n\n二]{.a}", "[一\n\n二]{.a}"},
		{"〔2019〕60号{.a}", "〔2019〕60号{.a}"},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect(rows[i][0], rows[i][1]);
}

Test(attributes, are_bounded)
{
	struct buf text = {0};
	struct attributes a;

	for (int i = 0; i < 1000; i++)
		buf_adds(&text, "[[[[[[[[{a=\"");
	attributes_find(buf_str(&text), &a);
	cr_expect_eq(a.hidden.n, 0);
	cr_expect(!attributes_there(buf_str(&text)));
	attributes_free(&a);
	buf_free(&text);
}
