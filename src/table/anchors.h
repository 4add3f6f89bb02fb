/* Labels among numbers that were counted: where one stands right where the count has its row begin,
 * both say the same. */
#ifndef GOUJI_TABLE_ANCHORS_H
#define GOUJI_TABLE_ANCHORS_H

#include "table/place.h"

/* A table's numbers, one behind another, row by row; all rows have as many. */
struct counted_rows {
	const struct token *const *values;
	size_t rows, columns;
};

/* The rows that lie between two labels which stand just so many rows of numbers apart as the form
 * has there, or between such a one and an end of the table; none where hardly any label does.
 * `p`: the table's labels, and where they are looked for. The caller frees. */
bool *anchors_confirm(const struct placing *p, const struct counted_rows *c);

/* The rows whose own label stands right before their first number. The caller frees. */
bool *anchors_own(const struct placing *p, const struct counted_rows *c);

/* Do the begins of all headings but two, or the headings, stand before the first number as the form
 * has them, a total wherever? */
bool anchors_have_headings(const struct placing *p, const struct counted_rows *c);

#endif
