/* Running an editor on a temporary file. */
#include "ui/editor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"

#define NOTE_LIMIT ((size_t)1 << 20) /* bytes */
#define SUFFIX ".txt"		     /* by which editors know what they have before them */

static const char *editor(void)
{
	static const char *const names[] = {"VISUAL", "EDITOR"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return NULL;
}

static bool write_all(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t n = write(fd, s.p, s.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s = str_slice(s, (size_t)n, s.n);
	}
	return true;
}

/* mkstemps() makes it for its owner alone (0600). NULL with err told. */
static char *make_file(struct str text, struct err *err)
{
	const char *dir = getenv("TMPDIR");
	char *path = path_join(dir && *dir ? dir : "/tmp", "gouji-note-XXXXXX" SUFFIX);
	int fd = mkstemps(path, (int)strlen(SUFFIX));
	bool done = fd >= 0 && write_all(fd, text) && (text.n == 0 || write_all(fd, STR("\n")));

	if (!done)
		err_sys(err, path, _("cannot write"));
	if (fd >= 0 && close(fd) != 0 && done)
		done = err_sys(err, path, _("cannot write"));
	if (done)
		return path;
	if (fd >= 0)
		unlink(path);
	free(path);
	return NULL;
}

/* The command may have arguments of its own, so a shell reads it; the file is an argument of the
 * shell's, whatever it is called. */
static void become(struct term *t, const char *command, const char *path)
{
	struct buf script = {0};

	term_free_signals(t);
	buf_addf(&script, "%s \"$@\"", command);
	execl("/bin/sh", "sh", "-c", script.p, command, path, (char *)NULL);
	_exit(127);
}

static bool end_well(int status, struct err *err)
{
	if (WIFSIGNALED(status))
		return err_set(err, ERR_REFUSED,
			_("the editor was ended by signal %d; the note stays as it was"),
			WTERMSIG(status));
	int code = WEXITSTATUS(status);

	if (code == 126 || code == 127)
		return err_set(err, ERR_REFUSED,
			_("the editor could not be started: %s; the note stays as it was"),
			editor());
	return code == 0 ||
	       err_set(err, ERR_REFUSED,
		       _("the editor ended with status %d; the note stays as it was"), code);
}

static bool run(struct term *t, const char *path, struct err *err)
{
	int status = 0;

	term_lend(t);
	pid_t pid = fork();

	if (pid == 0)
		become(t, editor(), path);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	term_take_back(t);
	return pid > 0 ? end_well(status, err) : err_sys(err, "", _("cannot start the editor"));
}

/* What is to be a note is text. */
static bool read_back(const char *path, struct buf *text, struct err *err)
{
	struct buf now = {0};
	bool done = file_read(path, NOTE_LIMIT, &now, err);

	if (done && (!utf8_valid(buf_str(&now), NULL) || (now.n && memchr(now.p, '\0', now.n))))
		done = err_set(err, ERR_FORMAT,
			_("what the editor wrote is not UTF-8 text; the note stays as it was"));
	if (!done) {
		buf_free(&now);
		return false;
	}
	buf_free(text);
	*text = now;
	return true;
}

bool editor_run(struct term *t, struct buf *text, struct err *err)
{
	if (!editor())
		return err_set(err, ERR_REFUSED,
			_("there is no editor: set the variable VISUAL or EDITOR"));
	char *path = make_file(buf_str(text), err);

	if (!path)
		return false;
	bool done = run(t, path, err) && read_back(path, text, err);

	unlink(path);
	free(path);
	return done;
}
