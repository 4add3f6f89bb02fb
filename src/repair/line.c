/* Trying readings of lines. */
#include "repair/attempt.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define DIGITS_MAX 18

static bool is_known(const struct system *s, size_t cell)
{
	enum cell_state state = s->values->v[cell].state;

	return state == CELL_GIVEN || state == CELL_BLANK;
}

static bool is_nothing(const struct system *s, size_t cell)
{
	enum cell_state state = s->values->v[cell].state;

	return state != CELL_UNREADABLE && s->now[cell] == 0;
}

/* Is the number that of the row's label, read as a value? */
static bool is_numbering(const struct system *s, size_t cell)
{
	const char *number = s->report->cells[cell].def->row->number;
	const struct value *v = &s->values->v[cell];
	char text[DEC_TEXT_MAX];

	return number && v->state == CELL_GIVEN && !strcmp(number, dec_str(v->value, text));
}

/* --- one attempt --- */

/* Of slots first to last. */
static void begin(struct attempt *a, enum edit edit, size_t first, size_t last)
{
	a->edit = edit;
	a->n = 0;
	a->from = first * a->l.width;
	a->until = (last + 1) * a->l.width;
	for (size_t i = a->from; i < a->until; i++)
		a->to[i] = a->s->now[a->l.cells[i]];
	memset(a->free + a->from, 0, (a->until - a->from) * sizeof *a->free);
}

/* Puts a number into cell i of the line; false where it cannot be it. */
static bool put(struct attempt *a, size_t i, __int128 to)
{
	size_t cell = a->l.cells[i];
	__int128 delta = to - a->s->now[cell];

	a->to[i] = to;
	if (!delta)
		return true;
	return system_is_free(a->s, cell) && !a->needs[i].stuck &&
	       (a->needs[i].any || a->needs[i].delta == delta);
}

static void put_change(struct attempt *a, size_t cell, struct dec to)
{
	struct repair_change c = {.cell = cell, .from = a->s->values->v[cell], .to = to};
	size_t at = a->n++;

	for (; at > 0 && a->changes[at - 1].cell > cell; at--)
		a->changes[at] = a->changes[at - 1];
	a->changes[at] = c;
}

static bool is_changed(const struct attempt *a, size_t i)
{
	size_t cell = a->l.cells[i];

	return a->to[i] != a->s->now[cell] || !is_known(a->s, cell);
}

static void add_to_equations(struct attempt *a, size_t cell, __int128 delta)
{
	const struct uses *u = &a->s->uses[cell];

	for (size_t i = 0; i < u->n; i++) {
		const struct equation *e = &a->s->equations[u->v[i]];

		if (e->state == EQUATION_OPEN)
			continue;
		if (!a->sum[u->v[i]])
			a->touched[a->n_touched++] = u->v[i];
		a->sum[u->v[i]] += u->sign[i] * delta;
	}
}

static bool has_free(const struct attempt *a, const struct equation *e)
{
	for (size_t i = a->from; i < a->until; i++) {
		if (a->free[i] && equation_sign(e, a->l.cells[i]))
			return true;
	}
	return false;
}

/* Do the changes so far settle the equations that no free cell can change? Quick, in units. */
static bool may_settle(struct attempt *a)
{
	bool may = true;

	a->n_touched = 0;
	for (size_t i = a->from; i < a->until; i++) {
		size_t cell = a->l.cells[i];

		if (!a->free[i] && a->to[i] != a->s->now[cell])
			add_to_equations(a, cell, a->to[i] - a->s->now[cell]);
	}
	for (size_t i = 0; i < a->n_touched; i++) {
		size_t at = a->touched[i];
		const struct equation *e = &a->s->equations[at];

		may = may && (a->sum[at] == e->residue || !a->sum[at] || has_free(a, e));
	}
	for (size_t i = 0; i < a->n_touched; i++)
		a->sum[a->touched[i]] = 0;
	return may && a->n_touched;
}

static bool solve_free(const struct attempt *a, size_t cell, struct dec *out)
{
	const struct uses *u = &a->s->uses[cell];

	for (size_t i = 0; i < u->n; i++) {
		if (system_solve(a->s, &a->s->equations[u->v[i]], cell, a->s->trial, out))
			return true;
	}
	return false;
}

