/* Numbers and marks that stand among a table's and are none of its cells'. */
#ifndef GOUJI_TABLE_STRAYS_H
#define GOUJI_TABLE_STRAYS_H

#include "doc/doc.h"
#include "table/stream.h"

/* Takes out of the n values, in the text's order, those that are no cells, where there are more
 * than `cells`. How many are left; loose: some may be cells for all that is known. */
size_t strays_drop(
	const struct doc *d, const struct token **values, size_t n, size_t cells, bool *loose);

#endif
