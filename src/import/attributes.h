/* Pandoc's attributes in Markdown: "[0]{lang="EN-US" style="color:black"}", "# 标题 {#id .class}".
 * They are no words of the report, and are told by what stands between the braces. */
#ifndef GOUJI_IMPORT_ATTRIBUTES_H
#define GOUJI_IMPORT_ATTRIBUTES_H

#include "base/mem.h"
#include "base/str.h"
#include "doc/doc.h"

struct attributes {
	VEC(struct text_span) hidden; /* in order: blocks, and the square brackets before them */
	size_t at;		      /* of those: what attributes_hide() looks at next */
};

/* Is there a block of attributes in the bytes? */
bool attributes_there(struct str text);
void attributes_find(struct str text, struct attributes *out);
void attributes_free(struct attributes *a);
/* Is the byte at `at` part of what is hidden? Asked front to back. */
bool attributes_hide(struct attributes *a, size_t at);

#endif
