/* The text pane: the report's text as it is, with line numbers, the words of the findings lit up.
 *
 * While another pane has the keys it shows the places of the current finding: where they lie
 * further apart than the pane is high, the lines between are folded away. With the keys it is a
 * page of text that scrolls. At its right, where there is room, stands the map of the report. */
#ifndef GOUJI_UI_VIEW_TEXT_H
#define GOUJI_UI_VIEW_TEXT_H

#include "ui/map.h"
#include "ui/paint.h"

struct view_text {
	size_t top; /* where the first row shown begins: a byte of the text */
	struct map map;
};

/* Tells the session how wide and high a page is; before moves are made, and before drawing. */
void view_text_measure(struct session *s, struct rect r);
/* r: below the heading. */
void view_text_draw(struct view_text *v, struct session *s, struct canvas *c, struct rect r);

#endif
