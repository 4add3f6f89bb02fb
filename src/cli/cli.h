/* The command line: subcommands and options are rows (commands.c, options.c), so that help, manual
 * and completion are read from one place and cannot drift.
 *
 * A subcommand is one file, cmd_NAME.c, with one entry `int cli_NAME(const struct cli *)` that
 * returns an exit status, and one row in commands.c. Results go to standard output (output.h),
 * messages to standard error through cli_message() and cli_error(). */
#ifndef GOUJI_CLI_CLI_H
#define GOUJI_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* As grep and diff. */
enum cli_status {
	CLI_OK,	     /* nothing found */
	CLI_FOUND,   /* something found */
	CLI_TROUBLE, /* unreadable, not a report, bad usage */
};

enum cli_opt {
	OPT_FORMAT,
	OPT_FAIL_ON,
	OPT_CORRECTED,
	OPT_ENCODING,
	OPT_REPORT,
	OPT_REVIEWER,
	OPT_SCRIPT,
	OPT_LIST,
	OPT_RULES,
	OPT_PREVIOUS,
	OPT_CHILDREN,
	OPT_EXPECT,
	OPT_SELF_TEST,
	/* From here on they are common to all subcommands. */
	OPT_OUTPUT,
	OPT_COLOR,
	OPT_LANG,
	OPT_HELP,
	OPT_VERSION,
	OPT_COUNT,
};

#define OPT_COMMON OPT_OUTPUT
#define OPT_BIT(id) (1u << (id))

struct cli_option {
	const char *name;    /* of the long option */
	char letter;	     /* 0: none */
	const char *arg;     /* its argument, for help; NULL: takes none */
	const char *choices; /* "auto|always|never", the default first; NULL: any */
	const char *help;
};

/* A command line, parsed. Everything is borrowed from argv. */
struct cli {
	const struct cli_command *command;
	bool unnamed;		      /* the command is `review`, as no other was named */
	const char *value[OPT_COUNT]; /* NULL: not given; "" for an option without argument */
	const char *const *args;      /* what is no option */
	size_t n_args;
};

struct cli_command {
	const char *name;
	const char *synopsis; /* behind "gouji name" */
	const char *summary;  /* one line */
	const char *detail;   /* a paragraph; lines broken by hand */
	const char *status;   /* what the exit statuses mean */
	const char *example;  /* one command line */
	unsigned options;     /* OPT_BITs besides the common ones */
	const char *(*format)(
		size_t i); /* the names --format takes, the default first; NULL at the end */
	size_t min_args, max_args; /* max_args 0: as many as come */
	bool options_first; /* what follows the first argument is no option, whatever it looks like
			     */
	int (*run)(const struct cli *cli);
};

/* The whole program but for the process: returns its exit status. */
int cli_main(int argc, char **argv);

/* Rows. */
const struct cli_command *cli_command_at(size_t i); /* NULL at the end */
const struct cli_command *cli_command_find(const char *name);
const struct cli_option *cli_option_row(enum cli_opt id);

/* Fills *cli from argv; false on bad usage, with err told. cli->command is set wherever it is
 * known, NULL where the command line names none. */
bool cli_parse(int argc, char **argv, struct cli *cli, struct err *err);
/* The value of --format, or the subcommand's default. */
const char *cli_format(const struct cli *cli);
/* "text|json": the names --format takes, the default first. */
void cli_formats(const struct cli_command *command, struct buf *out);

/* To standard output: --help of a subcommand (NULL: of the program), --version. */
void cli_help(const struct cli_command *command, struct buf *out);
void cli_version(struct buf *out);
/* "Try 'gouji check --help' for more", to standard error. */
void cli_hint(const struct cli_command *command);

/* "gouji: ..." to standard error. */
void cli_message(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void cli_error(const struct err *err);

int cli_check(const struct cli *cli);
int cli_do(const struct cli *cli);
int cli_export(const struct cli *cli);
int cli_forms(const struct cli *cli);
int cli_review(const struct cli *cli);
int cli_rules(const struct cli *cli);
int cli_tables(const struct cli *cli);
int cli_verify(const struct cli *cli);

#endif
