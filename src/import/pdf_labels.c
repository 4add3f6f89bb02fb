/* Which label is whose, where labels run over several lines around a line of numbers.
 *
 * A label of three lines beside a row one line high is centred against it, or begins or ends level
 * with it.
 * Which lines belong to which row is found as a whole: the division of all lines of a column into
 * runs, one for each row in order, that leaves the least distance between each run and its row. A
 * run that is no row's is the label of a row in which nothing is printed. */
#include "import/pdf_table.h"
#include "import/pdf_extent.h"

#include <math.h>
#include <stdlib.h>

/* No label runs over more lines. */
#define RUN_MAX 28
/* What is taken to be as bad as a run being an em off (costs are squares of em): a row without a
 * label, a line left out, a number in the middle of a run. */
#define COST_EMPTY 1.0
#define COST_LEFT 1.6
#define COST_NUMBER 6.0
/* and a label for what may be a part of another row */
#define COST_PART 0.4
/* A row in which nothing is printed; its label begins so far below the line above, in em, where no
 * number tells that it does. */
#define COST_BLANK 0.4
#define BLANK_GAP 0.3
/* Level must be so much better than centred to be believed. */
#define LEVEL_BETTER 0.5
/* A run that lies farther from its row, in em, is not believed: the row stays without a label. */
#define BELIEVED 0.8
/* The one line of a label is level with its row, in em. */
#define LEVEL 0.25
/* Beyond so many steps nearness alone decides. */
#define STEPS_MAX ((size_t)4 << 20)

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

/* Lines [from, to) are a label beside which nothing is printed, behind so many rows. */
struct blank {
	size_t rows, from, to;
};

/* Lines of one column of labels, and the rows beside them. */
struct column {
	struct pdf_table *t;
	size_t col;
	bool leaf;	   /* its labels are one row high */
	bool numbered;	   /* its labels begin with numbers */
	bool ends_page;	   /* the last of them is the last thing on the page */
	VEC(size_t) lines; /* one atom each: the first of a line in the column */
	size_t row, n_rows;
	size_t with_values; /* so many rows have values; the others come behind them */
	size_t blank;	    /* the first of its rows that have nothing but a label */
	size_t *run_from;   /* by row: lines [run_from, run_to) are its label */
	size_t *run_to;
	VEC(struct blank) blanks;
};

static const struct pdf_atom *line_of(const struct column *c, size_t i)
{
	return &c->t->atoms.v[c->lines.v[i]];
}

/* --- cells --- */

struct pdf_cell *pdf_cell_open(struct pdf_table *t)
{
	struct pdf_cell *cell = vec_push(&t->cells);

	cell->first = t->order.n;
	cell->row = STR_NONE;
	cell->colspan = 1;
	return cell;
}

/* Does the atom belong to column c of labels? One over several belongs to the last of them, where
 * leaves are. */
static bool is_in(const struct pdf_atom *a, size_t col)
{
	return a->col + a->colspan - 1 == col;
}

static void add_line(struct pdf_table *t, struct pdf_cell *cell, size_t first_atom, size_t col)
{
	const struct pdf_atom *a = &t->atoms.v[first_atom];
	const struct pdf_strip *s = &t->strips.v[a->line - t->from];

	for (size_t i = first_atom; i < s->first + s->n; i++) {
		if (!pdf_is_label(t, &t->atoms.v[i]) || !is_in(&t->atoms.v[i], col))
			continue;
		if (t->atoms.v[i].col < cell->col || cell->n == 0) {
			cell->colspan = t->atoms.v[i].colspan;
			cell->col = t->atoms.v[i].col;
		}
		*vec_push(&t->order) = i;
		cell->n++;
	}
}

/* --- dividing --- */

/* Does a label begin with line i? What stands left of it on the line is of a label beside it. */
static bool is_numbered(const struct column *c, size_t i)
{
	const struct pdf_strip *s = &c->t->strips.v[line_of(c, i)->line - c->t->from];
	const struct pdf_atom *last = line_of(c, i);

	for (size_t k = c->lines.v[i]; k < s->first + s->n; k++)
		if (pdf_is_label(c->t, &c->t->atoms.v[k]) && is_in(&c->t->atoms.v[k], c->col))
			last = &c->t->atoms.v[k];
	return last->numbered;
}

