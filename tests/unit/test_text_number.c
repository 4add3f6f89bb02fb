#include "unit/unit.h"

#include "import/layout.h"

Test(text_number, what_a_number_looks_like)
{
	static const struct {
		const char *text;
		bool number, value, united;
	} rows[] = {
		{"", false, false, false},
		{".", false, false, false},
		{"-", true, true, false},
		{"——", true, true, false},
		{"---", false, false, false},
		{"0", true, true, false},
		{"００", true, true, false},
		{"-2", true, true, false},
		{"1,234.5", true, true, false},
		{"12%", true, true, false},
		{"零", true, true, false},
		{"O", true, true, false},
		{"○", false, false, false},
		{"OO", false, false, false},
		{"o", true, true, false},
		{"ｏ", true, true, false},
		{"oo", false, false, false},
		{"on", false, false, false},
		{"1.", true, true, false},
		{"**12**", true, true, false},
		{"**", false, false, false},
		{"**规章**", false, false, false},
		{"规章", false, false, false},
		{"3件", false, true, false},
		{"（12）", false, true, false},
		{"(0)", false, true, false},
		{"（）", false, false, false},
		{"（三）", false, false, false},
		{"（1）（2）", false, false, false},
		{"3 件", false, false, true},
		{"1，234.5　万元", false, false, true},
		{"3 件 件", false, false, false},
		{"3 件次数", false, false, false},
		{"减4 件", false, false, false},
		{"万元", false, false, false},
		{"3. 其他", false, false, false},
		{" 万元", false, false, false},
		{"3 ", false, false, false},
		{"减4", false, true, false},
		{"减少4件", false, true, false},
		{"22（其中修订16件）", false, true, false},
		{"22件（其中修订16件）", false, true, false},
		{"251000万元", false, true, false},
		{"22（其中", false, false, false},
		{"22）", false, false, false},
		{"3.其他", false, false, false},
		{"3、其他", false, false, false},
		{"2.重复申请", false, false, false},
		{"第五项3件", false, false, false},
		{"（一）", false, false, false},
		{"2021年度报告", false, false, false},
		{"a1", false, false, false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);

		cr_expect_eq(layout_is_number(s), rows[i].number, "%s", rows[i].text);
		cr_expect_eq(layout_is_value(s), rows[i].value, "%s", rows[i].text);
		cr_expect_eq(layout_is_united(s), rows[i].united, "%s", rows[i].text);
	}
}

/* A number that the name before it runs into. */
Test(text_number, glued)
{
	static const struct {
		const char *text, *number; /* empty: none */
	} rows[] = {
		{"", ""},
		{"0", ""},
		{"自然人", ""},
		{"自然人0", "0"},
		{"自然人1,234.5", "1,234.5"},
		{"自然人\xe2\x81\xa0" "12", "12"},
		{"自然人12\xe2\x81\xa0", "12\xe2\x81\xa0"},
		{"自然人（个）3", "3"},
		{"**自然人**3", "3"},
		{"自然人O", "O"},
		{"自然人/", "/"},
		{"自然人-", "-"},
		/* a sign, and a name that ends like one */
		{"上年减4", "减4"},
		{"上年-4", "-4"},
		{"增/减4", "4"},
		{"增/减减4", "减4"},
		{"增/减-32", "-32"},
		/* no name before it, or none that ends there */
		{"a1", ""},
		{"1-3", ""},
		{"PM2.5", ""},
		{"第3件", ""},
		{"3、4", ""},
		{"结果.3", ""},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);

		expect_str(str_slice(s, layout_glued_number(s), s.n), str_of(rows[i].number));
	}
}
