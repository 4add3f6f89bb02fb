/* Values as programs write them: JSON, what Python prints of lists and dictionaries, and what is
 * left of either where it is cut. Strings in double or single quotes, numbers, null or None; no
 * string goes over the end of its line. A tree in the order of the text: the parts of a node are
 * behind it. */
#ifndef GOUJI_IMPORT_NOTATION_H
#define GOUJI_IMPORT_NOTATION_H

#include "import/layout.h"

enum notation_kind {
	NOTE_TEXT,    /* a string or a number, without its quotes */
	NOTE_NOTHING, /* null, None */
	NOTE_OBJECT,  /* {…} */
	NOTE_ARRAY,   /* […] or (…) */
};

struct note {
	enum notation_kind kind;
	bool quoted, keyed;
	struct text_span key, span; /* of an object or array: where it opens */
	size_t parent;		    /* its number; 0 is the whole */
	size_t end;		    /* the number past its last part */
	size_t index;		    /* among its parent's */
	size_t n;		    /* parts */
};

struct notation {
	VEC(struct note) v; /* v[0] holds all that stand one behind another */
	size_t to;	    /* the line behind the last read */
};

/* May a value begin there? */
bool notation_begins(const struct layout *l, size_t line);
/* Reads from line `at` on as far as it goes, value after value. */
void notation_read(struct notation *n, const struct layout *l, size_t at);
void notation_free(struct notation *n);

#endif
