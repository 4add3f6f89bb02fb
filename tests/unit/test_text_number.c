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
