/* A row's label and the first of its numbers in one cell: "4.保护第三方合法权益 2 | 0 | 0 …". */
#ifndef GOUJI_TABLE_NUMBERED_H
#define GOUJI_TABLE_NUMBERED_H

#include "table/stream.h"

/* In the stream's rows from `row` on, which are a grid's: where a cell is missing behind such a
 * label, or the first is empty, the number becomes a token. All of that row is unsure. */
void rows_split_labels(
	struct stream *s, const struct doc *d, size_t row, const struct value_words *words);

#endif
