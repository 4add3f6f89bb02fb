/* The formats of `gouji check`. */
#include "export/findings.h"

#include <string.h>

static const struct findings_format formats[] = {
	{.name = "text", .report = findings_text_report, .end = findings_text_end},
	{.name = "json",
		.begin = findings_json_begin,
		.report = findings_json_report,
		.trouble = findings_json_trouble,
		.end = findings_json_end},
	{.name = "jsonl", .report = findings_jsonl_report, .trouble = findings_jsonl_trouble},
	{.name = "sarif",
		.begin = findings_sarif_begin,
		.report = findings_sarif_report,
		.trouble = findings_sarif_trouble,
		.end = findings_sarif_end},
};

const struct findings_format *findings_format_at(size_t i)
{
	return i < sizeof formats / sizeof formats[0] ? &formats[i] : NULL;
}

const struct findings_format *findings_format_find(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

void findings_begin(struct findings_out *o, const struct findings_format *format, struct buf *out,
	const struct ruleset *rules, enum lang lang, bool color)
{
	*o = (struct findings_out){
		.format = format, .out = out, .rules = rules, .lang = lang, .color = color};
	if (format->begin)
		format->begin(o);
}

void findings_report(struct findings_out *o, const struct findings_input *in)
{
	o->reports++;
	for (int i = 0; i < 3; i++)
		o->count[i] += in->check->count[i];
	o->format->report(o, in);
}

void findings_trouble(struct findings_out *o, const char *file, const char *message)
{
	o->troubles++;
	if (o->format->trouble)
		o->format->trouble(o, file, message);
}

void findings_end(struct findings_out *o)
{
	if (o->format->end)
		o->format->end(o);
	buf_free(&o->notices);
}

const struct record *findings_decision(const struct findings_input *in, const struct finding *f)
{
	return in->review ? review_find(in->review, RECORD_DECISION, f->id) : NULL;
}
