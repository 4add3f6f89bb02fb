/* An arena: many small allocations that live and die together. What it hands out is zeroed, aligned
 * for any type, and owned by the arena. */
#ifndef GOUJI_BASE_ARENA_H
#define GOUJI_BASE_ARENA_H

#include "base/str.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is fine */
void *arena_alloc(struct arena *a, size_t size);
void *arena_alloc_array(struct arena *a, size_t count, size_t size);
char *arena_cstr(struct arena *a, struct str s); /* a NUL-terminated copy */
struct str arena_str(struct arena *a, struct str s);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
