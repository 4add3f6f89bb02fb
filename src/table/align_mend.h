/* Readings of a row whose numbers blanks have broken or joined, for align(); always in doubt. */
#ifndef GOUJI_TABLE_ALIGN_MEND_H
#define GOUJI_TABLE_ALIGN_MEND_H

#include "table/align.h"

static inline bool token_is_filled(const struct token *t)
{
	return t->reading.kind != READ_EMPTY;
}

/* The form's column that stands at place k from the left. */
size_t align_column_at(const struct columns *c, size_t k);
/* The tokens are the columns in their order. */
void align_take(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* Counts that come right when several numbers in one cell are taken apart, or one in two cells
 * joined. */
bool align_mended(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* As many cells as columns, one of them broken by blanks, and the sum does not hold: taken apart
 * where that makes it hold, else in doubt as it is. */
bool align_broken(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);

#endif
