/* A note's mark behind a number, a sum before it, brackets around it; numbers in Han numerals. */
#include "table/value_marked.h"

#include <string.h>

#include "base/utf8.h"

/* All that is read here is shorter (bytes). */
#define MARKED_BYTES_MAX 120
/* What stands in a note's brackets is shorter: [注12] */
#define NOTE_BYTES_MAX 6

static unsigned char_at(struct str s, size_t at)
{
	return at < s.n ? utf8_next(s, &at) : 0;
}

static unsigned last_char(struct str s)
{
	return s.n ? char_at(s, utf8_prev(s, s.n)) : 0;
}

static bool is_raised(unsigned ch)
{
	return ch == 0xb9 || ch == 0xb2 || ch == 0xb3 || (ch >= 0x2070 && ch <= 0x2079) ||
	       ch == 0x207d || ch == 0x207e;
}

static bool is_circled(unsigned ch)
{
	return (ch >= 0x2460 && ch <= 0x2473) || (ch >= 0x2776 && ch <= 0x277f);
}

/* * ＊ ※ † ‡ */
static bool is_asterisk(unsigned ch)
{
	return ch == '*' || ch == 0xff0a || ch == 0x203b || ch == 0x2020 || ch == 0x2021;
}

/* The bracket that is closed by `ch`; 0: it closes none. */
static unsigned opening_of(unsigned ch)
{
	static const unsigned pairs[][2] = {{')', '('}, {0xff09, 0xff08}, {']', '['},
		{0xff3d, 0xff3b}, {0x3011, 0x3010}, {0x3015, 0x3014}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i][0] == ch)
			return pairs[i][1];
	return 0;
}

/* [1], [^1], [注], [注2]: what stands in its brackets. */
static bool is_note(struct str in)
{
	size_t at = str_starts(in, "^") ? 1 : str_starts(in, "注") ? strlen("注") : 0;
	bool any = at > 1;
	if (in.n > NOTE_BYTES_MAX)
		return false;
	for (; at < in.n; at++, any = true)
		if (in.p[at] < '0' || in.p[at] > '9')
			return false;
	return any;
}

/* Where the note's mark begins that the text ends in, text.n where it ends in none. */
static size_t note_at(struct str text, enum reading_odd *odd)
{
	size_t at = text.n;
	for (size_t from; at > 0; at = from) {
		unsigned ch = char_at(text, from = utf8_prev(text, at));
		if (is_raised(ch) || is_circled(ch))
			*odd = ODD_NOTE;
		else if (!is_asterisk(ch))
			break;
	}
	unsigned open = at == text.n && text.n ? opening_of(last_char(text)) : 0;
	size_t close = open ? utf8_prev(text, text.n) : 0;
	for (size_t from = close, past = close; open && from > 0; past = from) {
		from = utf8_prev(text, from);
		if (char_at(text, from) == open)
			return is_note(str_slice(text, past, close)) ? from : text.n;
	}
	return at;
}

/* The number alone, printed plainly, at `from` of a text. */
static bool read_bare(
	struct str s, size_t from, const struct value_words *words, struct reading *out)
{
	struct reading r = value_read(s, words);
	if (r.kind != READ_NUMBER || !r.bare || r.broken || r.odd)
		return false;
	r.from += from;
	r.to += from;
	*out = r;
	return true;
}

static bool read_noted(struct str text, const struct value_words *words, struct reading *out)
{
	enum reading_odd odd = ODD_NOT;
	size_t at = note_at(text, &odd);
	if (at == text.n || at == 0 || !read_bare(str_slice(text, 0, at), 0, words, out))
		return false;
	out->odd = odd;
	out->bare = false;
	return true;
}

/* "11+3-8"; *n terms. */
static bool read_terms(struct str s, const struct value_words *words, struct dec *sum, size_t *n)
{
	bool minus = false;
	*sum = dec_of(0);
	*n = 0;
	for (size_t from = 0, at = 0, past; at <= s.n; at = past) {
		past = at;
		unsigned ch = past < s.n ? utf8_next(s, &past) : 0;
		bool less = ch == '-' || ch == 0xff0d || ch == 0x2212;
		struct reading r;
		if (ch && ((!less && ch != '+' && ch != 0xff0b) || at == from))
			continue;
		if (!read_bare(str_slice(s, from, at), 0, words, &r) ||
			!(minus ? dec_sub : dec_add)(*sum, r.value, sum))
			return false;
		++*n;
		from = past;
		minus = less;
		if (!ch)
			break;
	}
	return true;
}

/* "11+3+8=22", "22=11+3+8" */
static bool read_sum(struct str text, const struct value_words *words, struct reading *out)
{
	size_t at = str_find(text, STR("="), 0), past = at + 1, n;
	struct dec sum;
	if (at == STR_NONE) {
		at = str_find(text, STR("＝"), 0);
		past = at + strlen("＝");
	}
	if (at == STR_NONE)
		return false;
	struct str left = str_slice(text, 0, at), right = str_slice(text, past, text.n);
	bool behind = read_bare(right, past, words, out);
	if (!behind && !read_bare(left, 0, words, out))
		return false;
	if (!read_terms(behind ? left : right, words, &sum, &n) || n < 2)
		return false;
	out->odd = dec_cmp(sum, out->value) == 0 ? ODD_NOT : ODD_SUM;
	out->bare = false;
	return true;
}