/* What it costs that line i goes on with the run that has the line before it. */
static double cost_of_joint(const struct column *c, size_t i)
{
	double gap = (line_of(c, i)->y0 - line_of(c, i - 1)->y1) / c->t->em;

	return (gap > 0.9 ? 2 * gap * gap : 0) + (line_of(c, i)->numbered ? COST_NUMBER : 0);
}

/* Which of a label is level with its row: the middle of it, its first line, its last. */
enum hang { HANG_MIDDLE, HANG_FIRST, HANG_LAST, HANG_WAYS };

/* What it costs that lines [from, to) are beside the row. */
static double cost_of_place(
	const struct column *c, size_t row, size_t from, size_t to, enum hang hang)
{
	const struct pdf_atom *a = line_of(c, from), *b = line_of(c, to - 1);
	double at =
		pdf_middle(hang == HANG_LAST ? b->y0 : a->y0, hang == HANG_FIRST ? a->y1 : b->y1);
	double away = (at - c->t->rows.v[c->row + row].y) / c->t->em;

	return away * away;
}

/* By rows done and lines done: the least cost, and how many lines the last row took, or one in
 * which nothing is printed. */
struct step {
	double cost;
	unsigned char took;
	bool blank;
};

static struct step *step_at(struct step *steps, const struct column *c, size_t row, size_t line)
{
	return &steps[row * (c->lines.n + 1) + line];
}

/* Several words over several columns may be the label of several rows and the end of one of these.
 */
static bool begins(const struct column *c, size_t i)
{
	return is_numbered(c, i) && (line_of(c, i)->colspan == 1 || line_of(c, i)->n == 1);
}

/* May a label begin with line i that is beside no row's values? */
static bool may_begin_blank(const struct column *c, size_t i)
{
	if (c->numbered)
		return begins(c, i);
	return i > 0 ? line_of(c, i)->y0 - line_of(c, i - 1)->y1 > BLANK_GAP * c->t->em
		     : c->lines.n > 1;
}

static void try_blanks(struct step *steps, const struct column *c, size_t row, size_t line)
{
	struct step *now = step_at(steps, c, row, line);
	double shape = COST_BLANK;

	if (line == c->lines.n && c->ends_page)
		return;
	for (size_t n = 1; n <= RUN_MAX && n <= line; n++) {
		double cost = step_at(steps, c, row, line - n)->cost + shape;

		if (cost < now->cost && may_begin_blank(c, line - n))
			*now = (struct step){cost, (unsigned char)n, true};
		if (n < line)
			shape += cost_of_joint(c, line - n);
	}
}

static void try_runs(
	struct step *steps, const struct column *c, size_t row, size_t line, enum hang hang)
{
	struct step *now = step_at(steps, c, row, line);
	bool part = c->t->rows.v[c->row + row - 1].part;
	double shape = part ? COST_PART : 0;

	now->cost = step_at(steps, c, row - 1, line)->cost + (part ? COST_PART / 4 : COST_EMPTY);
	for (size_t n = 1; n <= RUN_MAX && n <= line; n++) {
		const struct step *before = step_at(steps, c, row - 1, line - n);
		double cost =
			before->cost + cost_of_place(c, row - 1, line - n, line, hang) + shape;

		/* the rest of the label that was taken for a whole one */
		if (before->blank && c->numbered && !begins(c, line - n))
			cost += COST_NUMBER;
		if (cost < now->cost)
			*now = (struct step){cost, (unsigned char)n, false};
		if (n < line)
			shape += cost_of_joint(c, line - n);
	}
}

/* Lines may be left out before the first row and behind the last. Returns the least cost. */
static double divide(struct step *steps, const struct column *c, enum hang hang)
{
	size_t rows = c->n_rows, lines = c->lines.n;

	for (size_t row = 0; row <= rows; row++)
		for (size_t line = 0; line <= lines; line++) {
			struct step *now = step_at(steps, c, row, line);

			*now = (struct step){row || line ? INFINITY : 0, 0, false};
			if (row)
				try_runs(steps, c, row, line, hang);
			else if (line)
				now->cost = step_at(steps, c, row, line - 1)->cost + COST_LEFT;
			try_blanks(steps, c, row, line);
		}
	double best = INFINITY;

	for (size_t line = 0; line <= lines; line++) {
		double cost =
			step_at(steps, c, rows, line)->cost + COST_LEFT * (double)(lines - line);

		best = lesser(best, cost);
	}
	return best;
}

