/* Words of one line that are several cells', run on into one another: "…本年处理决定数量行政处罚",
 * "…法律服务机构其他一、本年新收政府信息公开申请数量". */
#ifndef GOUJI_TABLE_RUN_ON_H
#define GOUJI_TABLE_RUN_ON_H

#include "table/book.h"

/* The byte at which the row's label begins that the words end in, right behind another label or a
 * section's heading; 0 where they end in none so, or are a label from the first. */
size_t run_on_label(struct str words, const struct label_book *book);

/* Are the words headings, at least two run on, of which so many values behind them may be all the
 * values of a table whose rows stand side by side? */
bool run_on_heads(struct str words, size_t values, const struct label_book *book);

/* The stream's rows from `row` on: such headings and values in one row come apart. */
void rows_split_heads(struct stream *s, size_t row);

#endif
