/* The kind `claim`: what prose says a number of the tables is. Private to claim*.c and to the
 * kinds that look at what was told again, twice.c and trend.c.
 *
 * A rule of this kind has a list of claims: a pattern over a clause of the shadow (prose.h), and
 * for each number it names the cells that number speaks of. Clauses are read in order, and what was
 * read before bears on them: the topic (依申请公开 or 主动公开), whether a list after 其中 is going
 * on, whether the sentence is about another year, and which rows the last claim spoke of. */
#ifndef GOUJI_RULE_CLAIM_H
#define GOUJI_RULE_CLAIM_H

#include <stdint.h>

#include "rule/lexicon.h"
#include "rule/prose.h"
#include "rule/sum.h"

/* The name of the heading above, among those a claim may have to stand after. */
#define CLAIM_HEADING ((uint64_t)1)

struct claim;

/* What may be spoken of; empty: anything. */
struct topics {
	size_t *v, n;
};

/* What a number can mean: cells, and what they are called. */
struct claim_meaning {
	struct str name;
	struct sum_words cells;
	struct form_words say;
	bool told;  /* of no cells: only told, once or twice */
	bool less;  /* what the cells are less than nothing: 减少2项 is -2 */
	bool money; /* an amount: the number's unit and the cells' count */
};

struct claim_says {
	const char *group; /* of the pattern; NULL: the claim says zero */
	const struct claim_meaning *meaning;
};

struct claim {
	const char *id;
	const char *as;		   /* what other claims call it in `after`; its id where not told */
	struct pattern **patterns; /* tried one after the other */
	size_t n_patterns;
	struct tags of, with;	 /* what the words around a number say; none: patterns alone */
	struct tags under;	 /* what those before it in its sentence say */
	struct tags rivals;	 /* and do not: what claims of the same words stand under */
	struct pattern *unless;	 /* the clause must not match; NULL: none */
	struct pattern *then;	 /* what follows the number must match */
	struct pattern *behind;	 /* what stands before the clause in its sentence must match */
	bool far;		 /* what stands before it up to a full stop, over semicolons */
	struct pattern *exact;	 /* where what follows the number matches it has no other reading */
	struct pattern *plus;	 /* a number told so nearby may be added to it */
	struct pattern *near;	 /* the sentence or the heading above must match */
	struct pattern *nowhere; /* neither of them may */
	struct topics topics;	 /* one of which must be spoken of */
	uint64_t after; /* one of these names must have been made under this heading; 0: any */
	uint64_t made;	/* its own name, where a claim must stand after it */
	bool ignore;	/* numbers it matches are no counts of the tables; nor are those that
			 * claims after the same thing would see behind them */
	bool list;	/* may stand in a list after 其中 */
	bool past;	/* may stand in a sentence about another year */
	bool base;	/* sets what "@" stands for */
	bool any;	/* the readings are as good: one that fits is no finding; but
			 * none is tried where the sentence told of one thing, which agrees */
	bool zero;	/* only where the number is none */
	bool some;	/* only where it is not; of numbers that are ignored */
	bool borne;	/* only where the cells bear it out */
	bool mild;	/* a mismatch is a warning at most */
	bool here;	/* not where the sentence names another area than the report's */
	bool loose;	/* made by its words though others stand among them; then a warning */
	bool vague;	/* its words mean one number here, another there */
	bool most;	/* it may speak of a part: what is fewer is a reading */
	bool part;	/* it speaks of a part: a bracket behind it tells of that part alone */
	struct claim_says *says;
	size_t n_says;
	struct claim_says denied; /* what it says is none */
	bool deniable;		  /* a clause without a number may say so */
	struct tags denied_with;  /* if it has one of these besides; no tags: none needed */
	const struct claim_meaning *
		*readings; /* where the meaning has "@": the rows to put there */
	size_t n_readings;
	const struct claim_meaning **differ; /* made only where not all of these are the same */
	size_t n_differ;
};

/* Words that make a number of a group one of a row of it. */
struct claim_narrow_row {
	struct tags tag;
	const struct claim_meaning **within; /* numbers of these */
	size_t n_within;
	const struct claim_meaning *says; /* are of this */
	struct pattern *plus;		  /* as in a claim; NULL: none */
	bool why;			  /* its words say why, and of what */
};

struct claim_narrows {
	struct claim_narrow_row *rows;
	size_t n;
	const struct claim_meaning **of; /* numbers of these are narrowed by every row */
	size_t n_of;
	struct pattern *cause; /* clauses without a number that say why of the next one's */
	struct pattern *many;  /* what is named is not all that is meant */
};

/* Words that make a clause's numbers those of one column of a table, and what that is called. */
struct claim_column {
	struct pattern *pattern;
	struct str column;
	struct form_words say;
};

