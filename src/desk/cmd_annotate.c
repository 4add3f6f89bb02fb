/* Commands that put notes on cells, findings and words. */
#include <string.h>

#include "base/lang.h"
#include "desk/cell_block.h"
#include "desk/cmd.h"
#include "desk/note.h"
#include "desk/words.h"

static void told(struct session *s, const struct record *r, const char *fmt)
{
	struct buf about = {0};
	words_about(s, r, &about);
	reply_set(s, TONE_INFO, fmt, r->key, about.p);
	buf_free(&about);
}

/* A new annotation on a target; its strings are its own. */
static void aim_at(const struct session *s, const struct target *t, struct record *r)
{
	char id[16];
	review_new_id(s->review, RECORD_ANNOTATION, id);
	r->kind = RECORD_ANNOTATION;
	r->key = mem_strdup(id);
	if (t->aim == AIM_TEXT) {
		r->target = TARGET_TEXT;
		review_target_text(r, s->report, t->span);
		return;
	}
	r->target = t->aim == AIM_CELL ? TARGET_CELL : TARGET_FINDING;
	r->target_name = mem_strdup(t->aim == AIM_CELL ? s->report->cells[t->index].def->name
						       : s->check.findings[t->index].id);
}

static const struct record *first_annotation(const struct session *s, const struct target *t)
{
	return t->aim == AIM_CELL
		       ? session_annotation(s, TARGET_CELL, s->report->cells[t->index].def->name, 0)
		       : session_annotation(s, TARGET_FINDING, s->check.findings[t->index].id, 0);
}

bool cmd_annotate(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	struct record r = {0};
	if (cell_block_is_meant(s, a->arg[0]))
		return block_annotate(s, a, err);
	if (!target_find(s, a->arg[0], AIM_CELL | AIM_FINDING | AIM_ANNOTATION | AIM_TEXT, &t, err))
		return false;
	if (t.aim == AIM_ANNOTATION) {
		record_copy(&r, t.record);
		free(r.note);
		free(r.by);
		free(r.at);
		r.by = r.at = NULL; /* signed anew */
	} else {
		aim_at(s, &t, &r);
	}
	r.note = note_copy(a->arg[1]);
	bool changed = review_apply(s->review, RECORD_ANNOTATION, r.key, &r);
	told(s, &r, changed ? _("annotation %s on %s") : _("annotation %s on %s, as before"));
	record_clear(&r);
	s->place.anchor = STR_NONE;
	return true;
}

static const struct record *only_annotation(
	const struct session *s, const struct target *t, struct err *err)
{
	enum target_kind kind = t->aim == AIM_CELL ? TARGET_CELL : TARGET_FINDING;
	const char *name = kind == TARGET_CELL ? s->report->cells[t->index].def->name
					       : s->check.findings[t->index].id;
	const struct record *first = session_annotation(s, kind, name, 0), *r;
	struct buf ids = {0};
	if (!first) {
		err_set(err, ERR_REFUSED, _("there is no annotation here"));
		return NULL;
	}
	for (size_t i = 0; (r = session_annotation(s, kind, name, i)); i++)
		buf_addf(&ids, "%s%s", i ? ", " : "", r->key);
	if (session_annotation(s, kind, name, 1)) {
		err_set(err, ERR_USAGE, _("there are several annotations here, name one: %s"),
			ids.p);
		first = NULL;
	}
	buf_free(&ids);
	return first;
}

/* The note there is, or a new one, in the reviewer's editor; what comes of it is an `annotate`. */
bool cmd_edit(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	const struct record *r = NULL;
	struct buf line = {0};
	if (!target_find(s, a->arg[0], AIM_CELL | AIM_FINDING | AIM_ANNOTATION | AIM_TEXT, &t, err))
		return false;
	bool block = cell_block_is_meant(s, a->arg[0]);
	if (t.aim == AIM_ANNOTATION)
		r = t.record;
	else if (t.aim != AIM_TEXT && !block && first_annotation(s, &t) &&
		 !(r = only_annotation(s, &t, err)))
		return false;
	const char *name = t.aim == AIM_TEXT || block ? "."
			   : t.aim == AIM_CELL	      ? s->report->cells[t.index].def->name
						      : NULL;
	buf_addf(&line, "annotate %s ", r ? r->key : name ? name : s->check.findings[t.index].id);
	free(s->prompt);
	free(s->draft);
	s->prompt = buf_take(&line);
	s->draft = mem_strdup(r && r->note ? r->note : "");
	s->request = REQUEST_EDIT;
	return true;
}

const struct record *annotation_named(struct session *s, struct str name, struct err *err)
{
	struct target t;
	if (!target_find(s, name, AIM_CELL | AIM_FINDING | AIM_ANNOTATION, &t, err))
		return NULL;
	return t.aim == AIM_ANNOTATION ? t.record : only_annotation(s, &t, err);
}

bool cmd_unannotate(struct session *s, const struct command_args *a, struct err *err)
{
	const struct record *found = annotation_named(s, a->arg[0], err);
	if (!found)
		return false;
	struct record r;
	record_copy(&r, found);
	review_apply(s->review, RECORD_ANNOTATION, r.key, NULL);
	told(s, &r, _("annotation %s on %s removed"));
	record_clear(&r);
	return true;
}
