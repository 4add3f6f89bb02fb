/* The desk on a terminal: `gouji review`. It shows the session and turns keys into command lines;
 * what they mean is the session's and the commands' affair (desk/). */
#ifndef GOUJI_UI_UI_H
#define GOUJI_UI_UI_H

#include "desk/session.h"

struct term;

/* Shows the first lines of a report (valid UTF-8) while the rest is being read; keys typed meanwhile
 * wait. What comes of it goes to ui_run(), or to ui_glance_end() where there is nothing to run.
 * NULL: there is no terminal to show it on. */
struct term *ui_glance(const char *path, struct str text);
void ui_glance_end(struct term *t); /* NULL is fine */

/* A session of a list (desk/queue.h) goes from report to report; the queue stays the caller's.
 *
 * Runs until the reviewer quits or the terminal goes away. Needs lang_init(). Restores the terminal
 * on every way out. The program's exit status: 0 done; 2 where there is no terminal or not one that
 * can be drawn on, which is told on standard error; 128 + n where signal n ended it.
 *
 * begun: the terminal as ui_glance() left it, taken over; NULL: it is opened here. */
int ui_run(struct session *s, struct term *begun);

#endif
