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

void list_clear(struct list *l);
/* The list is over: holds it against the wholes, and tells where it fits none. How many of its
 * items it needs to fit; 0 where it fits none. */
size_t list_check(struct parts_reader *r, struct list *l);

#endif
