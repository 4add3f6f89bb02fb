/* Which other reports the review was made with. */
#include <string.h>

#include "review/model.h"

static const char *const role_names[] = {
	[BESIDE_PREVIOUS] = "previous",
	[BESIDE_CHILD] = "child",
	[BESIDE_EXPECTED] = "expected",
};

const char *beside_role_name(enum beside_role role)
{
	return role_names[role];
}

void beside_clear(struct review *rv)
{
	for (size_t i = 0; i < rv->beside.n; i++) {
		free(rv->beside.v[i].file);
		free(rv->beside.v[i].sha256);
	}
	vec_free(&rv->beside);
}

const struct review_beside *review_beside(const struct review *rv, size_t i)
{
	return i < rv->beside.n ? &rv->beside.v[i] : NULL;
}

/* Unknown keys stay with the file they are told of. */
static const struct ynode *extra_of(
	const struct review_beside *list, size_t n, const struct review_beside *file)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].role == file->role && strcmp(list[i].file, file->file) == 0)
			return list[i].extra;
	return NULL;
}

void review_set_beside(struct review *rv, const struct review_beside *list, size_t n)
{
	struct review_beside *copy = mem_alloc_array(n, sizeof *copy);

	for (size_t i = 0; i < n; i++) {
		copy[i].role = list[i].role;
		copy[i].file = text_clean(list[i].file);
		copy[i].sha256 = text_clean(list[i].sha256);
		copy[i].extra = extra_of(rv->beside.v, rv->beside.n, &copy[i]);
	}
	beside_clear(rv);
	rv->beside.v = copy;
	rv->beside.n = rv->beside.cap = n;
}
