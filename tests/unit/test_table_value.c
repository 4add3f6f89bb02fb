#include "unit/table_kit.h"

#include "form/form.h"
#include "table/value.h"

static struct arena *arena;
static struct value_words *words;

static void load(void)
{
	kit_load();
	arena = arena_new();
	words = value_words_in(arena, &kit_forms()->common);
}

static void unload(void)
{
	arena_free(arena);
	kit_unload();
}

TestSuite(table_value, .init = load, .fini = unload);

Test(table_value, what_is_no_number)
{
	static const struct {
		const char *text;
		enum reading_kind kind;
	} rows[] = {{"", READ_EMPTY}, {" ", READ_EMPTY}, {"\n\t", READ_EMPTY},
		{"\xe3\x80\x80", READ_EMPTY}, {"/", READ_NOTHING}, {"-", READ_NOTHING},
		{"——", READ_NOTHING}, {"－", READ_NOTHING}, {" 无 ", READ_NOTHING},
		{"--", READ_NOTHING}, {"\\", READ_NOTHING}, {"\\\\", READ_NOTHING},
		{"自然人", READ_OTHER}, {"12a", READ_OTHER}, {"1.2.3", READ_OTHER},
		{".", READ_OTHER}, {"1/2", READ_OTHER}, {"3-5", READ_OTHER}, {"约20", READ_OTHER},
		{"1,2", READ_OTHER}, {"1,2345", READ_OTHER},
		{"99999999999999999999999", READ_OTHER}, {"5（", READ_OTHER}, {"-件", READ_OTHER},
		{"1.属于国家秘密", READ_OTHER}, {"2020年", READ_OTHER}, {"OO", READ_OTHER},
		{"⑧", READ_OTHER}, {"⒈", READ_OTHER}, {"²", READ_OTHER}, {"(", READ_OTHER},
		{"减", READ_OTHER}, {"**", READ_NOTHING}, {"*1", READ_OTHER}, {"____", READ_OTHER},
		{"**a**", READ_OTHER}, {"**/**", READ_NOTHING}, {"**无**", READ_NOTHING},
		{"\\-", READ_NOTHING}, {"\\-\\-", READ_NOTHING}, {"**\\/**", READ_NOTHING},
		{"\\-a", READ_OTHER}, {"*-**", READ_OTHER}, {"0 0 0 a", READ_OTHER},
		{"零星", READ_OTHER}, {"无增减", READ_NOTHING}, {"未增未减", READ_NOTHING},
		{"增减", READ_OTHER},
		/* of several lines each is a number, and they are none together */
		{"5\n4\n3", READ_OTHER}, {"0\n1", READ_OTHER}, {"25\n353", READ_OTHER},
		{"257\n38\n321", READ_OTHER}, {"28，属于国家秘密", READ_OTHER},
		{"28，", READ_OTHER}, {"28，；其中", READ_OTHER}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct reading r = value_read(str_of(rows[i].text), words);
		cr_expect(r.kind == rows[i].kind, "\"%s\": %d", rows[i].text, r.kind);
	}
}

Test(table_value, digits_may_be_words)
{
	const char *marks[] = {"0"}, *minus[] = {"1"};
	struct form_common common = {.nothing = {marks, 1}, .signs_minus = {minus, 1}};
	struct value_words *own = value_words_in(arena, &common);

	cr_expect_eq(value_read(STR("0"), own).kind, READ_NOTHING);
	cr_expect_eq(value_read(STR("00"), own).kind, READ_NOTHING);
	cr_expect(dec_cmp(value_read(STR("05"), own).value, dec_of(5)) == 0);
	cr_expect(dec_cmp(value_read(STR("15"), own).value, dec_of(-5)) == 0);
	cr_expect(dec_cmp(value_read(STR("25"), own).value, dec_of(25)) == 0);
}

