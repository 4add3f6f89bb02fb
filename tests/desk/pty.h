/* A program on a pseudo-terminal, its screen read back through libvterm. For the desk tests and the
 * benchmark; knows neither Criterion nor the program it runs.
 *
 * Waiting is for events with a deadline, never for a fixed time: for words on the screen, for the
 * end of the program, or for rest (it sleeps, has read all its input and written nothing more). */
#ifndef GOUJI_TESTS_DESK_PTY_H
#define GOUJI_TESTS_DESK_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

struct pty_start {
	int rows, cols;
	const char *dir;	 /* to run in; NULL: here */
	const char *const *argv; /* NULL-ended */
	const char *const *env;	 /* "NAME=value", NULL-ended: all there is, beside PATH */
};

struct pty {
	pid_t pid;
	int master;
	int slave; /* kept open, to see what the program has not read yet */
	int rows, cols;
	VTerm *vt;
	VTermScreen *screen;
	size_t bytes; /* written by the program so far */
	double wrote_at,
		ended_at; /* when it last wrote, and when it ended: ms of CLOCK_MONOTONIC */
	char tail[4];	  /* the beginning of a character whose rest has not come yet */
	size_t n_tail;
	bool ended;
	int status;  /* of waitpid(), once ended */
	char *text;  /* of pty_text() */
	bool escape; /* what was sent last ended in a lone Esc */
	/* what the program made of the terminal and has not taken back */
	bool other_screen, no_cursor, mouse;
};

struct pty *pty_open(const struct pty_start *start);
void pty_close(struct pty *p); /* kills the program where it still runs */
void pty_send(struct pty *p, const char *keys);
void pty_resize(struct pty *p, int rows, int cols);
/* The screen as text, a line a row, trailing blanks left out; valid until the next call. */
const char *pty_text(struct pty *p);
/* One row of it, allocated. */
char *pty_row(struct pty *p, int row);
/* Takes in what comes until the text is on the screen; false where it is not within the deadline.
 */
bool pty_wait(struct pty *p, const char *text);
bool pty_wait_gone(struct pty *p, const char *text); /* until it is there no more */
bool pty_rest(struct pty *p);
/* The same of several programs at once, which takes no longer than of one. */
enum { PTY_TOGETHER = 16 };
bool pty_rest_all(struct pty *const *p, size_t n);
/* Until the program ends: its status for WIFEXITED and its like, -1 where it does not. */
int pty_end(struct pty *p);
/* The cell of the first character of the first place where the text stands (rows from the top). */
bool pty_find(struct pty *p, const char *text, int *row, int *col);
VTermScreenCell pty_cell(struct pty *p, int row, int col);
/* NULL, or what is wrong: half of a wide character somewhere. */
const char *pty_torn(struct pty *p);
/* The kernel's line settings are those of a shell, echo and whole lines; the emulator shows its
 * first screen and the cursor, and keeps the mouse to itself. */
bool pty_is_restored(struct pty *p);
/* Reads what there is, waiting up to `ms` for the first byte; how many bytes came. */
size_t pty_pump(struct pty *p, int ms);
/* How often the program has gone to sleep so far, and so was woken; -1 where nobody tells. */
long pty_wakeups(const struct pty *p);

#endif
