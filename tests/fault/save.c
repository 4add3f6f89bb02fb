/* Saving with faults: each system call of file_write_atomic() is made to fail at its nth use, for
 * every n that is reached. Whatever fails, the old file is there byte for byte and nothing lies
 * beside it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "fault/fault.h"

static const char old_text[] = "old: 一\n";
static const char new_text[] = "new: 二\nand longer than the old one\n";

/* One save under the fault now set; tells what is not as it should be. */
static bool run(const char *dir, bool existed, const char *what)
{
	char *path = path_join(dir, "report.review.yaml");
	struct err err = {0};
	struct stat st = {0};
	unsigned open_before = fault_descriptors();

	unlink(path);
	if (existed) {
		FILE *f = fopen(path, "w");

		if (!f || fputs(old_text, f) < 0 || fclose(f) || chmod(path, 0640))
			return printf("FAIL %s: cannot set up\n", what), false;
	}
	memset(fault.counts, 0, sizeof fault.counts);
	bool saved = file_write_atomic(path, str_of(new_text), &err);
	bool fired = fault.nth && fault.counts[fault.call] >= fault.nth;
	bool harmless = fault_is_harmless(0);

	fault.nth = 0; /* what follows is our own looking */
	bool wanted = !fired || harmless;
	const char *text = saved ? new_text : existed ? old_text : NULL;
	bool ok = true;

	if (saved != wanted)
		ok = !printf("FAIL %s: saved is %d\n", what, saved);
	if (!saved && (err.kind != ERR_IO || err.sys != fault.why || strcmp(err.file, path) != 0))
		ok = !printf("FAIL %s: told as %s\n", what, err.text);
	if (text && !fault_file_holds(path, text))
		ok = !printf("FAIL %s: wrong bytes\n", what);
	if (fault_files_in(dir) != (text ? 1 : 0))
		ok = !printf("FAIL %s: %u files in the folder\n", what, fault_files_in(dir));
	if (existed && (stat(path, &st) != 0 || (st.st_mode & 07777) != 0640))
		ok = !printf("FAIL %s: mode %o\n", what, st.st_mode);
	if (fault_descriptors() != open_before)
		ok = !printf("FAIL %s: a file was left open\n", what);
	unlink(path);
	free(path);
	return ok;
}

/* Every n that a save reaches, for one call and one reason. */
static unsigned sweep(const char *dir, enum call call, int why, bool existed, unsigned *failed)
{
	unsigned n = 0;
	bool reached = true;

	while (reached) {
		char what[128];

		snprintf(what, sizeof what, "%s %u fails with %s, %s file", fault_call_name(call),
			++n, strerror(why), existed ? "old" : "new");
		fault.call = call;
		fault.nth = n;
		fault.why = why;
		*failed += !run(dir, existed, what);
		reached = fault.counts[call] >= n;
	}
	return n;
}

int main(void)
{
	char dir[] = "save-XXXXXX";
	unsigned cases = 0, failed = 0;

	if (!mkdtemp(dir))
		return perror("mkdtemp"), 1;
	for (int existed = 0; existed < 2; existed++)
		for (size_t step = 0; step < 2; step++) {
			fault.write_max = step ? 7 : 0; /* a disk that takes a little at a time */
			for (enum call call = 0; call < CALLS; call++) {
				cases += sweep(dir, call, EIO, existed, &failed);
				cases += sweep(dir, call, ENOSPC, existed, &failed);
			}
			cases += sweep(dir, CALL_WRITE, EINTR, existed, &failed);
		}
	rmdir(dir);
	printf("save: %u cases, %u failed\n", cases, failed);
	return failed || cases < 50;
}
