/* Running an editor on a temporary file. */
#include "ui/editor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"

#define NOTE_LIMIT ((size_t)1 << 20) /* bytes */
#define PREFIX "gouji-note-"
#define NAME "note.txt" /* by whose end editors know what they have before them */

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

/* A note lies in a folder of its own, which takes what the editor leaves beside it, too. It is
 * locked by whoever has it open: the desk and, as it inherits the descriptor, the editor. */
struct draft {
	char *dir, *path;
	int lock;
};

static char *temp_root(void)
{
	const char *dir = getenv("TMPDIR");

	return mem_strdup(dir && *dir ? dir : "/tmp");
}

/* All that lies in the folder, and the folder. */
static void remove_folder(int fd, const char *path)
{
	int again = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = again >= 0 ? fdopendir(again) : NULL;

	for (struct dirent *e; dir && (e = readdir(dir));)
		unlinkat(fd, e->d_name, 0); /* neither . nor .. can be */
	if (dir)
		closedir(dir);
	else if (again >= 0)
		close(again);
	rmdir(path);
}

static bool is_ours(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_uid == geteuid();
}

/* A desk that was killed could not clean up: the next one that opens an editor does it. */
static void sweep(const char *root)
{
	DIR *dir = opendir(root);

	for (struct dirent *e; dir && (e = readdir(dir));) {
		if (strncmp(e->d_name, PREFIX, strlen(PREFIX)) != 0)
			continue;
		char *path = path_join(root, e->d_name);
		int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

		if (fd >= 0 && is_ours(fd) && flock(fd, LOCK_EX | LOCK_NB) == 0)
			remove_folder(fd, path);
		if (fd >= 0)
			close(fd);
		free(path);
	}
	if (dir)
		closedir(dir);
}

static void draft_close(struct draft *d)
{
	if (d->lock >= 0) {
		remove_folder(d->lock, d->dir);
		close(d->lock);
	}
	free(d->dir);
	free(d->path);
}

/* Until it is locked, another desk may take the folder for one that was left behind. */
static bool make_folder(struct draft *d, const char *root)
{
	d->dir = path_join(root, PREFIX "XXXXXX");
	if (!mkdtemp(d->dir)) /* for its owner alone */
		return false;
	d->lock = open(d->dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW); /* handed on to the editor */
	return d->lock >= 0 && flock(d->lock, LOCK_EX | LOCK_NB) == 0;
}

static bool fill(int fd, struct str text)
{
	bool done = fd >= 0 && write_all(fd, text) && (text.n == 0 || write_all(fd, STR("\n")));
	int why = errno;

	if (fd >= 0 && close(fd) != 0 && done)
		return false;
	errno = why;
	return done;
}

/* False with err told; draft_close() in any case. */
static bool draft_open(struct draft *d, struct str text, struct err *err)
{
	char *root = temp_root();

	*d = (struct draft){.lock = -1};
	sweep(root);
	bool done = make_folder(d, root);

	d->path = path_join(d->dir, NAME);
	if (done)
		done = fill(
			openat(d->lock, NAME, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), text);
	if (!done)
		err_sys(err, d->dir, _("cannot write"));
	free(root);
	return done;
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
	struct draft d;
	bool done = draft_open(&d, buf_str(text), err) && run(t, d.path, err) &&
		    read_back(d.path, text, err);

	draft_close(&d);
	return done;
}
