/* A program on a pseudo-terminal. */
#include "desk/pty.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

enum { DEADLINE_MS = 15000, QUIET_MS = 12, ESCAPE_MS = 60 };

static double precise_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static long now_ms(void)
{
	return (long)precise_ms();
}

static void set_env(const char *const *env)
{
	const char *path = getenv("PATH");
	char *kept = path ? strdup(path) : NULL;

	clearenv();
	if (kept)
		setenv("PATH", kept, 1);
	for (size_t i = 0; env[i]; i++)
		putenv(strdup(env[i]));
}

/* In the child: never returns. */
static void become(const struct pty_start *start, int slave)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int sig = 1; sig < 32; sig++)
		signal(sig, SIG_DFL);
	login_tty(slave);
	if (start->dir && chdir(start->dir) != 0)
		_exit(126);
	set_env(start->env);
	execv(start->argv[0], (char *const *)start->argv);
	_exit(127);
}

static void set_size(int fd, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	ioctl(fd, TIOCSWINSZ, &size);
}

static int take_prop(VTermProp prop, VTermValue *value, void *user)
{
	struct pty *p = user;

	if (prop == VTERM_PROP_ALTSCREEN)
		p->other_screen = value->boolean;
	else if (prop == VTERM_PROP_CURSORVISIBLE)
		p->no_cursor = !value->boolean;
	else if (prop == VTERM_PROP_MOUSE)
		p->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static void emulate(struct pty *p)
{
	static const VTermScreenCallbacks calls = {.settermprop = take_prop};

	p->vt = vterm_new(p->rows, p->cols);
	vterm_set_utf8(p->vt, 1);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_set_callbacks(p->screen, &calls, p);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
}

struct pty *pty_open(const struct pty_start *start)
{
	struct pty *p = calloc(1, sizeof *p);

	if (!p || openpty(&p->master, &p->slave, NULL, NULL, NULL) != 0)
		abort();
	set_size(p->master, start->rows, start->cols);
	p->rows = start->rows;
	p->cols = start->cols;
	emulate(p);
	fcntl(p->master, F_SETFL, O_NONBLOCK);
	fcntl(p->master, F_SETFD, FD_CLOEXEC);
	p->pid = fork();
	if (p->pid == 0)
		become(start, p->slave);
	return p;
}

static void reap(struct pty *p)
{
	if (!p->ended && waitpid(p->pid, &p->status, WNOHANG) == p->pid)
		p->ended = true;
	if (p->ended && p->ended_at == 0)
		p->ended_at = precise_ms();
}

void pty_close(struct pty *p)
{
	if (!p->ended) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, &p->status, 0);
	}
	close(p->master);
	close(p->slave);
	vterm_free(p->vt);
	free(p->text);
	free(p);
}

/* Answers of the emulator (cursor reports and the like) go back as a terminal's would. */
static void send_answers(struct pty *p)
{
	char answer[256];
	size_t n = vterm_output_read(p->vt, answer, sizeof answer);

	if (n > 0 && write(p->master, answer, n) < 0)
		return;
}

/* How many bytes at the end begin a character that is not whole. */
static size_t unfinished(const char *p, size_t n)
{
	for (size_t back = 1; back <= 3 && back <= n; back++) {
		unsigned char c = (unsigned char)p[n - back];

		if (c >= 0xc0)
			return (c >= 0xf0 ? 4u : c >= 0xe0 ? 3u : 2u) > back ? back : 0;
		if (c < 0x80)
			return 0;
	}
	return 0;
}

/* libvterm loses a character whose bytes come in two writes. */
static void feed(struct pty *p, const char *chunk, size_t n)
{
	char text[16384 + sizeof p->tail];

	memcpy(text, p->tail, p->n_tail);
	memcpy(text + p->n_tail, chunk, n);
	n += p->n_tail;
	p->n_tail = unfinished(text, n);
	memcpy(p->tail, text + n - p->n_tail, p->n_tail);
	vterm_input_write(p->vt, text, n - p->n_tail);
}

size_t pty_pump(struct pty *p, int ms)
{
	struct pollfd fd = {p->master, POLLIN, 0};
	size_t got = 0;
	char chunk[16384];

	while (poll(&fd, 1, got ? 0 : ms) > 0 && (fd.revents & POLLIN)) {
		ssize_t n = read(p->master, chunk, sizeof chunk);

		if (n <= 0)
			break;
		p->wrote_at = precise_ms();
		feed(p, chunk, (size_t)n);
		got += (size_t)n;
	}
	if (got > 0)
		send_answers(p);
	p->bytes += got;
	return got;
}

