/* The terminal. Curses sets it up, gives it back and reads its keys; what stands on it is painted
 * by term_paint.c, which is why nothing is ever written to a window of curses. */
#include "ui/term.h"

#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"
#include "ui/term_cap.h"
#include "ui/term_key.h"
#include "ui/term_looks.h"

/* Escape sequences arrive within this many milliseconds, a lone Esc is taken after. */
enum { ESCAPE_DELAY = 25 };

struct term {
	SCREEN *screen;
	FILE *in;
	int in_fd;	       /* the terminal's, for input */
	bool own_in;	       /* opened by us: standard input is no terminal */
	int signal_fd;	       /* signals come as bytes here */
	sigset_t before;       /* the signal mask we found */
	void (*old_stop)(int); /* while the terminal is lent: what SIGTSTP did */
	int ended_by;
	struct term_keys keys;
	WINDOW *window;	     /* for keys: a pad, which curses never draws by itself */
	struct canvas shown; /* what is on the terminal */
	bool unknown;	     /* not known what is */
	struct term_looks looks;
	struct term_moves moves;
	struct buf frame; /* bytes of a frame, sent in one piece */
};

static const int taken[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Where there is no other screen to go back from, the shell's line is cleared for it. */
static void give_screen_back(void)
{
	term_cap_send("BD");
	endwin();
	if (!term_cap("rmcup"))
		term_cap_send("el");
}

/* Best effort: what endwin() does is not promised to be safe here, but a terminal left raw is
 * worse. */
static void on_fatal(int sig)
{
	signal(sig, SIG_DFL);
	give_screen_back();
	raise(sig);
}

static void take_signals(struct term *t)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < COUNT(taken); i++)
		sigaddset(&set, taken[i]);
	sigprocmask(SIG_BLOCK, &set, &t->before);
	t->signal_fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	signal(SIGPIPE, SIG_IGN);
	for (size_t i = 0; i < COUNT(fatal); i++)
		signal(fatal[i], on_fatal);
}

static void leave_signals(struct term *t)
{
	for (size_t i = 0; i < COUNT(fatal); i++)
		signal(fatal[i], SIG_DFL);
	/* what curses put there */
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGTSTP, SIG_DFL);
	signal(SIGWINCH, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	close(t->signal_fd);
	sigprocmask(SIG_SETMASK, &t->before, NULL);
}

static void set_modes(struct term *t)
{
	const char *no_color = getenv("NO_COLOR");

	raw();
	noecho();
	nonl();
	t->window = newpad(1, 1);
	keypad(t->window, TRUE);
	meta(t->window, TRUE);
	nodelay(t->window, TRUE);
	intrflush(t->window, FALSE);
	set_escdelay(ESCAPE_DELAY);
	term_looks_make(&t->looks, !(no_color && *no_color));
	t->moves = term_moves_make();
	curs_set(0); /* endwin() shows it again, then */
	t->unknown = true;
	term_keys_define(&t->keys, t->window);
	term_cap_send("BE"); /* bracketed paste, where the terminal has it */
}

/* newterm() rather than initscr(), which ends the program on an unknown TERM. */
static bool start_screen(struct term *t, struct err *err)
{
	const char *type = getenv("TERM");
	enum term_fit fit = type && *type ? term_cap_fit(type) : TERM_UNKNOWN;

	if (fit == TERM_UNFIT)
		return err_set(err, ERR_REFUSED,
			_("a terminal of this type cannot be drawn on: TERM=%s"), type);
	t->screen = fit == TERM_FIT ? newterm(type, stdout, t->in) : NULL;
	return t->screen ||
	       err_set(err, ERR_REFUSED, _("unknown terminal type: TERM=%s"), type ? type : "");
}

static bool find_input(struct term *t, struct err *err)
{
	if (!isatty(STDOUT_FILENO))
		return err_set(err, ERR_REFUSED, _("standard output is not a terminal"));
	t->in = stdin;
	if (isatty(STDIN_FILENO))
		return true;
	t->in = fopen("/dev/tty", "r+e");
	t->own_in = t->in != NULL;
	return t->in || err_set(err, ERR_REFUSED, _("there is no terminal to read keys from"));
}

static void free_input(struct term *t)
{
	if (t->own_in)
		fclose(t->in);
	free(t);
}

/* A terminal of another encoding would show none of it; told in letters that all of them have. */
static bool is_of_unicode(struct err *err)
{
	char encoding[64];

	return !lang_is_foreign(encoding, sizeof encoding) ||
	       err_set(err, ERR_REFUSED,
		       "the locale is for terminals that show %s; the desk needs one that shows "
		       "UTF-8, and LC_ALL=C.UTF-8 to say so",
		       encoding);
}

struct term *term_open(struct err *err)
{
	struct term *t = mem_alloc(sizeof *t);

	if (!is_of_unicode(err) || !find_input(t, err)) {
		free_input(t);
		return NULL;
	}
	t->in_fd = fileno(t->in);
	take_signals(t);
	if (!start_screen(t, err)) {
		leave_signals(t);
		free_input(t);
		return NULL;
	}
	set_modes(t);
	return t;
}

/* A terminal that is gone is told by the descriptor of its input. */
static void send_all(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t sent = write(fd, s.p, s.n);

		if (sent > 0)
			s = str_slice(s, (size_t)sent, s.n);
		else if (sent < 0 && errno == EAGAIN)
			poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
		else if (sent == 0 || errno != EINTR)
			return;
	}
}

