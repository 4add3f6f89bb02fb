/* Copies of a table: a draft before the final, last year's behind it, the same page twice. Nothing
 * tells which one counts, so a cell is sure only where all copies agree. */
#include <string.h>

#include "table/build_forms.h"

static bool differs(const struct cell *a, const struct cell *b)
{
	return a->state != CELL_MISSING && b->state != CELL_MISSING &&
	       (a->state != b->state || dec_cmp(a->value, b->value) != 0);
}

/* A row of the table as it was read. */
struct row {
	struct cell *cells;
	size_t n;
};

static struct row row_of(const struct form_table *def, size_t r, struct cell *cells)
{
	const struct form_row *row = &def->rows[r];
	return (struct row){&cells[row->first - def->cell], def->blocks[row->block].n_columns};
}

/* Does the row have something in all its cells, placed by its label and in no doubt? */
static bool is_whole(const struct form_table *def, struct row row)
{
	for (size_t k = 0; k < row.n; k++)
		if (!cell_is_printed(&row.cells[k]) || row.cells[k].doubt)
			return false;
	return def->layout == FORM_ROWS && row.n > 1;
}

/* Is the row's reading sure, as far as anything is printed there? */
static bool is_sure(struct row row)
{
	for (size_t k = 0; k < row.n; k++)
		if (row.cells[k].doubt)
			return false;
	return true;
}

static bool is_there(struct row row)
{
	for (size_t k = 0; k < row.n; k++)
		if (row.cells[k].state != CELL_MISSING)
			return true;
	return false;
}

/* Are the same values printed in both, one behind another, whichever columns they are in? */
static bool same_printed(struct row a, struct row b)
{
	for (size_t i = 0, k = 0;; i++, k++) {
		while (i < a.n && !cell_is_printed(&a.cells[i]))
			i++;
		while (k < b.n && !cell_is_printed(&b.cells[k]))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (differs(&a.cells[i], &b.cells[k]))
			return false;
	}
}

static void doubt_row(struct row row)
{
	for (size_t k = 0; k < row.n; k++)
		if (row.cells[k].state != CELL_MISSING)
			cell_doubt(&row.cells[k], "doubled");
}

static bool same_states(struct row a, struct row b)
{
	for (size_t k = 0; k < a.n; k++)
		if (a.cells[k].state != b.cells[k].state)
			return false;
	return true;
}

/* Of a copy's row that was read for sure, cell by cell; of another, whether the row has the same
 * values at all, and its blanks in the same places. */
static void doubt_differing(struct row row, struct row copy)
{
	if (!is_sure(copy)) {
		if (!same_printed(row, copy) || !same_states(row, copy))
			doubt_row(row);
		return;
	}
	for (size_t k = 0; k < row.n; k++)
		if (differs(&row.cells[k], &copy.cells[k]))
			cell_doubt(&row.cells[k], "doubled");
}

static size_t numbers_in(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';
		n += digit && (i == 0 || s.p[i - 1] < '0' || s.p[i - 1] > '9');
	}
	return n;
}

/* What is left of a copy tells by its whole rows only; of one that has nearly all, or numbers in a
 * section of its own, a row that cannot be found there is nowhere confirmed. */
static void doubt_copy(struct built *t, struct attempt *copy, struct str section)
{
	const struct form_table *def = t->table.def;
	size_t given = attempt_given(copy);
	bool rich = given * 4 >= t->given * 3 ||
		    (copy->placing.labels_read > 0 && numbers_in(section) * 4 >= t->given);
	bool poor = given * 2 < t->given && !rich;
	for (size_t r = 0; r < def->n_rows; r++) {
		struct row row = row_of(def, r, t->cells);
		struct row other = row_of(def, r, copy->placing.cells);
		if (poor && !is_whole(def, other))
			continue;
		if (is_there(other))
			doubt_differing(row, other);
		else if (rich)
			doubt_row(row);
	}
}

static void compare_copy(
	struct builder *b, struct built *t, struct text_span region, struct str section)
{
	struct attempt copy;
	size_t from, to;
	rows_within(&b->stream, region, &from, &to);
	if (!t->table.found || from == to)
		return;
	attempt_init(&copy, t->table.form, t->table.def, b, from, to);
	attempt_run(&copy);
	doubt_copy(t, &copy, section);
	attempt_free(&copy);
}

/* In what of the region lies outside of the table's own; section: the text of one that is headed as
 * its own is, else empty. */
static void compare_within(
	struct builder *b, struct built *t, struct text_span region, struct str section)
{
	struct text_span before = region, behind = region;
	before.to = before.to < t->region.from ? before.to : t->region.from;
	behind.from = behind.from > t->region.to ? behind.from : t->region.to;
	if (before.from < before.to)
		compare_copy(b, t, before, section);
	if (behind.from < behind.to)
		compare_copy(b, t, behind, section);
}

void copies_compare(struct builder *b)
{
	const struct report *r = b->r;
	b->region = (struct text_span){0, doc_text(r->doc).n};
	memset(b->used, 0, b->stream.rows.n * sizeof *b->used);
	for (size_t i = 0; i < b->tables.n; i++) {
		struct built *t = &b->tables.v[i];
		compare_within(b, t, b->region, STR(""));
		for (size_t k = 0; k < r->n_others; k++)
			if (r->others[k].number == t->table.def->section)
				compare_within(b, t, r->others[k].span,
					doc_str(r->doc, r->others[k].span));
	}
}