/* Free cells wait as lost ones, so that no equation with two of them is taken for solved. */
static bool fill_free(struct attempt *a)
{
	bool filled = true;

	system_try(a->s, a->changes, a->n);
	for (size_t i = a->from; i < a->until; i++) {
		if (a->free[i])
			a->s->trial[a->l.cells[i]].state = CELL_MISSING;
	}
	for (size_t i = a->from; i < a->until && filled; i++) {
		size_t cell = a->l.cells[i];
		struct dec to;

		if (!a->free[i])
			continue;
		filled = solve_free(a, cell, &to);
		if (!filled)
			break;
		a->s->trial[cell] = (struct value){CELL_GIVEN, to, false};
		if (a->s->values->v[cell].state != CELL_BLANK || !dec_is_zero(to))
			put_change(a, cell, to);
	}
	for (size_t i = a->from; i < a->until; i++)
		a->s->trial[a->l.cells[i]] = a->s->values->v[a->l.cells[i]];
	return filled;
}

static bool same_number(const struct repair_change *c)
{
	return c->from.state == CELL_GIVEN && dec_cmp(c->from.value, c->to) == 0;
}

static void drop_unchanged(struct attempt *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->n; i++) {
		if (!same_number(&a->changes[i]))
			a->changes[n++] = a->changes[i];
	}
	a->n = n;
}

/* Numbers that are printed nowhere and that the reading gives its free cells: each fits one
 * identity whatever that says, so it takes one more to bear the reading out. */
static size_t count_made(const struct attempt *a)
{
	size_t n = 0;

	for (size_t i = a->from; i < a->until; i++) {
		for (size_t k = 0; a->free[i] && k < a->n; k++)
			n += a->changes[k].cell == a->l.cells[i] && !dec_is_zero(a->changes[k].to);
	}
	return n;
}

static void finish(struct attempt *a)
{
	struct judgement j;

	if (!may_settle(a))
		return;
	for (size_t i = a->from; i < a->until; i++) {
		struct dec to;

		if (a->free[i] || !is_changed(a, i))
			continue;
		if (!system_dec(a->s, a->to[i], &to))
			return;
		put_change(a, a->l.cells[i], to);
	}
	if (!fill_free(a))
		return;
	drop_unchanged(a);
	if (a->n < 2 || readings_same(a->out, a->changes, a->n))
		return;
	system_judge(a->s, a->changes, a->n, &j);
	if (!j.sound || !j.settled || j.settled + j.opened < 2 + count_made(a))
		return;
	struct reading *r = vec_push(a->out);

	*r = (struct reading){.edit = a->edit, .n = a->n, .judgement = j};
	r->changes = arena_alloc_array(a->s->arena, a->n, sizeof *r->changes);
	memcpy(r->changes, a->changes, a->n * sizeof *r->changes);
}

/* --- kinds of readings --- */

/* Puts the number of slot `from` into slot `to`; false where it has none. */
static bool move(struct attempt *a, size_t from, size_t to)
{
	size_t w = a->l.width;

	for (size_t i = 0; i < w; i++) {
		size_t cell = a->l.cells[from * w + i];

		if (!is_known(a->s, cell) || !put(a, to * w + i, a->s->now[cell]))
			return false;
	}
	return true;
}

/* The slot `gone` loses its numbers and the slot `open` gets none: what was nothing may go, else it
 * comes in at the other end. */
static bool close_gap(struct attempt *a, size_t gone, size_t open)
{
	size_t w = a->l.width;

	for (size_t i = 0; i < w; i++) {
		size_t cell = a->l.cells[gone * w + i];

		if (is_nothing(a->s, cell) || is_numbering(a->s, cell))
			a->free[open * w + i] = true;
		else if (!put(a, open * w + i, a->s->now[cell]))
			return false;
	}
	return true;
}

/* The numbers of slots a to b belong one slot further to the front, or to the back. */
static void try_shift(struct attempt *a, size_t first, size_t last, bool front)
{
	bool can = true;

	begin(a, EDIT_LINE_SHIFTED, first, last);
	for (size_t i = first; i < last && can; i++)
		can = front ? move(a, i + 1, i) : move(a, i, i + 1);
	if (can && close_gap(a, front ? first : last, front ? last : first))
		finish(a);
}

