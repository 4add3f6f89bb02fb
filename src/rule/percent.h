/* Percentages of exact numbers, as prose writes them: rounded, or cut off. */
#ifndef GOUJI_RULE_PERCENT_H
#define GOUJI_RULE_PERCENT_H

#include "rule/prose.h"

/* part/whole in percent, rounded to as many places as `told` has; *agrees: that is told, or what
 * cutting off gives. false where it cannot be worked out. */
bool percent_of(struct dec part, struct dec whole, struct dec told, struct dec *out, bool *agrees);

/* Is the number told in percent? Of the family of ratios only that can be worked out here. */
bool passage_is_percent(
	const struct rule_context *c, const struct passage *p, const struct quantity *q);

#endif
