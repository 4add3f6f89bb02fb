/* Columns: where numbers stand over one another, and, left of those, where labels do. */
#include "import/pdf_table.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* Words of a label are no farther apart, in em. */
#define ATOM_GAP 0.7
/* The lowest headings of neighbouring columns end no farther apart, in em. */
#define HEAD_LEVEL 4
/* Lines of one heading are no farther apart, in em. */
#define HEAD_GAP 0.5
/* And begin no farther from where another does, in em. */
#define HEAD_LEFT 0.3
/* A label, or half of one, is level with a value that is no farther, in em. */
#define LEVEL_WITH 0.7

/* --- atoms --- */

static bool overlaps(const struct pdf_column *c, double x0, double x1)
{
	return c->x0 < x1 && x0 < c->x1;
}

/* The columns of values that [x0, x1) lies over: how many, the first in *first. */
static size_t columns_under(const struct pdf_table *t, double x0, double x1, size_t *first)
{
	size_t n = 0;

	for (size_t c = 0; c < t->values.n; c++)
		if (overlaps(&t->values.v[c], x0, x1) && n++ == 0)
			*first = c;
	return n;
}

/* "22件", "-3", "251000元", but not "1.属于…" */
static bool is_value(struct str s)
{
	size_t at = 0;
	unsigned ch = utf8_next(s, &at);

	if (at < s.n && (ch == '-' || ch == 0xff0d || ch == 0x2212))
		ch = utf8_next(s, &at);
	return ((ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19)) && !pdf_is_numbered(s);
}

static void close_atom(struct pdf_table *t, struct pdf_atom *a)
{
	const struct pdf_word *w = &t->page->words.v[a->first];

	a->value = a->n == 1 && (w->number || is_value(w->text));
	a->numbered = pdf_is_numbered(w->text);
	a->colspan = 1;
}

/* The column of values that a word is over, if it is just one; STR_NONE: none or several. */
static size_t only_column(const struct pdf_table *t, const struct pdf_word *w)
{
	size_t first = 0;

	return columns_under(t, w->x0, w->x1, &first) == 1 ? first : STR_NONE;
}

/* Numbers side by side are atoms each, however close; so are words over different columns, and a
 * number in a column and the end of a label before it. */
static bool continues(const struct pdf_table *t, const struct pdf_word *before)
{
	const struct pdf_word *w = before + 1;
	size_t a = only_column(t, before), b = only_column(t, w);

	if (w->x0 - before->x1 > ATOM_GAP * t->em || (before->number && w->number) ||
		pdf_is_numbered(w->text))
		return false;
	if (a == b)
		return true;
	return (a == STR_NONE || b == STR_NONE) && !(w->number && b != STR_NONE) &&
	       !(before->number && a != STR_NONE);
}

static void add_atoms(struct pdf_table *t, size_t line)
{
	const struct pdf_line *l = &t->page->lines.v[line];
	struct pdf_atom *a = NULL;

	for (size_t i = l->first; i < l->first + l->n; i++) {
		const struct pdf_word *w = &t->page->words.v[i];

		if (!a || !continues(t, w - 1)) {
			if (a)
				close_atom(t, a);
			a = vec_push(&t->atoms);
			*a = (struct pdf_atom){
				i, 0, line, w->x0, w->y0, w->x1, w->y1, false, false, 0, 1};
		}
		a->n++;
		a->x1 = greater(a->x1, w->x1);
		a->y0 = lesser(a->y0, w->y0);
		a->y1 = greater(a->y1, w->y1);
	}
	if (a)
		close_atom(t, a);
}

static void find_atoms(struct pdf_table *t)
{
	t->atoms.n = t->strips.n = 0;
	for (size_t line = t->from; line < t->to; line++) {
		struct pdf_strip *s = vec_push(&t->strips);
		const struct pdf_line *l = &t->page->lines.v[line];

		s->first = t->atoms.n;
		s->y = pdf_middle(l->y0, l->y1);
		add_atoms(t, line);
		s->n = t->atoms.n - s->first;
	}
}

/* --- columns of values --- */

