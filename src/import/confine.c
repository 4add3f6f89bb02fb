/* Limits, Landlock and seccomp. Each is tried and none is relied on: a container may forbid the
 * one, a kernel may lack the other. */
#include "import/confine.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/mem.h"
#include "import/landlock.h"
#include "import/seccomp.h"

/* Descriptors a program may open: its libraries and data. */
#define PROGRAM_FILES 64

static void limit(int resource, rlim_t most)
{
	struct rlimit now;

	/* a limit already lower stays: it cannot be raised */
	if (getrlimit(resource, &now) == 0 && now.rlim_max != RLIM_INFINITY && now.rlim_max < most)
		most = now.rlim_max;
	setrlimit(resource, &(struct rlimit){most, most});
}

/* Does something shadow our memory, so that its address space cannot be limited? */
static bool is_instrumented(void)
{
#ifdef __SANITIZE_ADDRESS__
	return true;
#else
	const char *preload = getenv("LD_PRELOAD");

	return preload && strstr(preload, "vgpreload"); /* valgrind */
#endif
}

/* Address space that is taken already: a desk that holds many reports is large. 0: not known. */
static size_t taken(void)
{
	char text[32] = "";
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);

	if (fd >= 0)
		close(fd);
	return n > 0 ? strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

static void limit_common(struct confine_limits limits)
{
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CPU, limits.seconds ? limits.seconds : CONFINE_CPU_SECONDS);
}

static void limit_memory(struct confine_limits limits, size_t before)
{
	if (!is_instrumented())
		limit(RLIMIT_AS, before + (limits.memory ? limits.memory : CONFINE_MEMORY));
}

void confine_reader(struct confine_limits limits)
{
	limit_common(limits);
	limit_memory(limits, taken());
	limit(RLIMIT_NOFILE, 0);
	limit(RLIMIT_NPROC, 0);
	landlock_confine(NULL, 0);
	seccomp_confine_reader();
}

/* The folder above the program's folder: /usr of /usr/bin/pdftotext. */
static void prefix_of(const char *path, char *out, size_t size)
{
	size_t n = strlen(path);

	for (int level = 0; level < 2; level++)
		while (n > 0 && path[--n] != '/')
			;
	if (n == 0 || n >= size)
		strcpy(out, "/usr");
	else
		memcpy(out, path, n), out[n] = 0;
}

void confine_program(const char *path, struct confine_limits limits)
{
	char prefix[1024];

	prefix_of(path, prefix, sizeof prefix);
	const char *const folders[] = {prefix, "/usr", "/lib", "/lib32", "/lib64", "/libx32",
		"/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/fonts", "/nix/store", "/gnu/store"};

	limit_common(limits);
	limit(RLIMIT_NOFILE, PROGRAM_FILES);
	landlock_confine(folders, sizeof folders / sizeof folders[0]);
	seccomp_confine_program();
	/* last: a filter cannot be made any more where the limit is below what is taken */
	limit_memory(limits, 0);
}
