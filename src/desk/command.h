/* Commands: rows of name, arguments, help, preconditions and function. The desk's keys, its `:`
 * line, `gouji do`, scripts, the help page, the key bar, completion and the manual's list all come
 * from these rows, so none can drift from another.
 *
 * A command line is words separated by blanks; '…' and "…" quote; the last parameter takes the rest
 * of the line as it is. In place of a CELL or FINDING "." means the one under the cursor. A finding
 * is named by its id (or a beginning of it that no other has) or by its number from 1, also "#1"
 * (where a plain number means a line). A command's `usage` is its grammar too: the number of words,
 * and which words a list "a|b" allows (they may be cut short), are tested by it. */
#ifndef GOUJI_DESK_COMMAND_H
#define GOUJI_DESK_COMMAND_H

#include "desk/session.h"

enum command_needs {
	NEEDS_NOTHING = 0,
	NEEDS_FINDING = 1 << 0, /* there is a current finding */
	NEEDS_CELL = 1 << 1,	/* there is a current cell */
	NEEDS_UNDO = 1 << 2,	/* there is something to undo */
	NEEDS_REDO = 1 << 3,
	NEEDS_SEARCH = 1 << 4,	   /* something was searched for */
	NEEDS_FILE = 1 << 5,	   /* the report is a file (not standard input) */
	NEEDS_SCREEN = 1 << 6,	   /* nothing for `gouji do` */
	NEEDS_QUEUE = 1 << 7,	   /* several reports were opened */
	NEEDS_SUGGESTION = 1 << 8, /* something is suggested for the current finding */
	/* and what a command does, beside what it needs */
	COMMAND_JUMPS = 1 << 16,   /* the place before it is kept for `back` */
	COMMAND_SCROLLS = 1 << 17, /* works on an open overlay too; the others close it first */
	COMMAND_LIST = 1 << 18,	   /* works in the list of reports too, as those that scroll do */
	COMMAND_CONFIG = 1 << 19,  /* may stand in the configuration */
};

enum command_group { GROUP_MOVE, GROUP_DECIDE, GROUP_CHANGE, GROUP_FILE, GROUP_SHOW, GROUP_COUNT };

#define COMMAND_ARGS_MAX 8

struct command;

struct command_args {
	struct str arg[COMMAND_ARGS_MAX]; /* words of a list in full, whatever was typed of them */
	size_t n;
	struct str former; /* the one of them that was given by its former name; else empty */
	const struct command *command; /* the row */
};

struct command {
	const char *name;
	const char *alias; /* another whole name, or NULL */
	const char
		*usage; /* "CELL VALUE [REASON]": capital words are parameters, a "|" list words */
	const char *help; /* one line, N_() */
	enum command_group group;
	unsigned needs;
	int which; /* tells rows with one function apart */
	/* false: nothing was changed and err says why */
	bool (*run)(struct session *s, const struct command_args *a, struct err *err);
};

const char *command_group_title(enum command_group g); /* in the interface language */
size_t command_count(void);
const struct command *command_at(size_t i);
/* Is there a use for it in the list of reports? */
bool command_suits_list(const struct command *c);
/* By name or unambiguous beginning. NULL with err told ("ambiguous: …"). */
const struct command *command_find(struct str name, struct err *err);
/* The word of a line that names its command, as typed. */
struct str command_word(struct str line);
/* Splits a line into a row and its words, which point into `line`. *c is NULL where the line is
 * empty or a comment. A number alone is `goto` that line. */
bool command_parse(
	struct str line, const struct command **c, struct command_args *a, struct err *err);
/* Parses and runs one line; an empty line or one that starts with # does nothing. Preconditions are
 * tested here and here only. Sets s->reply (what was done, or what went wrong). */
bool command_run(struct session *s, struct str line, struct err *err);
/* Would `correct` take the word as the cell's value? false with err told. */
bool correction_is_value(const struct session *s, size_t cell, struct str word, struct err *err);

/* Completions of a line cut off at its end: candidates for its last word (command names, cells,
 * findings, decisions, options, files). NULL-ended array of strings, free both; *from is where the
 * word starts. */
char **command_complete(struct session *s, struct str line, size_t *from);

#endif
