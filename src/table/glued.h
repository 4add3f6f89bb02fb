/* Rows that lost the white space between their numbers: "000000000000000". What digits come apart
 * to is table/digits.h's; here they become cells. */
#ifndef GOUJI_TABLE_GLUED_H
#define GOUJI_TABLE_GLUED_H

#include "table/digits.h"
#include "table/lines.h"

/* A token of digits as rows * columns tokens, for the caller to free(): numbers, or unreadable ones
 * where the digits come apart in several ways. NULL where they are fewer, or
 * more than so many numbers have, or it is no such token.
 * told: what tells the way. */
struct token *token_part(const struct token *t, size_t rows, size_t columns,
	const struct form_identity *sum, enum digits_parting *told);

/* Lines of one run of digits, where the form has several columns, get a cell a number. `split` is
 * set where it is not sure which. */
void lines_part(const struct placing *p, struct lines *l);

#endif
