/* A note in the reviewer's own editor: $VISUAL, else $EDITOR, as the shell reads it ("vim -n",
 * "code --wait"). It has the terminal while it runs; its text lies in a temporary folder that nobody
 * else can read and that is gone afterwards, with what the editor put beside it; where the desk was
 * killed meanwhile, with the next note. */
#ifndef GOUJI_UI_EDITOR_H
#define GOUJI_UI_EDITOR_H

#include "base/str.h"
#include "ui/term.h"

/* Lets the text be edited. On false it is as it was: there is no editor, it did not end well, or
 * what it left cannot be a note; err says which. */
bool editor_run(struct term *t, struct buf *text, struct err *err);

#endif
