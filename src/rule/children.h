/* The kind `children`: its parts. Private to children*.c. */
#ifndef GOUJI_RULE_CHILDREN_H
#define GOUJI_RULE_CHILDREN_H

#include "rule/prose.h"

struct children_rule {
	struct form_words message;
	struct form_words clue;	 /* one child's number is what the sum lacks */
	struct form_words twice; /* one child's number is what the sum has too much */
	/* why nothing was checked */
	struct form_words lost, other_year, twins, missing, fewer, alone, nobody;
	struct pattern *own;   /* a sentence says that the report is of its organ alone; or NULL */
	struct pattern *sums;  /* one says that it sums up others; or NULL */
	struct pattern *count; /* how many: the group `count` is a number; or NULL */
	struct pattern *list;  /* which: the group `list` has their names; or NULL */
	struct pattern *parts; /* what parts these names; or NULL */
};

/* Which of the reports given are the children: each once, of this report's year. */
struct roster {
	size_t *v; /* indices into rule_beside.children */
	size_t n;
};

/* Fills the roster; false where nothing can be summed, which was told as not checked then. */
bool children_roster(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, struct roster *out);
/* What the report calls its scope, "" where it says nothing: the words of the sentence that speaks
 * of a sum. false where it is of its organ alone, which was told as not checked then. */
bool children_scope(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, struct form_words *scope);
/* Does the report say that it sums up another number of reports? Told as not checked then. */
bool children_all_there(
	struct rule_context *c, const struct rule *rule, const struct children_rule *how, size_t n);
const char *children_name(const struct rule_child *child);

#endif
