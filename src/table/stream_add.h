/* What makes a stream: a row, and the tokens of it. */
#ifndef GOUJI_TABLE_STREAM_ADD_H
#define GOUJI_TABLE_STREAM_ADD_H

#include "table/stream.h"

/* A new row, of block number `grid`; it takes the tokens added next. */
struct token_row *stream_open_row(struct stream *s, size_t grid, size_t at);
/* The text there as the row's next token. Sets s->cut where there is no room for it. */
void stream_add_token(struct stream *s, const struct doc *d, struct text_span span, size_t col,
	const struct value_words *words);

#endif
