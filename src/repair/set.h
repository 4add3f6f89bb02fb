/* A set of equations that hang together, and its explanations. Private to repair/. */
#ifndef GOUJI_REPAIR_SET_H
#define GOUJI_REPAIR_SET_H

#include "repair/line.h"
#include "repair/search.h"
#include "repair/weigh.h"

/* A smallest group, weighed whole and part by part. Where the search was stopped before it had any,
 * a cell that alone settles all equations it is in. */
struct explanation {
	struct repair *whole;
	size_t *parts; /* indexes into the set's */
	size_t n_parts;
	uint64_t weight;
};

struct part {
	struct repair *repair;
	size_t *settled; /* equations, ascending */
	size_t n_settled;
	uint64_t weight; /* of the explanations it is in */
};

struct set {
	size_t *equations; /* not open ones, ascending */
	size_t n;
	VEC(struct explanation) explanations; /* the cheapest first */
	VEC(struct part) parts;
	bool bounded;
	size_t withheld;
};

struct sets {
	struct set *v;
	size_t n;
};

/* The sets with a broken equation, in order of their first equations; of the system's arena. */
void sets_find(const struct system *s, struct sets *out);
void sets_free(struct sets *sets);
/* Fills in explanations and parts. */
void set_explain(const struct system *s, struct set *set, struct search_limits *limits);
/* The least number of acts that settle the equations by the set's explanations: changes, or lines
 * read otherwise, of parts that settle any of them. 0: the set has nothing to do with them,
 * SIZE_MAX: it has no explanation. */
size_t set_acts_for(const struct set *set, const size_t *equations, size_t n);
/* The least cost of the same. */
unsigned set_cost_for(const struct set *set, const size_t *equations, size_t n);

#endif
