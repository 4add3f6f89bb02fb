/* Aligning the cells behind a row label with the form's columns. */
#ifndef GOUJI_TABLE_ALIGN_H
#define GOUJI_TABLE_ALIGN_H

#include "form/form.h"
#include "table/stream.h"

#define ALIGN_COLUMNS_MAX 32

/* What is known of a table's columns before a row is aligned. */
struct columns {
	size_t n;
	size_t heading[ALIGN_COLUMNS_MAX]; /* grid column each stands in, STR_NONE where not read */
	const struct token *head[ALIGN_COLUMNS_MAX]; /* the heading itself; NULL where not read */
	const struct form_identity *sum; /* the row identity that may tell; NULL: none */
	bool total_first;		 /* the declared total is printed before its parts */
	size_t read[ALIGN_COLUMNS_MAX];	 /* when each column's heading was read, from 1; 0: never */
	bool first_told;		 /* rows add up only with the total first */
	bool full;			 /* some row has all its cells */
	bool mixed;			 /* the headings are not in the form's order */
	bool shaky;   /* rows with all their cells do not stand under these headings */
	bool flush;   /* values begin right behind the label, in each row that can tell */
	size_t cells; /* where flush: cells behind each label; STR_NONE where that differs */
	size_t end;   /* where flush: the grid column that each row ends before; STR_NONE as well */
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
/* Does the row's sum hold, with numbers that could tell (a total that is not zero)? */
bool align_sum_holds(const struct columns *c, const struct alignment *a);

/* Is the first cell or the last an empty one, and the row's sum broken, or not to be told? Then the
 * others may have moved into the place of one that was lost. */
bool align_lacks_edge(const struct columns *c, const struct alignment *a);

#endif
