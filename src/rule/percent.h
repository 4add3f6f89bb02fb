/* Percentages of exact numbers, as prose writes them: rounded, or cut off. */
#ifndef GOUJI_RULE_PERCENT_H
#define GOUJI_RULE_PERCENT_H

#include "rule/prose.h"

/* part/whole in percent, rounded to as many places as `told` has; *agrees: that is told, or what
 * cutting off gives. false where it cannot be worked out. */
bool percent_of(struct dec part, struct dec whole, struct dec told, struct dec *out, bool *agrees);

/* The same for a share as it is told: an approximate one agrees with all that it allows. */
bool percent_told(struct dec part, struct dec whole, const struct quantity *told, struct dec *out,
	bool *agrees);

/* The share as told, made approximate where group `about` of the pattern found has matched. */
struct quantity percent_quantity(const struct quantity *q, const struct pattern *pattern);

/* Is the number told in percent? Of the family of ratios only that can be worked out here. */
bool passage_is_percent(
	const struct rule_context *c, const struct passage *p, const struct quantity *q);

#endif
