/* The kind `twice`: one quantity that the prose tells in two places. Private to twice*.c. */
#ifndef GOUJI_RULE_TWICE_H
#define GOUJI_RULE_TWICE_H

#include "rule/claim.h"

struct twice_rule {
	struct form_words message;
	struct word_list fillers; /* what clauses on one quantity may differ in */
	struct pattern *of,
		*unless;  /* what such a clause, its sentence must match, must not; or NULL */
	unsigned section; /* the one they stand in */
};

/* Two places that tell so, words in the shadows of their passages. */
struct twice_place {
	const struct passage *p;
	size_t from, to;
	const struct quantity *quantity;
};

/* say: what it is of; cells may be none. */
void twice_tell(struct rule_context *c, const struct rule *rule, const struct twice_rule *how,
	const struct twice_place *first, const struct twice_place *second, struct form_words say,
	const struct sum *sum);
/* Is there no number that both allow? */
bool twice_differ(const struct quantity *a, const struct quantity *b);

/* Are both of one quantity; is it one of those that are held against the others of their meaning?
 */
bool twice_same_quantity(const struct telling *a, const struct telling *b);
bool twice_is_compared(const struct rule_context *c, const struct telling *t);

/* twice_alike.c: clauses that say the same in the same words. */
void twice_alike_run(struct rule_context *c, const struct rule *rule, const struct twice_rule *how);

#endif
