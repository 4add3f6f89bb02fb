/* Blank lines that are empty cells, where each line is a cell. */
#ifndef GOUJI_IMPORT_LAYOUT_HOLES_H
#define GOUJI_IMPORT_LAYOUT_HOLES_H

#include "import/layout.h"

/* Sets l->row_lines and l->holes. */
void layout_holes_find(struct layout *l);
/* How many blank lines stand right behind a line. */
size_t layout_holes_behind(const struct layout *l, size_t line);

#endif
