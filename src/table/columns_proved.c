/* Rows that are in doubt only because nothing says under which columns their cells stand, as their
 * totals are blank: they are where they are, if every column of them adds up to a row that is sure.
 */
#include <string.h>

#include "table/lines.h"

static struct cell *cell_of(const struct placing *p, size_t row, size_t column)
{
	return &p->cells[p->def->rows[row].first - p->def->cell + column];
}

/* Adds it up, blank ones being nothing; false where it cannot be. */
static bool add_cell(const struct cell *c, struct dec *sum, bool *any)
{
	if (c->state == CELL_BLANK)
		return true;
	*any = true;
	return c->state == CELL_GIVEN && dec_add(*sum, c->value, sum);
}

/* Do the rows add up to the one row in that column? Of a column that they leave blank throughout
 * nothing can be told: it tells nothing against them where it is the totals'. */
static bool holds_in(
	const struct placing *p, const struct form_identity *id, size_t column, bool totals)
{
	struct dec sum = dec_of(0), whole = dec_of(0);
	bool parts = false, any = false;
	for (size_t i = 0; i < id->n_left; i++)
		if (!add_cell(cell_of(p, id->left[i], column), &sum, &parts))
			return false;
	if (!add_cell(cell_of(p, id->right[0], column), &whole, &any))
		return false;
	return (totals && !parts) || dec_cmp(sum, whole) == 0;
}

/* Is the row's line its own, with its label, and sure but for the columns? */
static bool is_of_its_own(const struct line *l)
{
	return l && l->fit == FIT_EXACT && !l->unsure && !l->dropped && !l->touched && !l->mended;
}

static bool is_sure(const struct placing *p, size_t row, const struct line *l)
{
	for (size_t k = 0; k < place_columns_of(p, row); k++)
		if (cell_of(p, row, k)->doubt || cell_of(p, row, k)->state == CELL_MISSING)
			return false;
	return is_of_its_own(l);
}

static void settle(const struct placing *p, size_t row)
{
	for (size_t k = 0; k < place_columns_of(p, row); k++) {
		struct cell *c = cell_of(p, row, k);
		if (c->doubt && strcmp(c->how, "label+order") == 0) {
			c->doubt = false;
			c->how = "label+column";
		}
	}
}

/* Zeros beside blank cells: they add nothing to any column, so no sum tells which is which. */
static bool is_vague(const struct placing *p, size_t row)
{
	bool zero = false, blank = false;
	for (size_t k = 0; k < place_columns_of(p, row); k++) {
		const struct cell *c = cell_of(p, row, k);
		blank |= c->state != CELL_GIVEN;
		zero |= c->state == CELL_GIVEN && dec_is_zero(c->value);
	}
	return zero && blank;
}

void columns_prove(struct placing *p, const struct line *const *of)
{
	const struct form_identity *rows = place_row_sum(p);
	for (size_t i = 0; rows && i < p->form->n_identities; i++) {
		const struct form_identity *id = &p->form->identities[i];
		size_t columns = p->def->blocks[0].n_columns, k = 0;
		if (id->table != p->def || id->each_row || id->n_right != 1 || id->n_left < 3 ||
			!is_sure(p, id->right[0], of[id->right[0]]))
			continue;
		while (k < columns && holds_in(p, id, k, k == rows->right[0]))
			k++;
		for (size_t r = 0; r < id->n_left && k == columns; r++)
			if (is_of_its_own(of[id->left[r]]) && !is_vague(p, id->left[r]))
				settle(p, id->left[r]);
	}
}
