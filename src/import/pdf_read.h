/* What pdftotext and pdftoppm say to the document. Runs in the sandbox. */
#ifndef GOUJI_IMPORT_PDF_READ_H
#define GOUJI_IMPORT_PDF_READ_H

#include "base/err.h"
#include "import/feed.h"

/* words: the output of `pdftotext -bbox-layout`; pictures: that of pdftoppm (pdf_rules.h). */
bool pdf_read(struct feed *out, int words, int pictures, struct err *err);

#endif
