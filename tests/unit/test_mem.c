#include "unit/unit.h"

#include <stdint.h>

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
