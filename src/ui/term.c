/* The terminal, through ncursesw. */
#include "ui/term.h"

#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
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
#include "ui/term_frame.h"
#include "ui/term_key.h"
#include "ui/width.h"

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
	struct term_frame frame;
	struct canvas shown; /* what curses was last told */
	bool cursor_shown;
	attr_t attrs[ROLE_COUNT];
	short pairs[ROLE_COUNT];
};

static const int taken[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Best effort: what endwin() does is not promised to be safe here, but a terminal left raw is
 * worse. */
static void on_fatal(int sig)
{
	signal(sig, SIG_DFL);
	term_frame_break();
	endwin();
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

static attr_t attrs_of(unsigned attrs)
{
	return (attrs & STYLE_BOLD ? A_BOLD : 0) | (attrs & STYLE_DIM ? A_DIM : 0) |
	       (attrs & STYLE_UNDERLINE ? A_UNDERLINE : 0) |
	       (attrs & STYLE_REVERSE ? A_REVERSE : 0) | (attrs & STYLE_ITALIC ? A_ITALIC : 0);
}

/* One colour pair for each colour, so that roles of one colour follow each other without a change.
 */
static void make_styles(struct term *t)
{
	const char *no_color = getenv("NO_COLOR");
	int colours = 0;

	if (!(no_color && *no_color) && has_colors() && start_color() == OK) {
		use_default_colors();
		colours = COLOR_PAIRS > ROLE_COUNT ? COLORS : 0;
	}
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct style style = style_of((enum role)role, colours);

		t->attrs[role] = attrs_of(style.attrs);
		for (int other = 0; other < role && style.colour >= 0 && !t->pairs[role]; other++)
			if (style_of((enum role)other, colours).colour == style.colour)
				t->pairs[role] = t->pairs[other];
		if (style.colour >= 0 && !t->pairs[role]) {
			t->pairs[role] = (short)(role + 1);
			init_pair(t->pairs[role], style.colour, -1);
		}
	}
}

static void set_modes(struct term *t)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	meta(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	idlok(stdscr, TRUE);
	typeahead(-1); /* all keys are taken before a frame: nobody need look for more in it */
	set_escdelay(ESCAPE_DELAY);
	make_styles(t);
	term_keys_define();
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

struct term *term_open(struct err *err)
{
	struct term *t = mem_alloc(sizeof *t);

	if (!find_input(t, err)) {
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
	t->cursor_shown = true;
	set_modes(t);
	term_frame_open(&t->frame);
	return t;
}

void term_close(struct term *t)
{
	if (!t)
		return;
	term_cap_send("BD");
	curs_set(1);
	endwin();
	delscreen(t->screen);
	leave_signals(t);
	term_frame_close(&t->frame);
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

void term_set_ambiguous(struct term *t, int columns)
{
	width_set_ambiguous(columns);
	term_repaint(t);
}

void term_set_mouse(struct term *t, bool on)
{
	(void)t; /* curses keeps it by the screen that is set */
	mouseinterval(0);
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

void term_repaint(struct term *t)
{
	/* no cell has this role: all rows differ */
	for (int i = 0; i < t->shown.rows * t->shown.cols; i++)
		t->shown.cells[i].role = ROLE_COUNT;
	clearok(curscr, TRUE);
}

/* Cells [from, to) of a row, where no wide character begins before `from`. */
static void put_cells(
	struct term *t, const struct canvas *canvas, int row, int from, int to, cchar_t *line)
{
	int n = 0;

	for (int col = from; col < to; col++) {
		const struct paint_cell *cell = canvas_at(canvas, row, col);
		wchar_t text[PAINT_CHARS + 1] = {0};

		if (cell->columns == 0)
			continue;
		for (size_t i = 0; i < PAINT_CHARS; i++)
			text[i] = (wchar_t)cell->ch[i];
		setcchar(&line[n++], text, t->attrs[cell->role], t->pairs[cell->role], NULL);
	}
	mvadd_wchnstr(row, from, line, n);
}

static bool same_cell(const struct paint_cell *a, const struct paint_cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* Tells curses what of a row differs from what it was told, from the first such cell to the last.
 * Where a wide character was or comes, both its halves differ or its left one is the character. */
static bool put_row(struct term *t, const struct canvas *canvas, int row, cchar_t *line)
{
	struct paint_cell *shown = canvas_at(&t->shown, row, 0);
	const struct paint_cell *new = canvas_at(canvas, row, 0);
	int from = 0, to = canvas->cols;

	if (memcmp(shown, new, (size_t)canvas->cols * sizeof *new) == 0)
		return false;
	while (same_cell(&shown[from], &new[from]))
		from++;
	while (same_cell(&shown[to - 1], &new[to - 1]))
		to--;
	while (from > 0 && new[from].columns == 0)
		from--;
	put_cells(t, canvas, row, from, to, line);
	memcpy(shown, new, (size_t)canvas->cols * sizeof *new);
	return true;
}

static void put_cursor(struct term *t, const struct canvas *canvas)
{
	bool show = canvas->cursor_row >= 0;

	if (show != t->cursor_shown)
		curs_set(show);
	t->cursor_shown = show;
	if (show)
		move(canvas->cursor_row, canvas->cursor_col);
}

void term_draw(struct term *t, const struct canvas *canvas)
{
	bool changed = canvas->cursor_row != t->shown.cursor_row ||
		       canvas->cursor_col != t->shown.cursor_col;

	if (canvas->rows != t->shown.rows || canvas->cols != t->shown.cols)
		return; /* resized since: the next draw fits */
	cchar_t *line = mem_alloc_array((size_t)canvas->cols + 1, sizeof *line);

	for (int row = 0; row < canvas->rows; row++)
		changed = put_row(t, canvas, row, line) || changed;
	free(line);
	if (!changed)
		return;
	t->shown.cursor_row = canvas->cursor_row;
	t->shown.cursor_col = canvas->cursor_col;
	term_frame_begin(&t->frame);
	put_cursor(t, canvas);
	refresh();
	term_frame_end(&t->frame);
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

	term_cap_send("BD");
	endwin();
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
	term_cap_send("BD");
	endwin();
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
