/* Rules, read from data/rules/, and what they find.
 *
 * A rule is a row of data: id, kind, severity, authority, words, parameters. Its kind is code: one
 * file a kind (identity.c, claim.c, ...), one row in the table of kinds in rule.c, each the same
 * function shape. Rules see the report and the effective values (corrections applied); they know no
 * review.
 *
 * Ownership: a ruleset owns its rules; a check owns its findings. Cells are report cell numbers. */
#ifndef GOUJI_RULE_RULE_H
#define GOUJI_RULE_RULE_H

#include "base/err.h"
#include "table/report.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };
enum cause { CAUSE_SOURCE, CAUSE_EXTRACTION, CAUSE_READING };

#define FINDING_ID_SIZE 17 /* 16 hex digits and the NUL */

struct rule {
	const char *id;	  /* "requests.balance": permanent */
	const char *kind; /* "identity", "claim", ... */
	const char *file;
	unsigned line;
	struct form_words title;
	struct form_words explain; /* a paragraph for `gouji rules ID`; may be "" */
	enum severity severity;
	const char *authority; /* notice, article; may be "" */
};

struct ruleset;

/* Reads every *.yaml of dir (data/rules), by name. A mistake is told by file, line and column. */
struct ruleset *rules_load(const char *dir, const struct forms *forms, struct err *err);
/* One more file: rules of one's own, and changes to others'. A ruleset that it failed for is only
 * to be freed. */
bool rules_add_file(struct ruleset *rs, const char *path, struct err *err);
void rules_free(struct ruleset *rs);
size_t rules_count(const struct ruleset *rs);
const struct rule *rules_at(const struct ruleset *rs, size_t i);
const struct rule *rules_find(const struct ruleset *rs, const char *id); /* NULL: none */

/* What a finding across reports looks at in another one. */
struct finding_beside {
	size_t child; /* index into rule_beside.children; STR_NONE: the report of the year before */
	size_t *cells; /* of that report */
	size_t n_cells;
	struct text_span *spans; /* of its text */
	size_t n_spans;
	size_t line;   /* of its source, of the first span; 0 where there is none */
	bool explains; /* its number alone is just the difference */
};

/* One side of an identity or a sum, for the desk to show: the operand cells in order. */
struct finding {
	char id[FINDING_ID_SIZE]; /* of rule and cells or, for prose, of the words quoted, digits
				     aside */
	const struct rule *rule;
	enum severity severity;
	enum cause cause;
	size_t *cells;
	size_t n_cells;
	bool has_numbers; /* declared and actual are meant */
	struct dec declared, actual;
	char *message[2]; /* by enum lang: stands alone: place in words, the numbers, the difference
			   */
	char *formula[2]; /* the numbers alone, for the desk's second line; NULL where none */
	char *reading[2]; /* CAUSE_READING: the reading that fits, in words; CAUSE_EXTRACTION: what
			     is in doubt about the one taken, where that is known; else NULL */
	struct text_span *spans; /* what to light up in the text, in source order; at least one
				    where the text has the place */
	size_t n_spans;
	bool own_mask; /* it tells of a number that must not be told: somebody's */
	bool masked;   /* such a number stands at the spans: the passage is not quoted */
	size_t at;     /* text offset it sorts by */
	size_t line;   /* source line from 1; 0 where the source has no such place */
	struct finding_beside *beside; /* of other reports; for children one a child */
	size_t n_beside;
};

struct not_checked {
	const struct rule *rule;
	size_t *cells;
	size_t n_cells;
	char *why[2]; /* by enum lang */
};

/* Cells whose numbers add up to what a passage of prose declares, as it can be read. */
struct evidence_sum {
	size_t *cells;
	size_t n;
};

/* A number that the prose declares of the tables, whether they bear it out or not. A sum bears it
 * out where it is not under `low` and, unless there is no limit, not over `high`; the first sum is
 * the first reading, the others will do where it does not. */
struct evidence {
	const struct rule *rule;
	struct text_span span; /* the words */
	struct dec declared;   /* as written */
	struct dec low, high;
	bool no_limit;
	struct evidence_sum *sums;
	size_t n_sums;
};

struct check {
	struct finding *findings; /* in source order (at, then rule order, then cells) */
	size_t n_findings;
	struct not_checked *not_checked;
	size_t n_not_checked;
	size_t n_checked;	   /* identities and claims that were evaluated */
	struct evidence *evidence; /* in the order they were read */
	size_t n_evidence;
	size_t count[3]; /* findings by enum severity */
	struct arena *arena;
};

/* A text that a rule must hit, or must not: the rule's own example, tried. */
struct rule_trial {
	const struct rule *rule;
	unsigned line;	  /* of the example, in the rule's file */
	const char *text; /* borrowed; may be "" */
	bool hit;	  /* it must be hit */
	bool good;	  /* and was; or must not and was not */
	/* one that has an error or a warning in it too; NULL: none */
	const struct rule *other;
};

size_t rules_example_count(const struct ruleset *rs);
bool rules_try_example(const struct ruleset *rs, size_t i, struct rule_trial *out);
/* Compiles every pattern, which otherwise happens when it is wanted; a bad one is told by file and
 * line. */
bool rules_compile(const struct ruleset *rs, struct err *err);

/* A report of those that another one sums up. */
struct rule_child {
	const char *file;
	const struct report *report; /* NULL: could not be read */
	const struct values *values;
};

/* Reports that one is checked against. All borrowed. */
struct rule_beside {
	const struct report *last; /* of the year before; NULL: none */
	const struct values *last_values;
	const char *last_lost;	 /* the file that should be it and cannot be used; NULL: none */
	int last_year;		 /* because it is of this year; 0: for another reason */
	const char *last_agency; /* because it is this agency's; NULL: for another reason */
	const struct rule_child *children;
	size_t n_children;
	char *const *expected; /* agencies whose reports are to be among the children */
	size_t n_expected;
};

/* Are both named, and is one name the fuller of the other? 宁海县西店镇人民政府, 西店镇人民政府. */
bool rule_same_agency(const struct report *a, const struct report *b);

/* rules_check() with reports beside it; NULL: none. */
void rules_check_beside(const struct ruleset *rs, const struct report *r, const struct values *v,
	const struct rule_beside *beside, struct check *out);
/* Runs all rules. Deterministic: the same report and values give the same check. */
void rules_check(const struct ruleset *rs, const struct report *r, const struct values *v,
	struct check *out);
void check_free(struct check *c);
const struct finding *check_find(const struct check *c, const char *id); /* NULL: none */
const char *severity_name(enum severity s); /* "error", "warning", "note" */
const char *cause_name(enum cause c);

#endif
