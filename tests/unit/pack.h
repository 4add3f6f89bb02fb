/* ZIP archives made in memory. */
#ifndef GOUJI_TESTS_PACK_H
#define GOUJI_TESTS_PACK_H

#include <stdbool.h>

#include "base/str.h"

struct pack_part {
	const char *name;
	struct str bytes;
	bool stored; /* not compressed */
};

/* An archive of the parts, appended to out (new). Where the program was built without libzip
 * nothing is put and false returned. */
bool pack(const struct pack_part *parts, size_t n, struct buf *out);
/* A DOCX of these parts; numbering and styles may be empty. */
bool pack_docx(struct str document, struct str numbering, struct str styles, struct buf *out);

#endif
