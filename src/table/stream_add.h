/* What makes a stream: a row, and the tokens of it. */
#ifndef GOUJI_TABLE_STREAM_ADD_H
#define GOUJI_TABLE_STREAM_ADD_H

#include "table/stream.h"

/* A cell longer than this (bytes) is no label. */
#define STREAM_LABEL_MAX 400

/* A new row, of block number `grid`; it takes the tokens added next. */
struct token_row *stream_open_row(struct stream *s, size_t grid, size_t at);
/* The text there as the row's next token. Sets s->cut where there is no room for it. */
void stream_add_token(struct stream *s, const struct doc *d, struct text_span span, size_t col,
	const struct value_words *words);
/* A paragraph: no row where it is prose, else one, or two where headings run on into a row. */
void stream_add_para(struct stream *s, const struct doc *d, const struct block *b, size_t number,
	const struct value_words *words);
/* The next word, read in *r; with the next, where that is its number's unit, or it that one's sign:
 * "0 万元", "减 12". */
struct text_span stream_next_value(
	struct str text, size_t at, const struct value_words *words, struct reading *r);

#endif
