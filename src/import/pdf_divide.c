/* Which lines of labels are whose.
 *
 * A label of three lines beside a row one line high is centred against it, or begins or ends level
 * with it. Which lines belong to which row is found as a whole: the division of all lines of a
 * column into runs, one for each row in order, that leaves the least distance between each run and
 * its row. A run that is no row's is the label of a row in which nothing is printed. */
#include "import/pdf_divide.h"
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
/* Beyond so many steps nearness alone decides. */
#define STEPS_MAX ((size_t)4 << 20)

bool pdf_begins_numbered(const struct pdf_labels *c, size_t i)
{
	const struct pdf_strip *s = &c->t->strips.v[pdf_line_of(c, i)->line - c->t->from];
	const struct pdf_atom *last = pdf_line_of(c, i);

	for (size_t k = c->lines.v[i]; k < s->first + s->n; k++)
		if (pdf_is_label(c->t, &c->t->atoms.v[k]) && pdf_is_in(&c->t->atoms.v[k], c->col))
			last = &c->t->atoms.v[k];
	return last->numbered;
}

/* What it costs that line i goes on with the run that has the line before it. */
static double cost_of_joint(const struct pdf_labels *c, size_t i)
{
	double gap = (pdf_line_of(c, i)->y0 - pdf_line_of(c, i - 1)->y1) / c->t->em;

	return (gap > 0.9 ? 2 * gap * gap : 0) + (pdf_line_of(c, i)->numbered ? COST_NUMBER : 0);
}

double pdf_cost_of_place(
	const struct pdf_labels *c, size_t row, size_t from, size_t to, enum pdf_hang hang)
{
	const struct pdf_atom *a = pdf_line_of(c, from), *b = pdf_line_of(c, to - 1);
	double at = pdf_middle(
		hang == PDF_HANG_LAST ? b->y0 : a->y0, hang == PDF_HANG_FIRST ? a->y1 : b->y1);
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

static struct step *step_at(struct step *steps, const struct pdf_labels *c, size_t row, size_t line)
{
	return &steps[row * (c->lines.n + 1) + line];
}

/* Several words over several columns may be the label of several rows and the end of one of these.
 */
static bool begins(const struct pdf_labels *c, size_t i)
{
	return pdf_begins_numbered(c, i) &&
	       (pdf_line_of(c, i)->colspan == 1 || pdf_line_of(c, i)->n == 1);
}

/* May a label begin with line i that is beside no row's values? */
static bool may_begin_blank(const struct pdf_labels *c, size_t i)
{
	if (c->numbered)
		return begins(c, i);
	return i > 0 ? pdf_line_of(c, i)->y0 - pdf_line_of(c, i - 1)->y1 > BLANK_GAP * c->t->em
		     : c->lines.n > 1;
}

static void try_blanks(struct step *steps, const struct pdf_labels *c, size_t row, size_t line)
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
	struct step *steps, const struct pdf_labels *c, size_t row, size_t line, enum pdf_hang hang)
{
	struct step *now = step_at(steps, c, row, line);
	bool part = c->t->rows.v[c->row + row - 1].part;
	double shape = part ? COST_PART : 0;

	now->cost = step_at(steps, c, row - 1, line)->cost + (part ? COST_PART / 4 : COST_EMPTY);
	for (size_t n = 1; n <= RUN_MAX && n <= line; n++) {
		const struct step *before = step_at(steps, c, row - 1, line - n);
		double cost =
			before->cost + pdf_cost_of_place(c, row - 1, line - n, line, hang) + shape;

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
static double divide(struct step *steps, const struct pdf_labels *c, enum pdf_hang hang)
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

static void trace(struct step *steps, struct pdf_labels *c)
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
			*vec_push(&c->blanks) = (struct pdf_blank){row, line - step->took, line};
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

void pdf_divide_by_nearness(struct pdf_labels *c)
{
	size_t line = 0;

	for (size_t row = 0; row < c->n_rows; row++) {
		double y = c->t->rows.v[c->row + row].y, next = INFINITY;

		if (row + 1 < c->n_rows)
			next = c->t->rows.v[c->row + row + 1].y;
		c->run_from[row] = line;
		while (line < c->lines.n && pdf_middle(pdf_line_of(c, line)->y0,
						    pdf_line_of(c, line)->y1) < pdf_middle(y, next))
			line++;
		c->run_to[row] = line;
	}
}

bool pdf_divide(struct pdf_labels *c, enum pdf_hang hang, double *cost, bool keep)
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
