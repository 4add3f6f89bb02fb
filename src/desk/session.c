/* Opening, checking, saving and closing a session. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "beside/open.h"
#include "desk/filter.h"
#include "desk/options.h"
#include "desk/place.h"
#include "desk/resume.h"
#include "desk/session.h"
#include "desk/structure.h"
#include "desk/words.h"
#include "review/sidecar.h"

void reply_set(struct session *s, enum tone tone, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(s->reply.text, sizeof s->reply.text, fmt, ap);
	va_end(ap);
	s->reply.tone = tone;
	for (char *p = s->reply.text; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = ' ';
	if (n >= 0 && (size_t)n < sizeof s->reply.text)
		return;
	size_t bad;
	if (!utf8_valid(str_of(s->reply.text), &bad))
		s->reply.text[bad] = '\0';
}

static bool review_open(struct session *s, const char *reviewer, struct err *err)
{
	if (strcmp(s->path, "-") != 0) {
		s->sidecar = sidecar_path(s->path);
		if (!sidecar_load(s->sidecar, s->review, err))
			return false;
	}
	if (reviewer)
		review_set_reviewer(s->review, reviewer);
	return true;
}

/* What a reviewer should know before anything else. */
static void greet(struct session *s)
{
	struct buf out = {0}, told = {0};
	beside_tell(s->beside, &told);
	if (s->sidecar && file_exists(s->sidecar) && !sidecar_matches(s->review, s->report))
		buf_adds(&out, _("the report has changed since it was reviewed; decisions on "
				 "values that changed are shown as stale"));
	if (s->sidecar && review_verdict_is_stale(s->review, s->report))
		buf_addf(&out, "%s%s", out.n ? "; " : "",
			_("the verdict was given before the report was changed"));
	words_lost(s, &out);
	if (s->sidecar && !file_may_write(s->sidecar))
		buf_addf(&out, "%s%s", out.n ? "; " : "",
			_("nothing can be written in this folder: the review is kept only by "
			  ":w FILE elsewhere"));
	if (out.n && told.n)
		buf_adds(&out, "; ");
	if (told.n)
		buf_add(&out, buf_str(&told));
	buf_free(&told);
	if (out.n)
		reply_buf(s, TONE_WARNING, &out);
}

struct session *session_blank(const struct forms *forms, const struct ruleset *rules)
{
	struct session *s = mem_alloc(sizeof *s);
	s->forms = forms;
	s->rules = rules;
	options_init(&s->options);
	for (size_t i = 0; i < PANE_COUNT; i++)
		s->page[i] = 1;
	s->overlay_page = 1;
	s->place.anchor = s->place.corner = s->place.finding = s->place.cell = STR_NONE;
	s->review = review_new();
	return s;
}

void session_hand_settings(struct session *from, struct session *to)
{
	to->options = from->options;
	to->formers = from->formers;
	bindings_free(&to->bindings);
	to->bindings = from->bindings;
	from->bindings = (struct bindings){0};
}

struct session *session_open(const char *path, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer, struct err *err)
{
	return session_open_beside(path, forms, rules, encoding, reviewer, NULL, err);
}

struct session *session_open_beside(const char *path, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer,
	const struct beside_wish *wish, struct err *err)
{
	struct import_options options = {encoding, wish ? wish->shelf : NULL};
	struct report *report = report_open_with(path, forms, &options, err);
	if (!report)
		return NULL;
	struct session *s = session_blank(forms, rules);
	s->path = mem_strdup(path);
	s->report = report;
	s->place.finding = s->place.cell = 0;
	if (review_open(s, reviewer, err))
		s->beside = beside_open(wish, forms, path, report, s->review, err);
	if (!s->beside) {
		session_free(s);
		return NULL;
	}
	session_refresh(s);
	resume_place(s);
	greet(s);
	return s;
}

void session_free(struct session *s)
{
	if (!s)
		return;
	repairs_free(&s->repairs);
	bindings_free(&s->bindings);
	filter_clear(&s->filter);
	vec_free(&s->marks);
	free(s->last_change);
	check_free(&s->check);
	values_free(&s->values);
	beside_free(s->beside);
	review_free(s->review);
	report_free(s->report);
	for (size_t i = 0; i < s->out.n; i++) {
		free(s->out.v[i].path);
		buf_free(&s->out.v[i].bytes);
	}
	vec_free(&s->out);
	vec_free(&s->mends);
	free(s->trail.v);
	free(s->search.pattern);
	free(s->search.listed);
	free(s->search.hits);
	free(s->prompt);
	free(s->draft);
	free(s->topic);
	free(s->path);
	free(s->sidecar);
	free(s);
}

void session_refresh(struct session *s)
{
	char id[FINDING_ID_SIZE] = "";
	size_t at = 0;
	if (s->place.finding < s->check.n_findings) {
		const struct finding *f = &s->check.findings[s->place.finding];
		memcpy(id, f->id, sizeof id);
		at = f->at;
	}
	repairs_free(&s->repairs);
	check_free(&s->check);
	values_free(&s->values);
	structure_refresh(s);
	review_values(s->review, s->report, &s->values);
	rules_check_beside(s->rules, s->report, &s->values, beside_rules(s->beside), &s->check);
	repairs_find(s->report, &s->values, &s->check, NULL, &s->repairs);
	s->derived++;
	s->place.finding = place_refind(s, id, at);
	place_clamp(s);
}

/* Is what lies there another review than the one that was read? */
static bool is_another(const struct session *s)
{
	return file_exists(s->sidecar) && !sidecar_may_save(s->sidecar, s->review, NULL);
}

bool session_merge(struct session *s, struct err *err)
{
	if (!is_another(s))
		return err_set(err, ERR_REFUSED, _("nobody else has saved a review here"));
	struct review *theirs = review_new();
	bool done = sidecar_load(s->sidecar, theirs, err);
	if (done) {
		review_set_reviewer(theirs, review_reviewer(s->review));
		done = review_carry_over(s->review, theirs) ||
		       err_set(err, ERR_REFUSED,
			       _("something that was saved has been undone; redo it first"));
	}
	if (!done) {
		review_free(theirs);
		return false;
	}
	review_free(s->review);
	s->review = theirs;
	structure_refresh(s);
	session_refresh(s);
	return true;
}

/* What stands in the way of saving, and the way out. */
static bool tell_another(struct err *err)
{
	return err_set(err, ERR_REFUSED,
		_("somebody else saved a review there meanwhile, and nothing was written; :merge "
		  "takes it in"));
}

static bool tell_elsewhere(const struct session *s, struct err *err)
{
	struct err then;
	if (!err || err->kind != ERR_IO || s->batch)
		return false;
	then = *err;
	err_set(err, ERR_IO, _("%s; :w FILE saves a copy elsewhere"), then.text);
	err->sys = then.sys;
	return err_at(err, then.file, 0, 0);
}

bool session_save(struct session *s, struct err *err)
{
	if (!s->sidecar)
		return err_set(err, ERR_REFUSED,
			_("the report came from standard input: there is no file to save beside"));
	if (!s->batch && is_another(s))
		return tell_another(err);
	beside_remember(s->beside, s->review);
	if (!s->batch) /* a script leaves the reviewer where he was */
		resume_keep(s);
	if (!sidecar_save(s->sidecar, s->review, s->report, err))
		return tell_elsewhere(s, err);
	review_mark_saved(s->review);
	return true;
}
