/* Converters behind decode.h: each puts the text of `bytes` from `from` on into the document, line
 * ends made "\n", every character mapped to its bytes; or, with d NULL, only looks whether it
 * could. Strict: false with *bad the offset of the first byte that fits no character; what was put
 * until then stays, so look first. */
#ifndef GOUJI_IMPORT_CONVERT_H
#define GOUJI_IMPORT_CONVERT_H

#include <stdbool.h>

#include "doc/sink.h"

bool convert_utf8(struct doc *d, struct str bytes, size_t from, size_t *bad);
bool convert_gb18030(struct doc *d, struct str bytes, size_t from, size_t *bad);
/* By a name iconv knows (convert_knows), a character a step: slower, for the encodings few files
 * have. */
bool convert_named(struct doc *d, struct str bytes, size_t from, const char *name, size_t *bad);
bool convert_knows(const char *name);

#endif
