/* A table that goes on from the page before: what that page's headings and numbers told of columns
 * holds here, too, where a column may have no number. */
#include "import/pdf_table.h"

#include <math.h>
#include <stdlib.h>

#include "import/pdf_extent.h"

/* Pages of one report are as wide as each other, in points. */
#define SAME_WIDTH 1.0
/* A column is no nearer to another, by the least that columns of numbers are apart. */
#define EVEN 0.7

static bool lies_over(const struct pdf_column *a, const struct pdf_column *b)
{
	return a->x0 < b->x1 && b->x0 < a->x1;
}

static size_t columns_over(const struct pdf_column *v, size_t n, const struct pdf_column *c)
{
	size_t over = 0;

	for (size_t i = 0; i < n; i++)
		over += lies_over(&v[i], c);
	return over;
}

/* All words that are no numbers stand left of all columns: there are no headings. */
static bool has_only_labels(const struct pdf_table *t, double begin)
{
	for (size_t i = 0; i < t->atoms.n; i++)
		if (!t->atoms.v[i].value && t->atoms.v[i].x1 > begin)
			return false;
	return true;
}

/* Each column is one of those before. */
static bool goes_on(const struct pdf_table *t)
{
	const struct pdf_before *b = t->before;

	if (b->values.n <= t->values.n || fabs(b->width - t->page->width) > SAME_WIDTH ||
		!has_only_labels(t, b->values.v[0].x0))
		return false;
	for (size_t c = 0; c < t->values.n; c++)
		if (columns_over(b->values.v, b->values.n, &t->values.v[c]) != 1)
			return false;
	for (size_t c = 0; c < b->values.n; c++)
		if (columns_over(t->values.v, t->values.n, &b->values.v[c]) > 1)
			return false;
	return true;
}

static int by_left(const void *a, const void *b)
{
	const struct pdf_column *x = a, *y = b;

	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

/* A heading tells of no column left of all numbers: it may be that of the labels. */
static bool is_taken(const struct pdf_table *t, const struct pdf_column *c)
{
	return !columns_over(t->values.v, t->values.n, c) &&
	       !(c->headed && c->x0 < t->values.v[0].x0);
}

static double middle(const struct pdf_column *c)
{
	return pdf_middle(c->x0, c->x1);
}

/* No column is much nearer to another than those of numbers are: what stands between them is a part
 * of their headings. */
static bool is_even(const struct pdf_table *t, const struct pdf_column *with)
{
	double least = INFINITY, near = INFINITY;

	for (size_t c = 0; c < t->values.n; c++) {
		if (c > 0)
			least = lesser(
				least, middle(&t->values.v[c]) - middle(&t->values.v[c - 1]));
		near = lesser(near, fabs(middle(&t->values.v[c]) - middle(with)));
	}
	return t->values.n < 2 || near > EVEN * least;
}

void pdf_columns_take(struct pdf_table *t)
{
	VEC(struct pdf_column) more = {0};

	if (!t->before || t->before->values.n == 0 || !goes_on(t))
		return;
	for (size_t c = 0; c < t->before->values.n; c++) {
		const struct pdf_column *one = &t->before->values.v[c];

		if (!is_taken(t, one))
			continue;
		if (one->headed && !is_even(t, one)) {
			more.n = 0;
			break;
		}
		*vec_push(&more) = *one;
	}
	for (size_t i = 0; i < more.n; i++)
		*vec_push(&t->values) = more.v[i];
	vec_free(&more);
	qsort(t->values.v, t->values.n, sizeof *t->values.v, by_left);
}
