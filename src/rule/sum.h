/* Sums of named cells, as rules tell them: "requests/new/total", "requests/outcome.refused/total".
 *
 * Where the form has no such row or column but a group of that name, all members of the group are
 * meant: requests/new/organisation is the five kinds of organisation, disputes/litigation/total
 * both kinds of lawsuit, requests/outcome.other/total one row in form 2019 and three in form 2021.
 * A name "@/person" stands for the rows an earlier claim spoke of, and what "-" stands before is
 * taken off: "-requests/carried_forward/total", behind all that is added. */
#ifndef GOUJI_RULE_SUM_H
#define GOUJI_RULE_SUM_H

#include "rule/context.h"

struct sum_term {
	struct str table, row, column; /* row empty: the rows of the claim before */
	bool less;		       /* taken off, not added */
};

struct sum_words {
	struct sum_term *terms;
	size_t n;
};

enum sum_state {
	SUM_KNOWN,
	SUM_NONE,	/* the report's forms have no such cell */
	SUM_NO_TABLE,	/* the table was not found */
	SUM_MISSING,	/* the text lacks a cell of it: `bad` */
	SUM_UNREADABLE, /* a cell of it cannot be read: `bad` */
	SUM_BLANK,	/* only blanks, a printed total among them: `bad` */
};

struct sum {
	enum sum_state state;
	size_t *cells;
	size_t n, n_less; /* n_less: the last so many of n are taken off */
	struct dec value; /* SUM_KNOWN; 0 where SUM_BLANK */
	size_t *bad;
	size_t n_bad;
};

/* The list at `key`; every name must be a cell or a group of some form. */
bool sum_load(struct rule_load *l, const struct ynode *map, const char *key, struct sum_words *out);
/* A single name; false where no form has such a cell. The name is borrowed. */
bool sum_of_name(struct rule_load *l, struct str name, struct sum_words *out);
/* before: the terms that "@" stands for; may be NULL. A blank counts as zero; in place of a blank
 * total its parts are added up where any is given. */
void sum_make(struct rule_context *c, const struct sum_words *words, const struct sum_words *before,
	struct sum *out);
/* "本年新收·总计 39 + 上年结转·总计 3 = 42". */
struct form_words sum_in_words(struct rule_context *c, const struct sum *s);
/* A cell and its number, "本年新收·总计 39". */
struct form_words sum_cell_words(struct rule_context *c, size_t cell);
/* Why it is not known. */
struct form_words sum_why(
	struct rule_context *c, const struct sum_words *words, const struct sum *s);

#endif
