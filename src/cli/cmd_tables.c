/* gouji tables: the statutory tables of one report. */
#include <string.h>

#include "base/lang.h"
#include "cli/formats.h"
#include "beside/open.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "export/tables.h"
#include "import/import.h"

const char *cli_tables_format(size_t i)
{
	const struct tables_format *format = tables_format_at(i);

	return format ? format->name : NULL;
}

static bool write_doc(
	const struct cli *cli, const struct tables_format *format, struct buf *out, struct err *err)
{
	struct import_options options = {.encoding = cli->value[OPT_ENCODING]};
	struct doc *doc = import_file(cli->args[0], &options, err);

	if (!doc)
		return false;
	format->write_doc(doc, out);
	doc_free(doc);
	return true;
}

/* A review that cannot be read is told, but keeps no one from the tables. */
static bool write_report(const struct cli *cli, const struct tables_format *format,
	const struct forms *forms, struct output *out, int *status)
{
	struct err err = {0};
	struct report *report = report_open(cli->args[0], forms, cli->value[OPT_ENCODING], &err);
	struct review *review = report ? inputs_open_review(cli->args[0], report, &err) : NULL;
	struct tables_input in = {cli->args[0], report, review, lang_now(), out->color};

	if (err.kind) {
		cli_error(&err);
		*status = CLI_TROUBLE;
	}
	if (report)
		format->write(&in, &out->buf);
	review_free(review);
	report_free(report);
	return report != NULL;
}

int cli_tables(const struct cli *cli)
{
	const struct tables_format *format = tables_format_find(cli_format(cli));
	struct inputs_data data = {0};
	struct output out;
	struct err err = {0};
	int status = CLI_OK;
	bool ok;

	if (!output_open(&out, cli))
		return CLI_TROUBLE;
	if (format->write_doc)
		ok = write_doc(cli, format, &out.buf, &err);
	else
		ok = inputs_load_forms(&data, &err);
	if (!ok)
		cli_error(&err);
	else if (format->write)
		ok = write_report(cli, format, data.forms, &out, &status);
	inputs_free_data(&data);
	if (ok)
		return output_close(&out, status);
	output_discard(&out);
	return CLI_TROUBLE;
}
