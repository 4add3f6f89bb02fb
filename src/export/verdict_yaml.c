/* The verdict as data, format gouji-verdict/1. Whatever is quoted from the source stands as `exact`
 * with `start` and `end` (bytes of the source) and `line`, so that it can be proved against the
 * source again. */
#include <stdio.h>

#include "export/verdict.h"
#include "yaml/yaml.h"

#define FORMAT "gouji-verdict/1"

static void put_str(struct yout *y, const char *key, const char *text)
{
	yaml_out_key(y, key);
	yaml_out_cstr(y, text);
}

static void put_int(struct yout *y, const char *key, size_t n)
{
	yaml_out_key(y, key);
	yaml_out_int(y, (int64_t)n);
}

static void put_bool(struct yout *y, const char *key, bool b)
{
	yaml_out_key(y, key);
	yaml_out_bool(y, b);
}

/* Into an open map. */
static void put_quote(const struct verdict_view *v, struct yout *y, struct text_span s)
{
	verdict_yaml_quote(v->in->report, y, s);
}

/* What the report says of itself: the words as they were understood, and the place. */
static void put_said(const struct verdict_view *v, struct yout *y, const char *key,
	const char *text, struct text_span s)
{
	yaml_out_key(y, key);
	if (!text) {
		yaml_out_null(y);
		return;
	}
	yaml_out_map(y);
	put_str(y, "text", text);
	if (!text_span_empty(s))
		put_quote(v, y, s);
	yaml_out_close(y);
}

static void put_report(const struct verdict_view *v, struct yout *y)
{
	const struct report *r = v->in->report;
	char year[16];

	snprintf(year, sizeof year, "%d", r->year);
	yaml_out_key(y, "report");
	yaml_out_map(y);
	put_str(y, "file", v->file);
	put_str(y, "sha256", doc_sha256(r->doc));
	put_str(y, "sm3", v->sm3);
	put_int(y, "bytes", doc_bytes(r->doc));
	put_str(y, "kind", doc_kind(r->doc));
	put_str(y, "encoding", doc_encoding(r->doc));
	put_str(y, "form", r->form ? r->form->id : NULL);
	put_said(v, y, "title", r->title_text, r->title);
	put_said(v, y, "agency", r->agency_text, r->agency);
	put_said(v, y, "year", r->year ? year : NULL, r->year_span);
	yaml_out_close(y);
}

static void put_signed(struct yout *y, const char *note_key, const struct record *r)
{
	put_str(y, note_key, r->note);
	put_str(y, "by", r->by);
	put_str(y, "at", r->at);
}

static void put_verdict(const struct verdict_view *v, struct yout *y)
{
	const struct record *r = review_find(v->in->review, RECORD_VERDICT, "");

	yaml_out_key(y, "verdict");
	if (!r) {
		yaml_out_null(y);
		return;
	}
	yaml_out_map(y);
	put_str(y, "decision", verdict_name(r->verdict));
	put_signed(y, "summary", r);
	put_bool(y, "stale", review_verdict_is_stale(v->in->review, v->in->report));
	yaml_out_close(y);
}

static void put_counts(const struct verdict_view *v, struct yout *y)
{
	static const enum severity severities[] = {SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE};

	yaml_out_key(y, "counts");
	yaml_out_map(y);
	for (size_t g = 0; g < VERDICT_GROUPS; g++) {
		const char *name = decision_name(verdict_group_decision(g));

		yaml_out_key(y, name ? name : "open");
		yaml_out_map(y);
		for (size_t s = 0; s < 3; s++)
			put_int(y, severity_name(severities[s]), v->count[g][severities[s]]);
		yaml_out_close(y);
	}
	put_int(y, "brought_by_corrections", v->n_added);
	put_int(y, "checked", v->check.n_checked);
	put_int(y, "not_checked", v->check.n_not_checked);
	put_int(y, "corrections", review_count(v->in->review, RECORD_CORRECTION));
	put_int(y, "mends", review_count(v->in->review, RECORD_STRUCTURE));
	put_int(y, "annotations", review_count(v->in->review, RECORD_ANNOTATION));
	yaml_out_close(y);
}

static void put_value(const struct verdict_view *v, struct yout *y, size_t cell)
{
	const struct cell *c = &v->in->report->cells[cell];
	struct text_span printed = verdict_printed(v->in->report, cell);

	yaml_out_map(y);
	put_str(y, "cell", c->def->name);
	put_str(y, "state", cell_state_name(c->state));
	if (c->state == CELL_GIVEN) {
		yaml_out_key(y, "value");
		yaml_out_dec(y, c->value);
	}
	if (!text_span_empty(printed))
		put_quote(v, y, printed);
	if (v->corrected.v[cell].corrected) {
		yaml_out_key(y, "corrected");
		yaml_out_dec(y, v->corrected.v[cell].value);
	}
	yaml_out_close(y);
}

