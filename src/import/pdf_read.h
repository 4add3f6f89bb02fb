/* What pdftotext says to the document. Runs in the sandbox. */
#ifndef GOUJI_IMPORT_PDF_READ_H
#define GOUJI_IMPORT_PDF_READ_H

#include "base/err.h"
#include "import/feed.h"

/* fd: the output of `pdftotext -bbox-layout`. */
bool pdf_read(struct feed *out, int fd, struct err *err);

#endif
