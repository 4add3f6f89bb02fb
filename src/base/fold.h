/* A folded shadow of a text: NFKC (full-width digits and brackets become plain), traditional
 * characters simplified, with a map back, so that what is found in the shadow is told in bytes of
 * the text itself. The text is never changed. */
#ifndef GOUJI_BASE_FOLD_H
#define GOUJI_BASE_FOLD_H

#include <stdint.h>

#include "base/str.h"

enum fold_flags {
	FOLD_PLAIN = 0,
	FOLD_SPACE = 1 << 0, /* drop white space and line breaks */
	FOLD_PUNCT = 1 << 1, /* drop punctuation and symbols (Unicode P* and S*) */
	FOLD_CASE = 1 << 2,  /* lower case */
};

/* A stretch of the shadow, from byte `at` up to the next run's: characters of `unit` bytes, each of
 * which stands for `step` bytes of the source, the first for those at `from`. A few of them map a
 * paragraph; a place a byte would take many times its text. */
struct fold_run {
	uint32_t at, from, unit, step;
};

struct fold {
	struct str text; /* the shadow, valid UTF-8 */
	struct fold_run *runs;
	size_t n_runs;
	size_t end; /* the source's length */
};

/* Has the shadow another character for it, that of mainland China? */
bool fold_is_traditional(unsigned ch);
/* src must be valid UTF-8 and shorter than 4 GiB. Owned by the fold until fold_free(). */
void fold_make(struct fold *f, struct str src, unsigned flags);
void fold_free(struct fold *f);
/* Where in the source the character begins that gave shadow byte `at`; its length for text.n. */
size_t fold_back(const struct fold *f, size_t at);
/* Where that character ends; at < text.n. */
size_t fold_past(const struct fold *f, size_t at);
/* The source range that shadow bytes [from, to) came from; an empty range gives an empty one. */
void fold_range(const struct fold *f, size_t from, size_t to, size_t *src_from, size_t *src_to);

/* A shadow put together from others and from words of one's own; zeroed it is empty. */
struct fold_join {
	struct buf text;
	struct fold_run *runs;
	size_t n_runs, cap;
};

/* All of f, whose source lies at `base`. */
void fold_join_all(struct fold_join *j, const struct fold *f, size_t base);
/* Shadow bytes [from, to) of f: whole characters. */
void fold_join_part(struct fold_join *j, const struct fold *f, size_t from, size_t to);
/* A word that stands for the source bytes [from, past), each byte of it for all of them. */
void fold_join_word(struct fold_join *j, struct str word, size_t from, size_t past);
/* What there is so far, borrowed; its `end` is that of the last part. */
struct fold fold_joined(const struct fold_join *j);
void fold_join_clear(struct fold_join *j);
void fold_join_free(struct fold_join *j);

#endif
