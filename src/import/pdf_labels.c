/* Which label is whose, where labels run over several lines around a line of numbers: the lines of
 * each column of labels, divided (pdf_divide.h), become cells, and those that are no row's are the
 * labels of rows in which nothing is printed, or of groups. */
#include "import/pdf_divide.h"
#include "import/pdf_extent.h"

#include <math.h>
#include <stdlib.h>

/* Level must be so much better than centred to be believed. */
#define LEVEL_BETTER 0.5
/* A run that lies farther from its row, in em, is not believed: the row stays without a label. */
#define BELIEVED 0.8
/* The one line of a label is level with its row, in em. */
#define LEVEL 0.25

/* The atom right above that stands over this one; NULL where none is near. */
static const struct pdf_atom *above(const struct pdf_table *t, size_t at)
{
	const struct pdf_atom *a = &t->atoms.v[at];

	for (size_t i = at; i-- > 0;) {
		const struct pdf_atom *o = &t->atoms.v[i];

		if (o->line == a->line || o->x1 <= a->x0 || a->x1 <= o->x0)
			continue;
		return a->y0 - o->y1 < 0.9 * t->em ? o : NULL;
	}
	return NULL;
}

/* The last, short line of a label of merged cells lies over one column only. */
static void follow_merged(struct pdf_table *t)
{
	for (size_t i = 0; i < t->atoms.n; i++) {
		struct pdf_atom *a = &t->atoms.v[i];

		if (!pdf_is_label(t, a) || a->colspan > 1 || a->numbered)
			continue;
		const struct pdf_atom *o = above(t, i);

		if (o && pdf_is_label(t, o) && o->colspan > 1 && o->col <= a->col &&
			a->col < o->col + o->colspan) {
			a->col = o->col;
			a->colspan = o->colspan;
		}
	}
}

struct pdf_cell *pdf_cell_open(struct pdf_table *t)
{
	struct pdf_cell *cell = vec_push(&t->cells);

	cell->first = t->order.n;
	cell->row = STR_NONE;
	cell->colspan = 1;
	return cell;
}

static void add_line(struct pdf_table *t, struct pdf_cell *cell, size_t first_atom, size_t col)
{
	const struct pdf_atom *a = &t->atoms.v[first_atom];
	const struct pdf_strip *s = &t->strips.v[a->line - t->from];

	for (size_t i = first_atom; i < s->first + s->n; i++) {
		if (!pdf_is_label(t, &t->atoms.v[i]) || !pdf_is_in(&t->atoms.v[i], col))
			continue;
		if (t->atoms.v[i].col < cell->col || cell->n == 0) {
			cell->colspan = t->atoms.v[i].colspan;
			cell->col = t->atoms.v[i].col;
		}
		*vec_push(&t->order) = i;
		cell->n++;
	}
}

/* Does the page end below the lines? Then the values beside the last may be on the next one. */
static bool ends_page(const struct pdf_labels *c)
{
	const struct pdf_table *t = c->t;

	if (c->lines.n == 0)
		return false;
	for (size_t i = pdf_line_of(c, c->lines.n - 1)->line + 1; i < t->page->lines.n; i++)
		if (t->page->lines.v[i].kind != PDF_MARK &&
			(i >= t->to || t->strips.v[i - t->from].kind != PDF_LABEL))
			return false;
	return true;
}

static void take_lines(struct pdf_labels *c, size_t strip_from, size_t strip_to)
{
	c->lines.n = 0;
	for (size_t i = strip_from; i < strip_to; i++) {
		const struct pdf_strip *s = &c->t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n; k++)
			if (pdf_is_label(c->t, &c->t->atoms.v[k]) &&
				pdf_is_in(&c->t->atoms.v[k], c->col)) {
				*vec_push(&c->lines) = k;
				break;
			}
	}
	c->ends_page = ends_page(c);
	c->numbered = false;
	for (size_t i = 0; i < c->lines.n; i++)
		c->numbered = c->numbered || pdf_begins_numbered(c, i);
}

