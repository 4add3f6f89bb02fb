/* What a text must hold for a pattern to match in it, read off the pattern itself: words of which
 * each match has one. Most patterns of the rules match in no text of a report, and most of those
 * are told so by a look for their words; matching takes a hundred times as long.
 *
 * "(?:收到|受理)\p{Han}{0,4}申请" needs one of 收到, 受理, and 申请. What the reading does not
 * understand needs nothing, so a need that is not met always means that there is no match. */
#ifndef GOUJI_BASE_RE_NEED_H
#define GOUJI_BASE_RE_NEED_H

#include "base/once.h"
#include "base/pairs.h"
#include "base/utf8.h"

struct re_word {
	struct str text;
	uint16_t first, last; /* utf8_set_place() of its first and last character */
	struct pair_ends ends;
};

/* One of these. */
struct re_any {
	const struct re_word *words;
	size_t n;
};

/* All of these; n 0: nothing. */
struct re_need {
	const struct re_any *sets;
	size_t n;
};

/* The need of a pattern of re.h; all of it is kept there. */
struct re_need re_need_of(struct str pattern, struct once *kept);
/* The words, kept there. */
struct re_any re_any_of(const struct str *words, size_t n, struct once *kept);
/* Does one of them stand in s? `chars` has the characters of s, or more. */
bool re_any_met(const struct re_any *any, struct str s, const struct utf8_set *chars);
/* One of a list of words. */
struct re_need re_need_any(const char *const *words, size_t n, struct once *kept);
/* May the pattern match in s? `chars` has the characters of s, or more. */
bool re_need_met(const struct re_need *need, struct str s, const struct utf8_set *chars);
/* What several texts have among them. */
struct texts_have {
	struct utf8_set chars;
	struct pairs pairs;
};

/* May it match in one of the texts that have these? No text is looked at. */
bool re_need_may(const struct re_need *need, const struct texts_have *have);

#endif