static void put_decision(struct yout *y, const struct verdict_finding *item)
{
	const struct record *r = item->decision;

	yaml_out_key(y, "decision");
	if (!r) {
		yaml_out_null(y);
		return;
	}
	yaml_out_map(y);
	put_str(y, "decision", decision_name(r->decision));
	put_signed(y, "note", r);
	put_bool(y, "stale", item->stale);
	yaml_out_close(y);
}

static void put_change(const struct verdict_view *v, struct yout *y, const struct repair_change *c)
{
	char number[DEC_TEXT_MAX];

	yaml_out_map(y);
	put_str(y, "cell", v->in->report->cells[c->cell].def->name);
	yaml_out_key(y, "from");
	yaml_out_str(y, repair_from(c, v->in->report, number));
	put_str(y, "to", dec_str(c->to, number));
	yaml_out_close(y);
}

static void put_suggestion(
	const struct verdict_view *v, struct yout *y, const struct verdict_finding *item)
{
	bool followed;
	const struct repair *r = verdict_suggestion(v, item, &followed);
	struct buf words = {0};

	yaml_out_key(y, "suggested");
	if (!r) {
		yaml_out_null(y);
		return;
	}
	repair_words(r, v->in->report, &v->check, v->in->lang, &words);
	yaml_out_map(y);
	put_str(y, "words", words.p);
	put_str(y, "edit", edit_name(r->edit));
	put_str(y, "sure", sure_name(r->sure));
	put_bool(y, "done", followed);
	yaml_out_key(y, "changes");
	yaml_out_seq(y);
	for (size_t i = 0; i < r->n_changes; i++)
		put_change(v, y, &r->changes[i]);
	yaml_out_close(y);
	yaml_out_close(y);
	buf_free(&words);
}

static void put_finding(
	const struct verdict_view *v, struct yout *y, const struct verdict_finding *item)
{
	const struct finding *f = item->finding;
	enum lang lang = v->in->lang;

	yaml_out_map(y);
	put_str(y, "id", f->id);
	put_str(y, "rule", f->rule->id);
	put_str(y, "severity", severity_name(f->severity));
	put_str(y, "cause", cause_name(f->cause));
	put_str(y, "message", f->message[lang]);
	put_str(y, "formula", f->formula[lang]);
	put_str(y, "reading", f->reading[lang]);
	if (f->has_numbers) {
		yaml_out_key(y, "declared");
		yaml_out_dec(y, f->declared);
		yaml_out_key(y, "actual");
		yaml_out_dec(y, f->actual);
	}
	put_bool(y, "settled_by_corrections", item->settled);
	put_bool(y, "brought_by_corrections", item->added);
	put_suggestion(v, y, item);
	put_decision(y, item);
	yaml_out_key(y, "cells");
	yaml_out_seq(y);
	for (size_t i = 0; i < f->n_cells; i++)
		put_value(v, y, f->cells[i]);
	yaml_out_close(y);
	yaml_out_key(y, "quotes");
	yaml_out_seq(y);
	for (size_t i = 0; i < f->n_spans && !f->masked; i++) {
		yaml_out_map(y);
		put_quote(v, y, f->spans[i]);
		yaml_out_close(y);
	}
	yaml_out_close(y);
	verdict_yaml_beside(v, y, f);
	yaml_out_close(y);
}

static void put_findings(const struct verdict_view *v, struct yout *y)
{
	yaml_out_key(y, "findings");
	yaml_out_seq(y);
	for (size_t g = 0; g < VERDICT_GROUPS; g++)
		for (size_t i = 0; i < v->findings.n; i++)
			if (verdict_group(&v->findings.v[i]) == g)
				put_finding(v, y, &v->findings.v[i]);
	yaml_out_close(y);
}

static void put_names(struct yout *y, const char *key, char *const *names, size_t n)
{
	yaml_out_key(y, key);
	yaml_out_flow_seq(y);
	for (size_t i = 0; names && i < n; i++)
		yaml_out_cstr(y, names[i]);
	yaml_out_close(y);
}

