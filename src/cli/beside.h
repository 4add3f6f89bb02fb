/* The reports that one is checked against: that of the year before, and those it sums up. */
#ifndef GOUJI_CLI_BESIDE_H
#define GOUJI_CLI_BESIDE_H

#include "cli/cli.h"
#include "rule/rule.h"

struct beside {
	struct rule_beside rules;
	struct report *last;
	struct values last_values;
	struct rule_child *children; /* rules.children, to be freed */
	struct values *values;	     /* theirs */
};

/* --previous, else the report beside this one whose name differs in the year alone, where it is of
 * the same agency and the year before; --children. What cannot be read is told on standard error;
 * children then stand there without a report. false where the user named what cannot be read. */
bool beside_open(struct beside *b, const struct cli *cli, const struct forms *forms,
	const char *path, const struct report *report);
void beside_close(struct beside *b);

#endif
