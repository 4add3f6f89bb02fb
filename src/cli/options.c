/* Options: their rows, and the parsing of a command line with getopt_long().
 *
 * All rows are known to getopt, whatever the subcommand; that an option does not belong to the
 * subcommand is told afterwards, by name. So options may stand before the subcommand's name too. */
#include <getopt.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "cli/cli.h"

static const struct cli_option rows[OPT_COUNT] = {
	[OPT_FORMAT] = {"format", 'f', "FORMAT", NULL, N_("write this format")},
	[OPT_FAIL_ON] = {"fail-on", 0, "SEVERITY", "warning|error|note",
		N_("exit 1 where a finding is at least this severe")},
	[OPT_CORRECTED] = {"corrected", 0, NULL, NULL,
		N_("reckon with the reviewer's corrections instead of the printed values")},
	[OPT_ENCODING] = {"encoding", 0, "NAME", NULL,
		N_("the report's encoding, where it is told wrong")},
	[OPT_REPORT] = {"report", 0, "FILE", NULL, N_("the report, where it lies elsewhere now")},
	[OPT_REVIEWER] = {"reviewer", 0, "NAME", NULL,
		N_("who reviews (else $GOUJI_REVIEWER, else the login's full name)")},
	[OPT_SCRIPT] = {"script", 0, "FILE", NULL,
		N_("take desk commands from FILE, one a line; - is standard input")},
	[OPT_LIST] = {"list", 0, NULL, NULL, N_("list the desk commands and end")},
	[OPT_RULES] = {"rules", 0, "FILE", NULL, N_("read these rules too")},
	[OPT_PREVIOUS] = {"previous", 0, "REPORT", NULL,
		N_("the report of the year before, or a folder with it, to check against")},
	[OPT_CHILDREN] = {"children", 0, "DIR", NULL,
		N_("the reports that this one sums up, to check against")},
	[OPT_EXPECT] = {"expect", 0, "FILE", NULL,
		N_("whose reports these must be: an agency a line")},
	[OPT_SELF_TEST] = {"self-test", 0, NULL, NULL, N_("try every rule's examples")},
	[OPT_OUTPUT] = {"output", 'o', "FILE", NULL,
		N_("write results to FILE, all or nothing, instead of standard output")},
	[OPT_COLOR] = {"color", 0, "WHEN", "auto|always|never", N_("colour; NO_COLOR is honoured")},
	[OPT_LANG] = {"lang", 0, "LANG", "zh|en", N_("language of messages (else the locale's)")},
	[OPT_HELP] = {"help", 'h', NULL, NULL, N_("show this help and end")},
	[OPT_VERSION] = {"version", 'V', NULL, NULL, N_("show the version and end")},
};

const struct cli_option *cli_option_row(enum cli_opt id)
{
	return &rows[id];
}

/* getopt's values for long options: past all letters. */
enum { LONG_BASE = 256 };

struct getopt_rows {
	struct option longs[OPT_COUNT + 1];
	char shorts[2 * OPT_COUNT + 3]; /* "+:" and the letters */
};

static void getopt_rows_make(struct getopt_rows *g, bool stop_at_argument)
{
	char *s = g->shorts;

	memset(g, 0, sizeof *g);
	if (stop_at_argument)
		*s++ = '+';
	*s++ = ':'; /* a missing argument is told apart from an unknown option */
	for (int i = 0; i < OPT_COUNT; i++) {
		g->longs[i] = (struct option){rows[i].name,
			rows[i].arg ? required_argument : no_argument, NULL, LONG_BASE + i};
		if (!rows[i].letter)
			continue;
		*s++ = rows[i].letter;
		if (rows[i].arg)
			*s++ = ':';
	}
}

static int id_of(int got)
{
	if (got >= LONG_BASE)
		return got - LONG_BASE;
	for (int i = 0; i < OPT_COUNT; i++)
		if (rows[i].letter && rows[i].letter == got)
			return i;
	return -1;
}

static bool unknown_option(char **argv, struct err *err)
{
	if (optopt >= LONG_BASE)
		return err_set(err, ERR_USAGE, _("option '--%s' takes no argument"),
			rows[optopt - LONG_BASE].name);
	if (optopt)
		return err_set(err, ERR_USAGE, _("unknown option '-%c'"), optopt);
	return err_set(err, ERR_USAGE, _("unknown or ambiguous option '%s'"), argv[optind - 1]);
}

/* One run of getopt over argv[1..], up to the first argument or to the end. Keeps the first
 * mistake, but goes on, so that --lang is known when it is told. */
static bool parse_run(
	int argc, char **argv, bool stop_at_argument, struct cli *cli, struct err *err)
{
	struct getopt_rows g;
	bool ok = true;
	int got;

	getopt_rows_make(&g, stop_at_argument);
	opterr = 0;
	optind = 0; /* glibc: begin anew */
	while ((got = getopt_long(argc, argv, g.shorts, g.longs, NULL)) != -1) {
		if (got == '?') {
			ok = ok && unknown_option(argv, err);
		} else if (got == ':') {
			if (ok)
				ok = err_set(err, ERR_USAGE, _("option '%s' needs an argument"),
					argv[optind - 1]);
		} else {
			int id = id_of(got);

			cli->value[id] = rows[id].arg ? optarg : "";
		}
	}
	return ok;
}

