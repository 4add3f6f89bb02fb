/* What reports a rule holds for: forms, years, kinds of agencies. */
#ifndef GOUJI_RULE_SCOPE_H
#define GOUJI_RULE_SCOPE_H

#include "rule/context.h"

struct scope {
	struct form_list forms;	       /* ids; none: any */
	int64_t year_from, year_to;    /* of the report; 0: any. An unknown year is in none */
	struct form_list agencies;     /* endings of its agency's name; none: any */
	struct form_list not_agencies; /* endings of those it does not hold for */
};

#define SCOPE_KEYS "forms", "years", "agencies", "not_agencies"

/* The keys `forms`, `years` ({from, to}), `agencies`, `not_agencies`. */
bool scope_load(struct rule_load *l, const struct ynode *node, struct scope *out);
/* Where that hangs on a year or an agency which the report does not tell: false, and told as not
 * checked. */
bool scope_holds(struct rule_context *c, const struct rule *rule, const struct scope *s);
/* Does the text end like one of them? */
bool list_ends(const struct form_list *endings, struct str text);

#endif
