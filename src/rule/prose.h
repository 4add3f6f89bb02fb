/* The report's prose, cut up for the rules: passages, sentences, clauses, and the numbers in them.
 *
 * A passage is a paragraph, or several that are one: a page break or a line end cut them apart. Its
 * shadow is what patterns see: the text folded (NFKC, no white space, so blanks between Han and
 * digits don't matter), each number with its unit replaced by the mark of the unit's family ("#"
 * for what is counted), and years told after the report's: "2020年" is 今年 in the report of 2020,
 * "2019年" 去年. Offsets here are bytes of the shadow; passage_span() gives the place in the
 * report. Numbers told one by one of names told before stand behind their names (prose_each.h).
 *
 * A clause ends at a comma, a colon that no number follows, or the end of its sentence. What stands
 * in brackets belongs to the clause around it, and makes clauses of its own one level deeper. */
#ifndef GOUJI_RULE_PROSE_H
#define GOUJI_RULE_PROSE_H

#include "base/fold.h"
#include "rule/context.h"
#include "rule/prose_each.h"
#include "rule/quantity.h"

struct prose_words {
	struct quantity_words quantity;
	struct each_words each;
	struct word_list ends;	   /* that end a paragraph which is whole */
	struct word_list openings; /* what stands before the colon that ends a passage's heading */
	struct str year_unit;	   /* 年 */
	const char *year[4]; /* what the year before, this year, next year and others are called */
	struct topic {
		const char *name;
		struct re_any words;
		unsigned section; /* prose of this section is about it; 0: none */
	} * topics;		  /* the first that has a word in a clause is the clause's */
	size_t n_topics;
};

#define TOPIC_NONE ((size_t)-1)

/* A number weighs so much more than its bytes: all that are around it are looked at for it. */
#define PROSE_NUMBER_WEIGHT 32

struct clause {
	size_t from, to;
	unsigned depth;	       /* of brackets */
	size_t sentence;       /* index into the passage's */
	size_t mark, n_marks;  /* quantities in it, brackets' included: index into the passage's */
	struct utf8_set chars; /* of its text */
	char end; /* ',' ':' ';' or '.' (any full stop, a bracket's end, the passage's) */
};

struct sentence {
	size_t from, to;
	size_t clause, n_clauses;
	struct utf8_set chars; /* of its text */
	bool half;	       /* ended by a semicolon */
};

struct passage {
	const struct report_para *para; /* its first */
	size_t n_paras;
	unsigned section;
	bool heading;
	bool read; /* it is no heading, or one with numbers in it */
	struct str shadow;
	struct fold map; /* of the shadow to the text: what a character, or a number, stands for */
	struct quantities quantities; /* from, to: in the shadow, one mark wide where marked */
	struct text_span *numbers;    /* by quantity: the number alone, in the text */
	struct clause *clauses;	      /* by from; one around a bracket before those in it */
	size_t n_clauses;
	struct sentence *sentences;
	size_t n_sentences;
};

struct prose {
	struct passage *passages;
	size_t n;
	struct arena *arena;
};

/* Long words first; an absent key is an empty list. */
bool word_list_load(
	struct rule_load *l, const struct ynode *map, const char *key, struct word_list *out);
/* By family of units: is it one of the list at `key`, beside those of the first mark? */
bool unit_families_load(struct rule_load *l, const struct ynode *map, const char *key, bool **out);
bool prose_words_load(struct rule_load *l, const struct ynode *node);
/* Made on the first call; all of it lives as long as the context. */
const struct prose *context_prose(struct rule_context *c);
void prose_free(struct prose *p); /* NULL is fine */

struct text_span passage_span(const struct passage *p, size_t from, size_t to);
/* The words there, as the report has them but without white space. */
char *passage_quote(const struct rule_context *c, const struct passage *p, size_t from, size_t to);
/* The same without its numbers, however they are written: what an id is made from. */
char *passage_key(const struct rule_context *c, const struct passage *p, size_t from, size_t to);
/* What the text is about by its own words; TOPIC_NONE: it says nothing of it. */
size_t prose_topic(const struct prose_words *w, struct str text);
size_t passage_topic(const struct prose_words *w, const struct passage *p, const struct clause *cl);
struct str passage_clause(const struct passage *p, const struct clause *cl);
/* The innermost clause there; NULL where none is. */
const struct clause *passage_clause_at(const struct passage *p, size_t at);
/* How many of its quantities stand before `at`. */
size_t passage_numbers_before(const struct passage *p, size_t at);
/* The quantity whose mark stands at `at`, NULL where none does. */
const struct quantity *passage_quantity(const struct passage *p, size_t at);

/* prose_join.c: does `next` go on where `para` was cut off? */
bool prose_continues(const struct rule_context *c, const struct report_para *para,
	const struct report_para *next);

/* clause.c: cuts the shadow into sentences and clauses, the words that open it being a sentence;
 * false: there are some that go on beyond any sentence, and are left out. */
bool passage_cut(struct passage *p, const struct word_list *openings, struct arena *a);
/* Where the sentence that this is a half of ends: at its full stop, or the passage's end. */
size_t passage_full_stop(const struct passage *p, const struct sentence *s);

#endif