struct claim_columns {
	struct claim_column *v;
	size_t n;
	struct str table;
	struct pattern *holds;	 /* such a clause is of all behind it in its sentence */
	struct pattern *further; /* a clause behind such that is of the same */
};

struct claim_rule {
	struct form_words message, reading;
	struct form_words together; /* what a reading with a number added is called: {quote} */
	struct form_list
		about; /* words of which a passage or its heading has one, else it claims nothing */
	struct pattern *opening; /* what a paragraph begins with that is as good as a heading */
	struct pattern *list;	 /* a clause that begins a list */
	struct pattern *held;	 /* a clause that does not change what its sentence is about */
	struct pattern *past;	 /* a clause that makes its sentence speak of another year */
	struct pattern *present; /* one that brings it back */
	struct pattern *skip;	 /* a clause that claims nothing */
	struct pattern *whole;	 /* a clause that ends a list within its sentence */
	struct pattern *fresh;	 /* a half sentence that is no part of what was told before it */
	struct pattern *subject; /* what stands before the claim names an organ: group s */
	struct pattern *own;	 /* and that is the report's own, or all it reports on */
	struct pattern *apart;	/* a sentence that tells of several organs: no claim of the whole */
	struct pattern *area;	/* names the area that a number is of, which is the group s */
	struct word_list seats; /* what an area's name has behind it in that of its government */
	struct sum_words base;	/* what "@" stands for before any claim */
	struct topics bracket_topics;		 /* of such brackets; none: all are read */
	const struct claim_meaning **bracket_of; /* a number that is one of these is no part */
	size_t n_bracket_of;
	struct claim_meaning *meanings;
	size_t n_meanings;
	struct claim *claims;
	size_t n_claims;
	const struct claim **patterned; /* those told by patterns, in order */
	size_t n_patterned;
	const struct claim **wordy; /* of these those that need no number */
	size_t n_wordy;
	const struct lexicon *lexicon;
	const struct claim **worded; /* those told by the words of the lexicon, in order */
	size_t n_worded;
	struct pattern *of_kind;      /* a clause that tells of one kind of requests */
	struct tags nouns;	      /* of words for what is counted, of whatever kind it be */
	struct word_list counted;     /* units of counts, beside those that patterns see */
	struct word_list bodies;      /* what names of organs end in */
	struct pattern *between;      /* ends the words of one number before the next */
	struct pattern *within;	      /* behind a number of which more is told then */
	struct pattern *reason;	      /* a clause that says why of the number before it */
	struct pattern *share;	      /* the end of a clause that says what share its words have */
	struct pattern *matter;	      /* a clause that says what the number before it is about */
	struct claim_columns columns; /* one kind of applicants; v NULL: none */
	struct claim_narrows narrows; /* rows named beside their groups; n 0: none */
	struct pattern *title;	      /* a sentence that says what the next is about */
	struct pattern *none;	      /* a clause without a number that may say there was none */
};

/* Does it speak of a number? Else of none. */
bool claim_needs_number(const struct claim *claim);

/* One number that a claim speaks of. */
struct spoken {
	const struct claim *claim;
	const struct claim_says *says;
	const struct claim_meaning *meaning; /* what says tells, or a row of it */
	struct pattern *plus;		     /* what may be added; NULL: nothing */
	struct quantity quantity;
	size_t number;	 /* of the passage's quantities; STR_NONE: there was none */
	size_t from, to; /* the words matched, in the shadow */
	size_t past;	 /* where the number ends; `to` where it is none */
	struct sum sum;
	struct dec actual;	/* what the cells say, in the number's unit */
	struct form_words unit; /* which that is, for money; else empty */
	bool summed;		/* it agrees with others told nearby added up */
};

/* A number that fits only other rows than those told of. Where another number of the same list is
 * of those told of, so is this. */
struct loose {
	struct spoken spoken;
	const struct clause *cl;
	const struct sum_words *before;
	size_t topic;
	bool in_past;
	const struct claim_column *column;
};

/* The words of a sentence up to a place, which are read once for all its numbers. */
struct claim_so_far {
	const struct passage *p;
	size_t from, to;
	struct gloss gloss;
};

