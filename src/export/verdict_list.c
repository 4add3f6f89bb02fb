/* Reviews of many reports as one list, a line a report: for spreadsheets (CSV, TSV) and programs
 * (JSON). A decision on values that have changed since does not count, nor does a verdict on
 * another text of the report, which is told as stale. */
#include <stdio.h>

#include "export/verdict.h"
#include "export/words.h"

struct line {
	struct verdict_view view;
	size_t found[3];		    /* by enum severity */
	size_t decided[DECISION_QUERY + 1]; /* DECISION_NONE: open */
	const struct record *verdict;	    /* NULL: none yet */
	bool stale;
};

static void line_open(struct line *line, const struct export_input *in)
{
	*line = (struct line){0};
	verdict_open(&line->view, in);
	for (size_t i = 0; i < line->view.findings.n; i++) {
		const struct verdict_finding *f = &line->view.findings.v[i];
		bool open = !f->decision || f->stale;

		if (f->added)
			continue;
		line->found[f->finding->severity]++;
		line->decided[open ? DECISION_NONE : f->decision->decision]++;
	}
	line->verdict = review_find(in->review, RECORD_VERDICT, "");
	line->stale = review_verdict_is_stale(in->review, in->report);
}

/* --- a record of fields --- */

struct sheet {
	struct buf *out;
	bool tabs; /* no quotes: white space in a field becomes one blank */
	bool begun;
};

static void put_field(struct sheet *s, const char *text)
{
	if (s->begun)
		buf_addc(s->out, s->tabs ? '\t' : ',');
	s->begun = true;
	if (s->tabs)
		words_show(s->out, str_of(text));
	else
		words_csv(s->out, str_of(text));
}

static void put_number(struct sheet *s, size_t n)
{
	char text[24];

	snprintf(text, sizeof text, "%zu", n);
	put_field(s, text);
}

static bool put_record(const struct export_input *in, bool tabs, struct buf *out)
{
	const struct report *r = in->report;
	struct sheet s = {out, tabs, false};
	struct line line;

	line_open(&line, in);
	const struct record *v = line.verdict;

	put_field(&s, line.view.file);
	put_field(&s, r->agency_text);
	if (r->year)
		put_number(&s, (size_t)r->year);
	else
		put_field(&s, "");
	put_field(&s, r->form ? r->form->id : "");
	for (int k = SEVERITY_ERROR; k >= SEVERITY_NOTE; k--)
		put_number(&s, line.found[k]);
	for (int k = DECISION_NONE; k <= DECISION_QUERY; k++)
		put_number(&s, line.decided[k]);
	put_number(&s, review_count(in->review, RECORD_CORRECTION));
	put_field(&s, v ? verdict_name(v->verdict) : "");
	put_field(&s, line.stale ? "yes" : "");
	put_field(&s, v ? v->note : "");
	put_field(&s, v ? v->by : "");
	put_field(&s, v ? v->at : "");
	put_field(&s, doc_sha256(r->doc));
	buf_addc(out, '\n');
	verdict_close(&line.view);
	return true;
}

bool export_list_csv(const struct export_input *in, struct buf *out, struct err *err)
{
	(void)err;
	return put_record(in, false, out);
}

bool export_list_tsv(const struct export_input *in, struct buf *out, struct err *err)
{
	(void)err;
	return put_record(in, true, out);
}

/* --- an object --- */

static void put_count(struct json *j, const char *key, size_t n)
{
	json_key(j, key);
	json_int(j, (int64_t)n);
}

static void put_word(struct json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_cstr(j, text);
}

static void put_counts(struct json *j, const struct line *line)
{
	json_key(j, "found");
	json_open(j, '{');
	for (int k = SEVERITY_ERROR; k >= SEVERITY_NOTE; k--)
		put_count(j, severity_name(k), line->found[k]);
	json_close(j);
	json_key(j, "decided");
	json_open(j, '{');
	for (int k = DECISION_CONFIRMED; k <= DECISION_QUERY; k++)
		put_count(j, decision_name(k), line->decided[k]);
	json_close(j);
	put_count(j, "open", line->decided[DECISION_NONE]);
}

static void put_verdict(struct json *j, const struct line *line)
{
	const struct record *v = line->verdict;

	json_key(j, "verdict");
	if (!v) {
		json_null(j);
		return;
	}
	json_open(j, '{');
	put_word(j, "decision", verdict_name(v->verdict));
	put_word(j, "summary", v->note);
	put_word(j, "by", v->by);
	put_word(j, "at", v->at);
	if (line->stale) {
		json_key(j, "stale");
		json_bool(j, true);
	}
	json_close(j);
}

bool export_list_json(const struct export_input *in, struct buf *out, struct err *err)
{
	const struct report *r = in->report;
	struct line line;
	struct json j;

	(void)err;
	line_open(&line, in);
	json_init(&j, out, false);
	json_open(&j, '{');
	put_word(&j, "file", line.view.file);
	put_word(&j, "sha256", doc_sha256(r->doc));
	put_word(&j, "agency", r->agency_text);
	json_key(&j, "year");
	if (r->year)
		json_int(&j, r->year);
	else
		json_null(&j);
	put_word(&j, "form", r->form ? r->form->id : NULL);
	put_counts(&j, &line);
	put_count(&j, "corrections", review_count(in->review, RECORD_CORRECTION));
	put_count(&j, "annotations", review_count(in->review, RECORD_ANNOTATION));
	put_verdict(&j, &line);
	json_close(&j);
	verdict_close(&line.view);
	return true;
}
