/* Binding keys. */
#include "base/lang.h"
#include "desk/bindings.h"
#include "desk/cmd.h"
#include "desk/former.h"

bool cmd_bind(struct session *s, const struct command_args *a, struct err *err)
{
	enum key_view view = KEYS_ALL;
	struct str line = a->n > 2 ? a->arg[2] : STR("");
	key_view_parse(a->arg[0], &view);
	if (!bindings_set(&s->bindings, view, a->arg[1], line, err))
		return false;
	former_note(s, FORMER_KEY, a->arg[1]);
	former_note(s, FORMER_COMMAND, command_word(line));
	if (line.n)
		reply_set(s, TONE_INFO, _("%.*s: %.*s"), STR_ARG(a->arg[1]), STR_ARG(line));
	else
		reply_set(s, TONE_INFO, _("%.*s does what it did at first"), STR_ARG(a->arg[1]));
	return true;
}
