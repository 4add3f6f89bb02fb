/* The kind `twice`: one quantity that the prose tells in two places. Private to twice*.c. */
#ifndef GOUJI_RULE_TWICE_H
#define GOUJI_RULE_TWICE_H

#include "rule/claim.h"

struct twice_rule {
	struct form_words message;
	struct word_list fillers;    /* what clauses on one quantity may differ in */
	struct word_list loose;	     /* likewise, where their numbers are a slip of the pen apart */
	struct word_list ends;	     /* behind a number: they end the name of what it counts */
	struct utf8_set heads;	     /* what words of these lists begin with */
	struct utf8_set tails;	     /* what those of the first two end with */
	struct pattern *of, *unless; /* what such a clause, its sentence up to the number, must
					match, must not; or NULL */
	struct pattern *whole;	     /* a sentence that tells of all the year up to a number */
	struct pattern *placed;	     /* words before it that say where it was done */
	struct pattern *planned;     /* what is told behind that is to come, */
	struct pattern *done;	     /* but not where its sentence says so */
	unsigned sections;	     /* a bit for each that they stand in */
	bool *counts;		     /* by family of units: compared beside what patterns see */
	struct pattern *
		*channels; /* what a channel put out, up to the number: groups kind and who;
			      the first is of one that nothing is told before in its sentence */
	size_t n_channels;
	struct lexicon *topics; /* what numbers are of, and words that say nothing of that */
	struct tags verbs;	/* what was done, and how far: */
	struct tags states;
	struct tags sparse;	 /* what two numbers may be of that differ */
	struct tags common;	 /* likewise, and always; it says nothing beside another */
	struct tags events;	 /* what is counted in one unit or another of its family */
	struct word_list above;	 /* before a number of what was told before: 上述 */
	struct word_list bodies; /* what names of agencies end in */
	struct word_list people; /* units of those who came: behind how many events there were, of
				    these */
	struct pattern *grown;	 /* what stands before a number that others of years before lead up
				    to:   what it is of, groups of and with */
	struct pattern *wider; /* what says before the clause that its number is of another time */
};

/* Two places that tell so, words in the shadows of their passages. */
struct twice_place {
	const struct passage *p;
	size_t from, to;
	const struct quantity *quantity; /* or a copy of it */
};

/* The rule at work on a report. */
struct twice_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct twice_rule *how;
	VEC(struct twice_place) told; /* the second of the two */
};

/* A number and the words that say what it is of. */
struct twice_number {
	const struct passage *p;
	const struct quantity *q;
	size_t begin; /* of its sentence, over semicolons */
	size_t start; /* of its clause */
	size_t from;  /* the words, up to the number */
	size_t said;  /* what it is of ends there; 0: at the number */
	size_t to;    /* and the name behind it */
	bool sum;     /* it has no words of its own */
	bool brief;   /* so few words that they may be the same by chance */
	uint64_t hash;
	const struct passage *heading; /* above it; NULL: none */
	size_t nth;		       /* in the report */
};

/* say: what it is of; cells may be none. A second place that was told already is not told again. */
void twice_tell(struct twice_reader *r, const struct twice_place *first,
	const struct twice_place *second, struct form_words say, const struct sum *sum);
/* The same of numbers that no table has: the words before the first say what they are of. */
void twice_tell_numbers(struct twice_reader *r, const struct twice_number *first,
	const struct twice_number *second);
/* Is there no number that both allow? */
bool twice_differ(const struct quantity *a, const struct quantity *b);

/* Are both of one quantity; is it one of those that are held against the others of their meaning?
 */
bool twice_same_quantity(const struct telling *a, const struct telling *b);
bool twice_is_compared(const struct rule_context *c, const struct telling *t);

/* twice_words.c: past the name of the report's own agency, where s has it at `from`, or behind
 * fillers; else `from`. A town's own name says of nothing where it was done. */
size_t twice_past_name(
	const struct twice_rule *how, const struct report *r, struct str s, size_t from);
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

/* Does it count something, exactly? */
bool twice_is_count(const struct twice_rule *how, const struct quantity *q);
/* Do the words before it say where it was done, or the name of its paragraph, or the heading? What
 * stands behind is of that place. */
bool twice_is_placed(const struct twice_rule *how, const struct twice_number *a);
/* Is it the first count of its sentence, or told with that, or of all the year by what stands
 * before it? Others may be of one occasion. */
bool twice_is_of_year(const struct twice_rule *how, const struct twice_number *a);
/* Is it to come, by what stands before it or by the heading? */
bool twice_is_planned(const struct twice_rule *how, const struct twice_number *a);

/* twice_alike.c: clauses that say the same in the same words. */
void twice_alike_run(struct twice_reader *r);

/* twice_above.c: what is told again as told above. */
void twice_above_run(struct twice_reader *r);

/* twice_channel.c: what one channel put out, alone and as a part. */
void twice_channel_run(struct twice_reader *r);

/* twice_topic.c: clauses of nothing but words that the rule knows, on one thing. */
void twice_topic_run(struct twice_reader *r);

#endif
