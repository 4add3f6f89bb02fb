/* gouji check: what is found in many reports, one after another. */
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "cli/formats.h"
#include "beside/open.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "export/findings.h"
#include "review/sidecar.h"

struct checking {
	const struct cli *cli;
	struct inputs_data data;
	struct output out;
	struct findings_out findings;
	bool trouble;
};

const char *cli_check_format(size_t i)
{
	const struct findings_format *format = findings_format_at(i);

	return format ? format->name : NULL;
}

/* To standard error, and as a row where the format has one. */
static void tell_trouble(struct checking *k, const char *file, const struct err *err)
{
	struct buf message = {0};

	cli_error(err);
	if (err->line)
		buf_addf(&message, "%u:%u: ", err->line, err->column);
	buf_adds(&message, err->text);
	findings_trouble(&k->findings, file, message.p);
	buf_free(&message);
	k->trouble = true;
}

/* A review that cannot be read is a trouble of its own; the findings are those of the report all
 * the same. NULL: none. */
static struct review *open_review(struct checking *k, const char *path, struct report *report)
{
	struct err err = {0};
	struct review *review = inputs_open_review(path, report, &err);
	char *sidecar;

	if (review)
		return review;
	sidecar = sidecar_path(path);
	tell_trouble(k, sidecar, &err);
	free(sidecar);
	return NULL;
}

/* Where the user named what cannot be read, the report is checked by itself. */
static struct beside *open_beside(struct checking *k, const char *path, const struct report *report,
	const struct review *review)
{
	struct beside_wish wish = inputs_wish(k->cli);
	struct err err = {0};
	struct beside *b = beside_open(&wish, k->data.forms, path, report, review, &err);

	if (b) {
		inputs_tell_beside(b);
	} else {
		cli_error(&err);
		k->trouble = true;
	}
	return b;
}

static void check_report(struct checking *k, const char *path, struct report *report)
{
	struct review *review = open_review(k, path, report);
	struct beside *beside = open_beside(k, path, report, review);
	struct values values;
	struct check check;
	struct repairs repairs;
	struct findings_input in = {path, report, &check, &values, review, &repairs, beside};

	if (review && k->cli->value[OPT_CORRECTED])
		review_values(review, report, &values);
	else
		values_init(&values, report);
	rules_check_beside(k->data.rules, report, &values, beside_rules(beside), &check);
	repairs_find(report, &values, &check, NULL, &repairs);
	findings_report(&k->findings, &in);
	repairs_free(&repairs);
	check_free(&check);
	beside_free(beside);
	values_free(&values);
	review_free(review);
}

static void check_file(struct checking *k, const char *path)
{
	struct err err = {0};
	struct report *report = report_open(path, k->data.forms, k->cli->value[OPT_ENCODING], &err);

	if (report)
		check_report(k, path, report);
	else
		tell_trouble(k, path, &err);
	report_free(report);
}

static void check_argument(struct checking *k, const char *arg)
{
	struct inputs_files files = {0};
	struct err err = {0};

	if (!inputs_expand(arg, &files, &err))
		tell_trouble(k, arg, &err);
	for (size_t i = 0; i < files.n && output_flush(&k->out); i++)
		check_file(k, files.v[i]);
	inputs_free_files(&files);
}

static enum severity least_severity(const struct cli *cli)
{
	const char *name = cli->value[OPT_FAIL_ON];

	for (int s = SEVERITY_NOTE; name && s <= SEVERITY_ERROR; s++)
		if (strcmp(name, severity_name(s)) == 0)
			return s;
	return SEVERITY_WARNING;
}

static int status_of(const struct checking *k)
{
	if (k->trouble)
		return CLI_TROUBLE;
	for (int s = least_severity(k->cli); s <= SEVERITY_ERROR; s++)
		if (k->findings.count[s])
			return CLI_FOUND;
	return CLI_OK;
}

int cli_check(const struct cli *cli)
{
	struct checking k = {.cli = cli};

	if (!inputs_begin(cli, &k.data, &k.out))
		return CLI_TROUBLE;
	findings_begin(&k.findings, findings_format_find(cli_format(cli)), &k.out.buf, k.data.rules,
		lang_now(), k.out.color);
	for (size_t i = 0; i < cli->n_args && output_flush(&k.out); i++)
		check_argument(&k, cli->args[i]);
	findings_end(&k.findings);
	inputs_free_data(&k.data);
	return output_close(&k.out, status_of(&k));
}