static bool is_choice(const char *choices, const char *value)
{
	size_t n = strlen(value);

	for (const char *c = choices; *c; c += strcspn(c, "|"), c += *c == '|')
		if (strcspn(c, "|") == n && strncmp(c, value, n) == 0)
			return true;
	return false;
}

static bool is_format(const struct cli_command *command, const char *value)
{
	for (size_t i = 0; command->format(i); i++)
		if (strcmp(command->format(i), value) == 0)
			return true;
	return false;
}

void cli_formats(const struct cli_command *command, struct buf *out)
{
	for (size_t i = 0; command->format(i); i++)
		buf_addf(out, "%s%s", i ? "|" : "", command->format(i));
}

static bool refuse_format(const struct cli_command *command, const char *value, struct err *err)
{
	struct buf formats = {0};

	cli_formats(command, &formats);
	err_set(err, ERR_USAGE, _("'%s' is no format of '%s' (%s)"), value, command->name,
		formats.p);
	buf_free(&formats);
	return false;
}

static bool check_value(const struct cli *cli, enum cli_opt id, struct err *err)
{
	const char *value = cli->value[id];
	unsigned common = ~0u << OPT_COMMON;

	if (!value)
		return true;
	if (cli->command && !((cli->command->options | common) & OPT_BIT(id)))
		return err_set(err, ERR_USAGE, _("option '--%s' does not belong to '%s'"),
			rows[id].name, cli->command->name);
	if (rows[id].choices && !is_choice(rows[id].choices, value))
		return err_set(err, ERR_USAGE, _("'%s' is no value for '--%s' (%s)"), value,
			rows[id].name, rows[id].choices);
	if (id == OPT_FORMAT && cli->command && cli->command->format &&
		!is_format(cli->command, value))
		return refuse_format(cli->command, value, err);
	return true;
}

static bool check_args(const struct cli *cli, struct err *err)
{
	const struct cli_command *c = cli->command;

	if (cli->value[OPT_HELP] || cli->value[OPT_VERSION] || cli->value[OPT_LIST])
		return true;
	if (!c)
		return err_set(err, ERR_USAGE, _("no report and no command given"));
	if (cli->n_args < c->min_args)
		return err_set(
			err, ERR_USAGE, _("'%s' needs an argument: %s"), c->name, c->synopsis);
	if (c->max_args && cli->n_args > c->max_args)
		return err_set(err, ERR_USAGE, _("'%s' has no use for '%s'"), c->name,
			cli->args[c->max_args]);
	return true;
}

/* A word that is neither a subcommand nor a file and looks like a word: most likely a slip. */
static bool check_word(const struct cli *cli, const char *word, struct err *err)
{
	if (cli->value[OPT_HELP] || strpbrk(word, "./") || strcmp(word, "-") == 0 ||
		file_exists(word))
		return true;
	return err_set(err, ERR_USAGE, _("'%s' is neither a command nor a file"), word);
}

/* The subcommand, and where its own options and arguments begin: argv[*at] is their argv[0]. */
static bool find_command(int argc, char **argv, struct cli *cli, int *at, struct err *err)
{
	bool after_dashes = optind > 1 && strcmp(argv[optind - 1], "--") == 0;
	const struct cli_command *named;

	*at = optind - 1;
	if (optind >= argc)
		return true;
	named = after_dashes ? NULL : cli_command_find(argv[optind]);
	cli->command = named ? named : cli_command_find("review");
	cli->unnamed = !named;
	if (named)
		*at = optind;
	else if (!after_dashes)
		return check_word(cli, argv[optind], err);
	return true;
}

bool cli_parse(int argc, char **argv, struct cli *cli, struct err *err)
{
	int at;
	bool ok;

	memset(cli, 0, sizeof *cli);
	ok = parse_run(argc, argv, true, cli, err);
	ok = find_command(argc, argv, cli, &at, ok ? err : NULL) && ok;
	if (cli->command && strcmp(argv[at], "--") != 0) {
		ok = parse_run(argc - at, argv + at, cli->command->options_first, cli,
			     ok ? err : NULL) &&
		     ok;
		at += optind;
	} else {
		at++;
	}
	cli->args = (const char *const *)argv + at;
	cli->n_args = cli->command ? (size_t)(argc - at) : 0;
	for (int i = 0; i < OPT_COUNT && ok; i++)
		ok = check_value(cli, i, err);
	return ok && check_args(cli, err);
}

const char *cli_format(const struct cli *cli)
{
	return cli->value[OPT_FORMAT] ? cli->value[OPT_FORMAT] : cli->command->format(0);
}
