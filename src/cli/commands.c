/* The subcommands, one row each. */
#include <string.h>

#include "base/lang.h"
#include "cli/cli.h"
#include "cli/formats.h"

/* Of every subcommand that checks. */
#define OPTS_CHECKING                                                                              \
	(OPT_BIT(OPT_ENCODING) | OPT_BIT(OPT_RULES) | OPT_BIT(OPT_PREVIOUS) |                      \
		OPT_BIT(OPT_CHILDREN) | OPT_BIT(OPT_EXPECT))
#define STATUS_PLAIN N_("0 done, 2 trouble")

static const struct cli_command rows[] = {
	{.name = "review",
		.synopsis = "[OPTION]... REPORT|DIR...",
		.summary = N_("the review desk: text, tables and findings on one screen"),
		.detail = N_("Opens reports on the terminal, side by side with their tables and "
			     "findings.\n"
			     "The word review may be left out."),
		.status = STATUS_PLAIN,
		.example = "gouji data/samples/xidian-2020.txt",
		.options = OPTS_CHECKING | OPT_BIT(OPT_REVIEWER),
		.min_args = 1,
		.run = cli_review},
	{.name = "do",
		.synopsis = "[OPTION]... REPORT COMMAND...",
		.summary = N_("desk commands without a terminal, then save"),
		.detail = N_("Each COMMAND is one argument, as typed behind : in the desk; a "
			     "single one may\n"
			     "also be given word by word. All are done or, where one fails, none; "
			     "what was\n"
			     "done is told, and the review saved."),
		.status = STATUS_PLAIN,
		.example = "gouji do report.txt 'decide 1 confirmed' 'verdict return'",
		.options = OPTS_CHECKING | OPT_BIT(OPT_REVIEWER) | OPT_BIT(OPT_SCRIPT) |
			   OPT_BIT(OPT_LIST),
		.options_first = true,
		.run = cli_do},
	{.name = "check",
		.synopsis = "[OPTION]... REPORT|DIR|-...",
		.summary = N_("findings, without a terminal"),
		.detail =
			N_("Checks the reports as printed. Decisions of the review beside a report "
			   "are\n"
			   "told with the findings; its corrections count only with --corrected."),
		.status = N_("0 nothing found, 1 something found that --fail-on names, 2 trouble"),
		.example = "gouji check --format=jsonl reports/",
		.options = OPTS_CHECKING | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_FAIL_ON) |
			   OPT_BIT(OPT_CORRECTED),
		.format = cli_check_format,
		.min_args = 1,
		.run = cli_check},
	{.name = "tables",
		.synopsis = "[OPTION]... REPORT|-",
		.summary = N_("the statutory tables, rebuilt from the text"),
		.detail = N_(
			"Every cell of the form, each with its state and its place in the text.\n"
			"source is the text that places refer to, tree what was made of it."),
		.status = STATUS_PLAIN,
		.example = "gouji tables --format=json report.txt",
		.options = OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_ENCODING),
		.format = cli_tables_format,
		.min_args = 1,
		.max_args = 1,
		.run = cli_tables},
	{.name = "export",
		.synopsis = "[OPTION]... REPORT|DIR...",
		.summary = N_("the reviewer's annotated verdict"),
		.detail =
			N_("Writes what stands in the review beside each report: as a document, or "
			   "as a list\nwith a line a report (csv, tsv, json). Without --format the "
			   "ending of -o FILE tells which."),
		.status = STATUS_PLAIN,
		.example = "gouji export --format=markdown -o verdict.md report.txt",
		.options = OPTS_CHECKING | OPT_BIT(OPT_FORMAT),
		.format = cli_export_format,
		.min_args = 1,
		.run = cli_export},
	{.name = "verify",
		.synopsis = "[OPTION]... REPORT|REVIEW|VERDICT...",
		.summary = N_("prove a review or an exported verdict against its source again"),
		.detail =
			N_("Compares digests, values and quotations with the report as it is now."),
		.status = N_("0 all holds, 1 something no longer holds, 2 trouble"),
		.example = "gouji verify report.txt.review.yaml",
		.options = OPTS_CHECKING | OPT_BIT(OPT_REPORT),
		.min_args = 1,
		.run = cli_verify},
	{.name = "rules",
		.synopsis = "[OPTION]... [RULE]...",
		.summary = N_("what is checked, and from which file"),
		.detail = N_("Lists the rules; those named are explained."),
		.status = STATUS_PLAIN,
		.example = "gouji rules requests.balance",
		.options = OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_RULES) | OPT_BIT(OPT_SELF_TEST),
		.format = cli_list_format,
		.run = cli_rules},
	{.name = "forms",
		.synopsis = "[OPTION]... [FORM]...",
		.summary = N_("against which tables, and from which file"),
		.detail =
			N_("Lists the statutory forms; those named are told with all their cells."),
		.status = STATUS_PLAIN,
		.example = "gouji forms 2019",
		.options = OPT_BIT(OPT_FORMAT),
		.format = cli_list_format,
		.run = cli_forms},
};

const struct cli_command *cli_command_at(size_t i)
{
	return i < sizeof rows / sizeof rows[0] ? &rows[i] : NULL;
}

const struct cli_command *cli_command_find(const char *name)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}
