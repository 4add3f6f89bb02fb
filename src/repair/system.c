/* The equations of a report, and what changes do to them. */
#include "repair/system.h"

#include <assert.h>
#include <string.h>

static __int128 power_of_ten(unsigned n)
{
	__int128 p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

static size_t cell_at(const struct report_table *t, size_t row, size_t column)
{
	if (column >= t->def->blocks[t->def->rows[row].block].n_columns)
		return STR_NONE;
	return t->cell + (form_cell_at(t->def, row, column) - t->def->cell);
}

static bool side_sum(const struct value *v, const size_t *cells, size_t n, struct dec *out)
{
	*out = dec_of(0);
	for (size_t i = 0; i < n; i++) {
		if (v[cells[i]].state == CELL_GIVEN && !dec_add(*out, v[cells[i]].value, out))
			return false;
	}
	return true;
}

/* A blank counts as zero, but a blank total is no total. */
static bool is_unknown(const struct system *s, size_t cell, const struct value *v)
{
	enum cell_state state = v[cell].state;

	return state == CELL_MISSING || state == CELL_UNREADABLE ||
	       (state == CELL_BLANK && s->totals[cell]);
}

/* As the rule `identity` judges it. */
static enum equation_state judge(
	const struct system *s, const struct equation *e, const struct value *v)
{
	struct dec left, right;

	for (size_t i = 0; i < e->n; i++) {
		if (is_unknown(s, e->cells[i], v))
			return EQUATION_OPEN;
	}
	if (!side_sum(v, e->cells, e->n_left, &left) ||
		!side_sum(v, e->cells + e->n_left, e->n - e->n_left, &right))
		return EQUATION_OPEN;
	return dec_cmp(left, right) ? EQUATION_BROKEN : EQUATION_HOLDS;
}

/* --- building --- */

struct builder {
	struct system *s;
	VEC(struct equation) equations;
};

static void add_equation(
	struct builder *b, const struct report_table *t, const struct form_identity *id, size_t at)
{
	struct equation e = {.table = t, .each_row = id->each_row, .finding = STR_NONE};

	e.n_left = id->n_left;
	e.n = id->n_left + id->n_right;
	e.cells = arena_alloc_array(b->s->arena, e.n, sizeof *e.cells);
	for (size_t i = 0; i < e.n; i++) {
		size_t operand = i < id->n_left ? id->left[i] : id->right[i - id->n_left];

		e.cells[i] = id->each_row ? cell_at(t, at, operand) : cell_at(t, operand, at);
		if (e.cells[i] == STR_NONE)
			return;
	}
	if (id->n_right == 1)
		b->s->totals[e.cells[e.n - 1]] = true;
	*vec_push(&b->equations) = e;
}

static void add_identity(
	struct builder *b, const struct report_table *t, const struct form_identity *id)
{
	const struct form_table *def = t->def;
	size_t row = id->n_left ? id->left[0] : 0;
	size_t n = id->each_row ? def->n_rows : def->blocks[def->rows[row].block].n_columns;

	for (size_t at = 0; at < n; at++)
		add_equation(b, t, id, at);
}

static void add_equations(struct system *s)
{
	struct builder b = {.s = s};

	for (size_t i = 0; i < s->report->n_tables; i++) {
		const struct report_table *t = &s->report->tables[i];

		for (size_t j = 0; j < t->form->n_identities; j++) {
			if (t->form->identities[j].table == t->def)
				add_identity(&b, t, &t->form->identities[j]);
		}
	}
	s->n = b.equations.n;
	s->equations = arena_alloc_array(s->arena, s->n, sizeof *s->equations);
	if (s->n)
		memcpy(s->equations, b.equations.v, s->n * sizeof *s->equations);
	vec_free(&b.equations);
}

static void add_uses(struct system *s)
{
	s->uses = arena_alloc_array(s->arena, s->values->n, sizeof *s->uses);
	for (size_t i = 0; i < s->n; i++) {
		for (size_t j = 0; j < s->equations[i].n; j++)
			s->uses[s->equations[i].cells[j]].n++;
	}
	for (size_t i = 0; i < s->values->n; i++) {
		s->uses[i].v = arena_alloc_array(s->arena, s->uses[i].n, sizeof(size_t));
		s->uses[i].sign = arena_alloc_array(s->arena, s->uses[i].n, sizeof(int));
		s->uses[i].n = 0;
	}
	for (size_t i = 0; i < s->n; i++) {
		for (size_t j = 0; j < s->equations[i].n; j++) {
			struct uses *u = &s->uses[s->equations[i].cells[j]];

			u->sign[u->n] = j < s->equations[i].n_left ? 1 : -1;
			u->v[u->n++] = i;
		}
	}
}

static void read_numbers(struct system *s)
{
	const struct values *v = s->values;

	for (size_t i = 0; i < v->n; i++) {
		if (s->uses[i].n && v->v[i].state == CELL_GIVEN && v->v[i].value.scale > s->scale)
			s->scale = v->v[i].value.scale;
	}
	s->one = power_of_ten(s->scale);
	s->now = arena_alloc_array(s->arena, v->n, sizeof *s->now);
	for (size_t i = 0; i < v->n; i++) {
		if (s->uses[i].n && v->v[i].state == CELL_GIVEN)
			s->now[i] =
				v->v[i].value.units * power_of_ten(s->scale - v->v[i].value.scale);
	}
}

static size_t finding_of(const struct check *c, const struct equation *e)
{
	for (size_t i = 0; i < c->n_findings; i++) {
		const struct finding *f = &c->findings[i];

		if (f->n_cells == e->n && !strcmp(f->rule->kind, "identity") &&
			!memcmp(f->cells, e->cells, e->n * sizeof *e->cells))
			return i;
	}
	return STR_NONE;
}

static void judge_equation(struct system *s, struct equation *e)
{
	e->state = judge(s, e, s->values->v);
	if (e->state != EQUATION_BROKEN)
		return;
	for (size_t i = 0; i < e->n; i++)
		e->residue += i < e->n_left ? -s->now[e->cells[i]] : s->now[e->cells[i]];
	e->finding = finding_of(s->check, e);
}

void system_init(struct system *s, const struct report *r, const struct values *v,
	const struct check *c, struct arena *a)
{
	assert(v->n == r->n_cells);
	*s = (struct system){.report = r, .values = v, .check = c, .arena = a};
	s->totals = arena_alloc_array(a, v->n, sizeof *s->totals);
	add_equations(s);
	add_uses(s);
	read_numbers(s);
	for (size_t i = 0; i < s->n; i++)
		judge_equation(s, &s->equations[i]);
	s->trial = mem_alloc_array(v->n + 1, sizeof *s->trial);
	if (v->n)
		memcpy(s->trial, v->v, v->n * sizeof *s->trial);
}

void system_free(struct system *s)
{
	free(s->trial);
}

/* --- asking --- */

int equation_sign(const struct equation *e, size_t cell)
{
	for (size_t i = 0; i < e->n; i++) {
		if (e->cells[i] == cell)
			return i < e->n_left ? 1 : -1;
	}
	return 0;
}

bool system_is_unknown(const struct system *s, size_t cell)
{
	return is_unknown(s, cell, s->values->v);
}

bool system_is_free(const struct system *s, size_t cell)
{
	return !s->values->v[cell].corrected;
}

bool system_fits(const struct system *s, size_t cell, struct dec value)
{
	switch (s->report->cells[cell].def->column->value) {
	case VALUE_COUNT:
		return value.units >= 0 && dec_is_integer(value);
	case VALUE_SIGNED:
		return dec_is_integer(value);
	case VALUE_AMOUNT:
		return value.units >= 0;
	}
	return false;
}

bool system_dec(const struct system *s, __int128 units, struct dec *out)
{
	unsigned scale = s->scale;

	while (scale && units % 10 == 0) {
		units /= 10;
		scale--;
	}
	if (units > INT64_MAX || units < -INT64_MAX)
		return false;
	*out = (struct dec){(int64_t)units, (uint8_t)scale};
	return true;
}

bool system_solve(const struct system *s, const struct equation *e, size_t cell,
	const struct value *v, struct dec *out)
{
	struct dec sum = dec_of(0);

	for (size_t i = 0; i < e->n; i++) {
		size_t other = e->cells[i];
		bool left = i < e->n_left;

		if (other == cell)
			continue;
		if (is_unknown(s, other, v))
			return false;
		if (v[other].state == CELL_GIVEN && !(left ? dec_sub(sum, v[other].value, &sum)
							   : dec_add(sum, v[other].value, &sum)))
			return false;
	}
	*out = sum;
	return equation_sign(e, cell) > 0 || dec_sub(dec_of(0), sum, out);
}

enum said system_said(const struct system *s, size_t cell, const struct value *v, struct dec *out)
{
	const struct uses *u = &s->uses[cell];
	enum said said = SAID_NOTHING;
	struct dec number;

	for (size_t i = 0; i < u->n; i++) {
		if (!system_solve(s, &s->equations[u->v[i]], cell, v, &number))
			continue;
		if (!system_fits(s, cell, number) || (said && dec_cmp(number, *out)))
			return SAID_DIFFERENT;
		said = said ? SAID_SAME : SAID_ONCE;
		*out = number;
	}
	return said;
}

bool changes_same(const struct repair_change *a, size_t n, const struct repair_change *b, size_t m)
{
	if (n != m)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (a[i].cell != b[i].cell || dec_cmp(a[i].to, b[i].to))
			return false;
	}
	return true;
}

