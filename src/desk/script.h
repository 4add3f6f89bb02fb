/* Scripts: command lines run one after the other, all or none. Files that they write (`write`,
 * `export`) wait until every line has gone well; so where one fails, nothing was written. `quit`
 * ends a script, `quit!` ends it and nothing is saved. */
#ifndef GOUJI_DESK_SCRIPT_H
#define GOUJI_DESK_SCRIPT_H

#include "desk/command.h"

struct script_line {
	struct str text;  /* borrowed */
	const char *file; /* where it stands; borrowed; NULL: an argument */
	unsigned line;	  /* in the file, or the number of the argument, from 1 */
};

struct script {
	VEC(struct script_line) lines;
};

void script_add(struct script *sc, struct str text, const char *file); /* all lines of a file */
void script_add_line(struct script *sc, struct str line);	       /* an argument */
void script_free(struct script *sc);

/* Runs it and saves. What was done is appended to told, a line each. On false nothing was written
 * and err names the line; the session is then only good for closing. */
bool script_run(struct session *s, const struct script *sc, struct buf *told, struct err *err);

#endif
