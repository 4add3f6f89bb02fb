/* The rows around the panes: title bar, messages, key bar. */
#ifndef GOUJI_UI_VIEW_STATUS_H
#define GOUJI_UI_VIEW_STATUS_H

#include "ui/paint.h"

void view_title_draw(const struct session *s, struct canvas *c, struct rect r);
/* In the message's place: what the keys do that begin with those typed. */
void view_next_keys_draw(
	const struct session *s, struct canvas *c, struct rect r, const char *begun);
/* Does it take more than one row of so many columns? */
bool view_message_is_long(const struct session *s, const struct canvas *c, int cols);
/* In as many rows as r has. */
void view_message_draw(const struct session *s, struct canvas *c, struct rect r);
/* The keys of the view that has the keys. pending: what was typed of a longer one, or "". */
void view_bar_draw(const struct session *s, struct canvas *c, struct rect r, const char *pending);

#endif
