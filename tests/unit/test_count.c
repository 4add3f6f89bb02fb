#include "unit/unit.h"

#ifdef HAVE_DOCX
#include "import/count.h"
#endif

Test(count, in_the_formats_of_word)
{
#ifdef HAVE_DOCX
	static const struct {
		const char *format;
		long number;
		const char *text;
	} rows[] = {
		{"", 0, "0"},
		{"nothing known", 12, "12"},
		{"chineseCounting", 0, "0"},
		{"chineseCounting", -3, "-3"},
		{"chineseCounting", 10000, "10000"},
		{"chineseCounting", 1, "一"},
		{"chineseCounting", 10, "十"},
		{"chineseCounting", 12, "十二"},
		{"chineseCounting", 20, "二十"},
		{"chineseCountingThousand", 21, "二十一"},
		{"chineseCountingThousand", 100, "一百"},
		{"chineseCountingThousand", 102, "一百零二"},
		{"chineseCountingThousand", 110, "一百一十"},
		{"chineseCountingThousand", 1001, "一千零一"},
		{"chineseCountingThousand", 9999, "九千九百九十九"},
		{"chineseLegalSimplified", 11, "拾壹"},
		{"ideographDigital", 10, "一〇"},
		{"ideographTraditional", 1, "甲"},
		{"ideographTraditional", 11, "11"},
		{"ideographZodiac", 12, "亥"},
		{"decimalFullWidth", 10, "１０"},
		{"decimalZero", 5, "05"},
		{"decimalEnclosedCircle", 1, "①"},
		{"decimalEnclosedCircle", 20, "⑳"},
		{"decimalEnclosedCircle", 21, "21"},
		{"lowerRoman", 14, "xiv"},
		{"upperRoman", 2022, "MMXXII"},
		{"upperRoman", 4000, "4000"},
		{"lowerLetter", 27, "aa"},
		{"upperLetter", 26, "Z"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf out = {0};

		count_put(rows[i].format, rows[i].number, &out);
		expect_str(buf_str(&out), str_of(rows[i].text));
		buf_free(&out);
	}
#endif
}
