/* Saving with faults: each system call of file_write_atomic() is made to fail at its nth use, for
 * every n that is reached. Whatever fails, the old file is there byte for byte and nothing lies
 * beside it. The calls are replaced at link time (-Wl,--wrap). */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum call {
	CALL_OPEN,
	CALL_WRITE,
	CALL_FSYNC,
	CALL_CLOSE,
	CALL_FCHMOD,
	CALL_LINK,
	CALL_RENAME,
	CALLS
};

static const char *const call_names[CALLS] = {
	"open", "write", "fsync", "close", "fchmod", "link", "rename"};

/* The state of the fault; test code only, and set anew for every run. */
static struct {
	enum call call;
	unsigned nth; /* 0: none fails */
	int why;
	unsigned counts[CALLS];
	size_t write_max; /* 0: no limit; else as much as one write() takes */
} fault;

static bool fails(enum call call)
{
	if (++fault.counts[call] != fault.nth || call != fault.call)
		return false;
	errno = fault.why;
	return true;
}

int __real_open(const char *path, int flags, ...);
ssize_t __real_write(int fd, const void *data, size_t n);
int __real_fsync(int fd);
int __real_close(int fd);
int __real_fchmod(int fd, mode_t mode);
int __real_link(const char *from, const char *to);
int __real_rename(const char *from, const char *to);

int __wrap_open(const char *path, int flags, ...);
ssize_t __wrap_write(int fd, const void *data, size_t n);
int __wrap_fsync(int fd);
int __wrap_close(int fd);
int __wrap_fchmod(int fd, mode_t mode);
int __wrap_link(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);

int __wrap_open(const char *path, int flags, ...)
{
	va_list ap;

	va_start(ap, flags);
	mode_t mode = flags & O_CREAT ? va_arg(ap, mode_t) : 0;

	va_end(ap);
	return fails(CALL_OPEN) ? -1 : __real_open(path, flags, mode);
}

ssize_t __wrap_write(int fd, const void *data, size_t n)
{
	if (fails(CALL_WRITE))
		return -1;
	return __real_write(fd, data, fault.write_max && n > fault.write_max ? fault.write_max : n);
}

int __wrap_fsync(int fd)
{
	return fails(CALL_FSYNC) ? -1 : __real_fsync(fd);
}

int __wrap_close(int fd)
{
	int done = __real_close(fd); /* the descriptor is gone in any case, as on Linux */

	return fails(CALL_CLOSE) ? -1 : done;
}

int __wrap_fchmod(int fd, mode_t mode)
{
	return fails(CALL_FCHMOD) ? -1 : __real_fchmod(fd, mode);
}

int __wrap_link(const char *from, const char *to)
{
	return fails(CALL_LINK) ? -1 : __real_link(from, to);
}

int __wrap_rename(const char *from, const char *to)
{
	return fails(CALL_RENAME) ? -1 : __real_rename(from, to);
}

static const char old_text[] = "old: 一\n";
static const char new_text[] = "new: 二\nand longer than the old one\n";

static unsigned files_in(const char *dir)
{
	DIR *d = opendir(dir);
	unsigned n = 0;

	for (struct dirent *e; d && (e = readdir(d));)
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	if (d)
		closedir(d);
	return n;
}

static bool holds(const char *path, const char *text)
{
	struct buf b;
	bool same = file_read(path, 1 << 20, &b, NULL) && str_is(buf_str(&b), text);

	buf_free(&b);
	return same;
}

static unsigned descriptors(void)
{
	return files_in("/proc/self/fd");
}

/* One save under the fault now set; tells what is not as it should be. */
static bool run(const char *dir, bool existed, const char *what)
{
	char *path = path_join(dir, "report.review.yaml");
	struct err err = {0};
	struct stat st = {0};
	unsigned open_before = descriptors();

	unlink(path);
	if (existed) {
		FILE *f = fopen(path, "w");

		if (!f || fputs(old_text, f) < 0 || fclose(f) || chmod(path, 0640))
			return printf("FAIL %s: cannot set up\n", what), false;
	}
	memset(fault.counts, 0, sizeof fault.counts);
	bool saved = file_write_atomic(path, str_of(new_text), &err);
	bool fired = fault.nth && fault.counts[fault.call] >= fault.nth;
	unsigned nth = fault.nth;

	fault.nth = 0; /* what follows is our own looking */
	/* without a second name the save still goes on; a failed close() of the folder loses
	 * nothing */
	bool harmless = fault.call == CALL_LINK || (fault.call == CALL_CLOSE && nth == 2) ||
			fault.why == EINTR;
	bool wanted = !fired || harmless;
	const char *text = saved ? new_text : existed ? old_text : NULL;
	bool ok = true;

	if (saved != wanted)
		ok = !printf("FAIL %s: saved is %d\n", what, saved);
	if (!saved && (err.kind != ERR_IO || err.sys != fault.why || strcmp(err.file, path) != 0))
		ok = !printf("FAIL %s: told as %s\n", what, err.text);
	if (text && !holds(path, text))
		ok = !printf("FAIL %s: wrong bytes\n", what);
	if (files_in(dir) != (text ? 1 : 0))
		ok = !printf("FAIL %s: %u files in the folder\n", what, files_in(dir));
	if (existed && (stat(path, &st) != 0 || (st.st_mode & 07777) != 0640))
		ok = !printf("FAIL %s: mode %o\n", what, st.st_mode);
	if (descriptors() != open_before)
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

		snprintf(what, sizeof what, "%s %u fails with %s, %s file", call_names[call], ++n,
			strerror(why), existed ? "old" : "new");
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
