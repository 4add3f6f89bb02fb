/* Commands: rows of name, arguments, help, preconditions and function. The desk's keys, its `:` line,
 * `gouji do`, scripts, the help page, the key bar, completion and the manual's list all come from these
 * rows, so none can drift from another.
 *
 * A command line is words separated by blanks; '…' and "…" quote; the last parameter takes the rest of
 * the line as it is. In place of a CELL or FINDING "." means the one under the cursor. A finding is named
 * by its id (or a beginning of it that no other has) or by its number from 1. */
#ifndef GOUJI_DESK_COMMAND_H
#define GOUJI_DESK_COMMAND_H

#include "desk/session.h"

enum command_needs {
	NEEDS_NOTHING = 0,
	NEEDS_FINDING = 1 << 0,   /* there is a current finding */
	NEEDS_CELL = 1 << 1,      /* there is a current cell */
	NEEDS_SELECTION = 1 << 2, /* words are selected */
	NEEDS_UNDO = 1 << 3,
	NEEDS_REDO = 1 << 4,
	NEEDS_SEARCH = 1 << 5,
	NEEDS_SCREEN = 1 << 6, /* moves and pages: nothing for `gouji do` */
};

enum command_group { GROUP_MOVE, GROUP_DECIDE, GROUP_CHANGE, GROUP_FILE, GROUP_SHOW, GROUP_COUNT };

#define COMMAND_ARGS_MAX 8

struct command_args {
	struct str arg[COMMAND_ARGS_MAX];
	size_t n;
};

struct command {
	const char *name;
	const char *usage; /* "CELL VALUE [REASON]": capital words are parameters, a "|" list words */
	const char *help;  /* one line, N_() */
	enum command_group group;
	unsigned needs;
	size_t min_args, max_args;
	/* false: nothing was changed and err says why */
	bool (*run)(struct session *s, const struct command_args *a, struct err *err);
};

size_t command_count(void);
const struct command *command_at(size_t i);
/* By name or unambiguous beginning. NULL with err told ("ambiguous: …"). */
const struct command *command_find(struct str name, struct err *err);
/* Parses and runs one line; an empty line or one that starts with # does nothing. Preconditions are
 * tested here and here only. Sets s->reply (what was done, or what went wrong). */
bool command_run(struct session *s, struct str line, struct err *err);
/* Completions of a line cut off at its end: candidates for its last word (command names, cells, findings,
 * decisions, options, files). NULL-ended array of strings, free both; *from is where the word starts. */
char **command_complete(struct session *s, struct str line, size_t *from);

#endif
