/* Weighing a repair: what it settles, what the prose says to it, how surprising it is. Private to
 * repair/. */
#ifndef GOUJI_REPAIR_WEIGH_H
#define GOUJI_REPAIR_WEIGH_H

#include <stdint.h>

#include "repair/edit.h"

/* What one more independent mistake costs; what a number of the prose is worth that agrees only
 * once repaired, or that agrees with a total which the repair leaves as it is. */
#define COST_MORE 5
#define COST_CARRIED 2 /* the same mistake, carried into a total */
#define WORTH_AGREED 6
#define COST_DISAGREED 8
#define WORTH_CONFIRMED 2

/* A repair with its changes (copied, ascending by cell), edits, cost, and what it settles, by the
 * judgement. edit: of a line's reading, EDIT_OTHER where it is none. lost: how many numbers of the
 * prose that are borne out now would not be. Of the arena. */
struct repair *weigh_repair(const struct system *s, const struct repair_change *changes, size_t n,
	const struct judgement *j, enum edit line, size_t *lost);
/* Adds a finding to what the repair settles; STR_NONE: none. There is room for one more than the
 * judgement and the evidence give. */
void weigh_settles(struct repair *r, size_t finding);
/* Cuts changes into parts that share no equation; part[i] is the part of change i, from 0 in order.
 * How many parts. */
size_t weigh_parts(
	const struct system *s, const struct repair_change *changes, size_t n, size_t *part);
/* Sets score and sure from the repair's share of the weight of all alternatives. */
void weigh_share(struct repair *r, uint64_t weight, uint64_t all, bool bounded);
/* The weight of a cost, the least cost of the alternatives being `least`. */
uint64_t weigh_cost(unsigned cost, unsigned least);

#endif
