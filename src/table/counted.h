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
	bool loose;  /* what was left out as no cell may be one */
	enum proof proof;
	bool uneven; /* more columns do not add up than rows would explain that do not */
};

/* Rows of the stream. */
struct counted_window {
	size_t from, to;
};

/* Where a table's numbers may stand beside its own region: without what is left of the table before
 * it, which a program that read a page column by column put behind the heading; and with what
 * stands behind the next heading, before that table's labels (counted_windows.c). How many such
 * there are.
 */
enum { COUNTED_WINDOWS = 3 };
size_t counted_windows(const struct builder *b, const struct built *t, struct counted_window own,
	struct counted_window out[COUNTED_WINDOWS]);

/* Stand numbers of it there, as many as a row has columns at least? */
bool counted_goes_on(const struct builder *b, const struct built *t);

/* Do the labels among the numbers, as far as they were read, stand in the form's order (but for
 * few), and are they all this table's? */
bool counted_labels_agree(const struct counted *c);

#endif
