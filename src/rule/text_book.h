/* Texts of a report by their words, to find equal ones among very many. Private to text_*.c. */
#ifndef GOUJI_RULE_TEXT_BOOK_H
#define GOUJI_RULE_TEXT_BOOK_H

#include "rule/text.h"

struct book_entry {
	struct str words; /* owned by the book */
	struct text_span span;
};

struct book {
	VEC(struct book_entry) entries;
};

/* Takes the words, which are to be freed, over. */
void book_add(struct book *b, struct str words, struct text_span span);
/* After the last one was added. */
void book_sort(struct book *b);
/* The first of equal ones; NULL: none. */
const struct book_entry *book_find(const struct book *b, struct str words);
void book_free(struct book *b);

/* Letters and Han of the paragraph alone, without its number; free(). */
struct str book_words(const struct report *r, size_t para);
/* Every paragraph of the report. */
void book_of_paras(struct book *b, const struct report *r);

#endif
