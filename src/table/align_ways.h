/* The ways of reading a row that align() tries, and what tells whether they are right. */
#ifndef GOUJI_TABLE_ALIGN_WAYS_H
#define GOUJI_TABLE_ALIGN_WAYS_H

#include "table/align.h"

static inline bool token_is_filled(const struct token *t)
{
	return t->reading.kind != READ_EMPTY;
}

static inline bool token_is_hole(const struct token *t)
{
	return t && t->reading.kind == READ_EMPTY;
}

/* The form's column that stands at place k from the left. */
size_t align_column_at(const struct columns *c, size_t k);
/* The tokens are the columns in their order. */
void align_take(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* Each filled cell to the column under whose heading it stands; one that is printed over several
 * grid columns may be repeated there. false where one stands under none, or beside another. */
bool align_headed(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* Is the first cell or the last an empty one, and the row's sum broken, or not to be told? Then the
 * others may have moved into the place of one that was lost. */
bool align_lacks_edge(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a);
/* Fewer filled cells than columns, but cells enough: the window of cells that are the columns. It
 * holds all filled ones; of several the one that adds up is meant, or the headings', else the one
 * behind the label. Sum and headings must not differ, and headings that full rows don't stand under
 * tell little. */
void align_window(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* Counts that come right when several numbers in one cell are taken apart, or one in two cells
 * joined; in doubt but where numbers stand far apart in one cell and add up. */
bool align_mended(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);
/* As many cells as columns, one of them broken by blanks, and the sum does not hold: taken apart
 * where that makes it hold, else in doubt as it is. */
bool align_broken(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *out);

#endif
