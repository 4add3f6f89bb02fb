/* The insides of a review, for the files of this room alone.
 *
 * The history is one vector of changes: the first `done` are in force, the rest can be redone. A
 * change owns its `after`; its `before` is the `after` of an earlier change on the same key, which
 * lives longer, for only the tail of the vector is ever dropped. A slot is a key that changes in
 * force name; what stands there is the `after` of the last of them. So state is a function of the
 * changes in force, and undoing is looking one change further back. */
#ifndef GOUJI_REVIEW_MODEL_H
#define GOUJI_REVIEW_MODEL_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/mem.h"
#include "review/review.h"
#include "yaml/yaml.h"

struct slot {
	const char *key;	  /* of its first change */
	const struct record *now; /* NULL: nothing stands there */
	size_t changes;		  /* how many changes in force name it */
};

/* All slots of a kind. by_age grows and shrinks at its end only, as the history does. */
struct shelf {
	VEC(struct slot *) by_key;
	VEC(struct slot *) by_age;
	size_t count; /* slots where something stands */
};

struct entry {
	struct change change;
	unsigned long serial; /* never used again: names the state after this change */
};

/* What a sidecar said of itself, kept to write it back and to tell what has changed since. */
struct origin {
	struct ydoc *doc;    /* what was read; NULL where nothing was */
	struct arena *arena; /* the maps of unknown keys; their nodes are the doc's */
	const struct ynode *root, *report, *place; /* unknown keys; NULL where none */
	char *path;				   /* NULL where no sidecar was read or written */
	char *digest;	     /* SHA-256 of the sidecar's bytes; NULL where it did not exist */
	char *report_sha256; /* NULL where it named none */
};

struct review {
	struct shelf shelves[RECORD_KINDS];
	VEC(struct entry *) history;
	size_t done;
	unsigned long serial, saved; /* serial given last; that of the state last loaded or saved */
	unsigned long group;	     /* given last */
	unsigned depth;		     /* of review_begin() */
	bool signed_now;	     /* the open act has its time */
	char now[CLOCK_TEXT_SIZE];
	char *reviewer;
	unsigned long revision, structure; /* of all, and of mends alone */
	struct review_place place;
	VEC(struct review_beside) beside;
	struct origin origin;
};

/* record.c */
/* Equal in all that is written; with `open`, a by or at that b leaves open does not count, nor do
 * unknown keys that b does not bring. */
bool record_equal(const struct record *a, const struct record *b, bool open);
/* Bytes that are not UTF-8 become U+FFFD: what the review holds can always be saved. */
void record_clean(struct record *r);
char *text_clean(const char *s); /* free() */
void place_clear(struct review_place *p);

/* beside.c */
void beside_clear(struct review *rv);

/* history.c */
struct slot *shelf_find(const struct shelf *s, const char *key);
/* Appends a change in force to the current group; `after` is taken over (NULL: none), and so are by
 * and at. What stands under the key becomes its `before`. Clears redo. */
struct change *history_push(struct review *rv, enum record_kind kind, const char *key,
	struct record *after, char *by, char *at);
void history_free(struct review *rv);

#endif
