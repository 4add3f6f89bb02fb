/* A text that lost its line ends, "一、… 二、… 三、…" in one line, is broken where headings begin
 * and end. The lines of the document stay what they are; the pieces are lines of the layout. */
#ifndef GOUJI_IMPORT_UNFOLD_H
#define GOUJI_IMPORT_UNFOLD_H

#include "base/str.h"

/* Is the line longer than any that was written, with headings numbered one after the other in it?
 */
bool unfold_is_due(struct str line);

/* The first byte behind `at` where a piece of such a line begins; line.n where none does. */
size_t unfold_next(struct str line, size_t at);

#endif
