/* The review itself: applying changes, finding records, who and where the reviewer is. */
#include "review/review.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "review/model.h"

struct review *review_new(void)
{
	return mem_alloc(sizeof(struct review));
}

static void origin_clear(struct origin *o)
{
	yaml_free(o->doc);
	arena_free(o->arena);
	free(o->path);
	free(o->digest);
	free(o->report_sha256);
	*o = (struct origin){0};
}

void review_free(struct review *rv)
{
	if (!rv)
		return;
	history_free(rv);
	place_clear(&rv->place);
	beside_clear(rv);
	origin_clear(&rv->origin);
	free(rv->reviewer);
	free(rv);
}

void review_set_reviewer(struct review *rv, const char *name)
{
	char *copy = name && *name ? text_clean(name) : NULL;

	free(rv->reviewer);
	rv->reviewer = copy;
}

const char *review_reviewer(const struct review *rv)
{
	return rv->reviewer;
}

void review_begin(struct review *rv)
{
	if (rv->depth++ == 0) {
		rv->group++;
		rv->signed_now = false;
	}
}

void review_end(struct review *rv)
{
	assert(rv->depth > 0);
	rv->depth--;
}

/* One time for all changes of an act. */
static const char *time_of_act(struct review *rv)
{
	if (!rv->signed_now)
		clock_now(rv->now);
	rv->signed_now = true;
	return rv->now;
}

static struct record *complete(struct review *rv, enum record_kind kind, const char *key,
	const struct record *now, const struct record *after)
{
	struct record *r = mem_alloc(sizeof *r);

	record_copy(r, after);
	record_clean(r);
	r->kind = kind;
	free(r->key);
	r->key = mem_strdup(key);
	if (r->note && !*r->note) {
		free(r->note);
		r->note = NULL;
	}
	if (kind == RECORD_CORRECTION && !r->from)
		r->from = mem_strdup("");
	if (!r->by && rv->reviewer)
		r->by = mem_strdup(rv->reviewer);
	if (!r->at)
		r->at = mem_strdup(time_of_act(rv));
	if (now && !r->extra)
		r->extra = now->extra;
	if (now && !r->target_extra)
		r->target_extra = now->target_extra;
	return r;
}

bool review_apply(
	struct review *rv, enum record_kind kind, const char *key, const struct record *after)
{
	const struct record *now = review_find(rv, kind, key);

	if (record_equal(now, after, true))
		return false;
	review_begin(rv);
	struct record *r = after ? complete(rv, kind, key, now, after) : NULL;
	char *by = rv->reviewer ? mem_strdup(rv->reviewer) : NULL;

	history_push(rv, kind, key, r, by, mem_strdup(time_of_act(rv)));
	review_end(rv);
	return true;
}

const struct record *review_find(const struct review *rv, enum record_kind kind, const char *key)
{
	const struct slot *slot = shelf_find(&rv->shelves[kind], key);

	return slot ? slot->now : NULL;
}

const struct record *review_at(const struct review *rv, enum record_kind kind, size_t i)
{
	const struct shelf *s = &rv->shelves[kind];

	for (size_t at = 0; at < s->by_age.n; at++) {
		const struct slot *slot =
			kind == RECORD_CORRECTION ? s->by_key.v[at] : s->by_age.v[at];

		if (slot->now && i-- == 0)
			return slot->now;
	}
	return NULL;
}

size_t review_count(const struct review *rv, enum record_kind kind)
{
	return rv->shelves[kind].count;
}

/* Above all that ever stood: an id once used in the history is not used again. */
void review_new_id(const struct review *rv, enum record_kind kind, char out[16])
{
	const struct shelf *s = &rv->shelves[kind];
	char letter = kind == RECORD_STRUCTURE ? 's' : 'a';
	unsigned long last = 0;

	for (size_t i = 0; i < s->by_key.n; i++) {
		const char *key = s->by_key.v[i]->key;
		char *end;

		if (key[0] != letter || key[1] < '1' || key[1] > '9' || strlen(key) > 10)
			continue;
		unsigned long n = strtoul(key + 1, &end, 10);

		if (!*end && n > last)
			last = n;
	}
	snprintf(out, 16, "%c%lu", letter, last + 1);
}

const struct review_place *review_place(const struct review *rv)
{
	return &rv->place;
}

void review_set_place(struct review *rv, const struct review_place *place)
{
	struct review_place copy = *place;

	copy.pane = place->pane ? text_clean(place->pane) : NULL;
	copy.finding = place->finding ? text_clean(place->finding) : NULL;
	copy.cell = place->cell ? text_clean(place->cell) : NULL;
	place_clear(&rv->place);
	rv->place = copy;
}
