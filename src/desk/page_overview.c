/* The overview: how is this report? */
#include <string.h>

#include "base/lang.h"
#include "desk/page.h"
#include "desk/words.h"

static void write_report(const struct session *s, struct buf *text)
{
	const struct report *r = s->report;
	page_field(s, text, _("report"), "%s", s->path);
	page_field(s, text, _("title"), "%s", r->title_text ? r->title_text : _("(not told)"));
	page_field(s, text, _("agency"), "%s", r->agency_text ? r->agency_text : _("(not told)"));
	if (r->year)
		page_field(s, text, _("year"), "%d", r->year);
	else
		page_field(s, text, _("year"), "%s", _("(not told)"));
	if (r->form)
		page_field(
			s, text, _("form"), "%s  %s", r->form->id, r->form->title.text[lang_now()]);
	for (size_t i = 0; i < r->n_tables; i++) {
		const struct report_table *t = &r->tables[i];
		if (!t->found) {
			page_field(
				s, text, words_table_number(t->def), "%s", _("not in the source"));
			continue;
		}
		page_field(s, text, words_table_number(t->def),
			_("%zu given, %zu blank, %zu unreadable, %zu missing"), t->given, t->blank,
			t->unreadable, t->missing);
	}
}

static void write_findings(const struct session *s, struct buf *text)
{
	struct progress p = session_progress(s);
	page_field(s, text, _("checked"), "%zu", s->check.n_checked);
	page_field(s, text, _("not checked"), "%zu", s->check.n_not_checked);
	page_field(s, text, _("found"), _("errors %zu, warnings %zu, notes %zu"),
		s->check.count[SEVERITY_ERROR], s->check.count[SEVERITY_WARNING],
		s->check.count[SEVERITY_NOTE]);
	for (enum decision d = DECISION_CONFIRMED; d <= DECISION_QUERY; d++)
		page_field(s, text, words_decision(d), "%zu", p.decided[d]);
	page_field(s, text, _("open"), "%zu", p.open);
	if (p.stale)
		page_field(s, text, _("stale"), _("%zu, decided on other values"), p.stale);
}

/* What it was checked against. */
static void write_beside(const struct session *s, struct buf *text)
{
	size_t children = 0;
	for (size_t i = 0; i < s->beside->files.n; i++) {
		const struct beside_file *f = &s->beside->files.v[i];
		children += f->role == BESIDE_CHILD;
		if (f->role == BESIDE_PREVIOUS)
			page_field(s, text, _("last year"), "%s%s%s", f->name,
				f->trouble ? ": " : "", f->trouble ? f->trouble : "");
	}
	if (children)
		page_field(s, text, _("reports below"), "%zu", children);
}

static void write_mends(const struct session *s, struct buf *text)
{
	for (size_t i = 0; i < s->mends.n; i++) {
		const struct placed_mend *m = &s->mends.v[i];
		struct buf words = {0};
		words_mend(s, m->record, &words);
		page_field(s, text, i ? "" : _("mends"), "%s  %s%s", m->record->key, words.p,
			m->lost ? _(" (its place is lost)") : "");
		buf_free(&words);
	}
}

static void write_review(const struct session *s, struct buf *text)
{
	const struct record *v = review_find(s->review, RECORD_VERDICT, "");
	page_field(s, text, _("corrections"), "%zu", review_count(s->review, RECORD_CORRECTION));
	page_field(s, text, _("annotations"), "%zu", review_count(s->review, RECORD_ANNOTATION));
	write_mends(s, text);
	page_field(s, text, _("verdict"), "%s%s", words_verdict(v ? v->verdict : VERDICT_NONE),
		review_verdict_is_stale(s->review, s->report)
			? _(" ?, given before the report was changed")
			: "");
	page_field(s, text, _("summary"), "%s", v && v->note ? v->note : "");
	const char *reviewer = review_reviewer(s->review);
	page_field(s, text, _("reviewer"), "%s", reviewer ? reviewer : "");
	page_field(s, text, _("saved"), "%s",
		review_is_dirty(s->review) ? _("no, there are changes") : _("yes"));
}

static void write_not_checked(const struct session *s, struct buf *text)
{
	if (s->check.n_not_checked)
		buf_addf(text, "\n%s\n", _("Not checked"));
	for (size_t i = 0; i < s->check.n_not_checked; i++) {
		const struct not_checked *n = &s->check.not_checked[i];
		buf_addf(text, "  %s  %s\n", n->rule->title.text[lang_now()], n->why[lang_now()]);
	}
}

void page_overview(const struct session *s, struct buf *title, struct buf *text)
{
	buf_adds(title, _("Overview"));
	write_report(s, text);
	write_beside(s, text);
	buf_addc(text, '\n');
	write_findings(s, text);
	buf_addc(text, '\n');
	write_review(s, text);
	write_not_checked(s, text);
}
