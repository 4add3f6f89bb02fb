/* Formats of numbers. */
#include "import/count.h"

#include <string.h>

static const char *const small_digits[] = {
	"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const small_units[] = {"", "十", "百", "千"};
static const char *const large_digits[] = {
	"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
static const char *const large_units[] = {"", "拾", "佰", "仟"};
static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
static const char *const branches[] = {
	"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};

static void put_digits(const char *const digits[], long number, struct buf *out)
{
	struct buf b = {0};

	buf_addf(&b, "%ld", number < 0 ? 0 : number);
	for (size_t i = 0; i < b.n; i++)
		buf_adds(out, digits[b.p[i] - '0']);
	buf_free(&b);
}

/* 1 ... 9999: 十二 but 一百一十二; 一百零二. */
static void put_han(const char *const digits[], const char *const units[], const char *zero,
	long number, struct buf *out)
{
	long rest = number;
	bool begun = false, gap = false;

	if (number < 1 || number > 9999) {
		buf_addf(out, "%ld", number);
		return;
	}
	for (int place = 3; place >= 0; place--) {
		static const long power[] = {1, 10, 100, 1000};
		long digit = rest / power[place];

		rest %= power[place];
		gap |= begun && digit == 0;
		if (digit == 0)
			continue;
		if (gap)
			buf_adds(out, zero);
		gap = false;
		if (begun || digit > 1 || place != 1)
			buf_adds(out, digits[digit]);
		buf_adds(out, units[place]);
		begun = true;
	}
}

static void put_roman(const char *const letters[], long number, struct buf *out)
{
	static const long values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

	if (number < 1 || number > 3999) {
		buf_addf(out, "%ld", number);
		return;
	}
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		for (; number >= values[i]; number -= values[i])
			buf_adds(out, letters[i]);
}

/* a ... z, aa ... zz */
static void put_letters(char first, long number, struct buf *out)
{
	if (number < 1 || number > 260) {
		buf_addf(out, "%ld", number);
		return;
	}
	for (long i = 0; i <= (number - 1) / 26; i++)
		buf_addc(out, (char)(first + (number - 1) % 26));
}

static void put_plain(long number, struct buf *out)
{
	buf_addf(out, "%ld", number);
}

static void put_zero(long number, struct buf *out)
{
	buf_addf(out, "%02ld", number);
}

static void put_wide(long number, struct buf *out)
{
	struct buf b = {0};

	buf_addf(&b, "%ld", number);
	for (size_t i = 0; i < b.n; i++)
		buf_add_ucs(out, b.p[i] == '-' ? 0xff0du : 0xff10u + (unsigned)(b.p[i] - '0'));
	buf_free(&b);
}

static void put_circled(long number, struct buf *out)
{
	if (number >= 1 && number <= 20)
		buf_add_ucs(out, 0x2460u + (unsigned)number - 1);
	else
		put_plain(number, out);
}

static void put_small(long number, struct buf *out)
{
	put_han(small_digits, small_units, "零", number, out);
}

static void put_large(long number, struct buf *out)
{
	put_han(large_digits, large_units, "零", number, out);
}

static void put_each(long number, struct buf *out)
{
	put_digits(small_digits, number, out);
}

static void put_stem(long number, struct buf *out)
{
	if (number >= 1 && number <= 10)
		buf_adds(out, stems[number - 1]);
	else
		put_plain(number, out);
}

static void put_branch(long number, struct buf *out)
{
	if (number >= 1 && number <= 12)
		buf_adds(out, branches[number - 1]);
	else
		put_plain(number, out);
}

static void put_upper_roman(long number, struct buf *out)
{
	static const char *const letters[] = {
		"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

	put_roman(letters, number, out);
}

static void put_lower_roman(long number, struct buf *out)
{
	static const char *const letters[] = {
		"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

	put_roman(letters, number, out);
}

static void put_upper_letter(long number, struct buf *out)
{
	put_letters('A', number, out);
}

static void put_lower_letter(long number, struct buf *out)
{
	put_letters('a', number, out);
}

static const struct {
	const char *format;
	void (*put)(long number, struct buf *out);
} formats[] = {
	{"decimal", put_plain},
	{"decimalZero", put_zero},
	{"decimalFullWidth", put_wide},
	{"decimalFullWidth2", put_wide},
	{"decimalEnclosedCircle", put_circled},
	{"decimalEnclosedCircleChinese", put_circled},
	{"chineseCounting", put_small},
	{"chineseCountingThousand", put_small},
	{"japaneseCounting", put_small},
	{"taiwaneseCounting", put_small},
	{"taiwaneseCountingThousand", put_small},
	{"chineseLegalSimplified", put_large},
	{"ideographLegalTraditional", put_large},
	{"ideographDigital", put_each},
	{"taiwaneseDigital", put_each},
	{"japaneseDigitalTenThousand", put_each},
	{"ideographTraditional", put_stem},
	{"ideographZodiac", put_branch},
	{"upperRoman", put_upper_roman},
	{"lowerRoman", put_lower_roman},
	{"upperLetter", put_upper_letter},
	{"lowerLetter", put_lower_letter},
};

void count_put(const char *format, long number, struct buf *out)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].format, format) == 0) {
			formats[i].put(number, out);
			return;
		}
	put_plain(number, out);
}
