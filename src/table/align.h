/* Aligning the cells behind a row label with the form's columns. */
#ifndef GOUJI_TABLE_ALIGN_H
#define GOUJI_TABLE_ALIGN_H

#include "form/form.h"
#include "table/stream.h"

#define ALIGN_COLUMNS_MAX 32

/* How a place in a row is told. */
enum place_by {
	PLACE_GRID,   /* by the grid's column */
	PLACE_BEHIND, /* by how many cells stand between it and the label */
	PLACE_WAYS
};

/* What is known of a table's columns before a row is aligned. */
struct columns {
	size_t n;
	size_t heading[ALIGN_COLUMNS_MAX]; /* grid column each stands in, STR_NONE where not read */
	size_t heading_to[ALIGN_COLUMNS_MAX]; /* and the last, where it is printed over several */
	size_t head_row[ALIGN_COLUMNS_MAX];   /* the row of the stream it was read in */
	const struct token *head[ALIGN_COLUMNS_MAX]; /* the heading itself; NULL where not read */
	const struct form_identity *sum; /* the row identity that may tell; NULL: none */
	bool total_first;		 /* the declared total is printed before its parts */
	size_t read[ALIGN_COLUMNS_MAX];	 /* when each column's heading was read, from 1; 0: never */
	size_t above;	  /* when the first heading above several columns was read; 0: never */
	size_t above_row; /* and in which row of the stream */
	size_t over;	  /* when the heading above some of the columns only was read; 0: never */
	size_t over_row;  /* and in which row of the stream */
	size_t over_first, over_n; /* the columns it stands above */
	bool order_told;	   /* sums or headings tell whether the total is first or last */
	bool full;		   /* some row has all its cells */
	bool mixed;		   /* the headings are not in the form's order */
	bool moved;    /* so one of them stands behind some that the form has behind it */
	bool permuted; /* and they tell in which the columns are printed, the total's apart: */
	uint8_t order[ALIGN_COLUMNS_MAX]; /* the form's column, by place */
	bool twice[ALIGN_COLUMNS_MAX];	  /* the heading stands over another column, too */
	uint32_t again; /* columns, as bits, whose headings were read twice, a cell a line */
	bool vague; /* words that nobody can read are some column's heading, or two have the same */
	bool mistaken;	 /* and such words are the heading of some other table's column */
	bool lost;	 /* one column has neither a heading nor, in any row, a cell */
	size_t head_end; /* past the last grid column of the headings' rows; 0: none was read */
	bool headed;	 /* rows stand under all headings that were read, and none otherwise */
	bool damaged;	 /* some rows have lost cells, or have some too many */
	bool shaky;	 /* rows with all their cells do not stand under these headings */
	bool stood;	 /* some row does */
	bool added;	 /* none does, but some adds up as far as it stands there */
	bool flush;	 /* values begin right behind the label, in each row that can tell */
	bool reaches;	 /* rows end just as far behind their label as there are columns, none of
			    which lacks its heading */
	size_t cells;	 /* where flush: cells behind each label; STR_NONE where that differs */
	size_t end; /* where flush: the grid column that each row ends before; STR_NONE as well */
	uint64_t
		begins; /* where flush: the grid columns, as bits, that the rows' values begin in */
	size_t even;	/* the grid column before which most rows end, of a grid whose cells are the
			   source's own; 0 where that differs, or it is none such */
	size_t frame, frame_end; /* the first's grid column, and the one before which the last ends,
				    in rows that add up; 0 where they differ, or are too few */
	size_t rows;		 /* with a label and any number */
	size_t full_rows;	 /* of them those that show where each column is */
	bool shown;		 /* by a number in each */
	size_t whole_rows;	 /* those with as many cells as columns, empty ones too */
	size_t narrower_rows;	 /* those that lack a cell or two, others not being empty */
	size_t moved_rows;	 /* of them those whose last number is the sum of the others */
	uint64_t seen[PLACE_WAYS][ALIGN_COLUMNS_MAX]; /* places, as bits, of each in full rows */
};

struct alignment {
	const struct token *at[ALIGN_COLUMNS_MAX]; /* by column of the form; NULL: missing */
	const char *how;			   /* static */
	bool doubt;
	struct token joined; /* where two cells are read as one number: what at[] points to */
};

/* tokens: n of them, in reading order, empty ones too. */
void align(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* Moves what stands in the columns `by` of them to the right, to the left where negative. What
 * falls off is nobody's; what is printed in the row (tokens, as for align()) before the first
 * column or behind the last comes in; columns left over are missing. Not in doubt: a reviewer said
 * so. */
void align_shift(const struct columns *c, const struct token *const *tokens, size_t n, long by,
	struct alignment *a);
/* Do the cells stand under the headings, as far as these were read? */
bool align_under_headings(const struct columns *c, const struct alignment *a);
/* How many of the headings' places are known. */
size_t align_headings(const struct columns *c);
/* Has the row a cell under each of the headings, which lack one at most, and no other? */
bool align_fills_headings(const struct columns *c, const struct token *const *tokens, size_t n);
/* Does a row with all its cells stand under the headings? */
bool align_stands(const struct columns *c, const struct token *const *tokens, size_t n);
/* Does the row's sum hold, with numbers that could tell (a total that is not zero)? */
bool align_sum_holds(const struct columns *c, const struct alignment *a);

/* Do the parts not come to the total? Blanks are nothing. */
bool align_sum_breaks(const struct columns *c, const struct alignment *a);
/* Does what stands under the headings add up, to more than nothing? */
bool align_adds_up(const struct columns *c, const struct token *const *tokens, size_t n);

/* As wide as the rows of its grid, with a cell under each heading: none of them was lost. */
bool align_is_entire(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a);
/* Is the row shorter than those of its grid? Then a cell of it is lost. */
static inline bool align_is_shorter(
	const struct columns *c, const struct token *const *tokens, size_t n)
{
	return c->even > 0 && n > 0 && tokens[n - 1]->end < c->even;
}

#endif
