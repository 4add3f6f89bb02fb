/* Open addressing: a slot holds what was kept, and the table is never more than half full. */
#include "base/once.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"

#define SLOTS_MIN 64

struct once {
	struct arena *arena;
	struct str *slots; /* p NULL: free */
	size_t n, mask;	   /* mask: slots less one, 0 where there are none yet */
};

struct once *once_new(struct arena *a)
{
	struct once *o = mem_alloc(sizeof *o);

	o->arena = a;
	return o;
}

void once_free(struct once *o)
{
	if (o)
		free(o->slots);
	free(o);
}

/* Where the bytes are, or would be. */
static struct str *slot_of(const struct once *o, struct str bytes)
{
	size_t at = hash_quick(bytes) & o->mask;

	while (o->slots[at].p && !str_eq(o->slots[at], bytes))
		at = (at + 1) & o->mask;
	return &o->slots[at];
}

static void grow(struct once *o)
{
	struct once larger = *o;
	size_t slots = o->mask ? 2 * (o->mask + 1) : SLOTS_MIN;

	larger.slots = mem_alloc_array(slots, sizeof *larger.slots);
	larger.mask = slots - 1;
	for (size_t i = 0; o->mask && i <= o->mask; i++) {
		if (o->slots[i].p)
			*slot_of(&larger, o->slots[i]) = o->slots[i];
	}
	free(o->slots);
	*o = larger;
}

struct str once_keep(struct once *o, struct str bytes)
{
	if (2 * o->n >= o->mask)
		grow(o);
	struct str *slot = slot_of(o, bytes);

	if (!slot->p) {
		*slot = arena_str(o->arena, bytes);
		o->n++;
	}
	return *slot;
}
