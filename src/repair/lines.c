/* Which lines of a report are worth reading otherwise. */
#include "repair/attempt.h"

#include <string.h>

static void count_in_line(struct attempt *a, const size_t *cells, size_t n)
{
	memset(a->in_line, 0, a->s->n * sizeof *a->in_line);
	for (size_t i = 0; i < n; i++) {
		const struct uses *u = &a->s->uses[cells[i]];

		for (size_t j = 0; j < u->n; j++)
			a->in_line[u->v[j]]++;
	}
}

static void find_need(struct attempt *a, size_t i)
{
	const struct uses *u = &a->s->uses[a->l.cells[i]];
	struct need need = {.any = true};

	for (size_t j = 0; j < u->n; j++) {
		const struct equation *e = &a->s->equations[u->v[j]];
		__int128 delta = u->sign[j] * e->residue;

		if (e->state == EQUATION_OPEN || a->in_line[u->v[j]] > 1)
			continue;
		if (!need.any && need.delta != delta)
			need.stuck = true;
		need.any = false;
		need.delta = delta;
	}
	a->needs[i] = need;
}

/* A reading makes two equations hold at least, and changes two cells. */
static bool may_be_read(struct attempt *a)
{
	size_t equations = 0, cells = 0, n = a->l.n * a->l.width;

	for (size_t i = 0; i < a->s->n; i++)
		equations += a->in_line[i] && a->s->equations[i].state != EQUATION_HOLDS;
	if (equations < 2)
		return false;
	for (size_t i = 0; i < n; i++) {
		find_need(a, i);
		cells += a->needs[i].any || (!a->needs[i].stuck && a->needs[i].delta);
	}
	return cells >= 2;
}

/* Numbers that move as a whole row or column still add up as they did: where they do not, it is no
 * such move. */
static bool slots_hold(const struct attempt *a)
{
	for (size_t i = 0; i < a->s->n; i++) {
		const struct equation *e = &a->s->equations[i];
		size_t slot = STR_NONE, inside = 0;

		if (e->state != EQUATION_BROKEN || a->in_line[i] != e->n)
			continue;
		for (size_t j = 0; j < a->l.n * a->l.width; j++) {
			if (!equation_sign(e, a->l.cells[j]))
				continue;
			inside += slot == STR_NONE || slot == j / a->l.width;
			slot = j / a->l.width;
		}
		if (inside == e->n)
			return false;
	}
	return true;
}

static void try_cells(struct attempt *a, const size_t *cells, size_t n, size_t width, bool read)
{
	a->l = (struct line){.cells = cells, .n = n, .width = width, .read = read};
	count_in_line(a, cells, n * width);
	if (n > 1 && may_be_read(a) && (width == 1 || slots_hold(a)))
		attempt_line(a);
}

/* --- lines of a report --- */

static void try_block(
	struct attempt *a, const struct report_table *t, const struct form_block *b, size_t *cells)
{
	size_t first = t->cell + (t->def->rows[b->row].first - t->def->cell);
	size_t w = b->n_columns;

	for (size_t i = 0; i < b->n_rows * w; i++)
		cells[i] = first + i;
	for (size_t row = 0; row < b->n_rows; row++)
		try_cells(a, cells + row * w, w, 1, true);
	if (t->def->layout == FORM_WIDE)
		try_cells(a, cells, b->n_rows * w, 1, true);
	else
		try_cells(a, cells, b->n_rows, w, false);
	for (size_t column = 0; column < w; column++) {
		for (size_t row = 0; row < b->n_rows; row++)
			cells[column * b->n_rows + row] = first + row * w + column;
		try_cells(a, cells + column * b->n_rows, b->n_rows, 1, false);
	}
	if (t->def->layout != FORM_WIDE)
		try_cells(a, cells, w, b->n_rows, false);
}

void readings_find(const struct system *s, struct readings *out)
{
	struct arena *arena = arena_new();
	size_t n = s->values->n, uses = 0;
	struct attempt a = {.s = s, .out = out};
	size_t *cells = arena_alloc_array(arena, n, sizeof *cells);

	a.to = arena_alloc_array(arena, n, sizeof *a.to);
	a.free = arena_alloc_array(arena, n, sizeof *a.free);
	a.needs = arena_alloc_array(arena, n, sizeof *a.needs);
	a.in_line = arena_alloc_array(arena, s->n, sizeof *a.in_line);
	a.changes = arena_alloc_array(arena, n, sizeof *a.changes);
	a.sum = arena_alloc_array(arena, s->n, sizeof *a.sum);
	for (size_t i = 0; i < n; i++)
		uses += s->uses[i].n;
	a.touched = arena_alloc_array(arena, uses, sizeof *a.touched);
	*out = (struct readings){0};
	for (size_t i = 0; i < s->report->n_tables; i++) {
		const struct report_table *t = &s->report->tables[i];

		for (size_t j = 0; t->found && j < t->def->n_blocks; j++)
			try_block(&a, t, &t->def->blocks[j], cells);
	}
	arena_free(arena);
}
