/* The first steps of a child process: it never outlives its program. */
#include "unit/unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"

/* Two ends each: what the grandchild says, and what it waits for. */
struct talk {
	int said[2], gate[2];
};

static void talk_open(struct talk *t)
{
	cr_assert_eq(pipe2(t->said, O_CLOEXEC), 0);
	cr_assert_eq(pipe2(t->gate, O_CLOEXEC), 0);
}

/* All the grandchild ever says, once nobody can say more. */
static struct str heard(struct talk *t, char out[8])
{
	size_t n = 0;

	close(t->said[1]);
	close(t->gate[0]);
	close(t->gate[1]);
	for (ssize_t got; n < 8 && (got = read(t->said[0], out + n, 8 - n)) > 0;)
		n += (size_t)got;
	close(t->said[0]);
	return (struct str){out, n};
}

static void say(const struct talk *t, char c)
{
	if (write(t->said[1], &c, 1) != 1)
		_exit(1);
}

/* Stands where it is until nobody holds the gate's other end. */
static void stand(const struct talk *t)
{
	char c;

	close(t->gate[1]);
	if (read(t->gate[0], &c, 1) < 0)
		_exit(1);
}

/* The program is gone before its child has taken the first step. */
Test(child, one_that_is_too_late_ends)
{
	struct talk t;
	char out[8];

	talk_open(&t);
	pid_t program = fork();

	if (program == 0) {
		pid_t me = getpid();

		if (fork() == 0) {
			say(&t, 'b');
			stand(&t);
			child_begin(me);
			say(&t, 'x');
		}
		_exit(0);
	}
	waitpid(program, NULL, 0);
	expect_str(heard(&t, out), STR("b"));
}

Test(child, it_ends_with_the_program)
{
	struct talk t;
	char out[8];

	talk_open(&t);
	pid_t program = fork();

	if (program == 0) {
		pid_t me = getpid();

		if (fork() == 0) {
			child_begin(me);
			say(&t, 'b');
			for (;;)
				pause();
		}
		close(t.said[1]);
		_exit(read(t.said[0], out, 1) == 1 ? 0 : 1);
	}
	int status;

	waitpid(program, &status, 0);
	cr_expect_eq(status, 0);
	expect_str(heard(&t, out), STR(""));
}

static void handler(int sig)
{
	(void)sig;
}

Test(child, it_has_no_handler_and_nothing_blocked)
{
	sigset_t some;
	int status;

	signal(SIGTERM, handler);
	signal(SIGINT, SIG_IGN);
	sigemptyset(&some);
	sigaddset(&some, SIGHUP);
	sigprocmask(SIG_BLOCK, &some, NULL);
	pid_t me = getpid(), pid = fork();

	if (pid == 0) {
		struct sigaction now;

		child_begin(me);
		int wrong = sigaction(SIGTERM, NULL, &now) != 0 || now.sa_handler != SIG_DFL;

		wrong |= sigaction(SIGINT, NULL, &now) != 0 || now.sa_handler != SIG_DFL;
		wrong |= sigaction(SIGPIPE, NULL, &now) != 0 || now.sa_handler != SIG_IGN;
		sigprocmask(SIG_SETMASK, NULL, &some);
		_exit(wrong | sigismember(&some, SIGHUP));
	}
	waitpid(pid, &status, 0);
	cr_expect_eq(status, 0);
	sigprocmask(SIG_UNBLOCK, &some, NULL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
}

Test(child, descriptors_are_closed_from_one_on)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		int fd = open("/dev/null", O_RDONLY), far = dup2(fd, 700);

		child_close_from(3);
		_exit((fcntl(fd, F_GETFD) >= 0) | (far >= 0 && fcntl(far, F_GETFD) >= 0) |
			(fcntl(2, F_GETFD) < 0));
	}
	waitpid(pid, &status, 0);
	cr_expect_eq(status, 0);
}