void pty_send(struct pty *p, const char *keys)
{
	size_t n = strlen(keys);

	p->escape = n > 0 && keys[n - 1] == '\033';
	for (long end = now_ms() + DEADLINE_MS; n > 0 && now_ms() < end;) {
		ssize_t done = write(p->master, keys, n);

		if (done > 0) {
			keys += done;
			n -= (size_t)done;
		}
		pty_pump(p, 0);
		reap(p);
		if (p->ended)
			return;
	}
}

void pty_resize(struct pty *p, int rows, int cols)
{
	pty_pump(p, 0);
	p->rows = rows;
	p->cols = cols;
	/* a terminal's margins fall with its size; libvterm writes where the old ones were */
	vterm_input_write(p->vt, "\033[r", 3);
	vterm_set_size(p->vt, rows, cols);
	set_size(p->master, rows, cols);
}

static size_t put_utf8(char *out, uint32_t ch)
{
	if (ch < 0x80) {
		out[0] = (char)ch;
		return 1;
	}
	if (ch < 0x800) {
		out[0] = (char)(0xc0 | ch >> 6);
		out[1] = (char)(0x80 | (ch & 0x3f));
		return 2;
	}
	if (ch < 0x10000) {
		out[0] = (char)(0xe0 | ch >> 12);
		out[1] = (char)(0x80 | (ch >> 6 & 0x3f));
		out[2] = (char)(0x80 | (ch & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | ch >> 18);
	out[1] = (char)(0x80 | (ch >> 12 & 0x3f));
	out[2] = (char)(0x80 | (ch >> 6 & 0x3f));
	out[3] = (char)(0x80 | (ch & 0x3f));
	return 4;
}

VTermScreenCell pty_cell(struct pty *p, int row, int col)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(p->screen, (VTermPos){row, col}, &cell);
	return cell;
}

static bool is_right_half(const VTermScreenCell *cell)
{
	return cell->chars[0] == (uint32_t)-1;
}

static size_t put_cell(char *out, const VTermScreenCell *cell)
{
	size_t n = 0;

	if (is_right_half(cell))
		return 0;
	if (cell->chars[0] == 0)
		return put_utf8(out, ' ');
	for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		n += put_utf8(out + n, cell->chars[i]);
	return n;
}

char *pty_row(struct pty *p, int row)
{
	char *text = calloc((size_t)p->cols + 1, 4 * VTERM_MAX_CHARS_PER_CELL);
	size_t n = 0;

	for (int col = 0; col < p->cols; col++) {
		VTermScreenCell cell = pty_cell(p, row, col);

		n += put_cell(text + n, &cell);
	}
	while (n > 0 && text[n - 1] == ' ')
		n--;
	text[n] = '\0';
	return text;
}

const char *pty_text(struct pty *p)
{
	size_t n = 0;

	free(p->text);
	p->text = calloc((size_t)p->rows * ((size_t)p->cols + 1) + 1, 4 * VTERM_MAX_CHARS_PER_CELL);
	for (int row = 0; row < p->rows; row++) {
		char *line = pty_row(p, row);

		n += (size_t)sprintf(p->text + n, "%s\n", line);
		free(line);
	}
	return p->text;
}

static bool wait_for(struct pty *p, const char *text, bool there)
{
	long end = now_ms() + DEADLINE_MS;

	for (;;) {
		pty_pump(p, 0);
		if ((strstr(pty_text(p), text) != NULL) == there)
			return true;
		reap(p);
		if (p->ended || now_ms() > end)
			return false;
		pty_pump(p, 50);
	}
}

bool pty_wait(struct pty *p, const char *text)
{
	return wait_for(p, text, true);
}

bool pty_wait_gone(struct pty *p, const char *text)
{
	return wait_for(p, text, false);
}

/* Does the program sleep? From the state letter behind the name in brackets. */
static bool is_asleep(const struct pty *p)
{
	char path[64], stat[512] = {0};

	snprintf(path, sizeof path, "/proc/%d/stat", (int)p->pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, stat, sizeof stat - 1) : 0;

	if (fd >= 0)
		close(fd);
	char *bracket = n > 0 ? strrchr(stat, ')') : NULL;

	return bracket && bracket[1] == ' ' && bracket[2] == 'S';
}

/* Of what was sent. The kernel hands it on at its leisure: until then nothing seems to wait, though
 * something does. Only poll() sees to it at once. */
static bool has_read_all(const struct pty *p)
{
	struct pollfd fd = {p->slave, POLLIN, 0};
	int waiting = 0;

	poll(&fd, 1, 0);
	return ioctl(p->slave, FIONREAD, &waiting) != 0 || waiting == 0;
}

/* Takes in what the programs wrote, waiting up to `ms` for one of them; false where none did. */
static bool pump_any(struct pty *const *p, size_t n, int ms)
{
	struct pollfd fds[PTY_TOGETHER];
	bool got = false;

	for (size_t i = 0; i < n; i++)
		fds[i] = (struct pollfd){p[i]->ended ? -1 : p[i]->master, POLLIN, 0};
	if (poll(fds, n, ms) <= 0)
		return false;
	for (size_t i = 0; i < n; i++)
		got |= fds[i].fd >= 0 && pty_pump(p[i], 0) > 0;
	return got;
}

static bool is_at_rest(const struct pty *p)
{
	return p->ended || (has_read_all(p) && is_asleep(p)); /* in this order */
}

bool pty_rest_all(struct pty *const *p, size_t n)
{
	long end = now_ms() + DEADLINE_MS;
	int calm = 0, ms = QUIET_MS;

	assert(n <= PTY_TOGETHER);
	for (size_t i = 0; i < n; i++)
		ms = p[i]->escape ? ESCAPE_MS : ms;
	while (now_ms() < end) {
		bool calmer = !pump_any(p, n, ms);
		bool ended = true;

		for (size_t i = 0; i < n; i++) {
			reap(p[i]);
			calmer = calmer && is_at_rest(p[i]);
			ended = ended && p[i]->ended;
		}
		calm = calmer ? calm + 1 : 0;
		if (calm >= 2 || ended)
			return true;
	}
	return false;
}

bool pty_rest(struct pty *p)
{
	return pty_rest_all(&p, 1);
}

int pty_end(struct pty *p)
{
	for (long end = now_ms() + DEADLINE_MS; !p->ended && now_ms() < end;) {
		pty_pump(p, 1);
		reap(p);
	}
	while (pty_pump(p, 0) > 0)
		;
	return p->ended ? p->status : -1;
}

/* The column at which byte `at` of the row's text stands. */
static int column_of(struct pty *p, int row, size_t at)
{
	size_t n = 0;
	char one[4 * VTERM_MAX_CHARS_PER_CELL];

	for (int col = 0; col < p->cols; col++) {
		VTermScreenCell cell = pty_cell(p, row, col);

		if (n >= at && !is_right_half(&cell))
			return col;
		n += put_cell(one, &cell);
	}
	return p->cols;
}

bool pty_find(struct pty *p, const char *text, int *row, int *col)
{
	for (int y = 0; y < p->rows; y++) {
		char *line = pty_row(p, y);
		char *found = strstr(line, text);
		size_t at = found ? (size_t)(found - line) : 0;

		free(line);
		if (!found)
			continue;
		*row = y;
		*col = column_of(p, y, at);
		return true;
	}
	return false;
}

const char *pty_torn(struct pty *p)
{
	static const char *const wrong[] = {"a wide character without its right half",
		"a right half without its wide character"};

	for (int row = 0; row < p->rows; row++) {
		bool due = false;

		for (int col = 0; col < p->cols; col++) {
			VTermScreenCell cell = pty_cell(p, row, col);

			if (due != is_right_half(&cell))
				return wrong[!due];
			due = cell.width == 2 && !is_right_half(&cell);
		}
		if (due)
			return wrong[0];
	}
	return NULL;
}

bool pty_is_restored(struct pty *p)
{
	struct termios t;

	return tcgetattr(p->slave, &t) == 0 && (t.c_lflag & ICANON) && (t.c_lflag & ECHO) &&
	       (t.c_oflag & OPOST) && !p->other_screen && !p->no_cursor && !p->mouse;
}

long pty_wakeups(const struct pty *p)
{
	char path[64], line[256];
	long n = -1;

	snprintf(path, sizeof path, "/proc/%d/status", (int)p->pid);
	FILE *f = fopen(path, "r");

	while (f && fgets(line, sizeof line, f))
		sscanf(line, "voluntary_ctxt_switches: %ld", &n);
	if (f)
		fclose(f);
	return n;
}
