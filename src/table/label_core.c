/* The core of a printed label and the numbering before it. */
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "table/label.h"

static bool is_numbering_end(unsigned ch)
{
	return ch == ')' || ch == '.' || ch == 0x3001 || ch == ':' || ch == ',' || ch == 0xff0e;
}

/* The length of a leading number in s at `at`: one or two numerals or digits; 0 where there is
 * none. */
static size_t numeral_length(struct str s, size_t at, bool *digits)
{
	size_t end = at, count = 0;
	*digits = at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
	while (end < s.n && count < 2) {
		size_t next = end;
		unsigned ch = utf8_next(s, &next);
		if (*digits ? ch < '0' || ch > '9' : !utf8_is_han_numeral(ch))
			break;
		end = next;
		count++;
	}
	return end - at;
}

/* Where the words begin behind a numbering at `start`: "(七)", "一、", "1.", "8"; `start` where
 * there is none. A numeral alone ("三类…") is none; digits before a word are. *bare: digits without
 * a sign. */
static size_t numbering_at(struct str s, size_t start, char number[8], bool *bare)
{
	size_t at = start;
	bool bracket = at < s.n && s.p[at] == '(', digits;
	at += bracket;
	size_t n = numeral_length(s, at, &digits);
	if (n == 0 || n >= 8)
		return start;
	size_t past = at + n, end = past;
	while (end < s.n) {
		size_t next = end;
		if (!is_numbering_end(utf8_next(s, &next)))
			break;
		end = next;
	}
	if (end == past && !digits)
		return start;
	memcpy(number, s.p + at, n);
	number[n] = '\0';
	*bare = end == past;
	return end;
}

/* Where the words begin behind the numbering of `s`, which is folded without white space; with the
 * number of the table's row before it, its own counts: "4 (二)部分公开". */
static size_t numbering(struct str s, char number[8])
{
	size_t start = 0;
	bool bare = false;
	number[0] = '\0';
	while (start < s.n && strchr("*#_~>", s.p[start]))
		start++;
	size_t end = numbering_at(s, start, number, &bare);
	return bare ? numbering_at(s, end, number, &bare) : end;
}

/* Characters whose folding is known without asking: letters and digits of ASCII and Han are
 * themselves, white space and common punctuation vanish. */
enum plain { PLAIN_KEEP, PLAIN_DROP, PLAIN_UNKNOWN };

static enum plain plain_sign(unsigned ch)
{
	static const unsigned dropped[] = {0x3000, 0x3001, 0x3002, 0x300a, 0x300b, 0x2018, 0x2019,
		0x201c, 0x201d, 0xff08, 0xff09, 0xff0c, 0xff0e, 0xff0f, 0xff1a, 0xff1b, 0xa0};
	if ((ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z'))
		return PLAIN_KEEP;
	if (ch < 0x80)
		return PLAIN_DROP;
	for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
		if (ch == dropped[i])
			return PLAIN_DROP;
	return PLAIN_UNKNOWN;
}

static inline enum plain plain_of(unsigned ch)
{
	if (ch >= 0x4e00 && ch <= 0x9fff)
		return fold_is_traditional(ch) ? PLAIN_UNKNOWN : PLAIN_KEEP;
	return plain_sign(ch);
}

/* The text with its white space out and its brackets plain, as far as the numbering reaches into
 * it: false where that takes folding. */
static bool plain_head(struct str printed, char *out, size_t size, size_t *n, size_t *back)
{
	*n = 0;
	for (size_t at = 0; at < printed.n && *n + 4 < size;) {
		size_t from = at;
		unsigned ch = utf8_next(printed, &at);
		if (plain_of(ch) == PLAIN_UNKNOWN)
			return false;
		if (utf8_is_space(ch) || ch == '\\')
			continue;
		for (size_t i = from; i < at; i++) {
			back[*n] = i;
			out[(*n)++] = printed.p[i];
		}
		if (ch == 0xff08 || ch == 0xff09) {
			*n -= at - from;
			out[(*n)++] = ch == 0xff08 ? '(' : ')';
		}
	}
	return true;
}

/* The core of what needs no folding; false where some of it does. */
static bool plain_core(struct str printed, struct buf *out, char number[8])
{
	char head[40];
	size_t back[sizeof head + 1], n, before = out->n;
	if (!plain_head(printed, head, sizeof head, &n, back))
		return false;
	size_t start = numbering((struct str){head, n}, number);
	size_t run = start < n ? back[start] : printed.n;
	for (size_t at = run; at < printed.n;) {
		size_t from = at;
		enum plain plain = plain_of(utf8_next(printed, &at));
		if (plain == PLAIN_KEEP)
			continue;
		buf_add(out, str_slice(printed, run, from));
		run = at;
		if (plain == PLAIN_DROP)
			continue;
		out->n = before;
		return false;
	}
	buf_add(out, str_slice(printed, run, printed.n));
	return true;
}

/* Without what explains the label behind it: "规章：指省、自治区、…". */
static struct str unexplained(struct str printed)
{
	static const char *const signs[] = {"：", ":", "，", "（", "("};
	size_t at = str_find(printed, STR("指"), 0);
	if (at == STR_NONE || at == 0)
		return printed;
	struct str label = str_slice(printed, 0, at);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		struct str sign = str_of(signs[i]);
		if (label.n > sign.n && str_has_at(label, label.n - sign.n, sign))
			return str_slice(label, 0, label.n - sign.n);
	}
	return printed;
}

void label_core(struct str printed, struct buf *out, char number[8])
{
	struct fold spaced, bare;
	printed = unexplained(printed);
	if (plain_core(printed, out, number))
		return;
	fold_make(&spaced, printed, FOLD_SPACE);
	size_t start = numbering(spaced.text, number);
	fold_make(&bare, str_slice(spaced.text, start, spaced.text.n), FOLD_PUNCT | FOLD_SPACE);
	buf_add(out, bare.text);
	fold_free(&bare);
	fold_free(&spaced);
}

size_t label_number(const char number[8])
{
	struct str s = str_of(number);
	size_t value = 0;
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);
		int digit = utf8_han_digit(ch);
		if (ch >= '0' && ch <= '9')
			value = value * 10 + (ch - '0');
		else if (digit >= 0)
			value += (size_t)digit;
		else
			value = (value ? value : 1) * 10; /* 十 */
	}
	return value ? value : STR_NONE;
}
