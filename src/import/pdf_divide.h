/* The lines of a column of labels, divided among the rows beside them.
 *
 * Only pdf_*.c include this. */
#ifndef GOUJI_IMPORT_PDF_DIVIDE_H
#define GOUJI_IMPORT_PDF_DIVIDE_H

#include "import/pdf_table.h"

/* Lines [from, to) are a label beside which nothing is printed, behind so many rows. */
struct pdf_blank {
	size_t rows, from, to;
};

/* Lines of one column of labels, and the rows beside them. */
struct pdf_labels {
	struct pdf_table *t;
	size_t col;
	bool leaf;	   /* its labels are one row high */
	bool numbered;	   /* its labels begin with numbers */
	bool ends_page;	   /* the last of them is the last thing on the page */
	VEC(size_t) lines; /* one atom each: the first of a line in the column */
	size_t row, n_rows;
	size_t with_values; /* so many rows have values; the others come behind them */
	size_t blank;	    /* the first of its rows that have nothing but a label */
	size_t *run_from;   /* by row: lines [run_from, run_to) are its label */
	size_t *run_to;
	VEC(struct pdf_blank) blanks;
};

/* Which of a label is level with its row: the middle of it, its first line, its last. */
enum pdf_hang { PDF_HANG_MIDDLE, PDF_HANG_FIRST, PDF_HANG_LAST, PDF_HANG_WAYS };

static inline const struct pdf_atom *pdf_line_of(const struct pdf_labels *c, size_t i)
{
	return &c->t->atoms.v[c->lines.v[i]];
}

/* Does the atom belong to column c of labels? One over several belongs to the last of them, where
 * leaves are. */
static inline bool pdf_is_in(const struct pdf_atom *a, size_t col)
{
	return a->col + a->colspan - 1 == col;
}

/* Does a label begin with line i? What stands left of it on the line is of a label beside it. */
bool pdf_begins_numbered(const struct pdf_labels *c, size_t i);

/* What it costs that lines [from, to) are beside the row. */
double pdf_cost_of_place(
	const struct pdf_labels *c, size_t row, size_t from, size_t to, enum pdf_hang hang);

/* false: too many. The division is kept where asked. */
bool pdf_divide(struct pdf_labels *c, enum pdf_hang hang, double *cost, bool keep);

/* Too many for that: each line is of the row nearest to it. */
void pdf_divide_by_nearness(struct pdf_labels *c);

#endif
