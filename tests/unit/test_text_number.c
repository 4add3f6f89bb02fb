#include "unit/unit.h"

#include "import/layout.h"

Test(text_number, what_a_number_looks_like)
{
	static const struct {
		const char *text;
		bool number, value;
	} rows[] = {
		{"", false, false},
		{".", false, false},
		{"-", true, true},
		{"——", true, true},
		{"---", false, false},
		{"0", true, true},
		{"００", true, true},
		{"-2", true, true},
		{"1,234.5", true, true},
		{"12%", true, true},
		{"零", true, true},
		{"O", true, true},
		{"○", false, false},
		{"OO", false, false},
		{"o", true, true},
		{"ｏ", true, true},
		{"oo", false, false},
		{"on", false, false},
		{"1.", true, true},
		{"**12**", true, true},
		{"**", false, false},
		{"**规章**", false, false},
		{"规章", false, false},
		{"3件", false, true},
		{"3 件", false, false},
		{"减4", false, true},
		{"减少4件", false, true},
		{"22（其中修订16件）", false, true},
		{"22件（其中修订16件）", false, true},
		{"251000万元", false, true},
		{"22（其中", false, false},
		{"22）", false, false},
		{"3.其他", false, false},
		{"3、其他", false, false},
		{"2.重复申请", false, false},
		{"第五项3件", false, false},
		{"（一）", false, false},
		{"2021年度报告", false, false},
		{"a1", false, false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);

		cr_expect_eq(layout_is_number(s), rows[i].number, "%s", rows[i].text);
		cr_expect_eq(layout_is_value(s), rows[i].value, "%s", rows[i].text);
	}
}
