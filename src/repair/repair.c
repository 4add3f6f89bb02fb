/* All repairs of a report: sets explained, lines read otherwise, unknown cells determined, and what
 * concerns each finding. */
#include "repair/repair.h"

#include <string.h>

#include "repair/set.h"
#include "repair/unread.h"

#define NS_PER_MS 1000000L
#define MS_PER_S 1000

const struct repair_options repair_defaults = {
	.nodes = 20000, .bound_ms = 50, .changes = 8, .groups = 256};

struct listing {
	const struct repair **v;
	size_t n, cap;
};

struct finder {
	struct system s;
	struct sets sets;
	struct readings readings;
	struct repair **lines; /* readings that stand first */
	size_t n_lines;
	struct unread unread;
	struct repairs *out;
};

static void limits_init(struct search_limits *l, const struct repair_options *o)
{
	*l = (struct search_limits){.nodes = o->nodes,
		.timed = o->bound_ms > 0,
		.changes = o->changes,
		.groups = o->groups};
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &l->deadline);
	l->deadline.tv_sec += o->bound_ms / MS_PER_S;
	l->deadline.tv_nsec += o->bound_ms % MS_PER_S * NS_PER_MS;
	if (l->deadline.tv_nsec >= MS_PER_S * NS_PER_MS) {
		l->deadline.tv_nsec -= MS_PER_S * NS_PER_MS;
		l->deadline.tv_sec++;
	}
}

/* --- readings of lines --- */

/* How many acts the smallest groups take for what the reading settles, and at what cost. */
static size_t acts_for(const struct finder *f, const struct judgement *j, unsigned *cost)
{
	size_t acts = 0;

	*cost = 0;
	for (size_t i = 0; i < f->sets.n; i++) {
		size_t n = set_acts_for(&f->sets.v[i], j->touched, j->settled);

		if (n == SIZE_MAX)
			return SIZE_MAX;
		if (n)
			*cost += set_cost_for(&f->sets.v[i], j->touched, j->settled) +
				 (acts ? COST_MORE : 0);
		acts += n;
	}
	return acts;
}

/* The explanation that changes the same cells is told as what it is already. */
static bool is_known_part(const struct finder *f, const struct reading *r)
{
	for (size_t i = 0; i < f->sets.n; i++) {
		const struct set *set = &f->sets.v[i];

		for (size_t k = 0; k < set->parts.n; k++) {
			const struct repair *p = set->parts.v[k].repair;

			if (changes_same(p->changes, p->n_changes, r->changes, r->n))
				return true;
		}
	}
	return false;
}

static bool fills_lost(const struct reading *r)
{
	for (size_t i = 0; i < r->n; i++) {
		if (r->changes[i].from.state == CELL_MISSING)
			return true;
	}
	return false;
}

/* One act that takes the place of several stands first, or one that finds a lost cell's number,
 * which the one change would leave lost. */
static void add_line(struct finder *f, const struct reading *r)
{
	unsigned cost;
	size_t acts = acts_for(f, &r->judgement, &cost), lost;
	bool more = acts > 1 || (acts == 1 && r->judgement.opened && fills_lost(r));

	if (!more || is_known_part(f, r))
		return;
	struct repair *line = weigh_repair(&f->s, r->changes, r->n, &r->judgement, r->edit, &lost);

	if (lost)
		return;
	if (acts == SIZE_MAX)
		cost = line->cost + COST_MORE;
	unsigned least = line->cost < cost ? line->cost : cost;
	uint64_t weight = weigh_cost(line->cost, least);

	weigh_share(line, weight, weight + weigh_cost(cost, least), false);
	f->lines[f->n_lines++] = line;
}

static int compare_lines(const void *left, const void *right)
{
	const struct repair *a = *(struct repair *const *)left;
	const struct repair *b = *(struct repair *const *)right;

	if (a->n_identities != b->n_identities)
		return a->n_identities > b->n_identities ? -1 : 1;
	if (a->cost != b->cost)
		return a->cost < b->cost ? -1 : 1;
	if (a->n_changes != b->n_changes)
		return a->n_changes < b->n_changes ? -1 : 1;
	return a->changes[0].cell < b->changes[0].cell ? -1 : 1;
}

static void find_lines(struct finder *f)
{
	f->lines = arena_alloc_array(f->s.arena, f->readings.n, sizeof *f->lines);
	for (size_t i = 0; i < f->readings.n; i++)
		add_line(f, &f->readings.v[i]);
	if (f->n_lines)
		qsort(f->lines, f->n_lines, sizeof *f->lines, compare_lines);
}

/* --- what concerns a finding --- */

static bool settles(const struct repair *r, size_t finding)
{
	for (size_t i = 0; i < r->n_settles; i++) {
		if (r->settles[i] == finding)
			return true;
	}
	return false;
}

