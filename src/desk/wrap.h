/* How lines of the text fall into rows of a pane: the one rule that moving and drawing share.
 * Columns are terminal columns from 0; rows and offsets are of the document's text.
 *
 * A line longer than the pane goes on in further rows, which are indented. A row breaks before a
 * character that does not fit; figures and Latin words are not broken where they fit a row. Every
 * WRAP_STRIDE bytes of a very long line a row begins anew, so that no step depends on a line's
 * length. */
#ifndef GOUJI_DESK_WRAP_H
#define GOUJI_DESK_WRAP_H

#include "doc/doc.h"

#define WRAP_STRIDE 4096
#define WRAP_TAB 4

struct wrap {
	size_t columns; /* of the pane's text; 0: lines are not folded */
	int ambiguous;	/* 1 or 2 */
};

struct wrap_row {
	struct text_span span; /* its text, without line end; empty on an empty line */
	size_t line;	       /* from 0 */
	bool first;	       /* of its line: the line number goes here */
	size_t indent;	       /* blank columns before it: 0 on a first row */
};

/* The row that shows `at`; at the text's end the last row. */
void wrap_row_at(const struct doc *d, const struct wrap *w, size_t at, struct wrap_row *row);
/* The rows around it; false, and row left alone, where there is none. */
bool wrap_row_next(const struct doc *d, const struct wrap *w, struct wrap_row *row);
bool wrap_row_prev(const struct doc *d, const struct wrap *w, struct wrap_row *row);
/* The column at which `at`, an offset of the row, is shown. */
size_t wrap_column(
	const struct doc *d, const struct wrap *w, const struct wrap_row *row, size_t at);
/* The character shown at or left of a column; the row's last where it is shorter. */
size_t wrap_offset(
	const struct doc *d, const struct wrap *w, const struct wrap_row *row, size_t column);
/* Columns of one character shown at `column`: a tab goes to the next multiple of WRAP_TAB, a
 * character that would harm or hide is shown as <U+202E>. */
size_t wrap_width(const struct wrap *w, unsigned ch, size_t column);

#endif
