/* The kind `text`: named checks of the words themselves. One row of the table in text.c a check; a
 * check is a function over the report and the rule's parameters. Private to text*.c. */
#ifndef GOUJI_RULE_TEXT_H
#define GOUJI_RULE_TEXT_H

#include "rule/prose.h"

/* What organs of a kind call themselves, and what they do not. */
struct agency_kind {
	struct form_list endings; /* of the agency's name */
	struct form_list foreign; /* words such an organ does not use of itself: 我镇 */
	struct form_list renamed; /* what behind its own place name makes it another: 上河湾 + 镇 */
};

/* What those above an organ are not called where its place is of a kind: 县政府 in a 区. */
struct agency_within {
	const char *place;	 /* what the name of the place ends in */
	struct form_list except; /* longer endings that are no such place */
	struct form_list foreign;
};

struct text_rule {
	size_t check; /* the row of the table of checks, from 1 */
	struct form_words message;
	int64_t min, max; /* code points */
	int64_t near;	  /* the same of paragraphs next to one another; 0: as of others */
	struct word_list except;
	struct word_list despite; /* words around an excepted one by which it is none */
	struct word_list sure;	  /* words that no other word ends and another begins in */
	struct pattern **common;  /* of sentences that reports share, folded */
	size_t n_common;
	struct word_list
		places; /* what parts of an agency's name that are no part of its own end in */
	struct agency_kind *kinds;
	size_t n_kinds;
	struct agency_within *within;
	size_t n_within;
	struct pattern *points; /* what ends in telling how many points follow: group n */
	/* a number, group n, and what is named beside it: list, or each, whose words of `joins`
	   join two for certain; open: there may be more */
	struct pattern **lists;
	size_t n_lists;
	struct word_list joins, begins; /* 和; what each of a list begins with, 一个是 */
};

struct text_check {
	const char *name;
	struct needs needs;
	void (*run)(struct rule_context *c, const struct rule *rule, const struct text_rule *how);
};

void text_repeated_run(
	struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_copied_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_left_over_run(
	struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_sentence_run(
	struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_numbering_run(
	struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_gap_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_doubled_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_points_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_members_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how);
void text_agency_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how);

/* The number of a heading or a point that s has at *at, which moves past it: no more than three
 * digits, or ten tens in Han. */
bool text_number_read(
	const struct quantity_words *w, struct str s, size_t *at, int64_t *value, bool *han);

/* Lines told one after the other, each by where it begins; words of NULL before the first. */
struct form_words text_lines_add(
	struct rule_context *c, struct form_words lines, struct text_span span);

#endif
