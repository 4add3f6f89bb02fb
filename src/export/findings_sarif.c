/* Findings as SARIF 2.1.0 (OASIS, 27 March 2020), for viewers and forges that read it.
 *
 * A finding is a result of kind "fail"; what could not be checked is one of kind "open" (3.27.9:
 * not enough information to decide). Columns are code points, as columnKind says. Decisions that
 * dismiss a finding are suppressions; troubles are notifications of the invocation. */
#include <string.h>

#include "base/utf8.h"
#include "export/findings.h"
#include "export/words.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

struct position {
	size_t line, column; /* from 1 */
};

/* Bytes of the character at p of a source in that encoding, n bytes before its end. */
static size_t source_char(const unsigned char *p, size_t n, bool gb18030)
{
	size_t size = 1;

	if (gb18030 && p[0] >= 0x81)
		size = n > 1 && p[1] >= '0' && p[1] <= '9' ? 4 : 2;
	while (!gb18030 && size < n && (p[size] & 0xc0) == 0x80)
		size++;
	return size < n ? size : n;
}

static struct position position_of(const struct doc *doc, size_t at)
{
	static const unsigned char bom[] = {0xef, 0xbb, 0xbf};
	struct str source = doc_source(doc);
	const unsigned char *p = (const unsigned char *)source.p;
	bool gb18030 = strcmp(doc_encoding(doc), "GB18030") == 0;
	struct position pos = {1, 1};
	size_t i = 0;

	if (source.n >= sizeof bom && memcmp(p, bom, sizeof bom) == 0)
		i = sizeof bom;
	for (size_t n; i < at && i < source.n; i += n) {
		n = source_char(p + i, source.n - i, gb18030);
		pos.column++;
		if (p[i] == '\n' || (p[i] == '\r' && (i + 1 == source.n || p[i + 1] != '\n')))
			pos = (struct position){pos.line + 1, 1};
	}
	return pos;
}

static void put_int(struct json *j, const char *key, size_t n)
{
	json_key(j, key);
	json_int(j, (int64_t)n);
}

static void put_text(struct json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_open_flat(j, '{');
	json_key(j, "text");
	json_cstr(j, text);
	json_close(j);
}

/* A file's name as a URI reference (RFC 3986). */
static void put_uri(struct json *j, const char *file)
{
	struct buf uri = {0};

	for (const char *c = file; *c; c++) {
		bool plain = (*c >= '0' && *c <= '9') || ((*c | 32) >= 'a' && (*c | 32) <= 'z') ||
			     strchr("-._~/", *c);

		if (plain)
			buf_addc(&uri, *c);
		else
			buf_addf(&uri, "%%%02X", (unsigned char)*c);
	}
	json_key(j, "uri");
	json_str(j, buf_str(&uri));
	buf_free(&uri);
}

static void put_region(struct json *j, const struct doc *doc, struct text_span span)
{
	struct disk_span disk = doc_disk(doc, span);
	struct position from = position_of(doc, disk.from), to = position_of(doc, disk.to);

	json_key(j, "region");
	json_open_flat(j, '{');
	put_int(j, "startLine", from.line);
	put_int(j, "startColumn", from.column);
	put_int(j, "endLine", to.line);
	put_int(j, "endColumn", to.column);
	json_close(j);
}

/* span NULL: the file as a whole. */
/* span: NULL where the file as a whole is meant. */
static void put_location(
	struct json *j, const char *file, const struct doc *doc, const struct text_span *span)
{
	json_open(j, '{');
	json_key(j, "physicalLocation");
	json_open(j, '{');
	json_key(j, "artifactLocation");
	json_open_flat(j, '{');
	put_uri(j, file);
	json_close(j);
	if (span)
		put_region(j, doc, *span);
	json_close(j);
	json_close(j);
}

static void put_locations(struct json *j, const char *key, const struct findings_input *in,
	const struct text_span *spans, size_t n)
{
	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < n; i++)
		put_location(j, in->file, in->report->doc, &spans[i]);
	if (n == 0)
		put_location(j, in->file, in->report->doc, NULL);
	json_close(j);
}

/* The other places in this report, then those in others. */
static void put_related(struct json *j, const struct findings_input *in, const struct finding *f)
{
	size_t n_beside = in->beside ? f->n_beside : 0;

	if (f->n_spans < 2 && !n_beside)
		return;
	json_key(j, "relatedLocations");
	json_open(j, '[');
	for (size_t i = 1; i < f->n_spans; i++)
		put_location(j, in->file, in->report->doc, &f->spans[i]);
	for (size_t i = 0; i < n_beside; i++) {
		const struct beside_file *file = beside_file_of(in->beside, &f->beside[i]);

		for (size_t k = 0; k < f->beside[i].n_spans; k++)
			put_location(j, file->path, file->report->doc, &f->beside[i].spans[k]);
	}
	json_close(j);
}

static size_t rule_index(const struct ruleset *rules, const struct rule *rule)
{
	size_t i = 0;

	while (i < rules_count(rules) && rules_at(rules, i) != rule)
		i++;
	return i;
}

static void put_rule(struct json *j, const struct rule *rule, enum lang lang)
{
	const char *explain = rule->explain.text[lang];

	json_open(j, '{');
	json_key(j, "id");
	json_cstr(j, rule->id);
	put_text(j, "shortDescription", rule->title.text[lang]);
	if (explain && *explain)
		put_text(j, "fullDescription", explain);
	json_key(j, "defaultConfiguration");
	json_open_flat(j, '{');
	json_key(j, "level");
	json_cstr(j, severity_name(rule->severity));
	json_close(j);
	if (rule->authority && *rule->authority) {
		json_key(j, "properties");
		json_open_flat(j, '{');
		json_key(j, "authority");
		json_cstr(j, rule->authority);
		json_close(j);
	}
	json_close(j);
}

