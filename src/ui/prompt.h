/* The `:` line: a line editor with history and completion. It knows keys and text, and asks the
 * commands for completions; what the line means is theirs.
 *
 * Text comes as characters, from a keyboard, an input method or a paste alike; none of it is taken
 * for a command while the line is open. A note may have several lines: Ctrl-J or Alt-Enter ends
 * one, and so does a line end in a paste. Up and Down go through the lines that begin as this one
 * does. */
#ifndef GOUJI_UI_PROMPT_H
#define GOUJI_UI_PROMPT_H

#include "ui/paint.h"
#include "ui/term.h"

struct prompt {
	bool open;
	struct buf text;
	size_t at; /* the cursor: a byte of text */
	VEC(char *) history;
	size_t past;	  /* the entry shown; history.n: the line being written */
	struct buf draft; /* that line, while an older one is shown */
	char **choices;	  /* of the last completion; NULL: none is going on */
	size_t n_choices, choice;
	size_t choice_from; /* where the completed word begins */
};

enum prompt_result {
	PROMPT_GOES_ON,
	PROMPT_ENTERED,
	PROMPT_LEFT,
	PROMPT_EDIT, /* the note that the line ends in is to be edited: prompt_note() */
};

void prompt_free(struct prompt *p);
void prompt_open(struct prompt *p, const char *text); /* cursor at its end */
void prompt_close(struct prompt *p);
/* On PROMPT_ENTERED the line is in p->text and in the history; the caller closes the prompt. */
enum prompt_result prompt_key(struct prompt *p, const struct key *key, struct session *s);
/* What the note is, and what it becomes; only where the line takes one (desk/note.h). */
struct str prompt_note(const struct prompt *p);
void prompt_set_note(struct prompt *p, struct str note);
/* The line, and the cursor in it. */
void prompt_draw(struct prompt *p, struct canvas *c, struct rect r);
/* What goes with it: the choices of a completion, or the usage of the command begun. */
void prompt_draw_hint(
	const struct prompt *p, const struct session *s, struct canvas *c, struct rect r);

#endif
