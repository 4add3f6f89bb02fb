/* Findings, written out: one file a format, one row each (findings.c).
 *
 * The rows are streamed: begin, then report or trouble as often as it takes, then end; what is in
 * `out` may be written away and cleared between calls. Spans are bytes of the source (doc.h), lines
 * from 1. */
#ifndef GOUJI_EXPORT_FINDINGS_H
#define GOUJI_EXPORT_FINDINGS_H

#include "base/json.h"
#include "base/lang.h"
#include "repair/repair.h"
#include "beside/beside.h"
#include "review/review.h"

/* A report, checked. */
struct findings_input {
	const char *file; /* the report's name, as it was given */
	const struct report *report;
	const struct check *check;
	const struct values *values;   /* what was reckoned with */
	const struct review *review;   /* NULL: none */
	const struct repairs *repairs; /* of the check; NULL: not looked for */
	const struct beside *beside;   /* what it was checked against; NULL: nothing */
};

struct findings_format;

struct findings_out {
	const struct findings_format *format;
	struct buf *out;
	const struct ruleset *rules;
	enum lang lang;
	bool color;
	struct json json;
	size_t reports, troubles;
	size_t count[3];    /* findings of all reports, by enum severity */
	struct buf notices; /* what has to wait for the end */
};

struct findings_format {
	const char *name;
	void (*begin)(struct findings_out *o); /* NULL: nothing to do; so with the others */
	void (*report)(struct findings_out *o, const struct findings_input *in);
	void (*trouble)(struct findings_out *o, const char *file, const char *message);
	void (*end)(struct findings_out *o);
};

const struct findings_format *findings_format_at(
	size_t i); /* NULL at the end; the first is the default */
const struct findings_format *findings_format_find(const char *name); /* NULL: none */

void findings_begin(struct findings_out *o, const struct findings_format *format, struct buf *out,
	const struct ruleset *rules, enum lang lang, bool color);
void findings_report(struct findings_out *o, const struct findings_input *in);
void findings_trouble(struct findings_out *o, const char *file, const char *message);
void findings_end(struct findings_out *o);

/* The writers' parts. */
void findings_text_report(struct findings_out *o, const struct findings_input *in);
void findings_text_end(struct findings_out *o);
void findings_json_begin(struct findings_out *o);
void findings_json_report(struct findings_out *o, const struct findings_input *in);
void findings_json_trouble(struct findings_out *o, const char *file, const char *message);
void findings_json_end(struct findings_out *o);
void findings_jsonl_report(struct findings_out *o, const struct findings_input *in);
void findings_jsonl_trouble(struct findings_out *o, const char *file, const char *message);
void findings_sarif_begin(struct findings_out *o);
void findings_sarif_report(struct findings_out *o, const struct findings_input *in);
void findings_sarif_trouble(struct findings_out *o, const char *file, const char *message);
void findings_sarif_end(struct findings_out *o);

/* The contract's objects, for the JSON formats. */
void findings_put_finding(
	struct json *j, enum lang lang, const struct findings_input *in, const struct finding *f);
void findings_put_not_checked(struct json *j, enum lang lang, const struct findings_input *in,
	const struct not_checked *n);
/* The members of a report object; the caller opens and closes it. */
void findings_put_report(struct json *j, const struct findings_input *in);
void findings_put_trouble(struct json *j, const char *file, const char *message);

/* The decision on a finding, NULL where there is none. */
const struct record *findings_decision(const struct findings_input *in, const struct finding *f);

#endif