static int by_left(const void *a, const void *b)
{
	const struct pdf_column *x = a, *y = b;

	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

/* Sorts ranges and joins those that overlap; how many are left. */
static size_t join_ranges(struct pdf_column *v, size_t n)
{
	size_t out = 0;

	if (n)
		qsort(v, n, sizeof *v, by_left);
	for (size_t i = 0; i < n; i++) {
		if (out && v[i].x0 < v[out - 1].x1) {
			v[out - 1].x1 = greater(v[out - 1].x1, v[i].x1);
			v[out - 1].headed = v[out - 1].headed && v[i].headed;
		} else {
			v[out++] = v[i];
		}
	}
	return out;
}

/* Bare numbers tell columns best; a number with words behind it is as wide as its cell, so it only
 * tells of a column where no other number stands. */
static void find_numbers(struct pdf_table *t, bool bare)
{
	VEC(struct pdf_column) more = {0};
	size_t first;

	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];

		if (a->value && t->page->words.v[a->first].number == bare &&
			(bare || columns_under(t, a->x0, a->x1, &first) == 0))
			*vec_push(&more) = (struct pdf_column){a->x0, a->x1, false};
	}
	for (size_t i = 0; i < more.n; i++)
		*vec_push(&t->values) = more.v[i];
	vec_free(&more);
	t->values.n = join_ranges(t->values.v, t->values.n);
}

static bool is_beside_value(const struct pdf_table *t, const struct pdf_atom *a)
{
	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *v = &t->atoms.v[i];

		if (v->value && fabs(pdf_middle(v->y0, v->y1) - pdf_middle(a->y0, a->y1)) <
					LEVEL_WITH * t->em)
			return true;
	}
	return false;
}

/* Labels end where those level with values do: what stands alone between them and the values is a
 * heading over the whole table. */
static void find_labels_end(struct pdf_table *t)
{
	t->labels_end = 0;
	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];

		if (!a->value && a->x1 <= t->values.v[0].x0 && a->x1 > t->labels_end &&
			is_beside_value(t, a))
			t->labels_end = a->x1;
	}
}

/* The lowest atom over column c above line `line`. */
static const struct pdf_atom *lowest_over(const struct pdf_table *t, size_t c, size_t line)
{
	const struct pdf_atom *lowest = NULL;

	for (size_t i = 0; i < t->atoms.n && t->atoms.v[i].line < line; i++)
		if (!t->atoms.v[i].value &&
			overlaps(&t->values.v[c], t->atoms.v[i].x0, t->atoms.v[i].x1))
			lowest = &t->atoms.v[i];
	return lowest;
}

/* Right below a line over just one column, and begins where that does: the last line of the
 * column's heading, set to the left of its cell. */
static bool ends_heading(const struct pdf_table *t, const struct pdf_atom *a)
{
	size_t first;

	for (const struct pdf_atom *b = t->atoms.v; b < a; b++)
		if (b->line < a->line && !b->value && fabs(a->x0 - b->x0) < HEAD_LEFT * t->em &&
			a->y0 - b->y1 < HEAD_GAP * t->em &&
			columns_under(t, b->x0, b->x1, &first) == 1)
			return true;
	return false;
}

/* A heading between columns or behind the last, as low as its neighbours' headings, with nothing
 * under it: a column in which nothing is printed. */
static bool heads_empty_column(const struct pdf_table *t, const struct pdf_atom *a, size_t line)
{
	size_t first, right = 0;

	if (a->value || columns_under(t, a->x0, a->x1, &first) || ends_heading(t, a) ||
		(a->x1 < t->values.v[0].x0 && a->x0 < t->labels_end))
		return false;
	while (right < t->values.n && t->values.v[right].x0 < a->x0)
		right++;
	for (size_t i = 0; i < t->atoms.n && t->atoms.v[i].line < line; i++)
		if (t->atoms.v[i].y0 > pdf_middle(a->y0, a->y1) && t->atoms.v[i].x0 < a->x1 &&
			a->x0 < t->atoms.v[i].x1)
			return false;
	const struct pdf_atom *beside =
		lowest_over(t, right < t->values.n ? right : right - 1, line);

	return beside && fabs(beside->y1 - a->y1) < HEAD_LEVEL * t->em;
}

/* The first line with values. */
static size_t first_of_values(const struct pdf_table *t)
{
	size_t line = t->to;

	for (size_t i = 0; i < t->atoms.n; i++)
		if (t->atoms.v[i].value && t->atoms.v[i].line < line)
			line = t->atoms.v[i].line;
	return line;
}

/* false: none. */
static bool find_empty_columns(struct pdf_table *t)
{
	size_t line = first_of_values(t), n = t->values.n;
	VEC(struct pdf_column) more = {0};

	for (size_t i = 0; i < t->atoms.n && t->atoms.v[i].line < line && n < PDF_COLS_MAX; i++)
		if (heads_empty_column(t, &t->atoms.v[i], line))
			*vec_push(&more) =
				(struct pdf_column){t->atoms.v[i].x0, t->atoms.v[i].x1, true};
	bool found = more.n > 0;

	for (size_t i = 0; i < more.n; i++)
		*vec_push(&t->values) = more.v[i];
	vec_free(&more);
	t->values.n = join_ranges(t->values.v, t->values.n);
	return found;
}

