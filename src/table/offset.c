/* A column whose numbers stand a row above or below their own, as where one of its cells was lost:
 * several rows do not add up, and all do with the numbers of the row beside them. */
#include "base/mem.h"
#include "table/align.h"
#include "table/build_forms.h"

/* So many rows tell it; one less where an empty cell ends the column's stretch, too. */
#define ROWS_MIN 3
#define UNITS_MAX 1000000000

struct sheet {
	size_t n;		     /* columns of a row */
	int sign[ALIGN_COLUMNS_MAX]; /* of each in the row's sum */
	struct sheet_row {
		struct cell *cells;
		bool read;   /* whole numbers and blanks, and nothing else */
		int64_t off; /* by how much it does not add up */
	} * rows;	     /* those that are printed */
	size_t n_rows;
};

static int64_t value_of(const struct cell *c)
{
	return c->state == CELL_GIVEN ? c->value.units : 0;
}

static bool is_count(const struct cell *c)
{
	return c->state == CELL_BLANK || (c->state == CELL_GIVEN && !c->value.scale &&
						 c->value.units >= 0 && c->value.units < UNITS_MAX);
}

static void add_row(struct sheet *s, struct cell *cells)
{
	struct sheet_row *r = &s->rows[s->n_rows];
	bool printed = false;
	*r = (struct sheet_row){.cells = cells, .read = true};
	for (size_t k = 0; k < s->n; k++) {
		printed |= cells[k].state != CELL_MISSING;
		r->read &= is_count(&cells[k]);
	}
	for (size_t k = 0; k < s->n && r->read; k++)
		r->off += s->sign[k] * value_of(&cells[k]);
	s->n_rows += printed;
}

/* Would the row add up with the other's number in that column? */
static bool fits(const struct sheet *s, size_t row, size_t other, size_t column)
{
	const struct sheet_row *r = &s->rows[row], *o = &s->rows[other];
	if (!r->read || !o->read)
		return false;
	int64_t more = value_of(&o->cells[column]) - value_of(&r->cells[column]);
	return r->off + s->sign[column] * more == 0;
}

/* The rows [from, to) fit with the numbers of the rows beside them, of those above or of those
 * below. What adds up as it stands there has the same number either way. */
static void judge(const struct sheet *s, size_t column, size_t from, size_t to, bool above)
{
	size_t broken = 0, last = above ? to - 1 : from;
	from -= above;
	to += !above;
	for (size_t r = from; r < to; r++)
		broken += s->rows[r].off != 0;
	if (broken + cell_is_hole(&s->rows[last].cells[column]) < ROWS_MIN)
		return;
	for (size_t r = from; r < to; r++)
		if (s->rows[r].off != 0)
			cell_doubt(&s->rows[r].cells[column], "offset");
}

static void judge_column(const struct sheet *s, size_t column, bool above)
{
	size_t rows = s->n_rows, from = above;
	for (size_t r = above; r + !above < rows; r++) {
		if (fits(s, r, above ? r - 1 : r + 1, column))
			continue;
		if (r > from)
			judge(s, column, from, r, above);
		from = r + 1;
	}
	if (from + !above < rows)
		judge(s, column, from, rows - !above, above);
}

static void judge_table(const struct form_identity *sum, const struct built *t)
{
	const struct form_table *def = t->table.def;
	struct sheet s = {.n = def->blocks[0].n_columns};
	size_t broken = 0;
	for (size_t k = 0; k < sum->n_left; k++)
		s.sign[sum->left[k]] = 1;
	for (size_t k = 0; k < sum->n_right; k++)
		s.sign[sum->right[k]] = -1;
	s.rows = mem_alloc_array(def->n_rows + 1, sizeof *s.rows);
	for (size_t r = 0; r < def->n_rows; r++)
		add_row(&s, &t->cells[def->rows[r].first - def->cell]);
	for (size_t r = 0; r < s.n_rows; r++)
		broken += s.rows[r].off != 0;
	for (size_t k = 0; k < s.n && broken + 1 >= ROWS_MIN; k++) {
		judge_column(&s, k, true);
		judge_column(&s, k, false);
	}
	free(s.rows);
}

void offsets_doubt(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		const struct report_table *t = &b->tables.v[i].table;
		const struct form_identity *sum = form_row_sum(t->form, t->def);
		if (sum)
			judge_table(sum, &b->tables.v[i]);
	}
}
