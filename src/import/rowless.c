/* Digits right behind a label, and the next label's number right behind them. */
#include "import/rowless.h"

#include "base/utf8.h"
#include "import/signs.h"

enum {
	DIGITS_MIN = 7, /* of a row of requests: no number of a sentence has as many */
	PLACES_MIN = 5, /* so many rows are a table's */
};

static bool is_digit(struct str s, size_t at)
{
	return at < s.n && sign_is_digit((unsigned char)s.p[at]);
}

/* Past "（四）" or "四、"; `at` where neither stands there. */
static size_t past_han_number(struct str s, size_t at)
{
	size_t next = at;
	unsigned ch = next < s.n ? utf8_next(s, &next) : 0;
	bool bracket = ch == '(' || ch == 0xff08;

	if (bracket)
		ch = next < s.n ? utf8_next(s, &next) : 0;
	if (utf8_han_digit(ch) < 1)
		return at;
	ch = next < s.n ? utf8_next(s, &next) : 0;
	return (bracket && (ch == ')' || ch == 0xff09)) || (!bracket && ch == 0x3001) ? next : at;
}

/* Does a stop stand there, and a label's words behind it: ".危及"? */
static bool is_stop(struct str s, size_t at)
{
	unsigned ch = at < s.n ? utf8_next(s, &at) : 0;

	if (ch != '.' && ch != 0xff0e && ch != 0x3001)
		return false;
	return at < s.n && utf8_is_han(utf8_next(s, &at));
}

/* Where the row ends whose digits are [from, to), another right behind it; STR_NONE: none does. */
static size_t row_end(struct str s, size_t from, size_t to)
{
	/* what stands above each block of the first table */
	if (str_has_at(s, to, STR("第二十条第")) ||
		(to - from >= DIGITS_MIN && past_han_number(s, to) > to))
		return to;
	return to - from > DIGITS_MIN && is_stop(s, to) ? to - 1 : STR_NONE;
}

/* Do the digits stand right behind a label's words? */
static bool is_behind_label(struct str s, size_t from)
{
	size_t at = from ? utf8_prev(s, from) : 0;
	unsigned ch = from ? utf8_next(s, &at) : 0;

	return utf8_is_han(ch) || sign_is_closing(ch);
}

size_t rowless_next(struct str line, size_t at)
{
	while (at < line.n) {
		size_t from = at;

		while (from < line.n && !is_digit(line, from))
			from++;
		for (at = from; is_digit(line, at);)
			at++;
		size_t end = at > from && is_behind_label(line, from) ? row_end(line, from, at)
								      : STR_NONE;

		if (end != STR_NONE)
			return end;
	}
	return line.n;
}

bool rowless_is_due(struct str text)
{
	size_t places = 0;

	for (size_t at = 0; places < PLACES_MIN && (at = rowless_next(text, at)) < text.n;)
		places++;
	return places == PLACES_MIN;
}
