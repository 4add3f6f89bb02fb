/* Columns whose numbers begin (or end) below each other: they are as wide as their cells, so that a
 * heading that is set in the middle of its cell stands over the column it is of. */
#include "import/pdf_table.h"

#include <math.h>
#include <stdlib.h>

#include "import/pdf_extent.h"

/* Numbers begin (end) below each other where that differs by less, and are of different widths
 * where they end (begin) as far apart; in em. */
#define LEVEL 0.12
#define RAGGED 0.3
/* Headings so far apart are of two columns, in em. */
#define APART 1.0

struct edges {
	double least, most;
};

static void look(struct edges *e, double at)
{
	e->least = lesser(e->least, at);
	e->most = greater(e->most, at);
}

enum aligned { ALIGNED_UNKNOWN, ALIGNED_LEFT, ALIGNED_RIGHT, ALIGNED_OTHERWISE };

static enum aligned aligned_of(const struct pdf_table *t, const struct pdf_column *c)
{
	struct edges left = {INFINITY, -INFINITY}, right = left;

	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];

		if (!a->value || !t->page->words.v[a->first].number || a->x1 <= c->x0 ||
			c->x1 <= a->x0)
			continue;
		look(&left, a->x0);
		look(&right, a->x1);
	}
	double begins = (left.most - left.least) / t->em, ends = (right.most - right.least) / t->em;

	if (begins < LEVEL && ends < RAGGED)
		return ALIGNED_UNKNOWN;
	if (begins < LEVEL)
		return ALIGNED_LEFT;
	return ends < LEVEL && begins >= RAGGED ? ALIGNED_RIGHT : ALIGNED_OTHERWISE;
}

/* As all columns are that tell it. */
static enum aligned find_aligned(const struct pdf_table *t)
{
	enum aligned all = ALIGNED_UNKNOWN;

	for (size_t c = 0; c < t->values.n; c++) {
		enum aligned one = aligned_of(t, &t->values.v[c]);

		if (one == ALIGNED_UNKNOWN)
			continue;
		if (all != ALIGNED_UNKNOWN && one != all)
			return ALIGNED_OTHERWISE;
		all = one;
	}
	return all;
}

static void widen(struct pdf_table *t, enum aligned how)
{
	double end = 0;

	for (size_t i = 0; i < t->atoms.n; i++)
		end = greater(end, t->atoms.v[i].x1);
	for (size_t c = 0; c + 1 < t->values.n && how == ALIGNED_LEFT; c++)
		t->values.v[c].x1 = t->values.v[c + 1].x0;
	if (how == ALIGNED_LEFT)
		t->values.v[t->values.n - 1].x1 = end;
	for (size_t c = t->values.n; c-- > 0 && how == ALIGNED_RIGHT;)
		t->values.v[c].x0 =
			c ? t->values.v[c - 1].x1 : lesser(t->values.v[c].x0, t->labels_end);
}

/* Where two headings of a line stand over one column, nothing is printed in one of them. */
static void part(struct pdf_table *t, const struct pdf_atom *a, const struct pdf_atom *b)
{
	for (size_t c = 0; c < t->values.n && t->values.n < PDF_COLS_MAX; c++) {
		struct pdf_column *v = &t->values.v[c];

		if (a->x0 < v->x0 || b->x1 > v->x1)
			continue;
		struct pdf_column rest = {b->x0, v->x1, true};

		v->x1 = b->x0;
		vec_push(&t->values);
		for (size_t i = t->values.n - 1; i > c + 1; i--)
			t->values.v[i] = t->values.v[i - 1];
		t->values.v[c + 1] = rest;
		return;
	}
}

static bool holds_value(const struct pdf_table *t, const struct pdf_strip *s)
{
	for (size_t i = s->first; i < s->first + s->n; i++)
		if (t->atoms.v[i].value)
			return true;
	return false;
}

void pdf_columns_widen(struct pdf_table *t)
{
	enum aligned how = find_aligned(t);

	if (how != ALIGNED_LEFT && how != ALIGNED_RIGHT)
		return;
	widen(t, how);
	for (size_t i = 0; i < t->strips.n && !holds_value(t, &t->strips.v[i]); i++) {
		const struct pdf_atom *a = &t->atoms.v[t->strips.v[i].first];

		for (size_t k = 1; k < t->strips.v[i].n; k++)
			if (a[k].x0 - a[k - 1].x1 > APART * t->em)
				part(t, &a[k - 1], &a[k]);
	}
}
