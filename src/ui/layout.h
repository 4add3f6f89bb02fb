/* From the size of the window to what stands where. Pure: no drawing, no terminal.
 *
 * Wide windows show text and table side by side over the findings. Narrow ones show both, one above
 * the other, while the findings have the keys, and the pane that has them alone otherwise. Short
 * ones give up the detail of the finding before the pane. Below MIN_ROWS by MIN_COLS nothing is
 * worth drawing. */
#ifndef GOUJI_UI_LAYOUT_H
#define GOUJI_UI_LAYOUT_H

#include "ui/paint.h"

enum { LAYOUT_MIN_ROWS = 6, LAYOUT_MIN_COLS = 24, LAYOUT_WIDE = 100 };

/* rows == 0: not shown. Panes have their heading in their first row. */
struct layout {
	bool too_small;
	bool side_by_side;
	struct rect title, text, table, finding, list, message, bar;
};

struct layout layout_make(int rows, int cols, enum pane focus, bool finding_in_table);

#endif
