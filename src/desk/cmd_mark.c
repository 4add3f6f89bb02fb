/* Marks on places, and the last change once more. */
#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/place.h"

static bool check_name(struct str name, struct err *err)
{
	if (name.n == 1 && name.p[0] > ' ' && name.p[0] < 127)
		return true;
	return err_set(err, ERR_USAGE, _("a mark is one letter"));
}

static struct place_mark *find_mark(struct session *s, char name)
{
	for (size_t i = 0; i < s->marks.n; i++)
		if (s->marks.v[i].name == name)
			return &s->marks.v[i];
	return NULL;
}

bool cmd_mark(struct session *s, const struct command_args *a, struct err *err)
{
	if (!check_name(a->arg[0], err))
		return false;
	struct place_mark *mark = find_mark(s, a->arg[0].p[0]);
	if (!mark)
		mark = vec_push(&s->marks);
	*mark = (struct place_mark){a->arg[0].p[0], place_keep(s)};
	reply_set(s, TONE_INFO, _("mark %c set; ' and %c comes back here"), mark->name, mark->name);
	return true;
}

bool cmd_jump(struct session *s, const struct command_args *a, struct err *err)
{
	if (!check_name(a->arg[0], err))
		return false;
	const struct place_mark *mark = find_mark(s, a->arg[0].p[0]);
	if (!mark)
		return err_set(err, ERR_REFUSED, _("there is no mark %.*s"), STR_ARG(a->arg[0]));
	if (!place_return(s, &mark->place))
		reply_set(s, TONE_INFO,
			_("the finding of mark %c is settled; this is where it stood"), mark->name);
	return true;
}

bool cmd_repeat(struct session *s, const struct command_args *a, struct err *err)
{
	(void)a;
	if (!s->last_change)
		return err_set(err, ERR_REFUSED, _("nothing was changed yet"));
	char *line = mem_strdup(s->last_change); /* which the command replaces by itself */
	bool done = command_run(s, str_of(line), err);
	free(line);
	return done;
}
