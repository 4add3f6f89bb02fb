/* Tables whose blocks lie on their side one below another: above each block's numbers stand the
 * labels of its rows, and before them those of its columns. */
#ifndef GOUJI_TABLE_BLOCKS_H
#define GOUJI_TABLE_BLOCKS_H

#include "table/stream.h"

/* Does the grid hold such a table, and nothing else with numbers? Then *out is a copy of it whose
 * blocks are turned about, and the caller frees its cells; else false. */
bool grid_turn_blocks(const struct doc *d, const struct grid *g, const struct value_words *words,
	const struct label_book *book, struct grid *out);

#endif
