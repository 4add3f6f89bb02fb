#include "unit/unit.h"

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

Test(arena, empty_and_absent)
{
	arena_free(NULL);
	arena_free(arena_new());
}

Test(arena, sizes)
{
	static const size_t sizes[] = {0, 1, 15, 16, 17, 1023, 1024, 1025, 4096, 100000, 3000000};
	struct arena *a = arena_new();

	for (int round = 0; round < 20; round++)
		for (size_t i = 0; i < ROWS(sizes); i++) {
			char *p = arena_alloc(a, sizes[i]);

			cr_assert_not_null(p);
			cr_expect_eq((uintptr_t)p % _Alignof(max_align_t), 0);
			for (size_t k = 0; k < sizes[i]; k++)
				cr_assert_eq(p[k], 0, "size %zu byte %zu", sizes[i], k);
			memset(p, 0xff, sizes[i]);
		}
	arena_free(a);
}

Test(arena, strings_stay_apart)
{
	struct arena *a = arena_new();
	char *first = arena_cstr(a, STR("一"));
	struct str empty = arena_str(a, (struct str){NULL, 0});
	char *number = arena_printf(a, "%s-%d", first, 42);

	for (int i = 0; i < 5000; i++)
		arena_printf(a, "%d", i);
	cr_expect_str_eq(first, "一");
	cr_expect(empty.n == 0 && empty.p && *empty.p == '\0');
	cr_expect_str_eq(number, "一-42");
	arena_free(a);
}

Test(arena, overflow_ends_the_program, .exit_code = 2)
{
	static struct arena *volatile a; /* static, or it is a leak to those who look for one */

	a = arena_new();
	arena_alloc_array(a, SIZE_MAX / 4, 5);
}
