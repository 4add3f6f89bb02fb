/* Extents on a line, and which of them is nearest. */
#include <stdlib.h>

#include "import/columns_plan.h"

static int extent_cmp(const void *a, const void *b)
{
	const struct extent *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

void extents_join(struct extents *x)
{
	size_t n = 0;

	if (x->e.n > 1)
		qsort(x->e.v, x->e.n, sizeof *x->e.v, extent_cmp);
	for (size_t i = 0; i < x->e.n; i++) {
		struct extent e = x->e.v[i];

		if (n > 0 && e.from < x->e.v[n - 1].to) {
			if (e.to > x->e.v[n - 1].to)
				x->e.v[n - 1].to = e.to;
		} else {
			x->e.v[n++] = e;
		}
	}
	x->e.n = n;
}

size_t extents_nearest(const struct extents *x, struct extent e)
{
	uint64_t middle = ((uint64_t)e.from + e.to) / 2;
	size_t low = 0, high = x->e.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (x->e.v[mid].from <= middle)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return 0;
	if (low < x->e.n && middle > x->e.v[low - 1].to &&
		x->e.v[low].from - middle < middle - x->e.v[low - 1].to)
		return low;
	return low - 1;
}

bool extents_overlap(const struct extents *x, struct extent e)
{
	const struct extent *near = &x->e.v[extents_nearest(x, e)];

	return near->from < e.to && e.from < near->to;
}

void extents_add(struct extents *x, struct extents *more)
{
	for (size_t i = 0; i < more->e.n; i++)
		*vec_push(&x->e) = more->e.v[i];
	extents_join(x);
	more->e.n = 0;
}
