/* The importer of plain text. An importer is given a new document and the file's bytes, which stay
 * good until it returns, and puts all there is; it does not seal the document. */
#ifndef GOUJI_IMPORT_TEXT_H
#define GOUJI_IMPORT_TEXT_H

#include "base/err.h"
#include "doc/sink.h"
#include "import/import.h"

/* Makes paragraphs and grids of the document's text there, whole lines of it. Grids may have
 * *cells_left cells in all, from which those put are taken. */
bool text_put_lines(struct doc *d, struct text_span span, size_t *cells_left, struct err *err);

bool import_text(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);

#endif
