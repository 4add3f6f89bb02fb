/* Headings and values to cells, and the table as a whole. */
#include "import/pdf_table.h"
#include "import/pdf_extent.h"

#include <math.h>
#include <string.h>

/* Lines of one heading are no farther apart, in em. */
#define HEAD_GAP 0.9
/* Digits of one size are no wider than others but for this. */
#define GLUED 1.05
#define SEVERAL_MIN 3

/* --- headings --- */

static size_t beside(const struct pdf_table *t, const struct pdf_atom *a)
{
	return t->strips.v[a->line - t->from].n;
}

/* A line alone is the heading over the line of headings below it, not the begin of one of them. */
static bool takes(const struct pdf_table *t, const struct pdf_cell *c, const struct pdf_atom *a)
{
	const struct pdf_atom *last = &t->atoms.v[t->order.v[c->first + c->n - 1]];

	if (c->n == 1 && !c->label && beside(t, last) == 1 && beside(t, a) > 1)
		return false;
	return c->label == pdf_is_label(t, a) && c->col == a->col && c->colspan == a->colspan &&
	       (a->line == last->line || a->y0 - last->y1 < HEAD_GAP * t->em);
}

/* The atoms of a cell lie one behind another in `order`, so a cell is gathered at once: from
 * `first` on, of the strips [.., to). */
static void gather(struct pdf_table *t, bool *taken, size_t first, size_t to)
{
	struct pdf_cell *cell = pdf_cell_open(t);
	const struct pdf_atom *a = &t->atoms.v[first];
	size_t end = t->strips.v[to - 1].first + t->strips.v[to - 1].n;
	double y0 = a->y0, y1 = a->y1;

	cell->label = pdf_is_label(t, a);
	cell->col = a->col;
	cell->colspan = a->colspan;
	for (size_t i = first; i < end; i++) {
		a = &t->atoms.v[i];
		if (taken[i] || (cell->n && !takes(t, cell, a)))
			continue;
		taken[i] = true;
		*vec_push(&t->order) = i;
		cell->n++;
		y1 = greater(y1, a->y1);
	}
	cell->y = pdf_middle(y0, y1);
}

/* Labels that were left out of every row stand like headings. */
static void mark_taken(const struct pdf_table *t, bool *taken)
{
	for (size_t i = 0; i < t->order.n; i++)
		taken[t->order.v[i]] = true;
	for (size_t i = 0; i < t->strips.n; i++)
		for (size_t k = t->strips.v[i].first; k < t->strips.v[i].first + t->strips.v[i].n &&
						      t->strips.v[i].kind == PDF_ROW;
			k++)
			taken[k] = taken[k] || !pdf_is_label(t, &t->atoms.v[k]);
}

static void place_headings(struct pdf_table *t)
{
	bool *taken = mem_alloc_array(t->atoms.n + 1, sizeof *taken);

	mark_taken(t, taken);
	for (size_t from = 0, to; from < t->strips.n; from = to) {
		for (to = from + 1;
			to < t->strips.n && t->strips.v[to].kind == t->strips.v[from].kind;)
			to++;
		for (size_t i = t->strips.v[from].first;
			i < t->strips.v[to - 1].first + t->strips.v[to - 1].n; i++)
			if (!taken[i])
				gather(t, taken, i, to);
	}
	free(taken);
}

/* --- values --- */

/* A number or remark broken over lines leaves a line with nothing but the rest. */
static void join_fragments(struct pdf_table *t)
{
	for (size_t r = 0; r < t->rows.n && t->values.n > 1; r++)
		if (!t->rows.v[r].labelled)
			t->rows.v[r].is = pdf_row_whole(t, r, true);
	for (size_t r = 0; r < t->rows.n; r++)
		for (size_t n = 0;
			n < t->rows.n && t->rows.v[t->rows.v[r].is].is != t->rows.v[r].is; n++)
			t->rows.v[r].is = t->rows.v[t->rows.v[r].is].is;
}

/* Words that end in a number: a value, maybe, that touches them. */
static bool swallows_value(const struct pdf_table *t, const struct pdf_strip *s)
{
	for (size_t i = s->first; i < s->first + s->n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];
		struct str last = t->page->words.v[a->first + a->n - 1].text;

		if (pdf_is_label(t, a) && !a->value && last.n &&
			strchr("0123456789", last.p[last.n - 1]))
			return true;
	}
	return false;
}

/* Lines of values that are no row of their own may have come to the wrong one, or lost one. */
static void find_ragged(struct pdf_table *t)
{
	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		if (s->kind != PDF_ROW)
			continue;
		struct pdf_row *r = &t->rows.v[t->rows.v[s->row].is];

		r->ragged = r->ragged || i != r->line || r->part || (t->labels.n && !r->labelled) ||
			    swallows_value(t, s);
	}
}

