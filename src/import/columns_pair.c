/* Headings and numbers of one column that do not stand over one another: where the cells are wide,
 * the headings in their middle and the numbers at a side. */
#include <stdlib.h>

#include "import/columns_plan.h"

/* Past the rows of headings: the first piece of the first row with a number. */
static size_t heads_end(const struct columns *c)
{
	size_t at = 0, n;

	for (; at < c->pieces.n; at += n) {
		n = columns_row_length(c, at);
		if (columns_row_values(&c->pieces.v[at], n) > 0)
			return at;
	}
	return at;
}

/* The words among so many that are no label's. */
static size_t count_words(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t words = 0;

	for (size_t i = 0; i < n; i++)
		words += !plan_is_label(plan, &p[i]);
	return words;
}

/* Words below are of the same heading, words over several are above their columns, others are a
 * heading of their own. */
static void add_heading(struct extents *heads, struct extent e)
{
	size_t over = 0, at = 0;

	for (size_t k = 0; k < heads->e.n; k++)
		if (heads->e.v[k].from < e.to && e.from < heads->e.v[k].to) {
			over++;
			at = k;
		}
	if (over > 1)
		return;
	if (over == 0) {
		*vec_push(&heads->e) = e;
		extents_join(heads);
		return;
	}
	struct extent *head = &heads->e.v[at];

	head->from = e.from < head->from ? e.from : head->from;
	head->to = e.to > head->to ? e.to : head->to;
}

/* The first row with several words that are no label's; `end` where there is none such. */
static size_t first_of_several(const struct plan *plan, const struct columns *c, size_t end)
{
	for (size_t at = 0, n; at < end; at += n) {
		n = columns_row_length(c, at);
		if (count_words(plan, &c->pieces.v[at], n) > 1)
			return at;
	}
	return end;
}

/* Does it stand over headings, or in between; or over the only one? */
static bool is_amid(const struct plan *plan, struct extent e)
{
	const struct extents *heads = &plan->heads;
	size_t n = heads->e.n;

	return n > 0 && (plan->values.e.n == 1 ||
				(e.to > heads->e.v[0].from && e.from < heads->e.v[n - 1].to));
}

/* From the lowest row up. A word alone above all others, and amid them, heads them all. */
static void find_heads(struct plan *plan, const struct columns *c, size_t end)
{
	size_t several = first_of_several(plan, c, end);

	while (end > 0) {
		size_t at = end - 1;

		while (at > 0 && c->pieces.v[at - 1].row == c->pieces.v[at].row)
			at--;
		for (size_t i = at; i < end; i++) {
			struct extent e = plan_extent(plan, &c->pieces.v[i]);

			if (!plan_is_label(plan, &c->pieces.v[i]) &&
				(at >= several || !is_amid(plan, e)))
				add_heading(&plan->heads, e);
		}
		end = at;
	}
}

/* What heads the labels may be shorter than these, and in their middle: it begins over them. */
static void drop_label(struct plan *plan)
{
	struct extents *heads = &plan->heads;

	if (heads->e.n != plan->values.e.n + 1 || heads->e.v[0].from >= plan->label_end ||
		heads->e.v[0].to > plan->values.e.v[0].from)
		return;
	plan->label_end = heads->e.v[0].to > plan->label_end ? heads->e.v[0].to : plan->label_end;
	for (size_t k = 1; k < heads->e.n; k++)
		heads->e.v[k - 1] = heads->e.v[k];
	heads->e.n--;
}

static bool stands_over(struct extent a, struct extent b)
{
	return a.from < b.to && b.from < a.to;
}

/* Does the second heading stand over the first numbers, and the first before them? It may be the
 * labels' then, and all others one column off. */
static bool is_shifted(const struct extents *heads, const struct extents *x)
{
	return x->e.n > 1 && heads->e.v[0].to <= x->e.v[0].from &&
	       stands_over(heads->e.v[1], x->e.v[0]);
}

/* Has each heading its middle behind the column before its own, or over it, and so for the one
 * behind? */
static bool is_interleaved(const struct extents *heads, const struct extents *x)
{
	for (size_t k = 0; k < x->e.n; k++) {
		uint64_t middle = extent_middle(heads->e.v[k]);

		if ((k > 0 && middle < x->e.v[k - 1].from) ||
			(k + 1 < x->e.n && middle > x->e.v[k + 1].to))
			return false;
	}
	return !is_shifted(heads, x);
}

void plan_pair(struct plan *plan, const struct columns *c)
{
	const struct extents *x = &plan->values;
	size_t end = heads_end(c);

	if (x->e.n == 0 || end > (size_t)HEADS_PIECES_MAX)
		return;
	find_heads(plan, c, end);
	drop_label(plan);
	plan->paired = plan->heads.e.n == x->e.n && is_interleaved(&plan->heads, x);
}

/* Several words that are no label's, or one that stands behind the first column of numbers. */
static bool is_heading_row(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	if (columns_row_values(p, n) > 0 || plan->values.e.n == 0)
		return false;
	return count_words(plan, p, n) > 1 ||
	       (!plan_is_label(plan, &p[n - 1]) &&
		       extent_middle(plan_extent(plan, &p[n - 1])) >= plan->values.e.v[0].to);
}

size_t plan_section_end(const struct plan *plan, const struct columns *c, size_t at)
{
	bool values = false;

	for (size_t n; at < c->pieces.n; at += n) {
		n = columns_row_length(c, at);
		if (values && is_heading_row(plan, &c->pieces.v[at], n))
			return at;
		values |= columns_row_values(&c->pieces.v[at], n) > 0;
	}
	return at;
}

size_t plan_paired_column(const struct plan *plan, struct extent e)
{
	size_t k = extents_nearest(&plan->heads, e);

	for (size_t i = 0; i < plan->heads.e.n; i++)
		if (plan->heads.e.v[i].from < e.to && e.from < plan->heads.e.v[i].to)
			return i;
	return k;
}