void system_try(const struct system *s, const struct repair_change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		s->trial[changes[i].cell] = (struct value){CELL_GIVEN, changes[i].to, false};
}

void system_untry(const struct system *s, const struct repair_change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		s->trial[changes[i].cell] = s->values->v[changes[i].cell];
}

/* Could numbers in the cells that are lost, unreadable or blank totals make it hold? */
static bool can_hold(const struct system *s, const struct equation *e, const struct value *v)
{
	bool unknown[2] = {false, false};
	struct dec left, right;

	for (size_t i = 0; i < e->n; i++) {
		if (is_unknown(s, e->cells[i], v))
			unknown[i >= e->n_left] = true;
	}
	if (!side_sum(v, e->cells, e->n_left, &left) ||
		!side_sum(v, e->cells + e->n_left, e->n - e->n_left, &right))
		return false;
	int order = dec_cmp(left, right);

	return order == 0 || unknown[order > 0];
}

/* One equation that a change touches: false where it is none the better. */
static bool judge_touched(const struct system *s, size_t at, struct judgement *out)
{
	const struct equation *e = &s->equations[at];
	enum equation_state state = judge(s, e, s->trial);

	if (e->state == EQUATION_OPEN && state == EQUATION_OPEN)
		return can_hold(s, e, s->trial) || !can_hold(s, e, s->values->v);
	if (state != EQUATION_HOLDS)
		return false;
	if (e->state == EQUATION_BROKEN) {
		for (size_t i = out->settled + out->opened; i > out->settled; i--)
			out->touched[i] = out->touched[i - 1];
		out->touched[out->settled++] = at;
	} else if (e->state == EQUATION_OPEN) {
		out->touched[out->settled + out->opened++] = at;
	}
	return true;
}

