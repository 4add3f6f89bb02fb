/* A folded shadow of a text: NFKC (full-width digits and brackets become plain), with a map back,
 * so that what is found in the shadow is told in bytes of the text itself. The text is never
 * changed. */
#ifndef GOUJI_BASE_FOLD_H
#define GOUJI_BASE_FOLD_H

#include "base/str.h"

enum fold_flags {
	FOLD_PLAIN = 0,
	FOLD_SPACE = 1 << 0, /* drop white space and line breaks */
	FOLD_PUNCT = 1 << 1, /* drop punctuation and symbols (Unicode P* and S*) */
	FOLD_CASE = 1 << 2,  /* lower case */
};

struct fold {
	struct str text; /* the shadow, valid UTF-8 */
	size_t *back;	 /* back[i]: offset in the source of the character that gave shadow byte i;
			    text.n + 1    entries, the last one the source's length */
	size_t *past; /* past[i]: offset in the source just past that character; text.n entries */
};

/* src must be valid UTF-8. Owned by the fold until fold_free(). */
void fold_make(struct fold *f, struct str src, unsigned flags);
void fold_free(struct fold *f);
/* The source range that shadow bytes [from, to) came from; an empty range gives an empty one. */
void fold_range(const struct fold *f, size_t from, size_t to, size_t *src_from, size_t *src_to);

#endif
