/* Numbers that a program read from a page column by column, or a few columns at a time.
 *
 * A table goes over pages, and on each of them its columns stand in bands, one behind another, each
 * of them row by row: all columns in one are the table's own order. Where the bands are nothing
 * tells but the form's sums. */
#ifndef GOUJI_TABLE_BANDS_H
#define GOUJI_TABLE_BANDS_H

#include "table/stream.h"

/* The only way to put a table's numbers in order, `v` of them as many as it has cells in one block,
 * so that all its sums hold: row by row into out, each as it is printed, with the total last or
 * first. false: there is none with few bands but as they
 * were read, or more than one, and out is what it was. */
bool bands_order(const struct form *form, const struct form_table *def, bool total_first,
	const struct token *const *v, const struct token **out);

#endif
