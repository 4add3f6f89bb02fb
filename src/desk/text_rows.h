/* The text pane's rows, as the session's view folds them. */
#ifndef GOUJI_DESK_TEXT_ROWS_H
#define GOUJI_DESK_TEXT_ROWS_H

#include "desk/session.h"
#include "desk/wrap.h"

/* How the view folds lines now. */
struct wrap text_wrap(const struct session *s);
/* The goal of moves up and down becomes the column the cursor is in. */
void text_set_goal(struct session *s);
/* The word around an offset, as moves by words see it; blanks are none. */
struct text_span text_word_at(const struct session *s, size_t at);

#endif
