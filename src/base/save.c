/* Saving as a transaction: all that can be refused is tried on a temporary file first; until the
 * folder itself is on disk the old file is kept under a second name, so that even the last step can
 * be undone. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"

#define LINKS_MAX 40 /* as the kernel follows */
#define NAMES_MAX 100
#define PREFIX_MAX 96

struct save {
	const char *path; /* as asked for, for messages */
	char *target;	  /* the file itself, behind any symbolic link */
	char *dir;
	char *temp; /* NULL while there is none */
	char *kept; /* second name of the old file, NULL while there is none */
	bool existed;
	struct stat old;
};

static char *dir_of(const char *path)
{
	const char *base = path_base(path);

	return base == path ? mem_strdup(".") : mem_strndup(path, (size_t)(base - path));
}

/* The file that `path` leads to, whether that exists or not; NULL with errno set. */
static char *follow_links(const char *path)
{
	char *at = mem_strdup(path);

	for (unsigned i = 0; i < LINKS_MAX; i++) {
		char to[PATH_MAX];
		ssize_t n = readlink(at, to, sizeof to - 1);

		if (n < 0)
			return at;
		to[n] = '\0';
		char *dir = dir_of(at);
		char *next = to[0] == '/' ? mem_strdup(to) : path_join(dir, to);

		free(dir);
		free(at);
		at = next;
	}
	free(at);
	errno = ELOOP;
	return NULL;
}

static bool save_failed(struct save *s, struct err *err)
{
	return err_sys(err, s->path, _("cannot write"));
}

static bool save_begin(struct save *s, const char *path, struct err *err)
{
	*s = (struct save){.path = path};
	s->target = follow_links(path);
	if (!s->target)
		return save_failed(s, err);
	if (!*path_base(s->target)) { /* no name of a file: nothing, or "dir/" */
		errno = *path ? EISDIR : ENOENT;
		return save_failed(s, err);
	}
	s->dir = dir_of(s->target);
	s->existed = stat(s->target, &s->old) == 0;
	if (!s->existed && errno != ENOENT)
		return save_failed(s, err);
	if (s->existed && S_ISDIR(s->old.st_mode)) {
		errno = EISDIR;
		return save_failed(s, err);
	}
	/* rename() would go through all the same; a file made read-only is meant to stay */
	if (s->existed && faccessat(AT_FDCWD, s->target, W_OK, AT_EACCESS) != 0)
		return save_failed(s, err);
	return true;
}

/* What the names of this machine's temporary files begin with; the process comes next. */
static void temp_prefix(char prefix[PREFIX_MAX])
{
	char host[PREFIX_MAX - 16] = "";

	if (gethostname(host, sizeof host) != 0 || strchr(host, '/'))
		host[0] = '\0';
	host[sizeof host - 1] = '\0';
	snprintf(prefix, PREFIX_MAX, ".gouji-%s-", host);
}

static char *temp_name(const struct save *s, unsigned i)
{
	char prefix[PREFIX_MAX], name[PREFIX_MAX + 48];

	temp_prefix(prefix);
	snprintf(name, sizeof name, "%s%ld-%u.tmp", prefix, (long)getpid(), i);
	return path_join(s->dir, name);
}

/* Is it the temporary file of a process of this machine that is no more? */
static bool is_left_behind(int dir, const char *name, const char *prefix)
{
	size_t n = strlen(prefix);
	long pid;
	unsigned i;
	int end = 0;
	struct stat st;

	return strncmp(name, prefix, n) == 0 &&
	       sscanf(name + n, "%ld-%u.tmp%n", &pid, &i, &end) == 2 && end > 0 &&
	       !name[n + (size_t)end] && pid > 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH &&
	       fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
	       st.st_uid == geteuid();
}

/* A save that was killed could not clean up: the next one in the folder does it. */
static void sweep(const char *path)
{
	char prefix[PREFIX_MAX];
	int why = errno;
	DIR *dir = opendir(path);

	temp_prefix(prefix);
	for (struct dirent *e; dir && (e = readdir(dir));)
		if (is_left_behind(dirfd(dir), e->d_name, prefix))
			unlinkat(dirfd(dir), e->d_name, 0);
	if (dir)
		closedir(dir);
	errno = why;
}

