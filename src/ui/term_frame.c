/* Frames: standard output put on a file in memory and back. */
#include "ui/term_frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

void term_frame_open(struct term_frame *f)
{
	f->memory = memfd_create("frame", MFD_CLOEXEC);
	f->terminal = f->memory < 0 ? -1 : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
}

void term_frame_close(struct term_frame *f)
{
	if (f->memory >= 0)
		close(f->memory);
	if (f->terminal >= 0)
		close(f->terminal);
	f->memory = f->terminal = -1;
}

void term_frame_begin(const struct term_frame *f)
{
	if (f->terminal >= 0 && lseek(f->memory, 0, SEEK_SET) == 0)
		dup2(f->memory, STDOUT_FILENO);
}

/* A terminal that is gone is told by the descriptor of its input. */
static void send_all(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t sent = write(fd, p, n);

		if (sent > 0) {
			p += sent;
			n -= (size_t)sent;
		} else if (sent < 0 && errno == EAGAIN) {
			poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
		} else if (sent == 0 || errno != EINTR) {
			return;
		}
	}
}

void term_frame_end(const struct term_frame *f)
{
	char piece[16384];
	off_t end, at = 0;
	ssize_t n = 1;

	if (f->terminal < 0)
		return;
	end = lseek(f->memory, 0, SEEK_CUR);
	dup2(f->terminal, STDOUT_FILENO);
	while (at < end && n > 0) {
		size_t most = end - at < (off_t)sizeof piece ? (size_t)(end - at) : sizeof piece;

		n = pread(f->memory, piece, most, at);
		if (n > 0)
			send_all(f->terminal, piece, (size_t)n);
		at += n;
	}
}

void term_frame_break(void)
{
	int fd = isatty(STDOUT_FILENO) ? -1 : open("/dev/tty", O_RDWR | O_CLOEXEC);

	if (fd >= 0)
		dup2(fd, STDOUT_FILENO);
}
