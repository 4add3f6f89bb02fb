/* The label sets of all tables of all forms, and whose labels a row shows; with what else of the
 * forms is made ready once. */
#ifndef GOUJI_TABLE_BOOK_H
#define GOUJI_TABLE_BOOK_H

#include "table/label.h"
#include "table/stream.h"

struct label_book;
struct section_cores; /* section.h */

struct label_book *label_book_in(struct arena *a, const struct forms *forms);
const struct label_set *label_book_set(const struct label_book *b, const struct form_table *t);
/* The sets in turn. */
size_t label_book_sets(const struct label_book *b);
const struct label_set *label_book_nth(const struct label_book *b, size_t i);

/* The words around the forms' numbers. */
const struct value_words *label_book_words(const struct label_book *b);

/* The headings of the forms' sections. */
const struct section_cores *label_book_sections(const struct label_book *b);

/* The length of the longest label's core, in bytes. */
size_t label_book_longest(const struct label_book *b);

/* How many values the table has whose rows stand side by side (FORM_WIDE), the same in all forms; 0
 * where they differ. */
size_t label_book_wide(const struct label_book *b);

/* The name of the row that it labels to the letter (FIT_EXACT), in whatever table; NULL: none. */
const char *label_book_row(const struct label_book *b, struct str core, const char *number);

/* How well it labels a row, of whatever table. */
enum label_fit label_book_fit(const struct label_book *b, struct str core, const char *number);

/* How well it heads a column, of whatever table. */
enum label_fit label_book_heading(const struct label_book *b, struct str core);

/* By row of the stream: the name of the table that the row belongs to by its words, or those of the
 * rows before it; NULL before any. Only words that one table alone prints count: "总计" and "其他"
 * tell nothing. free(). */
const char **label_book_owners(const struct label_book *b, const struct stream *s);

/* Is there a label of that core; or one that begins with it; or that has it anywhere? */
bool label_book_has(const struct label_book *b, struct str core);
bool label_book_begins(const struct label_book *b, struct str core);
bool label_book_holds(const struct label_book *b, struct str core);

/* Joins the words of the stream that are pieces of one label, broken at white space (join.c). */
void label_book_join(const struct label_book *book, struct stream *s, const struct doc *d);

#endif
