/* Looking at some of the findings, and deciding on all of them at once. */
#include "desk/filter.h"

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/note.h"
#include "desk/words.h"

static size_t next_passing(const struct session *s, size_t from)
{
	size_t n = s->check.n_findings;
	for (size_t k = 0; k < n; k++)
		if (filter_passes(s, (from + k) % n))
			return (from + k) % n;
	return STR_NONE;
}

bool cmd_filter(struct session *s, const struct command_args *a, struct err *err)
{
	struct finding_filter made = {0};
	struct buf says = {0};
	if (!filter_parse(s, &made, a->n ? a->arg[0] : STR(""), err))
		return false;
	filter_clear(&s->filter);
	s->filter = made;
	size_t n = filter_count(s), to = next_passing(s, s->place.finding);
	if (to != STR_NONE && to != s->place.finding)
		session_to_finding(s, to);
	filter_write(&s->filter, &says);
	reply_set(s, n ? TONE_INFO : TONE_WARNING,
		ngettext("%zu of %zu finding%s%s", "%zu of %zu findings%s%s", s->check.n_findings),
		n, s->check.n_findings, says.n ? ": " : "", says.n ? says.p : "");
	buf_free(&says);
	return true;
}

bool decide_one(struct session *s, size_t finding, const struct command_args *a)
{
	const struct record *before = session_decision(s, finding);
	struct record r = {0};
	review_bind_decision(&r, &s->check.findings[finding], s->report, &s->values);
	decision_parse(a->arg[1], &r.decision);
	if (a->n > 2)
		r.note = note_copy(a->arg[2]);
	else if (before && before->note)
		r.note = mem_strdup(before->note);
	bool changed = review_apply(s->review, RECORD_DECISION, r.key, &r);
	record_clear(&r);
	return changed;
}

/* Decisions that stand are left alone, unless the filter asks for the decided ones. */
bool decide_all(struct session *s, const struct command_args *a, struct err *err)
{
	size_t n = s->check.n_findings, changed = 0;
	bool *wanted = mem_alloc_array(n ? n : 1, sizeof *wanted);
	enum decision decision = DECISION_NONE;
	decision_parse(a->arg[1], &decision);
	for (size_t i = 0; i < n; i++)
		wanted[i] = filter_passes(s, i) &&
			    (s->filter.state == STATE_DECIDED || session_is_open(s, i));
	review_begin(s->review);
	for (size_t i = 0; i < n; i++)
		changed += wanted[i] && decide_one(s, i, a);
	review_end(s->review);
	free(wanted);
	if (!changed)
		return err_set(err, ERR_REFUSED, _("there is no open finding to decide on"));
	size_t open = session_open_findings(s);
	reply_set(s, TONE_INFO,
		ngettext("%zu finding: %s; %zu open; u takes it back",
			"%zu findings: %s; %zu open; u takes it back", changed),
		changed, words_decision(decision), open);
	return true;
}
