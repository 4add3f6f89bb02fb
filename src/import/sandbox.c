/* Children and what became of them. */
#include "import/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"
#include "base/lang.h"
#include "base/library.h"
#include "import/confine.h"
#include "import/seccomp.h"

/* Where a child finds what it was given. */
enum { CHILD_OUT = 3, CHILD_IN = 4, CHILD_MORE = 5, CHILD_FREE = 6 };

/* Moves a descriptor to `to`, out of the way of those below CHILD_FREE first. */
static int child_lift(int fd)
{
	return fd < 0 || fd >= CHILD_FREE ? fd : fcntl(fd, F_DUPFD, CHILD_FREE);
}

/* Moves it there; nothing is there where there is none. */
static void child_put(int fd, int to)
{
	if (fd > 0)
		dup2(fd, to);
	else
		close(to);
}

static void child_streams(int out, int in, int more)
{
	int null = child_lift(open("/dev/null", O_RDWR));

	out = child_lift(out);
	in = child_lift(in);
	more = child_lift(more);
	for (int fd = 0; fd < 3; fd++) {
#ifdef __SANITIZE_ADDRESS__
		if (fd == 2)
			continue; /* a sanitizer says there what is wrong */
#endif
		dup2(null, fd);
	}
	dup2(out, CHILD_OUT);
	child_put(in, CHILD_IN);
	child_put(more, CHILD_MORE);
	child_close_from(CHILD_FREE);
}

static _Noreturn void child_read(const struct sandbox_job *job, int out, pid_t parent)
{
	struct sandbox_job mine = *job;
	struct err err = {0};

	child_begin(parent);
	child_streams(out, job->fd, job->more > 0 ? job->more : -1);
	mine.fd = job->fd < 0 ? -1 : CHILD_IN;
	mine.more = job->more > 0 ? CHILD_MORE : -1;
	struct feed *feed = feed_new(CHILD_OUT);

	confine_reader(job->limits);
	if (job->read(feed, &mine, &err))
		feed_end(feed);
	else
		feed_trouble(feed, &err);
	_exit(0);
}

static pid_t wait_for(pid_t pid, int *status)
{
	pid_t got;

	do
		got = waitpid(pid, status, 0);
	while (got < 0 && errno == EINTR);
	return got;
}

/* The stream broke off: why? */
static bool tell_death(int status, struct confine_limits limits, struct err *err)
{
	size_t memory = limits.memory ? limits.memory : CONFINE_MEMORY;

	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
		return err_set(err, ERR_LIMIT, _("reading it takes too long"));
	if (WIFEXITED(status) && WEXITSTATUS(status) == 2)
		return err_set(err, ERR_LIMIT, _("reading it takes more than %zu MiB of memory"),
			memory >> 20);
	return err_set(err, ERR_FORMAT,
		_("its reader broke down on it: the file is damaged, or made to do harm"));
}

static bool replay(pid_t pid, int fd, const struct sandbox_job *job, struct doc *d, struct err *err)
{
	struct err told = {0};
	int status = 0;
	size_t source = job->source_is_text ? FEED_TEXT_MAX : doc_bytes(d);
	bool good = feed_replay(fd, feed_clock() + CONFINE_WALL_SECONDS * 1000, source, d, &told);

	close(fd);
	if (!good && told.kind != ERR_IO)
		kill(pid, SIGKILL);
	if (wait_for(pid, &status) < 0)
		status = 0;
	if (!good && told.kind == ERR_IO)
		return tell_death(status, job->limits, err);
	if (!good && err)
		*err = told;
	return good;
}

/* Libraries that the child calls when it can open none. */
static bool load_libraries(const struct sandbox_job *job, struct err *err)
{
	bool good = seccomp_ready(err);

	for (size_t i = 0; good && i < SANDBOX_LIBRARIES && job->libraries[i]; i++)
		good = library_ready(job->libraries[i], err);
	return good;
}

bool sandbox_read(struct doc *d, const struct sandbox_job *job, struct err *err)
{
	int ends[2];

	if (!load_libraries(job, err))
		return false;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_sys(err, NULL, _("cannot start its reader"));
	/* the catalog of messages is out of the child's reach: have it loaded */
	(void)_("reading it takes too long");
	pid_t parent = getpid(), pid = fork();

	if (pid == 0)
		child_read(job, ends[1], parent);
	int why = errno;

	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		errno = why;
		return err_sys(err, NULL, _("cannot start its reader"));
	}
	return replay(pid, ends[0], job, d, err);
}

/* --- programs --- */

static _Noreturn void child_run(
	const char *const *argv, const struct sandbox_program *p, int in, int out, pid_t parent)
{
	char locale[] = "LC_ALL=C";
	char *const environment[] = {locale, NULL};

	child_begin(parent);
	signal(SIGPIPE, SIG_DFL);
	int null = child_lift(open("/dev/null", O_RDWR));

	in = child_lift(in);
	out = child_lift(out);
	dup2(in, 0);
	dup2(out, 1);
	dup2(null, 2);
	child_close_from(3);
	confine_program(argv[0], p->limits);
	execve(argv[0], (char *const *)argv, environment);
	_exit(127);
}

/* A descriptor that holds the bytes: a file of memory, so that it can be sought in. */
static int hold(struct str bytes)
{
	int fd = memfd_create("report", MFD_CLOEXEC);

	for (size_t at = 0; fd >= 0 && at < bytes.n;) {
		ssize_t n = write(fd, bytes.p + at, bytes.n - at);

		if (n > 0) {
			at += (size_t)n;
		} else if (n == 0 || errno != EINTR) {
			close(fd);
			return -1;
		}
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

bool sandbox_start(
	struct sandbox_program *p, const char *const *argv, struct str input, struct err *err)
{
	int in, ends[2];

	if (!seccomp_ready(err))
		return false;
	in = hold(input);
	if (in < 0)
		return err_sys(err, NULL, _("cannot hand the file to '%s'"), argv[0]);
	if (pipe2(ends, O_CLOEXEC) != 0) {
		close(in);
		return err_sys(err, NULL, _("cannot start '%s'"), argv[0]);
	}
	pid_t parent = getpid();

	p->pid = fork();
	if (p->pid == 0)
		child_run(argv, p, in, ends[1], parent);
	int why = errno;

	close(in);
	close(ends[1]);
	p->output = ends[0];
	if (p->pid > 0)
		return true;
	close(ends[0]);
	errno = why;
	return err_sys(err, NULL, _("cannot start '%s'"), argv[0]);
}

int sandbox_finish(struct sandbox_program *p, bool kill_it)
{
	int status = 0;

	if (kill_it)
		kill(p->pid, SIGKILL);
	if (wait_for(p->pid, &status) < 0)
		return 0;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