/* The width of a digit by its height, where the word is nothing but digits, none of them a slim 1;
 * 0 where it is not. */
static double digit_of(const struct pdf_word *w, bool slim)
{
	for (size_t i = 0; i < w->text.n; i++)
		if (w->text.p[i] < '0' || w->text.p[i] > '9' || (w->text.p[i] == '1' && !slim))
			return 0;
	return (w->x1 - w->x0) / (double)w->text.n / greater(w->y1 - w->y0, 1);
}

/* The least width of a digit in numbers of several digits; in all, where there are few of those. */
static double least_digit(const struct pdf_table *t)
{
	double one = INFINITY, several = INFINITY;
	size_t n = 0;

	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_word *w = &t->page->words.v[t->atoms.v[i].first];
		double digit = t->atoms.v[i].value ? digit_of(w, false) : 0;

		if (digit == 0)
			continue;
		one = lesser(one, digit);
		several = w->text.n > 1 ? lesser(several, digit) : several;
		n += w->text.n > 1;
	}
	return n >= SEVERAL_MIN ? several : one;
}

/* Digits set wider than the table's others are two numbers that stood too close to be parted. */
static void find_glued(struct pdf_table *t)
{
	double least = least_digit(t);

	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n && s->kind == PDF_ROW; k++) {
			const struct pdf_word *w = &t->page->words.v[t->atoms.v[k].first];

			if (t->atoms.v[k].value && w->text.n > 1 &&
				digit_of(w, true) > GLUED * least)
				t->rows.v[t->rows.v[s->row].is].ragged = true;
		}
	}
}

/* The columns that the row's values are in, a bit each of the first 64. */
static uint64_t columns_of(const struct pdf_table *t, size_t row)
{
	uint64_t columns = 0;

	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		if (s->kind != PDF_ROW || t->rows.v[s->row].is != row)
			continue;
		for (size_t k = s->first; k < s->first + s->n; k++)
			if (!pdf_is_label(t, &t->atoms.v[k]) && t->atoms.v[k].col < 64)
				columns |= (uint64_t)1 << t->atoms.v[k].col;
	}
	return columns;
}

/* Two rows, one below the other, where each has values only where the other has none: one row,
 * maybe, whose values do not stand side by side. */
static void find_halves(struct pdf_table *t)
{
	size_t above = STR_NONE;
	uint64_t of_above = 0;

	for (size_t r = 0; r < t->rows.n; r++) {
		if (t->rows.v[r].is != r)
			continue;
		uint64_t of_this = columns_of(t, r);

		if (above != STR_NONE && of_above && of_this && !(of_above & of_this))
			t->rows.v[above].ragged = t->rows.v[r].ragged = true;
		above = r;
		of_above = of_this;
	}
}

/* The columns that any row has values in. */
static uint64_t columns_used(const struct pdf_table *t)
{
	uint64_t columns = 0;

	for (size_t r = 0; r < t->rows.n; r++)
		if (t->rows.v[r].is == r)
			columns |= columns_of(t, r);
	return columns;
}

/* Neighbouring columns of which no row has both: one, maybe, that rows are laid out to by places of
 * their own. */
static void find_alternate(struct pdf_table *t)
{
	uint64_t used = columns_used(t), *of = mem_alloc_array(t->rows.n + 1, sizeof *of), last = 0;

	for (size_t r = 0; r < t->rows.n; r++)
		of[r] = t->rows.v[r].is == r ? columns_of(t, r) : 0;
	for (uint64_t now = 1; now && now <= used; now <<= 1) {
		bool both = !last;

		if (!(used & now))
			continue;
		for (size_t r = 0; r < t->rows.n; r++)
			both = both || ((of[r] & last) && (of[r] & now));
		for (size_t r = 0; r < t->rows.n && !both; r++)
			if (of[r] & (last | now))
				t->rows.v[r].ragged = true;
		last = now;
	}
	free(of);
}

/* The next row up or down that is one. */
static bool is_beside_ragged(const struct pdf_table *t, size_t row)
{
	size_t up = row, down = row + 1;

	if (t->rows.v[row].blank)
		return true;
	while (up > 0 && t->rows.v[up - 1].is != up - 1)
		up--;
	while (down < t->rows.n && t->rows.v[down].is != down)
		down++;
	return t->rows.v[row].ragged || (up > 0 && t->rows.v[up - 1].ragged) ||
	       (down < t->rows.n && t->rows.v[down].ragged);
}

static void gather_values(struct pdf_table *t, size_t row, size_t col)
{
	struct pdf_cell *cell = pdf_cell_open(t);

	cell->row = row;
	cell->col = col;
	cell->unsure = is_beside_ragged(t, row);
	for (size_t i = 0; i < t->strips.n; i++) {
		const struct pdf_strip *s = &t->strips.v[i];

		if (s->kind != PDF_ROW || t->rows.v[s->row].is != row)
			continue;
		for (size_t k = s->first; k < s->first + s->n; k++)
			if (!pdf_is_label(t, &t->atoms.v[k]) && t->atoms.v[k].col == col) {
				*vec_push(&t->order) = k;
				cell->n++;
			}
	}
}

