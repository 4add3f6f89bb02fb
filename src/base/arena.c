/* The arena: a chain of chunks, each twice the last up to a limit; large requests get their own. */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

#define CHUNK_MIN 4096
#define CHUNK_MAX (1 << 20)

struct chunk {
	struct chunk *next;
	size_t used, size;
	_Alignas(max_align_t) char bytes[];
};

struct arena {
	struct chunk *head; /* the one that is filled; older and large ones hang behind it */
	size_t next_size;   /* 0: there will be no other */
};

static struct chunk *chunk_new(size_t size)
{
	if (size > SIZE_MAX - sizeof(struct chunk))
		mem_out();
	/* what is handed out is zeroed then: no page is touched that is never used */
	struct chunk *c = malloc(sizeof *c + size);

	if (!c)
		mem_out();
	*c = (struct chunk){.size = size};
	return c;
}

struct arena *arena_new(void)
{
	struct arena *a = mem_alloc(sizeof *a);

	a->next_size = CHUNK_MIN;
	return a;
}

struct arena *arena_at(void *place, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	const size_t head = (sizeof(struct arena) + align - 1) / align * align;
	struct arena *a = place;

	assert(size > head + sizeof(struct chunk));
	a->head = (struct chunk *)((char *)place + head);
	a->head->size = size - head - sizeof(struct chunk);
	return a;
}

const char *arena_end(const struct arena *a)
{
	return a->head->bytes + a->head->used;
}

void arena_free(struct arena *a)
{
	if (!a || !a->next_size)
		return;
	for (struct chunk *c = a->head; c;) {
		struct chunk *next = c->next;

		free(c);
		c = next;
	}
	free(a);
}

/* As it was. */
static void *take(struct arena *a, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	struct chunk *head = a->head;

	if (size > SIZE_MAX - align)
		mem_out();
	size = size ? (size + align - 1) / align * align : align;
	if (head && head->size - head->used >= size) {
		head->used += size;
		return head->bytes + head->used - size;
	}
	if (!a->next_size)
		mem_out();
	bool large = size > a->next_size / 4;
	struct chunk *c = chunk_new(large ? size : a->next_size);

	c->used = size;
	if (large && head) {
		c->next = head->next;
		head->next = c;
		return c->bytes;
	}
	c->next = head;
	a->head = c;
	if (a->next_size < CHUNK_MAX)
		a->next_size *= 2;
	return c->bytes;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size), 0, size);
}

void *arena_alloc_array(struct arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	return arena_alloc(a, count * size);
}

char *arena_cstr(struct arena *a, struct str s)
{
	char *p = take(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

struct str arena_str(struct arena *a, struct str s)
{
	return (struct str){arena_cstr(a, s), s.n};
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;

	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);

	va_end(ap);
	assert(n >= 0);
	char *p = take(a, (size_t)n + 1);

	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}
