/* The map beside the scroll: one column that stands for the whole report, a row for each equal part
 * of its text. A glyph tells the worst open finding that begins there ("!", "?", "i"; a tick where
 * all are decided), reverse video which part is in view.
 *
 * Rows are those of the map, from 0; offsets are bytes of the text. */
#ifndef GOUJI_UI_MAP_H
#define GOUJI_UI_MAP_H

#include "ui/paint.h"

enum map_mark { MAP_NOTHING, MAP_DONE, MAP_NOTE, MAP_WARNING, MAP_ERROR };

enum { MAP_ROWS_MAX = 512 }; /* a higher pane has no map */

/* Zeroed before its first use; nothing to be freed. */
struct map {
	const struct session *of;
	unsigned long revision; /* of the review, when it was made */
	size_t rows;
	unsigned char marks[MAP_ROWS_MAX]; /* enum map_mark */
};

/* Makes the map where the review, the report or the pane has changed since, else costs nothing. */
void map_make(struct map *m, const struct session *s, size_t rows);
/* r: the one column. shown: what of the text is in view. */
void map_draw(const struct map *m, const struct session *s, struct canvas *c, struct rect r,
	struct text_span shown);
/* To what that row stands for: its worst finding, the first of equals; else its text. */
void map_go(struct session *s, size_t rows, size_t row);

#endif
