/* Numbers that have more than a unit or a remark around them. */
#ifndef GOUJI_TABLE_VALUE_MARKED_H
#define GOUJI_TABLE_VALUE_MARKED_H

#include "table/value.h"

/* Words that value_read() made nothing of: with a note's mark behind a number, or a sum before it,
 * *out is the number, and true returned. What is but perhaps a number sets out->spelled. */
bool value_marked(struct str text, const struct value_words *words, struct reading *out);

#endif
