/* Commands that write files, and leaving. */
#include "base/file.h"
#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/queue.h"
#include "review/sidecar.h"

/* In a script, saving is the last thing that happens (desk/script.h). */
static bool save(struct session *s, struct err *err)
{
	if (s->batch)
		return true;
	if (!session_save(s, err))
		return false;
	reply_set(s, TONE_INFO, _("saved: %s"), path_base(s->sidecar));
	return true;
}

/* For who may not write beside the report. A copy, so the review stays unsaved; and never over a
 * file, which may be the review of another report. */
static bool save_copy(struct session *s, const char *path, struct err *err)
{
	struct buf bytes = {0};
	if (file_exists(path))
		return err_set(err, ERR_REFUSED, _("%s is there already, and nothing was written"),
			path_base(path));
	bool done = sidecar_write(s->review, s->report, &bytes, err) &&
		    cmd_put_file(s, path, &bytes, err);
	buf_free(&bytes);
	if (done)
		reply_set(s, TONE_INFO, _("a copy of the review: %s"), path);
	return done;
}

bool cmd_write(struct session *s, const struct command_args *a, struct err *err)
{
	if (a->n == 0)
		return save(s, err);
	char *path = cmd_file_named(a->arg[0]);
	bool done = cmd_is_own_file(s, path) ? save(s, err) : save_copy(s, path, err);
	free(path);
	return done;
}

bool cmd_merge(struct session *s, const struct command_args *a, struct err *err)
{
	(void)a;
	if (!session_merge(s, err))
		return false;
	reply_set(s, TONE_INFO,
		review_is_dirty(s->review) ? _("taken in: %s; your own changes are not saved yet")
					   : _("taken in: %s"),
		path_base(s->sidecar));
	return true;
}

bool cmd_quit(struct session *s, const struct command_args *a, struct err *err)
{
	enum { ASK, DISCARD, SAVE } how = a->command->which;
	if (s->queue)
		s->queue->wanted = QUEUE_NOWHERE;
	if (how == SAVE && !save(s, err))
		return false;
	if (how == ASK && !s->batch && review_is_dirty(s->review)) {
		s->request = REQUEST_LEAVE;
		return err_set(err, ERR_REFUSED,
			_("there are changes that are not saved; :w saves them, :q! drops them"));
	}
	s->discard = how == DISCARD;
	s->quit = true;
	return true;
}
