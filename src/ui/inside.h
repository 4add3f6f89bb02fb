/* What the desk on a terminal consists of. Only for ui.c, screen.c and input.c. */
#ifndef GOUJI_UI_INSIDE_H
#define GOUJI_UI_INSIDE_H

#include "ui/layout.h"
#include "ui/mouse.h"
#include "ui/panes.h"
#include "ui/prompt.h"
#include "ui/term.h"

struct ui {
	struct session *s;
	struct term *term;
	struct canvas canvas;
	struct layout layout;
	struct panes panes;
	struct prompt prompt;
	char keys[32]; /* what was typed of a key of two ("g" of "gg") */
	bool asking;   /* leave although something is unsaved? */
	bool spilled;  /* a run of committed text is being ignored until the input pauses */
	int ambiguous; /* as it was drawn last */
	bool mouse_on; /* likewise */
	struct mouse mouse;
	bool given_up; /* a signal, or no terminal any more */
	struct {
		bool changed;	     /* rows came in that are not drawn yet */
		long drawn_at;	     /* ms: the list is not drawn at each row */
		size_t row;	     /* that is being opened, as last looked; QUEUE_NOWHERE: none */
		long since;	     /* ms: when that began */
		bool told;	     /* it is on the screen that it is */
		struct key keys[64]; /* typed meanwhile: they are for the report */
		size_t n, at;	     /* those there are, and the next to be taken */
	} reading;
};

/* ms of a clock that only goes on */
long ui_now_ms(void);

/* screen.c: the size of the window into the size of everything, before keys are taken and after
 * each. */
void screen_measure(struct ui *ui);
void screen_draw(struct ui *ui); /* measures first */

/* input.c: all keys that have come in, until one ends the desk. */
void input_take(struct ui *ui);
/* Does what a command, or a report that has been read, asks of the screen. */
void input_serve(struct ui *ui);
/* Where a report that was not looked at yet is begun. */
void input_begin(struct session *s);

/* reading.c: reports of a queue, read beside the keys. Goes on reading, and what term_wait() is to
 * wait for: descriptors, and until when (ms; -1: for ever). */
size_t reading_go_on(struct ui *ui, struct pollfd *fds, int *timeout);
/* Takes in what came. */
void reading_take(struct ui *ui);
/* Is there anything of it to be drawn now? */
bool reading_is_due(const struct ui *ui);
void reading_drawn(struct ui *ui); /* all of it was */
/* Ends what goes on, for a while. */
void reading_rest(struct ui *ui);
/* A key while a report is being opened: kept for it, or the opening is given up. false: none is. */
bool reading_holds(struct ui *ui, const struct key *key);
/* The next key that was kept; false where there is none, or it still has to wait. */
bool reading_key(struct ui *ui, struct key *key);
bool reading_draw(struct ui *ui, struct rect r); /* the line that tells of it; false: none */

#endif
