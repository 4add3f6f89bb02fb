/* Folding a short text into rows of a field: messages, notes, help. Lines of the report itself are
 * folded by desk/wrap.h. */
#ifndef GOUJI_UI_PARA_H
#define GOUJI_UI_PARA_H

#include "ui/paint.h"

/* The first row's worth of s: how many bytes fit in `columns`, and where the next row begins
 * (*next, past a blank the break swallows). Figures and Latin words are not broken where they fit a
 * row; a line end ends the row. At least one glyph, except where s or its line is empty. */
size_t para_break(struct str s, int columns, int ambiguous, size_t *next);
/* Draws s from the first row of r on, further rows indented by `hang`; the last row is cut with an
 * ellipsis where there is more. The rows used. */
int para_draw(struct canvas *c, struct rect r, int hang, enum role role, struct str s);
/* How many rows that takes without a limit. */
int para_rows(struct str s, int columns, int hang, int ambiguous);

#endif
