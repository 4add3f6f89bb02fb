/* Notes: the texts a reviewer writes, as the last words of a command line. They may have several
 * lines, which end in "\n" whatever they were typed, pasted or written with. */
#ifndef GOUJI_DESK_NOTE_H
#define GOUJI_DESK_NOTE_H

#include "base/str.h"

/* The note as it is kept: no byte order mark, no CR, no blanks at line ends, no empty lines at
 * either end; free(). */
char *note_copy(struct str s);
/* Where the note of a command line begins (line.n where none is typed yet); STR_NONE where its
 * command takes none, or other words come first. */
size_t note_in(struct str line);
/* `line` with the note behind it, quoted where it would else lose quotation marks of its own;
 * appended. */
void note_add(struct buf *line, struct str note);

#endif
