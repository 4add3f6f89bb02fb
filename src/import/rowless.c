/* Digits right behind a label, and the next label's number right behind them. */
#include "import/rowless.h"

#include "base/utf8.h"
#include "import/signs.h"

enum {
	DIGITS_MIN = 7,	   /* of a row of requests: no number of a sentence has as many */
	PLACES_MIN = 5,	   /* so many rows are a table's */
	BLOCK_BYTES = 240, /* of a block of the first table, its headings and rows */
};

/* What stands above each block of the first table. */
#define BLOCK_HEAD STR("第二十条第")

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

/* Where the row ends whose digits are [from, to), another right behind it, whatever the text is;
 * STR_NONE: none does. */
static size_t row_end(struct str s, size_t from, size_t to)
{
	if (str_has_at(s, to, BLOCK_HEAD) ||
		(to - from >= DIGITS_MIN && past_han_number(s, to) > to))
		return to;
	return to - from > DIGITS_MIN && is_stop(s, to) ? to - 1 : STR_NONE;
}

/* Past ".09", decimals of an amount. */
static size_t past_decimals(struct str s, size_t at)
{
	size_t end = at + 1;

	while (is_digit(s, end))
		end++;
	return at < s.n && s.p[at] == '.' && end > at + 1 ? end : at;
}

/* Is it within a block of the first table? */
static bool is_in_block(struct str s, size_t at)
{
	struct str before = str_slice(s, at > BLOCK_BYTES ? at - BLOCK_BYTES : 0, at);

	return str_find(before, BLOCK_HEAD, 0) != STR_NONE;
}

/* The same in a text that is known to have lost what parts its rows. */
static size_t row_end_known(struct str s, size_t from, size_t to)
{
	size_t end = row_end(s, from, to), past = past_decimals(s, to), next = past;

	if (end != STR_NONE || past == s.n)
		return end;
	unsigned ch = utf8_next(s, &next);
	bool heading = ch != '(' && ch != 0xff08 && past_han_number(s, past) > past;

	return heading || (utf8_is_han(ch) && is_in_block(s, from)) ? past : STR_NONE;
}

/* Do the digits stand right behind a label's words? */
static bool is_behind_label(struct str s, size_t from)
{
	size_t at = from ? utf8_prev(s, from) : 0;
	unsigned ch = from ? utf8_next(s, &at) : 0;

	return utf8_is_han(ch) || sign_is_closing(ch);
}

static size_t next_end(struct str text, size_t at, size_t to,
	size_t (*end_of)(struct str s, size_t from, size_t to))
{
	while (at < to) {
		size_t from = at;

		while (from < to && !is_digit(text, from))
			from++;
		for (at = from; at < to && is_digit(text, at);)
			at++;
		size_t end = at > from && is_behind_label(text, from) ? end_of(text, from, at)
								      : STR_NONE;

		if (end != STR_NONE && end <= to)
			return end;
	}
	return to;
}

size_t rowless_next(struct str text, size_t at, size_t to)
{
	return next_end(text, at, to, row_end_known);
}

bool rowless_is_due(struct str text)
{
	size_t places = 0;

	for (size_t at = 0; places < PLACES_MIN; places++) {
		at = next_end(text, at, text.n, row_end);
		if (at == text.n)
			return false;
	}
	return true;
}
