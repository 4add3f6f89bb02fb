/* Regular expressions over UTF-8, through PCRE2. */
#ifndef GOUJI_BASE_RE_H
#define GOUJI_BASE_RE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

struct re;
struct re_room; /* working memory of matching, some 24 KB; for any number of patterns, one at a time
		 */
struct re_match; /* reusable result of one match */

/* On failure err names the pattern's offset (as column, from 1). Matching is bounded (match and
 * depth limits), so a bad pattern cannot hang the program: it then does not match, and
 * re_gave_up() says so. */
struct re *re_new(struct str pattern, struct err *err);
void re_free(struct re *re);
/* A compiled pattern, for re_restore() of the same PCRE2 on a machine of the same kind. */
struct re_code {
	struct str shared; /* what all have alike, character tables among it: a kilobyte */
	struct str own;	   /* empty: not compiled yet */
};

/* Appends both parts. */
void re_save(const struct re *re, struct buf *shared, struct buf *own);
/* Of both parts, one behind the other, at a multiple of 8 bytes. They are trusted; NULL where
 * another PCRE2 has made them. */
struct re *re_restore(struct str saved);
/* The number of the named group, or -1. */
int re_group(const struct re *re, const char *name);

struct re_room *re_room_new(void);
void re_room_free(struct re_room *room);
/* With a room borrowed, which has to outlive it; NULL: with one of its own. */
struct re_match *re_match_new(const struct re *re, struct re_room *room);
void re_match_free(struct re_match *m);
/* Can it match where there is nothing, as "a*" does? */
bool re_matches_nothing(const struct re *re);
/* The first match in s at or after byte `from`. s must be valid UTF-8. */
bool re_find(const struct re *re, struct str s, size_t from, struct re_match *m);
/* A match that begins at `at`, a character's first byte; none where that is past the end. */
bool re_match_at(const struct re *re, struct str s, size_t at, struct re_match *m);
/* Did the last of the two find one? */
bool re_matched(const struct re_match *m);
/* After one that found nothing: because a limit was reached, so that nobody knows. */
bool re_gave_up(const struct re_match *m);
/* The range of group g (0: all), false where the group took no part. Bytes of s. */
bool re_span(const struct re_match *m, int g, size_t *from, size_t *to);

#endif