void term_close(struct term *t)
{
	if (!t)
		return;
	give_screen_back();
	delwin(t->window);
	delscreen(t->screen);
	leave_signals(t);
	term_looks_free(&t->looks);
	buf_free(&t->frame);
	canvas_free(&t->shown);
	free_input(t);
}

static void ask_size(const struct term *t, int *rows, int *cols)
{
	struct winsize size;

	*rows = LINES;
	*cols = COLS;
	if (ioctl(t->in_fd, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
		*rows = size.ws_row;
		*cols = size.ws_col;
	}
}

/* The size is asked for, not remembered from SIGWINCH: curses loses one that comes while an Esc is
 * pending. resize_term() would push no KEY_RESIZE, which nobody here waits for. */
void term_size(struct term *t, int *rows, int *cols)
{
	ask_size(t, rows, cols);
	if (*rows != LINES || *cols != COLS)
		resize_term(*rows, *cols);
	if (*rows != t->shown.rows || *cols != t->shown.cols) {
		canvas_resize(&t->shown, *rows, *cols);
		term_repaint(t);
	}
}

/* On a Linux console curses loads libgpm here, which loses the terminal's name where no mouse
 * daemon answers, and is unloaded before anyone could tell whose that was. */
void term_set_mouse(struct term *t, bool on)
{
	mouseinterval(0);
	term_keys_mouse(&t->keys, on);
#ifdef __SANITIZE_ADDRESS__
	__lsan_disable();
#endif
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
#ifdef __SANITIZE_ADDRESS__
	__lsan_enable();
#endif
}

void term_repaint(struct term *t)
{
	t->unknown = true;
}

/* Curses clears the terminal, and puts back the modes it had before an endwin(). */
static void start_anew(struct term *t)
{
	clearok(curscr, TRUE);
	doupdate();
	canvas_clear(&t->shown);
	if (*t->looks.hide)
		buf_adds(&t->frame, t->looks.hide);
	t->unknown = false;
}

void term_draw(struct term *t, const struct canvas *canvas)
{
	struct term_moves moves = t->moves;

	if (canvas->rows != t->shown.rows || canvas->cols != t->shown.cols)
		return; /* resized since: the next draw fits */
	buf_clear(&t->frame);
	if (t->unknown) {
		start_anew(t);
		moves.scroll = NULL; /* of an empty screen */
	}
	term_paint(&t->looks, &moves, &t->shown, canvas, &t->frame);
	send_all(STDOUT_FILENO, buf_str(&t->frame));
}

bool term_key(struct term *t, struct key *key)
{
	return term_keys_next(&t->keys, key);
}

/* Stops as a program of the shell does; where there is no shell to continue us, the stop is no
 * stop. */
void term_suspend(struct term *t)
{
	sigset_t stop;
	void (*old)(int) = signal(SIGTSTP, SIG_DFL);

	give_screen_back();
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, NULL); /* here we stand still */
	sigprocmask(SIG_BLOCK, &stop, NULL);
	signal(SIGTSTP, old);
	reset_prog_mode();
	term_cap_send("BE");
	term_repaint(t);
}

static void stops_are_taken(bool taken_by_us)
{
	sigset_t stop;

	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigprocmask(taken_by_us ? SIG_BLOCK : SIG_UNBLOCK, &stop, NULL);
}

void term_lend(struct term *t)
{
	give_screen_back();
	t->old_stop = signal(SIGTSTP, SIG_DFL);
	stops_are_taken(false);
}

void term_take_back(struct term *t)
{
	const struct timespec now = {0, 0};
	sigset_t keys;

	stops_are_taken(true);
	signal(SIGTSTP, t->old_stop);
	sigemptyset(&keys);
	sigaddset(&keys, SIGINT);
	sigaddset(&keys, SIGQUIT);
	while (sigtimedwait(&keys, NULL, &now) > 0)
		; /* meant for the other program */
	reset_prog_mode();
	term_cap_send("BE");
	term_repaint(t);
}

void term_free_signals(const struct term *t)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	sigprocmask(SIG_SETMASK, &t->before, NULL);
}

static enum term_event take_signal(struct term *t)
{
	struct signalfd_siginfo info;
	enum term_event event = TERM_INPUT;

	while (read(t->signal_fd, &info, sizeof info) == (ssize_t)sizeof info) {
		int sig = (int)info.ssi_signo;

		if (sig == SIGTSTP)
			return TERM_STOP;
		if (sig == SIGCONT) {
			reset_prog_mode();
			term_repaint(t);
			event = TERM_RETURN;
		} else if (sig == SIGWINCH) {
			event = TERM_RESIZE;
		} else {
			t->ended_by = sig;
			return TERM_END;
		}
	}
	return event;
}

enum term_event term_wait(struct term *t, int timeout, const struct pollfd *others, size_t n)
{
	struct pollfd fds[2 + TERM_OTHERS] = {{t->in_fd, POLLIN, 0}, {t->signal_fd, POLLIN, 0}};

	assert(n <= TERM_OTHERS);
	if (n)
		memcpy(fds + 2, others, n * sizeof *others);
	int ready = poll(fds, 2 + n, timeout);

	if (ready == 0)
		return TERM_TIMEOUT;
	if (ready < 0)
		return TERM_INPUT; /* interrupted: look again */
	if (fds[1].revents)
		return take_signal(t);
	if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
		t->ended_by = SIGHUP;
		return TERM_END;
	}
	return fds[0].revents ? TERM_INPUT : TERM_WORK;
}

int term_signal(const struct term *t)
{
	return t->ended_by;
}
