/* Searching: literal, whatever the case and width of letters and digits, over what the pane shows:
 * the text and the notes on its words; labels, values and notes of the tables; messages and notes
 * of the findings; an open overlay. */
#ifndef GOUJI_DESK_SEARCH_H
#define GOUJI_DESK_SEARCH_H

#include "desk/session.h"

#define SEARCH_COUNT_MAX 9999 /* hits in the text; more are not counted */

/* Goes to the next (or previous) hit of s->search.pattern from the place; *wrapped where it went on
 * at the other end; s->search.at and .of tell which of how many it is. false: nothing found. */
bool search_step(struct session *s, bool forward, bool *wrapped);
/* Does a text say it, whatever the case and width? The pattern is folded (FOLD_CASE). */
bool search_holds(struct str pattern, struct str text);
/* The first hit that begins in [from, to) of the text, for a view to light up; empty where there is
 * none or nothing is lit. */
struct text_span search_hit(const struct session *s, size_t from, size_t to);
/* The same in words of a pane, from an offset on. */
struct text_span search_in(const struct session *s, struct str text, size_t from);
/* How many hits each pane has: where one has none, another may. */
void search_elsewhere(struct session *s, size_t count[PANE_COUNT]);

#endif
