/* From a command line to an exit status. */
#include <signal.h>

#include "base/lang.h"
#include "cli/cli.h"
#include "cli/output.h"

static int print_and_end(const struct cli *cli, void (*print)(const struct cli *, struct buf *))
{
	struct output out;

	if (!output_open(&out, cli))
		return CLI_TROUBLE;
	print(cli, &out.buf);
	return output_close(&out, CLI_OK);
}

static void print_help(const struct cli *cli, struct buf *out)
{
	cli_help(cli->command, out);
}

static void print_version(const struct cli *cli, struct buf *out)
{
	(void)cli;
	cli_version(out);
}

int cli_main(int argc, char **argv)
{
	struct cli cli;
	struct err err = {0};
	bool ok;

	signal(SIGXFSZ, SIG_IGN); /* a file too large is an error of saving it, not the end */
	lang_init(NULL);
	ok = cli_parse(argc, argv, &cli, &err);
	if (cli.value[OPT_LANG] && lang_init(cli.value[OPT_LANG]) && !ok)
		ok = cli_parse(argc, argv, &cli, &err); /* the message, in the language asked for */
	if (!ok) {
		cli_error(&err);
		cli_hint(cli.unnamed ? NULL : cli.command);
		return CLI_TROUBLE;
	}
	if (cli.value[OPT_HELP])
		return print_and_end(&cli, print_help);
	if (cli.value[OPT_VERSION])
		return print_and_end(&cli, print_version);
	return cli.command->run(&cli);
}
