/* The terminal, and the only door to curses. It takes a screen in memory and puts what changed on
 * the real one; it gives keys by name. Signals are taken from a descriptor, never in a handler, so
 * that nothing happens between two instructions; waiting takes no processor time.
 *
 * The terminal is restored by term_close(), on suspension, and, as far as can be, when the program
 * is felled by a signal. */
#ifndef GOUJI_UI_TERM_H
#define GOUJI_UI_TERM_H

#include <poll.h>

#include "base/err.h"
#include "ui/paint.h"

struct term;

enum key_kind {
	KEY_NAMED,  /* a key that is no character: "PgDn", "^F", "Enter", "Esc" */
	KEY_TYPED,  /* a character; name is the character, "Space" for the blank */
	KEY_MOUSED, /* "Click", "WheelUp", "WheelDown" at row and col */
	KEY_PASTED, /* a character out of a bracketed paste: text, never a command */
};

struct key {
	enum key_kind kind;
	char name[16];
	unsigned ch;  /* typed, pasted */
	int row, col; /* moused */
};

enum term_event {
	TERM_INPUT,  /* keys may be there */
	TERM_RESIZE, /* the size differs from the last that term_size() told */
	TERM_RETURN, /* continued after a stop: the screen may hold anything */
	TERM_END,    /* a signal that ends the program (term_signal()), or the terminal is gone */
	TERM_STOP,   /* asked to give the terminal back for a while: term_suspend() */
	TERM_WORK,   /* none of these, but one of the other descriptors is ready */
	TERM_TIMEOUT,
};

/* ERR_REFUSED where standard output is no terminal, TERM is unknown or cannot place the cursor. */
struct term *term_open(struct err *err);
void term_close(struct term *t); /* NULL is fine */
/* The size now; takes a new size over, so that the next draw fits. */
void term_size(struct term *t, int *rows, int *cols);
/* Whether the mouse is ours; else the terminal's own selection works. */
void term_set_mouse(struct term *t, bool on);
/* canvas: of the size last told. Nothing is sent where nothing differs. */
void term_draw(struct term *t, const struct canvas *canvas);
void term_repaint(struct term *t); /* the next draw sends everything */
/* The next key that has come in; false where there is none yet. */
bool term_key(struct term *t, struct key *key);
/* Sleeps until something happens, here or to one of the `n` other descriptors, at most TERM_OTHERS.
 * timeout in milliseconds, -1 for none. */
#define TERM_OTHERS 16
enum term_event term_wait(struct term *t, int timeout, const struct pollfd *others, size_t n);
int term_signal(
	const struct term *t); /* after TERM_END: the signal, SIGHUP where the terminal is gone */
/* Gives the terminal back to the shell until continued. */
void term_suspend(struct term *t);
/* Lends the terminal to another program, and takes it back: the next draw sends everything. Between
 * the two ^C and ^\\ are that program's affair; a stop stops both. */
void term_lend(struct term *t);
void term_take_back(struct term *t);
/* For the child that becomes it: signals as they were before the desk. */
void term_free_signals(const struct term *t);

#endif
