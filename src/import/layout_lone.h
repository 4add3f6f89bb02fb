/* Tabs alone on their lines that begin no cell. */
#ifndef GOUJI_IMPORT_LAYOUT_LONE_H
#define GOUJI_IMPORT_LAYOUT_LONE_H

#include "import/layout.h"

/* Where cells stand one a line with no tab before them, a tab alone parts two rows or is what is
 * left of a cell merged into another: it is no line then, but for one between two values, which is
 * an empty cell (LINE_EMPTY). */
void layout_drop_tabs(struct layout *l);

#endif