/* What was read so far. */
struct claim_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct claim_rule *how;
	const struct passage *p;
	const struct clause *cl;
	size_t opened;		       /* the end of the heading in its first line */
	const struct clause *title;    /* the sentence before, where it says what this is about */
	const struct passage *heading; /* above the passage; NULL: none */
	size_t heading_topic, topic;
	bool in_list, in_past;
	const struct claim_column *column; /* what the clause is of; NULL: the total */
	bool column_held;		   /* and all that follows in its sentence */
	size_t fresh;  /* the sentence, or half of one, that began afresh last */
	size_t since;  /* likewise, but one that is a list goes on with the one before */
	size_t listed; /* clauses of the list with numbers, since it or its half of the
			  sentence began */
	bool headed;   /* the heading says what is counted, and nothing else was since */
	bool told;     /* the passage has made a claim: what it counts is known */
	bool apart;    /* the sentence tells of several organs */
	size_t astray; /* a topic: what the sentence tells of it is another's */
	bool unsure;   /* what is told now is no error */
	bool outer_list, outer_past; /* as in_list and in_past, outside the bracket that is read */
	size_t outer_topic;
	unsigned depth;
	const struct sum_words *before; /* the rows the last claim spoke of */
	const struct sum_words *resume; /* those before a sentence or bracket told of others */
	size_t bases;			/* claims of the sentence that set them */
	bool base_fits;			/* the last of these agreed with its cells */
	uint64_t made;			/* the names of claims made under this heading */
	bool *taken;			/* by quantity of the passage: spoken for */
	bool *parts;			/* likewise: as a part */
	const struct quantity *kind;	/* of one kind of requests: what follows is of those */
	bool other;			/* that is no request at all */
	const struct sum_words *
		*meant; /* likewise: as these cells; NULL: of none, or of several rows */
	VEC(struct loose) loose;
	struct claim_so_far so_far;
};

enum telling_state {
	TELLING_AGREES,
	TELLING_READING, /* read as something else: `fits` */
	TELLING_DIFFERS,
	TELLING_UNKNOWN, /* there are no cells for it, or they cannot be read */
};

/* What prose told, as it was found to be. Lives as long as the context. */
struct telling {
	const struct claim_rule *how;
	const struct claim *claim;
	const struct claim_meaning *meaning, *fits; /* what it says first; NULL: fits nothing */
	enum telling_state state;
	bool none;   /* told without a number */
	bool summed; /* a READING of this and others told nearby together */
	const struct passage *p;
	const struct clause *cl;
	size_t from, to; /* the words, in the shadow */
	struct quantity quantity;
	const struct claim_column *column; /* of which; NULL: the total's */
	struct sum sum;			   /* of the meaning's cells */
	const struct sum_words *before;	   /* the rows that "@" stood for */
};

/* A claim being read. What its own map lacks, the map of the group around it may tell. */
struct claim_load {
	struct rule_load *l;
	const struct ynode *macros, *group;
	struct claim_rule *rule;
	VEC(struct claim) claims;
	VEC(const char *) names; /* that claims must stand after, by their bit */
};

/* The meaning of that name, told at the node; NULL with err told: none has it. */
const struct claim_meaning *claim_find_meaning(
	struct claim_load *k, const struct ynode *at, struct str name);
/* The list of meanings at `key`. */
bool claim_load_meanings(struct claim_load *k, const struct ynode *node, const char *key,
	const struct claim_meaning ***out, size_t *n);
/* claim_narrow.c: the rows of the rule that narrow its groups. */
bool claim_load_narrows(struct claim_load *k, const struct ynode *node);

/* claim_column.c: the columns of a rule; that of the reader's clause; cells in that column in place
 * of the total's, and what they are called then. */
bool claim_load_columns(struct rule_load *l, const struct ynode *node, const struct ynode *macros,
	struct claim_columns *out);
void claim_read_column(struct claim_reader *r);
void claim_sum(struct claim_reader *r, const struct sum_words *words,
	const struct sum_words *before, struct sum *out);
struct form_words claim_say(const struct claim_reader *r, struct form_words say);

/* Does the clause tell of an organ, named before `at`, that is not the report's own? */
bool claim_is_another(const struct rule_context *c, const struct claim_rule *how,
	const struct passage *p, const struct clause *cl, size_t at);

/* Holds the number against its cells and tells where it fits no reading. What it was found to mean;
 * NULL where it fits nothing or the cells are not known. */
const struct claim_meaning *claim_evaluate(struct claim_reader *r, struct spoken *s);
/* What the number is summed from in the ith reading of its claim. */
void claim_sum_reading(struct claim_reader *r, const struct spoken *s, size_t i, struct sum *out);
/* Tells that the number fits no reading. */
void claim_tell(struct claim_reader *r, const struct spoken *s);

/* claim_narrow.c: narrows what the number means (STR_NONE: none, of the clause) to the row that its
 * words name, or the sum of several. */
void claim_narrow(struct claim_reader *r, struct spoken *s);
/* Do the words name a row that says why? */
bool claim_names_why(const struct claim_reader *r, struct text_span words);
/* Do its words say why in words that no row has, and may one of the rows be meant? */
bool claim_is_some_row(struct claim_reader *r, const struct spoken *s);

