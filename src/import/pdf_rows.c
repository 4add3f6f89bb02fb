/* Rows: lines with numbers in the columns of values, and what the lines between them are. */
#include "import/pdf_table.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* A line of values nearer to another than this belongs to its row, in em. */
#define SAME_ROW 0.95
/* and than this to the line above: two rows are a line apart. */
#define NEXT_LINE 0.75
/* Numbers of two rows lie over one another by no more, in em. */
#define OVERLAP 0.4
/* A number cut at its cell's edge is as wide as the widest but for this; its rest is right below.
 */
#define FULL_SLACK 0.35
#define BROKEN_GAP 0.6
/* A line of a remark is no wider than the one above it but for this; one in brackets no wider at
 * all. */
#define REMARK_SLACK 1.1
#define REMARK_WIDTH 7

bool pdf_is_label(const struct pdf_table *t, const struct pdf_atom *a)
{
	return !a->value && a->x1 <= t->values.v[0].x0 && a->x0 < t->labels_end;
}

/* --- strips --- */

static bool has_values(const struct pdf_table *t, const struct pdf_strip *s)
{
	for (size_t i = s->first; i < s->first + s->n; i++)
		if (t->atoms.v[i].value && !pdf_is_label(t, &t->atoms.v[i]))
			return true;
	return false;
}

static bool has_heading(const struct pdf_table *t, const struct pdf_strip *s)
{
	for (size_t i = s->first; i < s->first + s->n; i++)
		if (!t->atoms.v[i].value && !pdf_is_label(t, &t->atoms.v[i]))
			return true;
	return false;
}

/* The atom of a column of values right above this one, NULL: none near. */
static const struct pdf_atom *value_above(const struct pdf_table *t, const struct pdf_atom *a)
{
	for (const struct pdf_atom *o = a; o-- > t->atoms.v;) {
		if (o->line == a->line || pdf_is_label(t, o) || o->col != a->col)
			continue;
		return a->y0 - o->y1 < 0.5 * t->em ? o : NULL;
	}
	return NULL;
}

static bool is_bracket(struct str s)
{
	return str_starts(s, "（") || str_starts(s, "(");
}

/* A remark that goes on: words right below a value or the rest of one, no wider than what is above
 * them, which reached its cell's edge, and nothing else beside them. */
static bool is_remark(const struct pdf_table *t, size_t at, bool above_is_row)
{
	const struct pdf_strip *s = &t->strips.v[at];
	size_t words = 0;

	for (size_t i = s->first; i < s->first + s->n && above_is_row; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];

		if (pdf_is_label(t, a))
			continue;
		const struct pdf_atom *o = value_above(t, a);

		if (!o || a->colspan > 1)
			return false;
		if (a->x1 - a->x0 > o->x1 - o->x0 + REMARK_SLACK * t->em &&
			!(is_bracket(t->page->words.v[a->first].text) &&
				a->x1 - a->x0 < REMARK_WIDTH * t->em))
			return false;
		words++;
	}
	return words > 0;
}

/* Lines of labels between or beside lines of headings are of the headings. */
static void spread_headings(struct pdf_table *t)
{
	for (size_t i = 0; i < t->strips.n; i++) {
		struct pdf_strip *s = &t->strips.v[i];
		const struct pdf_line *l = &t->page->lines.v[t->from + i];

		if (s->kind != PDF_LABEL)
			continue;
		for (size_t k = i > 4 ? i - 4 : 0; k < i + 5 && k < t->strips.n; k++) {
			const struct pdf_line *o = &t->page->lines.v[t->from + k];

			if (t->strips.v[k].kind == PDF_HEADING && o->y0 < l->y1 && l->y0 < o->y1)
				s->kind = PDF_LABEL + 1; /* of a heading, told below */
		}
	}
	for (size_t i = 0; i < t->strips.n; i++)
		if (t->strips.v[i].kind > PDF_LABEL)
			t->strips.v[i].kind = PDF_HEADING;
}

/* --- numbers broken over lines --- */

/* The value of a strip in a column; NULL: none. */
static const struct pdf_atom *value_at(
	const struct pdf_table *t, const struct pdf_strip *s, size_t col)
{
	for (size_t i = s->first; i < s->first + s->n; i++)
		if (!pdf_is_label(t, &t->atoms.v[i]) && t->atoms.v[i].col == col)
			return &t->atoms.v[i];
	return NULL;
}

