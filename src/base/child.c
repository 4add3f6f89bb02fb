/* The first steps of a child process. */
#include "base/child.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

void child_begin(pid_t parent)
{
	sigset_t none;

	for (int s = 1; s < 32; s++)
		signal(s, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	if (getppid() != parent) /* it ended before it could be told to us */
		_exit(0);
}

void child_close_from(unsigned first)
{
#ifdef SYS_close_range
	if (syscall(SYS_close_range, first, ~0u, 0) == 0)
		return;
#endif
	long most = sysconf(_SC_OPEN_MAX);

	for (long fd = (long)first; fd < (most > 0 && most < 65536 ? most : 65536); fd++)
		close((int)fd);
}
