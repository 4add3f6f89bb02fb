/* Words whose fonts claim to be far higher than their letters are, as fonts do that are drawn
 * letter by letter: their words would lie over the lines above and below. */
#ifndef GOUJI_IMPORT_PDF_TALL_H
#define GOUJI_IMPORT_PDF_TALL_H

#include "import/pdf_page.h"
#include "import/pdf_rules.h"

/* Makes such words as high as letters, where the last picture taken shows these to stand. */
void pdf_tall_mend(struct pdf_page *p, const struct pdf_pictures *pictures);

#endif
