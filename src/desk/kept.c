/* Places to come back to, and the trail of those visited. */
#include <string.h>

#include "desk/place.h"

struct kept_place place_keep(const struct session *s)
{
	struct kept_place k = {.place = s->place};
	if (s->report && s->place.cell < s->report->n_cells)
		k.cell = s->report->cells[s->place.cell].def->name;
	if (s->place.finding < s->check.n_findings)
		memcpy(k.finding, s->check.findings[s->place.finding].id, sizeof k.finding);
	return k;
}

bool place_return(struct session *s, const struct kept_place *k)
{
	size_t cell = k->cell ? report_cell_find(s->report, str_of(k->cell)) : STR_NONE;
	s->place = k->place;
	s->place.anchor = s->place.corner = STR_NONE;
	s->place.cell = cell != STR_NONE ? cell : k->place.cell;
	s->place.finding = place_refind(s, k->finding, k->place.at);
	place_clamp(s);
	return !k->finding[0] || check_find(&s->check, k->finding);
}

bool place_is(const struct session *s, const struct kept_place *k)
{
	struct kept_place now = place_keep(s);
	bool same_cell = now.cell && k->cell ? strcmp(now.cell, k->cell) == 0 : now.cell == k->cell;
	return now.place.at == k->place.at && same_cell && strcmp(now.finding, k->finding) == 0;
}

#define TRAIL_MAX 100

static void trail_push(struct trail *t, const struct kept_place *k)
{
	if (t->n == TRAIL_MAX) {
		memmove(t->v, t->v + 1, (t->n - 1) * sizeof *t->v);
		t->n--;
	}
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n++] = *k;
}

void trail_add(struct session *s, const struct kept_place *k)
{
	struct trail *t = &s->trail;
	if (t->now < t->n)
		t->n = t->now;
	trail_push(t, k);
	t->now = t->n;
}

bool trail_step(struct session *s, bool back)
{
	struct trail *t = &s->trail;
	if (back ? t->now == 0 : t->now + 1 >= t->n)
		return false;
	if (t->now == t->n) { /* the way forward leads here again */
		struct kept_place here = place_keep(s);
		trail_push(t, &here);
		t->now = t->n - 1;
	}
	t->now = back ? t->now - 1 : t->now + 1;
	place_return(s, &t->v[t->now]);
	return true;
}
