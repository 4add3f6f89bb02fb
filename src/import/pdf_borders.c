/* Strokes to borders: those side by side are one, double ones too. */
#include "import/pdf_borders.h"

#include <math.h>
#include <stdlib.h>

#include "import/pdf_extent.h"

/* Strokes nearer side by side are one border, and so are those nearer than any column or row is
 * wide (PDF_BORDER_NARROW), as double borders and those of cells that stand apart are: the first
 * such of a border and its last. In points. */
#define SAME_BORDER 2.6
#define WIDEST 10.0
/* Two strokes of one border are so long, of the longer one. */
#define ALIKE 0.25
/* A table that is open at a side goes on there for more than this, in points. */
#define OPEN 8.4

static int by_place(const void *a, const void *b)
{
	const struct border *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

static void measure(struct frame *f)
{
	f->x0 = f->y0 = INFINITY;
	f->x1 = f->y1 = -INFINITY;
	for (size_t i = 0; i < f->s->v.n; i++) {
		const struct pdf_rule *r = &f->s->v.v[i];

		if (!pdf_is_of_frame(f, i))
			continue;
		bool across = i < f->s->across;

		f->x0 = lesser(f->x0, across ? r->from : r->at);
		f->x1 = greater(f->x1, across ? r->to : r->at);
		f->y0 = lesser(f->y0, across ? r->at : r->from);
		f->y1 = greater(f->y1, across ? r->at : r->to);
	}
}

/* Is there a word of the frame that has room between two strokes? */
static bool holds_word(const struct frame *f, bool down, double from, double to)
{
	for (size_t i = 0; i < f->words->v.n; i++) {
		const struct pdf_word *w = &f->words->v.v[i];
		double x = pdf_middle(w->x0, w->x1), y = pdf_middle(w->y0, w->y1);

		if (f->x0 < x && x < f->x1 && f->y0 < y && y < f->y1 &&
			from - PDF_BORDER_SLACK < (down ? w->x0 : w->y0) &&
			(down ? w->x1 : w->y1) < to + PDF_BORDER_SLACK)
			return true;
	}
	return false;
}

/* Nothing has room between them, and one is drawn nearly as far as the other: no letter's stroke
 * beside a border. */
static bool are_double(
	const struct frame *f, const struct border *a, const struct border *b, bool down)
{
	return b->from - a->to < PDF_BORDER_NARROW && b->to - a->from < WIDEST &&
	       lesser(a->length, b->length) > ALIKE * greater(a->length, b->length) &&
	       !holds_word(f, down, a->to, b->from);
}

/* Makes one of those that are side by side, or may be a double one. */
static void join_borders(const struct frame *f, struct borders *b, bool twice)
{
	size_t n = 0;

	if (b->v.n)
		qsort(b->v.v, b->v.n, sizeof *b->v.v, by_place);
	for (size_t i = 0; i < b->v.n; i++) {
		struct border *last = n ? &b->v.v[n - 1] : NULL, *next = &b->v.v[i];

		if (last && (next->to - last->from < SAME_BORDER ||
				    (twice && are_double(f, last, next, b->down)))) {
			bool same = last->from == next->to;

			last->to = greater(last->to, next->to);
			last->length = same ? last->length + next->length
					    : greater(last->length, next->length);
		} else {
			b->v.v[n++] = *next;
		}
	}
	b->v.n = n;
}

static void add_border(struct borders *b, double at, double length)
{
	*vec_push(&b->v) = (struct border){at, at, length};
}

/* A table may be open at its sides: then it ends where the strokes do. */
static void add_ends(struct borders *b, double first, double last)
{
	if (b->v.n && first < b->v.v[0].from - OPEN)
		add_border(b, first, 0);
	if (b->v.n && last > b->v.v[b->v.n - 1].to + OPEN)
		add_border(b, last, 0);
}

void pdf_borders_find(struct frame *f, struct borders *x, struct borders *y)
{
	measure(f);
	for (size_t i = 0; i < f->s->v.n; i++) {
		const struct pdf_rule *r = &f->s->v.v[i];

		if (pdf_is_of_frame(f, i))
			add_border(i < f->s->across ? y : x, r->at, r->to - r->from);
	}
	join_borders(f, x, false);
	join_borders(f, y, false);
	join_borders(f, x, true);
	join_borders(f, y, true);
	add_ends(x, f->x0, f->x1);
	add_ends(y, f->y0, f->y1);
	join_borders(f, x, false);
	join_borders(f, y, false);
}
