/* Branch and bound over groups of cells. */
#include "repair/search.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#define COEFFICIENT_MAX 1000
#define CLOCK_EVERY 64 /* nodes between two looks at the clock */

/* The equations as they are after some cells were eliminated. */
struct level {
	int16_t *a;	/* rows * stride: coefficients, 0 for cells eliminated */
	uint64_t *mask; /* rows * words: which are not 0 */
	__int128 *rhs;
	uint64_t *allowed; /* words: cells that may still be chosen */
	bool *spent;	   /* by row: it gives the value of a chosen cell */
	size_t cell, row;  /* chosen to get from here to the next level */
};

struct search {
	const struct system *s;
	struct search_limits *limits;
	struct search_result *out;
	VEC(struct search_group) groups;
	struct arena *arena; /* of the search alone */
	size_t *cells;	     /* report cells, ascending */
	size_t n, rows, stride, words;
	struct level *levels;
	bool stopped;
};

static bool bit(const uint64_t *mask, size_t i)
{
	return mask[i / 64] >> (i % 64) & 1;
}

static void set_bit(uint64_t *mask, size_t i)
{
	mask[i / 64] |= UINT64_C(1) << (i % 64);
}

static void clear_bit(uint64_t *mask, size_t i)
{
	mask[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

static int16_t *row_of(const struct search *s, const struct level *l, size_t row)
{
	return l->a + row * s->stride;
}

static uint64_t *mask_of(const struct search *s, const struct level *l, size_t row)
{
	return l->mask + row * s->words;
}

static size_t count_allowed(const struct search *s, const struct level *l, size_t row)
{
	const uint64_t *mask = mask_of(s, l, row);
	size_t n = 0;

	for (size_t i = 0; i < s->words; i++)
		n += (size_t)__builtin_popcountll(mask[i] & l->allowed[i]);
	return n;
}

/* --- bounds --- */

/* The equations not satisfied, those with the fewest cells first. */
struct unsettled {
	size_t row[64], size[64];
	size_t n;
};

static void collect(const struct search *s, const struct level *l, struct unsettled *u)
{
	u->n = 0;
	for (size_t i = 0; i < s->rows; i++) {
		if (l->spent[i] || !l->rhs[i])
			continue;
		size_t size = count_allowed(s, l, i), at = u->n < 64 ? u->n++ : 63;

		for (; at > 0 && u->size[at - 1] > size; at--) {
			u->row[at] = u->row[at - 1];
			u->size[at] = u->size[at - 1];
		}
		u->row[at] = i;
		u->size[at] = size;
	}
}

/* How many of them, at least, no two of which one change can settle. Where that is `left`, every
 * change to come lies in one of these: the others are no longer allowed. */
static size_t lower_bound(
	const struct search *s, struct level *l, const struct unsettled *u, size_t left)
{
	uint64_t taken[s->words];
	size_t n = 0;

	memset(taken, 0, sizeof taken);
	for (size_t i = 0; i < u->n; i++) {
		const uint64_t *mask = mask_of(s, l, u->row[i]);
		uint64_t common = 0;

		for (size_t j = 0; j < s->words; j++)
			common |= mask[j] & taken[j] & l->allowed[j];
		if (common)
			continue;
		for (size_t j = 0; j < s->words; j++)
			taken[j] |= mask[j];
		n++;
	}
	for (size_t j = 0; n == left && j < s->words; j++)
		l->allowed[j] &= taken[j];
	return n;
}

static bool is_late(struct search *s)
{
	struct search_limits *l = s->limits;
	struct timespec now;

	if (!l->timed || l->nodes % CLOCK_EVERY)
		return l->late;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	if (now.tv_sec > l->deadline.tv_sec ||
		(now.tv_sec == l->deadline.tv_sec && now.tv_nsec >= l->deadline.tv_nsec))
		l->late = true;
	return l->late;
}

static bool may_go_on(struct search *s)
{
	if (s->stopped)
		return false;
	if (!s->limits->nodes || is_late(s)) {
		s->stopped = true;
		return false;
	}
	s->limits->nodes--;
	return true;
}

/* --- choosing a cell --- */

/* to = factor * row - other * pivot row, so that the chosen cell drops out. */
static bool eliminate(
	const struct search *s, struct level *to, size_t row, size_t pivot, size_t cell)
{
	int16_t *a = row_of(s, to, row);
	const int16_t *p = row_of(s, to, pivot);
	uint64_t *mask = mask_of(s, to, row);
	int factor = p[cell], other = a[cell], most = 0;

	if (factor < 0) {
		factor = -factor;
		other = -other;
	}
	if (factor == 1 && (other == 1 || other == -1)) {
		for (size_t i = 0; i < s->stride; i++)
			a[i] = (int16_t)(a[i] - other * p[i]);
	} else {
		for (size_t i = 0; i < s->stride; i++)
			a[i] = (int16_t)(factor * a[i] - other * p[i]);
	}
	to->rhs[row] = factor * to->rhs[row] - other * to->rhs[pivot];
	memset(mask, 0, s->words * sizeof *mask);
	for (size_t i = 0; i < s->stride; i++) {
		mask[i / 64] |= (uint64_t)(a[i] != 0) << (i % 64);
		most |= a[i] < 0 ? -a[i] : a[i];
	}
	return most < COEFFICIENT_MAX;
}

/* false where coefficients grow too large to go on with. */
static bool choose(struct search *s, size_t depth, size_t row, size_t cell)
{
	struct level *from = &s->levels[depth], *to = &s->levels[depth + 1];

	from->row = row;
	from->cell = cell;
	memcpy(to->a, from->a, s->rows * s->stride * sizeof *to->a);
	memcpy(to->mask, from->mask, s->rows * s->words * sizeof *to->mask);
	memcpy(to->rhs, from->rhs, s->rows * sizeof *to->rhs);
	memcpy(to->allowed, from->allowed, s->words * sizeof *to->allowed);
	memcpy(to->spent, from->spent, s->rows * sizeof *to->spent);
	clear_bit(to->allowed, cell);
	to->spent[row] = true;
	for (size_t i = 0; i < s->rows; i++) {
		if (!to->spent[i] && row_of(s, to, i)[cell] && !eliminate(s, to, i, row, cell))
			return false;
	}
	return true;
}

/* How many equations the cell alone would settle, less those it would break, where it takes all
 * that the row lacks. */
static int promise(const struct search *s, const struct level *l, size_t row, size_t cell)
{
	int pivot = row_of(s, l, row)[cell], n = 0;

	for (size_t i = 0; i < s->rows; i++) {
		int a = row_of(s, l, i)[cell];

		if (!a || l->spent[i])
			continue;
		if (l->rhs[i] * pivot == a * l->rhs[row])
			n += 2;
		else if (!l->rhs[i])
			n -= 1;
	}
	return n;
}

/* The allowed cells of the row, the most promising first, then in order. */
static size_t candidates(const struct search *s, const struct level *l, size_t row, size_t *out)
{
	int worth[s->n];
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (!bit(mask_of(s, l, row), i) || !bit(l->allowed, i))
			continue;
		int w = promise(s, l, row, i);
		size_t at = n++;

		for (; at > 0 && worth[at - 1] < w; at--) {
			worth[at] = worth[at - 1];
			out[at] = out[at - 1];
		}
		worth[at] = w;
		out[at] = i;
	}
	return n;
}

/* --- what was found --- */

static bool solve(const struct search *s, size_t n, __int128 *delta)
{
	for (size_t i = n; i-- > 0;) {
		const struct level *l = &s->levels[i];
		const int16_t *a = row_of(s, l, l->row);
		__int128 rest = l->rhs[l->row];

		for (size_t j = i + 1; j < n; j++)
			rest -= a[s->levels[j].cell] * delta[j];
		if (rest == 0 || rest % a[l->cell])
			return false;
		delta[i] = rest / a[l->cell];
	}
	return true;
}

static bool is_fit(const struct search *s, size_t n, const __int128 *delta)
{
	for (size_t i = 0; i < n; i++) {
		size_t cell = s->cells[s->levels[i].cell];
		struct dec to;

		if (!system_dec(s->s, s->s->now[cell] + delta[i], &to) ||
			!system_fits(s->s, cell, to))
			return false;
	}
	return true;
}

static void keep(struct search *s, size_t n)
{
	struct search_group g = {.n = n};
	__int128 delta[n];

	if (!solve(s, n, delta) || !is_fit(s, n, delta))
		return;
	if (s->groups.n >= s->limits->groups) {
		s->stopped = true;
		return;
	}
	g.cells = arena_alloc_array(s->s->arena, n, sizeof *g.cells);
	g.deltas = arena_alloc_array(s->s->arena, n, sizeof *g.deltas);
	for (size_t i = 0; i < n; i++) {
		size_t cell = s->cells[s->levels[i].cell], at = i;

		for (; at > 0 && g.cells[at - 1] > cell; at--) {
			g.cells[at] = g.cells[at - 1];
			g.deltas[at] = g.deltas[at - 1];
		}
		g.cells[at] = cell;
		g.deltas[at] = delta[i];
	}
	*vec_push(&s->groups) = g;
}

/* Does the cell alone satisfy all that is left? */
static bool settles_rest(const struct search *s, const struct level *l, size_t row, size_t cell)
{
	int pivot = row_of(s, l, row)[cell];

	for (size_t i = 0; i < s->rows; i++) {
		if (!l->spent[i] && l->rhs[i] * pivot != row_of(s, l, i)[cell] * l->rhs[row])
			return false;
	}
	return true;
}

static void choose_last(struct search *s, size_t depth, size_t row)
{
	struct level *l = &s->levels[depth];

	l->row = row;
	for (l->cell = 0; l->cell < s->n && !s->stopped; l->cell++) {
		if (bit(mask_of(s, l, row), l->cell) && bit(l->allowed, l->cell) &&
			settles_rest(s, l, row, l->cell))
			keep(s, depth + 1);
	}
}

/* Chooses `left` more cells at this level and below. */
static void branch(struct search *s, size_t depth, size_t left)
{
	struct level *l = &s->levels[depth];
	struct unsettled u;
	size_t cells[s->n];

	if (!may_go_on(s))
		return;
	collect(s, l, &u);
	if (!u.n || !u.size[0] || lower_bound(s, l, &u, left) > left)
		return;
	if (left == 1) {
		choose_last(s, depth, u.row[0]);
		return;
	}
	size_t n = candidates(s, l, u.row[0], cells);

	for (size_t i = 0; i < n && !s->stopped; i++) {
		if (choose(s, depth, u.row[0], cells[i]))
			branch(s, depth + 1, left - 1);
		else
			s->out->bounded = true;
		clear_bit(l->allowed, cells[i]);
	}
}

/* --- setting up --- */

static int compare_sizes(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* The free cells of the equations, ascending. */
static void take_cells(struct search *s, const size_t *equations, size_t n)
{
	size_t most = 0;

	for (size_t i = 0; i < n; i++)
		most += s->s->equations[equations[i]].n;
	s->cells = arena_alloc_array(s->arena, most, sizeof *s->cells);
	for (size_t i = 0; i < n; i++) {
		const struct equation *e = &s->s->equations[equations[i]];

		for (size_t j = 0; j < e->n; j++) {
			if (system_is_free(s->s, e->cells[j]))
				s->cells[s->n++] = e->cells[j];
		}
	}
	if (s->n)
		qsort(s->cells, s->n, sizeof *s->cells, compare_sizes);
	most = s->n;
	s->n = 0;
	for (size_t i = 0; i < most; i++) {
		if (!s->n || s->cells[s->n - 1] != s->cells[i])
			s->cells[s->n++] = s->cells[i];
	}
}

static void add_level(struct search *s, struct level *l)
{
	l->a = arena_alloc_array(s->arena, s->rows * s->stride, sizeof *l->a);
	l->mask = arena_alloc_array(s->arena, s->rows * s->words, sizeof *l->mask);
	l->rhs = arena_alloc_array(s->arena, s->rows, sizeof *l->rhs);
	l->allowed = arena_alloc_array(s->arena, s->words, sizeof *l->allowed);
	l->spent = arena_alloc_array(s->arena, s->rows, sizeof *l->spent);
}

static void fill_first(struct search *s, const size_t *equations)
{
	struct level *l = &s->levels[0];

	for (size_t i = 0; i < s->rows; i++) {
		const struct equation *e = &s->s->equations[equations[i]];

		l->rhs[i] = e->residue;
		for (size_t j = 0; j < s->n; j++) {
			int sign = equation_sign(e, s->cells[j]);

			row_of(s, l, i)[j] = (int16_t)sign;
			if (sign)
				set_bit(mask_of(s, l, i), j);
		}
	}
}

static void allow_all(struct search *s)
{
	struct level *l = &s->levels[0];

	memset(l->allowed, 0, s->words * sizeof *l->allowed);
	for (size_t i = 0; i < s->n; i++)
		set_bit(l->allowed, i);
}

static void search_sizes(struct search *s, size_t levels)
{
	for (size_t size = 1; size <= levels && !s->groups.n && !s->stopped; size++) {
		allow_all(s);
		branch(s, 0, size);
	}
	if (!s->groups.n || s->stopped)
		s->out->bounded = true;
}

void search_groups(const struct system *system, const size_t *equations, size_t n,
	struct search_limits *limits, struct search_result *out)
{
	struct search s = {.s = system, .limits = limits, .out = out, .rows = n};

	*out = (struct search_result){0};
	s.arena = arena_new();
	take_cells(&s, equations, n);
	s.words = (s.n + 63) / 64;
	s.stride = s.words * 64;
	s.levels = arena_alloc_array(s.arena, limits->changes + 1, sizeof *s.levels);
	for (size_t i = 0; i <= limits->changes; i++)
		add_level(&s, &s.levels[i]);
	if (s.n) {
		fill_first(&s, equations);
		search_sizes(&s, limits->changes);
	}
	out->n = s.groups.n;
	out->groups = arena_alloc_array(system->arena, out->n, sizeof *out->groups);
	if (out->n)
		memcpy(out->groups, s.groups.v, out->n * sizeof *out->groups);
	vec_free(&s.groups);
	arena_free(s.arena);
}
