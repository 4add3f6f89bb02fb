/* UTF-8 and what a code point is to a terminal. */
#include "base/utf8.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/utf8_ambiguous.h"

bool utf8_valid(struct str s, size_t *bad)
{
	const uint8_t *p = (const uint8_t *)s.p;
	const uint8_t *ill = s.n ? u8_check(p, s.n) : NULL;

	if (ill && bad)
		*bad = (size_t)(ill - p);
	return !ill;
}

unsigned utf8_next_any(struct str s, size_t *at)
{
	ucs4_t ch;

	assert(*at < s.n);
	*at += (size_t)u8_mbtouc_unsafe(&ch, (const uint8_t *)s.p + *at, s.n - *at);
	return ch;
}

size_t utf8_prev(struct str s, size_t at)
{
	if (at > s.n)
		at = s.n;
	while (at > 0 && ((unsigned char)s.p[--at] & 0xc0) == 0x80)
		;
	return at;
}

static uint64_t mark_of(unsigned ch)
{
	return (uint64_t)1 << ((ch * 0x9e3779b9u) >> 26);
}

uint64_t utf8_marks(struct str s)
{
	uint64_t marks = 0;

	for (size_t at = 0; at < s.n;)
		marks |= mark_of(utf8_next(s, &at));
	return marks;
}

struct utf8_set utf8_set_of(struct str s)
{
	struct utf8_set set = {{0}};

	for (size_t at = 0; at < s.n;) {
		unsigned place = utf8_set_place(utf8_next(s, &at));

		set.bits[place / 64] |= (uint64_t)1 << (place % 64);
	}
	return set;
}

int utf8_han_digit(unsigned ch)
{
	static const unsigned digits[] = {
		0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d};
	for (int i = 0; i < 10; i++)
		if (ch == digits[i])
			return i;
	return ch == 0x25cb || ch == 0x96f6 || ch == 'O' || ch == 'o' ? 0 : -1;
}

bool utf8_is_han_numeral(unsigned ch)
{
	return ch == 0x5341 || utf8_han_digit(ch) > 0;
}

size_t utf8_count(struct str s)
{
	const uint64_t ones = UINT64_MAX / 255;
	size_t count = s.n, at = 0;

	/* eight bytes a step: those that go on have their top bit set and the next one not */
	for (uint64_t word; s.n - at >= sizeof word; at += sizeof word) {
		memcpy(&word, s.p + at, sizeof word);
		count -= ((word >> 7 & ~(word >> 6) & ones) * ones) >> 56;
	}
	for (; at < s.n; at++)
		count -= ((unsigned char)s.p[at] & 0xc0) == 0x80;
	return count;
}

static bool is_ambiguous(unsigned ch)
{
	size_t low = 0, high = sizeof utf8_ambiguous / sizeof utf8_ambiguous[0];

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (ch < utf8_ambiguous[mid][0])
			high = mid;
		else if (ch > utf8_ambiguous[mid][1])
			low = mid + 1;
		else
			return true;
	}
	return false;
}

int utf8_width_any(unsigned ch, int ambiguous)
{
	if (ch == 0)
		return -1; /* uc_width has 0 for it */
	int width = uc_width(ch, "UTF-8");

	return width == 1 && ambiguous == 2 && ch > 0xa0 && is_ambiguous(ch) ? 2 : width;
}

size_t utf8_columns(struct str s, int ambiguous)
{
	size_t columns = 0;

	for (size_t at = 0; at < s.n;) {
		int width = utf8_width(utf8_next(s, &at), ambiguous);

		columns += width > 0 ? (size_t)width : 0;
	}
	return columns;
}

bool utf8_is_space_any(unsigned ch)
{
	return (ch >= 0x200b && ch <= 0x200f) || ch == 0x2060 || ch == 0xfeff ||
	       uc_is_property_white_space(ch);
}

bool utf8_is_han(unsigned ch)
{
	/* by block, planes 2 and 3 whole: libunistring knows only the ideographs of its own day */
	return (ch >= 0x4e00 && ch <= 0x9fff) || (ch >= 0x3400 && ch <= 0x4dbf) || ch == 0x3007 ||
	       (ch >= 0xf900 && ch <= 0xfaff) || (ch >= 0x20000 && ch <= 0x3fffd);
}

bool utf8_is_hidden_any(unsigned ch)
{
	if (ch < 0xa0)
		return ch < 0x20 || ch >= 0x7f;
	return ch == 0x2028 || ch == 0x2029 || (ch >= 0xfff9 && ch <= 0xfffb) ||
	       uc_is_property_default_ignorable_code_point(ch) || uc_is_property_bidi_control(ch) ||
	       uc_is_property_not_a_character(ch);
}
