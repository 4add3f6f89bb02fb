/* Numbers that a cell too narrow for them broke over two lines of a page. */
#ifndef GOUJI_TABLE_HALVES_H
#define GOUJI_TABLE_HALVES_H

#include "table/book.h"

/* "16" right above the "21" of a row: where a page's lines are rows of the grid, each number of a
 * row stands right above or below another's, and those above are as wide as their column gets, they
 * may be the halves of one (token.half), and what else is in the row of the few is another's. Not
 * where both rows have a label of their own. Behind labels_unwrap(). */
void halves_find(struct stream *s, const struct doc *d, const struct label_book *book);

#endif
