/* Headings within one line: what stands before them, their number, and where their words end. */
#include "import/lineless.h"

#include <string.h>

#include "base/utf8.h"
#include "import/layout.h"

enum {
	LONG_BYTES = 1800,  /* no shorter line is broken */
	RUN_MIN = 3,	    /* so many headings follow upon each other */
	HEADING_CHARS = 40, /* no heading has more */
};

/* 1 to 9 where a heading's numeral stands there: "三、"; 0 where none. */
static unsigned numeral_at(struct str s, size_t at)
{
	int digit = at < s.n ? utf8_han_digit(utf8_next(s, &at)) : 0;

	return digit > 0 && str_starts(str_slice(s, at, s.n), "、") ? (unsigned)digit : 0;
}

/* "（三）" */
static bool is_bracketed(struct str s, size_t at)
{
	size_t open = at;
	unsigned ch = at < s.n ? utf8_next(s, &open) : 0;

	if (ch != '(' && ch != 0xff08)
		return false;
	for (size_t n = 0; n < 3 && open < s.n; n++) {
		ch = utf8_next(s, &open);
		if (n > 0 && (ch == ')' || ch == 0xff09))
			return true;
		if (!utf8_is_han_numeral(ch))
			return false;
	}
	return false;
}

/* Past Markdown's signs of a heading, and blanks among them. */
static size_t past_marks(struct str s, size_t at)
{
	size_t marks = at;

	while (marks < s.n && strchr("#* ", s.p[marks]))
		marks++;
	return marks;
}

/* May something begin behind that character? */
static bool ends_piece(unsigned ch)
{
	return utf8_is_space(ch) || ch == 0x3002 || ch == 0xff1b || ch == 0xff01 ||
	       (ch >= '0' && ch <= '9');
}

/* The heading whose first sign stands at `at`: its number, 0 where there is none. */
static unsigned heading_at(struct str s, size_t at)
{
	return s.p[at] == ' ' ? 0 : numeral_at(s, past_marks(s, at));
}

/* Headings seen so far. */
struct run {
	unsigned last, n;
};

/* Do so many follow upon each other, with the heading of that number, if it is one? */
static bool is_run(struct run *r, unsigned number)
{
	if (number) {
		r->n = number == r->last + 1 ? r->n + 1 : 1;
		r->last = number;
	}
	return r->n >= RUN_MIN;
}

bool lineless_is_due(struct str line)
{
	struct run run = {0};
	unsigned before = ' ';

	if (line.n < LONG_BYTES)
		return false;
	for (size_t at = 0; at < line.n;) {
		if (is_run(&run, ends_piece(before) ? heading_at(line, at) : 0))
			return true;
		before = utf8_next(line, &at);
	}
	return false;
}

static bool is_parted_by(struct str line, char sign)
{
	const char *p = line.p, *end = line.p + line.n;
	struct run run = {0};

	while ((p = memchr(p, sign, (size_t)(end - p))) && ++p < end)
		if (is_run(&run, heading_at(line, (size_t)(p - line.p))))
			return true;
	return false;
}

char lineless_sign(struct str line)
{
	static const char signs[] = {'|', '\t'};

	for (size_t i = 0; line.n >= LONG_BYTES && i < sizeof signs; i++)
		if (is_parted_by(line, signs[i]))
			return signs[i];
	return '\0';
}

/* Are the words from `at` on values, as they stand behind a row's label? A year before a sentence
 * is one number, and not two. */
static bool are_values(struct str s, size_t at)
{
	for (size_t n = 0; n < 2; n++) {
		struct text_span w = text_next_word(s, at, s.n);

		if (!layout_is_number(str_slice(s, w.from, w.to)))
			return false;
		at = w.to;
	}
	return true;
}

/* Where the heading's words end, as white space tells; `at` where nothing does, or values stand
 * behind them. */
static size_t heading_end(struct str s, size_t at)
{
	size_t from = past_marks(s, at), to = from;

	for (size_t n = 0; n < HEADING_CHARS && to < s.n; n++) {
		size_t before = to;
		unsigned ch = utf8_next(s, &to);

		if (ch == 0x3002 || ch == 0xff0c || ch == 0xff1b || ch == '|' || ch == '\t')
			return at;
		if (!utf8_is_space(ch))
			continue;
		to = past_marks(s, before);
		return to < s.n && s.p[to] != '|' && !are_values(s, to) ? before : at;
	}
	return at;
}

size_t lineless_next(struct str line, size_t at)
{
	size_t end = heading_at(line, at) ? heading_end(line, at) : at;
	unsigned before;

	if (end > at) {
		while (end < line.n && line.p[end] == ' ')
			end++;
		return end;
	}
	before = utf8_next(line, &at);
	while (at < line.n) {
		bool begins =
			heading_at(line, at) || (utf8_is_space(before) && is_bracketed(line, at));

		if (ends_piece(before) && begins)
			return at;
		before = utf8_next(line, &at);
	}
	return line.n;
}
