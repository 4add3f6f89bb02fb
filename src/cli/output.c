/* Results to standard output or, whole, to a file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "cli/output.h"

static bool wants_color(const struct cli *cli)
{
	const char *when = cli->value[OPT_COLOR];
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (when && strcmp(when, "auto") != 0)
		return strcmp(when, "always") == 0;
	if (cli->value[OPT_OUTPUT] || (no_color && *no_color))
		return false;
	return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
}

/* Results must not replace what they were made from. */
static bool is_argument(const struct cli *cli, const char *path)
{
	struct stat a, b;

	if (stat(path, &a) != 0)
		return false;
	for (size_t i = 0; i < cli->n_args; i++)
		if (stat(cli->args[i], &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino)
			return true;
	return false;
}

bool output_open(struct output *out, const struct cli *cli)
{
	memset(out, 0, sizeof *out);
	out->path = cli->value[OPT_OUTPUT];
	if (out->path && strcmp(out->path, "-") == 0)
		out->path = NULL;
	out->color = wants_color(cli);
	if (!out->path || !is_argument(cli, out->path))
		return true;
	cli_message(_("%s: results cannot replace the report they are made from"), out->path);
	return false;
}

bool output_flush(struct output *out)
{
	struct err err = {0};

	if (out->path || out->failed)
		return !out->failed;
	if (out->buf.n == 0)
		return true;
	if (fwrite(out->buf.p, 1, out->buf.n, stdout) == out->buf.n && fflush(stdout) == 0) {
		buf_clear(&out->buf);
		return true;
	}
	err_sys(&err, NULL, _("cannot write to standard output"));
	cli_error(&err);
	out->failed = true;
	return false;
}

int output_close(struct output *out, int status)
{
	struct err err = {0};

	if (!out->path) {
		output_flush(out);
	} else if (!file_write_atomic(out->path, buf_str(&out->buf), &err)) {
		cli_error(&err);
		out->failed = true;
	}
	buf_free(&out->buf);
	return out->failed ? CLI_TROUBLE : status;
}

void output_discard(struct output *out)
{
	buf_free(&out->buf);
}
