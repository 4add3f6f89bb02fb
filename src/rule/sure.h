/* How sure it is that numbers of the prose belong together, or to the words around them.
 *
 * A finding over prose is an error only where the structure of the sentence itself says so. Where
 * a paragraph before, a heading or the order alone tells what a number is of, the reader may be
 * meant to see it otherwise, and it is a warning. */
#ifndef GOUJI_RULE_SURE_H
#define GOUJI_RULE_SURE_H

#include "rule/prose.h"

/* Words that claim something of a number. */
struct sure_words {
	const struct clause *cl;
	size_t from, number;  /* where they begin, and the number, or `from` where it is none:
			       * offsets of the shadow */
	size_t topic;	      /* what has to be spoken of, TOPIC_NONE: nothing */
	struct pattern *near; /* what the sentence has to hold, NULL: nothing */
};

/* Does the sentence say itself what the number is of, and near by? */
bool sure_claim(
	const struct prose_words *w, const struct passage *p, const struct sure_words *words);

/* Are these numbers, by index, the parts of the one right before them: of one sentence and one
 * unit, told alike, nothing counted between them or behind them? complete: the list begins its
 * sentence with words that say so, and may stand behind a sentence of no number but the whole. */
bool sure_list(const struct doc *doc, const struct passage *p, size_t whole, const size_t *items,
	size_t n, bool complete);

/* Have both as many digits, three or more, and all the same but one, or but two next to each other
 * that changed places? */
bool sure_slip(int64_t a, int64_t b);
/* Only the latter. */
bool sure_swap(int64_t a, int64_t b);
/* Is one of them, of three digits or more, the other with a digit left out? */
bool sure_digit_more(int64_t a, int64_t b);

#endif
