/* Digits that stand without anything between them, as what took a table's words out of its cells
 * leaves them: "2000002" are the seven numbers of a row. */
#ifndef GOUJI_TABLE_DIGITS_H
#define GOUJI_TABLE_DIGITS_H

#include "base/str.h"
#include "form/form.h"

#define DIGITS_NUMBERS_MAX 32
#define DIGITS_NUMBER_LONGEST 9 /* of one number; of more than all such there are no rows */

enum digits_parting {
	DIGITS_SEVERAL, /* they come apart in several ways, or in none */
	DIGITS_ODD,	/* in one way, unless a number begins with a zero, and no sum confirms it */
	DIGITS_SUM,	/* in several ways, of which one adds up */
	DIGITS_ONE,	/* in one way: it adds up, or each is one digit and there is no sum */
};

/* Parts the digits, with others among them in no way, into rows * columns numbers. ends: where each
 * ends, in bytes. sum: of each row; NULL: none. */
enum digits_parting digits_part(struct str digits, size_t rows, size_t columns,
	const struct form_identity *sum, size_t ends[DIGITS_NUMBERS_MAX]);

/* Is the text digits and nothing else? */
bool digits_only(struct str text);

/* How many bytes at its end are digits, or signs that stand in numbers or for nothing. */
size_t digits_behind(struct str text);

#endif
