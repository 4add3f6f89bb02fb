/* A table's cells to a grid. */
#include "import/pdf_table.h"

#include <stdlib.h>

#include "base/lang.h"

/* Headings whose middles are nearer are in one row, in em. */
#define SAME_HEAD 0.6

/* Cells in reading order. */
struct placed {
	double y;
	size_t row, col;
	bool heading;
	const struct pdf_cell *cell;
};

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return (x->col > y->col) - (x->col < y->col);
}

static int by_row(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->col > y->col) - (x->col < y->col);
}

/* Rows of the grid: those of values where they are, headings in rows of their own. */
static void number_rows(struct placed *v, size_t n, double em)
{
	size_t row = 0;
	double begin = n ? v[0].y : 0;

	for (size_t i = 0; i < n; i++) {
		bool same = i && v[i].heading == v[i - 1].heading &&
			    (v[i].heading ? v[i].y - begin < SAME_HEAD * em : v[i].y == v[i - 1].y);

		if (i && !same) {
			row++;
			begin = v[i].y;
		}
		v[i].row = row;
	}
}

static bool is_above(const struct pdf_table *t, size_t a, size_t b)
{
	const struct pdf_atom *x = &t->atoms.v[a], *y = &t->atoms.v[b];

	return x->line != y->line ? x->line < y->line : x->x0 < y->x0;
}

/* The words of a cell, its lines apart. */
static void put_words(const struct pdf_table *t, const struct pdf_cell *c, struct buf *out)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct pdf_atom *a = &t->atoms.v[t->order.v[c->first + i]];

		if (i > 0)
			buf_addc(out,
				is_above(t, t->order.v[c->first + i - 1],
					t->order.v[c->first + i]) &&
						t->atoms.v[t->order.v[c->first + i - 1]].line ==
							a->line
					? ' '
					: '\n');
		pdf_words_text(t->page, a->first, a->n, out);
	}
}

static struct placed *place_all(const struct pdf_table *t)
{
	struct placed *v = mem_alloc_array(t->cells.n, sizeof *v);

	for (size_t i = 0; i < t->cells.n; i++) {
		const struct pdf_cell *c = &t->cells.v[i];

		v[i].cell = c;
		v[i].heading = c->row == STR_NONE;
		v[i].y = v[i].heading ? c->y : t->rows.v[t->rows.v[c->row].is].y;
		v[i].col = c->label ? c->col : t->labels.n + c->col;
	}
	qsort(v, t->cells.n, sizeof *v, by_place);
	number_rows(v, t->cells.n, t->em);
	qsort(v, t->cells.n, sizeof *v, by_row);
	return v;
}

static bool put_cell(
	struct feed *out, const struct pdf_table *t, const struct placed *p, struct buf *text)
{
	buf_clear(text);
	put_words(t, p->cell, text);
	if (!feed_cell(out, p->row, p->col, 1, p->cell->colspan, feed_plain(out, buf_str(text))))
		return false;
	if (p->cell->unsure)
		feed_unsure(out);
	return true;
}

bool pdf_table_put(struct feed *out, const struct pdf_table *t, struct err *err)
{
	struct placed *v = place_all(t);
	struct buf text = {0};
	bool good = true;

	feed_grid_begin(out, FEED_PDF);
	size_t from = feed_length(out);

	for (size_t i = 0; good && i < t->cells.n; i++) {
		if (i > 0)
			feed_plain(out, v[i].row == v[i - 1].row ? STR("\t") : STR("\n"));
		good = put_cell(out, t, &v[i], &text);
	}
	if (good) {
		feed_grid_end(out, (struct text_span){from, feed_length(out)});
		feed_plain(out, STR("\n"));
	} else {
		err_set(err, ERR_LIMIT, _("it has more table cells than any report"));
	}
	buf_free(&text);
	free(v);
	return good;
}
