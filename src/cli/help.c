/* What the program says about itself, from the rows, and its messages. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "cli/cli.h"

#define HELP_COLUMN 28

static void add_padded(struct buf *out, size_t from, size_t column)
{
	if (out->n - from + 2 > column) {
		buf_addc(out, '\n');
		from = out->n;
	}
	while (out->n - from < column)
		buf_addc(out, ' ');
}

/* "one of text, json", or the choices of the row. */
static void add_values(struct buf *out, const struct cli_command *command, enum cli_opt id)
{
	const struct cli_option *row = cli_option_row(id);

	if (row->choices)
		buf_addf(out, "%s%s", _(": "), row->choices);
	if (id != OPT_FORMAT || !command || !command->format)
		return;
	buf_adds(out, _(": "));
	cli_formats(command, out);
}

static void add_option(struct buf *out, const struct cli_command *command, enum cli_opt id)
{
	const struct cli_option *row = cli_option_row(id);
	size_t from = out->n;

	if (row->letter)
		buf_addf(out, "  -%c, --%s", row->letter, row->name);
	else
		buf_addf(out, "      --%s", row->name);
	if (row->arg)
		buf_addf(out, "=%s", row->arg);
	add_padded(out, from, HELP_COLUMN);
	buf_adds(out, _(row->help));
	add_values(out, command, id);
	buf_addc(out, '\n');
}

static void help_program(struct buf *out)
{
	buf_addf(out, "%sgouji [review] REPORT|DIR...\n", _("Usage: "));
	buf_addf(out, "%sgouji COMMAND [OPTION]... [ARGUMENT]...\n", _("   or: "));
	buf_addf(out, "%s\n\n%s\n",
		_("Checks annual reports of government information disclosure: the statutory "
		  "tables\n"
		  "against themselves and the prose against the tables, with the place of each "
		  "number."),
		_("Commands:"));
	for (size_t i = 0; cli_command_at(i); i++) {
		const struct cli_command *c = cli_command_at(i);
		size_t from = out->n;

		buf_addf(out, "  %s", c->name);
		add_padded(out, from, 12);
		buf_addf(out, "%s\n", _(c->summary));
	}
	buf_addf(out, "\n%s\n", _("Options of all commands:"));
	for (int i = OPT_COMMON; i < OPT_COUNT; i++)
		add_option(out, NULL, i);
	buf_addf(out, "\n%s\n", _("'gouji COMMAND --help' tells more of each command."));
}

void cli_help(const struct cli_command *command, struct buf *out)
{
	if (!command) {
		help_program(out);
		return;
	}
	buf_addf(out, "%sgouji %s %s\n", _("Usage: "), command->name, command->synopsis);
	buf_addf(out, "%s\n\n%s\n\n%s\n", _(command->summary), _(command->detail), _("Options:"));
	for (int i = 0; i < OPT_COUNT; i++)
		if (i >= OPT_COMMON || (command->options & OPT_BIT(i)))
			add_option(out, command, i);
	buf_addf(out, _("\nExit status: %s.\n"), _(command->status));
	buf_addf(out, _("\nExample:\n  %s\n"), command->example);
}

void cli_version(struct buf *out)
{
	buf_addf(out, "gouji %s\n", PACKAGE_VERSION);
	buf_adds(out, _("Licence GPL-3.0-or-later. There is no warranty, to the extent permitted "
			"by law.\n"));
}

void cli_hint(const struct cli_command *command)
{
	if (command)
		fprintf(stderr, _("Try 'gouji %s --help' for more.\n"), command->name);
	else
		fputs(_("Try 'gouji --help' for more.\n"), stderr);
}

void cli_message(const char *fmt, ...)
{
	va_list ap;

	fputs("gouji: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

void cli_error(const struct err *err)
{
	char text[sizeof err->file + sizeof err->text + 32];

	cli_message("%s", err_str(err, text, sizeof text));
}
