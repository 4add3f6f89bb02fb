/* A text that a program centred line by line, and whose line ends it left out before the first cell
 * of a row: "规章<38 blanks>25", with the row's other numbers each on a line of its own below. By
 * its look the label is a column and the numbers are another; by the blanks, which are as many as
 * centring takes, each is a cell. The lines of the document stay what they are; the pieces are
 * lines of the layout. */
#ifndef GOUJI_IMPORT_CENTRED_H
#define GOUJI_IMPORT_CENTRED_H

#include "base/str.h"

/* Twice the column in whose middle the numbers on lines of their own stand, the line end being
 * lost before some; 0 where they stand in several, are few, or no line end is lost. */
size_t centred_axis(struct str text);

/* Where the next centred piece of the line begins behind `at`; line.n where there is none. */
size_t centred_next(struct str line, size_t at, size_t axis);

#endif
