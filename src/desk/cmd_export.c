/* The command that writes the annotated verdict to a file. */
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/lang.h"
#include "desk/cmd.h"
#include "export/export.h"

/* By name or the beginning of one; NULL with err told. */
static const struct export_format *find_format(struct str name, struct err *err)
{
	const struct export_format *found = NULL, *f;
	size_t n = 0;
	struct buf names = {0};
	for (size_t i = 0; (f = export_format_at(i)); i++) {
		struct str whole = str_of(f->name);
		buf_addf(&names, "%s%s", i ? ", " : "", f->name);
		if (name.n && name.n <= whole.n && memcmp(whole.p, name.p, name.n) == 0) {
			found = f;
			n++;
		}
	}
	if (n != 1)
		err_set(err, ERR_USAGE, _("there is no format “%.*s”; there are: %s"),
			STR_ARG(name), names.p);
	buf_free(&names);
	return n == 1 ? found : NULL;
}

static bool same_file(const char *a, const char *b)
{
	struct stat x, y;
	return b && stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

char *cmd_file_named(struct str name)
{
	const char *home = getenv("HOME");
	char *plain = mem_strndup(name.p, name.n);
	if (!str_starts(name, "~/") || !home || !*home)
		return plain;
	char *path = path_join(home, plain + 2);
	free(plain);
	return path;
}

bool cmd_is_own_file(const struct session *s, const char *path)
{
	return same_file(path, s->path) || same_file(path, s->sidecar) ||
	       (s->sidecar && strcmp(path, s->sidecar) == 0);
}

bool cmd_put_file(struct session *s, const char *path, struct buf *bytes, struct err *err)
{
	if (!s->batch)
		return file_write_atomic(path, buf_str(bytes), err);
	struct outgoing *o = vec_push(&s->out);
	o->path = mem_strdup(path);
	o->bytes = *bytes;
	*bytes = (struct buf){0};
	return true;
}

static bool export_to(
	struct session *s, const struct export_format *format, const char *path, struct err *err)
{
	struct export_input in = {s->report, s->review, s->rules, lang_now(), s->beside};
	struct buf bytes = {0};
	if (cmd_is_own_file(s, path))
		return err_set(err, ERR_REFUSED,
			_("%s would be overwritten: an export needs a file of its own"),
			path_base(path));
	bool done = export_write(format, &in, &bytes, err) && cmd_put_file(s, path, &bytes, err);
	buf_free(&bytes);
	if (done)
		reply_set(s, TONE_INFO, _("exported: %s"), path);
	return done;
}

bool cmd_export(struct session *s, const struct command_args *a, struct err *err)
{
	const struct export_format *format = find_format(a->arg[0], err);
	if (!format)
		return false;
	char *path = cmd_file_named(a->arg[1]);
	bool done = export_to(s, format, path, err);
	free(path);
	return done;
}
