/* A column of the rows' own numbers before their labels: "1 | 一、本年新收 … | 23 | 5". */
#ifndef GOUJI_TABLE_ROW_NUMBERS_H
#define GOUJI_TABLE_ROW_NUMBERS_H

#include "table/stream.h"

/* Empties the cells of such a column in the stream's rows from `row` on, which are a grid's. */
void row_numbers_empty(struct stream *s, size_t row);

#endif
