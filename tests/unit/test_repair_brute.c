#include "unit/unit.h"

#include <stdint.h>

#include "unit/repair_kit.h"

/* The search against trying everything: all groups of up to three of a few cells that may change,
 * all numbers up to a limit. */
enum { CELLS = 9, LIMIT = 12, GROUPS_MAX = 4096, EQUATIONS_MAX = 64, SIZE_MAX_TRIED = 3 };

struct brute {
	struct repair_kit *k;
	size_t cells[CELLS]; /* that may change, ascending */
	int sign[EQUATIONS_MAX][CELLS];
	int64_t residue[EQUATIONS_MAX]; /* right - left */
	size_t n_equations;
	size_t size; /* of the smallest groups; 0: none found */
	struct {
		unsigned mask;		 /* of cells */
		int64_t to[CELLS];	 /* of those */
		unsigned long solutions; /* with this mask */
	} groups[GROUPS_MAX];
	size_t n;
};

static int64_t value(const struct repair_kit *k, size_t cell)
{
	return k->values.v[cell].value.units;
}

static size_t cell_in(const struct report_table *t, bool row, size_t line, size_t operand)
{
	size_t cell =
		row ? form_cell_at(t->def, line, operand) : form_cell_at(t->def, operand, line);

	return t->cell + (cell - t->def->cell);
}

static void add_equation(
	struct brute *b, const struct report_table *t, const struct form_identity *id, size_t line)
{
	size_t e = b->n_equations++;

	cr_assert_lt(e, EQUATIONS_MAX);
	b->residue[e] = 0;
	memset(b->sign[e], 0, sizeof b->sign[e]);
	for (size_t i = 0; i < id->n_left + id->n_right; i++) {
		bool left = i < id->n_left;
		size_t cell = cell_in(
			t, id->each_row, line, left ? id->left[i] : id->right[i - id->n_left]);

		b->residue[e] += left ? -value(b->k, cell) : value(b->k, cell);
		for (size_t c = 0; c < CELLS; c++) {
			if (b->cells[c] == cell)
				b->sign[e][c] = left ? 1 : -1;
		}
	}
}

static void add_equations(struct brute *b)
{
	const struct report_table *t = &b->k->report->tables[1];

	b->n_equations = 0;
	for (size_t i = 0; i < t->form->n_identities; i++) {
		const struct form_identity *id = &t->form->identities[i];
		size_t n = id->each_row ? t->def->n_rows : t->def->blocks[0].n_columns;

		for (size_t line = 0; id->table == t->def && line < n; line++)
			add_equation(b, t, id, line);
	}
}

/* Have the cells' columns of the equations full rank? Else their numbers are left open. */
static bool is_determined(const struct brute *b, unsigned mask)
{
	int64_t m[EQUATIONS_MAX][CELLS];
	size_t rank = 0;

	for (size_t e = 0; e < b->n_equations; e++) {
		for (size_t c = 0; c < CELLS; c++)
			m[e][c] = mask >> c & 1 ? b->sign[e][c] : 0;
	}
	for (size_t c = 0; c < CELLS; c++) {
		size_t p = rank;

		while (p < b->n_equations && !m[p][c])
			p++;
		if (p == b->n_equations)
			continue;
		for (size_t i = 0; i < CELLS; i++) {
			int64_t swap = m[p][i];

			m[p][i] = m[rank][i];
			m[rank][i] = swap;
		}
		for (size_t e = rank + 1; e < b->n_equations; e++) {
			int64_t f = m[e][c], g = m[rank][c];

			for (size_t i = 0; i < CELLS; i++)
				m[e][i] = m[e][i] * g - m[rank][i] * f;
		}
		rank++;
	}
	return rank == (size_t)__builtin_popcount(mask);
}

static bool holds(const struct brute *b, const int64_t *to)
{
	for (size_t e = 0; e < b->n_equations; e++) {
		int64_t sum = 0;

		for (size_t c = 0; c < CELLS; c++)
			sum += b->sign[e][c] * (to[c] - value(b->k, b->cells[c]));
		if (sum != b->residue[e])
			return false;
	}
	return true;
}

static void keep(struct brute *b, unsigned mask, const int64_t *to)
{
	if (b->n && b->groups[b->n - 1].mask == mask) {
		b->groups[b->n - 1].solutions++;
		return;
	}
	cr_assert_lt(b->n, GROUPS_MAX);
	b->groups[b->n].mask = mask;
	b->groups[b->n].solutions = 1;
	memcpy(b->groups[b->n].to, to, sizeof b->groups[b->n].to);
	b->n++;
}

