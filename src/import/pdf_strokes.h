/* What is drawn on a page and is no part of its words. */
#ifndef GOUJI_IMPORT_PDF_STROKES_H
#define GOUJI_IMPORT_PDF_STROKES_H

#include <stdbool.h>

#include "import/pdf_page.h"
#include "import/pdf_rules.h"

/* Strokes whose ends come so near to another touch it, in points: cells may stand apart. */
#define PDF_TOUCH 5.0
/* The dots of a word's characters lie within it but for this, in points. */
#define PDF_WORD_SLACK 0.8

/* The page's words by where they begin, from top to bottom. */
struct pdf_page_words {
	VEC(struct pdf_word) v;
	double height; /* of the highest */
};

/* A page's strokes, those across first; by stroke the frame it is of, which is the number of one of
 * its strokes. */
struct pdf_strokes {
	VEC(struct pdf_rule) v;
	size_t across;
	size_t *of;
};

/* The first of those that are joined with i. */
size_t pdf_root(const size_t *of, size_t i);

void pdf_words_sort(struct pdf_page_words *words, const struct pdf_page *p);
/* Does it run through words only? */
bool pdf_is_of_words(const struct pdf_page_words *words, const struct pdf_rule *r, bool across);

/* The height of the highest word that a stroke across runs through; 0 where there is none. */
double pdf_letters_at(const struct pdf_page_words *words, const struct pdf_rule *across);

/* false: they make no frame, or are too many. */
bool pdf_strokes_take(
	struct pdf_strokes *s, const struct pdf_rules *rules, const struct pdf_page_words *words);
void pdf_strokes_free(struct pdf_strokes *s);

#endif
