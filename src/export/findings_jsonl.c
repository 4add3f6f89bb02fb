/* Findings as JSON lines: one object a line, findings, then what was not checked, then the report.
 */
#include "export/findings.h"

void findings_jsonl_report(struct findings_out *o, const struct findings_input *in)
{
	const struct check *c = in->check;
	struct json j;

	for (size_t i = 0; i < c->n_findings; i++) {
		json_init(&j, o->out, false);
		findings_put_finding(&j, o->lang, in, &c->findings[i]);
		buf_addc(o->out, '\n');
	}
	for (size_t i = 0; i < c->n_not_checked; i++) {
		json_init(&j, o->out, false);
		findings_put_not_checked(&j, o->lang, in, &c->not_checked[i]);
		buf_addc(o->out, '\n');
	}
	json_init(&j, o->out, false);
	json_open(&j, '{');
	findings_put_report(&j, in);
	json_close(&j);
	buf_addc(o->out, '\n');
}

void findings_jsonl_trouble(struct findings_out *o, const char *file, const char *message)
{
	struct json j;

	json_init(&j, o->out, false);
	findings_put_trouble(&j, file, message);
	buf_addc(o->out, '\n');
}
