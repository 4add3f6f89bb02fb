/* Costs, evidence and shares. */
#include "repair/weigh.h"

#include <assert.h>
#include <string.h>

#include "repair/line.h"

#define WEIGHT_BITS 24
#define SHARE_HIGH 80
#define SHARE_FAIR 40

/* --- prose --- */

struct bearing {
	bool first, any; /* by the first reading, by any */
};

static bool sum_known(const struct value *v, const struct evidence_sum *sum, struct dec *out)
{
	*out = dec_of(0);
	for (size_t i = 0; i < sum->n; i++) {
		const struct value *c = &v[sum->cells[i]];

		if (c->state == CELL_MISSING || c->state == CELL_UNREADABLE)
			return false;
		if (c->state == CELL_GIVEN && !dec_add(*out, c->value, out))
			return false;
	}
	return true;
}

static struct bearing bearing_of(const struct evidence *e, const struct value *v)
{
	struct bearing b = {false, false};
	struct dec sum;

	for (size_t i = 0; i < e->n_sums; i++) {
		bool holds = sum_known(v, &e->sums[i], &sum) && dec_cmp(sum, e->low) >= 0 &&
			     (e->no_limit || dec_cmp(sum, e->high) <= 0);

		b.first = b.first || (holds && i == 0);
		b.any = b.any || holds;
	}
	return b;
}

/* The finding that tells that the tables do not bear it out; STR_NONE. */
static size_t finding_of(const struct system *s, const struct evidence *e)
{
	const struct check *c = s->check;

	for (size_t i = 0; i < c->n_findings; i++) {
		const struct finding *f = &c->findings[i];

		if (f->rule == e->rule && f->at == e->span.from && f->has_numbers &&
			dec_cmp(f->declared, e->declared) == 0 && f->n_cells == e->sums[0].n &&
			!memcmp(f->cells, e->sums[0].cells, f->n_cells * sizeof *f->cells))
			return i;
	}
	return STR_NONE;
}

void weigh_settles(struct repair *r, size_t finding)
{
	size_t at = 0;

	while (at < r->n_settles && r->settles[at] < finding)
		at++;
	if (finding == STR_NONE || (at < r->n_settles && r->settles[at] == finding))
		return;
	memmove(r->settles + at + 1, r->settles + at, (r->n_settles - at) * sizeof *r->settles);
	r->settles[at] = finding;
	r->n_settles++;
}

/* Does it bear out a total that the repair makes its parts add up to? */
static bool confirms(const struct system *s, const struct evidence *e, const struct judgement *j)
{
	if (e->sums[0].n != 1 || !s->totals[e->sums[0].cells[0]])
		return false;
	for (size_t i = 0; i < j->settled; i++) {
		const struct equation *q = &s->equations[j->touched[i]];

		if (q->n - q->n_left == 1 && q->cells[q->n - 1] == e->sums[0].cells[0])
			return true;
	}
	return false;
}

struct prose {
	size_t lost;	/* that hold now and would not */
	unsigned worth; /* in bits, of those that speak for the repair */
};

/* The changes are on trial. */
static struct prose weigh_prose(const struct system *s, struct repair *r, const struct judgement *j)
{
	const struct check *c = s->check;
	struct prose out = {0, 0};

	for (size_t i = 0; i < c->n_evidence; i++) {
		const struct evidence *e = &c->evidence[i];
		struct bearing now = bearing_of(e, s->values->v), then = bearing_of(e, s->trial);
		bool agrees = !now.first && then.first;

		out.lost += now.any && !then.any;
		if (!agrees && !(now.first && then.first && confirms(s, e, j)))
			continue;
		out.worth += agrees ? WORTH_AGREED : WORTH_CONFIRMED;
		r->evidence[r->n_evidence++] = i;
		if (agrees)
			weigh_settles(r, finding_of(s, e));
	}
	return out;
}

/* --- lost cells --- */

/* The one cell of an open equation that has no number; STR_NONE: several. */
static size_t only_unknown(const struct system *s, const struct equation *e)
{
	size_t cell = STR_NONE;

	for (size_t i = 0; i < e->n; i++) {
		if (!system_is_unknown(s, e->cells[i]))
			continue;
		if (cell != STR_NONE)
			return STR_NONE;
		cell = e->cells[i];
	}
	return cell;
}

