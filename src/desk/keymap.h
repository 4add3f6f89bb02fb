/* Keys: rows of view, key and command line. The help page and the key bar are these rows.
 *
 * A key is written as people write it: "n", "G", "^F", "Enter", "Tab", "Esc", "PgDn", "Left", "F1",
 * or two after one another "gg"; "m*" is m and any character, which stands for the * of its
 * line. A row whose command ends in "…" opens the `:` line with the
 * command so far, the cursor at its end, for the reviewer to go on ("correct . …"). */
#ifndef GOUJI_DESK_KEYMAP_H
#define GOUJI_DESK_KEYMAP_H

#include "desk/command.h"

enum key_view { KEYS_ALL, KEYS_TEXT, KEYS_TABLE, KEYS_FINDINGS, KEYS_LIST, KEYS_OVERLAY };

struct key_row {
	enum key_view view; /* KEYS_ALL: in every pane, unless the pane has a row of its own */
	const char *key;
	const char *line;	/* the command */
	const char *brief;	/* N_(): a word or two for the key bar; NULL: not in the bar */
	const char *keys;	/* as the bar shows it, where not `key`: "n/p" */
	unsigned rank;		/* order in the bar, 1 first */
	enum decision decision; /* what it decides: shown under a finding; else DECISION_NONE */
	const char *help; /* N_(): what it does, where its command's help says less; else NULL */
};

size_t keymap_count(void);
const struct key_row *keymap_at(size_t i);
/* The row for that key in that pane (or overlay), NULL: unbound. *prefix is set where the key
 * begins longer ones ("g" of "gg"). */
const struct key_row *keymap_find(enum key_view view, const char *key, bool *prefix);
/* The same with the session's own keys, which go before the built-in ones of their view. */
const struct key_row *keymap_lookup(
	const struct session *s, enum key_view view, const char *key, bool *prefix);
/* A key that runs just that line where the keys are now; NULL: none. */
const char *keymap_key_of(const struct session *s, const char *line);
/* Is it two keys after one another ("gg")? */
bool key_is_sequence(const char *key);
/* What a row's key does, in the language of the interface. */
const char *keymap_words(const struct key_row *row);
/* What the keys do that begin with these: "gg  to the first line". */
void keymap_next_keys(const struct session *s, const char *begun, struct buf *out);
/* The row of that rank (from 1) in the bar of a view; NULL behind the last. An overlay and the
 * list of reports have bars of their own, the panes share one. */
const struct key_row *keymap_bar(enum key_view view, unsigned rank);
/* Does the row do something about what is suggested for a finding? */
bool keymap_is_suggestion(const struct key_row *row);
/* The view of a session: its overlay, else keymap_pane(): the list of reports, else its pane. */
enum key_view keymap_pane(const struct session *s);
enum key_view keymap_view(const struct session *s);
/* Presses a key: runs its line, or asks for the `:` line (s->request). `key` is all of a sequence
 * so far; *pending where it goes on, and nothing was done yet. An unknown key is told: false. */
bool keymap_press(struct session *s, const char *key, bool *pending, struct err *err);

#endif
