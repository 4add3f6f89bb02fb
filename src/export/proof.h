/* Proving a review, or a verdict exported from one, against the report as it is now: the digest,
 * every value seen, every correction's `from`, every quotation, every finding decided on.
 *
 * What no longer holds is told in words, one line each; it is a result, never an err. */
#ifndef GOUJI_EXPORT_PROOF_H
#define GOUJI_EXPORT_PROOF_H

#include "base/mem.h"
#include "beside/beside.h"

struct proof {
	size_t held;	    /* how many statements hold */
	VEC(char *) broken; /* a line for each that does not */
};

void proof_free(struct proof *p);
/* r is read with the review's mends (review_mend()); beside: opened with the review; may be NULL.
 */
void proof_review(struct proof *p, const struct review *rv, const struct report *r,
	const struct ruleset *rules, const struct beside *beside);
/* Are the files that the review remembers those that were opened, and as they were? */
void proof_beside(struct proof *p, const struct review *rv, const struct beside *beside);

/* The verdict as gouji-verdict/1 (export.h). */
struct ydoc;
/* The name of the report the verdict is about, borrowed; NULL with err told where it is no verdict.
 */
const char *proof_verdict_file(const struct ydoc *verdict, struct err *err);
/* Reads the report's tables again with the mends that the verdict lists, as it was made: before it
 * is proved. What is no mend is told. */
void proof_verdict_mends(struct proof *p, const struct ydoc *verdict, struct report *r);
/* A review that remembers the reports beside as the verdict lists them, and nothing else; to be
 * freed. What is no such list is told. */
struct review *proof_verdict_beside(struct proof *p, const struct ydoc *verdict);
void proof_verdict(struct proof *p, const struct ydoc *verdict, const struct report *r,
	const struct ruleset *rules, const struct beside *beside);

/* For both: a statement that holds or not, told by the words; and its kinds. */
void proof_state(struct proof *p, bool holds, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* What is printed there now; free(). */
char *proof_printed(const struct report *r, size_t cell);
/* Do the words stand at these bytes of the source? `what` names who quotes them. */
void proof_quotation(struct proof *p, const struct report *r, const char *what,
	const struct text_target *quoted);
/* The correction of a cell, "from" what is printed. */
void proof_correction(struct proof *p, const struct report *r, const char *cell, const char *from);

#endif
