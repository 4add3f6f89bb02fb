/* Rows of a table that one row holds, a line of its cells for each. */
#include <stdlib.h>
#include <string.h>

#include "doc/inside.h"
#include "doc/sink.h"

enum {
	LINES_MAX = 64,
	VALUES_MIN = 2, /* cells of several values that a row has */
};

/* The next line of the rest with anything on it, which moves behind it; false at the end. */
static bool next_line(const struct doc *d, struct text_span *rest, struct text_span *line)
{
	struct str text = buf_str(&d->text);

	while (rest->from < rest->to) {
		size_t end = str_find(str_slice(text, 0, rest->to), STR("\n"), rest->from);

		*line = (struct text_span){rest->from, end == STR_NONE ? rest->to : end};
		rest->from = line->to + 1;
		*line = sink_trim(d, *line);
		if (!text_span_empty(*line))
			return true;
	}
	return false;
}

struct lines {
	size_t n, values;
};

static struct lines lines_of(const struct doc *d, struct text_span cell, sink_is_value *is_value)
{
	struct lines all = {0};
	struct text_span line;

	for (; all.n <= LINES_MAX && next_line(d, &cell, &line); all.n++)
		all.values += is_value(str_slice(buf_str(&d->text), line.from, line.to));
	return all;
}

/* What becomes of a row. */
struct plan {
	size_t rows;  /* so many */
	size_t label; /* the column of their labels */
	size_t start; /* where the first of them is */
};

/* Of the row whose cells are [first, end): each cell of values has so many, and a label as many
 * lines; the last one, where several have. One row where anything speaks against more. */
static struct plan plan_row(
	const struct doc *d, size_t first, size_t end, sink_is_value *is_value)
{
	static const struct plan one = {.rows = 1};
	struct plan p = one;
	size_t values = 0, labels[LINES_MAX + 2] = {0}; /* by lines: the column, from 1 */

	for (size_t i = first; i < end; i++) {
		const struct grid_cell *c = &d->cells.v[i];
		struct lines all = lines_of(d, c->span, is_value);

		if (all.values == 0 && c->rowspan == 1)
			labels[all.n] = c->col + 1;
		if (all.values == 0)
			continue;
		if (all.values < all.n || c->rowspan > 1 || (values > 0 && all.n != p.rows))
			return one;
		p.rows = all.n;
		values++;
	}
	if (p.rows < 2 || p.rows > LINES_MAX || values < VALUES_MIN || !labels[p.rows])
		return one;
	p.label = labels[p.rows] - 1;
	return p;
}

static int by_row(const void *a, const void *b)
{
	const struct grid_cell *x = a, *y = b;

	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x->col > y->col) - (x->col < y->col);
}

/* false where all rows stay one. */
static bool plan_rows(const struct doc *d, struct plan *plans, sink_is_value *is_value)
{
	bool several = false;

	for (size_t i = 0, end; i < d->cells.n; i = end) {
		size_t row = d->cells.v[i].row;

		for (end = i; end < d->cells.n && d->cells.v[end].row == row; end++)
			;
		plans[row] = plan_row(d, i, end, is_value);
		several |= plans[row].rows > 1;
	}
	return several;
}

/* The lines of a cell as cells, one below another. */
static void split_cell(struct doc *d, struct grid_cell cell)
{
	struct text_span rest = cell.span, line;

	cell.rowspan = 1;
	for (; next_line(d, &rest, &line); cell.row++) {
		cell.span = line;
		*vec_push(&d->cells) = cell;
	}
}

static void split_cells(struct doc *d, const struct plan *plans, sink_is_value *is_value)
{
	size_t n = d->cells.n;

	for (size_t i = 0; i < n; i++) {
		struct grid_cell c = d->cells.v[i];
		const struct plan *p = &plans[c.row];
		bool split = p->rows > 1 && c.rowspan == 1 &&
			     (c.col == p->label || lines_of(d, c.span, is_value).values > 0);

		c.rowspan = plans[c.row + c.rowspan].start - p->start;
		c.row = p->start;
		if (split)
			split_cell(d, c);
		else
			*vec_push(&d->cells) = c;
	}
	memmove(d->cells.v, d->cells.v + n, (d->cells.n - n) * sizeof *d->cells.v);
	d->cells.n -= n;
}

static bool has_lines(const struct doc *d)
{
	struct str text = buf_str(&d->text);

	for (size_t i = 0; i < d->cells.n; i++) {
		struct text_span s = d->cells.v[i].span;

		if (memchr(text.p + s.from, '\n', s.to - s.from))
			return true;
	}
	return false;
}

void sink_split_rows(struct doc *d, sink_is_value *is_value)
{
	size_t rows = 0;

	if (d->cells.n == 0 || !has_lines(d))
		return;
	qsort(d->cells.v, d->cells.n, sizeof *d->cells.v, by_row);
	for (size_t i = 0; i < d->cells.n; i++) {
		const struct grid_cell *c = &d->cells.v[i];

		rows = c->row + c->rowspan > rows ? c->row + c->rowspan : rows;
	}
	struct plan *plans = mem_alloc_array(rows + 1, sizeof *plans);

	for (size_t i = 0; i <= rows; i++)
		plans[i].rows = 1;
	if (plan_rows(d, plans, is_value)) {
		for (size_t i = 0; i < rows; i++)
			plans[i + 1].start = plans[i].start + plans[i].rows;
		split_cells(d, plans, is_value);
	}
	free(plans);
}