static void trace(struct step *steps, struct column *c)
{
	size_t line = c->lines.n;
	double best = INFINITY;

	for (size_t l = 0; l <= c->lines.n; l++) {
		double cost = step_at(steps, c, c->n_rows, l)->cost +
			      COST_LEFT * (double)(c->lines.n - l);

		if (cost <= best) {
			best = cost;
			line = l;
		}
	}
	for (size_t row = c->n_rows; row > 0 || line > 0;) {
		const struct step *step = step_at(steps, c, row, line);

		if (step->blank) {
			*vec_push(&c->blanks) = (struct blank){row, line - step->took, line};
		} else if (row > 0) {
			row--;
			c->run_to[row] = line;
			c->run_from[row] = line - step->took;
		} else {
			line--;
		}
		line -= step->took;
	}
}

/* Too many for that: each line is of the row nearest to it. */
static void divide_by_nearness(struct column *c)
{
	size_t line = 0;

	for (size_t row = 0; row < c->n_rows; row++) {
		double y = c->t->rows.v[c->row + row].y, next = INFINITY;

		if (row + 1 < c->n_rows)
			next = c->t->rows.v[c->row + row + 1].y;
		c->run_from[row] = line;
		while (line < c->lines.n && pdf_middle(line_of(c, line)->y0, line_of(c, line)->y1) <
						    pdf_middle(y, next))
			line++;
		c->run_to[row] = line;
	}
}

/* false: too many. The division is kept where asked. */
static bool divide_lines(struct column *c, enum hang hang, double *cost, bool keep)
{
	size_t n = (c->n_rows + 1) * (c->lines.n + 1);

	if (n > STEPS_MAX / RUN_MAX)
		return false;
	struct step *steps = mem_alloc_array(n, sizeof *steps);

	*cost += divide(steps, c, hang);
	if (keep)
		trace(steps, c);
	free(steps);
	return true;
}

/* --- placing --- */

/* Does the page end below the lines? Then the values beside the last may be on the next one. */
static bool ends_page(const struct column *c)
{
	const struct pdf_table *t = c->t;

	if (c->lines.n == 0)
		return false;
	for (size_t i = line_of(c, c->lines.n - 1)->line + 1; i < t->page->lines.n; i++)
		if (t->page->lines.v[i].kind != PDF_MARK &&
			(i >= t->to || t->strips.v[i - t->from].kind != PDF_LABEL))
			return false;
	return true;
}

static void take_lines(struct column *c, size_t strip_from, size_t strip_to)
{
	c->lines.n = 0;
	for (size_t i = strip_from; i < strip_to; i++) {
		const struct pdf_strip *s = &c->t->strips.v[i];

		for (size_t k = s->first; k < s->first + s->n; k++)
			if (pdf_is_label(c->t, &c->t->atoms.v[k]) &&
				is_in(&c->t->atoms.v[k], c->col)) {
				*vec_push(&c->lines) = k;
				break;
			}
	}
	c->ends_page = ends_page(c);
	c->numbered = false;
	for (size_t i = 0; i < c->lines.n; i++)
		c->numbered = c->numbered || is_numbered(c, i);
}

/* Where a page ends within a row, only the begin of its label is there to be centred. */
static bool is_believed(const struct column *c, size_t row, enum hang hang)
{
	size_t from = c->run_from[row], to = c->run_to[row];
	double cost = cost_of_place(c, row, from, to, hang);
	bool last = c->row + row + 1 == c->with_values && to == c->lines.n;

	return cost < BELIEVED * BELIEVED || (last && line_of(c, from)->numbered);
}

