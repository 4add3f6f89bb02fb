/* Memory that cannot fail: running out ends the program with a message (saves are atomic, nothing
 * is lost). All memory comes zeroed unless said otherwise. Released with free(). */
#ifndef GOUJI_BASE_MEM_H
#define GOUJI_BASE_MEM_H

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Has the allocator keep what is freed rather than give it back page by page, which is what
 * starting up would otherwise do some thirty times. Called once, by main(). */
void mem_keep(void);
/* So much will be wanted soon: the system brings it at once, which costs a fifth of bringing it
 * page by page. */
void mem_expect(size_t size);
void *mem_alloc(size_t size);
void *mem_alloc_array(size_t count, size_t size); /* overflow of count * size is out of memory */
char *mem_strdup(const char *s);
char *mem_strndup(const char *s, size_t n);
/* Room for `need` elements of `size` bytes in the array at `v` of capacity `*cap`; new ones are
 * zeroed. */
void *mem_grow(void *v, size_t *cap, size_t need, size_t size);
/* The same with what is new left as it comes, for a caller that writes before it reads. */
static inline void *mem_grow_raw(void *v, size_t *cap, size_t need, size_t size);
void *mem_grow_more(void *v, size_t *cap, size_t need, size_t size); /* where need > *cap */

/* A vector: VEC(struct cell) cells = {0}; struct cell *c = vec_push(&cells); cells.v[i]; cells.n.
 */
#define VEC(T)                                                                                     \
	struct {                                                                                   \
		T *v;                                                                              \
		size_t n, cap;                                                                     \
	}
/* A pointer to a new, zeroed last element. */
#define vec_push(x)                                                                                \
	((x)->v = mem_grow_raw((x)->v, &(x)->cap, (x)->n + 1, sizeof *(x)->v), (x)->n++,           \
		(__typeof__((x)->v))mem_zero(&(x)->v[(x)->n - 1], sizeof *(x)->v))
#define vec_free(x) (free((x)->v), (x)->v = NULL, (x)->n = (x)->cap = 0)
static inline void *mem_zero(void *p, size_t size);
/* Ends the program as running out does; for libraries that report it. */
_Noreturn void mem_out(void);

static inline void *mem_grow_raw(void *v, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? v : mem_grow_more(v, cap, need, size);
}

static inline void *mem_zero(void *p, size_t size)
{
	return memset(p, 0, size);
}

#endif
