/* A text that lost its line ends, "一、… 二、… 三、…" in one line, is broken where headings begin
 * and end, or at the signs that stand in place of line ends. The lines of the document stay what they are; the pieces are lines of the layout. */
#ifndef GOUJI_IMPORT_LINELESS_H
#define GOUJI_IMPORT_LINELESS_H

#include "base/str.h"

/* Is the line longer than any that was written, with headings numbered one after the other in it?
 */
bool lineless_is_due(struct str line);

/* The sign that stands in place of every line end, '|' or a tab: right before headings numbered one
 * after the other in such a line; 0 where there is none. */
char lineless_sign(struct str line);

/* The first byte behind `at` where a piece of such a line begins; line.n where none does. */
size_t lineless_next(struct str line, size_t at);

#endif
