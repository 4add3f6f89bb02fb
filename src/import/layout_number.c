/* What numbers in cells look like. No word is known here: units and signs in words are told by
 * their length alone. */
#include "import/layout.h"

#include "base/utf8.h"
#include "import/signs.h"

/* Digits with points, commas and a percent sign among or behind them. */
static bool is_figure(struct str s, size_t at)
{
	size_t digits = 0;

	while (at < s.n) {
		unsigned ch = utf8_next(s, &at);
		bool point = ch == '.' || ch == ',' || ch == 0xff0e || ch == 0xff0c || ch == '%';

		if (!sign_is_digit(ch) && !(point && digits > 0))
			return false;
		digits += sign_is_digit(ch);
	}
	return digits > 0;
}

/* Without what Markdown puts around a word to make it bold. */
static struct str unbold(struct str s)
{
	while (s.n > 2 && s.p[0] == '*' && s.p[s.n - 1] == '*')
		s = str_slice(s, 1, s.n - 1);
	return s;
}

static bool is_zero(struct str s)
{
	size_t at = 0;

	return s.n <= UTF8_MOST && sign_is_zero(utf8_next(s, &at)) && at == s.n;
}

bool layout_is_number(struct str s)
{
	size_t at = 0, signs = 0;

	s = unbold(s);
	if (s.n == 0 || s.n > 96)
		return false;
	if (is_zero(s))
		return true;
	for (size_t before = 0; at < s.n; before = at, signs++) {
		unsigned ch = utf8_next(s, &at);

		if (!sign_is_dash(ch) && !sign_is_slash(ch) && ch != '+' && ch != 0xff0b) {
			at = before;
			break;
		}
	}
	return at < s.n ? signs <= 1 && is_figure(s, at) : signs <= 2;
}

/* Past Han characters from `at` on; at most two of them, else `at`. */
static size_t past_han(struct str s, size_t at)
{
	size_t from = at, han = 0;

	while (at < s.n) {
		size_t next = at;

		if (!utf8_is_han(utf8_next(s, &next)))
			break;
		if (++han > 2)
			return from;
		at = next;
	}
	return at;
}

/* Past digits and points and commas among them; `at` where there are none, or a point ends them:
 * "3." numbers what follows. */
static size_t past_figure(struct str s, size_t at)
{
	size_t from = at, end = at;

	while (at < s.n) {
		unsigned ch = utf8_next(s, &at);

		if (sign_is_digit(ch))
			end = at;
		else if (end == from || (ch != '.' && ch != ',' && ch != 0xff0e && ch != 0xff0c))
			break;
	}
	size_t next = end;

	if (end < s.n) {
		unsigned ch = utf8_next(s, &next);

		if (ch == '.' || ch == ',' || ch == 0xff0e || ch == 0xff0c || ch == 0x3001)
			return from;
	}
	return end;
}

/* "（12）" */
static bool is_bracketed(struct str s)
{
	size_t from = 0, to = utf8_prev(s, s.n);

	return sign_is_opening(utf8_next(s, &from)) && from < to &&
	       sign_is_closing(utf8_next(s, &(size_t){to})) &&
	       past_figure(str_slice(s, from, to), 0) == to - from;
}

bool layout_is_value(struct str s)
{
	size_t at, figure, next;

	if (layout_is_number(s))
		return true;
	if (s.n > 0 && is_bracketed(s))
		return true;
	if (s.n == 0 || s.n > 96)
		return false;
	at = past_han(s, 0);
	next = at;
	if (at < s.n) {
		unsigned ch = utf8_next(s, &next);

		at = sign_is_dash(ch) || ch == '+' || ch == 0xff0b ? next : at;
	}
	figure = past_figure(s, at);
	if (figure == at)
		return false;
	at = past_han(s, figure);
	if (at == s.n)
		return true;
	next = at;
	return sign_is_opening(utf8_next(s, &next)) &&
	       sign_is_closing(utf8_next(s, &(size_t){utf8_prev(s, s.n)}));
}

bool layout_is_united(struct str s)
{
	struct text_span number = text_next_word(s, 0, s.n);
	struct text_span unit = text_next_word(s, number.to, s.n);

	/* "3. 其他" is a label */
	return unit.from < unit.to && unit.to == s.n && number.from == 0 &&
	       past_figure(str_slice(s, 0, number.to), 0) == number.to && number.to > 0 &&
	       past_han(s, unit.from) == s.n;
}

/* Where the character before `at` begins, hidden ones apart; s.n where there is none. */
static size_t shown_before(struct str s, size_t at)
{
	while (at > 0) {
		at = utf8_prev(s, at);
		if (!utf8_is_hidden(utf8_next(s, &(size_t){at})))
			return at;
	}
	return s.n;
}

static unsigned char_at(struct str s, size_t at)
{
	return at < s.n ? utf8_next(s, &at) : 0;
}

/* Where the figure at the end begins, or the one sign that stands for it; s.n where none does. */
static size_t last_figure(struct str s)
{
	size_t from = s.n, at = shown_before(s, s.n);
	unsigned ch = char_at(s, at);

	if (sign_is_zero(ch) || sign_is_dash(ch) || sign_is_slash(ch))
		return at;
	for (; at < s.n; at = shown_before(s, at)) {
		ch = char_at(s, at);
		if (sign_is_digit(ch))
			from = at;
		else if (ch != '.' && ch != ',')
			break;
	}
	return from;
}

/* A word, a bracket or bold print. */
static bool ends_name(unsigned ch)
{
	return utf8_is_han(ch) || sign_is_closing(ch) || ch == '*';
}

size_t layout_glued_number(struct str s)
{
	size_t from = last_figure(s), sign = shown_before(s, from);
	unsigned ch = char_at(s, sign), above = char_at(s, shown_before(s, sign));
	/* 减 or 负 */
	bool minus = ch == 0x51cf || ch == 0x8d1f || ch == '+' || sign_is_dash(ch);

	if (from == s.n)
		return s.n;
	/* "增/减3" is a name with the word at its end */
	if (minus && ends_name(above))
		return sign;
	return ends_name(ch) ? from : s.n;
}
