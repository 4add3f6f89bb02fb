/* Allocation that cannot fail: the one place where running out of memory is met. */
#include "base/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

_Noreturn void mem_out(void)
{
	fputs("gouji: out of memory\n", stderr);
	exit(2);
}

#define KEEP_BYTES (4 << 20)
#define STEP_BYTES (512 << 10)

void mem_keep(void)
{
	mallopt(M_TRIM_THRESHOLD, KEEP_BYTES);
	mallopt(M_TOP_PAD, STEP_BYTES);
	mallopt(M_MMAP_THRESHOLD, KEEP_BYTES);
}

void mem_expect(size_t size)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	char *p = malloc(size);
	uintptr_t from = ((uintptr_t)p + page - 1) / page * page;

	/* an older system refuses, and nothing is lost */
	if (p && (uintptr_t)p + size > from)
		madvise((void *)from, (uintptr_t)p + size - from, MADV_POPULATE_WRITE);
	free(p);
}

void *mem_alloc(size_t size)
{
	return mem_alloc_array(1, size);
}

void *mem_alloc_array(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	/* calloc(0) may give NULL, which callers may take for "absent" */
	void *p = count && size ? calloc(count, size) : calloc(1, 1);

	if (!p)
		mem_out();
	return p;
}

char *mem_strdup(const char *s)
{
	return mem_strndup(s, strlen(s));
}

char *mem_strndup(const char *s, size_t n)
{
	if (n == SIZE_MAX)
		mem_out();
	char *p = mem_alloc(n + 1);

	if (n)
		memcpy(p, s, n);
	return p;
}

void *mem_grow_more(void *v, size_t *cap, size_t need, size_t size)
{
	size_t more = *cap > SIZE_MAX / 2 ? need : *cap * 2;

	if (more < 8)
		more = 8;
	if (more < need)
		more = need;
	if (more > SIZE_MAX / size)
		mem_out();
	char *p = realloc(v, more * size);

	if (!p)
		mem_out();
	*cap = more;
	return p;
}

void *mem_grow(void *v, size_t *cap, size_t need, size_t size)
{
	size_t had = *cap;
	char *p = mem_grow_raw(v, cap, need, size);

	if (*cap > had)
		memset(p + had * size, 0, (*cap - had) * size);
	return p;
}
