/* The kind `twice`: one quantity that the prose tells in two places. Private to twice*.c. */
#ifndef GOUJI_RULE_TWICE_H
#define GOUJI_RULE_TWICE_H

#include "rule/claim.h"

struct twice_rule {
	struct form_words message;
	struct word_list fillers; /* what clauses on one quantity may differ in */
	struct word_list loose;	  /* likewise, where their numbers are a slip of the pen apart */
	struct word_list ends;	  /* behind a number: they end the name of what it counts */
	struct utf8_set heads;	  /* what words of these lists begin with */
	struct utf8_set tails;	  /* what those of the first two end with */
	struct pattern *of,
		*unless;  /* what such a clause, its sentence up to the number, must match, must
			     not; or NULL */
	struct pattern *whole;	 /* a sentence that tells of all the year up to a number */
	struct pattern *placed;	 /* words before it that say where it was done */
	struct pattern *planned; /* what is told behind that is to come */
	unsigned sections;	 /* a bit for each that they stand in */
	bool *counts;		 /* by family of units: compared beside what patterns see */
	struct pattern **channels; /* what a channel put out, up to the number: groups kind and who;
				      the first is of one that nothing is told before in its sentence */
	size_t n_channels;
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

/* A number and the words that say what it is of. */
struct twice_number {
	const struct passage *p;
	const struct quantity *q;
	size_t begin; /* of its sentence, over semicolons */
	size_t start; /* of its clause */
	size_t from;  /* the words, up to the number */
	size_t to;    /* and the name behind it */
	bool sum;     /* it has no words of its own */
	bool brief;   /* so few words that they may be the same by chance */
	uint64_t hash;
	const struct passage *heading; /* above it; NULL: none */
	size_t nth; /* in the report */
};

/* twice_words.c: past the name of the report's own agency, where s has it at `from`, or behind
 * fillers; else `from`. A town's own name says of nothing where it was done. */
size_t twice_past_name(const struct twice_rule *how, const struct report *r, struct str s, size_t from);
/* Finds n->to of n->q, and for a hash the end of the words, which is soon told. */
void twice_find_end(const struct twice_rule *how, struct twice_number *n);
/* Then the words and their hash; false: they say too little. */
bool twice_find_words(const struct twice_rule *how, struct twice_number *n);
/* Adds them, without fillers, and without loose ones. */
void twice_words(
	const struct twice_rule *how, const struct twice_number *n, bool loose, struct buf *out);

struct twice_place twice_place_of(const struct twice_number *n);
/* The number's unit, as the report has it. */
struct str twice_unit(const struct rule_context *c, const struct twice_number *n);
bool twice_same_words(const struct twice_rule *how, const struct twice_number *a,
	const struct twice_number *b, bool loose);

/* twice_alike.c: clauses that say the same in the same words. */
void twice_alike_run(struct rule_context *c, const struct rule *rule, const struct twice_rule *how);

/* twice_channel.c: what one channel put out, alone and as a part. */
void twice_channel_run(
	struct rule_context *c, const struct rule *rule, const struct twice_rule *how);

#endif
