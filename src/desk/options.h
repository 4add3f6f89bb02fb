/* Options of the desk: one row each, so that `set`, completion and help can't drift apart. Only
 * option_set() changes them. */
#ifndef GOUJI_DESK_OPTIONS_H
#define GOUJI_DESK_OPTIONS_H

#include "desk/session.h"

enum option_kind { OPTION_BOOL, OPTION_INT };

struct option_row {
	const char *name;
	enum option_kind kind;
	size_t offset; /* of the member */
	int min, max;  /* OPTION_INT */
	int initial;
	const char *help; /* N_() */
};

void options_init(struct options *o);
size_t option_count(void);
const struct option_row *option_at(size_t i);
/* By its name or an unambiguous beginning. NULL with err told. */
const struct option_row *option_find(struct str name, struct err *err);
/* on, off, toggle, or a number. */
bool option_set(struct options *o, const struct option_row *row, struct str value, struct err *err);
/* "on", "off", "2"; into buf, returned. */
const char *option_text(const struct options *o, const struct option_row *row, char buf[16]);

#endif
