/* What is suggested for the current finding: one suggestion at a time, the likeliest first.
 *
 * Which of them is shown is kept with the id of its finding: on another finding the first comes up
 * again. */
#ifndef GOUJI_DESK_SUGGEST_H
#define GOUJI_DESK_SUGGEST_H

#include "desk/session.h"

size_t suggest_count(const struct session *s);
size_t suggest_index(const struct session *s); /* of the one shown, from 0 */
/* The one shown, NULL where there is none; borrowed until the session checks anew. */
const struct repair *suggest_shown(const struct session *s);
void suggest_show(struct session *s, size_t index);
/* The one shown in words, with its number where there are several; nothing where there is none. */
void suggest_words(const struct session *s, struct buf *out);

#endif
