/* Counts before keys, as in vi and less: 5j, 3n, 67G. A digit that is a key of its own begins none;
 * 1, 2 and 3, which are keys of panes, do where the option `counts` is set or no pane is there. */
#ifndef GOUJI_DESK_COUNT_H
#define GOUJI_DESK_COUNT_H

#include "desk/command.h"

/* How many characters of `key` are a count, and what it says; 0: none. */
size_t count_take(const struct session *s, const char *key, unsigned *count);
/* Runs a key's line so many times, or goes to the count-th row; refused for a command that is not
 * made to be repeated: nobody decides five times by a slip. It ends early where nothing is left. */
bool count_run(struct session *s, const char *line, unsigned count, struct err *err);

#endif