/* Where a page ends within a row, only the begin of its label is there to be centred. */
static bool is_believed(const struct pdf_labels *c, size_t row, enum pdf_hang hang)
{
	size_t from = c->run_from[row], to = c->run_to[row];
	double cost = pdf_cost_of_place(c, row, from, to, hang);
	bool last = c->row + row + 1 == c->with_values && to == c->lines.n;

	return cost < BELIEVED * BELIEVED || (last && pdf_line_of(c, from)->numbered);
}

/* A row with nothing but lines [from, to) of labels. */
static void put_blank(struct pdf_labels *c, size_t from, size_t to)
{
	const struct pdf_atom *first = pdf_line_of(c, from), *last = pdf_line_of(c, to - 1);
	double y = pdf_middle(first->y0, last->y1);
	struct pdf_row *row = vec_push(&c->t->rows);
	size_t at = c->t->rows.n - 1;

	*row = (struct pdf_row){.y = y,
		.top = y,
		.bottom = y,
		.line = first->line - c->t->from,
		.is = at,
		.labelled = true,
		.blank = true};
	struct pdf_cell *cell = pdf_cell_open(c->t);

	cell->row = at;
	cell->label = true;
	for (size_t i = from; i < to; i++)
		add_line(c->t, cell, c->lines.v[i], c->col);
}

static bool has_label(const struct pdf_labels *c, size_t row, enum pdf_hang hang)
{
	return c->run_from[row] < c->run_to[row] && is_believed(c, row, hang);
}

/* Is a label of the columns left of this one level with the row? */
static bool has_group(const struct pdf_labels *c, size_t row)
{
	const struct pdf_table *t = c->t;
	double y = t->rows.v[c->row + row].y;

	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];

		if (a->numbered && pdf_is_label(t, a) && !pdf_is_in(a, c->col) &&
			fabs(pdf_middle(a->y0, a->y1) - y) < LEVEL * t->em)
			return true;
	}
	return false;
}

static bool is_labelled(const struct pdf_labels *c, size_t row, enum pdf_hang hang)
{
	return has_label(c, row, hang) || has_group(c, row);
}

/* Is a line of values level with the label? It came to another row, rightly or not. */
static bool has_values(const struct pdf_labels *c, const struct pdf_blank *b)
{
	for (size_t i = 0; i < c->t->strips.n; i++) {
		const struct pdf_strip *s = &c->t->strips.v[i];

		if (s->kind == PDF_ROW && s->y > pdf_line_of(c, b->from)->y0 &&
			s->y < pdf_line_of(c, b->to - 1)->y1)
			return true;
	}
	return false;
}

/* Beside values without a label, a label without values may be theirs. */
static void put_blanks(struct pdf_labels *c, enum pdf_hang hang)
{
	for (size_t i = 0; i < c->blanks.n; i++) {
		const struct pdf_blank *b = &c->blanks.v[i];

		if (!has_values(c, b) && (b->rows == 0 || is_labelled(c, b->rows - 1, hang)) &&
			(b->rows == c->n_rows || is_labelled(c, b->rows, hang)))
			put_blank(c, b->from, b->to);
	}
}

static void put_runs(struct pdf_labels *c, enum pdf_hang hang)
{
	for (size_t row = 0; row < c->n_rows; row++) {
		if (!has_label(c, row, hang))
			continue;
		struct pdf_cell *cell = pdf_cell_open(c->t);

		cell->row = c->row + row;
		cell->label = true;
		for (size_t i = c->run_from[row]; i < c->run_to[row]; i++)
			add_line(c->t, cell, c->lines.v[i], c->col);
		c->t->rows.v[cell->row].labelled = true;
	}
}

static size_t nearest_row(const struct pdf_labels *c, double y)
{
	size_t best = c->row;

	for (size_t r = c->row; r < c->t->rows.n; r++)
		if ((r < c->row + c->n_rows || r >= c->blank) &&
			fabs(c->t->rows.v[r].y - y) < fabs(c->t->rows.v[best].y - y))
			best = r;
	return best;
}

