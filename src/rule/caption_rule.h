/* The kind `caption`: who reports what year, and when. Its checks; private to caption_*.c. */
#ifndef GOUJI_RULE_CAPTION_RULE_H
#define GOUJI_RULE_CAPTION_RULE_H

#include "rule/scope.h"

/* A way in which a report tells its year, or something it should tell at all. */
struct caption_item {
	struct form_words say;
	struct pattern **patterns; /* with a group `year` or `agency` where one is told */
	size_t n_patterns;
	unsigned from_section, to_section; /* looked for in these sections */
	bool beside;			   /* that it is lacking is told only beside others */
	bool next;			   /* what it tells is of the year after the report's */
	bool opens;		   /* it begins its section, and tells of the report's own agency */
	const char *cell;	   /* that the number told is, if it is this year's; NULL: none */
	struct pattern *elsewhere; /* what tells the same: then this is of another year; or NULL */
};

/* A day of the year after the report's. */
struct caption_deadline {
	struct form_list agencies; /* endings */
	int64_t month, day;
};

struct caption_rule {
	size_t check; /* the row of the table of checks, from 1 */
	struct scope scope;
	struct caption_item *items;
	size_t n_items;
	struct caption_deadline *deadlines;
	size_t n_deadlines;
	struct pattern *date;	/* a paragraph that dates the report: groups year, month, day */
	struct form_list strip; /* what names of one agency may differ in, at their end */
	struct form_list
		kinds; /* endings of the agencies whose names are held against one another */
	struct form_words message;
	struct form_words odd; /* of the title alone against all others; may lack */
};

struct caption_check {
	const char *name;
	bool bare; /* it needs neither a date nor items */
	struct needs needs;
	void (*run)(
		struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
};

/* A date the report bears: 20210131. */
struct caption_date {
	int64_t day;
	size_t para;
	struct text_span span;
};

void caption_particulars_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_title_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_untitled_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
/* caption_year.c */
void caption_year_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_year_alone_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_year_told_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
/* caption_date.c */
void caption_impossible_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_early_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_late_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_future_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_agency_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);
void caption_told_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how);

/* The first place where the item tells another year than the report's. */
bool caption_other_year(struct rule_context *c, const struct caption_item *item,
	struct text_span *at, int64_t *told);

/* The digits of the group as a number; false where it took no part. */
bool caption_number(const struct pattern *p, const char *group, struct str text, int64_t *out);

#endif
