/* Rows of a table whose cells stand a line each, the empty ones, too. */
#ifndef GOUJI_TABLE_UNFOLD_H
#define GOUJI_TABLE_UNFOLD_H

#include "table/stream.h"

/* The stream's rows from `row` on, all of one grid, to rows of the table; they stay as they are
 * where nothing tells how wide those are. */
void rows_unfold(struct stream *s, size_t row);

#endif
