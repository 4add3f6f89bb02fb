/* The desk on a terminal: `gouji review`. It shows the session and turns keys into command lines;
 * what they mean is the session's and the commands' affair (desk/). */
#ifndef GOUJI_UI_UI_H
#define GOUJI_UI_UI_H

#include "desk/session.h"

/* A session of a list (desk/queue.h) goes from report to report; the queue stays the caller's.
 *
 * Runs until the reviewer quits or the terminal goes away. Needs lang_init(). Restores the terminal
 * on every way out. The program's exit status: 0 done; 2 where there is no terminal or not one that
 * can be drawn on, which is told on standard error; 128 + n where signal n ended it. */
int ui_run(struct session *s);

#endif
