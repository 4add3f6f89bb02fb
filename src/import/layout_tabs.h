/* The two readers that live on tabs share the decision which of them it is. */
#ifndef GOUJI_IMPORT_LAYOUT_TABS_H
#define GOUJI_IMPORT_LAYOUT_TABS_H

#include "import/layout.h"

/* Of the tabbed lines from `at` on, are those that hold several fields as many as those that are
 * one cell behind a tab? Looks at a bounded number of lines. */
bool layout_tabs_rows(const struct layout *l, size_t at);

#endif