static bool was_touched(
	const struct system *s, const struct repair_change *changes, size_t i, size_t equation)
{
	for (size_t j = 0; j < i; j++) {
		if (equation_sign(&s->equations[equation], changes[j].cell))
			return true;
	}
	return false;
}

static bool judge_changes(const struct system *s, const struct repair_change *changes, size_t n,
	struct judgement *out)
{
	for (size_t i = 0; i < n; i++) {
		const struct uses *u = &s->uses[changes[i].cell];

		for (size_t j = 0; j < u->n; j++) {
			if (!was_touched(s, changes, i, u->v[j]) && !judge_touched(s, u->v[j], out))
				return false;
		}
	}
	return true;
}

void system_judge(const struct system *s, const struct repair_change *changes, size_t n,
	struct judgement *out)
{
	size_t most = 1;

	*out = (struct judgement){.sound = true};
	for (size_t i = 0; i < n; i++) {
		out->sound = out->sound && system_is_free(s, changes[i].cell) &&
			     system_fits(s, changes[i].cell, changes[i].to);
		most += s->uses[changes[i].cell].n;
	}
	if (!out->sound)
		return;
	out->touched = arena_alloc_array(s->arena, most, sizeof *out->touched);
	system_try(s, changes, n);
	out->sound = judge_changes(s, changes, n, out);
	system_untry(s, changes, n);
}
