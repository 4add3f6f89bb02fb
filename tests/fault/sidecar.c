/* Saving a review with faults: whatever call fails, the sidecar that was there is there byte for
 * byte, the review still counts as unsaved and keeps all it holds, and saving once more succeeds.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "fault/fault.h"
#include "review/sidecar.h"
#include "review/sidecar_item.h"

static char *text_of(const struct review *rv)
{
	static const struct sidecar_report about = {.file = "r.txt", .form = "2019"};
	struct buf out = {0};

	return sidecar_write_about(rv, &about, &out, NULL) ? buf_take(&out) : NULL;
}

static bool save(const char *path, struct review *rv)
{
	char *text = text_of(rv);
	bool ok = text && sidecar_save_text(path, rv, str_of(text), NULL);

	free(text);
	return ok;
}

static void conclude(struct review *rv, enum verdict verdict)
{
	struct record r = {.verdict = verdict, .note = (char *)"说明"};

	review_apply(rv, RECORD_VERDICT, "", &r);
}

static bool check(bool holds, const char *what, const char *why)
{
	if (!holds)
		printf("FAIL %s: %s\n", what, why);
	return holds;
}

/* A review saved once, changed, and saved under the fault now set. */
static bool run(const char *dir, bool existed, const char *what)
{
	char *path = path_join(dir, "r.txt.review.yaml");
	struct review *rv = review_new();
	unsigned nth = fault.nth;

	fault.nth = 0;
	bool ok = sidecar_load(path, rv, NULL);

	conclude(rv, VERDICT_QUERY);
	ok = ok && (!existed || save(path, rv));
	char *old = existed ? text_of(rv) : NULL;

	conclude(rv, VERDICT_RETURN);
	char *new = text_of(rv);

	memset(fault.counts, 0, sizeof fault.counts);
	fault.nth = nth;
	bool saved = save(path, rv);
	bool wanted = fault.counts[fault.call] < nth || fault_is_harmless(existed);

	fault.nth = 0;
	ok = check(ok, what, "cannot set up") && check(saved == wanted, what, "saved or not") &&
	     check(review_is_dirty(rv) == !saved, what, "dirty or not") &&
	     check(saved || !existed || fault_file_holds(path, old), what, "the old file") &&
	     check(saved || existed || !file_exists(path), what, "half a file") &&
	     check(saved || save(path, rv), what, "saving once more") &&
	     check(fault_file_holds(path, new), what, "the new file") &&
	     check(fault_files_in(dir) == 1, what, "files left over");
	fault.nth = nth;
	unlink(path);
	free(old);
	free(new);
	free(path);
	review_free(rv);
	return ok;
}

/* Every n that a save reaches. */
static unsigned sweep(const char *dir, enum call call, int why, bool existed, unsigned *failed)
{
	unsigned n = 0, reached = 0;

	do {
		char what[128];

		snprintf(what, sizeof what, "%s %u fails with %s, %s file", fault_call_name(call),
			++n, strerror(why), existed ? "old" : "new");
		fault.call = call;
		fault.nth = n;
		fault.why = why;
		*failed += !run(dir, existed, what);
		reached = fault.counts[call];
	} while (reached >= n && n < 100);
	return n;
}

int main(void)
{
	char dir[] = "sidecar-XXXXXX";
	unsigned cases = 0, failed = 0;

	if (!mkdtemp(dir))
		return perror("mkdtemp"), 1;
	for (int existed = 0; existed < 2; existed++)
		for (enum call call = 0; call < CALLS; call++)
			cases += sweep(
				dir, call, call == CALL_WRITE ? ENOSPC : EIO, existed, &failed);
	rmdir(dir);
	printf("sidecar: %u cases, %u failed\n", cases, failed);
	return failed || cases < 20;
}