/* As wide as anything printed in its column, and of two digits or more: it may have been cut there.
 */
static bool is_full(const struct pdf_table *t, const struct pdf_atom *a)
{
	double widest = 0;

	for (size_t i = 0; i < t->atoms.n; i++)
		if (t->atoms.v[i].value && t->atoms.v[i].col == a->col)
			widest = greater(widest, t->atoms.v[i].x1 - t->atoms.v[i].x0);
	return utf8_count(t->page->words.v[a->first].text) >= 2 &&
	       a->x1 - a->x0 > widest - FULL_SLACK * t->em;
}

/* Everything in strip b is the rest of something in the strips of the row above. */
static bool is_rest(const struct pdf_table *t, size_t row, const struct pdf_strip *b)
{
	size_t values = 0;

	for (size_t i = b->first; i < b->first + b->n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i], *over = NULL;

		if (pdf_is_label(t, a))
			continue;
		for (size_t k = 0; &t->strips.v[k] < b; k++)
			if (t->strips.v[k].kind == PDF_ROW && t->strips.v[k].row == row) {
				const struct pdf_atom *o = value_at(t, &t->strips.v[k], a->col);

				over = o ? o : over;
			}
		/* a remark goes on below anything, a number only below one that was cut */
		if (!over || (a->value && !is_full(t, over)) ||
			a->y0 - over->y1 > BROKEN_GAP * t->em)
			return false;
		values++;
	}
	return values > 0;
}

/* What stands left of strip b, level with it or between it and the row above: a label that begins
 * there, one that goes on, none. One half way between is centred against both: they are one row. */
enum beside { BESIDE_NONE, BESIDE_PLAIN, BESIDE_NUMBERED, BESIDE_BETWEEN };

static enum beside label_beside(const struct pdf_table *t, double above, double y)
{
	enum beside found = BESIDE_NONE;
	double em = t->em, middle = pdf_middle(above, y);

	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];
		double at = pdf_middle(a->y0, a->y1);

		if (!pdf_is_label(t, a) || at < middle - 0.2 * em || at > y + 0.6 * em)
			continue;
		if (fabs(at - middle) < 0.2 * em)
			return BESIDE_BETWEEN;
		if (a->numbered)
			return BESIDE_NUMBERED;
		found = BESIDE_PLAIN;
	}
	return found;
}

/* Are most labels of the table numbered? Then one that is not begins no row. */
static bool is_numbered_table(const struct pdf_table *t)
{
	size_t numbered = 0, rows = 0;

	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		rows += s->kind == PDF_ROW;
		for (size_t k = s->first; k < s->first + s->n; k++)
			numbered += pdf_is_label(t, &t->atoms.v[k]) && t->atoms.v[k].numbered;
	}
	return numbered * 3 >= rows && numbered > 0;
}

static bool goes_on(const struct pdf_table *t, size_t row, const struct pdf_strip *s, bool numbered)
{
	if (!is_rest(t, row, s))
		return false;
	switch (label_beside(t, t->rows.v[row].top, s->y)) {
	case BESIDE_NUMBERED:
		return false;
	case BESIDE_PLAIN:
		return numbered;
	default:
		return true;
	}
}

/* --- rows --- */

/* Do the strips have numbers over one another in several columns? Then they are two rows, however
 * close their lines. */
static bool are_two_rows(
	const struct pdf_table *t, const struct pdf_strip *a, const struct pdf_strip *b)
{
	size_t both = 0;

	for (size_t i = b->first; i < b->first + b->n; i++) {
		const struct pdf_atom *x = &t->atoms.v[i], *o;

		if (!x->value || pdf_is_label(t, x) || !(o = value_at(t, a, x->col)))
			continue;
		both += o->value && o->y1 - x->y0 < OVERLAP * t->em;
	}
	return both > 1;
}

