#include "unit/unit.h"

#include <stddef.h>
#include <stdint.h>

#include "base/once.h"

Test(once, nothing_and_absent)
{
	struct arena *a = arena_new();
	struct once *o = once_new(a);

	once_free(NULL);
	once_free(once_new(a));
	struct str none = once_keep(o, (struct str){NULL, 0});

	cr_expect_eq(none.n, 0);
	cr_expect_not_null(none.p);
	cr_expect_eq(once_keep(o, STR("")).p, none.p);
	once_free(o);
	arena_free(a);
}

Test(once, equal_bytes_are_at_one_address)
{
	enum { MANY = 1000 };
	struct arena *a = arena_new();
	struct once *o = once_new(a);
	const char *at[MANY];

	for (int round = 0; round < 2; round++)
		for (int i = 0; i < MANY; i++) {
			char bytes[8] = "收\0ab";

			bytes[6] = (char)(i % 100);
			bytes[7] = (char)(i / 100);
			struct str kept = once_keep(o, (struct str){bytes, sizeof bytes});

			cr_assert_eq((uintptr_t)kept.p % _Alignof(max_align_t), 0);
			cr_assert(str_eq(kept, (struct str){bytes, sizeof bytes}));
			cr_assert_eq(kept.p[kept.n], '\0');
			if (round)
				cr_assert_eq(kept.p, at[i], "%d", i);
			at[i] = kept.p;
		}
	for (int i = 1; i < MANY; i++)
		cr_assert_neq(at[i], at[i - 1], "%d", i);
	cr_expect_neq(once_keep(o, STR("a")).p, once_keep(o, (struct str){"a\0", 2}).p);
	once_free(o);
	arena_free(a);
}
