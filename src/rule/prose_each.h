/* Numbers told one by one of names told before. Private to prose.c. */
#ifndef GOUJI_RULE_PROSE_EACH_H
#define GOUJI_RULE_PROSE_EACH_H

#include "doc/doc.h"
#include "rule/quantity.h"

/* More are not told in one sentence. */
#define EACH_MAX 16

struct each_words {
	struct word_list each; /* 分别 */
	struct word_list and;  /* between the last two names, or numbers */
};

/* Places in the folded text. */
struct each {
	struct text_span names[EACH_MAX];
	size_t n;
	struct text_span verb; /* what stands between the word and the first number */
};

/* Are the ith quantity and those behind it told of as many names before it, by a word for each?
 * Nothing before `least` is looked at. */
bool each_find(const struct each_words *w, struct str s, const struct quantities *q, size_t i,
	size_t least, struct each *e);

#endif
