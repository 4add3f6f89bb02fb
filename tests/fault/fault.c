#include "fault/fault.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

struct fault fault; /* the one mutable global: what the replaced calls look at */

static const char *const call_names[CALLS] = {
	"open", "write", "fsync", "close", "fchmod", "link", "rename"};

const char *fault_call_name(enum call call)
{
	return call_names[call];
}

bool fault_is_harmless(unsigned reads)
{
	return fault.call == CALL_LINK || fault.why == EINTR ||
	       (fault.call == CALL_CLOSE && fault.nth != reads + 1);
}

static bool fails(enum call call)
{
	if (++fault.counts[call] != fault.nth || call != fault.call)
		return false;
	if (fault.why < 0)
		raise(-fault.why);
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

unsigned fault_files_in(const char *dir)
{
	DIR *d = opendir(dir);
	unsigned n = 0;

	for (struct dirent *e; d && (e = readdir(d));)
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	if (d)
		closedir(d);
	return n;
}

bool fault_file_holds(const char *path, const char *text)
{
	struct buf b;
	bool same = file_read(path, 1 << 20, &b, NULL) && str_is(buf_str(&b), text);

	buf_free(&b);
	return same;
}

unsigned fault_descriptors(void)
{
	return fault_files_in("/proc/self/fd");
}
