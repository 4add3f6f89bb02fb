/* From equations that hang together to weighed explanations. */
#include "repair/set.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* --- which hang together --- */

static size_t root_of(size_t *parent, size_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

static void join_equations(const struct system *s, size_t *parent)
{
	for (size_t cell = 0; cell < s->values->n; cell++) {
		const struct uses *u = &s->uses[cell];
		size_t first = STR_NONE;

		for (size_t i = 0; i < u->n && system_is_free(s, cell); i++) {
			if (s->equations[u->v[i]].state == EQUATION_OPEN)
				continue;
			if (first == STR_NONE)
				first = root_of(parent, u->v[i]);
			else
				parent[root_of(parent, u->v[i])] = first;
		}
	}
}

static void take_equations(const struct system *s, struct set *set, size_t *parent, size_t root)
{
	set->equations = arena_alloc_array(s->arena, s->n, sizeof *set->equations);
	for (size_t i = 0; i < s->n; i++) {
		if (s->equations[i].state != EQUATION_OPEN && root_of(parent, i) == root)
			set->equations[set->n++] = i;
	}
}

void sets_find(const struct system *s, struct sets *out)
{
	size_t *parent = mem_alloc_array(s->n + 1, sizeof *parent);
	bool *taken = mem_alloc_array(s->n + 1, sizeof *taken);

	*out = (struct sets){arena_alloc_array(s->arena, s->n, sizeof *out->v), 0};
	for (size_t i = 0; i < s->n; i++)
		parent[i] = i;
	join_equations(s, parent);
	for (size_t i = 0; i < s->n; i++) {
		size_t root = root_of(parent, i);

		if (s->equations[i].state != EQUATION_BROKEN || taken[root])
			continue;
		taken[root] = true;
		take_equations(s, &out->v[out->n++], parent, root);
	}
	free(parent);
	free(taken);
}

void sets_free(struct sets *sets)
{
	for (size_t i = 0; i < sets->n; i++) {
		vec_free(&sets->v[i].explanations);
		vec_free(&sets->v[i].parts);
	}
}

/* --- explanations --- */

static size_t add_part(
	const struct system *s, struct set *set, const struct repair_change *changes, size_t n)
{
	struct judgement j;
	size_t lost;

	for (size_t i = 0; i < set->parts.n; i++) {
		const struct repair *r = set->parts.v[i].repair;

		if (changes_same(r->changes, r->n_changes, changes, n))
			return i;
	}
	system_judge(s, changes, n, &j);
	struct part *p = vec_push(&set->parts);

	p->repair = weigh_repair(s, changes, n, &j, EDIT_OTHER, &lost);
	p->settled = j.touched;
	p->n_settled = j.settled;
	assert(j.sound && j.settled);
	return set->parts.n - 1;
}

static size_t take_part(
	const struct repair *r, const size_t *part, size_t p, struct repair_change *out)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_changes; i++) {
		if (part[i] == p)
			out[n++] = r->changes[i];
	}
	return n;
}

/* Is each part right alone? Not where one leaves no number for a lost cell, and another does. */
static bool stand_alone(
	const struct system *s, const struct repair *r, const size_t *part, size_t n)
{
	struct repair_change some[r->n_changes];
	struct judgement j;

	for (size_t p = 0; p < n; p++) {
		system_judge(s, some, take_part(r, part, p, some), &j);
		if (!j.sound)
			return false;
	}
	return true;
}

static void add_parts(const struct system *s, struct set *set, struct explanation *e)
{
	const struct repair *r = e->whole;
	size_t part[r->n_changes];
	struct repair_change some[r->n_changes];

	e->n_parts = weigh_parts(s, r->changes, r->n_changes, part);
	if (!stand_alone(s, r, part, e->n_parts)) {
		memset(part, 0, sizeof part);
		e->n_parts = 1;
	}
	e->parts = arena_alloc_array(s->arena, e->n_parts, sizeof *e->parts);
	for (size_t p = 0; p < e->n_parts; p++)
		e->parts[p] = add_part(s, set, some, take_part(r, part, p, some));
}

/* A group whose numbers do not hold in decimals, or that prose speaks against, is not shown. */
static void add_explanation(
	const struct system *s, struct set *set, const struct search_group *group)
{
	struct repair_change changes[group->n];
	struct explanation e = {0};
	struct judgement j;
	size_t lost;

	for (size_t i = 0; i < group->n; i++) {
		size_t cell = group->cells[i];

		changes[i] = (struct repair_change){.cell = cell, .from = s->values->v[cell]};
		if (!system_dec(s, s->now[cell] + group->deltas[i], &changes[i].to))
			return;
	}
	system_judge(s, changes, group->n, &j);
	if (!j.sound)
		return;
	e.whole = weigh_repair(s, changes, group->n, &j, EDIT_OTHER, &lost);
	if (lost) {
		set->withheld++;
		return;
	}
	add_parts(s, set, &e);
	*vec_push(&set->explanations) = e;
}

/* Where no group was found: cells that alone settle all equations they are in, of which two or more
 * are broken. */
