/* A table printed column by column, a cell a line: the labels of all rows, and then of each column
 * its heading and its numbers, as many as there are labels. */
#ifndef GOUJI_TABLE_TURN_H
#define GOUJI_TABLE_TURN_H

#include "table/book.h"

/* Such lines of the stream to rows of the table. Where not all rows add up, that number and label
 * belong together rests on their counts alone, so the numbers are unsure. */
void rows_turn(struct stream *s, const struct label_book *book);

#endif