/* Each group of changes once. */
static void list(struct listing *l, const struct repair *r, size_t finding)
{
	if (!settles(r, finding))
		return;
	for (size_t i = 0; i < l->n; i++) {
		if (changes_same(l->v[i]->changes, l->v[i]->n_changes, r->changes, r->n_changes))
			return;
	}
	*vec_push(l) = r;
}

static void list_unread(const struct finder *f, struct listing *l, size_t finding)
{
	for (size_t i = 0; i < f->unread.n; i++) {
		if (unread_concerns(&f->s, f->unread.v[i], &f->s.check->findings[finding]))
			*vec_push(l) = f->unread.v[i];
	}
}

static bool set_has(const struct finder *f, const struct set *set, size_t finding)
{
	for (size_t i = 0; i < set->n; i++) {
		if (f->s.equations[set->equations[i]].finding == finding)
			return true;
	}
	return false;
}

static int compare_parts(const void *left, const void *right)
{
	const struct repair *a = *(const struct repair *const *)left;
	const struct repair *b = *(const struct repair *const *)right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->cost != b->cost)
		return a->cost < b->cost ? -1 : 1;
	return (a->changes[0].cell > b->changes[0].cell) -
	       (a->changes[0].cell < b->changes[0].cell);
}

static struct repair_list seal(const struct finder *f, struct listing *l, size_t finding)
{
	struct repair_list out = {.n = l->n};
	const struct repair **v = arena_alloc_array(f->s.arena, l->n, sizeof *v);

	if (l->n)
		memcpy(v, l->v, l->n * sizeof *v);
	out.v = v;
	for (size_t i = 0; i < f->sets.n; i++) {
		const struct set *set = &f->sets.v[i];

		if (!set_has(f, set, finding))
			continue;
		out.bounded = set->bounded;
		out.withheld = set->withheld;
	}
	vec_free(l);
	return out;
}

static struct repair_list list_whole(const struct finder *f, size_t finding)
{
	struct listing l = {0};

	for (size_t i = 0; i < f->n_lines; i++)
		list(&l, f->lines[i], finding);
	for (size_t i = 0; i < f->sets.n; i++) {
		const struct set *set = &f->sets.v[i];

		for (size_t k = 0; k < set->explanations.n; k++)
			list(&l, set->explanations.v[k].whole, finding);
	}
	list_unread(f, &l, finding);
	return seal(f, &l, finding);
}

static struct repair_list list_parts(const struct finder *f, size_t finding)
{
	struct listing l = {0};
	size_t lines;

	for (size_t i = 0; i < f->n_lines; i++)
		list(&l, f->lines[i], finding);
	lines = l.n;
	for (size_t i = 0; i < f->sets.n; i++) {
		const struct set *set = &f->sets.v[i];

		for (size_t k = 0; k < set->parts.n; k++)
			list(&l, set->parts.v[k].repair, finding);
	}
	if (l.n > lines)
		qsort(l.v + lines, l.n - lines, sizeof *l.v, compare_parts);
	list_unread(f, &l, finding);
	return seal(f, &l, finding);
}

static void list_all(struct finder *f)
{
	size_t n = f->s.check->n_findings;

	f->out->n_findings = n;
	f->out->whole = arena_alloc_array(f->s.arena, n, sizeof *f->out->whole);
	f->out->parts = arena_alloc_array(f->s.arena, n, sizeof *f->out->parts);
	for (size_t i = 0; i < n; i++) {
		f->out->whole[i] = list_whole(f, i);
		f->out->parts[i] = list_parts(f, i);
	}
}

void repairs_find(const struct report *r, const struct values *v, const struct check *c,
	const struct repair_options *o, struct repairs *out)
{
	struct finder f = {.out = out};
	struct search_limits limits;

	if (!o)
		o = &repair_defaults;
	*out = (struct repairs){.arena = arena_new()};
	limits_init(&limits, o);
	system_init(&f.s, r, v, c, out->arena);
	sets_find(&f.s, &f.sets);
	if (f.sets.n)
		readings_find(&f.s, &f.readings);
	f.s.readings = &f.readings;
	for (size_t i = 0; i < f.sets.n; i++) {
		set_explain(&f.s, &f.sets.v[i], &limits);
		out->bounded = out->bounded || f.sets.v[i].bounded;
	}
	out->nodes = o->nodes - limits.nodes;
	find_lines(&f);
	unread_find(&f.s, &f.unread);
	list_all(&f);
	vec_free(&f.readings);
	sets_free(&f.sets);
	system_free(&f.s);
}

void repairs_free(struct repairs *s)
{
	arena_free(s->arena);
	*s = (struct repairs){0};
}

struct repair_list repairs_whole(const struct repairs *s, size_t finding)
{
	return finding < s->n_findings ? s->whole[finding] : (struct repair_list){0};
}

struct repair_list repairs_parts(const struct repairs *s, size_t finding)
{
	return finding < s->n_findings ? s->parts[finding] : (struct repair_list){0};
}
