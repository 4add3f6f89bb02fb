/* A text that lost all that stood between the cells of its tables, line ends too:
 * "公开00000003.危及“三安全一稳定”0000000（四）无法提供". It is broken where a row's digits end and
 * the next row's number begins. The lines of the document stay what they are; the pieces are lines
 * of the layout, and which digits are which cell's is the table's business. */
#ifndef GOUJI_IMPORT_ROWLESS_H
#define GOUJI_IMPORT_ROWLESS_H

#include "base/str.h"

/* Are there so many such places that it is no chance? */
bool rowless_is_due(struct str text);

/* Where the next row begins in bytes [at, to) of such a text; `to` where none does. */
size_t rowless_next(struct str text, size_t at, size_t to);

#endif
