/* Placing a table whose rows stand side by side in one line (FORM_WIDE). */
#ifndef GOUJI_TABLE_WIDE_H
#define GOUJI_TABLE_WIDE_H

#include "table/place.h"

/* Where no line has all its values: the rows one by one, each under headings of its own or behind
 * its label; two of them at least. false: there are none such, and nothing was placed. */
bool wide_place_parts(struct placing *p);

#endif
