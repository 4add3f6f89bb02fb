/* The filters. A reader is our own code and gets a list of what it may; a program's needs differ
 * from one system to the next, so it gets a list of what it may not. */
#include "import/seccomp.h"

#ifdef HAVE_SECCOMP

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stddef.h>

#include "base/library.h"

#define NUMBERS(list) (sizeof(list) / sizeof((list)[0]))

#define FUNCTIONS(X) X(seccomp_init) X(seccomp_rule_add) X(seccomp_load) X(seccomp_release)
struct functions {
	FUNCTIONS(LIBRARY_POINTER)
};

static const struct library_function wanted[] = {FUNCTIONS(LIBRARY_FUNCTION)};

struct filter {
	struct functions f;
	scmp_filter_ctx rules;
};

/* Memory, open descriptors, time, and ending, well or by abort(). */
static const int reader_may[] = {
	SCMP_SYS(brk),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(clock_nanosleep),
	SCMP_SYS(close),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	SCMP_SYS(fstat),
	SCMP_SYS(futex),
	SCMP_SYS(getpid),
	SCMP_SYS(getrandom),
	SCMP_SYS(gettid),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(lseek),
	SCMP_SYS(madvise),
	SCMP_SYS(mmap),
	SCMP_SYS(mprotect),
	SCMP_SYS(mremap),
	SCMP_SYS(munmap),
	SCMP_SYS(poll),
	SCMP_SYS(read),
	SCMP_SYS(restart_syscall),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(sched_yield),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(tgkill),
	SCMP_SYS(write),
};

static const int program_may_not[] = {
	/* network */
	SCMP_SYS(accept),
	SCMP_SYS(accept4),
	SCMP_SYS(bind),
	SCMP_SYS(connect),
	SCMP_SYS(listen),
	SCMP_SYS(sendmmsg),
	SCMP_SYS(sendmsg),
	SCMP_SYS(sendto),
	SCMP_SYS(socket),
	SCMP_SYS(socketpair),
	/* files and folders */
	SCMP_SYS(chmod),
	SCMP_SYS(chown),
	SCMP_SYS(chroot),
	SCMP_SYS(creat),
	SCMP_SYS(fallocate),
	SCMP_SYS(fchmod),
	SCMP_SYS(fchmodat),
	SCMP_SYS(fchown),
	SCMP_SYS(fchownat),
	SCMP_SYS(ftruncate),
	SCMP_SYS(futimesat),
	SCMP_SYS(lchown),
	SCMP_SYS(link),
	SCMP_SYS(linkat),
	SCMP_SYS(mkdir),
	SCMP_SYS(mkdirat),
	SCMP_SYS(mknod),
	SCMP_SYS(mknodat),
	SCMP_SYS(rename),
	SCMP_SYS(renameat),
	SCMP_SYS(renameat2),
	SCMP_SYS(rmdir),
	SCMP_SYS(symlink),
	SCMP_SYS(symlinkat),
	SCMP_SYS(truncate),
	SCMP_SYS(unlink),
	SCMP_SYS(unlinkat),
	SCMP_SYS(utime),
	SCMP_SYS(utimensat),
	SCMP_SYS(utimes),
	SCMP_SYS(setxattr),
	SCMP_SYS(lsetxattr),
	SCMP_SYS(fsetxattr),
	SCMP_SYS(removexattr),
	SCMP_SYS(lremovexattr),
	SCMP_SYS(fremovexattr),
	/* the system, other processes, and ways around a filter */
	SCMP_SYS(add_key),
	SCMP_SYS(bpf),
	SCMP_SYS(io_uring_enter),
	SCMP_SYS(io_uring_register),
	SCMP_SYS(io_uring_setup),
	SCMP_SYS(keyctl),
	SCMP_SYS(kill),
	SCMP_SYS(mount),
	SCMP_SYS(move_mount),
	SCMP_SYS(open_by_handle_at),
	SCMP_SYS(perf_event_open),
	SCMP_SYS(pidfd_getfd),
	SCMP_SYS(pivot_root),
	SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev),
	SCMP_SYS(ptrace),
	SCMP_SYS(request_key),
	SCMP_SYS(setns),
	SCMP_SYS(tkill),
	SCMP_SYS(umount2),
	SCMP_SYS(unshare),
	SCMP_SYS(userfaultfd),
};

bool seccomp_ready(struct err *err)
{
	return library_ready(SECCOMP_SONAME, err);
}

static bool filter_begin(struct filter *f, uint32_t otherwise)
{
	struct err err;

	if (!library_load(SECCOMP_SONAME, wanted, NUMBERS(wanted), &f->f, &err))
		return false;
	f->rules = f->f.seccomp_init(otherwise);
	return f->rules != NULL;
}

static void filter_calls(struct filter *f, uint32_t action, const int *calls, size_t n)
{
	for (size_t i = 0; i < n; i++)
		f->f.seccomp_rule_add(f->rules, action, calls[i], 0);
}

static void filter_take_effect(struct filter *f)
{
	f->f.seccomp_load(f->rules); /* where it cannot be, the limits and Landlock still hold */
	f->f.seccomp_release(f->rules);
}

void seccomp_confine_reader(void)
{
	struct filter filter;

	if (!filter_begin(&filter, SCMP_ACT_ERRNO(EPERM)))
		return;
	filter_calls(&filter, SCMP_ACT_ALLOW, reader_may, NUMBERS(reader_may));
	filter_take_effect(&filter);
}

/* Opening for anything but reading. */
static void forbid_writing(struct filter *f)
{
	static const scmp_datum_t flags[] = {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC};

	for (size_t i = 0; i < NUMBERS(flags); i++) {
		f->f.seccomp_rule_add(f->rules, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 1,
			SCMP_A1(SCMP_CMP_MASKED_EQ, flags[i], flags[i]));
		f->f.seccomp_rule_add(f->rules, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 1,
			SCMP_A2(SCMP_CMP_MASKED_EQ, flags[i], flags[i]));
	}
	/* its flags are out of a filter's sight; C libraries fall back to openat */
	f->f.seccomp_rule_add(f->rules, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0);
}

void seccomp_confine_program(void)
{
	struct filter filter;

	if (!filter_begin(&filter, SCMP_ACT_ALLOW))
		return;
	filter_calls(&filter, SCMP_ACT_ERRNO(EPERM), program_may_not, NUMBERS(program_may_not));
	forbid_writing(&filter);
	filter_take_effect(&filter);
}

#else

bool seccomp_ready(struct err *err)
{
	(void)err;
	return true;
}

void seccomp_confine_reader(void)
{
}

void seccomp_confine_program(void)
{
}

#endif
