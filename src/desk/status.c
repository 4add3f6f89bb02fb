/* What views and messages ask a session. */
#include <string.h>

#include "base/utf8.h"
#include "desk/structure.h"
#include "desk/suggest.h"

const struct record *session_decision(const struct session *s, size_t finding)
{
	if (finding >= s->check.n_findings)
		return NULL;
	const struct record *r =
		review_find(s->review, RECORD_DECISION, s->check.findings[finding].id);
	return r && r->decision != DECISION_NONE ? r : NULL;
}

bool session_is_stale(const struct session *s, size_t finding)
{
	const struct record *r = session_decision(s, finding);
	return r && review_is_stale_on(r, &s->check.findings[finding], s->report, &s->values);
}

bool session_is_open(const struct session *s, size_t finding)
{
	return !session_decision(s, finding) || session_is_stale(s, finding);
}

size_t session_open_findings(const struct session *s)
{
	return session_progress(s).open;
}

struct progress session_progress(const struct session *s)
{
	struct progress p = {.findings = s->check.n_findings};
	for (size_t i = 0; i < s->check.n_findings; i++) {
		const struct record *r = session_decision(s, i);
		bool stale = session_is_stale(s, i);
		p.stale += stale;
		if (r && !stale) {
			p.decided[r->decision]++;
			continue;
		}
		p.open++;
		p.open_by[s->check.findings[i].severity]++;
		p.decided[DECISION_NONE]++;
	}
	return p;
}

static bool finding_has(const struct finding *f, size_t cell)
{
	for (size_t i = 0; i < f->n_cells; i++)
		if (f->cells[i] == cell)
			return true;
	return false;
}

struct cell_view session_cell_words(const struct session *s, size_t cell)
{
	const struct cell *c = &s->report->cells[cell];
	struct cell_view v = {
		.correction = review_find(s->review, RECORD_CORRECTION, c->def->name)};
	const struct record *mend;
	for (size_t i = 0; !v.mended && (mend = structure_of_cell(s, cell, i)); i++)
		v.mended = mend->mend != MEND_REGION;
	if (c->state != CELL_MISSING)
		v.printed = doc_str(s->report->doc, c->span);
	return v;
}

struct cell_view session_cell_view(const struct session *s, size_t cell)
{
	const struct cell *c = &s->report->cells[cell];
	const struct repair *repair = suggest_shown(s);
	struct cell_view v = session_cell_words(s, cell);
	v.annotated = session_annotation(s, TARGET_CELL, c->def->name, 0) != NULL;
	for (size_t i = 0; repair && i < repair->n_changes; i++)
		v.suggested = v.suggested || repair->changes[i].cell == cell;
	for (size_t i = 0; i < s->check.n_findings; i++) {
		const struct finding *f = &s->check.findings[i];
		if (!finding_has(f, cell))
			continue;
		v.in_any_finding = true;
		v.in_finding = v.in_finding || i == s->place.finding;
		v.worst = f->severity > v.worst ? f->severity : v.worst;
	}
	return v;
}

struct str session_cell_value(const struct session *s, size_t cell)
{
	struct cell_view v = session_cell_view(s, cell);
	return v.correction ? str_of(v.correction->to) : v.printed;
}

const struct record *session_annotation(
	const struct session *s, enum target_kind kind, const char *name, size_t i)
{
	const struct record *r;
	for (size_t k = 0; (r = review_at(s->review, RECORD_ANNOTATION, k)); k++) {
		if (r->target != kind || !r->target_name || strcmp(r->target_name, name) != 0)
			continue;
		if (i-- == 0)
			return r;
	}
	return NULL;
}

struct text_span session_selection(const struct session *s)
{
	struct text_span span = {0, 0};
	if (s->place.anchor == STR_NONE)
		return span;
	struct str text = doc_text(s->report->doc);
	bool forward = s->place.anchor <= s->place.at;
	span.from = forward ? s->place.anchor : s->place.at;
	span.to = forward ? s->place.at : s->place.anchor;
	if (span.to < text.n)
		utf8_next(text, &span.to);
	return span;
}