static void place_values(struct pdf_table *t)
{
	join_fragments(t);
	find_ragged(t);
	find_halves(t);
	find_alternate(t);
	find_glued(t);
	for (size_t r = 0; r < t->rows.n; r++)
		for (size_t c = 0; c < t->values.n && t->rows.v[r].is == r; c++)
			gather_values(t, r, c);
}

/* --- the table --- */

/* Lines behind the table's last sure one that came to no row are none of it. */
static void trim(struct pdf_table *t, size_t sure)
{
	size_t last = sure > t->from ? sure - t->from : 0, row = STR_NONE, n = 0;

	for (size_t i = 0; i < t->order.n; i++) {
		size_t strip = t->atoms.v[t->order.v[i]].line - t->from;

		last = strip >= last ? strip + 1 : last;
	}
	/* what is left of a row's numbers or remarks; the only row, where it is but one number */
	for (size_t i = 0; i < t->strips.n; i++) {
		if (t->strips.v[i].kind != PDF_ROW)
			continue;
		if (i < last || row == STR_NONE)
			row = t->strips.v[i].row;
		if (t->strips.v[i].row == row)
			last = i + 1 > last ? i + 1 : last;
	}
	for (size_t i = 0; i < t->strips.n && i < last; i++)
		n = t->strips.v[i].first + t->strips.v[i].n;
	t->to = t->from + last;
	t->strips.n = last < t->strips.n ? last : t->strips.n;
	t->atoms.n = n < t->atoms.n ? n : t->atoms.n;
}

/* Lines of headings behind rows begin another table: [.., end) is this one. */
static size_t find_cut(const struct pdf_table *t)
{
	bool rows = false;

	for (size_t i = 0; i < t->strips.n; i++) {
		rows = rows || t->strips.v[i].kind == PDF_ROW;
		if (rows && t->strips.v[i].kind == PDF_HEADING)
			return t->from + i;
	}
	return t->to;
}

/* Behind the last row of values. */
static size_t rows_end(const struct pdf_table *t, size_t cut)
{
	size_t end = t->from;

	for (size_t i = 0; i < t->strips.n && t->from + i < cut; i++)
		if (t->strips.v[i].kind == PDF_ROW)
			end = t->from + i + 1;
	return end;
}

bool pdf_table_read(struct pdf_table *t, const struct pdf_page *p, const struct pdf_stretch *s,
	bool follows, const struct pdf_before *before)
{
	const struct pdf_line *first = &p->lines.v[s->from], *last = &p->lines.v[s->to - 1];

	*t = (struct pdf_table){.page = p, .from = s->from, .to = s->to, .before = before};
	t->em = pdf_words_em(p, first->first, last->first + last->n - first->first);
	if (!pdf_columns_find(t))
		return false;
	pdf_strips_find(t);
	size_t cut = find_cut(t);

	if (cut < s->to) {
		struct pdf_stretch upper = {s->from, cut, rows_end(t, cut)};

		pdf_table_free(t);
		return pdf_table_read(t, p, &upper, true, before);
	}
	/* one line with one number is a sentence set wide */
	if (t->rows.n == 0 || (t->rows.n == 1 && t->values.n == 1 && !follows))
		return false;
	pdf_labels_place(t);
	trim(t, s->sure);
	place_headings(t);
	place_values(t);
	return true;
}

void pdf_table_doubt_edge(struct pdf_table *t, bool below)
{
	size_t edge = STR_NONE;

	for (size_t i = 0; i < t->cells.n; i++) {
		size_t row = t->cells.v[i].row;

		if (t->cells.v[i].label || row == STR_NONE)
			continue;
		if (edge == STR_NONE || (below ? t->rows.v[row].y > t->rows.v[edge].y
					       : t->rows.v[row].y < t->rows.v[edge].y))
			edge = row;
	}
	for (size_t i = 0; i < t->cells.n; i++)
		if (!t->cells.v[i].label && t->cells.v[i].row == edge && edge != STR_NONE)
			t->cells.v[i].unsure = true;
}

void pdf_table_doubt(struct pdf_table *t)
{
	for (size_t i = 0; i < t->cells.n; i++)
		t->cells.v[i].unsure = true;
}

void pdf_table_free(struct pdf_table *t)
{
	vec_free(&t->atoms);
	vec_free(&t->strips);
	vec_free(&t->labels);
	vec_free(&t->values);
	vec_free(&t->rows);
	vec_free(&t->cells);
	vec_free(&t->order);
}
