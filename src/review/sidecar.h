/* The sidecar: REPORT.review.yaml, format gouji-review/1 (man gouji-review.5).
 *
 * Strict on the way in: a mistake is told by line and column, nothing is loaded by halves, and a
 * sidecar that could not be read is never overwritten. Keys the program does not know are kept and
 * written back. The same review gives the same bytes. */
#ifndef GOUJI_REVIEW_SIDECAR_H
#define GOUJI_REVIEW_SIDECAR_H

#include "review/review.h"

/* REPORT.review.yaml; free(). */
char *sidecar_path(const char *report_path);
/* Fills rv (new) from the file at path; history included, so undo goes on where it was. true, and
 * rv left empty, where there is no such file. Items added or changed by hand, of which the history
 * knows nothing, become acts at its end. On failure rv is as it was, and cannot be saved over that
 * file. */
bool sidecar_load(const char *path, struct review *rv, struct err *err);
/* Is the report's text the one the sidecar was made for (sha256)? Else decisions may be stale. */
bool sidecar_matches(const struct review *rv, const struct report *r);
/* May rv be saved at path? ERR_REFUSED where a file lies there that rv was not loaded from, or that
 * changed since it was loaded or saved. */
bool sidecar_may_save(const char *path, const struct review *rv, struct err *err);
/* Saves where that may be, atomically, what was first proved to be read back whole; marks rv saved.
 * On failure the file is as it was. */
bool sidecar_save(const char *path, struct review *rv, const struct report *r, struct err *err);
/* The document sidecar_save() would write. */
bool sidecar_write(
	const struct review *rv, const struct report *r, struct buf *out, struct err *err);

#endif
