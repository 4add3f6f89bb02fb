/* What a reader cannot do, and what is told of one that breaks down. */
#include "unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "import/sandbox.h"

static bool reads_well(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	(void)err;
	feed_para(out, feed_text(out, job->bytes, 0, 1, 1));
	return true;
}

static bool is_in_trouble(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	(void)out, (void)job;
	return err_set(err, ERR_LIMIT, "too deep");
}

static bool ends(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	(void)out, (void)job, (void)err;
	_exit(0);
}

static bool runs_out_of_memory(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	(void)out, (void)job, (void)err;
	mem_out();
}

static bool breaks_down(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	(void)out, (void)job, (void)err;
	raise(SIGSEGV);
	signal(SIGABRT, SIG_DFL);
	abort();
}

static bool never_ends(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	(void)out, (void)err;
	for (volatile const struct sandbox_job *j = job; j;)
		;
	return false;
}

/* Takes as many MiB as the job's bytes say. */
static bool takes_memory(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	size_t n = (size_t)atoi(job->bytes.p) << 20;

	memset(mem_alloc(n), 1, n);
	return reads_well(out, job, err);
}

/* Tries what the letter of the job's bytes says; true where it was let. */
static bool tries(char what)
{
	switch (what) {
	case 'r':
		return open("/etc/passwd", O_RDONLY) >= 0;
	case 'w':
		return open("/tmp/gouji-sandbox-test", O_WRONLY | O_CREAT, 0600) >= 0;
	case 's':
		return socket(AF_INET, SOCK_STREAM, 0) >= 0;
	case 'd':
		return dup(0) >= 0;
	case 'm':
		return mkdir("/tmp/gouji-sandbox-test", 0700) == 0;
	case 'u':
		return unlink("/tmp/gouji-sandbox-other") == 0;
	case 'f': {
		pid_t child = fork();

		if (child == 0)
			_exit(0);
		return child > 0;
	}
	case 'k':
		return kill(getppid(), 0) == 0;
	case 'x':
		execl("/bin/true", "true", (char *)NULL);
		return false; /* else nothing comes back from here */
	case 'l':
		return setrlimit(RLIMIT_NOFILE, &(struct rlimit){64, 64}) == 0;
	case 'p':
		return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
	default:
		return write(2, "", 0) < 0;
	}
}

static bool misbehaves(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	for (size_t i = 0; i < job->bytes.n; i++)
		if (tries(job->bytes.p[i]))
			return err_set(err, ERR_REFUSED, "let: %c", job->bytes.p[i]);
	feed_para(out, feed_text(out, job->bytes, 0, 1, 1));
	return true;
}

static bool run(const char *bytes, struct sandbox_job job, struct err *err)
{
	struct buf source = {0};

	buf_adds(&source, bytes);
	struct doc *d = doc_new("x", "html", &source);

	job.bytes = sink_bytes(d);
	bool good = sandbox_read(d, &job, err);

	if (good)
		expect_str(doc_text(d), str_of(bytes));
	doc_free(d);
	return good;
}

/* AddressSanitizer reserves more address space than any limit allows, and dies its own death where
 * memory ends: what is told of that is told by the plain build alone. */
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED true
#else
#define SANITIZED false
#endif

Test(sandbox, tells_what_became_of_the_reader)
{
	static const struct {
		bool (*read)(struct feed *, const struct sandbox_job *, struct err *);
		enum err_kind kind;
		const char *said;
	} rows[] = {
		{is_in_trouble, ERR_LIMIT, "too deep"},
		{ends, ERR_FORMAT, "broke down"},
		{runs_out_of_memory, ERR_LIMIT, "memory"},
		{breaks_down, ERR_FORMAT, "broke down"},
		{never_ends, ERR_LIMIT, "too long"},
		{reads_well, ERR_NONE, ""},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};

		if (SANITIZED && rows[i].read == runs_out_of_memory)
			continue;
		cr_expect_eq(
			run("some text",
				(struct sandbox_job){
					.read = rows[i].read, .fd = -1, .limits = {.seconds = 1}},
				&err),
			rows[i].kind == ERR_NONE, "row %zu", i);
		cr_expect_eq(err.kind, rows[i].kind, "row %zu: %s", i, err.text);
		cr_expect(strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
	}
}

/* What the program itself has taken is not counted: a desk holds many reports. */
Test(sandbox, bounds_what_a_reader_takes)
{
	static const struct {
		const char *megabytes;
		size_t limit;
		const char *said; /* NULL: it is read */
	} rows[] = {
		{"16", 64, NULL},
		{"96", 64, "more than 64 MiB"},
		{"128", 0, NULL},
		{"640", 0, "more than 384 MiB"},
	};
	char *mine = mem_alloc((size_t)1 << 30);

	for (size_t i = 0; i < ROWS(rows) && !SANITIZED; i++) {
		struct err err = {0};
		struct sandbox_job job = {
			.read = takes_memory, .fd = -1, .limits = {.memory = rows[i].limit << 20}};
		bool good = run(rows[i].megabytes, job, &err);

		cr_expect_eq(good, !rows[i].said, "row %zu: %s", i, err.text);
		cr_expect(good || err.kind == ERR_LIMIT, "row %zu", i);
		cr_expect(good || strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
	}
	free(mine);
}

/* Who started it is killed at any moment, also while the reader is being born: nobody may
 * be left that holds the pipe. */
Test(sandbox, a_reader_ends_with_who_started_it)
{
	for (unsigned i = 0; i < 150; i++) {
		int ends[2];

		cr_assert_eq(pipe(ends), 0);
		pid_t pid = fork();

		if (pid == 0) {
			close(ends[0]);
			run("", (struct sandbox_job){.read = never_ends, .fd = ends[1]}, NULL);
			_exit(0);
		}
		close(ends[1]);
		usleep(i * 10);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		cr_assert_eq(
			poll(&(struct pollfd){ends[0], POLLIN, 0}, 1, 10000), 1, "round %u", i);
		close(ends[0]);
	}
}

/* The limit of open files alone keeps a reader from all of these. */
Test(sandbox, gives_a_reader_no_way_out)
{
	static const char *const rows[] = {"r", "w", "s", "d", "rwsd"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};

		cr_expect(run(rows[i], (struct sandbox_job){.read = misbehaves, .fd = -1}, &err),
			"row %zu: %s", i, err.text);
	}
	cr_expect_neq(access("/tmp/gouji-sandbox-test", F_OK), 0);
}