/* claim_kind.c: a number of one kind of requests, where the clause begins with one; is a later
 * number of the sentence (NULL: a clause without one) of those? More than they are it can't be. */
void claim_note_kind(struct claim_reader *r);
/* Likewise: of something else, by the words right before the number, before any claim was made. */
void claim_note_other(struct claim_reader *r);
bool claim_is_of_kind(
	const struct claim_reader *r, const struct claim *claim, const struct quantity *q);

/* claim_loose.c: tells of the passage's loose numbers that are of the rows told of after all. */
void claim_settle_loose(struct claim_reader *r);

/* claim_bracket.c: does the number stand in a bracket right behind one that no claim but `reading`
 * speaks of, or one as of a part? What it tells is of those alone:
 * 涉及征地的21件（其中8件予以公开）. */
bool claim_is_of_part(
	struct claim_reader *r, const struct claim *reading, const struct quantity *q);

/* Is the number what one of those is that a bracket may go on about, of the table that `reading`
 * speaks of (NULL: of any)? */
bool claim_is_whole(
	const struct claim_reader *r, const struct claim *reading, const struct quantity *q);

/* May the claim be made in the clause, of that number? Its patterns' last match is lost. */
bool claim_sees(struct claim_reader *r, const struct claim *claim, const struct quantity *q);

/* claim_area.c: is the area that the sentence named last, up to the end of the clause, another than
 * that whose government reports? */
bool claim_is_elsewhere(const struct claim_reader *r);
/* The same where organs of the agency's own kind are its own, too: 全市税务系统 in the report of
 * the city's tax office. What such an area has is no less than what the agency has. */
bool claim_is_wider(const struct claim_reader *r);

/* Is one of the topics spoken of, or are there none? */
bool claim_is_topic(const struct claim_reader *r, const struct topics *topics);

/* From `at` to the full stop, over semicolons. */
struct str claim_rest(const struct claim_reader *r, size_t at);

/* claim_match.c: all claims that the clause makes by their patterns. */
void claim_try_all(struct claim_reader *r);
/* May the claim, which its words make, be made of the passage's nth number, or (STR_NONE) of none
 * at all? */
bool claim_sees_words(struct claim_reader *r, const struct claim *claim, size_t number);
/* It is made; words: it and what says so. false where the form has no such cells. */
bool claim_worded(
	struct claim_reader *r, const struct claim *claim, size_t number, struct text_span words);

/* The words from `from` to `to`, as beside a number. */
void claim_gloss(const struct claim_reader *r, size_t from, size_t to, struct gloss *out);
/* The same where there is no number, to which no word is deaf. */
void claim_gloss_all(const struct claim_reader *r, size_t from, size_t to, struct gloss *out);
/* The same but for brackets that tell a number or a share; any: but for all. */
void claim_gloss_outside(
	const struct claim_reader *r, struct text_span span, bool any, struct gloss *out);
/* What the sentence told before `to`, up to the full stop before it. */
struct gloss claim_gloss_before(struct claim_reader *r, size_t to);
/* The clause or title before, where it has no number and all its words are known: what this one
 * says may go on with them. NULL: there is none. */
const struct clause *claim_gloss_last(const struct claim_reader *r, struct gloss *out);
/* Is what its sentence told before what the claim stands under? */
bool claim_is_under(const struct claim *claim, const struct gloss *before);

/* The claim that there was none is made by these words. */
bool claim_worded_none(struct claim_reader *r, const struct claim *claim, struct text_span words);
/* Are its cells those of rows that were told before, "requests/@/person"? */
bool claim_asks_for_rows(const struct sum_words *words);
/* How many brackets are open at `to` that were not at `from`; less than none: closed ones. */
int brackets_between(struct str s, size_t from, size_t to);

/* claim_words.c: has the clause numbers that words can tell of? A year is none. */
bool claim_has_counts(const struct claim_reader *r, const struct clause *cl);
/* From what separates the passage's nth number from the one before it, to what separates it from
 * the next. */
struct text_span claim_own_words(const struct claim_reader *r, size_t number);
/* Numbers of the clause that no pattern has taken, by the words around them. */
void claim_read_words(struct claim_reader *r);

/* claim_none.c: the clause without numbers; false: it says nothing. */
bool claim_read_none(struct claim_reader *r);

/* claim_money.c: does the amount agree with the cells, rounded or cut off to the places it is
 * written with? Sets what the cells say in its unit. */
bool claim_money_agrees(struct claim_reader *r, struct spoken *s);

const void *claim_load(struct rule_load *l, const struct ynode *node, const struct rule *rule);

extern const char *const claim_keys[];

#endif
