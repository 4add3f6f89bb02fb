/* The files of a list. Private to the queue. */
#ifndef GOUJI_DESK_QUEUE_PATHS_H
#define GOUJI_DESK_QUEUE_PATHS_H

#include "desk/queue.h"

/* Makes the rows of an empty queue: one a file, in the order given, however often and by whatever
 * folder's name it is named; and how each is called. */
void queue_put_paths(struct queue *q, char *const *paths, size_t n);

#endif
