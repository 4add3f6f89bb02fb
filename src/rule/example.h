/* A small report made up from words and cell values: what the examples of a rule are tried on, and
 * what tests of the rooms above start from. It has prose in sections, both as a report has them,
 * and the statutory tables of one form, a row a line, each value with its place in the text. */
#ifndef GOUJI_RULE_EXAMPLE_H
#define GOUJI_RULE_EXAMPLE_H

#include "table/report.h"

struct example_cell {
	const char *name; /* "requests/new/person" */
	const char
		*text; /* as printed: "39"; "" or a mark: blank; "?": the source lacks the cell */
};

struct example_text {
	const char *form;   /* "2019" */
	const char *prose;  /* a paragraph a line; lines that read as a section's heading begin it,
			     * one before  that reads as a title is that */
	const char *agency; /* NULL: none told */
	int year;	    /* 0: none told */
	const struct example_cell *cells; /* those that are not told print "0" */
	size_t n_cells;
	const char *without; /* a table that is not there; NULL: all are */
};

/* forms must outlive it; the form must exist. Freed with example_free(), not report_free(). */
struct report *example_report(const struct forms *forms, const struct example_text *text);
void example_free(struct report *r); /* NULL is fine */

#endif