/* All numbers for the cells of the mask from cell c on. */
static void try_numbers(struct brute *b, unsigned mask, size_t c, int64_t *to)
{
	while (c < CELLS && !(mask >> c & 1))
		c++;
	if (c == CELLS) {
		if (holds(b, to))
			keep(b, mask, to);
		return;
	}
	int64_t was = to[c];

	for (to[c] = 0; to[c] <= LIMIT; to[c]++) {
		if (to[c] != was)
			try_numbers(b, mask, c + 1, to);
	}
	to[c] = was;
}

static void try_all(struct brute *b)
{
	int64_t to[CELLS];

	for (size_t c = 0; c < CELLS; c++)
		to[c] = value(b->k, b->cells[c]);
	b->n = 0;
	for (b->size = 1; b->size <= SIZE_MAX_TRIED && !b->n; b->size++) {
		for (unsigned mask = 1; mask < 1u << CELLS; mask++) {
			if ((size_t)__builtin_popcount(mask) == b->size && is_determined(b, mask))
				try_numbers(b, mask, 0, to);
		}
	}
	b->size = b->n ? b->size - 1 : 0;
}

static bool is_listed(const struct brute *b, const struct repair_list *l, size_t g)
{
	for (size_t i = 0; i < l->n; i++) {
		unsigned mask = 0;
		bool same = !repair_kit_is_beside(l, i);

		for (size_t k = 0; same && k < l->v[i]->n_changes; k++) {
			const struct repair_change *c = &l->v[i]->changes[k];

			for (size_t at = 0; at < CELLS; at++) {
				if (b->cells[at] != c->cell)
					continue;
				mask |= 1u << at;
				same = c->to.units == b->groups[g].to[at];
			}
		}
		if (same && mask == b->groups[g].mask)
			return true;
	}
	return false;
}

/* Some cells of a few rows and columns may change, so that many groups share identities. */
static void choose_cells(struct brute *b)
{
	const struct report_table *t = &b->k->report->tables[1];
	size_t row = repair_kit_roll(b->k, (unsigned)t->def->n_rows - 3);

	for (size_t i = 0; i < b->k->values.n; i++)
		b->k->values.v[i].corrected = true;
	for (size_t i = 0; i < CELLS; i++) {
		size_t column = i % 3 == 2 ? 6 : i % 3 + repair_kit_roll(b->k, 2) * 2;

		b->cells[i] = cell_in(t, true, i < 6 ? row + i / 3 : t->def->n_rows - 2, column);
		for (size_t k = 0; k < i; k++) {
			if (b->cells[k] == b->cells[i])
				b->cells[i]++;
		}
	}
	for (size_t i = 0; i < CELLS; i++)
		b->k->values.v[b->cells[i]].corrected = false;
}

static void falsify(struct brute *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t cell = b->cells[repair_kit_roll(b->k, CELLS)];

		b->k->values.v[cell].value = dec_of(repair_kit_roll(b->k, LIMIT / 2));
	}
}

static void compare(struct brute *b, unsigned seed)
{
	size_t finding = 0, listed = 0;

	while (finding < b->k->check.n_findings &&
		strcmp(b->k->check.findings[finding].rule->kind, "identity"))
		finding++;
	struct repair_list l = repairs_whole(&b->k->repairs, finding);

	for (size_t i = 0; i < l.n; i++) {
		if (repair_kit_is_beside(&l, i))
			continue;
		bool small = l.v[i]->n_changes <= SIZE_MAX_TRIED;

		for (size_t k = 0; k < l.v[i]->n_changes; k++)
			small = small && l.v[i]->changes[k].to.units <= LIMIT;
		listed += small;
		cr_expect(!b->size || l.v[i]->n_changes <= b->size, "seed %u: not the smallest",
			seed);
	}
	for (size_t g = 0; g < b->n; g++) {
		cr_expect_eq(b->groups[g].solutions, 1, "seed %u", seed);
		if (l.n && l.v[l.n - 1]->n_changes == b->size)
			cr_expect(is_listed(b, &l, g), "seed %u: group %x is not listed", seed,
				b->groups[g].mask);
	}
	cr_expect(!b->n || l.n, "seed %u: nothing listed", seed);
	if (l.n && l.v[l.n - 1]->n_changes == b->size)
		cr_expect_eq(
			listed, b->n, "seed %u: %zu listed, %zu there are", seed, listed, b->n);
}

Test(repair_brute, finds_what_trying_everything_finds)
{
	static struct brute b;
	size_t found = 0;

	b.k = repair_kit_open("2019");
	cr_assert(b.k);
	for (unsigned seed = 0; seed < 120; seed++) {
		repair_kit_fill(b.k, seed);
		for (size_t i = 0; i < b.k->values.n; i++)
			b.k->values.v[i].value = dec_of(0);
		choose_cells(&b);
		falsify(&b, 1 + seed % 4);
		add_equations(&b);
		repair_kit_find(b.k, NULL);
		try_all(&b);
		compare(&b, seed);
		found += b.n > 0;
	}
	cr_expect_gt(found, 40);
	repair_kit_free(b.k);
}
