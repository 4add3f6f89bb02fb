/* Children, what they are told and what they say: a length and as many bytes, both ways. */
#include "base/crew.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"
#include "base/lang.h"
#include "base/mem.h"

/* How kind a child is that nobody waits for (setpriority). */
#define KINDNESS 5
/* The longest result that is believed. */
#define RESULT_MAX ((uint64_t)2 << 30)
#define CHUNK ((size_t)256 << 10)

struct hand {
	pid_t pid;
	int fd;
	bool busy, urgent;
	size_t tag;
	uint64_t length; /* of the result */
	size_t n_length; /* bytes of that which are there */
	struct buf got;
};

struct crew {
	size_t size;
	crew_work *work;
	const void *data;
	struct hand hands[CREW_MOST];
	size_t n;
};

size_t crew_size(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 2 ? 2 : n > 4 ? 4 : (size_t)n;
}

struct crew *crew_new(size_t size, crew_work *work, const void *data)
{
	struct crew *c = mem_alloc(sizeof *c);

	c->size = size < CREW_MOST ? size : CREW_MOST - 1;
	c->work = work;
	c->data = data;
	return c;
}

/* --- the child --- */

/* No terminal, no stream, nothing open but 3, the end of its talk with the program. */
static void child_close_others(int fd)
{
	int null = open("/dev/null", O_RDWR);
	int own = fcntl(fd, F_DUPFD, 10);

	for (int i = 0; i < 3; i++)
		dup2(null, i);
	dup2(own, 3);
	fcntl(3, F_SETFD, FD_CLOEXEC);
	child_close_from(4);
}

static void child_read(int fd, void *to, size_t n)
{
	for (char *p = to; n > 0;) {
		ssize_t got = read(fd, p, n);

		if (got > 0) {
			p += got;
			n -= (size_t)got;
		} else if (got == 0 || errno != EINTR) {
			_exit(0); /* nobody is there any more */
		}
	}
}

static void child_write(int fd, const void *from, size_t n)
{
	for (const char *p = from; n > 0;) {
		ssize_t put = write(fd, p, n);

		if (put > 0) {
			p += put;
			n -= (size_t)put;
		} else if (put == 0 || errno != EINTR) {
			_exit(0);
		}
	}
}

static _Noreturn void child_work(const struct crew *c, int fd, bool urgent, pid_t parent)
{
	uint64_t n;

	child_begin(parent);
	setpgid(0, 0);
	child_close_others(fd);
	if (!urgent)
		setpriority(PRIO_PROCESS, 0, KINDNESS);
	for (;;) {
		struct buf order = {0}, result = {0};

		child_read(3, &n, sizeof n);
		buf_reserve(&order, n);
		child_read(3, order.p, n);
		order.n = n;
		order.p[n] = '\0';
		c->work(c->data, buf_str(&order), &result);
		n = result.n;
		child_write(3, &n, sizeof n);
		child_write(3, result.p, result.n);
		buf_free(&order);
		buf_free(&result);
	}
}

/* --- the program --- */

static void wait_for(pid_t pid)
{
	while (waitpid(pid, NULL, 0) > 0 || errno == EINTR)
		;
}

/* The child is the first of a group: whatever it started is of it, and is ours to wait for once the
 * child is gone (PR_SET_CHILD_SUBREAPER). */
static void end_hand(struct crew *c, size_t i)
{
	struct hand *h = &c->hands[i];

	kill(-h->pid, SIGKILL);
	close(h->fd);
	wait_for(h->pid);
	wait_for(-h->pid);
	buf_free(&h->got);
	c->hands[i] = c->hands[--c->n];
	if (c->n == 0)
		prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
}

void crew_rest(struct crew *c)
{
	while (c->n > 0)
		end_hand(c, c->n - 1);
}

void crew_free(struct crew *c)
{
	if (!c)
		return;
	crew_rest(c);
	free(c);
}

static bool start_hand(struct crew *c, bool urgent, struct err *err)
{
	int ends[2];
	pid_t parent = getpid();

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return err_sys(err, NULL, _("cannot start a reader"));
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	pid_t pid = fork();

	if (pid == 0)
		child_work(c, ends[1], urgent, parent);
	int why = errno;

	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		errno = why;
		return err_sys(err, NULL, _("cannot start a reader"));
	}
	setpgid(pid, pid); /* so does the child: whoever comes first */
	c->hands[c->n++] = (struct hand){.pid = pid, .fd = ends[0], .urgent = urgent};
	return true;
}

