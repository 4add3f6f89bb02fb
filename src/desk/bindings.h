/* Keys of the reviewer's own: rows like those of keymap.c, made by `bind`, which come before the
 * built-in ones of the same view. */
#ifndef GOUJI_DESK_BINDINGS_H
#define GOUJI_DESK_BINDINGS_H

#include "desk/keymap.h"

/* Is it written as keys are (keymap.h)? */
bool key_is_valid(const char *key);
/* "text", "list", ...; for `bind`. */
const char *key_view_name(enum key_view view);
bool key_view_parse(struct str name, enum key_view *view);

/* Binds a key of a view to a line, which is checked; an empty line gives the key its first meaning
 * back. false with err told. */
bool bindings_set(
	struct bindings *b, enum key_view view, struct str key, struct str line, struct err *err);
/* Exactly of that view. *prefix is set, never cleared, where longer ones begin with the key. */
const struct key_row *bindings_find(
	const struct bindings *b, enum key_view view, const char *key, bool *prefix);

#endif
