/* Reports without a fault, made up from a grammar (clean.grammar) in the manner of many agencies:
 * governments from province to town, bureaus, street offices, and others that report as they do.
 * Deterministic: the seed says all. */
#ifndef GOUJI_TESTS_CLEAN_KIT_H
#define GOUJI_TESTS_CLEAN_KIT_H

#include "base/mem.h"
#include "form/form.h"

struct clean_rule {
	struct str name;
	VEC(struct str) ways;
	VEC(bool) used; /* in this report */
};

struct clean_grammar {
	struct buf text;
	VEC(struct clean_rule) rules;
};

/* Reads $GOUJI_SRCDIR/tests/unit/clean.grammar. */
void clean_load(struct clean_grammar *g);
void clean_free(struct clean_grammar *g);
/* The text of the report of that seed is added to `out`. */
void clean_make(struct clean_grammar *g, const struct forms *forms, unsigned seed, struct buf *out);

/* What the report being made knows of itself; private to clean_*.c. */
struct clean_kind {
	const char *name, *agency, *shortly, *we, *above, *site;
	bool regulations; /* it may make some */
};

#define CLEAN_FACTS 64

struct clean_maker {
	struct clean_grammar *grammar;
	const struct form *form;
	const struct clean_kind *kind;
	unsigned long long state;
	int year;
	bool none;	   /* no request came */
	struct dec *cells; /* by cell of the form */
	struct {
		const char *name;
		struct buf text;
	} facts[CLEAN_FACTS];
	size_t n_facts;
	struct buf *out;
};

unsigned clean_roll(struct clean_maker *m, unsigned n);		 /* 0 ... n - 1 */
struct buf *clean_fact(struct clean_maker *m, const char *name); /* set anew */
/* The numbers of all tables, and the facts the prose tells of them. */
void clean_fill(struct clean_maker *m);
void clean_table(struct clean_maker *m, size_t table);

#endif