static size_t count(const struct crew *c, bool urgent)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		n += c->hands[i].urgent == urgent;
	return n;
}

static struct hand *idle_hand(struct crew *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (!c->hands[i].busy && !c->hands[i].urgent)
			return &c->hands[i];
	return NULL;
}

bool crew_has_hand(const struct crew *c)
{
	return idle_hand((struct crew *)c) || count(c, false) < c->size;
}

bool crew_is_busy(const struct crew *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->hands[i].busy)
			return true;
	return false;
}

/* Orders are short and the child reads: this takes no time. Where the child is dead it is told as
 * lost when it is asked for. */
static void tell(struct hand *h, struct str order)
{
	uint64_t n = order.n;
	struct buf all = {0};

	buf_add(&all, (struct str){(const char *)&n, sizeof n});
	buf_add(&all, order);
	for (size_t at = 0; at < all.n;) {
		ssize_t put = send(h->fd, all.p + at, all.n - at, MSG_NOSIGNAL);

		if (put > 0)
			at += (size_t)put;
		else if (put == 0 || errno != EINTR)
			break;
	}
	buf_free(&all);
}

bool crew_give(struct crew *c, size_t tag, struct str order, bool urgent, struct err *err)
{
	struct hand *h = urgent ? NULL : idle_hand(c);

	if (!h && (urgent ? count(c, true) > 0 : count(c, false) >= c->size))
		return err_set(err, ERR_REFUSED, _("all readers are at work"));
	if (!h && !start_hand(c, urgent, err))
		return false;
	h = h ? h : &c->hands[c->n - 1];
	h->busy = true;
	h->tag = tag;
	h->n_length = 0;
	buf_clear(&h->got);
	tell(h, order);
	return true;
}

size_t crew_fds(const struct crew *c, struct pollfd *fds)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->hands[i].busy)
			fds[n++] = (struct pollfd){.fd = c->hands[i].fd, .events = POLLIN};
	return n;
}

/* Bytes that are there, at most so many; 0 where none are yet; below: it is lost. */
static ssize_t hear(const struct hand *h, void *to, size_t n)
{
	ssize_t got;

	do
		got = recv(h->fd, to, n, MSG_DONTWAIT);
	while (got < 0 && errno == EINTR);
	if (got > 0)
		return got;
	return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : -1;
}

static enum crew_news hear_length(struct hand *h)
{
	while (h->n_length < sizeof h->length) {
		ssize_t n =
			hear(h, (char *)&h->length + h->n_length, sizeof h->length - h->n_length);

		if (n <= 0)
			return n < 0 ? CREW_LOST : CREW_NOTHING;
		h->n_length += (size_t)n;
	}
	return h->length <= RESULT_MAX ? CREW_RESULT : CREW_LOST;
}

static enum crew_news hear_result(struct hand *h)
{
	enum crew_news news = hear_length(h);

	while (news == CREW_RESULT && h->got.n < h->length) {
		size_t left = (size_t)h->length - h->got.n;

		left = left < CHUNK ? left : CHUNK;
		buf_reserve(&h->got, left);
		ssize_t n = hear(h, h->got.p + h->got.n, left);

		if (n <= 0)
			return n < 0 ? CREW_LOST : CREW_NOTHING;
		h->got.n += (size_t)n;
		h->got.p[h->got.n] = '\0';
	}
	return news;
}

enum crew_news crew_take(struct crew *c, size_t *tag, struct buf *result)
{
	for (size_t i = 0; i < c->n; i++) {
		struct hand *h = &c->hands[i];
		enum crew_news news = h->busy ? hear_result(h) : CREW_NOTHING;

		if (news == CREW_NOTHING)
			continue;
		*tag = h->tag;
		*result = (struct buf){0};
		h->busy = false;
		if (news == CREW_RESULT) {
			*result = h->got;
			h->got = (struct buf){0};
		}
		if (news == CREW_LOST || h->urgent)
			end_hand(c, i);
		return news;
	}
	return CREW_NOTHING;
}

void crew_cancel(struct crew *c, size_t tag)
{
	for (size_t i = c->n; i-- > 0;)
		if (c->hands[i].busy && c->hands[i].tag == tag)
			end_hand(c, i);
}
