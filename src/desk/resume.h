/* Where a review goes on: the place is kept in the sidecar when it is saved. */
#ifndef GOUJI_DESK_RESUME_H
#define GOUJI_DESK_RESUME_H

#include "desk/session.h"

void resume_keep(struct session *s); /* into the review, to be saved with it */
/* To the place kept; without one, to the first finding, the text having the keys. */
void resume_place(struct session *s);
bool pane_parse(struct str s, enum pane *out); /* "text", ... */

#endif
