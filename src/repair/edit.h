/* What people and machines do to a number: which of it, if any, makes the printed one of the due
 * one, and how surprising that is. Private to repair/. */
#ifndef GOUJI_REPAIR_EDIT_H
#define GOUJI_REPAIR_EDIT_H

#include "repair/system.h"

/* What was done to `to` so that it reads `from`; cost in bits. Looks at the digits alone. */
enum edit edit_of_numbers(struct dec from, struct dec to, unsigned *cost);
/* The same of a cell, whose neighbours and kind tell more. Fills in change->edit; returns the cost.
 */
unsigned edit_of_change(const struct system *s, struct repair_change *change);
/* Of a line's reading. */
unsigned edit_line_cost(enum edit e);

#endif
