/* Findings as JSON: the contract's objects, and the document that holds them under reports[]. */
#include "export/findings.h"
#include "export/words.h"

static void put_head(struct json *j, const char *type, const char *file)
{
	json_key(j, "type");
	json_cstr(j, type);
	json_key(j, "file");
	words_json_name(j, file);
}

static void put_cells(struct json *j, const struct report *r, const size_t *cells, size_t n)
{
	json_key(j, "cells");
	json_open_flat(j, '[');
	for (size_t i = 0; i < n; i++)
		json_cstr(j, r->cells[cells[i]].def->name);
	json_close(j);
}

static void put_number(struct json *j, const char *key, bool has, struct dec value)
{
	json_key(j, key);
	if (has)
		json_dec(j, value);
	else
		json_null(j);
}

static void put_spans(
	struct json *j, const struct report *r, const struct text_span *spans, size_t n)
{
	json_key(j, "spans");
	json_open_flat(j, '[');
	for (size_t i = 0; i < n; i++) {
		struct disk_span span = doc_disk(r->doc, spans[i]);

		json_open_flat(j, '[');
		json_int(j, (int64_t)span.from);
		json_int(j, (int64_t)span.to);
		json_close(j);
	}
	json_close(j);
}

static void put_line(struct json *j, size_t line)
{
	json_key(j, "line");
	if (line)
		json_int(j, (int64_t)line);
	else
		json_null(j);
}

/* What stands in the other reports; no key where the finding looks at none. */
static void put_beside(struct json *j, const struct findings_input *in, const struct finding *f)
{
	if (!f->n_beside || !in->beside)
		return;
	json_key(j, "beside");
	json_open_flat(j, '[');
	for (size_t i = 0; i < f->n_beside; i++) {
		const struct finding_beside *b = &f->beside[i];
		const struct beside_file *file = beside_file_of(in->beside, b);

		json_open_flat(j, '{');
		json_key(j, "relation");
		json_cstr(j, beside_role_name(file->role));
		json_key(j, "file");
		words_json_name(j, file->name);
		put_cells(j, file->report, b->cells, b->n_cells);
		put_spans(j, file->report, b->spans, b->n_spans);
		put_line(j, b->line);
		if (b->explains) {
			json_key(j, "explains");
			json_bool(j, true);
		}
		json_close(j);
	}
	json_close(j);
}

static void put_decision(struct json *j, const struct findings_input *in, const struct finding *f)
{
	const struct record *decision = findings_decision(in, f);

	json_key(j, "decision");
	json_cstr(j, decision ? decision_name(decision->decision) : NULL);
	if (!decision || !review_is_stale_on(decision, f, in->report, in->values))
		return;
	json_key(j, "stale");
	json_bool(j, true);
}

/* Where the search was stopped, or what would contradict the text is left out, that is said. */
static void put_repairs(struct json *j, const struct findings_input *in, const struct finding *f)
{
	struct repair_list l = {0};

	if (in->repairs)
		l = repairs_whole(in->repairs, (size_t)(f - in->check->findings));
	json_key(j, "repairs");
	repairs_put_json(j, &l, in->report, in->check);
	if (l.bounded) {
		json_key(j, "bounded");
		json_bool(j, true);
	}
	if (l.withheld) {
		json_key(j, "withheld");
		json_int(j, (int64_t)l.withheld);
	}
}

void findings_put_finding(
	struct json *j, enum lang lang, const struct findings_input *in, const struct finding *f)
{
	json_open_flat(j, '{');
	put_head(j, "finding", in->file);
	json_key(j, "id");
	json_cstr(j, f->id);
	json_key(j, "rule");
	json_cstr(j, f->rule->id);
	json_key(j, "severity");
	json_cstr(j, severity_name(f->severity));
	json_key(j, "cause");
	json_cstr(j, cause_name(f->cause));
	put_cells(j, in->report, f->cells, f->n_cells);
	put_number(j, "declared", f->has_numbers, f->declared);
	put_number(j, "actual", f->has_numbers, f->actual);
	json_key(j, "message");
	json_cstr(j, f->message[lang]);
	put_spans(j, in->report, f->spans, f->n_spans);
	put_line(j, f->line);
	put_beside(j, in, f);
	put_repairs(j, in, f);
	json_key(j, "reading");
	json_cstr(j, f->reading[lang]);
	put_decision(j, in, f);
	json_close(j);
}

void findings_put_not_checked(struct json *j, enum lang lang, const struct findings_input *in,
	const struct not_checked *n)
{
	json_open_flat(j, '{');
	put_head(j, "not-checked", in->file);
	json_key(j, "rule");
	json_cstr(j, n->rule->id);
	put_cells(j, in->report, n->cells, n->n_cells);
	json_key(j, "why");
	json_cstr(j, n->why[lang]);
	json_close(j);
}

static void put_count(struct json *j, const char *key, size_t n)
{
	json_key(j, key);
	json_int(j, (int64_t)n);
}

void findings_put_report(struct json *j, const struct findings_input *in)
{
	const struct report *r = in->report;

	put_head(j, "report", in->file);
	json_key(j, "year");
	if (r->year)
		json_int(j, r->year);
	else
		json_null(j);
	json_key(j, "form");
	json_cstr(j, r->form->id);
	json_key(j, "agency");
	json_cstr(j, r->agency_text);
	put_count(j, "errors", in->check->count[SEVERITY_ERROR]);
	put_count(j, "warnings", in->check->count[SEVERITY_WARNING]);
	put_count(j, "notes", in->check->count[SEVERITY_NOTE]);
	put_count(j, "checked", in->check->n_checked);
	put_count(j, "not_checked", in->check->n_not_checked);
}

void findings_put_trouble(struct json *j, const char *file, const char *message)
{
	json_open_flat(j, '{');
	put_head(j, "trouble", file);
	json_key(j, "message");
	json_cstr(j, message);
	json_close(j);
}

void findings_json_begin(struct findings_out *o)
{
	json_init(&o->json, o->out, true);
	json_open(&o->json, '{');
	json_key(&o->json, "format");
	json_cstr(&o->json, "gouji-check/1");
	json_key(&o->json, "reports");
	json_open(&o->json, '[');
}

void findings_json_report(struct findings_out *o, const struct findings_input *in)
{
	struct json *j = &o->json;
	const struct check *c = in->check;

	json_open(j, '{');
	findings_put_report(j, in);
	json_key(j, "findings");
	json_open(j, '[');
	for (size_t i = 0; i < c->n_findings; i++)
		findings_put_finding(j, o->lang, in, &c->findings[i]);
	json_close(j);
	json_key(j, "unchecked");
	json_open(j, '[');
	for (size_t i = 0; i < c->n_not_checked; i++)
		findings_put_not_checked(j, o->lang, in, &c->not_checked[i]);
	json_close(j);
	json_close(j);
}

void findings_json_trouble(struct findings_out *o, const char *file, const char *message)
{
	findings_put_trouble(&o->json, file, message);
}

void findings_json_end(struct findings_out *o)
{
	json_close(&o->json);
	json_close(&o->json);
	buf_addc(o->out, '\n');
}