static void add_single(const struct system *s, struct set *set, size_t cell)
{
	const struct uses *u = &s->uses[cell];
	struct search_group group = {.cells = &cell, .n = 1};
	__int128 delta = 0;
	size_t broken = 0;

	for (size_t i = 0; i < u->n; i++) {
		const struct equation *e = &s->equations[u->v[i]];

		if (e->state == EQUATION_OPEN)
			continue;
		if (e->state == EQUATION_HOLDS || (broken && u->sign[i] * e->residue != delta))
			return;
		delta = u->sign[i] * e->residue;
		broken++;
	}
	group.deltas = &delta;
	if (broken > 1 && system_is_free(s, cell))
		add_explanation(s, set, &group);
}

static bool has_cell(const struct system *s, const struct set *set, size_t cell)
{
	for (size_t i = 0; i < s->uses[cell].n; i++) {
		for (size_t j = 0; j < set->n; j++) {
			if (set->equations[j] == s->uses[cell].v[i])
				return true;
		}
	}
	return false;
}

static void add_singles(const struct system *s, struct set *set)
{
	for (size_t cell = 0; cell < s->values->n; cell++) {
		if (s->uses[cell].n && has_cell(s, set, cell))
			add_single(s, set, cell);
	}
}

static int compare_explanations(const void *left, const void *right)
{
	const struct repair *a = ((const struct explanation *)left)->whole;
	const struct repair *b = ((const struct explanation *)right)->whole;

	if (a->cost != b->cost)
		return a->cost < b->cost ? -1 : 1;
	for (size_t i = 0; i < a->n_changes && i < b->n_changes; i++) {
		if (a->changes[i].cell != b->changes[i].cell)
			return a->changes[i].cell < b->changes[i].cell ? -1 : 1;
	}
	return 0;
}

static bool settles(const struct set *set, const struct explanation *e, size_t equation)
{
	for (size_t i = 0; i < e->n_parts; i++) {
		const struct part *p = &set->parts.v[e->parts[i]];

		for (size_t j = 0; j < p->n_settled; j++) {
			if (p->settled[j] == equation)
				return true;
		}
	}
	return false;
}

/* Of all explanations that settle what the part settles: its alternatives, and those it is in. */
static uint64_t weight_beside(const struct set *set, const struct part *p)
{
	uint64_t all = 0;

	for (size_t i = 0; i < set->explanations.n; i++) {
		if (settles(set, &set->explanations.v[i], p->settled[0]))
			all += set->explanations.v[i].weight;
	}
	return all;
}

static void share_weight(struct set *set)
{
	unsigned least = set->explanations.n ? set->explanations.v[0].whole->cost : 0;

	for (size_t i = 0; i < set->explanations.n; i++) {
		struct explanation *e = &set->explanations.v[i];

		e->weight = weigh_cost(e->whole->cost, least);
		for (size_t k = 0; k < e->n_parts; k++)
			set->parts.v[e->parts[k]].weight += e->weight;
	}
	for (size_t i = 0; i < set->explanations.n; i++) {
		struct explanation *e = &set->explanations.v[i];

		weigh_share(e->whole, e->weight, weight_beside(set, &set->parts.v[e->parts[0]]),
			set->bounded);
	}
	for (size_t i = 0; i < set->parts.n; i++) {
		struct part *p = &set->parts.v[i];

		weigh_share(p->repair, p->weight, weight_beside(set, p), set->bounded);
	}
}

void set_explain(const struct system *s, struct set *set, struct search_limits *limits)
{
	struct search_result found;

	search_groups(s, set->equations, set->n, limits, &found);
	set->bounded = found.bounded;
	for (size_t i = 0; i < found.n; i++)
		add_explanation(s, set, &found.groups[i]);
	if (!found.n)
		add_singles(s, set);
	if (set->explanations.n)
		qsort(set->explanations.v, set->explanations.n, sizeof *set->explanations.v,
			compare_explanations);
	share_weight(set);
}

/* --- for readings of lines --- */

static bool settles_any(const struct part *p, const size_t *equations, size_t n)
{
	for (size_t i = 0; i < p->n_settled; i++) {
		for (size_t j = 0; j < n; j++) {
			if (p->settled[i] == equations[j])
				return true;
		}
	}
	return false;
}

static bool has_any(const struct set *set, const size_t *equations, size_t n)
{
	const struct part whole = {.settled = set->equations, .n_settled = set->n};

	return settles_any(&whole, equations, n);
}

size_t set_acts_for(const struct set *set, const size_t *equations, size_t n)
{
	size_t least = SIZE_MAX;

	if (!has_any(set, equations, n))
		return 0;
	for (size_t i = 0; i < set->explanations.n; i++) {
		const struct explanation *e = &set->explanations.v[i];
		size_t acts = 0;

		for (size_t k = 0; k < e->n_parts; k++) {
			const struct part *p = &set->parts.v[e->parts[k]];

			if (settles_any(p, equations, n))
				acts += p->repair->line ? 1 : p->repair->n_changes;
		}
		least = acts < least ? acts : least;
	}
	return least;
}

unsigned set_cost_for(const struct set *set, const size_t *equations, size_t n)
{
	unsigned least = 0;

	for (size_t i = 0; i < set->explanations.n; i++) {
		const struct explanation *e = &set->explanations.v[i];
		unsigned cost = 0;

		for (size_t k = 0; k < e->n_parts; k++) {
			const struct part *p = &set->parts.v[e->parts[k]];

			if (settles_any(p, equations, n))
				cost += p->repair->cost + (cost ? COST_MORE : 0);
		}
		least = i == 0 || cost < least ? cost : least;
	}
	return least;
}
