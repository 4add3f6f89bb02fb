/* What every match of a pattern begins with, read off the pattern. PCRE2 enters its matcher at each
 * character of a text, for all Han begin with one of six bytes; where the words that a match may
 * begin with are known, a look for them finds the few places that are worth it.
 *
 * "(?<!不)(?:收到|受理)\p{Han}{0,4}申请" begins with 收到 or 受理. What the reading does not
 * understand makes the heads unknown, and the pattern is tried everywhere. */
#ifndef GOUJI_BASE_RE_HEAD_H
#define GOUJI_BASE_RE_HEAD_H

#include "base/re.h"
#include "base/re_need.h"

struct re_heads {
	bool known;
	bool at_start;	     /* or at the text's first byte, with anything */
	bool at_lines;	     /* or at the first byte of any line: "(?m:^)" */
	struct re_any words; /* with one of these */
};

/* All of it is kept there. */
struct re_heads re_heads_of(struct str pattern, struct once *kept);
/* re_find(), only faster. `chars` has the characters of s, or more. */
bool re_find_headed(const struct re *re, const struct re_heads *heads, struct str s, size_t from,
	const struct utf8_set *chars, struct re_match *m);

#endif
