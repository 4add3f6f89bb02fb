/* Reviews for tests: records made in one line, and a review as the text of its sidecar. */
#ifndef GOUJI_TESTS_REVIEW_KIT_H
#define GOUJI_TESTS_REVIEW_KIT_H

#include "review/sidecar_item.h"
#include "unit.h"

/* Each applies one record and tells whether anything changed; NULL for the word (the value, the
 * note) takes the record away. */
bool kit_decide(struct review *rv, const char *id, const char *word, const char *note);
bool kit_correct(struct review *rv, const char *cell, const char *from, const char *to);
bool kit_annotate(struct review *rv, const char *id, const char *exact, const char *note);
/* kind and row as in table/mend.h; NULL for the kind takes it away; exact: NULL where it has no
 * place. */
bool kit_mend(struct review *rv, const char *id, const char *kind, const char *row, long columns,
	const char *exact);
bool kit_conclude(struct review *rv, const char *word, const char *summary);
/* The document of a made-up report; free(). */
char *kit_text(const struct review *rv);
/* A review with one of everything, signed 李敏. */
struct review *kit_review(void);
/* Reads a document into a new review; NULL with err told. */
struct review *kit_read(const char *text, struct err *err);

#endif
