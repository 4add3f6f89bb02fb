/* What lies over the panes: help, why, rule, overview. The session folds the text to the columns
 * told. */
#ifndef GOUJI_UI_VIEW_OVERLAY_H
#define GOUJI_UI_VIEW_OVERLAY_H

#include "ui/paint.h"

/* r: the whole of the room below the title bar and above the messages, heading included. */
void view_overlay_measure(struct session *s, struct rect r);
void view_overlay_draw(struct session *s, struct canvas *c, struct rect r);

#endif
