/* An arena: many small allocations that live and die together. What it hands out is zeroed, aligned
 * for any type, and owned by the arena. */
#ifndef GOUJI_BASE_ARENA_H
#define GOUJI_BASE_ARENA_H

#include "base/str.h"

struct arena;

struct arena *arena_new(void);
/* An arena in the zeroed bytes at `place`, which it does not own and never outgrows: running out of
 * them ends the program. */
struct arena *arena_at(void *place, size_t size);
/* Behind the last byte of such an arena that was handed out. */
const char *arena_end(const struct arena *a);
void arena_free(struct arena *a); /* NULL is fine */
void *arena_alloc(struct arena *a, size_t size);
void *arena_alloc_array(struct arena *a, size_t count, size_t size);
char *arena_cstr(struct arena *a, struct str s); /* a NUL-terminated copy */
struct str arena_str(struct arena *a, struct str s);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