static bool has_seccomp(void)
{
#ifdef HAVE_SECCOMP
	return access("/proc/sys/kernel/seccomp/actions_avail", F_OK) == 0;
#else
	return false;
#endif
}

/* The same number on every machine; 1: which version? */
static bool has_landlock(void)
{
	return syscall(444, NULL, 0, 1) >= 1;
}

/* What no limit keeps root from, the filter of system calls does. */
Test(sandbox, gives_a_reader_nothing_but_computing)
{
	static const char *const rows[] = {"m", "u", "f", "k", "x", "l", "p", "mufkxlp"};
	int other = open("/tmp/gouji-sandbox-other", O_WRONLY | O_CREAT, 0600);

	if (!has_seccomp())
		unit_skip("no filter of system calls here");
	for (size_t i = 0; i < ROWS(rows) && !SANITIZED; i++) {
		struct err err = {0};

		cr_expect(run(rows[i], (struct sandbox_job){.read = misbehaves, .fd = -1}, &err),
			"row %zu: %s", i, err.text);
	}
	close(other);
	cr_expect_eq(unlink("/tmp/gouji-sandbox-other"), 0);
	cr_expect_neq(access("/tmp/gouji-sandbox-test", F_OK), 0);
}

/* Everything a program says on its standard output. */
static struct str output_of(
	const char *const *argv, const char *input, int *status, struct buf *out)
{
	struct sandbox_program p = {0};
	struct err err = {0};
	char piece[512];
	ssize_t n;

	cr_assert(sandbox_start(&p, argv, str_of(input), &err), "%s", err.text);
	while ((n = read(p.output, piece, sizeof piece)) > 0)
		buf_add(out, (struct str){piece, (size_t)n});
	close(p.output);
	*status = sandbox_finish(&p, false);
	return buf_str(out);
}

Test(sandbox, runs_programs_that_only_read)
{
	static const struct {
		const char *argv[4];
		const char *input, *output;
		bool well;
	} rows[] = {
		{{"/nowhere/program", NULL}, "", "", false},
		{{"/bin/sh", "-c", "exit 3", NULL}, "", "", false},
		{{"/bin/sh", "-c", "echo yes >/tmp/gouji-sandbox-test", NULL}, "", "", false},
		{{"/bin/cat", NULL}, "given", "given", true},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf out = {0};
		int status = 0;

		if (SANITIZED && rows[i].well)
			continue;
		expect_str(output_of(rows[i].argv, rows[i].input, &status, &out),
			str_of(rows[i].output));
		cr_expect_eq(status == 0, rows[i].well, "row %zu: status %d", i, status);
		buf_free(&out);
	}
	cr_expect_neq(access("/tmp/gouji-sandbox-test", F_OK), 0);
}

/* Either of Landlock and the filter keeps a program from changing files; from reading the user's,
 * Landlock alone. */
Test(sandbox, keeps_programs_from_the_users_files)
{
	static const struct {
		const char *command;
		bool reads;
	} rows[] = {
		{"mkdir /tmp/gouji-sandbox-made", false},
		{"rm /tmp/gouji-sandbox-kept", false},
		{"mv /tmp/gouji-sandbox-kept /tmp/gouji-sandbox-made", false},
		{"ln -s x /tmp/gouji-sandbox-made", false},
		{": >>/tmp/gouji-sandbox-kept", false},
		{"cat /tmp/gouji-sandbox-kept", true},
		{"cat /etc/passwd", true},
		{"ls /tmp", true},
	};
	int kept = open("/tmp/gouji-sandbox-kept", O_WRONLY | O_CREAT, 0600);

	for (size_t i = 0; i < ROWS(rows) && (has_landlock() || has_seccomp()); i++) {
		const char *const argv[] = {"/bin/sh", "-c", rows[i].command, NULL};
		struct buf out = {0};
		int status = 0;

		if (rows[i].reads && !has_landlock())
			continue;
		expect_str(output_of(argv, "", &status, &out), STR(""));
		cr_expect_neq(status, 0, "let: %s", rows[i].command);
		buf_free(&out);
	}
	close(kept);
	cr_expect_neq(access("/tmp/gouji-sandbox-made", F_OK), 0);
	cr_expect_eq(unlink("/tmp/gouji-sandbox-kept"), 0);
}
