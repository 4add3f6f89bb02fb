/* Messages for people, made from templates that the rules bring along: "{place}：{left}，{right}".
 *
 * A slot is a name in braces; "{{" and "}}" stand for the braces themselves. Templates come in both
 * languages and are filled in both, whatever the interface language is. */
#ifndef GOUJI_RULE_MESSAGE_H
#define GOUJI_RULE_MESSAGE_H

#include "base/arena.h"
#include "base/dec.h"
#include "form/form.h"

#define MESSAGE_SLOTS_MAX 12

struct slot {
	const char *name;
	const char *text[2]; /* by enum lang */
};

/* The slots of one message; texts live in the arena or longer. */
struct slots {
	struct arena *arena;
	struct slot v[MESSAGE_SLOTS_MAX];
	size_t n;
};

void slots_init(struct slots *s, struct arena *a);
void slots_words(struct slots *s, const char *name, struct form_words words);
void slots_text(
	struct slots *s, const char *name, struct str text); /* the same in both languages */
void slots_dec(struct slots *s, const char *name, struct dec d);
void slots_count(struct slots *s, const char *name, size_t n);

/* Does the template name only slots of the NULL-ended list? Else *bad is the first that is not
 * (borrowed from the template), or all from a brace that is never closed. */
bool message_check(const char *template, const char *const *names, struct str *bad);
/* Into the slots' arena. A slot that was not set is left empty. */
char *message_fill(const struct slots *s, const char *template, enum lang lang);
/* Both languages. */
struct form_words message_words(const struct slots *s, struct form_words templates);

#endif
