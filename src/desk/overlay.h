/* What lies over the panes, as plain text: help, "why is this value here?", the rule of the
 * finding, the overview. A view folds and frames it; tests and `gouji do` print it. */
#ifndef GOUJI_DESK_OVERLAY_H
#define GOUJI_DESK_OVERLAY_H

#include "desk/session.h"

/* The open overlay's title (one line, no line end) and text (lines); both appended. Nothing where
 * none is open. */
void overlay_write(const struct session *s, struct buf *title, struct buf *text);
/* Opens one at its top; topic (copied) is for help on one command, else NULL. */
void overlay_open(struct session *s, enum overlay which, const char *topic);
void overlay_close(struct session *s);

#endif
