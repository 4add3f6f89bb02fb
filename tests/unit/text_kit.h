/* What the tests of documents made from text share: a document from a literal, its blocks in a
 * short notation, and the invariants every such document keeps. */
#ifndef GOUJI_TESTS_TEXT_KIT_H
#define GOUJI_TESTS_TEXT_KIT_H

#include "unit/unit.h"

#include "import/import.h"

/* Imports the bytes; fails the test where that fails. */
struct doc *kit_doc(struct str bytes);

/* One block after the other, " " between: p(text), m(text), reader{row / row} with " | " between
 * the cells of a row. A column without a cell is ".", an empty cell "~", a line end in a cell "^".
 */
void kit_blocks(const struct doc *d, struct buf *out);

/* Imports `text` and compares. */
void kit_expect(size_t row, const char *text, const char *wanted);

struct kit_row {
	const char *text, *blocks;
};

/* The same of each row. */
void kit_expect_rows(const struct kit_row *rows, size_t n);

/* No grid of what the rows' texts give is that reader's. */
void kit_refuse_rows(const struct kit_row *rows, size_t n, const char *reader);

/* Every character but white space is in just one block, in a grid in one cell at most and there
 * outside of cells only where it is drawn (bars, rules); spans are in order, trimmed, and on disk
 * what they are in the text. */
void kit_check(const struct doc *d, const char *name);

#endif
