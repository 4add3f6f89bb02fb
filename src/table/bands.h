/* Numbers that a program read from a page column by column, or a few columns at a time.
 *
 * A table goes over pages, and on each of them its columns stand in bands, one behind another, each
 * of them row by row: all columns in one are the table's own order. Where the bands are nothing
 * tells but the form's sums. */
#ifndef GOUJI_TABLE_BANDS_H
#define GOUJI_TABLE_BANDS_H

#include "table/stream.h"

/* Puts a table's numbers, `v` of them as many as it has cells in one block, in an order so that its
 * sums hold: row by row into out, each row as it is printed, with the total last or first; NULL
 * what the sums leave open, and where several such orders differ. Bands that begin where a blank
 * line or words part the numbers (parted[i]: v[i] from the one before) are looked for first. false:
 * there is none with few bands but as they were read, and out is what it was. */
bool bands_order(const struct form *form, const struct form_table *def, bool total_first,
	const struct token *const *v, const bool *parted, const struct token **out);

#endif
