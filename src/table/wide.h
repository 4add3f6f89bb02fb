/* Placing a table whose rows stand side by side in one line (FORM_WIDE). */
#ifndef GOUJI_TABLE_WIDE_H
#define GOUJI_TABLE_WIDE_H

#include "base/mem.h"
#include "table/place.h"

/* A run of rows that hold nothing but values. */
struct wide_run {
	VEC(const struct token *) cells;
	size_t filled;
	size_t row, n_rows;
	bool narrow;	      /* a cell a line: nothing tells where an empty cell belongs */
	struct token *parted; /* owned: its cells, where digits had run together; else NULL */
	bool split;	      /* and the sums alone tell which they are, or nothing does */
};

/* Does the row hold nothing but values? */
bool wide_is_value_row(const struct placing *p, const struct token_row *r);
/* Is it a heading of this table and hardly of another? */
bool wide_is_telling(const struct placing *p, const struct token *t);

/* Doubts all that is given, or what of the run's placed cells may be another's. */
void wide_doubt_all(struct placing *p, const char *how);
void wide_doubt(struct placing *p, const struct wide_run *run);

/* Where no line has all its values: the rows one by one, each under headings of its own or behind
 * its label; two of them at least. false: there are none such, and nothing was placed. */
bool wide_place_parts(struct placing *p);

#endif
