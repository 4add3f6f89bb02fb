/* Made-up numbers for the tables of a form, consistent at first, then with some cells falsified:
 * what the search for repairs is tried on. Deterministic: a seed names all there is to know. */
#ifndef GOUJI_TESTS_REPAIR_KIT_H
#define GOUJI_TESTS_REPAIR_KIT_H

#include "repair/repair.h"

/* A report of a form, whose printed cells stay zero; only the values vary. */
struct repair_kit {
	struct forms *forms;
	struct ruleset *rules;
	struct report *report;
	struct values values;
	struct dec *truth; /* by cell */
	struct check check;
	struct repairs repairs;
	unsigned long long state;
};

struct falsified {
	size_t cell;
	struct dec from, to; /* the true number, and the false one */
};

/* NULL where the data is not to be had. */
struct repair_kit *repair_kit_open(const char *form);
void repair_kit_free(struct repair_kit *k);
unsigned repair_kit_roll(struct repair_kit *k, unsigned n);
/* Consistent numbers. */
void repair_kit_fill(struct repair_kit *k, unsigned seed);
/* Makes n different cells of the tables with identities false, as people and machines do. */
void repair_kit_falsify(struct repair_kit *k, struct falsified *out, size_t n);
/* Makes about n cells that are not among the false ones lost, or blank where they are zero. */
void repair_kit_lose(
	struct repair_kit *k, const struct falsified *false_, size_t n_false, size_t n);
/* Checks, and finds the repairs; returns how long the latter took, in ns of the processor. o: NULL
 * is the defaults. */
long repair_kit_find(struct repair_kit *k, const struct repair_options *o);

/* How the truth fares in one group of cells that hang together: table `requests`, a row of
 * `disputes`. */
struct fate {
	size_t n;      /* falsified cells of it that break anything */
	bool smallest; /* no group listed is smaller than the truth */
	bool among;    /* the truth is among the groups listed */
	bool first;    /* it is the first listed */
	bool bounded;
	size_t listed;
	size_t size; /* of the groups listed */
};
/* Is it a line read otherwise that stands beside the smallest groups? */
bool repair_kit_is_beside(const struct repair_list *l, size_t i);
/* Of the group of false[i]; where i is not the first of its group, n is 0. */
struct fate repair_kit_fate(
	const struct repair_kit *k, const struct falsified *false_, size_t n, size_t i);
/* Applies each repair listed anywhere and counts those after which a finding it was to settle is
 * still there, or one is new. */
size_t repair_kit_unsound(struct repair_kit *k);

#endif
