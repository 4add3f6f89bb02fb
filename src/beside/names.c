/* Names of files relative to a report. */
#include "beside/names.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

/* The folder of the path, as the system knows it; NULL where there is none. The path itself may be
 * a link: what counts is the name it goes by. */
static char *real_folder(const char *path)
{
	size_t base = (size_t)(path_base(path) - path);
	char *folder = mem_strndup(base ? path : ".", base ? base : 1);
	char *real = realpath(folder, NULL);

	free(folder);
	return real;
}

/* Bytes that both folders begin with, whole names alone. */
static size_t shared(const char *a, const char *b)
{
	size_t n = 0;

	for (size_t i = 0;; i++) {
		if ((a[i] == '/' || !a[i]) && (b[i] == '/' || !b[i]))
			n = i;
		if (!a[i] || a[i] != b[i])
			return n;
	}
}

static void climb(const char *rest, struct buf *out)
{
	for (; *rest; rest++)
		if (*rest == '/' && rest[1])
			buf_adds(out, "../");
}

char *name_relative(const char *path, const char *from)
{
	char *to = real_folder(path), *base = real_folder(from);
	struct buf out = {0};

	if (to && base) {
		size_t n = shared(to, base);
		const char *down = to + n;

		climb(base + n, &out);
		while (*down == '/')
			down++;
		buf_addf(&out, "%s%s", down, *down ? "/" : "");
	}
	free(to);
	free(base);
	buf_adds(&out, path_base(path));
	return buf_take(&out);
}

char *name_resolve(const char *name, const char *from)
{
	size_t base = (size_t)(path_base(from) - from);
	struct buf out = {0};

	if (*name != '/')
		buf_add(&out, (struct str){from, base});
	if (!out.n && *name == '-') /* a file of that name, not standard input */
		buf_adds(&out, "./");
	buf_adds(&out, name);
	return buf_take(&out);
}
