/* Bytes that are kept once, however often they come: an arena with a table over what was put there.
 * Patterns made of the same pieces need the same words, thousands of times over. */
#ifndef GOUJI_BASE_ONCE_H
#define GOUJI_BASE_ONCE_H

#include "base/arena.h"
#include "base/str.h"

struct once;

/* The arena is borrowed; what is kept lives in it, the table does not. */
struct once *once_new(struct arena *a);
void once_free(struct once *o); /* NULL is fine */
/* The same bytes at the same address each time, aligned for everything and with a NUL behind them.
 * They are not to be written to. A struct with padding has to be zeroed before it is filled. */
struct str once_keep(struct once *o, struct str bytes);

#endif
