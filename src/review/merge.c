/* What one desk did since it was last saved, done again on what another desk saved meanwhile. */
#include <stdlib.h>
#include <string.h>

#include "review/model.h"

/* Ids that were given in both mean different things: which one of mine is which now. */
struct renamed {
	enum record_kind kind;
	const char *from;
	char to[16];
};

struct renames {
	VEC(struct renamed) list;
};

static const char *name_now(const struct renames *r, const struct change *c)
{
	for (size_t i = r->list.n; i-- > 0;)
		if (r->list.v[i].kind == c->kind && strcmp(r->list.v[i].from, c->key) == 0)
			return r->list.v[i].to;
	return c->key;
}

/* Annotations and mends that are new here and whose id is taken there. */
static void rename_new(struct renames *r, const struct review *theirs, const struct change *c)
{
	bool has_id = c->kind == RECORD_ANNOTATION || c->kind == RECORD_STRUCTURE;

	if (!has_id || c->before || !shelf_find(&theirs->shelves[c->kind], name_now(r, c)))
		return;
	struct renamed *one = vec_push(&r->list);

	one->kind = c->kind;
	one->from = c->key;
	review_new_id(theirs, c->kind, one->to);
}

/* How many changes in force are saved; STR_NONE where some of those were taken back since. */
static size_t saved_changes(const struct review *rv)
{
	if (rv->saved == 0)
		return 0;
	for (size_t i = rv->done; i-- > 0;)
		if (rv->history.v[i]->serial == rv->saved)
			return i + 1;
	return STR_NONE;
}

static void do_again(struct review *theirs, struct renames *r, const struct change *c)
{
	struct record after = {0};

	rename_new(r, theirs, c);
	if (!c->after) {
		review_apply(theirs, c->kind, name_now(r, c), NULL);
		return;
	}
	record_copy(&after, c->after);
	after.extra = after.target_extra = NULL; /* of a document that goes */
	review_apply(theirs, c->kind, name_now(r, c), &after);
	record_clear(&after);
}

bool review_carry_over(const struct review *mine, struct review *theirs)
{
	size_t from = saved_changes(mine);
	struct renames renames = {0};

	if (from == STR_NONE)
		return false;
	for (size_t i = from; i < mine->done;) {
		unsigned long group = mine->history.v[i]->change.group;

		review_begin(theirs);
		for (; i < mine->done && mine->history.v[i]->change.group == group; i++)
			do_again(theirs, &renames, &mine->history.v[i]->change);
		review_end(theirs);
	}
	theirs->revision += mine->revision + 1; /* whoever looked at mine looks again */
	theirs->structure += mine->structure + 1;
	vec_free(&renames.list);
	return true;
}
