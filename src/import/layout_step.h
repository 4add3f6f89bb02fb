/* A cell a line with blank lines between them: how many lines from one cell to the next, so that
 * the empty cells can be counted, which leave nothing but more blank lines. */
#ifndef GOUJI_IMPORT_LAYOUT_STEP_H
#define GOUJI_IMPORT_LAYOUT_STEP_H

#include "import/layout.h"

/* Lines from the begin of a cell to that of the next, the same all through the run; 0 where they
 * are none, or where cells stand right below each other as often as not. */
size_t layout_step_find(const struct layout *l, const struct layout_run *run);

/* The end of the cell that begins at `line`: lines right below each other are one. */
size_t layout_step_cell(const struct layout *l, const struct layout_run *run, size_t line);

/* More blank lines than those of so many empty cells are something else. */
#define LAYOUT_STEP_EMPTIES_MAX ((size_t)64)

/* How many empty cells so many blank lines between two cells hold. */
static inline size_t layout_step_empties(size_t step, size_t blanks)
{
	size_t n = (blanks + 1) % step == 0 ? (blanks + 1) / step - 1 : 0;

	return n <= LAYOUT_STEP_EMPTIES_MAX ? n : 0;
}

#endif
