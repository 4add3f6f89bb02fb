/* gouji export: reviewers' annotated verdicts, as documents or as a list. */
#include "base/file.h"
#include "base/lang.h"
#include "beside/open.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "export/export.h"

struct exporting {
	const struct cli *cli;
	const struct export_format *format;
	struct inputs_data data;
	struct inputs_files files;
	struct output out;
	size_t written;
	bool trouble;
};

const char *cli_export_format(size_t i)
{
	const struct export_format *format = export_format_at(i);

	return format ? format->name : NULL;
}

static bool write_report(struct exporting *k, const char *path, struct err *err)
{
	const struct cli *cli = k->cli;
	struct report *report = report_open(path, k->data.forms, cli->value[OPT_ENCODING], err);
	struct review *review = report ? inputs_open_review(path, report, err) : NULL;
	struct beside_wish wish = inputs_wish(cli);
	struct beside *beside =
		review ? beside_open(&wish, k->data.forms, path, report, review, err) : NULL;
	struct export_input in = {report, review, k->data.rules, lang_now(), beside};
	size_t before = k->out.buf.n;

	buf_adds(&k->out.buf, k->written ? k->format->between : k->format->head);
	bool ok = beside && k->format->write(&in, &k->out.buf, err);

	if (!ok)
		k->out.buf.n = before;
	if (beside)
		inputs_tell_beside(beside);
	beside_free(beside);
	review_free(review);
	report_free(report);
	return ok;
}

static void export_report(struct exporting *k, const char *path)
{
	struct err err = {0};

	if (write_report(k, path, &err)) {
		k->written++;
		return;
	}
	if (!err.file[0])
		err_at(&err, path, 0, 0);
	cli_error(&err);
	k->trouble = true;
}

/* Which reports; false, told, where there can be no file of them. */
static bool expand(struct exporting *k)
{
	struct err err = {0};

	for (size_t i = 0; i < k->cli->n_args; i++) {
		if (inputs_expand(k->cli->args[i], &k->files, &err))
			continue;
		cli_error(&err);
		k->trouble = true;
	}
	if (k->files.n < 2 || k->format->between)
		return k->files.n > 0;
	cli_message(_("a file of the format %s holds one report, and there are %zu"),
		k->format->name, k->files.n);
	return false;
}

static int finish(struct exporting *k)
{
	if (k->written) {
		buf_adds(&k->out.buf, k->format->tail);
		return output_close(&k->out, k->trouble ? CLI_TROUBLE : CLI_OK);
	}
	output_discard(&k->out);
	return CLI_TROUBLE;
}

/* The one asked for; else that of the file's ending; else the default. */
static const struct export_format *format_of(const struct cli *cli)
{
	const char *file = cli->value[OPT_OUTPUT];
	const struct export_format *known =
		file && !cli->value[OPT_FORMAT] ? export_format_for(file) : NULL;

	return known ? known : export_format_find(cli_format(cli));
}

int cli_export(const struct cli *cli)
{
	struct exporting k = {.cli = cli, .format = format_of(cli)};
	struct err err = {0};

	if (!output_open(&k.out, cli))
		return CLI_TROUBLE;
	if (!inputs_load_rules_with(&k.data, cli->value[OPT_RULES], &err))
		cli_error(&err);
	else if (expand(&k))
		for (size_t i = 0; i < k.files.n; i++)
			export_report(&k, k.files.v[i]);
	int status = finish(&k);

	inputs_free_files(&k.files);
	inputs_free_data(&k.data);
	return status;
}
