#include "unit/unit.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"

Test(mem, nothing_is_still_something)
{
	void *a = mem_alloc(0), *b = mem_alloc_array(0, 8), *c = mem_alloc_array(8, 0);

	cr_expect(a && b && c);
	free(a);
	free(b);
	free(c);
}

Test(mem, comes_zeroed)
{
	char *p = mem_alloc_array(100, 7);

	for (size_t i = 0; i < 700; i++)
		cr_expect_eq(p[i], 0);
	free(p);
}

static long resident_pages(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	long size = 0, resident = 0;

	cr_assert(f && fscanf(f, "%ld %ld", &size, &resident) == 2);
	fclose(f);
	return resident;
}

Test(mem, what_is_expected_is_there_at_once)
{
	const long pages = 64;
	long page = sysconf(_SC_PAGESIZE), before;

	mem_expect(0);
	mem_expect(1);
	mem_keep();
	before = resident_pages();
	mem_expect((size_t)(pages * page));
	/* a system before 5.14 brings nothing */
	if (madvise(NULL, 0, MADV_POPULATE_WRITE) == 0)
		cr_expect_geq(resident_pages() - before, pages / 2);
}

Test(mem, strings_are_copied)
{
	char *empty = mem_strdup(""), *none = mem_strndup(NULL, 0), *cut = mem_strndup("abcdef", 3);

	cr_expect_str_eq(empty, "");
	cr_expect_str_eq(none, "");
	cr_expect_str_eq(cut, "abc");
	free(empty);
	free(none);
	free(cut);
}

Test(mem, vector_grows_and_zeroes)
{
	struct pair {
		int a, b;
	};
	VEC(struct pair) v = {0};

	for (int i = 0; i < 1000; i++) {
		struct pair *e = vec_push(&v);

		cr_assert(e->a == 0 && e->b == 0);
		e->a = i;
		e->b = -i;
	}
	cr_expect_eq(v.n, 1000);
	for (int i = 0; i < 1000; i++)
		cr_expect(v.v[i].a == i && v.v[i].b == -i);
	vec_free(&v);
	cr_expect(v.v == NULL && v.n == 0 && v.cap == 0);
}

Test(mem, pushed_again_after_a_shorter_count_is_zeroed)
{
	VEC(int) v = {0};

	*vec_push(&v) = 7;
	v.n = 0;
	cr_expect_eq(*vec_push(&v), 0);
	vec_free(&v);
}

Test(mem, overflow_ends_the_program, .exit_code = 2)
{
	mem_alloc_array(SIZE_MAX / 2, 3);
}

Test(mem, growing_past_all_memory_ends_the_program, .exit_code = 2)
{
	size_t cap = 0;

	mem_grow(NULL, &cap, SIZE_MAX / 2, 8);
}
