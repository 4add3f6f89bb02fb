/* Placing: from a stream of tokens to the cells of one table of one form.
 *
 * A placing is an attempt; report.c tries each form and keeps the one whose labels are there.
 * Values are placed by the row label they follow and by their column; what has no label is placed
 * by its order only where the count leaves one way, and is then in doubt. */
#ifndef GOUJI_TABLE_PLACE_H
#define GOUJI_TABLE_PLACE_H

#include "table/report.h"
#include "table/stream.h"

struct placing {
	const struct form_table *def;
	const struct form *form;
	const struct label_set *labels;
	struct stream *stream;
	const char *const *row_owner; /* by row of the stream: label_book_owners() */
	const struct mend *mends;     /* a reviewer's, n_mends of them */
	size_t n_mends;
	size_t row_from, row_to; /* the stream's rows to look at */
	bool *row_used;	       /* by row of the stream: tables placed already, and then this one */
	struct cell *cells;    /* def->n_cells of them, `def` set, else zero: missing */
	size_t misfits;	       /* rows with values, but not as many as the form has columns */
	size_t labels_read;    /* rows, columns and blocks of the form that were read: the attempt's
				  worth */
	struct text_span span; /* of all labels and values used */
};

/* FORM_ROWS: each row of the form is a label with its values behind it; rows whose label is lost
 * are placed where as many are missing as lie there without one. */
void place_rows(struct placing *p);
/* FORM_WIDE: all values in one line under two lines of headings. */
void place_wide(struct placing *p);

/* What the reviewer's mends say (mended.c). */
/* Is there a mend of that kind at the stream's row? */
bool place_is_mended(const struct placing *p, enum mend_kind kind, size_t row);
/* Does another row begin at the token, within a printed one? */
bool place_splits_at(const struct placing *p, const struct token *t);
/* The form's row, in this table, that the stream's row is said to be; begin: of its part that was
 * split off at that token, NULL: of what comes before all such. STR_NONE where nothing is said. */
size_t place_mended_row(const struct placing *p, size_t row, const struct token *begin);
/* How far to the right the cells of the form's row are moved. */
long place_shift_of(const struct placing *p, const struct form_row *row);

/* The table's labels that a token may be: label_search(). */
static inline size_t place_labels(const struct placing *p, const struct token *t,
	enum label_kind kind, struct label_match *out, size_t max)
{
	return label_search(p->labels, token_label(t), kind, out, max);
}

/* How many columns the form's row has. */
static inline size_t place_columns_of(const struct placing *p, size_t row)
{
	return p->def->blocks[p->def->rows[row].block].n_columns;
}
/* How many the widest row has. */
static inline size_t place_most_columns(const struct placing *p)
{
	size_t most = 0;
	for (size_t b = 0; b < p->def->n_blocks; b++)
		if (p->def->blocks[b].n_columns > most)
			most = p->def->blocks[b].n_columns;
	return most;
}
static inline const struct form_identity *place_row_sum(const struct placing *p)
{
	return form_row_sum(p->form, p->def);
}

/* How a cell came to its place. */
struct placed {
	const struct token *label;   /* NULL: by order */
	const struct token *heading; /* NULL: none was read */
	const char *how;	     /* static */
	bool doubt;
	bool settled; /* its row adds up: its place in the document is no matter */
};

/* One cell from the token printed there. */
void place_cell(struct placing *p, size_t cell, const struct token *t, struct placed how);
/* The cell is in doubt, for the reason that `how` stands for; static. */
void cell_doubt(struct cell *c, const char *how);
/* An empty cell: nothing at all is printed in it, no mark either. */
static inline bool cell_is_hole(const struct cell *c)
{
	return c->state == CELL_BLANK && text_span_empty(c->span);
}
static inline bool cell_is_printed(const struct cell *c)
{
	return c->state != CELL_MISSING && !cell_is_hole(c);
}
/* How well the token is a label of that kind. */
enum label_fit place_label_fit(
	const struct placing *p, const struct token *t, enum label_kind kind);
/* A label of this table's columns or blocks, or a group: no value, no row. */
bool place_is_heading(const struct placing *p, const struct token *t);

#endif