Test(table_value, numbers_and_their_places)
{
	static const struct {
		const char *text, *value, *place;
		bool bare, broken;
	} rows[] = {{"0", "0", "0", true, false}, {"00", "0", "00", true, false},
		{" 39 ", "39", "39", true, false}, {"-2", "-2", "-2", true, false},
		{"38226\\.36", "38226.36", "38226\\.36", true, false},
		{"－２", "-2", "－２", true, false}, {"−7", "-7", "−7", true, false},
		{"减4", "-4", "减4", true, false}, {"+3", "3", "+3", true, false},
		{"１２３", "123", "１２３", true, false},
		{"1,234,567", "1234567", "1,234,567", true, false},
		{"1，234", "1234", "1，234", true, false},
		{"999999999999999999", "999999999999999999", "999999999999999999", true, false},
		{"9000000000000000000", "9000000000000000000", "9000000000000000000", true, false},
		{"16434879.08", "16434879.08", "16434879.08", true, false},
		{"251000元", "251000", "251000", true, false},
		{"3.5 万元", "3.5", "3.5", true, false}, {"6件", "6", "6", true, false},
		{"31批次", "31", "31", true, false},
		{"22（其中修订16件）", "22", "22", false, false},
		{"22(其中修订16件)", "22", "22", false, false},
		{"705（全部为简易程", "705", "705", false, false},
		{"28，其中1件为转办", "28", "28", false, false},
		{"28件；含1件", "28", "28", false, false}, {"28其中1件", "28", "28", false, false},
		{"1\n2", "12", "1\n2", true, true}, {"1 2", "12", "1 2", true, true},
		/* a mark for nothing above a number is no sign of it */
		{"—\n27158", "-27158", "—\n27158", true, true}, {"- 2", "-2", "- 2", true, true},
		{"减 4", "-4", "减 4", true, false}, {"**12**", "12", "12", true, false},
		{"_0_", "0", "0", true, false}, {"\\-2", "-2", "-2", true, false}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[DEC_TEXT_MAX];
		struct str s = str_of(rows[i].text);
		struct reading r = value_read(s, words);
		cr_assert(r.kind == READ_NUMBER, "\"%s\": %d", rows[i].text, r.kind);
		expect_str(str_of(dec_str(r.value, text)), str_of(rows[i].value));
		expect_str(str_slice(s, r.from, r.to), str_of(rows[i].place));
		cr_expect(r.bare == rows[i].bare, "%s", rows[i].text);
		cr_expect(r.broken == rows[i].broken, "%s", rows[i].text);
	}
}

Test(table_value, words_for_zero)
{
	static const struct {
		const char *text, *place;
		bool letter;
	} rows[] = {{"零", "零", false}, {" 〇 ", "〇", false}, {"零件", "零", false},
		{"O", "O", true}, {"Ｏ", "Ｏ", true}, {"o", "o", true}, {"ｏ", "ｏ", true},
		{"o件", "o", true}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);
		struct reading r = value_read(s, words);
		cr_assert(r.kind == READ_NUMBER && r.bare, "\"%s\": %d", rows[i].text, r.kind);
		cr_expect(dec_is_zero(r.value));
		expect_str(str_slice(s, r.from, r.to), str_of(rows[i].place));
		cr_expect_eq(r.odd == ODD_LETTER, rows[i].letter, "%s", rows[i].text);
	}
}

