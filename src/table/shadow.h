/* The shadow of prose that patterns are written for: NFKC, no white space beside a Han, markup (* #,
 * and = at a line's edges) and what is not seen dropped, line ends kept; with a map back to the document's text. */
#ifndef GOUJI_TABLE_SHADOW_H
#define GOUJI_TABLE_SHADOW_H

#include "base/utf8.h"
#include "doc/doc.h"

struct shadow {
	struct str text;
	struct utf8_set chars; /* of it */
	size_t *back; /* text offset of the character behind each shadow byte; text.n + 1 entries */
	size_t *past;
};

void shadow_make(struct shadow *s, const struct doc *d, struct text_span span);
/* Drops the line ends within sentences, where lines of prose are broken at a page's width. */
void shadow_unwrap(struct shadow *s);
void shadow_free(struct shadow *s);
/* The text behind shadow bytes [from, to). */
struct text_span shadow_span(const struct shadow *s, size_t from, size_t to);

#endif