static void put_orphans(const struct verdict_view *v, struct yout *y)
{
	yaml_out_key(y, "decisions_without_finding");
	yaml_out_seq(y);
	for (size_t i = 0; i < v->orphans.n; i++) {
		const struct record *r = v->orphans.v[i];

		yaml_out_map(y);
		put_str(y, "id", r->key);
		put_str(y, "rule", r->rule);
		put_names(y, "cells", r->cells, r->n_cells);
		put_names(y, "seen", r->seen, r->n_cells);
		put_str(y, "decision", decision_name(r->decision));
		put_signed(y, "note", r);
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

static void put_not_checked(const struct verdict_view *v, struct yout *y)
{
	yaml_out_key(y, "not_checked");
	yaml_out_seq(y);
	for (size_t i = 0; i < v->check.n_not_checked; i++) {
		const struct not_checked *n = &v->check.not_checked[i];

		yaml_out_map(y);
		put_str(y, "rule", n->rule->id);
		put_str(y, "why", n->why[v->in->lang]);
		yaml_out_key(y, "cells");
		yaml_out_flow_seq(y);
		for (size_t c = 0; c < n->n_cells; c++)
			yaml_out_cstr(y, v->in->report->cells[n->cells[c]].def->name);
		yaml_out_close(y);
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

static void put_corrections(const struct verdict_view *v, struct yout *y)
{
	const struct record *r;

	yaml_out_key(y, "corrections");
	yaml_out_seq(y);
	for (size_t i = 0; (r = review_at(v->in->review, RECORD_CORRECTION, i)); i++) {
		size_t cell = report_cell_find(v->in->report, str_of(r->key));

		yaml_out_map(y);
		put_str(y, "cell", r->key);
		put_str(y, "from", r->from);
		put_str(y, "to", r->to);
		put_signed(y, "reason", r);
		if (cell != STR_NONE && !text_span_empty(verdict_printed(v->in->report, cell)))
			put_quote(v, y, verdict_printed(v->in->report, cell));
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

/* Where its place is lost, `lost: true`; then it had no part in the cells that follow. */
static void put_mend(const struct verdict_view *v, struct yout *y, const struct record *r)
{
	const struct mend_form *form = mend_form(r->mend);
	struct mend m;
	bool found = review_mend_place(r, v->in->report, &m);

	yaml_out_map(y);
	put_str(y, "id", r->key);
	put_str(y, "mend", form->name);
	if (form->row || form->table)
		put_str(y, form->row ? "row" : "table", r->row);
	if (form->columns) {
		yaml_out_key(y, "columns");
		yaml_out_int(y, r->columns);
	}
	if (form->place && found)
		put_quote(v, y, m.at);
	else if (form->place)
		put_str(y, "exact", r->text.exact);
	if (!found)
		put_bool(y, "lost", true);
	put_str(y, "by", r->by);
	put_str(y, "at", r->at);
	yaml_out_close(y);
}

static void put_structure(const struct verdict_view *v, struct yout *y)
{
	const struct record *r;

	yaml_out_key(y, "structure");
	yaml_out_seq(y);
	for (size_t i = 0; (r = review_at(v->in->review, RECORD_STRUCTURE, i)); i++)
		put_mend(v, y, r);
	yaml_out_close(y);
}

/* A text that is no longer there is told as it was noted down, with `lost: true` and no place. */
static void put_target(const struct verdict_view *v, struct yout *y, const struct record *r)
{
	struct text_span at = review_locate(r, v->in->report);

	if (r->target == TARGET_CELL)
		put_str(y, "cell", r->target_name);
	if (r->target == TARGET_FINDING)
		put_str(y, "finding", r->target_name);
	if (!text_span_empty(at)) {
		put_quote(v, y, at);
	} else if (r->target == TARGET_TEXT) {
		put_str(y, "exact", r->text.exact);
		put_bool(y, "lost", true);
	}
}

static void put_annotations(const struct verdict_view *v, struct yout *y)
{
	const struct record *r;

	yaml_out_key(y, "annotations");
	yaml_out_seq(y);
	for (size_t i = 0; (r = review_at(v->in->review, RECORD_ANNOTATION, i)); i++) {
		yaml_out_map(y);
		put_str(y, "id", r->key);
		yaml_out_key(y, "target");
		yaml_out_map(y);
		put_target(v, y, r);
		yaml_out_close(y);
		put_names(y, "tags", r->tags, r->n_tags);
		put_signed(y, "note", r);
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

static void put_cells(const struct verdict_view *v, struct yout *y)
{
	yaml_out_key(y, "cells");
	yaml_out_seq(y);
	for (size_t i = 0; i < v->in->report->n_cells; i++)
		put_value(v, y, i);
	yaml_out_close(y);
}

bool export_verdict_yaml(const struct export_input *in, struct buf *out, struct err *err)
{
	struct verdict_view v;
	struct yout *y = yaml_out_begin();

	verdict_open(&v, in);
	yaml_out_map(y);
	put_str(y, "format", FORMAT);
	put_str(y, "language", in->lang == LANG_ZH ? "zh" : "en");
	put_report(&v, y);
	verdict_yaml_files(&v, y);
	put_verdict(&v, y);
	put_counts(&v, y);
	put_findings(&v, y);
	put_orphans(&v, y);
	put_corrections(&v, y);
	put_structure(&v, y);
	put_annotations(&v, y);
	put_not_checked(&v, y);
	put_cells(&v, y);
	yaml_out_close(y);
	verdict_close(&v);
	return yaml_out_end(y, out, err);
}