static void add_row(struct pdf_table *t, size_t strip, bool numbered)
{
	struct pdf_strip *s = &t->strips.v[strip];
	struct pdf_row *last = t->rows.n ? &t->rows.v[t->rows.n - 1] : NULL;

	if (last && goes_on(t, t->rows.n - 1, s, numbered)) {
		/* where most values are broken the row's middle is between their lines */
		if (s->n * 2 > t->strips.v[last->line].n)
			last->y = pdf_middle(last->top, s->y);
	} else if (!last || are_two_rows(t, &t->strips.v[last->line], s) ||
		   (s->y - last->y > SAME_ROW * t->em && s->y - last->bottom > NEXT_LINE * t->em)) {
		last = vec_push(&t->rows);
		*last = (struct pdf_row){
			.y = s->y, .top = s->y, .bottom = s->y, .line = strip, .is = t->rows.n - 1};
	} else if (s->n > t->strips.v[last->line].n) {
		last->y = s->y;
		last->line = strip;
	}
	t->rows.v[t->rows.n - 1].bottom = s->y;
	s->row = t->rows.n - 1;
}

/* Right above or below atom a in its column, in row o: words that are no number. */
static bool has_rest(const struct pdf_table *t, size_t o, const struct pdf_atom *a)
{
	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n && s->kind == PDF_ROW && s->row == o;
			k++) {
			const struct pdf_atom *b = &t->atoms.v[k];

			if (!pdf_is_label(t, b) && b->col == a->col && !b->value &&
				greater(b->y0 - a->y1, a->y0 - b->y1) < 0.5 * t->em)
				return true;
		}
	}
	return false;
}

/* Does what row r has in column c, if anything, go on in row o? Adds to *n how much that is. */
static bool goes_on_in(const struct pdf_table *t, size_t r, size_t o, size_t c, size_t *n)
{
	size_t here = 0;
	bool on = false;

	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n && s->kind == PDF_ROW && s->row == r;
			k++)
			if (!pdf_is_label(t, &t->atoms.v[k]) && t->atoms.v[k].col == c) {
				here++;
				on = on || has_rest(t, o, &t->atoms.v[k]);
			}
	}
	*n += here;
	return on || here == 0;
}

/* Is all that row r has the begin (or the end) of remarks that go on in row o? */
static bool is_remark_of(const struct pdf_table *t, size_t r, size_t o)
{
	size_t n = 0;

	for (size_t c = 0; c < t->values.n; c++)
		if (!goes_on_in(t, r, o, c, &n))
			return false;
	return n > 0 && t->strips.v[t->rows.v[r].line].n <= t->strips.v[t->rows.v[o].line].n;
}

static void join_rows(struct pdf_table *t, size_t r, size_t o)
{
	for (size_t i = 0; i < t->strips.n; i++) {
		struct pdf_strip *s = &t->strips.v[i];

		if (s->kind == PDF_ROW && s->row == r)
			s->row = o;
		if (s->kind == PDF_ROW && s->row > r)
			s->row--;
	}
	memmove(t->rows.v + r, t->rows.v + r + 1, (t->rows.n - r - 1) * sizeof *t->rows.v);
	t->rows.n--;
	for (size_t i = r; i < t->rows.n; i++)
		t->rows.v[i].is = i;
}

static void join_remarks(struct pdf_table *t)
{
	for (size_t r = 0; r < t->rows.n; r++) {
		size_t o = r + 1 < t->rows.n && is_remark_of(t, r, r + 1) ? r + 1
			   : r > 0 && is_remark_of(t, r, r - 1)		  ? r - 1
									  : r;

		if (o != r)
			join_rows(t, r--, o);
	}
}

void pdf_strips_find(struct pdf_table *t)
{
	bool rows = false;

	for (size_t i = 0; i < t->strips.n; i++) {
		struct pdf_strip *s = &t->strips.v[i];

		if (has_values(t, s) || (has_heading(t, s) && is_remark(t, i, rows)))
			s->kind = PDF_ROW;
		else
			s->kind = has_heading(t, s) ? PDF_HEADING : PDF_LABEL;
		/* lines of labels do not come between a value and the rest of it */
		rows = s->kind == PDF_ROW || (rows && s->kind == PDF_LABEL);
	}
	spread_headings(t);
	bool numbered = is_numbered_table(t);

	for (size_t i = 0; i < t->strips.n; i++)
		if (t->strips.v[i].kind == PDF_ROW)
			add_row(t, i, numbered);
	join_remarks(t);
	pdf_parts_find(t);
}
