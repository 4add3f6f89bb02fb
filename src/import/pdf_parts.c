/* Rows that are parts of others: lines of numbers that stand off from the rest of their row. */
#include "import/pdf_table.h"

#include <math.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* What is left of a number or remark is no farther from the rest of it, in em; in a table without
 * labels, which has one row, no farther from that; beside a label it is right below the rest. */
#define FRAGMENT_GAP 0.5
#define FRAGMENT_LEVEL 0.3
#define FRAGMENT_ALONE 3.5

/* A mark for nothing is the whole of its cell. */
static bool is_mark(const struct pdf_table *t, const struct pdf_atom *a)
{
	struct str s = t->page->words.v[a->first].text;

	if (!t->page->words.v[a->first].number)
		return false;
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if ((ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19))
			return false;
	}
	return true;
}

/* How near row o comes to atom a in its column, in points; INFINITY where it has nothing there. */
static double gap_to(const struct pdf_table *t, size_t o, const struct pdf_atom *a)
{
	double gap = INFINITY;

	if (is_mark(t, a))
		return INFINITY;
	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n && s->kind == PDF_ROW && s->row == o;
			k++) {
			const struct pdf_atom *b = &t->atoms.v[k];

			if (pdf_is_label(t, b) || b->col != a->col)
				continue;
			if (is_mark(t, b))
				return INFINITY;
			gap = lesser(gap, greater(b->y0 - a->y1, a->y0 - b->y1));
		}
	}
	return gap;
}

static size_t values_of(const struct pdf_table *t, size_t row)
{
	size_t n = 0;

	for (size_t i = 0; i < t->strips.n; i++)
		for (size_t k = t->strips.v[i].first;
			k < t->strips.v[i].first + t->strips.v[i].n &&
			t->strips.v[i].kind == PDF_ROW && t->strips.v[i].row == row;
			k++)
			n += !pdf_is_label(t, &t->atoms.v[k]);
	return n;
}

/* How far what row r has is from what row o has in the same columns, at most; INFINITY where r has
 * something beside which o has nothing, unless rows have no labels: then they are all parts of one.
 */
static double apart(const struct pdf_table *t, size_t r, size_t o)
{
	double most = -INFINITY;

	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n && s->kind == PDF_ROW && s->row == r;
			k++) {
			double gap = pdf_is_label(t, &t->atoms.v[k]) ? -INFINITY
								     : gap_to(t, o, &t->atoms.v[k]);

			if (isinf(gap) && gap > 0 && t->labels.n == 0)
				gap = fabs(t->rows.v[o].y - t->rows.v[r].y) -
				      FRAGMENT_ALONE * t->em;
			most = greater(most, gap);
		}
	}
	return most;
}

size_t pdf_row_whole(const struct pdf_table *t, size_t r, bool labels_placed)
{
	size_t best = r, n = values_of(t, r);
	double least = (t->rows.v[r].level ? FRAGMENT_LEVEL : FRAGMENT_GAP) * t->em;

	for (size_t o = r > 2 ? r - 3 : 0; o <= r + 3 && o < t->rows.n; o++) {
		if (o == r || (labels_placed && t->labels.n && !t->rows.v[o].labelled) ||
			values_of(t, o) * 2 < n * 3)
			continue;
		double gap = apart(t, r, o);

		if (gap < least) {
			least = gap;
			best = o;
		}
	}
	return best;
}

void pdf_parts_find(struct pdf_table *t)
{
	for (size_t r = 0; r < t->rows.n; r++) {
		size_t o = pdf_row_whole(t, r, false);

		t->rows.v[r].part = o != r && values_of(t, r) * 2 <= values_of(t, o);
	}
}
