/* The headings of columns and blocks, as rows of them go by: which column each names, where it
 * stands and when it was read. The sets of columns they open belong to the lines. */
#ifndef GOUJI_TABLE_HEADINGS_H
#define GOUJI_TABLE_HEADINGS_H

#include "table/lines.h"

struct headings {
	const struct placing *p;
	struct lines *out;
	struct columns *columns; /* in force, by block */
	bool open;		 /* the row before was a row of headings */
	size_t readings;	 /* headings of columns so far */
	bool *seen;		 /* by block * ALIGN_COLUMNS_MAX + column */
};

void headings_init(struct headings *h, const struct placing *p, struct lines *out);
void headings_free(struct headings *h); /* the columns stay */
/* Takes a row of the stream as headings if some of it are; `before`: what stands before the row's
 * label, where that is most of the headings, for all of the table may lie in one row. */
bool headings_take(struct headings *h, size_t row, const struct token *before);
/* The column whose heading the core is by the signs that the form's file tells; false where there
 * is none such, or several. */
bool headings_signed(const struct form_table *def, struct str core, struct label_match *m);
/* Words in a row of headings: kept if they are none of the table's. */
void headings_see_strange(struct headings *h, const struct token *t, size_t row);
/* Keeps the words of a row right below headings, or above the first lines, none of which is the
 * table's, if that is what the row is. */
bool headings_take_strange(struct headings *h, size_t row);
/* A heading was read, wherever it stands. */
void headings_see(struct headings *h, const struct label_match *m);

#endif
