/* Bytes to UTF-8 with a map back to the bytes: BOM, then strict UTF-8, then strict GB18030. A label in
 * the file is only a hint; gb2312 and gbk are read as GB18030 (else — becomes U+2015). */
#ifndef GOUJI_IMPORT_DECODE_H
#define GOUJI_IMPORT_DECODE_H

#include "base/err.h"
#include "doc/sink.h"

/* Puts the decoded text of `bytes` (the document's source) into the document: "\r\n" and "\r" become
 * "\n", a byte order mark is left out. `encoding` is a name iconv knows, or NULL to find out. false:
 * neither encoding fits (err says where each fails), it is binary (NUL bytes), the name means nothing. */
bool decode_text(struct doc *d, struct str bytes, const char *encoding, struct err *err);

#endif