Test(table_value, marks_and_sums_around_a_number)
{
	static const struct {
		const char *text, *value, *place;
		enum reading_odd odd;
	} rows[] = {{"22①", "22", "22", ODD_NOTE}, {"5²", "5", "5", ODD_NOTE},
		{"7 ①", "7", "7", ODD_NOTE}, {"7*", "7", "7", ODD_NOT}, {"7※", "7", "7", ODD_NOT},
		{"7**", "7", "7", ODD_NOT}, {"7[1]", "7", "7", ODD_NOT},
		{"7[^1]", "7", "7", ODD_NOT}, {"7[注1]", "7", "7", ODD_NOT},
		{"7【注】", "7", "7", ODD_NOT}, {"7件〔2〕", "7", "7", ODD_NOT},
		{"11+3+8=22", "22", "22", ODD_NOT}, {"11+3+8＝22", "22", "22", ODD_NOT},
		{"22=11+3+8", "22", "22", ODD_NOT}, {"11+3+8=23", "23", "23", ODD_SUM},
		{" 11 - 3 = 8件 ", "8", "8", ODD_NOT}, {"-3+5=2", "2", "2", ODD_NOT},
		{"44/11%", "44", "44", ODD_NOT}, {"44 / 11.5%", "44", "44", ODD_NOT},
		{"（0）", "0", "0", ODD_NOT}, {"[0]", "0", "0", ODD_NOT}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[DEC_TEXT_MAX];
		struct str s = str_of(rows[i].text);
		struct reading r = value_read(s, words);
		cr_assert(r.kind == READ_NUMBER, "\"%s\": %d", rows[i].text, r.kind);
		expect_str(str_of(dec_str(r.value, text)), str_of(rows[i].value));
		expect_str(str_slice(s, r.from, r.to), str_of(rows[i].place));
		cr_expect_eq(r.odd, rows[i].odd, "%s", rows[i].text);
		cr_expect(!r.bare, "%s", rows[i].text);
	}
}

Test(table_value, marks_and_sums_without_a_number)
{
	static const char *const rows[] = {"①", "*①", "[1]件", "=", "=3", "3=", "1+2", "=1+2",
		"1+=1", "+=", "a+1=2", "3=3", "1=2=3", "44/", "44/%", "44/.5%", "44%", "7[a]",
		"7[注一二三]", "7[]", "7[12345678]", "()", "(", "[)", "（三）", "（1", "(1)(2)",
		"(-1)", "1.2.", ".", "。", "99999999999999999999+1=3", "3+1=99999999999999999999"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct reading r = value_read(str_of(rows[i]), words);
		cr_expect(r.kind == READ_OTHER && !r.spelled, "%s: %d", rows[i], r.kind);
	}
}

Test(table_value, numbers_or_numberings)
{
	static const struct {
		const char *text, *value, *place;
		enum reading_odd odd;
	} rows[] = {{"（12）", "12", "12", ODD_BRACKET}, {" [3] ", "3", "3", ODD_BRACKET},
		{"12.", "12", "12", ODD_POINT}, {"0.", "0", "0", ODD_POINT},
		{"3。", "3", "3", ODD_POINT}, {"一", "1", "一", ODD_STROKE},
		{"一件", "1", "一", ODD_NOT}, {"十", "10", "十", ODD_NOT},
		{"十二", "12", "十二", ODD_NOT}, {"二十", "20", "二十", ODD_NOT},
		{"一百零三件", "103", "一百零三", ODD_NOT},
		{"一百二十", "120", "一百二十", ODD_NOT}, {"两千零五", "2005", "两千零五", ODD_NOT},
		{"五千八百六十六", "5866", "五千八百六十六", ODD_NOT},
		{"三万零五十", "30050", "三万零五十", ODD_NOT}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[DEC_TEXT_MAX];
		struct str s = str_of(rows[i].text);
		struct reading r = value_read(s, words);
		cr_assert(r.kind == READ_OTHER && r.spelled, "\"%s\": %d", rows[i].text, r.kind);
		cr_assert(value_spelled(s, words, &r) && r.kind == READ_NUMBER);
		expect_str(str_of(dec_str(r.value, text)), str_of(rows[i].value));
		expect_str(str_slice(s, r.from, r.to), str_of(rows[i].place));
		cr_expect_eq(r.odd, rows[i].odd, "%s", rows[i].text);
	}
}

Test(table_value, han_words_that_are_no_numbers)
{
	static const char *const rows[] = {"二百五", "一万三", "一二", "百", "十百", "十十",
		"二千万三万", "万", "十二个月", "三、", "一般", "二〇二〇", "零零"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct reading r;
		cr_expect(!value_read(str_of(rows[i]), words).spelled, "%s", rows[i]);
		cr_expect(!value_spelled(str_of(rows[i]), words, &r), "%s", rows[i]);
	}
}
