/* Errors: text made once, always valid UTF-8 and free of what a terminal would
 * obey or hide, whatever names went into it. */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"

/* Copies what fits of s, whole code points only; what is ill-formed or hidden becomes '?'. */
static void put_clean(char *out, size_t size, struct str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.n;) {
		struct str rest = str_slice(s, at, at + 4); /* no code point is longer */
		size_t good = rest.n, next = 0;

		if (!utf8_valid(rest, &good) && good == 0)
			next = 1;
		else if (!utf8_is_hidden(utf8_next(rest, &next)) && n + next < size) {
			memcpy(out + n, rest.p, next);
			n += next;
			at += next;
			continue;
		}
		if (n + 1 >= size || n + next >= size)
			break;
		out[n++] = '?';
		at += next;
	}
	out[n] = '\0';
}

static void put_text(struct err *err, const char *fmt, va_list ap)
{
	struct buf b = {0};

	buf_addv(&b, fmt, ap);
	put_clean(err->text, sizeof err->text, buf_str(&b));
	buf_free(&b);
}

bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	*err = (struct err){.kind = kind};
	va_start(ap, fmt);
	put_text(err, fmt, ap);
	va_end(ap);
	return false;
}

bool err_sys(struct err *err, const char *file, const char *fmt, ...)
{
	int sys = errno;
	struct buf b = {0};
	va_list ap;

	if (!err)
		return false;
	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	err_set(err, ERR_IO, _("%s: %s"), buf_str(&b).p, strerror(sys));
	buf_free(&b);
	err->sys = sys;
	return err_at(err, file, 0, 0);
}

bool err_at(struct err *err, const char *file, unsigned line, unsigned column)
{
	if (!err)
		return false;
	if (file) {
		/* of a name too long the end is kept, which says more */
		struct str name = str_of(file);
		size_t room = sizeof err->file - sizeof "…";
		bool cut = name.n >= sizeof err->file;
		size_t from = cut ? name.n - room : 0;

		while (from < name.n && cut && ((unsigned char)name.p[from] & 0xc0) == 0x80)
			from++;
		strcpy(err->file, cut ? "…" : "");
		put_clean(err->file + strlen(err->file), sizeof err->file - strlen(err->file),
			str_slice(name, from, name.n));
	}
	if (line) {
		err->line = line;
		err->column = column;
	}
	return false;
}

const char *err_str(const struct err *err, char *buf, unsigned long size)
{
	struct buf b = {0};

	if (err->file[0])
		buf_addf(&b, "%s:", err->file);
	if (err->line)
		buf_addf(&b, "%u:", err->line);
	if (err->line && err->column)
		buf_addf(&b, "%u:", err->column);
	if (b.n)
		buf_addc(&b, ' ');
	buf_adds(&b, err->text);
	if (size)
		put_clean(buf, size, buf_str(&b));
	buf_free(&b);
	return buf;
}
