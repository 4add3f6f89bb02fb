/* A copy of a table that has lost its labels: numbers that no table claims. They cannot say which
 * row they are of, but a row of the table that is not among them is nowhere confirmed. */
#include <string.h>

#include "table/build_forms.h"

/* Numbers that no label claims, and empty cells among them, run after run: NULL ends a run. */
struct loose {
	VEC(const struct token *) v;
	size_t numbers;
};

static bool is_value_row(const struct stream *s, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (s->tokens.v[i].reading.kind == READ_OTHER)
			return false;
	return r->n > 0;
}

/* Is the row within what one of the tables was read from? */
static bool is_claimed(const struct builder *b, size_t row)
{
	for (size_t i = 0; i < b->tables.n; i++)
		if (text_span_covers(b->tables.v[i].table.span, b->stream.rows.v[row].at))
			return true;
	return b->used[row];
}

static void end_run(struct loose *l)
{
	if (l->v.n && l->v.v[l->v.n - 1])
		*vec_push(&l->v) = NULL;
}

/* A cell a line, so many numbers behind words are theirs. */
enum { LABELLED_MAX = 7 };

static void gather(const struct builder *b, struct loose *out)
{
	const struct stream *s = &b->stream;
	size_t labelled = 0;
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct token_row *r = &s->rows.v[i];
		if (r->n == 0)
			continue;
		if (is_claimed(b, i) || !is_value_row(s, r)) {
			end_run(out);
			labelled = LABELLED_MAX;
			continue;
		}
		for (size_t k = r->first; k < r->first + r->n; k++) {
			bool value = token_has_value(&s->tokens.v[k]);
			if (r->n == 1 && labelled) {
				labelled -= value;
				continue;
			}
			*vec_push(&out->v) = &s->tokens.v[k];
			out->numbers += value;
		}
		if (!r->narrow)
			end_run(out);
	}
}

static bool is_alike(const struct cell *c, const struct token *t)
{
	return t && (c->state == CELL_GIVEN) == (t->reading.kind == READ_NUMBER) &&
	       cell_is_printed(c) == (t->reading.kind != READ_EMPTY) &&
	       dec_cmp(c->value, t->reading.value) == 0;
}

/* Do the cells from `at` on begin with those of the row? */
static bool stands_at(const struct loose *l, size_t at, const struct cell *cells, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (cells[k].state != CELL_MISSING &&
			(at >= l->v.n || !is_alike(&cells[k], l->v.v[at++])))
			return false;
	return true;
}

/* Is the row there from *at on? Then *at is behind it: a copy has the rows in their order. */
static bool is_found(const struct loose *l, size_t *at, const struct cell *cells, size_t n)
{
	for (size_t i = *at; i < l->v.n; i++)
		if (l->v.v[i] && stands_at(l, i, cells, n)) {
			for (size_t k = 0; k < n; k++)
				i += cells[k].state != CELL_MISSING;
			*at = i;
			return true;
		}
	return false;
}

/* How many of the row's numbers, zeros apart, stand from `at` on in their places; *all: of so many.
 */
static size_t count_alike(
	const struct loose *l, size_t at, const struct cell *cells, size_t n, size_t *all)
{
	size_t alike = 0;
	*all = 0;
	for (size_t k = 0; k < n; k++) {
		if (cells[k].state == CELL_MISSING)
			continue;
		const struct token *t = at < l->v.n ? l->v.v[at++] : NULL;
		if (!t)
			return 0;
		*all += !dec_is_zero(cells[k].value);
		alike += !dec_is_zero(cells[k].value) && is_alike(&cells[k], t);
	}
	return alike;
}

/* Is most of the row there, but not all of it? */
static bool is_varied(const struct loose *l, const struct cell *cells, size_t n)
{
	for (size_t at = 0; at < l->v.n; at++) {
		size_t all, alike = l->v.v[at] ? count_alike(l, at, cells, n, &all) : 0;
		if (alike > 2 && alike * 2 > all)
			return true;
	}
	return false;
}

/* The cells of a row, of which two at least are printed; NULL where fewer are. */
static struct cell *row_of(const struct built *t, size_t r, size_t *n)
{
	const struct form_table *def = t->table.def;
	struct cell *cells = &t->cells[def->rows[r].first - def->cell];
	size_t printed = 0;
	*n = def->blocks[def->rows[r].block].n_columns;
	for (size_t k = 0; k < *n; k++)
		printed += cell_is_printed(&cells[k]);
	return printed > 1 ? cells : NULL;
}

static bool has_number(const struct cell *cells, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (cell_is_printed(&cells[k]) && !dec_is_zero(cells[k].value))
			return true;
	return false;
}

static size_t printed_in(const struct built *t)
{
	size_t n = 0;
	for (size_t k = 0; k < t->table.def->n_cells; k++)
		n += cell_is_printed(&t->cells[k]);
	return n;
}

/* Are there numbers enough for half of the table, and half of its rows among them, not those of
 * zeros alone, which any zeros are; or for most of all tables? */
static bool is_copy(const struct builder *b, const struct built *t, const struct loose *l)
{
	size_t rows = 0, found = 0, all = 0, own = printed_in(t), at = 0, n;
	size_t telling = 0, told = 0; /* rows with other numbers than zeros; those found */
	for (size_t i = 0; i < b->tables.n; i++)
		all += printed_in(&b->tables.v[i]);
	for (size_t r = 0; r < t->table.def->n_rows && l->numbers * 2 >= own; r++) {
		const struct cell *cells = row_of(t, r, &n);
		if (!cells)
			continue;
		bool here = is_found(l, &at, cells, n), tells = has_number(cells, n);
		rows++;
		found += here;
		telling += tells;
		told += here && tells;
	}
	return rows > 2 && (told > 0 || telling < 2) &&
	       (found * 2 >= rows || l->numbers * 3 >= all * 2);
}

static void doubt_row(struct cell *cells, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (cells[k].state != CELL_MISSING)
			cell_doubt(&cells[k], "doubled");
}

void loose_compare(struct builder *b)
{
	struct loose l;
	gather(b, &l);
	for (size_t i = 0; i < b->tables.n && l.numbers > 2; i++) {
		struct built *t = &b->tables.v[i];
		if (t->table.def->layout != FORM_ROWS)
			continue;
		bool copy = is_copy(b, t, &l);
		size_t at = 0;
		for (size_t r = 0; r < t->table.def->n_rows; r++) {
			size_t n;
			struct cell *cells = row_of(t, r, &n);
			if (cells && !is_found(&l, &at, cells, n) &&
				(copy || is_varied(&l, cells, n)))
				doubt_row(cells, n);
		}
	}
	vec_free(&l.v);
}
