/* Moving, and the trail of places visited. All of it keeps the parts of the place together and
 * within bounds (desk/session.h). */
#ifndef GOUJI_DESK_PLACE_H
#define GOUJI_DESK_PLACE_H

#include "desk/session.h"

enum move {
	MOVE_UP,
	MOVE_DOWN,
	MOVE_LEFT,
	MOVE_RIGHT,
	MOVE_PAGE_UP,
	MOVE_PAGE_DOWN,
	MOVE_HALF_UP,
	MOVE_HALF_DOWN,
	MOVE_TOP,
	MOVE_BOTTOM,
	MOVE_LINE_START,
	MOVE_LINE_END,
	MOVE_WORD_NEXT,
	MOVE_WORD_PREV,
	MOVE_COUNT
};

/* One move in the pane that has the keys, or of an open overlay; false where there was nowhere to
 * go. A selection is extended by moves in the text. */
bool place_move(struct session *s, enum move move);
/* Those of one pane each, which `place_move` picks. */
bool text_move(struct session *s, enum move move);
bool table_move(struct session *s, enum move move);
/* How many rows the move goes in a pane of `page` rows, and whether down; 0: it does not go by
 * rows. */
size_t move_rows(enum move move, size_t page, bool *down);
/* `now` moved within 0 to n - 1, by a step, a page or to an end. */
size_t place_step(size_t now, size_t n, size_t page, enum move move);
/* The text cursor alone, brought to a character; its cell, if any, comes along, the selection
 * stays. */
void place_set_at(struct session *s, size_t at);
/* Brings everything back within bounds. */
void place_clamp(struct session *s);
/* Where a cell is in the text: its own words, else its label, else its table; STR_NONE where lost.
 */
size_t place_of_cell(const struct session *s, size_t cell);
/* Where a finding is in the text; STR_NONE where it has no place there. */
size_t place_of_finding(const struct session *s, size_t finding);

/* The text on a source line, from 1, or the next there is; STR_NONE past the last. */
size_t place_of_line(const struct session *s, size_t line);

/* Where the finding of that id is now; where it has gone, the next one in the text, else the last;
 * STR_NONE where there are none. */
size_t place_refind(const struct session *s, const char *id, size_t at);

/* kept.c. The place to come back to, and coming back: false where its finding is settled, the
 * nearest in the text then stands for it. */
struct kept_place place_keep(const struct session *s);
bool place_return(struct session *s, const struct kept_place *k);
bool place_is(const struct session *s, const struct kept_place *k); /* still there? */

/* Keeps `k`, the place before a jump; goes back and forth between those kept. */
void trail_add(struct session *s, const struct kept_place *k);
bool trail_step(struct session *s, bool back);

#endif