static void put_suppression(struct json *j, const struct record *decision)
{
	if (!decision || (decision->decision != DECISION_ACCEPTABLE &&
				 decision->decision != DECISION_EXTRACTION))
		return;
	json_key(j, "suppressions");
	json_open(j, '[');
	json_open_flat(j, '{');
	json_key(j, "kind");
	json_cstr(j, "external");
	json_key(j, "status");
	json_cstr(j, "accepted");
	json_key(j, "justification");
	json_cstr(j, decision->note ? decision->note : decision_name(decision->decision));
	json_close(j);
	json_close(j);
}

static void put_properties(struct json *j, const struct findings_input *in, const size_t *cells,
	size_t n, const struct finding *f)
{
	json_key(j, "properties");
	json_open(j, '{');
	json_key(j, "cells");
	json_open_flat(j, '[');
	for (size_t i = 0; i < n; i++)
		json_cstr(j, in->report->cells[cells[i]].def->name);
	json_close(j);
	if (f) {
		json_key(j, "cause");
		json_cstr(j, cause_name(f->cause));
	}
	if (f && f->has_numbers) {
		json_key(j, "declared");
		json_dec(j, f->declared);
		json_key(j, "actual");
		json_dec(j, f->actual);
	}
	json_close(j);
}

static void put_result_head(
	struct findings_out *o, const struct rule *rule, const char *kind, const char *level)
{
	struct json *j = &o->json;

	json_open(j, '{');
	json_key(j, "ruleId");
	json_cstr(j, rule->id);
	put_int(j, "ruleIndex", rule_index(o->rules, rule));
	json_key(j, "kind");
	json_cstr(j, kind);
	json_key(j, "level");
	json_cstr(j, level);
}

static void put_finding(
	struct findings_out *o, const struct findings_input *in, const struct finding *f)
{
	struct json *j = &o->json;

	put_result_head(o, f->rule, "fail", severity_name(f->severity));
	put_text(j, "message", f->message[o->lang]);
	put_locations(j, "locations", in, f->spans, f->n_spans ? 1 : 0);
	put_related(j, in, f);
	json_key(j, "partialFingerprints");
	json_open_flat(j, '{');
	json_key(j, "goujiFinding/v1");
	json_cstr(j, f->id);
	json_close(j);
	put_suppression(j, findings_decision(in, f));
	put_properties(j, in, f->cells, f->n_cells, f);
	json_close(j);
}

static void put_not_checked(
	struct findings_out *o, const struct findings_input *in, const struct not_checked *n)
{
	struct json *j = &o->json;

	put_result_head(o, n->rule, "open", "none");
	put_text(j, "message", n->why[o->lang]);
	put_locations(j, "locations", in, NULL, 0);
	put_properties(j, in, n->cells, n->n_cells, NULL);
	json_close(j);
}

void findings_sarif_begin(struct findings_out *o)
{
	struct json *j = &o->json;

	json_init(j, o->out, true);
	json_open(j, '{');
	json_key(j, "$schema");
	json_cstr(j, SCHEMA);
	json_key(j, "version");
	json_cstr(j, "2.1.0");
	json_key(j, "runs");
	json_open(j, '[');
	json_open(j, '{');
	json_key(j, "tool");
	json_open(j, '{');
	json_key(j, "driver");
	json_open(j, '{');
	json_key(j, "name");
	json_cstr(j, PACKAGE_NAME);
	json_key(j, "version");
	json_cstr(j, PACKAGE_VERSION);
	json_key(j, "rules");
	json_open(j, '[');
	for (size_t i = 0; i < rules_count(o->rules); i++)
		put_rule(j, rules_at(o->rules, i), o->lang);
	json_close(j);
	json_close(j);
	json_close(j);
	json_key(j, "columnKind");
	json_cstr(j, "unicodeCodePoints");
	json_key(j, "results");
	json_open(j, '[');
}

void findings_sarif_report(struct findings_out *o, const struct findings_input *in)
{
	const struct check *c = in->check;

	for (size_t i = 0; i < c->n_findings; i++)
		put_finding(o, in, &c->findings[i]);
	for (size_t i = 0; i < c->n_not_checked; i++)
		put_not_checked(o, in, &c->not_checked[i]);
}

/* Kept as "file: message" and a NUL each, until the results are closed. */
void findings_sarif_trouble(struct findings_out *o, const char *file, const char *message)
{
	struct buf name = {0};

	words_clean_name(&name, file);
	buf_addf(&o->notices, "%s: %s", buf_str(&name).n ? name.p : "", message);
	buf_addc(&o->notices, '\0');
	buf_free(&name);
}

void findings_sarif_end(struct findings_out *o)
{
	struct json *j = &o->json;

	json_close(j); /* results */
	json_key(j, "invocations");
	json_open(j, '[');
	json_open(j, '{');
	json_key(j, "executionSuccessful");
	json_bool(j, o->notices.n == 0);
	json_key(j, "toolExecutionNotifications");
	json_open(j, '[');
	for (size_t at = 0; at < o->notices.n; at += strlen(o->notices.p + at) + 1) {
		json_open(j, '{');
		json_key(j, "level");
		json_cstr(j, "error");
		put_text(j, "message", o->notices.p + at);
		json_close(j);
	}
	json_close(j);
	json_close(j);
	json_close(j);
	json_close(j); /* the run */
	json_close(j);
	json_close(j);
	buf_addc(o->out, '\n');
}
