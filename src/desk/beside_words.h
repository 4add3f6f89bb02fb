/* A finding across reports in two lines: this report's words and the other's. */
#ifndef GOUJI_DESK_BESIDE_WORDS_H
#define GOUJI_DESK_BESIDE_WORDS_H

#include "desk/session.h"

/* "this report, line 64: …", "r-2019.txt, line 93: …": appended, some words around what the finding
 * is about, that in brackets. false where it is about no other report, or has no place in either.
 */
bool beside_words(
	const struct session *s, const struct finding *f, struct buf *here, struct buf *there);

#endif