/* The lost cells that stand alone in open equations of the changed ones, each once. */
static size_t unknowns_beside(const struct system *s, const struct repair *r, size_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_changes; i++) {
		const struct uses *u = &s->uses[r->changes[i].cell];

		for (size_t k = 0; k < u->n; k++) {
			const struct equation *e = &s->equations[u->v[k]];
			size_t cell = e->state == EQUATION_OPEN ? only_unknown(s, e) : STR_NONE;
			bool again = cell == STR_NONE;

			for (size_t m = 0; m < n; m++)
				again = again || out[m] == cell;
			if (!again)
				out[n++] = cell;
		}
	}
	return n;
}

/* A lost cell that two identities give the same number holds them together as one: that they
 * agree only once repaired speaks for the repair, that they no longer do, against it. The changes
 * are on trial. */
static void weigh_unknown(const struct system *s, struct repair *r)
{
	size_t most = 0;
	struct dec number;

	for (size_t i = 0; i < r->n_changes; i++)
		most += s->uses[r->changes[i].cell].n;
	size_t cells[most + 1], n = unknowns_beside(s, r, cells);

	for (size_t i = 0; i < n; i++) {
		enum said now = system_said(s, cells[i], s->values->v, &number);
		enum said then = system_said(s, cells[i], s->trial, &number);

		r->n_agreed += then == SAID_SAME && now != SAID_SAME;
		r->n_disagreed += then == SAID_DIFFERENT && now == SAID_SAME;
	}
}

/* --- parts --- */

static bool share_equation(const struct system *s, size_t a, size_t b)
{
	for (size_t i = 0; i < s->uses[a].n; i++) {
		for (size_t j = 0; j < s->uses[b].n; j++) {
			if (s->uses[a].v[i] == s->uses[b].v[j] &&
				s->equations[s->uses[a].v[i]].state != EQUATION_OPEN)
				return true;
		}
	}
	return false;
}

size_t weigh_parts(
	const struct system *s, const struct repair_change *changes, size_t n, size_t *part)
{
	size_t parts = 0;

	for (size_t i = 0; i < n; i++)
		part[i] = STR_NONE;
	for (size_t i = 0; i < n; i++) {
		if (part[i] != STR_NONE)
			continue;
		part[i] = parts;
		for (bool grown = true; grown;) {
			grown = false;
			for (size_t j = 0; j < n * n; j++) {
				size_t a = j / n, b = j % n;

				if (part[a] == parts && part[b] == STR_NONE &&
					share_equation(s, changes[a].cell, changes[b].cell)) {
					part[b] = parts;
					grown = true;
				}
			}
		}
		parts++;
	}
	return parts;
}

/* --- cost --- */

static bool delta_of(const struct repair_change *c, struct dec *out)
{
	struct dec from = c->from.state == CELL_GIVEN ? c->from.value : dec_of(0);

	return dec_sub(c->to, from, out);
}

/* Is it the total of another change, wrong by as much: the one mistake added up? */
static bool is_carried(const struct system *s, const struct repair_change *changes, size_t i)
{
	const struct uses *u = &s->uses[changes[i].cell];
	struct dec delta, other;

	for (size_t k = 0; k < u->n; k++) {
		const struct equation *e = &s->equations[u->v[k]];

		if (e->n - e->n_left != 1 || u->sign[k] > 0)
			continue;
		for (size_t j = 0; j < i; j++) {
			if (equation_sign(e, changes[j].cell) > 0 &&
				delta_of(&changes[i], &delta) && delta_of(&changes[j], &other) &&
				dec_cmp(delta, other) == 0)
				return true;
		}
	}
	return false;
}

/* Of one part: one act where it is the reading of a line, else a mistake for each change. */
static unsigned part_cost(
	const struct system *s, struct repair_change *changes, size_t n, enum edit *edit)
{
	const struct reading *line = readings_same(s->readings, changes, n);
	unsigned cost = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned own = edit_of_change(s, &changes[i]) + (i ? COST_MORE : 0);

		cost += is_carried(s, changes, i) ? COST_CARRIED : own;
	}
	*edit = line ? line->edit : n == 1 ? changes[0].edit : EDIT_SEVERAL;
	return line && edit_line_cost(*edit) < cost ? edit_line_cost(*edit) : cost;
}

