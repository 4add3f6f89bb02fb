/* Labels that a page's width broke over several lines of plain text. */
#ifndef GOUJI_TABLE_WRAPPED_H
#define GOUJI_TABLE_WRAPPED_H

#include "doc/doc.h"
#include "table/book.h"

/* "（二）部分公开（区分处理", "的，只计这一情形，不计其", "他情形） 3 0 0 0 0 0 3": where the lines
 * around a row of numbers make a row's label to the letter, and none of them does alone, they
 * become that row's label and are left without tokens (token_row.rest_of). Before, behind, or
 * around the numbers, as the cell was aligned. Nothing that is not to the letter is joined. */
void labels_unwrap(struct stream *s, const struct doc *d, const struct label_book *b);
/* The same of a label whose lines have the names of its groups before it, wrapped likewise: of
 * those lines the last words are taken, and the others stay. */
void labels_unwrap_beside(struct stream *s, const struct doc *d, const struct label_book *b);

#endif
