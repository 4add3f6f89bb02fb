/* Words by what they say of a number beside them: a lexicon of the domain.
 *
 * Each word has tags, as `received` or `refused`. A stretch of prose is cut into the longest words
 * that the lexicon has; what it says is the tags of all its words, in whatever order they stand,
 * and how much of it no word of the lexicon is. So 不予公开的有3件, 作出不予公开决定3件 and
 * 3件不予公开 are one to the reader, and what it does not know it knows that it does not.
 *
 * The tag `plain` is of words that say nothing of what is counted, and `limit` of those that make
 * it a part of what could be meant: one way in, one office, one matter. Those of `foreign` are of
 * what no table counts, and as good as not known. Of what has no number `none` denies what stands
 * with it, `all` says that there is nothing else, and `manner` tells how it was done: 未按期答复 is
 * not 未答复. Beside a number the last two say nothing. */
#ifndef GOUJI_RULE_LEXICON_H
#define GOUJI_RULE_LEXICON_H

#include <stdint.h>

#include "rule/kind.h"
#include "rule/quantity.h"

#define TAGS_MOST 128

/* A set of tags. */
struct tags {
	uint64_t bits[TAGS_MOST / 64];
};

struct lexicon_word {
	struct str text;
	struct tags tags;
};

struct lexicon {
	struct lexicon_word *words; /* by text; one that others begin with stands before them */
	size_t n, longest;	    /* longest: bytes of one */
	const char **names;	    /* of the tags, by number */
	size_t n_names;
	struct tags limit, none, all, manner, foreign;
};

/* What a stretch of prose says. */
struct gloss {
	struct tags deaf; /* set by who asks: these say nothing to him */
	struct tags tags;
	size_t unknown; /* code points that no word is, punctuation aside */
	size_t from,
		to; /* from its first word to its last; from = to: it has none but plain ones */
};

static inline bool tags_hold(const struct tags *set, const struct tags *some)
{
	return !(some->bits[0] & ~set->bits[0]) && !(some->bits[1] & ~set->bits[1]);
}

static inline bool tags_meet(const struct tags *a, const struct tags *b)
{
	return (a->bits[0] & b->bits[0]) || (a->bits[1] & b->bits[1]);
}

static inline void tags_add(struct tags *set, const struct tags *more)
{
	set->bits[0] |= more->bits[0];
	set->bits[1] |= more->bits[1];
}

static inline void tags_keep(struct tags *set, const struct tags *only)
{
	set->bits[0] &= only->bits[0];
	set->bits[1] &= only->bits[1];
}

static inline void tags_drop(struct tags *set, const struct tags *less)
{
	set->bits[0] &= ~less->bits[0];
	set->bits[1] &= ~less->bits[1];
}

static inline bool tags_any(const struct tags *set)
{
	return set->bits[0] || set->bits[1];
}

/* The map at `key`, a list of words for each tag; NULL with err told where it is not well told. */
struct lexicon *lexicon_load(struct rule_load *l, const struct ynode *map, const char *key);
/* The tags that the list at `key` of the map names; an absent key is none. */
bool lexicon_load_tags(struct rule_load *l, const struct lexicon *lexicon, const struct ynode *map,
	const char *key, struct tags *out);
/* How the report's own agency may be named, which says nothing of what is counted. */
struct own_name {
	struct str full; /* empty: not known */
	const struct word_list *ends;
};

/* Are the characters of `name` in `full`, in this order? 区政府办公室 is short for
 * 武汉市汉阳区人民政府办公室. */
bool name_is_short_for(struct str name, struct str full);
/* Adds what [from, to) of s says. */
void lexicon_read(const struct lexicon *lexicon, const struct own_name *own, struct str s,
	size_t from, size_t to, struct gloss *out);
/* The first word in [from, to) of s that has one of the tags; false: none has. */
bool lexicon_find(const struct lexicon *lexicon, const struct own_name *own, struct str s,
	struct text_span range, const struct tags *tags, struct text_span *out);
/* Adds what words of it say that begin before `upto`; where the next one would. With `upto` so much
 * before `to` as a word may reach, it is what would be read of a longer text, too. */
size_t lexicon_read_part(const struct lexicon *lexicon, const struct own_name *own, struct str s,
	size_t from, size_t upto, size_t to, struct gloss *out);
/* Bytes that the longest word or name may have. */
size_t lexicon_reach(const struct lexicon *lexicon);

#endif
