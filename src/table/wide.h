/* Placing a table whose rows stand side by side in one line (FORM_WIDE). */
#ifndef GOUJI_TABLE_WIDE_H
#define GOUJI_TABLE_WIDE_H

#include "base/mem.h"
#include "table/align.h"
#include "table/place.h"

/* The order in which the columns of each row are printed: the form's own, or its total first, or
 * another that the headings say. */
struct wide_order {
	bool told; /* by all the headings, which are the same for each of the table's rows */
	bool total_first;
	bool close; /* some of them have a wrong character: only where no sum says otherwise */
	bool permuted;
	uint8_t columns[ALIGN_COLUMNS_MAX]; /* where permuted: the form's, by place */
};

/* The order in which the rows stand side by side. */
struct wide_rows {
	size_t at[ALIGN_COLUMNS_MAX]; /* the form's row, by place */
	bool doubt;		      /* their labels may mean another */
};

/* A run of rows that hold nothing but values. */
struct wide_run {
	VEC(const struct token *) cells;
	size_t filled;
	size_t row, n_rows;
	bool narrow;	      /* a cell a line: nothing tells where an empty cell belongs */
	struct token *parted; /* owned: its cells, where digits had run together; else NULL */
	bool split;	      /* and the sums alone tell which they are, or nothing does */
	struct wide_order order;
	struct wide_rows rows;
};

/* Does the row hold nothing but values? */
bool wide_is_value_row(const struct placing *p, const struct token_row *r);
/* Is it a heading of this table and hardly of another? */
bool wide_is_telling(const struct placing *p, const struct token *t);

/* Is it the heading of a column, and of which? At least as well as so. */
bool wide_is_head(
	const struct placing *p, const struct token *t, enum label_fit least, size_t *column);
/* The order that the headings of n columns say, which of the form's columns they are by place;
 * untold where they are not each of them once. */
struct wide_order wide_order_of(const size_t *columns, size_t n);
/* What is printed in place k of n is the form's column so-and-so. */
size_t wide_order_column(struct wide_order order, size_t k, size_t n);
/* What the headings above the run say, and in its own row before its values. */
struct wide_order wide_order_read(const struct placing *p, const struct wide_run *run);
/* And what the rows' labels say. */
struct wide_rows wide_rows_read(const struct placing *p, const struct wide_run *run);
/* Whether the rows' sums, with the values as they were aligned by place, bear it out; where nothing
 * tells the order they may say that the total is first, but never for certain. */
bool wide_order_judge(const struct placing *p, const struct alignment *a, struct wide_order *order);

/* The table's cell whose value stands in the run's place k. */
size_t wide_cell_at(const struct placing *p, const struct wide_run *run, size_t k);

/* Doubts all that is given, or what of the run's placed cells may be another's. */
void wide_doubt_all(struct placing *p, const char *how);
void wide_doubt(struct placing *p, const struct wide_run *run);

/* Where no line has all its values: the rows one by one, each under headings of its own or behind
 * its label; two of them at least. false: there are none such, and nothing was placed. */
bool wide_place_parts(struct placing *p);

#endif
