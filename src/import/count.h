/* Counting as word processors do: 一二三, 甲乙丙, 壹贰叁, ①②③, i ii iii, a b c. */
#ifndef GOUJI_IMPORT_COUNT_H
#define GOUJI_IMPORT_COUNT_H

#include "base/str.h"

/* The number in a format of ECMA-376 (ST_NumberFormat), appended; one that is not known counts in
 * digits. */
void count_put(const char *format, long number, struct buf *out);

#endif
