/* The findings area: the current finding in words and figures with its decision and the keys that
 * decide it, and, where there is room, the list of all findings. */
#ifndef GOUJI_UI_VIEW_FINDING_H
#define GOUJI_UI_VIEW_FINDING_H

#include "ui/paint.h"

struct view_list {
	size_t top; /* first finding shown */
};

/* "Finding 2/6"; appended. */
void view_finding_title(const struct session *s, struct buf *out);
/* The rule, with its authority or without; appended; nothing without a finding. */
void view_finding_rule(const struct session *s, bool authority, struct buf *out);
void view_finding_draw(const struct session *s, struct canvas *c, struct rect r);
void view_list_draw(struct view_list *v, const struct session *s, struct canvas *c, struct rect r);

#endif
