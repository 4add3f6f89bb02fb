/* UTF-8 over libunistring: strict decoding and widths in terminal columns. */
#ifndef GOUJI_BASE_UTF8_H
#define GOUJI_BASE_UTF8_H

#include <stdint.h>

#include "base/str.h"

#define UTF8_MOST 4 /* bytes of a character */

/* Well-formed after the Unicode standard (no surrogates, no overlong forms)? Where not, *bad is the
 * offset of the first ill-formed byte. bad may be NULL. */
bool utf8_valid(struct str s, size_t *bad);
/* The code point at *at, which moves on past it. s must be valid and *at < s.n on a boundary. */
static inline unsigned utf8_next(struct str s, size_t *at);
/* The same for any character: utf8_next() has what nearly all of a Chinese text is inline. */
unsigned utf8_next_any(struct str s, size_t *at);
/* The start of the code point before `at` (0 where at is 0). */
size_t utf8_prev(struct str s, size_t at);
/* A few of 64 bits for the characters of a text: where one text is to be found in another its marks
 * are among the other's, and each mark that is not is a character the other lacks. */
uint64_t utf8_marks(struct str s);
/* The characters of a text, each at one of 512 places: what is not at its place is not in the text.
 */
struct utf8_set {
	uint64_t bits[8];
};
static inline unsigned utf8_set_place(unsigned ch);
static inline bool utf8_set_has(const struct utf8_set *set, unsigned place);
struct utf8_set utf8_set_of(struct str s);
/* What is in `other` is in `set`, too. */
static inline void utf8_set_add(struct utf8_set *set, const struct utf8_set *other)
{
	for (size_t i = 0; i < sizeof set->bits / sizeof *set->bits; i++)
		set->bits[i] |= other->bits[i];
}
/* The value of a Han digit, 0 (also as 零, ○, O) to 9; -1 where it is none. */
int utf8_han_digit(unsigned ch);
/* 一 to 十: what paragraphs and labels are numbered with. */
bool utf8_is_han_numeral(unsigned ch);
/* How many code points. */
size_t utf8_count(struct str s);
/* Columns of one code point on a terminal: 0 (combining), 1 or 2; -1 for controls. `ambiguous` is
 * the width of East Asian Ambiguous characters ("“”—…·"): 1 or 2. */
static inline int utf8_width(unsigned ch, int ambiguous);
int utf8_width_any(unsigned ch, int ambiguous); /* the same for any character */
/* Columns of a run of text; controls count 0. */
size_t utf8_columns(struct str s, int ambiguous);
/* White space of any script (also U+3000, U+00A0), or what has no width and parts or joins letters
 * or tells their direction, as pages are full of (U+200B to U+200F, U+2060, U+FEFF)? */
static inline bool utf8_is_space(unsigned ch);
/* The same for a character beyond ASCII that no ideograph is. */
bool utf8_is_space_any(unsigned ch);
/* A Han ideograph? */
bool utf8_is_han(unsigned ch);
/* Would it harm or hide on a terminal: controls, bidi overrides, zero-width, tag characters? Such
 * are shown as <U+202E>. */
static inline bool utf8_is_hidden(unsigned ch);
bool utf8_is_hidden_any(unsigned ch); /* the same for any character */

/* ASCII, or three bytes: in valid text the first tells all. */
static inline unsigned utf8_next(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;

	if (*at < s.n && p[0] < 0x80) {
		*at += 1;
		return p[0];
	}
	if (*at < s.n && s.n - *at >= 3 && p[0] >> 4 == 0xe) {
		*at += 3;
		return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	}
	return utf8_next_any(s, at);
}

static inline unsigned utf8_set_place(unsigned ch)
{
	return (ch * 0x9e3779b9u) >> 23;
}

static inline bool utf8_set_has(const struct utf8_set *set, unsigned place)
{
	return set->bits[place / 64] >> (place % 64) & 1;
}

/* Ideographs, and signs of CJK and full-width forms without marks: two columns, never hidden. */
static inline bool utf8_is_plain_wide(unsigned ch)
{
	return (ch >= 0x4e00 && ch <= 0x9fff) || (ch >= 0x3400 && ch <= 0x4dbf) ||
	       (ch >= 0x3001 && ch <= 0x3029) || (ch >= 0xff01 && ch <= 0xff60);
}

static inline int utf8_width(unsigned ch, int ambiguous)
{
	if (ch >= ' ' && ch < 0x7f)
		return 1;
	return utf8_is_plain_wide(ch) ? 2 : utf8_width_any(ch, ambiguous);
}

static inline bool utf8_is_hidden(unsigned ch)
{
	return !(ch >= ' ' && ch < 0x7f) && !utf8_is_plain_wide(ch) && utf8_is_hidden_any(ch);
}

static inline bool utf8_is_space(unsigned ch)
{
	if (ch < 0x80)
		return ch == ' ' || (ch >= '\t' && ch <= '\r');
	/* behind U+3000 there is but one */
	return ch <= 0x3000 ? utf8_is_space_any(ch) : ch == 0xfeff;
}

#endif
