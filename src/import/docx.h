/* The importer of DOCX (ECMA-376 WordprocessingML in a ZIP archive), as Word and WPS write it. The
 * document's source is the text extracted: a paragraph a line, a row of a table a line with tabs
 * between its cells. Tracked changes are taken as accepted; headers, footers and notes are left
 * out. As text.h describes importers. */
#ifndef GOUJI_IMPORT_DOCX_H
#define GOUJI_IMPORT_DOCX_H

#include "base/err.h"
#include "doc/sink.h"
#include "import/import.h"

bool import_docx(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);

#endif
