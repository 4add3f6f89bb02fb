/* Blanks before numbers, counted. */
#include "import/centred.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum {
	INDENT_MIN = 16, /* blanks that put a number into the middle of a page */
	WIDTH_MAX = 16,	 /* bytes of a number */
	ALONE_MIN = 12,	 /* numbers on lines of their own that tell the middle */
	BEHIND_MIN = 3,	 /* and behind words, as far from them */
	NEAR = 1,	 /* half columns that an odd width is off */
};

static size_t blanks_at(struct str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == ' ')
		n++;
	return n;
}

static bool is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789.-", s.p[i]))
			return false;
	return s.n > 0 && s.n <= WIDTH_MAX;
}

/* Is what so many blanks stand before in the middle, as bytes, characters or columns count? */
static bool is_centred(struct str words, size_t blanks, size_t axis)
{
	size_t chars = utf8_count(words);
	size_t widths[] = {words.n, chars, 2 * chars};

	for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		size_t middle = 2 * blanks + widths[i];
		if (middle + NEAR >= axis && middle <= axis + NEAR)
			return true;
	}
	return false;
}

/* The wide gap of the line behind `at`, and what stands behind it up to the next, nothing where an
 * empty cell was centred; false: none. */
static bool next_gap(struct str line, size_t *at, size_t *blanks, struct str *words)
{
	for (; *at < line.n; *at += *blanks ? *blanks : 1) {
		*blanks = blanks_at(line, *at);
		if (*blanks < INDENT_MIN)
			continue;
		size_t from = *at + *blanks, to = str_find(line, STR("    "), from);

		*words = str_trim(str_slice(line, from, to == STR_NONE ? line.n : to));
		return true;
	}
	return false;
}

size_t centred_next(struct str line, size_t at, size_t axis)
{
	size_t blanks;
	struct str words;

	at += blanks_at(line, at);
	for (; next_gap(line, &at, &blanks, &words); at += blanks)
		if (is_centred(words, blanks, axis))
			return at;
	return line.n;
}

/* A line that is a number behind blanks: twice its middle; 0: it is none. */
static size_t middle_of(struct str line)
{
	size_t blanks = blanks_at(line, 0);
	struct str words = str_trim(str_slice(line, blanks, line.n));

	return blanks >= INDENT_MIN && is_number(words) ? 2 * blanks + words.n : 0;
}

/* What ends in a number that is in the middle, were the words before on a line of their own. */
static bool has_behind(struct str line, size_t axis)
{
	size_t at = centred_next(line, 0, axis);

	return at < line.n && is_number(str_trim(str_slice(line, at, line.n)));
}

static struct str line_at(struct str text, size_t at)
{
	const char *end = memchr(text.p + at, '\n', text.n - at);
	struct str line = {text.p + at, end ? (size_t)(end - text.p) - at : text.n - at};

	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

static size_t line_behind(struct str text, size_t at, struct str line)
{
	const char *end = memchr(line.p + line.n, '\n', text.n - at - line.n);

	return end ? (size_t)(end - text.p) + 1 : text.n;
}

/* Twice the middle of the lines of numbers; 0 where they are few or have several. */
static size_t common_middle(struct str text)
{
	size_t alone = 0, least = SIZE_MAX, most = 0;

	for (size_t at = 0; at < text.n && (alone == 0 || most - least <= 2 * NEAR);) {
		struct str line = line_at(text, at);
		size_t middle = line.n && line.p[0] == ' ' ? middle_of(line) : 0;

		at = line_behind(text, at, line);
		if (middle == 0)
			continue;
		least = middle < least ? middle : least;
		most = middle > most ? middle : most;
		alone++;
	}
	return alone >= ALONE_MIN && most - least <= 2 * NEAR ? (least + most) / 2 : 0;
}

size_t centred_axis(struct str text)
{
	size_t axis = common_middle(text), behind = 0;

	for (size_t at = 0; axis && at < text.n && behind < BEHIND_MIN;) {
		struct str line = line_at(text, at);

		at = line_behind(text, at, line);
		behind += has_behind(line, axis);
	}
	return behind >= BEHIND_MIN ? axis : 0;
}
