/* The parts of a DOCX archive to blocks. Runs in the sandbox. */
#ifndef GOUJI_IMPORT_DOCX_READ_H
#define GOUJI_IMPORT_DOCX_READ_H

#include "import/docx_numbers.h"
#include "import/feed.h"

/* document: the main part's XML. */
bool docx_read(
	struct feed *out, struct str document, struct docx_numbers *numbers, struct err *err);

#endif
