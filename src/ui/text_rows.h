/* Which rows of the text stand in the pane. Only for view_text.c. */
#ifndef GOUJI_UI_TEXT_ROWS_H
#define GOUJI_UI_TEXT_ROWS_H

#include "desk/session.h"
#include "desk/wrap.h"

struct text_row {
	struct wrap_row row;
	bool gap; /* lines are left out before this row */
};

struct text_rows {
	VEC(struct text_row) list; /* from the top; at most as many as the pane has, gaps counted */
	size_t gaps;
};

void text_rows_free(struct text_rows *rows);
/* A page of `n` rows that holds the row of `at`, as near to the page that begins at *top as can be;
 * *top is where it begins now. */
void text_rows_page(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n,
	size_t at, size_t *top);
/* The rows of all spans with what is around them, as much as fits `n` rows; false where not even
 * the spans' own rows fit, or there are none. */
bool text_rows_fold(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n,
	const struct text_span *spans, size_t n_spans);

#endif