/* --- columns of labels --- */

static int by_width(const void *a, const void *b)
{
	const struct pdf_atom *const *x = a, *const *y = b;
	double wx = (*x)->x1 - (*x)->x0, wy = (*y)->x1 - (*y)->x0;

	if (wx != wy)
		return wx < wy ? -1 : 1;
	return (*x > *y) - (*x < *y);
}

/* Which columns the range lies in, going by at least half of the smaller. */
static size_t columns_of(const struct pdf_table *t, double x0, double x1, size_t *first)
{
	size_t n = 0;

	for (size_t c = 0; c < t->labels.n; c++) {
		const struct pdf_column *l = &t->labels.v[c];
		double common = lesser(l->x1, x1) - greater(l->x0, x0);

		if (common > 0.4 * lesser(l->x1 - l->x0, x1 - x0) && n++ == 0)
			*first = c;
	}
	return n;
}

/* The last column that begins left of x; the first where none does. */
static struct pdf_column *column_before(struct pdf_table *t, double x)
{
	struct pdf_column *best = NULL;

	for (size_t c = 0; c < t->labels.n; c++)
		if (t->labels.v[c].x0 <= x && (!best || t->labels.v[c].x0 > best->x0))
			best = &t->labels.v[c];
	return best ? best : t->labels.v;
}

static void widen_label(struct pdf_column *l, const struct pdf_atom *a)
{
	l->x0 = lesser(l->x0, a->x0);
	l->x1 = greater(l->x1, a->x1);
}

/* Labels of rows tell the columns; their headings may stand beside all of them. */
static void add_label(struct pdf_table *t, const struct pdf_atom *a, bool heading)
{
	size_t first, in = columns_of(t, a->x0, a->x1, &first);

	if (in == 0 && heading && t->labels.n)
		widen_label(column_before(t, a->x0), a);
	else if (in == 0)
		*vec_push(&t->labels) = (struct pdf_column){a->x0, a->x1, false};
	else if (in == 1)
		widen_label(&t->labels.v[first], a);
}

/* The narrow ones first: they are within one column; what is over several is a label of merged
 * cells. */
static void find_labels(struct pdf_table *t)
{
	struct pdf_atom **by = mem_alloc_array(t->atoms.n, sizeof *by);
	size_t n = 0, line = first_of_values(t);

	for (size_t i = 0; i < t->atoms.n; i++)
		if (pdf_is_label(t, &t->atoms.v[i]))
			by[n++] = &t->atoms.v[i];
	qsort(by, n, sizeof *by, by_width);
	for (int heading = 0; heading < 2; heading++)
		for (size_t i = 0; i < n && t->labels.n < PDF_COLS_MAX; i++)
			if ((by[i]->line < line) == (heading == 1))
				add_label(t, by[i], heading);
	free(by);
	if (t->labels.n)
		qsort(t->labels.v, t->labels.n, sizeof *t->labels.v, by_left);
}

static void place_atoms(struct pdf_table *t)
{
	for (size_t i = 0; i < t->atoms.n; i++) {
		struct pdf_atom *a = &t->atoms.v[i];
		bool label = pdf_is_label(t, a);
		size_t first = 0, n = label ? columns_of(t, a->x0, a->x1, &first)
					    : columns_under(t, a->x0, a->x1, &first);

		a->col = first;
		a->colspan = n ? n : 1;
		if (n || label)
			continue;
		/* over none: the nearest */
		double best = INFINITY;

		for (size_t c = 0; c < t->values.n; c++) {
			double away = fabs(pdf_middle(t->values.v[c].x0, t->values.v[c].x1) -
					   pdf_middle(a->x0, a->x1));

			if (away < best) {
				best = away;
				a->col = c;
			}
		}
	}
}

bool pdf_columns_find(struct pdf_table *t)
{
	find_atoms(t);
	find_numbers(t, true);
	find_numbers(t, false);
	if (t->values.n == 0 || t->values.n > PDF_COLS_MAX)
		return false;
	find_atoms(t); /* now that columns part words */
	pdf_columns_take(t);
	find_labels_end(t);
	pdf_columns_widen(t);
	if (find_empty_columns(t))
		find_atoms(t); /* and those part headings */
	find_labels(t);
	place_atoms(t);
	return true;
}
