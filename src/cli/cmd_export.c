/* gouji export: the reviewer's annotated verdict as a document. */
#include "base/lang.h"
#include "cli/formats.h"
#include "beside/open.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "export/export.h"

const char *cli_export_format(size_t i)
{
	const struct export_format *format = export_format_at(i);

	return format ? format->name : NULL;
}

static bool write_verdict(
	const struct cli *cli, const struct inputs_data *data, struct buf *out, struct err *err)
{
	const struct export_format *format = export_format_find(cli_format(cli));
	struct report *report =
		report_open(cli->args[0], data->forms, cli->value[OPT_ENCODING], err);
	struct review *review = report ? inputs_open_review(cli->args[0], report, err) : NULL;
	struct beside_wish wish = inputs_wish(cli);
	struct beside *beside =
		review ? beside_open(&wish, data->forms, cli->args[0], report, review, err) : NULL;
	struct export_input in = {report, review, data->rules, lang_now(), beside};
	bool ok = beside && format->write(&in, out, err);

	if (beside)
		inputs_tell_beside(beside);
	beside_free(beside);
	review_free(review);
	report_free(report);
	return ok;
}

int cli_export(const struct cli *cli)
{
	struct inputs_data data = {0};
	struct output out;
	struct err err = {0};
	bool ok;

	if (!output_open(&out, cli))
		return CLI_TROUBLE;
	ok = inputs_load_rules_with(&data, cli->value[OPT_RULES], &err) &&
	     write_verdict(cli, &data, &out.buf, &err);
	inputs_free_data(&data);
	if (ok)
		return output_close(&out, CLI_OK);
	cli_error(&err);
	output_discard(&out);
	return CLI_TROUBLE;
}
