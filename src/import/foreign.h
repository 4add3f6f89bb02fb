/* Kinds of files that reports come in and no reader is for: known by their bytes, so that one who
 * brings such a file is told what it is and what makes it readable. */
#ifndef GOUJI_IMPORT_FOREIGN_H
#define GOUJI_IMPORT_FOREIGN_H

#include "base/str.h"

/* What it is and what to do, in the language shown; static. NULL: no such kind. */
const char *foreign_advice(struct str bytes);

#endif