/* A row with nothing but lines [from, to) of labels. */
static void put_blank(struct column *c, size_t from, size_t to)
{
	const struct pdf_atom *first = line_of(c, from), *last = line_of(c, to - 1);
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

static bool has_label(const struct column *c, size_t row, enum hang hang)
{
	return c->run_from[row] < c->run_to[row] && is_believed(c, row, hang);
}

/* Is a label of the columns left of this one level with the row? */
static bool has_group(const struct column *c, size_t row)
{
	const struct pdf_table *t = c->t;
	double y = t->rows.v[c->row + row].y;

	for (size_t i = 0; i < t->atoms.n; i++) {
		const struct pdf_atom *a = &t->atoms.v[i];

		if (a->numbered && pdf_is_label(t, a) && !is_in(a, c->col) &&
			fabs(pdf_middle(a->y0, a->y1) - y) < LEVEL * t->em)
			return true;
	}
	return false;
}

static bool is_labelled(const struct column *c, size_t row, enum hang hang)
{
	return has_label(c, row, hang) || has_group(c, row);
}

/* Is a line of values level with the label? It came to another row, rightly or not. */
static bool has_values(const struct column *c, const struct blank *b)
{
	for (size_t i = 0; i < c->t->strips.n; i++) {
		const struct pdf_strip *s = &c->t->strips.v[i];

		if (s->kind == PDF_ROW && s->y > line_of(c, b->from)->y0 &&
			s->y < line_of(c, b->to - 1)->y1)
			return true;
	}
	return false;
}

/* Beside values without a label, a label without values may be theirs. */
static void put_blanks(struct column *c, enum hang hang)
{
	for (size_t i = 0; i < c->blanks.n; i++) {
		const struct blank *b = &c->blanks.v[i];

		if (!has_values(c, b) && (b->rows == 0 || is_labelled(c, b->rows - 1, hang)) &&
			(b->rows == c->n_rows || is_labelled(c, b->rows, hang)))
			put_blank(c, b->from, b->to);
	}
}

static void put_runs(struct column *c, enum hang hang)
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

static size_t nearest_row(const struct column *c, double y)
{
	size_t best = c->row;

	for (size_t r = c->row; r < c->t->rows.n; r++)
		if ((r < c->row + c->n_rows || r >= c->blank) &&
			fabs(c->t->rows.v[r].y - y) < fabs(c->t->rows.v[best].y - y))
			best = r;
	return best;
}

/* Labels of several rows: lines that follow closely, until a number begins another. */
static void put_groups(struct column *c)
{
	for (size_t from = 0, to; from < c->lines.n; from = to) {
		to = from + 1;
		while (to < c->lines.n &&
			line_of(c, to)->y0 - line_of(c, to - 1)->y1 < 0.9 * c->t->em &&
			!line_of(c, to)->numbered)
			to++;
		struct pdf_cell *cell = pdf_cell_open(c->t);

		cell->label = true;
		double y = pdf_middle(line_of(c, from)->y0, line_of(c, to - 1)->y1);

		cell->row = nearest_row(c, y);
		if (to == from + 1 && fabs(c->t->rows.v[cell->row].y - y) < LEVEL * c->t->em)
			c->t->rows.v[cell->row].level = true;
		for (size_t i = from; i < to; i++)
			add_line(c->t, cell, c->lines.v[i], c->col);
	}
}

/* The rows of the stretch of strips [from, to), without headings between. */
static bool open_stretch(struct column *c, size_t from, size_t to)
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

static void place_stretch(struct column *c, size_t from, size_t to, enum hang hang)
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
		if (!divide_lines(c, hang, &cost, true))
			divide_by_nearness(c);
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
static enum hang find_hang(struct column *c)
{
	double cost[HANG_WAYS] = {0};
	enum hang best = HANG_MIDDLE;

	c->col = c->t->labels.n - 1;
	for (size_t from = 0, to; from < c->t->strips.n; from = to + 1) {
		to = stretch_end(c->t, from);
		if (!open_stretch(c, from, to))
			continue;
		take_lines(c, from, to);
		for (enum hang hang = 0; hang < HANG_WAYS; hang++)
			divide_lines(c, hang, &cost[hang], false);
	}
	cost[HANG_MIDDLE] -= LEVEL_BETTER;
	for (enum hang hang = 0; hang < HANG_WAYS; hang++)
		best = cost[hang] < cost[best] ? hang : best;
	return best;
}

void pdf_labels_place(struct pdf_table *t)
{
	struct column c = {.t = t, .with_values = t->rows.n};

	follow_merged(t);
	if (t->labels.n == 0)
		return;
	enum hang hang = find_hang(&c);

	for (size_t from = 0, to; from < t->strips.n; from = to + 1) {
		to = stretch_end(t, from);
		if (open_stretch(&c, from, to))
			place_stretch(&c, from, to, hang);
	}
	vec_free(&c.lines);
	vec_free(&c.blanks);
}
