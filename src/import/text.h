/* The importer of plain text. An importer is given a new document and the file's bytes, which stay
 * good until it returns, and puts all there is; it does not seal the document. */
#ifndef GOUJI_IMPORT_TEXT_H
#define GOUJI_IMPORT_TEXT_H

#include "base/err.h"
#include "doc/sink.h"
#include "import/import.h"

bool import_text(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);

#endif