/* Labels of several rows: lines that follow closely, until a number begins another. */
static void put_groups(struct pdf_labels *c)
{
	for (size_t from = 0, to; from < c->lines.n; from = to) {
		to = from + 1;
		while (to < c->lines.n &&
			pdf_line_of(c, to)->y0 - pdf_line_of(c, to - 1)->y1 < 0.9 * c->t->em &&
			!pdf_line_of(c, to)->numbered)
			to++;
		struct pdf_cell *cell = pdf_cell_open(c->t);

		cell->label = true;
		double y = pdf_middle(pdf_line_of(c, from)->y0, pdf_line_of(c, to - 1)->y1);

		cell->row = nearest_row(c, y);
		if (to == from + 1 && fabs(c->t->rows.v[cell->row].y - y) < LEVEL * c->t->em)
			c->t->rows.v[cell->row].level = true;
		for (size_t i = from; i < to; i++)
			add_line(c->t, cell, c->lines.v[i], c->col);
	}
}

/* The rows of the stretch of strips [from, to), without headings between. */
static bool open_stretch(struct pdf_labels *c, size_t from, size_t to)
{
	c->row = STR_NONE;
	c->n_rows = 0;
	for (size_t i = from; i < to; i++)
		if (c->t->strips.v[i].kind == PDF_ROW) {
			c->row = c->row == STR_NONE ? c->t->strips.v[i].row : c->row;
			c->n_rows = c->t->strips.v[i].row + 1 - c->row;
		}
	return c->n_rows > 0;
}

static void place_stretch(struct pdf_labels *c, size_t from, size_t to, enum pdf_hang hang)
{
	double cost = 0;

	c->blank = c->t->rows.n;
	c->run_from = mem_alloc_array(c->n_rows, sizeof *c->run_from);
	c->run_to = mem_alloc_array(c->n_rows, sizeof *c->run_to);
	for (c->col = c->t->labels.n; c->col-- > 0;) {
		take_lines(c, from, to);
		if (c->col + 1 < c->t->labels.n) {
			put_groups(c);
			continue;
		}
		c->blanks.n = 0;
		if (!pdf_divide(c, hang, &cost, true))
			pdf_divide_by_nearness(c);
		put_runs(c, hang);
		put_blanks(c, hang);
	}
	free(c->run_from);
	free(c->run_to);
}

static size_t stretch_end(const struct pdf_table *t, size_t from)
{
	while (from < t->strips.n && t->strips.v[from].kind != PDF_HEADING)
		from++;
	return from;
}

/* All of a table's cells are aligned alike: not by their middles where that is clearly better. */
static enum pdf_hang find_hang(struct pdf_labels *c)
{
	double cost[PDF_HANG_WAYS] = {0};
	enum pdf_hang best = PDF_HANG_MIDDLE;

	c->col = c->t->labels.n - 1;
	for (size_t from = 0, to; from < c->t->strips.n; from = to + 1) {
		to = stretch_end(c->t, from);
		if (!open_stretch(c, from, to))
			continue;
		take_lines(c, from, to);
		for (enum pdf_hang hang = 0; hang < PDF_HANG_WAYS; hang++)
			pdf_divide(c, hang, &cost[hang], false);
	}
	cost[PDF_HANG_MIDDLE] -= LEVEL_BETTER;
	for (enum pdf_hang hang = 0; hang < PDF_HANG_WAYS; hang++)
		best = cost[hang] < cost[best] ? hang : best;
	return best;
}

void pdf_labels_place(struct pdf_table *t)
{
	struct pdf_labels c = {.t = t, .with_values = t->rows.n};

	follow_merged(t);
	if (t->labels.n == 0)
		return;
	enum pdf_hang hang = find_hang(&c);

	for (size_t from = 0, to; from < t->strips.n; from = to + 1) {
		to = stretch_end(t, from);
		if (open_stretch(&c, from, to))
			place_stretch(&c, from, to, hang);
	}
	vec_free(&c.lines);
	vec_free(&c.blanks);
}
