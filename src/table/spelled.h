/* What may be a number or the numbering of words: （3）, 三, "3.". Where words follow it in its row
 * it numbers them; where numbers stand around it, or the words before, it is one of the numbers. */
#ifndef GOUJI_TABLE_SPELLED_H
#define GOUJI_TABLE_SPELLED_H

#include "table/stream.h"

/* Such tokens of the stream that are numbers become such. */
void stream_spell(struct stream *s, const struct doc *d, const struct value_words *words);

#endif
