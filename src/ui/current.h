/* The current finding, and what of it is worth the room where there is little. */
#ifndef GOUJI_UI_CURRENT_H
#define GOUJI_UI_CURRENT_H

#include "desk/session.h"

const struct finding *current_finding(const struct session *s); /* NULL: none */
bool current_has(const struct session *s, size_t cell);
/* How much a cell matters to the current finding. */
enum worth {
	WORTH_NOTHING, /* not in it */
	WORTH_PART,    /* in it, as a zero */
	WORTH_FIGURE,  /* its arithmetic turns on it: it is no zero */
	WORTH_END,     /* its first or last cell, the total as a rule */
};
enum worth current_worth(const struct session *s, size_t cell);
/* The finding's spans in the text that are of no cell or of one of at least that worth; at most
 * `max`. How many. */
size_t current_spans(
	const struct session *s, enum worth least, struct text_span *spans, size_t max);

#endif
