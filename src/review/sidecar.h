/* The sidecar: REPORT.review.yaml, format gouji-review/1 (man gouji-review.5).
 *
 * Strict on the way in: a mistake is told by line and column, nothing is loaded by halves, and a sidecar
 * that could not be read is never overwritten. Keys the program does not know are kept and written back.
 * The same review gives the same bytes. */
#ifndef GOUJI_REVIEW_SIDECAR_H
#define GOUJI_REVIEW_SIDECAR_H

#include "review/review.h"

/* REPORT.review.yaml; free(). */
char *sidecar_path(const char *report_path);
/* Fills rv (new) from the file at path; history included, so undo goes on where it was. true, and rv left
 * empty, where there is no such file. */
bool sidecar_load(const char *path, struct review *rv, struct err *err);
/* What differs between the sidecar's report and this one (sha256): decisions may be stale. */
bool sidecar_matches(const struct review *rv, const struct report *r);
bool sidecar_save(const char *path, struct review *rv, const struct report *r, struct err *err);
/* The document sidecar_save() would write. */
bool sidecar_write(struct review *rv, const struct report *r, struct buf *out, struct err *err);

#endif
