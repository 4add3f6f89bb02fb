/* The numbers of a table's region, which are counted to tell which is which (build_counted.c). */
#ifndef GOUJI_TABLE_COUNTED_H
#define GOUJI_TABLE_COUNTED_H

#include "table/build_forms.h"

enum proof {
	PROOF_NONE,
	PROOF_ROWS, /* sums of rows alone: nothing without labels */
	PROOF_BUT_ONE,
	PROOF_WHOLE,
};

/* What stands in a table's region. */
struct counted {
	const struct builder *b;
	const struct form *form;
	const struct form_table *def;
	const struct label_set *labels;
	size_t from, to;	     /* rows of the stream */
	VEC(const struct token *) v; /* all that is printed there as a number or a mark */
	bool total_first;
	bool either; /* the sums hold with the total at either end */
	bool torn;   /* some may be halves of others */
	enum proof proof;
};

/* Do the labels among the numbers, as far as they were read, stand in the form's order (but for
 * few), and are they all this table's? */
bool counted_labels_agree(const struct counted *c);

#endif
