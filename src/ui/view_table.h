/* The table pane: the statutory tables rebuilt from the report's cells. One table at a time, that
 * of the focused cell, or all where the pane is high enough; headings stay; the last row tells the
 * focused cell in full. What marks a cell, beside colour: a flag before it (finding, decided,
 * annotated), brackets (current finding), "6→7" (corrected), "39~" (where it is by a mend of the
 * reviewer's), "·" (blank), "?" (missing, or placed in doubt). */
#ifndef GOUJI_UI_VIEW_TABLE_H
#define GOUJI_UI_VIEW_TABLE_H

#include "ui/paint.h"

struct view_table {
	size_t top;			/* first line shown, where it scrolls */
	const struct form_table *table; /* that `top` is about; NULL: all */
};

void view_table_measure(struct session *s, struct rect r);
void view_table_draw(struct view_table *v, struct session *s, struct canvas *c, struct rect r);
/* "表三 收到和处理…" of the focused cell; appended. */
void view_table_title(const struct session *s, struct buf *out);

#endif