static int han_digit(unsigned ch)
{
	static const unsigned digits[] = {0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d,
		0x4e03, 0x516b, 0x4e5d}; /* 零 to 九 */
	for (int i = 0; i < 10; i++)
		if (digits[i] == ch)
			return i;
	return ch == 0x3007 ? 0 : ch == 0x4e24 ? 2 : -1;
}

static int han_unit(unsigned ch)
{
	return ch == 0x5341 ? 10 : ch == 0x767e ? 100 : ch == 0x5343 ? 1000 : 0;
}

/* 十二, 一百零三, 一万二千: where it ends, 0 where none begins. 二百五 may be 250 or 205. */
static size_t han_number(struct str s, int64_t *out)
{
	int64_t total = 0, section = 0;
	int digit = 0, last = 10000;
	bool gap = false, hundreds = false;
	size_t at = 0;
	for (size_t past = 0; at < s.n; at = past) {
		unsigned ch = utf8_next(s, &past);
		int d = han_digit(ch), unit = han_unit(ch);
		if (d >= 0) {
			if (digit > 0 || (d == 0 && gap))
				return 0;
			digit = d;
			gap |= d == 0;
		} else if (unit) {
			if (unit >= last || (digit == 0 && (unit > 10 || section > 0 || gap)))
				return 0;
			section += (digit ? digit : 1) * unit;
			digit = 0;
			gap = false;
			last = unit;
			hundreds |= unit > 10;
		} else if (ch == 0x4e07 && total == 0 && section + digit > 0) {
			total = (section + digit) * 10000;
			section = digit = 0;
			gap = false;
			last = 10000;
			hundreds = true;
		} else {
			break;
		}
	}
	*out = total + section + digit;
	return digit > 0 && hundreds && last > 10 && !gap ? 0 : at;
}

static bool read_han(struct str text, const struct value_words *words, struct reading *out)
{
	int64_t value;
	size_t end = han_number(text, &value);
	if (end == 0 || end + value_unit_at(str_slice(text, end, text.n), words) != text.n)
		return false;
	*out = (struct reading){
		.kind = READ_NUMBER, .value = dec_of(value), .bare = true, .to = end};
	out->odd = end == text.n && value == 1 ? ODD_STROKE : ODD_NOT;
	return true;
}

/* (12), [3] */
static bool read_bracketed(struct str text, const struct value_words *words, struct reading *out)
{
	unsigned open = opening_of(last_char(text));
	size_t in = 0;
	if (!open || utf8_next(text, &in) != open)
		return false;
	struct str inner = str_slice(text, in, utf8_prev(text, text.n));
	if (!read_bare(inner, in, words, out) || out->value.units < 0)
		return false;
	out->bare = false;
	out->odd = dec_is_zero(out->value) ? ODD_NOT : ODD_BRACKET;
	return true;
}

/* "12." */
static bool read_pointed(struct str text, const struct value_words *words, struct reading *out)
{
	unsigned ch = last_char(text);
	if (ch != '.' && ch != 0xff0e && ch != 0x3002)
		return false;
	struct str digits = str_slice(text, 0, utf8_prev(text, text.n));
	if (!read_bare(digits, 0, words, out) || out->to < digits.n || out->value.scale)
		return false;
	out->odd = ODD_POINT;
	return true;
}

/* The text without white space around it; *from is where it begins. */
static struct str trimmed(struct str text, size_t *from)
{
	struct str s = str_trim(text);
	*from = s.n ? (size_t)(s.p - text.p) : 0;
	return s;
}

bool value_spelled(struct str text, const struct value_words *words, struct reading *out)
{
	size_t from;
	struct str s = trimmed(text, &from);
	struct reading r;
	if (s.n == 0 || s.n > MARKED_BYTES_MAX ||
		!(read_bracketed(s, words, &r) || read_han(s, words, &r) ||
			read_pointed(s, words, &r)))
		return false;
	r.from += from;
	r.to += from;
	*out = r;
	return true;
}

/* Does it begin as a number or a bracket may, or as a numeral? */
static bool may_be(struct str s)
{
	unsigned ch = char_at(s, 0);
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19) || ch == '(' ||
	       ch == 0xff08 || ch == '[' || ch == 0xff3b || ch == 0x3010 || ch == 0x3014 ||
	       ch == '-' || ch == 0xff0d || ch == 0x2212 || han_digit(ch) >= 0 || han_unit(ch);
}

bool value_marked(struct str text, const struct value_words *words, struct reading *out)
{
	size_t from;
	struct str s = trimmed(text, &from);
	struct reading r;
	if (s.n == 0 || s.n > MARKED_BYTES_MAX || !may_be(s))
		return false;
	if (value_spelled(s, words, &r)) {
		out->spelled = !dec_is_zero(r.value) || r.odd;
		if (out->spelled)
			return false;
	} else if (!read_noted(s, words, &r) && !read_sum(s, words, &r)) {
		return false;
	}
	r.from += from;
	r.to += from;
	*out = r;
	return true;
}
