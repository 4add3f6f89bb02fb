/* The history: putting changes in force and out again, and the slots that tell what stands. */
#include <assert.h>
#include <string.h>

#include "review/model.h"

/* Where key stands in by_key, or would stand. */
static size_t shelf_seek(const struct shelf *s, const char *key, bool *found)
{
	size_t low = 0, high = s->by_key.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = strcmp(s->by_key.v[mid]->key, key);

		if (c == 0) {
			*found = true;
			return mid;
		}
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	*found = false;
	return low;
}

struct slot *shelf_find(const struct shelf *s, const char *key)
{
	bool found;
	size_t i = shelf_seek(s, key, &found);

	return found ? s->by_key.v[i] : NULL;
}

static struct slot *shelf_need(struct shelf *s, const char *key)
{
	bool found;
	size_t i = shelf_seek(s, key, &found);

	if (found)
		return s->by_key.v[i];
	struct slot *slot = mem_alloc(sizeof *slot);

	slot->key = key;
	(void)vec_push(&s->by_key);
	memmove(&s->by_key.v[i + 1], &s->by_key.v[i], (s->by_key.n - 1 - i) * sizeof slot);
	s->by_key.v[i] = slot;
	*vec_push(&s->by_age) = slot;
	return slot;
}

/* The youngest: nothing in force names it any more. */
static void shelf_drop(struct shelf *s, struct slot *slot)
{
	bool found;
	size_t i = shelf_seek(s, slot->key, &found);

	assert(found && s->by_age.v[s->by_age.n - 1] == slot);
	s->by_key.n--;
	memmove(&s->by_key.v[i], &s->by_key.v[i + 1], (s->by_key.n - i) * sizeof slot);
	s->by_age.n--;
	free(slot);
}

static void put(struct shelf *s, struct slot *slot, const struct record *now)
{
	s->count += (now != NULL) - (slot->now != NULL);
	slot->now = now;
}

static void enforce(struct review *rv, const struct change *c)
{
	struct shelf *s = &rv->shelves[c->kind];
	struct slot *slot = shelf_need(s, c->key);

	put(s, slot, c->after);
	slot->changes++;
	rv->done++;
	rv->structure += c->kind == RECORD_STRUCTURE;
}

static void withdraw(struct review *rv, const struct change *c)
{
	struct shelf *s = &rv->shelves[c->kind];
	struct slot *slot = shelf_find(s, c->key);

	put(s, slot, c->before);
	if (--slot->changes == 0)
		shelf_drop(s, slot);
	rv->done--;
	rv->structure += c->kind == RECORD_STRUCTURE;
}

static void entry_free(struct entry *e)
{
	struct record *after = (struct record *)e->change.after;

	if (after)
		record_clear(after);
	free(after);
	free(e->change.key);
	free(e->change.by);
	free(e->change.at);
	free(e);
}

static void drop_redo(struct review *rv)
{
	while (rv->history.n > rv->done)
		entry_free(rv->history.v[--rv->history.n]);
}

void history_free(struct review *rv)
{
	while (rv->done)
		withdraw(rv, &rv->history.v[rv->done - 1]->change);
	drop_redo(rv);
	vec_free(&rv->history);
	for (size_t k = 0; k < RECORD_KINDS; k++) {
		vec_free(&rv->shelves[k].by_key);
		vec_free(&rv->shelves[k].by_age);
	}
}

struct change *history_push(struct review *rv, enum record_kind kind, const char *key,
	struct record *after, char *by, char *at)
{
	const struct slot *slot = shelf_find(&rv->shelves[kind], key);
	struct entry *e = mem_alloc(sizeof *e);
	struct change *c = &e->change;

	drop_redo(rv);
	c->kind = kind;
	c->key = mem_strdup(key);
	c->before = slot ? slot->now : NULL;
	c->after = after;
	c->group = rv->group;
	c->by = by;
	c->at = at;
	e->serial = ++rv->serial;
	assert(c->before || c->after);
	*vec_push(&rv->history) = e;
	enforce(rv, c);
	rv->revision++;
	return c;
}

const struct change *review_undo(struct review *rv)
{
	assert(rv->depth == 0);
	if (!rv->done)
		return NULL;
	unsigned long group = rv->history.v[rv->done - 1]->change.group;

	while (rv->done && rv->history.v[rv->done - 1]->change.group == group)
		withdraw(rv, &rv->history.v[rv->done - 1]->change);
	rv->revision++;
	return &rv->history.v[rv->done]->change;
}

const struct change *review_redo(struct review *rv)
{
	assert(rv->depth == 0);
	if (rv->done == rv->history.n)
		return NULL;
	size_t first = rv->done;
	unsigned long group = rv->history.v[first]->change.group;

	while (rv->done < rv->history.n && rv->history.v[rv->done]->change.group == group)
		enforce(rv, &rv->history.v[rv->done]->change);
	rv->revision++;
	return &rv->history.v[first]->change;
}

bool review_can_redo(const struct review *rv)
{
	return rv->done < rv->history.n;
}

size_t review_history_count(const struct review *rv)
{
	return rv->done;
}

const struct change *review_history_at(const struct review *rv, size_t i)
{
	return i < rv->done ? &rv->history.v[i]->change : NULL;
}

unsigned long review_revision(const struct review *rv)
{
	return rv->revision;
}

unsigned long review_structure_revision(const struct review *rv)
{
	return rv->structure;
}

static unsigned long state_serial(const struct review *rv)
{
	return rv->done ? rv->history.v[rv->done - 1]->serial : 0;
}

bool review_is_dirty(const struct review *rv)
{
	return state_serial(rv) != rv->saved;
}

void review_mark_saved(struct review *rv)
{
	rv->saved = state_serial(rv);
}
