/* Reading files whole, and listing folders. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"

#define READ_CHUNK 65536

/* Reads one byte more than the limit, to tell a file of just that size from a larger one. */
static bool read_fd(int fd, const char *path, const struct stat *st, size_t limit, struct buf *out,
	struct err *err)
{
	/* one byte more than there should be, so that the end is met without growing */
	size_t chunk = S_ISREG(st->st_mode) && st->st_size > 0 && (uintmax_t)st->st_size < limit
			       ? (size_t)st->st_size + 1
			       : READ_CHUNK;

	for (;; chunk = READ_CHUNK) {
		if (out->cap < out->n + 2)
			buf_reserve(out, chunk);
		size_t room = out->cap - out->n - 1;

		if (room > limit - out->n && limit != SIZE_MAX)
			room = limit - out->n + 1;
		ssize_t got = read(fd, out->p + out->n, room);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_sys(err, path, _("cannot read"));
		if (got == 0)
			break;
		out->n += (size_t)got;
		if (out->n > limit) {
			err_set(err, ERR_LIMIT, _("larger than the limit of %zu bytes"), limit);
			return err_at(err, path, 0, 0);
		}
	}
	out->p[out->n] = '\0';
	return true;
}

bool file_read(const char *path, size_t limit, struct buf *out, struct err *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct stat st;

	*out = (struct buf){0};
	if (fd < 0)
		return err_sys(err, path, _("cannot open"));
	bool ok = fstat(fd, &st) == 0;

	if (ok && S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		ok = false;
	}
	if (!ok)
		err_sys(err, path, _("cannot read"));
	else
		ok = read_fd(fd, path, &st, limit, out, err);
	if (!ok)
		buf_free(out);
	if (!is_stdin)
		close(fd);
	return ok;
}

bool file_head(const char *path, size_t bytes, struct buf *out, size_t *size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;
	ssize_t got = -1;

	*out = (struct buf){0};
	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		buf_reserve(out, bytes);
		got = read(fd, out->p, bytes);
		*size = (size_t)st.st_size;
	}
	close(fd);
	if (got < 0) {
		buf_free(out);
		return false;
	}
	out->n = (size_t)got;
	out->p[out->n] = '\0';
	return true;
}

bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool file_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_may_write(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash ? mem_strndup(path, (size_t)(slash - path) + 1) : mem_strdup(".");
	bool may = faccessat(AT_FDCWD, dir, W_OK | X_OK, AT_EACCESS) == 0;

	free(dir);
	return may;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `type` as the folder tells it; what it tells of no plain file is asked of the file itself. */
static bool is_listed(const char *name, unsigned char type, const char *path)
{
	struct stat st;

	if (name[0] == '.' || str_ends(str_of(name), ".review.yaml"))
		return false;
	if (type == DT_REG)
		return true;
	if (stat(path, &st) == 0)
		return S_ISREG(st.st_mode);
	return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

bool file_list(const char *dir, char ***paths, size_t *n, struct err *err)
{
	VEC(char *) list = {0};
	DIR *d = opendir(dir);
	struct dirent *entry;

	*paths = NULL;
	*n = 0;
	if (!d)
		return err_sys(err, dir, _("cannot open"));
	while ((errno = 0, entry = readdir(d))) {
		char *path = path_join(dir, entry->d_name);

		if (is_listed(entry->d_name, entry->d_type, path))
			*vec_push(&list) = path;
		else
			free(path);
	}
	bool ok = errno == 0;

	if (!ok)
		err_sys(err, dir, _("cannot read"));
	closedir(d);
	if (!ok) {
		file_list_free(list.v, list.n);
		return false;
	}
	if (list.n)
		qsort(list.v, list.n, sizeof *list.v, by_bytes);
	*paths = list.v;
	*n = list.n;
	return true;
}

void file_list_free(char **paths, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(paths[i]);
	free(paths);
}
