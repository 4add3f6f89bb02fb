/* The importer of PDF: pdftotext (poppler-utils) tells which word lies where, and from that lines,
 * paragraphs and tables are found again. The document's source is the text extracted. As text.h
 * describes importers. */
#ifndef GOUJI_IMPORT_PDF_H
#define GOUJI_IMPORT_PDF_H

#include "base/err.h"
#include "doc/sink.h"
#include "import/import.h"

bool import_pdf(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);

#endif
