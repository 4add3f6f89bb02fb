/* The identities of a report as equations over its cells. Private to repair/.
 *
 * Numbers are whole units of 10^-scale, the finest scale any cell of an equation has; they fit 128
 * bits whatever is done to them here. What is shown to anybody is checked again in decimals, with
 * the sums of the rule `identity` (system_judge). */
#ifndef GOUJI_REPAIR_SYSTEM_H
#define GOUJI_REPAIR_SYSTEM_H

#include "base/arena.h"
#include "base/mem.h"
#include "repair/repair.h"

enum equation_state {
	EQUATION_HOLDS,
	EQUATION_BROKEN,
	EQUATION_OPEN, /* not checked: a cell is lost or unreadable, a total blank, a sum too
			  large */
};

/* left cells - right cells = 0. */
struct equation {
	const struct report_table *table;
	bool each_row;
	size_t *cells; /* left, then right */
	size_t n_left, n;
	enum equation_state state;
	__int128 residue; /* right - left: what changes must add up to, left ones plus, right ones
			     minus; 0 where open */
	size_t finding;	  /* that tells it is broken; STR_NONE */
};

struct uses {
	size_t *v; /* equations */
	int *sign; /* +1 on the left of it, -1 on the right */
	size_t n;
};

struct readings;

struct system {
	const struct report *report;
	const struct values *values;
	const struct check *check;
	struct arena *arena; /* the result's */
	struct equation *equations;
	size_t n;
	struct uses *uses; /* by cell */
	bool *totals;	   /* by cell: alone on the right of an equation */
	__int128 *now;	   /* by cell, in units */
	__int128 one;	   /* units of 1 */
	unsigned scale;
	const struct readings *readings; /* of lines (line.h); NULL: not looked for yet */
	struct value *trial; /* by cell: a copy of the values, to try changes on; put back after */
};

void system_init(struct system *s, const struct report *r, const struct values *v,
	const struct check *c, struct arena *a);
void system_free(struct system *s);

/* +1 on the left of the equation, -1 on the right, 0 not in it. */
int equation_sign(const struct equation *e, size_t cell);
/* Lost, unreadable, or a total left blank: nothing its equations could be checked with. */
bool system_is_unknown(const struct system *s, size_t cell);
/* May a repair change it? Not where a reviewer has. */
bool system_is_free(const struct system *s, size_t cell);
/* Is the number fit for the cell? */
bool system_fits(const struct system *s, size_t cell, struct dec value);
/* The units as a decimal; false where they do not fit one. */
bool system_dec(const struct system *s, __int128 units, struct dec *out);

/* What the changes do to the equations their cells are in, reckoned in decimals. */
struct judgement {
	bool sound;	 /* all new values are fit, no equation is broken, none made open */
	size_t settled;	 /* equations that were broken and hold */
	size_t opened;	 /* equations that were open and hold */
	size_t *touched; /* the settled, then the opened; of the arena */
};
void system_judge(const struct system *s, const struct repair_change *changes, size_t n,
	struct judgement *out);
bool changes_same(const struct repair_change *a, size_t n, const struct repair_change *b, size_t m);
/* The number of the cell that makes the equation hold, where all its other cells have one among the
 * values. */
bool system_solve(const struct system *s, const struct equation *e, size_t cell,
	const struct value *v, struct dec *out);
/* What its equations say of a cell that has no number among the values: nothing, or only one of
 * them; all the same number, fit for it; or different ones. */
enum said { SAID_NOTHING, SAID_ONCE, SAID_SAME, SAID_DIFFERENT };
enum said system_said(const struct system *s, size_t cell, const struct value *v, struct dec *out);
/* Puts the changes on the trial values, and takes them off again. */
void system_try(const struct system *s, const struct repair_change *changes, size_t n);
void system_untry(const struct system *s, const struct repair_change *changes, size_t n);

#endif
