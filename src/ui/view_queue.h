/* The list of reports: a row a report, with how far each is; a title bar that sums them up, and how
 * far reading them is. */
#ifndef GOUJI_UI_VIEW_QUEUE_H
#define GOUJI_UI_VIEW_QUEUE_H

#include "desk/queue.h"
#include "ui/paint.h"

/* Tells how many rows a page has. r: all between title bar and message. */
void view_queue_measure(struct queue *q, struct rect r);
void view_queue_title_draw(const struct queue *q, struct canvas *c, struct rect r);
/* Of the row under the cursor, what the list has no room for: its file, or the whole trouble. */
void view_queue_row_draw(const struct queue *q, struct canvas *c, struct rect r);
void view_queue_draw(struct queue *q, struct canvas *c, struct rect r);

#endif
