/* Commands that decide: on a finding, and on the report. */
#include <string.h>

#include "base/lang.h"
#include "desk/cell_block.h"
#include "desk/cmd.h"
#include "desk/filter.h"
#include "desk/keymap.h"
#include "desk/note.h"
#include "desk/words.h"

static const char *key_or(const struct session *s, const char *line, const char *typed)
{
	const char *key = keymap_key_of(s, line);
	return key ? key : typed;
}

/* After a decision: on to the next open finding, or a word that there is none. */
static void move_on(struct session *s, size_t from, struct buf *out)
{
	size_t open = session_open_findings(s);
	if (open)
		buf_addf(out, ngettext("; %zu open", "; %zu open", open), open);
	else if (s->batch || review_find(s->review, RECORD_VERDICT, ""))
		buf_adds(out, _("; all are decided"));
	else
		buf_addf(out, _("; all are decided: %s for the verdict"),
			key_or(s, "verdict …", ":verdict"));
	if (!s->options.advance || s->batch)
		return;
	size_t next = session_finding_beyond(s, from, +1, true), first = next;
	while (next != STR_NONE && !filter_passes(s, next)) {
		next = session_finding_beyond(s, next, +1, true);
		next = next == first ? STR_NONE : next;
	}
	if (next != STR_NONE)
		session_to_finding(s, next);
}

bool cmd_decide(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	struct record r = {0};
	if (str_is(a->arg[0], "*"))
		return decide_all(s, a, err);
	if (cell_block_is_meant(s, a->arg[0]))
		return block_decide(s, a, err);
	if (!target_find(s, a->arg[0], AIM_FINDING, &t, err))
		return false;
	const struct record *before = session_decision(s, t.index);
	const char *kept = before && a->n < 3 ? before->note : NULL;
	review_bind_decision(&r, &s->check.findings[t.index], s->report, &s->values);
	decision_parse(a->arg[1], &r.decision);
	if (a->n > 2)
		r.note = note_copy(a->arg[2]);
	else if (kept)
		r.note = mem_strdup(kept);
	struct buf out = {0};
	words_finding(s, t.index, &out);
	buf_addf(&out, _(": %s"), words_decision(r.decision));
	if (kept)
		buf_adds(&out, _(" (note kept)"));
	if (!review_apply(s->review, RECORD_DECISION, r.key, &r))
		buf_adds(&out, _(", as before"));
	record_clear(&r);
	move_on(s, t.index, &out);
	reply_buf(s, TONE_INFO, &out);
	return true;
}

bool cmd_undecide(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	if (!target_find(s, a->arg[0], AIM_FINDING, &t, err))
		return false;
	const char *id = s->check.findings[t.index].id;
	if (!review_apply(s->review, RECORD_DECISION, id, NULL))
		return err_set(err, ERR_REFUSED, _("finding %zu is not decided"), t.index + 1);
	struct buf out = {0};
	words_finding(s, t.index, &out);
	buf_addf(&out, _(": %s"), words_decision(DECISION_NONE));
	reply_buf(s, TONE_INFO, &out);
	return true;
}

static bool verdict_none(struct session *s, struct err *err)
{
	if (!review_apply(s->review, RECORD_VERDICT, "", NULL))
		return err_set(err, ERR_REFUSED, _("there is no verdict to take back"));
	reply_set(s, TONE_INFO, _("verdict: %s"), words_verdict(VERDICT_NONE));
	return true;
}

bool cmd_verdict(struct session *s, const struct command_args *a, struct err *err)
{
	if (str_is(a->arg[0], "none"))
		return verdict_none(s, err);
	const struct record *before = review_find(s->review, RECORD_VERDICT, "");
	struct record r = {.kind = RECORD_VERDICT,
		.key = mem_strdup(""),
		.against = mem_strdup(doc_sha256(s->report->doc))};
	verdict_parse(a->arg[0], &r.verdict);
	if (a->n > 1)
		r.note = note_copy(a->arg[1]);
	else if (before && before->note)
		r.note = mem_strdup(before->note);
	bool changed = review_apply(s->review, RECORD_VERDICT, "", &r);
	struct progress p = session_progress(s);
	struct buf out = {0};
	buf_addf(&out, _("verdict: %s"), words_verdict(r.verdict));
	if (!changed)
		buf_adds(&out, _(", as before"));
	bool hasty = r.verdict == VERDICT_ACCEPT && p.open_by[SEVERITY_ERROR];
	if (hasty)
		buf_addf(&out,
			ngettext("; %zu error is still open", "; %zu errors are still open",
				p.open_by[SEVERITY_ERROR]),
			p.open_by[SEVERITY_ERROR]);
	else if (changed && !s->batch)
		buf_addf(&out, _("; %s saves it"), key_or(s, "write", ":write"));
	record_clear(&r);
	reply_buf(s, hasty ? TONE_WARNING : TONE_INFO, &out);
	return true;
}
