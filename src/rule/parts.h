/* The kind `parts`: a whole told in prose against the parts listed behind it. Private to parts.c,
 * which reads the lists, and parts_check.c, which holds them against the wholes. */
#ifndef GOUJI_RULE_PARTS_H
#define GOUJI_RULE_PARTS_H

#include "rule/prose.h"

enum closure { LIST_OPEN, LIST_PLAIN, LIST_CLOSED };

struct parts_rule {
	struct form_words message;
	struct pattern *open, *plain, *closed; /* markers: what follows is a list */
	struct pattern *stop;		       /* a clause that is no part of a list any more */
	struct pattern *skip;	  /* a clause whose numbers compare and count nothing */
	struct pattern *etcetera; /* a clause that leaves the list open */
	struct pattern *rest;	  /* a part that is all the rest: the list is closed */
	struct pattern *full;	  /* a list of all there can be, none in two parts: it is closed */
	struct pattern *apart;	  /* a list in which nothing is in two parts */
	struct pattern *later;	  /* a clause behind the list that tells what is still to be done */
};

struct list {
	enum closure closure;
	bool begun; /* there is a list */
	bool bracket;
	bool apart;	 /* nothing is in two of its parts */
	bool broken;	 /* a clause without a number stands in it: where it ends is not sure */
	size_t sure;	 /* the items before that clause */
	size_t sentence; /* where it begins */
	size_t whole;	 /* the last number before it, STR_NONE: none in its sentence */
	VEC(size_t) items;
	size_t first, last; /* clauses */
};

struct parts_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct parts_rule *how;
	const struct passage *p;
	unsigned *depth; /* by quantity: of brackets */
	bool *part;	 /* by quantity: told as a part of a list */
	struct list list, outer;
	size_t last; /* the last number read, STR_NONE: none yet */
	size_t last_sentence;
};

static inline const struct quantity *parts_quantity(const struct parts_reader *r, size_t i)
{
	return &r->p->quantities.v[i];
}

static inline bool parts_is_count(const struct quantity *q)
{
	return q->mark == '#';
}

/* What a list adds up to, against a whole. */
struct total {
	struct dec low, high, value;
	bool no_limit;
	size_t n;	/* parts added */
	bool as_large;	/* one of them is all of the whole */
	bool too_large; /* one of them is more than the whole */
};

/* May b be a part of a, or be added to it? */
bool list_same_family(const struct quantity *a, const struct quantity *b);
/* Adds up the first n items that are of the whole's family; false where there is none. */
bool list_add_up(const struct parts_reader *r, const struct list *l, size_t n,
	const struct quantity *whole, struct total *t);
bool total_is_more(const struct total *t, const struct quantity *whole);
bool total_is_less(const struct total *t, const struct quantity *whole);
bool list_fits(
	const struct parts_reader *r, const struct list *l, size_t n, const struct quantity *whole);
/* The whole that the list comes nearest to: the number before it, or the sum of it and those before
 * it.  The list gets what is told behind it as still to be done, where that brings it nearer.  True
 * where it fits. */
bool list_find_whole(const struct parts_reader *r, struct list *l, struct quantity *whole);
/* The innermost clause there, an offset of the shadow. */
const struct clause *parts_clause_at(const struct parts_reader *r, size_t at);

void list_clear(struct list *l);
/* The list is over: holds it against the wholes, and tells where it fits none. How many of its
 * items it needs to fit; 0 where it fits none, or only a sum of wholes. */
size_t list_check(struct parts_reader *r, struct list *l);

#endif
