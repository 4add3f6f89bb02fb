/* Names that commands, their words, options and keys had before, and those that vi, less and the
 * like have for them: a row each in former.c. They keep working in the `:` line, in scripts and in
 * the configuration, and what they are called now is told once a session. Completion and help know
 * today's names only. Whoever changes a name of a table writes the old one into a row. */
#ifndef GOUJI_DESK_FORMER_H
#define GOUJI_DESK_FORMER_H

#include "desk/session.h"

enum former_kind { FORMER_COMMAND, FORMER_OPTION, FORMER_KEY, FORMER_WORD };

struct former {
	enum former_kind kind;
	const char *was, *is;
};

/* The i-th row; NULL behind the last. No more than the bits of session.formers. */
const struct former *former_at(size_t i);
/* Today's name; NULL where the word was none. */
const char *former_now(enum former_kind kind, struct str was);
/* To be told with the reply of the command that runs, where the word is a former name and this is
 * the first time. */
void former_note(struct session *s, enum former_kind kind, struct str word);
/* Puts what is to be told before the reply. */
void former_tell(struct session *s);

#endif
