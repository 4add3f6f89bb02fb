/* What the desk on a terminal consists of. Only for ui.c, screen.c and input.c. */
#ifndef GOUJI_UI_INSIDE_H
#define GOUJI_UI_INSIDE_H

#include "ui/layout.h"
#include "ui/mouse.h"
#include "ui/prompt.h"
#include "ui/term.h"
#include "ui/view_finding.h"
#include "ui/view_table.h"
#include "ui/view_text.h"

struct ui {
	struct session *s;
	struct term *term;
	struct canvas canvas;
	struct layout layout;
	struct view_text text;
	struct view_table table;
	struct view_list list;
	struct prompt prompt;
	char keys[32]; /* what was typed of a key of two ("g" of "gg") */
	bool asking;   /* leave although something is unsaved? */
	bool spilled;  /* a run of committed text is being ignored until the input pauses */
	int ambiguous; /* as the terminal was last told */
	bool mouse_on; /* likewise */
	struct mouse mouse;
	bool given_up; /* a signal, or no terminal any more */
	long drawn_at; /* ms: while reports are read, the list is not drawn at each */
};

/* ms of a clock that only goes on */
long ui_now_ms(void);

/* screen.c: the size of the window into the size of everything, before keys are taken and after
 * each. */
void screen_measure(struct ui *ui);
void screen_draw(struct ui *ui); /* measures first */

/* input.c: all keys that have come in, until one ends the desk. */
void input_take(struct ui *ui);
/* Where a report that was not looked at yet is begun. */
void input_begin(struct session *s);

#endif
