/* What search lit, in panes other than the text, which knows its hits better. */
#ifndef GOUJI_UI_HITS_H
#define GOUJI_UI_HITS_H

#include "ui/paint.h"

/* Lights up the hits in what has been drawn in r, row by row; what stands out already (the focus,
 * cells of the finding, what is selected) stays as it is. Nothing where nothing is lit. */
void hits_light(const struct session *s, struct canvas *c, struct rect r);

#endif