static void weigh_changes(const struct system *s, struct repair *r)
{
	size_t part[r->n_changes], n = weigh_parts(s, r->changes, r->n_changes, part);
	struct repair_change some[r->n_changes];

	r->line = readings_same(s->readings, r->changes, r->n_changes) != NULL;
	if (r->line) {
		memset(part, 0, sizeof part);
		n = 1;
	}
	for (size_t p = 0; p < n; p++) {
		size_t m = 0;

		for (size_t i = 0; i < r->n_changes; i++) {
			if (part[i] == p)
				some[m++] = r->changes[i];
		}
		r->cost += part_cost(s, some, m, &r->edit) + (p ? COST_MORE : 0);
		for (size_t i = 0, k = 0; i < r->n_changes; i++) {
			if (part[i] == p)
				r->changes[i].edit = some[k++].edit;
		}
	}
	if (n > 1)
		r->edit = EDIT_SEVERAL;
}

static bool is_of_extraction(enum edit e)
{
	return e == EDIT_LINE_SHIFTED || e == EDIT_NUMBER_SPLIT || e == EDIT_NUMBERS_JOINED;
}

static void weigh_line(const struct system *s, struct repair *r, enum edit line)
{
	for (size_t i = 0; i < r->n_changes; i++)
		edit_of_change(s, &r->changes[i]);
	r->line = true;
	r->edit = line;
	r->cost = edit_line_cost(line);
}

struct repair *weigh_repair(const struct system *s, const struct repair_change *changes, size_t n,
	const struct judgement *j, enum edit line, size_t *lost)
{
	struct repair *r = arena_alloc(s->arena, sizeof *r);
	struct prose prose;

	*r = (struct repair){.n_changes = n, .cause = CAUSE_SOURCE};
	r->changes = arena_alloc_array(s->arena, n, sizeof *r->changes);
	memcpy(r->changes, changes, n * sizeof *r->changes);
	r->settles = arena_alloc_array(
		s->arena, j->settled + s->check->n_evidence + 2, sizeof *r->settles);
	r->evidence = arena_alloc_array(s->arena, s->check->n_evidence, sizeof *r->evidence);
	r->n_broken = j->settled;
	r->n_identities = j->settled + j->opened;
	for (size_t i = 0; i < j->settled; i++)
		weigh_settles(r, s->equations[j->touched[i]].finding);
	if (line == EDIT_OTHER)
		weigh_changes(s, r);
	else
		weigh_line(s, r, line);
	if (r->line && is_of_extraction(r->edit))
		r->cause = CAUSE_EXTRACTION;
	system_try(s, changes, n);
	prose = weigh_prose(s, r, j);
	*lost = prose.lost;
	weigh_unknown(s, r);
	system_untry(s, changes, n);
	r->cost += (unsigned)r->n_disagreed * COST_DISAGREED;
	prose.worth += (unsigned)r->n_agreed * WORTH_AGREED;
	r->cost -= r->cost < prose.worth ? r->cost : prose.worth;
	return r;
}

/* --- shares --- */

uint64_t weigh_cost(unsigned cost, unsigned least)
{
	assert(cost >= least);
	return cost - least < WEIGHT_BITS ? UINT64_C(1) << (WEIGHT_BITS - (cost - least)) : 1;
}

/* How far a share can be trusted: what holds again beyond what each change could be made to fit. */
static unsigned cap_of(const struct repair *r, bool bounded)
{
	size_t acts = r->line ? 1 : r->n_changes;
	size_t confirmed = r->n_identities + r->n_evidence + r->n_agreed;

	if (bounded || confirmed <= acts)
		return 60;
	return confirmed == acts + 1 ? 90 : 98;
}

void weigh_share(struct repair *r, uint64_t weight, uint64_t all, bool bounded)
{
	unsigned cap = cap_of(r, bounded);

	r->score = (unsigned)(weight * 100 / all);
	if (r->score > cap)
		r->score = cap;
	r->sure = r->score >= SHARE_HIGH   ? SURE_HIGH
		  : r->score >= SHARE_FAIR ? SURE_FAIR
					   : SURE_LOW;
}