/* open() and not mkstemp(), so that a new file gets the mode that the umask leaves it. */
static int temp_open(struct save *s)
{
	for (unsigned i = 0; i < NAMES_MAX; i++) {
		char *name = temp_name(s, i);
		int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);

		if (fd >= 0) {
			s->temp = name;
			return fd;
		}
		free(name);
		if (errno != EEXIST)
			return -1;
	}
	return -1;
}

static bool write_all(int fd, struct str data)
{
	while (data.n) {
		ssize_t n = write(fd, data.p, data.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data = str_slice(data, (size_t)n, data.n);
	}
	return true;
}

/* The owner only where the system permits; the mode must hold, or a private file would open up. */
static bool copy_rights(int fd, const struct stat *old)
{
	if (fchown(fd, old->st_uid, old->st_gid) != 0 && fchown(fd, (uid_t)-1, old->st_gid) != 0)
		errno = 0;
	return fchmod(fd, old->st_mode & 07777) == 0;
}

static bool save_write(struct save *s, struct str data)
{
	int fd = temp_open(s);

	if (fd < 0)
		return false;
	bool ok =
		(!s->existed || copy_rights(fd, &s->old)) && write_all(fd, data) && fsync(fd) == 0;
	int why = errno;

	if (close(fd) != 0 && ok) {
		ok = false;
		why = errno;
	}
	errno = why;
	return ok;
}

/* A file system without hard links has no second name to give: then the old file is not kept. */
static void keep_old(struct save *s)
{
	for (unsigned i = NAMES_MAX; s->existed && i < 2 * NAMES_MAX; i++) {
		char *name = temp_name(s, i);

		if (link(s->target, name) == 0) {
			s->kept = name;
			return;
		}
		free(name);
		if (errno != EEXIST)
			return;
	}
}

static bool sync_dir(int fd)
{
	/* some file systems cannot sync a folder and say so: nothing is lost by that */
	return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
}

static void drop(char **name)
{
	int why = errno;

	if (*name)
		unlink(*name);
	free(*name);
	*name = NULL;
	errno = why;
}

/* After the rename: back to the old file, or to none. */
static void take_back(struct save *s)
{
	int why = errno;

	if (s->kept && rename(s->kept, s->target) == 0) {
		free(s->kept);
		s->kept = NULL;
	} else if (!s->existed) {
		unlink(s->target);
	}
	errno = why;
}

static bool save_commit(struct save *s)
{
	int dir = open(s->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (dir < 0)
		return false;
	keep_old(s);
	bool ok = rename(s->temp, s->target) == 0;

	if (ok) {
		free(s->temp);
		s->temp = NULL;
		ok = sync_dir(dir);
		if (!ok)
			take_back(s);
	}
	int why = errno;

	close(dir);
	errno = why;
	return ok;
}

static void save_end(struct save *s)
{
	drop(&s->temp);
	drop(&s->kept);
	free(s->target);
	free(s->dir);
}

/* A pipe or a device cannot be replaced by a file, only written to. */
static bool write_through(struct save *s, struct str data)
{
	int fd = open(s->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool ok = fd >= 0 && write_all(fd, data);
	int why = errno;

	if (fd >= 0 && close(fd) != 0 && ok) {
		ok = false;
		why = errno;
	}
	errno = why;
	return ok;
}

bool file_write_atomic(const char *path, struct str data, struct err *err)
{
	struct save s;
	bool ok = save_begin(&s, path, err);

	if (ok) {
		if (s.existed && !S_ISREG(s.old.st_mode))
			ok = write_through(&s, data);
		else
			ok = save_write(&s, data) && save_commit(&s);
		if (ok)
			sweep(s.dir);
		if (!ok)
			save_failed(&s, err);
	}
	save_end(&s);
	return ok;
}
