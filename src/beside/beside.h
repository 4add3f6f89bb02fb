/* The reports that one is checked against: that of the year before, and those it sums up. Finding,
 * reading and remembering them.
 *
 * Which they are: what the user names; else what the review remembers from when it was saved; else,
 * for the year before, what is found beside the report (find.h). Others are read as printed: their
 * own reviews have no part in this one.
 *
 * Ownership: a beside owns what it opened. Paths are as they can be opened; names are relative to
 * the report's folder, with "/" between, and go into the review. */
#ifndef GOUJI_BESIDE_BESIDE_H
#define GOUJI_BESIDE_BESIDE_H

#include "base/mem.h"
#include "import/shelf.h"
#include "review/review.h"

/* What the user names; NULL: nothing. Borrowed. */
struct beside_wish {
	const char *previous; /* a report, or a folder to find it in */
	const char *children; /* a folder */
	const char *expected; /* a file, an agency a line */
	struct shelf *shelf;  /* that reports are opened with (import/shelf.h) */
};

struct beside_file {
	enum beside_role role;
	char *path, *name;
	char *sha256;	       /* of its bytes now; NULL where they cannot be read */
	char *sha256_then;     /* as remembered; NULL where it was not */
	char *trouble;	       /* why it cannot be read; NULL where it can */
	struct report *report; /* NULL where it cannot be read, or is no report */
	struct values values;
};

struct beside {
	VEC(struct beside_file) files;
	struct rule_beside rules; /* for rules_check_beside() */
	struct rule_child *children;
	char **expected;	 /* NULL-ended; or NULL */
	size_t last;		 /* index into files; STR_NONE: none was read */
	const struct report *of; /* the report they are beside of; borrowed */
};

/* Opens them. NULL with err told where the user named what cannot be read. What was remembered and
 * cannot be read stays among the files, with its trouble; so does a report of another year or
 * agency that should be that of the year before, and nothing is held against it. `review` may be
 * NULL; path may be "-". */
struct beside *beside_open(const struct beside_wish *wish, const struct forms *forms,
	const char *path, const struct report *report, const struct review *review,
	struct err *err);
void beside_free(struct beside *b); /* NULL is fine */
/* For the check; NULL where there is nothing to check against. */
static inline const struct rule_beside *beside_rules(const struct beside *b)
{
	return b ? &b->rules : NULL;
}
/* The file that a finding speaks of. */
const struct beside_file *beside_file_of(const struct beside *b, const struct finding_beside *f);
/* Puts them into the review, to be saved with it. */
void beside_remember(const struct beside *b, struct review *rv);
/* What the user should know: files that are remembered and are not there, or have changed since; a
 * report of the year before that is another agency's. A line each, without a line end at the last.
 */
void beside_tell(const struct beside *b, struct buf *out);

#endif
