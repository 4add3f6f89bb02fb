/* Numbers told one by one of names told before. Private to prose.c. */
#ifndef GOUJI_RULE_PROSE_EACH_H
#define GOUJI_RULE_PROSE_EACH_H

#include "doc/doc.h"
#include "rule/quantity.h"

/* More are not told in one sentence. */
#define EACH_MAX 16

struct each_words {
	struct word_list each;	/* 分别 */
	struct word_list alike; /* 均, before a number that is each name's */
	struct word_list and;	/* between the last two names, or numbers */
	struct word_list one;	/* names with such a word in them: 法人和其他组织 */
	struct word_list common; /* what is said behind the last name, of all of them: 提出的申请 */
	struct word_list periods; /* names that need none: 四个季度分别为… */
	struct str year;	  /* the unit of years, which names may be */
};

enum each_kind {
	EACH_NONE,    /* no word for each */
	EACH_UNNAMED, /* a word, and n numbers side by side of as many names, but of which is not
			 known */
	EACH_NAMED,
};

/* Places in the folded text. */
struct each {
	enum each_kind kind;
	struct text_span names[EACH_MAX];
	size_t n;
	size_t first;	       /* the quantity that is the first number */
	struct text_span tail; /* of all names: 三种渠道收到的申请; empty where they have none */
	struct text_span verb; /* what stands between the word and the first number */
};

/* Are the next quantities that have a mark, from the ith on, told of as many names before them, by
 * a word for each? Nothing before `least` is looked at. */
void each_find(const struct each_words *w, struct str s, const struct quantities *q, size_t i,
	size_t least, struct each *e);

/* Has a number that is told of several names at once, A、B均为1件, stand once for each: as many
 * quantities of the same place. false: there is none such. */
bool each_repeat(const struct each_words *w, struct str s, struct quantities *q);

#endif