static void try_shifts(struct attempt *a)
{
	for (size_t first = 0; first < a->l.n; first++) {
		for (size_t last = first + 2; last < a->l.n; last++) {
			try_shift(a, first, last, true);
			try_shift(a, first, last, false);
		}
	}
}

static bool same_numbers(const struct attempt *a, size_t i, size_t j)
{
	size_t w = a->l.width;

	for (size_t k = 0; k < w; k++) {
		if (a->s->now[a->l.cells[i * w + k]] != a->s->now[a->l.cells[j * w + k]])
			return false;
	}
	return true;
}

static void try_swaps(struct attempt *a)
{
	for (size_t i = 0; i < a->l.n; i++) {
		for (size_t j = i + 1; j < a->l.n; j++) {
			bool nothing =
				is_nothing(a->s, a->l.cells[i]) || is_nothing(a->s, a->l.cells[j]);

			if (same_numbers(a, i, j))
				continue;
			begin(a,
				a->l.width > 1 ? EDIT_LINES_SWAPPED
				: nothing      ? EDIT_CELL_MOVED
					       : EDIT_CELLS_SWAPPED,
				i, j);
			if (move(a, i, j) && move(a, j, i))
				finish(a);
		}
	}
}

/* The units of a whole number, not negative, as digits; 0: it is none. */
static size_t digits_of(const struct system *s, size_t cell, char *out)
{
	struct dec v;

	if (s->values->v[cell].state != CELL_GIVEN || !system_dec(s, s->now[cell], &v) ||
		v.units < 0 || v.scale)
		return 0;
	return (size_t)snprintf(out, DEC_TEXT_MAX, "%" PRId64, v.units);
}

static __int128 number_of(const struct system *s, const char *digits, size_t n)
{
	__int128 v = 0;

	for (size_t i = 0; i < n; i++)
		v = v * 10 + (digits[i] - '0');
	return v * s->one;
}

/* Two cells hold one number; those behind belong one cell further to the front. */
static void try_split(struct attempt *a, size_t at)
{
	char text[2 * DEC_TEXT_MAX];
	size_t n = digits_of(a->s, a->l.cells[at], text);
	size_t m = n ? digits_of(a->s, a->l.cells[at + 1], text + n) : 0;
	bool can = true;

	if (!m || text[0] == '0' || n + m > DIGITS_MAX)
		return;
	begin(a, EDIT_NUMBER_SPLIT, at, a->l.n - 1);
	can = put(a, at, number_of(a->s, text, n + m));
	for (size_t i = at + 1; i + 1 < a->l.n && can; i++)
		can = move(a, i + 1, i);
	a->free[a->l.n - 1] = true;
	if (can)
		finish(a);
}

/* One cell holds two numbers; those behind belong one cell further to the back. */
static void try_join(struct attempt *a, size_t at)
{
	char text[DEC_TEXT_MAX];
	size_t n = digits_of(a->s, a->l.cells[at], text);

	for (size_t k = 1; k < n && n <= DIGITS_MAX; k++) {
		bool can = is_nothing(a->s, a->l.cells[a->l.n - 1]);

		if (text[k] == '0' && k + 1 < n)
			continue;
		begin(a, EDIT_NUMBERS_JOINED, at, a->l.n - 1);
		for (size_t i = at + 1; i + 1 < a->l.n && can; i++)
			can = move(a, i, i + 1);
		if (can && put(a, at, number_of(a->s, text, k)) &&
			put(a, at + 1, number_of(a->s, text + k, n - k)))
			finish(a);
	}
}

void attempt_line(struct attempt *a)
{
	try_swaps(a);
	if (a->l.read) {
		for (size_t i = 0; i + 1 < a->l.n; i++) {
			try_split(a, i);
			try_join(a, i);
		}
	}
	try_shifts(a);
}

const struct reading *readings_same(
	const struct readings *r, const struct repair_change *changes, size_t n)
{
	for (size_t i = 0; r && i < r->n; i++) {
		if (changes_same(r->v[i].changes, r->v[i].n, changes, n))
			return &r->v[i];
	}
	return NULL;
}
