/* A made-up report, the shipped rules over it, and what they found. Forms and rules come from
 * $GOUJI_DATADIR. */
#ifndef GOUJI_TESTS_REPORT_FIXTURE_H
#define GOUJI_TESTS_REPORT_FIXTURE_H

#include "rule/example.h"
#include "rule/rule.h"

struct fixture {
	struct forms *forms;
	struct ruleset *rules;
	struct report *report;
	struct values values;
	struct check check;
};

/* A report of 2020, form 2019, of an agency, with these words (NULL: none) and cells; the other
 * cells print 0. */
void fixture_open(struct fixture *f, const char *prose, const struct example_cell *cells, size_t n);
void fixture_open_text(struct fixture *f, const struct example_text *text);
void fixture_close(struct fixture *f);
/* Checks again with the values as they are now. */
void fixture_check(struct fixture *f);

size_t fixture_cell(const struct fixture *f, const char *name);
/* How many findings, and how many not-checked, a rule has. */
size_t fixture_count(const struct fixture *f, const char *rule);
size_t fixture_not_checked(const struct fixture *f, const char *rule);
/* The nth finding of the rule, NULL where there is none. */
const struct finding *fixture_finding(const struct fixture *f, const char *rule, size_t nth);
/* Names of a finding's cells, blanks between; valid until the next call. */
const char *fixture_cells(const struct fixture *f, const size_t *cells, size_t n);
/* The words at the nth span. */
struct str fixture_words(const struct fixture *f, const struct finding *found, size_t nth);

#endif
